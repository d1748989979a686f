package office

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/desk"
)

// spanOf is the first place of words in a text.
func spanOf(text, words string) desk.Span {
	before, _, _ := strings.Cut(text, words)
	begin := utf8.RuneCountInString(before)
	return desk.Span{Begin: begin, End: begin + utf8.RuneCountInString(words), Words: words}
}

// shown writes lit paragraphs with the kinds of each piece.
func shown(paragraphs [][]piece) string {
	var b strings.Builder
	for i, p := range paragraphs {
		if i > 0 {
			b.WriteString(" / ")
		}
		for _, x := range p {
			for _, pin := range x.Pins {
				b.WriteString("<" + pin.Kind + ">")
			}
			if x.Class == "" {
				b.WriteString(x.Text)
				continue
			}
			b.WriteString("[" + x.Text + " " + strings.ReplaceAll(x.Class, "k-", "") + "]")
		}
	}
	return b.String()
}

// TestLitNests: findings inside each other and across each other are all lit, the
// innermost opens, and pins open quotations and claims.
func TestLitNests(t *testing.T) {
	text := "Ann Example said: “Russia holds 50 workers.”\nOn Monday North Korean workers left 汉城."
	x := finds{
		findings: []desk.Finding{
			{Kind: desk.FindingMentioned, Value: "RU", Spans: []desk.Span{spanOf(text, "Russia"), {Begin: 3, End: 9, Words: "not there"}, {Begin: 90, End: 999, Words: "x"}}},
			{Kind: desk.FindingAbout, Value: "KP", Score: .9, Spans: []desk.Span{spanOf(text, "North Korean")}},
			{Kind: desk.FindingGroup, Value: "workers", Score: .4, Spans: []desk.Span{spanOf(text, "North Korean workers")}},
			{Kind: desk.FindingPerson, Value: "Ann Example", Count: 1, Spans: []desk.Span{spanOf(text, "Ann Example")}},
			{Kind: desk.FindingDate, Value: "2026-11-30", Count: 1, Spans: []desk.Span{spanOf(text, "Monday")}},
			{Kind: desk.FindingMentioned, Value: "KR", Spans: []desk.Span{spanOf(text, "汉城")}},
			{Kind: desk.FindingRight, Value: "udhr-9", Spans: []desk.Span{spanOf(text, "left")}},
		},
		quotations: []desk.Quotation{{ID: "q1", State: desk.QuotationProposed, Words: "Russia holds 50 workers.", Begin: spanOf(text, "Russia").Begin, End: spanOf(text, "workers.").End, Speaker: "Ann Example", Found: "Ann Example", Stance: "denies"}},
		claims: []desk.Claim{
			{ID: "c1", State: desk.ClaimProposed, Words: "50 workers", Begin: spanOf(text, "50 w").Begin, End: spanOf(text, "50 workers").End, Bound: "exact", Min: 50, Max: 50, Unit: "people"},
			{ID: "c2", State: desk.ClaimRefused, Words: "left", Begin: spanOf(text, "left").Begin, End: spanOf(text, "left").End},
		},
	}
	got, cut := lit(text, tongue("en").groups(x))
	want := "[Ann Example person] said: “<quotation>[Russia quotation territory][ holds  quotation]<claim>[50 workers quotation claim][. quotation]” / " +
		"On [Monday date] [North Korean cue territory][ workers cue] left [汉城 territory]."
	if s := shown(got); s != want || cut {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	inner := got[1][3]
	if !strings.HasPrefix(inner.Why, "Territory: North Korea") || !strings.Contains(inner.Why, "\nClassification: workers") || !inner.First {
		t.Errorf("%+v", inner)
	}
	if pin := got[0][2].Pins[0]; !strings.Contains(pin.Why, "by Ann Example") || !strings.Contains(pin.Why, "denies it") {
		t.Errorf("%+v", pin)
	}
	x.marks = []desk.FindingMark{{Kind: desk.FindingMentioned, Value: "KP", State: desk.MarkRefused}}
	got, _ = lit(text, tongue("en").groups(x))
	if s := shown(got); !strings.Contains(s, "[North Korean workers cue]") {
		t.Errorf("what was refused is lit: %s", s)
	}
}

// TestManyLightsAreCut: of a text with lights everywhere all words stay, and the
// page is told that not everything is lit.
func TestManyLightsAreCut(t *testing.T) {
	const sentences = 20_000
	text := strings.Repeat("Russia and China. ", sentences)
	f := desk.Finding{Kind: desk.FindingMentioned, Value: "RU"}
	for i := range sentences {
		f.Spans = append(f.Spans, desk.Span{Begin: 18 * i, End: 18*i + 6, Words: "Russia"})
	}
	got, cut := lit(text, tongue("en").groups(finds{findings: []desk.Finding{f}}))
	runes, lights := 0, 0
	for _, p := range got {
		for _, x := range p {
			runes += utf8.RuneCountInString(x.Text)
			if x.Anchor != "" {
				lights++
			}
		}
	}
	if !cut || runes != 18*sentences || lights != maxLights {
		t.Errorf("cut %v, %d code points, %d lights", cut, runes, lights)
	}
	groups := tongue("en").groups(finds{findings: slices.Repeat([]desk.Finding{{Kind: desk.FindingPerson, Value: "A"}}, 3)})
	if len(groups[1].List) != 1 {
		t.Errorf("one name is listed %d times", len(groups[1].List))
	}
}

// FuzzLit: whatever the spans, the pieces together are the text, line by line.
func FuzzLit(f *testing.F) {
	f.Add("Russia and China.\n\nMore", 0, 6, 11, 16)
	f.Add("汉城\n汉城", 0, 5, -1, 2)
	f.Add("abcdef", 0, 4, 2, 6)
	f.Fuzz(func(t *testing.T, text string, b1, e1, b2, e2 int) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		runes := []rune(text)
		x := finds{}
		for i, s := range [][2]int{{b1, e1}, {b2, e2}} {
			if s[0] >= 0 && s[0] < s[1] && s[1] <= len(runes) {
				x.findings = append(x.findings, desk.Finding{Kind: desk.FindingMentioned, Value: []string{"RU", "CN"}[i], Spans: []desk.Span{{Begin: s[0], End: s[1], Words: string(runes[s[0]:s[1]])}}})
				x.quotations = append(x.quotations, desk.Quotation{ID: "q", Begin: s[0], End: s[1], Words: string(runes[s[0]:s[1]])})
			}
		}
		paragraphs, _ := lit(text, tongue("en").groups(x))
		var got []string
		for _, line := range paragraphs {
			var all strings.Builder
			for _, p := range line {
				all.WriteString(p.Text)
				if p.At >= len(runes) || !strings.HasPrefix(string(runes[p.At:]), p.Text) {
					t.Fatalf("%q does not stand at %d", p.Text, p.At)
				}
			}
			got = append(got, all.String())
		}
		want := slices.DeleteFunc(strings.Split(text, "\n"), func(s string) bool { return s == "" })
		if !slices.Equal(got, want) {
			t.Errorf("lit(%q) = %q", text, got)
		}
	})
}

// TestTextIsShownUpToOneBound: a long text is shown to its last word unless the
// page says that it is not, and cannot be corrected there then.
func TestTextIsShownUpToOneBound(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Text = strings.Repeat("A sentence of a long report. ", 10_000) + "Lastword."
	b.store.articles[a.ID] = a
	const shown, told = "Lastword.</p>", "only its beginning stands here"
	page := b.get("/articles/" + a.ID)
	b.want(page, 200, "", shown)
	b.lacks(page, told)
	a.Text = strings.Repeat("A sentence of a long report. ", 20_000) + "Lastword."
	b.store.articles[a.ID] = a
	page = b.get("/articles/" + a.ID)
	b.want(page, 200, "", told)
	b.lacks(page, shown)
}
