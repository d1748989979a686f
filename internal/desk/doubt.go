package desk

import (
	"slices"
	"strings"

	"rightsdesk/internal/fault"
)

// Doubt is a paragraph of an article's text that may not be the article, such as
// a call for donations: it stays until a person cuts it.
type Doubt struct {
	Kind string // what it may be: footer, repeated …
	Text string // as it stands in the article's text
	Kept bool   // a person said that it stays
}

// fieldKept and fieldCut are the audit's names of what is decided about doubts
// and about parts that were kept aside.
const (
	fieldKept = "kept"
	fieldCut  = "cut"
)

// VerbKeep and VerbCut are what people decide about a doubtful paragraph, VerbPutBack
// about one that was kept aside.
const (
	VerbKeep    Verb = "keep"
	VerbCut     Verb = "cut"
	VerbPutBack Verb = "put-back"
)

// Open gives the doubts that nobody decided and that still stand in the text.
func (a Article) Open() (out []Doubt) {
	for _, m := range a.Doubts {
		if !m.Kept && hasParagraph(a.Text, m.Text) {
			out = append(out, m)
		}
	}
	return out
}

func hasParagraph(text, p string) bool {
	return slices.Contains(strings.Split(text, "\n\n"), p)
}

// sure is how sure a reader is at least of an article that may be published
// without somebody opening it.
const sure = 0.5

// Unsure reports whether the reader is not sure that an article is one, and the
// whole of it.
func (a Article) Unsure() bool { return a.Post == "" && a.Reader != "" && a.Confidence < sure }

// CheckLooked says why an article must be opened before it is published, as an
// error of kind Invalid; nil when it need not be.
func CheckLooked(a Article) error {
	switch {
	case a.Unsure():
		return fault.New(fault.Invalid, "Not published yet: the reader is not sure that this is an article, and the whole of it. Compare it with what came, then publish it here.")
	case len(a.Open()) > 0:
		return fault.New(fault.Invalid, "Not published yet: something in its text may not be the article. Look at what is grey, cut it or keep it, then publish it here.")
	}
	return nil
}

// DecideDoubt gives the article with a doubtful paragraph kept or cut. What is cut is
// kept aside, and the text is the editor's from then on. Errors: Conflict when
// there is no such doubt any more.
func DecideDoubt(a Article, text string, verb Verb) (Article, []Change, error) {
	at := slices.IndexFunc(a.Doubts, func(m Doubt) bool { return m.Text == text && !m.Kept })
	if at < 0 || !hasParagraph(a.Text, text) {
		return a, nil, fault.New(fault.Conflict, "This paragraph was decided about before you. Reload the page to see where it stands.")
	}
	m := a.Doubts[at]
	a.Doubts = slices.Clone(a.Doubts)
	if verb == VerbKeep {
		a.Doubts[at].Kept = true
		return a, []Change{{fieldKept, "", text}}, nil
	}
	left := slices.DeleteFunc(strings.Split(a.Text, "\n\n"), func(p string) bool { return p == text })
	if len(left) == 0 {
		return a, nil, fault.New(fault.Invalid, "Nothing of the text would be left. Refuse the article instead, or write down what it says.")
	}
	a, changes := setText(a, strings.Join(left, "\n\n"))
	a.Doubts = slices.Delete(a.Doubts, at, at+1)
	a.Removed = append(slices.Clone(a.Removed), Removed{m.Kind, m.Text})
	return a, append(changes, Change{fieldCut, "", aside(m.Kind, m.Text)}), nil
}

// PutBack gives the article with a part that was kept aside at the end of its
// text again. Errors: Conflict when there is no such part any more.
func PutBack(a Article, part Removed) (Article, []Change, error) {
	at := slices.Index(a.Removed, part)
	if at < 0 {
		return a, nil, fault.New(fault.Conflict, "This part is not kept aside any more. Reload the page to see where it stands.")
	}
	a, changes := setText(a, strings.TrimSpace(a.Text+"\n\n"+part.Text))
	a.Removed = slices.Delete(slices.Clone(a.Removed), at, at+1)
	return a, append(changes, Change{fieldCut, aside(part.Kind, part.Text), ""}), nil
}

// setText sets a text of the editor's; its paragraphs are rendered from it.
func setText(a Article, text string) (Article, []Change) {
	changes := []Change{{"text", a.Text, text}}
	a.Text = text
	if a.HTML != "" {
		changes = append(changes, Change{"html", a.HTML, ""})
		a.HTML = ""
	}
	return a, changes
}

// aside writes a part that is kept aside in one value of the audit.
func aside(kind, text string) string { return kind + ": " + text }

func readAside(s string) Removed {
	kind, text, _ := strings.Cut(s, ": ")
	return Removed{kind, text}
}

// putBackDoubt undoes a decision about a doubt or about a part that was kept aside.
// It reports false when that is not as the decision left it.
func putBackDoubt(a *Article, c Change) bool {
	if c.Field == fieldKept {
		at := slices.IndexFunc(a.Doubts, func(m Doubt) bool { return m.Text == c.Before+c.After && m.Kept == (c.After != "") })
		if at < 0 {
			return false
		}
		a.Doubts = slices.Clone(a.Doubts)
		a.Doubts[at].Kept = c.After == ""
		return true
	}
	if c.Before != "" {
		part := readAside(c.Before)
		a.Removed = append(slices.Clone(a.Removed), part)
		a.Doubts = slices.DeleteFunc(slices.Clone(a.Doubts), func(m Doubt) bool { return m.Text == part.Text })
		return true
	}
	part := readAside(c.After)
	at := slices.Index(a.Removed, part)
	if at < 0 {
		return false
	}
	a.Removed = slices.Delete(slices.Clone(a.Removed), at, at+1)
	a.Doubts = append(slices.Clone(a.Doubts), Doubt{Kind: part.Kind, Text: part.Text})
	return true
}
