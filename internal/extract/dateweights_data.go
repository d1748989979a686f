package extract

// dateWeights says how much a place speaks for the day that it names, in logits;
// what is in the text stands "near" the headline, "far" from it, "aside", or near
// it as the day of a change ("changed"). A day that is the first printed near the
// headline has "first" too. Fitted by TestFitDates, within its bounds.
var dateWeights = map[string]float64{
	"original aside":     5.0,
	"original far":       5.0,
	"original near":      5.0,
	"printed changed":    3.3,
	"json-ld-page":       2.3,
	"label near":         2.2,
	"printed near":       2.2,
	"meta":               2.1,
	"time near":          2.1,
	"time-plain aside":   1.5,
	"htmldate":           1.3,
	"time far":           1.4,
	"first":              1.0,
	"updated near":       1.0,
	"address":            0.9,
	"label far":          0.7,
	"time aside":         0.7,
	"changed":            0.6,
	"json-ld":            0.6,
	"time-plain far":     0.5,
	"meta-date":          0.3,
	"updated far":        0.2,
	"printed far":        0.1,
	"time-plain changed": 0.1,
	"time-plain near":    0.1,
	"label aside":        0,
	"updated aside":      -0.1,
	"printed aside":      -1.2,
}
