package extract

import (
	"slices"
	"strings"
	"testing"
)

// TestDoubtfulEndsAreMarked: what is doubtful stays in the text and is marked;
// what calls on readers as footers do is cut.
func TestDoubtfulEndsAreMarked(t *testing.T) {
	standing := "Ada Invented was arrested in March 2016. The harbour court banned the lantern brotherhood a year later."
	known := NewBlocks([]Block{{Place: Bottom, Text: standing, Doubtful: true}}, nil)
	refused := NewBlocks([]Block{{Place: Bottom, Text: standing, Doubtful: true}}, []string{standing})
	for name, c := range map[string]struct {
		end    []string
		blocks Blocks
		marked []Removed
		cut    []Removed
	}{
		"nothing":                     {end: []string{"The judges will speak on Friday."}},
		"a label alone":               {end: []string{"The words of the appeal are these:"}, marked: []Removed{{Footer, "The words of the appeal are these:"}}},
		"speaks to readers":           {end: []string{"Tell a friend about us when you have read this."}, marked: []Removed{{Footer, "Tell a friend about us when you have read this."}}},
		"what was said":               {end: []string{"“Write to us and support our families,” she said."}},
		"a newsletter":                {end: []string{"Subscribe to our newsletter here.", "Cases in the database:"}, cut: []Removed{{Footer, "Subscribe to our newsletter here."}, {Footer, "Cases in the database:"}}},
		"repeated, and may be news":   {end: []string{standing}, blocks: known, marked: []Removed{{Repeated, standing}}},
		"the same, kept by a person":  {end: []string{standing}, blocks: refused},
		"the same, not at the bottom": {end: []string{standing, "The judges will speak on Friday."}, blocks: known},
	} {
		text := append(body(1), c.end...)
		d := mustRead(t, strings.Join(text, "\n\n"), Options{Blocks: c.blocks})
		if !slices.Equal(d.Doubts, c.marked) || !slices.Equal(d.Removed, c.cut) && len(c.cut)+len(d.Removed) > 0 {
			t.Errorf("%s: marked %q, removed %q", name, d.Doubts, d.Removed)
		}
		for _, m := range d.Doubts {
			if !slices.Contains(strings.Split(d.Text, "\n\n"), m.Text) {
				t.Errorf("%s: %q is marked and no paragraph of the text", name, m.Text)
			}
		}
	}
	alone := mustRead(t, "Tell a friend about us when you have read this.", Options{})
	if len(alone.Doubts) > 0 {
		t.Errorf("all of a text is marked: %q", alone.Doubts)
	}
}
