package analyse

import (
	"testing"
	"unicode/utf8"

	"rightsdesk/internal/public"
)

// said is a claim in short, for tests.
type said struct {
	text, claimant, hedge, bound string
	min, max, best               float64 // best only of what is about
	unit                         string
}

func inShort(list []Claim) []said {
	var out []said
	for _, c := range list {
		s := said{text: c.Text, hedge: string(c.Hedge), bound: string(c.Bound), unit: c.Quantity.Unit}
		if c.Claimant != nil {
			s.claimant = c.Claimant.Surface
		}
		if c.Quantity.Min != nil {
			s.min = *c.Quantity.Min
		}
		if c.Quantity.Max != nil {
			s.max = *c.Quantity.Max
		}
		if c.Quantity.Best != nil && c.Bound == public.About {
			s.best = *c.Quantity.Best
		}
		out = append(out, s)
	}
	return out
}

// The sentences are invented; the first is in the seed's form.
var claimCases = []struct {
	lang, text string
	want       []said
}{
	{"en", "There are as many as 50-thousand North Koreans believed to be working in Russia.", []said{{bound: "at_most", hedge: "believed", max: 50000, unit: "people"}}},
	{"en", "At least 200 people were detained in the raid, the ministry said.", []said{{bound: "at_least", hedge: "none", min: 200, unit: "people"}}},
	{"fr", "Environ 40 000 travailleurs se trouvent en Russie, selon des experts.", []said{{bound: "about", hedge: "none", best: 40000, unit: "people"}}},
	{"ru", "По данным министерства, более 300 верующих находятся под стражей.", []said{{bound: "more_than", hedge: "none", min: 300, unit: "people"}}},
	// What is no quantity: dates, times, addresses, articles of law.
	{"en", "He was born on 12 March 1984, lives at 40 Lenin Street, and was charged under article 282 at 10 o'clock.", nil},
	{"en", "The court met on Monday and nobody was heard.", nil},
	{"fr", "Il a 41 ans et l'article 25 de la loi de 2016 est cité.", []said{{bound: "exact", hedge: "none", min: 41, max: 41, unit: "years"}}},
	{"ru", "Ему 41 год, статья 282 Уголовного кодекса, 12 марта 2024 года.", []said{{bound: "exact", hedge: "none", min: 41, max: 41, unit: "years"}}},
	{"en", "", nil},
}

func TestClaims(t *testing.T) {
	for _, c := range claimCases {
		got := inShort(Analyse(Input{Text: c.text, Language: c.lang}).Claims)
		if len(got) != len(c.want) {
			t.Errorf("%s: %+v", c.text, got)
			continue
		}
		for i, w := range c.want {
			g := got[i]
			if g.bound != w.bound || g.hedge != w.hedge || g.min != w.min || g.best != w.best || g.max != w.max || g.unit != w.unit {
				t.Errorf("%s\ngot  %+v\nwant %+v", c.text, g, w)
			}
		}
	}
}

func TestWhoClaims(t *testing.T) {
	for text, want := range map[string]string{
		"“About 500 believers were fined,” said Anna Invented, who does not exist.": "Anna Invented",
		"About 500 believers were fined, according to Russian officials.":           "Russian officials",
		"About 500 believers were fined.":                                           "",
	} {
		got := inShort(Analyse(Input{Text: text, Language: "en"}).Claims)
		if len(got) != 1 || got[0].claimant != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// FuzzClaims: every claim and each of its parts stands in the text, and its
// least is not above its most.
func FuzzClaims(f *testing.F) {
	for _, c := range claimCases {
		f.Add(c.text, c.lang)
	}
	f.Add("至少有5万名工人在俄罗斯。", "zh")
	f.Add("북한 노동자 약 3만 명이 러시아에 있다.", "ko")
	f.Add("정부에 따르면 북한 노동자 3만 명이 있다.", "ko") // went round for ever
	f.Add("Ⱦ", "")
	f.Add("5만명이넘는3만천명", "ko") // two amounts in one clause
	f.Add("꤉0䜨䀄罗斯〄", "zh")    // went round for ever
	f.Add("Officials, as reported, expressed interest in it. “It is not a violation,” said one of them, while others say two thirds must go.", "en")
	f.Add("one in ", "en") // a number is looked for behind the end
	f.Add("Algunos expertos dicen que «no es así» desde 2019, uno de cada tres.", "es")
	f.Add("قال مسؤولون إن نحو 300 شخص محتجزون.", "ar")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) || len(text) > 4000 {
			return
		}
		runes := []rune(text)
		inside := func(s ClaimSpan) bool { return s.Begin >= 0 && s.Begin < s.End && s.End <= len(runes) }
		for _, c := range Analyse(Input{Text: text, Language: lang, Date: "2021-06-16", Outlet: "Example"}).Claims {
			if !inside(c.Span) || string(runes[c.Span.Begin:c.Span.End]) != c.Text || c.Hedge == "" || c.Bound == "" ||
				!inside(c.Content) || c.Mode == "" || c.Polarity == "" || c.Basis == "" || len(c.Via) == 0 || c.Extraction != Version {
				t.Fatalf("%+v", c)
			}
			for _, cue := range c.Cues {
				if !inside(cue.ClaimSpan) || string(runes[cue.Begin:cue.End]) != cue.Text {
					t.Fatalf("cue %+v", cue)
				}
			}
			if q := c.Quantity; q.Min != nil && q.Max != nil && *q.Min > *q.Max || c.Source != nil && !inside(*c.Source) {
				t.Fatalf("%+v", c)
			}
		}
	})
}
