package sample

import (
	"testing"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/extract"
)

// TestHeadlinesAreSound: no headline of the sample says more than its text, as
// far as the machine can tell, so that its note stays worth a look.
func TestHeadlinesAreSound(t *testing.T) {
	d := load(t)
	look := func(name, title, text, language string) {
		claims := analyse.Analyse(analyse.Input{Title: title, Text: text, Language: language}).DeskClaims()
		for _, n := range analyse.Headline(title, text, language, claims) {
			t.Errorf("%s: %s: %s\n%s\n%s", name, n.Kind, title, n.Headline, n.Text)
		}
	}
	for _, p := range d.Posts {
		doc, err := extract.Read([]byte(p.Text), extract.Options{}, now)
		if err != nil {
			t.Fatal(err)
		}
		look(p.File, p.Title, doc.Text, p.Language)
	}
	for _, o := range d.Own {
		look(o.File, o.Title, o.Markdown, o.Language)
	}
	look("arriving", d.Arriving.Title, d.Arriving.Text, "en")
}
