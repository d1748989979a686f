package office

import (
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// paragraph is a line of an article's text as it is shown.
type paragraph struct {
	Pieces []piece
	Doubt  string // the paragraph of which it is the last line, where that may not be the article and nobody decided
	Grey   bool   // it belongs to such a paragraph
}

// doubted gives the lines of a text with the doubts about them.
func doubted(lines [][]piece, a desk.Article) []paragraph {
	type place struct {
		doubt string
		last  bool
	}
	of := map[string]place{}
	for _, d := range a.Open() {
		list := strings.Split(d.Text, "\n")
		for i, line := range list {
			of[line] = place{d.Text, i+1 == len(list)}
		}
	}
	out := make([]paragraph, len(lines))
	for i, line := range lines {
		var text strings.Builder
		for _, p := range line {
			text.WriteString(p.Text)
		}
		at, grey := of[text.String()]
		out[i] = paragraph{Pieces: line, Grey: grey}
		if at.last {
			out[i].Doubt = at.doubt
		}
	}
	return out
}

// canReturn reports whether a part that was kept aside can be put back at the
// end of the text: it was cut there for its words.
func canReturn(kind string) bool {
	return slices.Contains([]string{extract.Footer, extract.Snippet, extract.Contact, extract.Disclaimer, extract.Rights, extract.Related}, kind)
}

// postPart decides about a paragraph that may not be the article, or about a
// part that was kept aside.
func (o *office) postPart(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	notice, err := o.decidePart(r, a)
	return o.told(w, r, "/articles/"+a.ID+"#read-h", notice, err)
}

func (o *office) decidePart(r *http.Request, a desk.Article) (notice string, err error) {
	if _, err := desk.Move(a.Stage, desk.VerbCorrect); err != nil {
		return "", err
	}
	verb, text := desk.Verb(r.PostFormValue("do")), paragraphs(r.PostFormValue("text"))
	var changes []desk.Change
	switch verb {
	case desk.VerbKeep:
		notice = locale.T(o.lang(r), "It stays in the text.")
		a, changes, err = desk.DecideDoubt(a, text, verb)
	case desk.VerbCut:
		notice = locale.T(o.lang(r), "It is cut, and kept aside.")
		a, changes, err = desk.DecideDoubt(a, text, verb)
	case desk.VerbPutBack:
		notice = locale.T(o.lang(r), "It stands at the end of the text again.")
		a, changes, err = desk.PutBack(a, desk.Removed{Kind: r.PostFormValue("kind"), Text: text})
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if err != nil {
		return "", err
	}
	d := o.decision(r, verb, a.ID, changes...)
	if _, err := o.articles.DecideArticle(r.Context(), a, d); err != nil {
		return "", err
	}
	o.remember(r, a.ID, d.ID)
	return notice, nil
}
