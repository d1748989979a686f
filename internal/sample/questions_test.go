package sample

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
)

// TestProposalsOfTheSample lets the machine propose its own claims of the
// sample's posts for the sample's questions, and holds every proposal, as it was
// judged by hand. All that are to answer do; what is near is told apart.
func TestProposalsOfTheSample(t *testing.T) {
	want := map[string]string{
		// Of the workers' posts: stocks in Russia answer.
		"workers: 0–50000 of nk-russia-accord-2017-en":        "answers",
		"workers: 40000–40000 of nk-russie-2017-fr":           "answers",
		"workers: 0–37000 of kndr-posol-2018-ru":              "answers",
		"workers: 11000–11000 of bukhan-nodongja-2019-ko":     "answers",
		"workers: 511–511 of ummal-kuriya-2020-ar":            "answers",
		"workers: 11490–11490 of nk-un-reports-2019-en":       "answers",
		"workers: 4000–4000 of nk-entries-2025-en":            "answers",
		"workers: 10000–0 of nk-registered-2018-en":           "near other-measure flow",
		"workers: 15000–15000 of nk-15000-2025-en":            "near other-measure flow",
		"workers: 10000–0 of bukhan-nodongja-2019-ko":         "near other-measure flow",
		"russia: 175000–175000 of russia-ban-2017-en":         "near other-measure flow",
		"workers: 2–2 of week-vladivostok-ko":                 "near other-measure flow",
		"workers: 100000–100000 of nk-groupe-experts-2024-fr": "near no-place RU",
		// Of the other questions.
		"eritrea: 64–64 of eritrea-64-2024-en":          "answers",
		"eritrea: 28–28 of eritrea-released-2020-en":    "near other-measure flow",
		"russia: 147–147 of russia-147-2024-en":         "answers",
		"russia: 122–122 of svideteli-2023-ru":          "answers",
		"camps: 200000–200000 of josa-wiwonhoe-2024-ko": "answers",
	}
	short := map[string]string{"north-korean-workers-in-russia": "workers", "jehovahs-witnesses-held-in-eritrea": "eritrea", "jehovahs-witnesses-behind-bars-in-russia": "russia",
		"people-in-political-prison-camps-in-north-korea": "camps"}
	d := load(t)
	var questions []desk.Question
	for _, f := range d.Figures {
		q := desk.Question{ID: short[f.Key], Title: f.Question, Territory: f.Territory, Origin: f.Origin, Terms: desk.ParseTerms(f.Terms), Measure: f.Measure, Unit: f.Unit, Definition: f.Definition}
		if err := desk.CheckQuestion(q); err != nil || len(q.Terms) == 0 || q.Definition == "" || !slices.Contains(desk.FigureRules, f.By) {
			t.Errorf("%s: %v", f.Key, err)
		}
		questions = append(questions, q)
	}
	got := map[string]string{}
	for _, p := range d.Posts {
		proposals(t, desk.NewAsker(questions), p, got)
	}
	for _, key := range slices.Sorted(maps.Keys(got)) {
		if want[key] != got[key] {
			t.Errorf("%s: %s, want %q", key, got[key], want[key])
		}
	}
	for key := range want {
		if got[key] == "" {
			t.Errorf("%s is not proposed", key)
		}
	}
}

// proposals adds what the machine makes of a post's claims.
func proposals(t *testing.T, asker desk.Asker, p Post, into map[string]string) {
	t.Helper()
	doc, err := extract.Read([]byte(p.Text), extract.Options{}, now)
	if err != nil {
		t.Fatal(err)
	}
	a := desk.Article{Text: doc.Text, Title: doc.Title, Language: p.Language, Published: doc.Published, Territories: p.Territories}
	claims := analyse.Analyse(analyse.Input{Title: a.Title, Text: a.Text, Date: a.Published, Language: a.Language}).DeskClaims()
	for i, traits := range analyse.Traits(a, claims) {
		for question, f := range asker.Fits(claims[i], traits) {
			verdict := string(f.Verdict)
			for _, r := range f.Against {
				verdict += " " + r.Code + " " + r.About
			}
			into[fmt.Sprintf("%s: %v–%v of %s", question, claims[i].Min, claims[i].Max, p.File[:len(p.File)-len(".txt")])] = verdict
		}
	}
}
