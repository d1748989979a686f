package story

import (
	"fmt"
	"strings"
	"testing"
)

// written writes pieces with [claims], *cues* and <places>.
func written(paragraphs [][]Piece) string {
	var out []string
	for _, p := range paragraphs {
		var b strings.Builder
		for _, piece := range p {
			if piece.First {
				b.WriteString("[")
			}
			text := piece.Text
			if piece.Place != "" {
				text = fmt.Sprintf("<%s:%s>", piece.Place, text)
			}
			if piece.Cue {
				text = "*" + text + "*"
			}
			b.WriteString(text)
			if piece.Last {
				b.WriteString("]")
			}
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "|")
}

func TestCut(t *testing.T) {
	text := "Поезда.\n\nAs many as 20 Koreans are believed to be in Russia.\n\nEnd"
	at := func(words string, kind Kind, title string) Mark {
		begin := len([]rune(text[:strings.Index(text, words)]))
		return Mark{begin, begin + len([]rune(words)), kind, title}
	}
	claim := "As many as 20 Koreans are believed to be in Russia"
	said := at(claim, Said, "")
	for name, c := range map[string]struct {
		marks []Mark
		want  string
	}{
		"nothing": {nil, "Поезда.|As many as 20 Koreans are believed to be in Russia.|End"},
		"a claim with its cue and places": {
			append([]Mark{said, at("Koreans", Place, "KP"), at("Russia", Place, "RU")}, Cues(claim, "As many as … believed to be", said.Begin)...),
			"Поезда.|[*As many as* 20 <KP:Koreans> are *believed to be* in <RU:Russia>].|End",
		},
		"over an edge of paragraphs": {[]Mark{{5, 12, Place, "XX"}}, "Поезд<XX:а.>|<XX:As >many as 20 Koreans are believed to be in Russia.|End"},
		"outside of the text":        {[]Mark{{-4, 2, Place, "A"}, {62, 900, Place, "B"}}, "<A:По>езда.|As many as 20 Koreans are believed to be in Russia.|<B:End>"},
	} {
		if s := written(Cut(text, c.marks)); s != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, c.want)
		}
	}
}

func TestCuesThatAreNotThere(t *testing.T) {
	if got := Cues("about nine", "as many as … about", 7); len(got) != 1 || got[0] != (Mark{Begin: 7, End: 12, Kind: Cue}) {
		t.Errorf("%+v", got)
	}
	if got := Cues("about nine", "", 0); got != nil {
		t.Errorf("%+v", got)
	}
}

// FuzzCut holds that no text is lost, wherever the marks stand.
func FuzzCut(f *testing.F) {
	f.Add("a\n\nb", 0, 2, 1, 9)
	f.Add("", 0, 0, 0, 0)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		var got strings.Builder
		for _, p := range Cut(text, []Mark{{a, b, Place, "x"}, {c, d, Said, ""}, {b, c, Cue, ""}}) {
			for _, piece := range p {
				got.WriteString(piece.Text)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		if bare(got.String()) != bare(string([]rune(text))) {
			t.Errorf("%q became %q", text, got.String())
		}
	})
}
