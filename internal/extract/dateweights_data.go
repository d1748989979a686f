package extract

// dateWeights says how much a place speaks for the day that it names, in logits;
// "near" the headline, "far" from it or "aside". A day that is the first printed
// near the headline has "first" too, and one for which go-htmldate found the year
// only has "htmldate year". Fitted by TestFitDates, within its bounds.
var dateWeights = map[string]float64{
	"original":         3.2,
	"json-ld-page":     2.3,
	"printed near":     2.3,
	"label near":       2.2,
	"meta":             2.1,
	"time-plain aside": 1.8,
	"time near":        1.6,
	"time far":         1.4,
	"htmldate":         1.3,
	"address":          1.0,
	"first":            1.0,
	"updated near":     1.0,
	"label far":        0.7,
	"time aside":       0.7,
	"changed":          0.6,
	"json-ld":          0.6,
	"time-plain far":   0.5,
	"meta-date":        0.3,
	"updated far":      0.2,
	"htmldate year":    0.1,
	"printed far":      0.1,
	"time-plain near":  0.1,
	"label aside":      0,
	"updated aside":    -0.1,
	"printed aside":    -1.2,
}
