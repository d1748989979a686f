package extract

// Edges are the outermost paragraphs of a document as it was read, before
// anything was cut: what repeated blocks are learned from.
type Edges struct {
	Top    []string `json:"top"`
	Bottom []string `json:"bottom"` // in the order of the document
	Count  int      `json:"count"`  // of all paragraphs of the document
	Headed bool     `json:"headed"` // its headline is known from elsewhere, as that of a page
}

// How much of a document its edges have: paragraphs, and bytes on each side.
const (
	topParagraphs    = 8
	bottomParagraphs = 12
	edgeBytes        = 4 << 10
)

// EdgesOf gives the edges of a document. In a short one they overlap. What is
// longer than an edge may be ends it.
func EdgesOf(paragraphs []string, headed bool) Edges {
	e := Edges{Headed: headed, Count: len(paragraphs)}
	room := edgeBytes
	for _, p := range paragraphs[:min(len(paragraphs), topParagraphs)] {
		if room -= len(p); room < 0 {
			break
		}
		e.Top = append(e.Top, p)
	}
	room = edgeBytes
	begin := len(paragraphs)
	for begin > max(0, len(paragraphs)-bottomParagraphs) {
		if room -= len(paragraphs[begin-1]); room < 0 {
			break
		}
		begin--
	}
	e.Bottom = append(e.Bottom, paragraphs[begin:]...)
	return e
}

// side gives the paragraphs at one side from the outside inwards.
func (e Edges) side(at Place) []string {
	if at == Top {
		return e.Top
	}
	out := make([]string, len(e.Bottom))
	for i, p := range e.Bottom {
		out[len(out)-1-i] = p
	}
	return out
}
