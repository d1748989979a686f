package analyse

import (
	"os"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/analyse/speech"
	"rightsdesk/internal/extract"
)

// TestSeedQuotation: the seed has one quotation, nobody is named as its
// speaker, and the paragraph before it is its context.
func TestSeedQuotation(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skipf("the seed is not here: %v", err)
	}
	doc, err := extract.Read(data, extract.Options{}, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	r := Analyse(Input{Title: doc.Title, Text: doc.Text, Date: doc.Published, Language: doc.Language})
	if len(r.Quotations) != 1 {
		t.Fatalf("%d quotations", len(r.Quotations))
	}
	q := r.Quotations[0]
	if !strings.HasPrefix(q.Text, "We consider important cooperation") || !strings.HasSuffix(q.Text, "our bilateral agreements.") || q.Speaker != "" || q.SpeakerEnd != 0 || q.Cue != "" {
		t.Errorf("%+v", q)
	}
	if q.Context == nil || !strings.HasPrefix(q.Context.Text, "The bilateral cooperation comes at a time") {
		t.Errorf("context %+v", q.Context)
	}
	said := ""
	for _, p := range r.Paraphrases() {
		said += p.Speaker.Text + ": " + p.Text + "\n"
	}
	for _, want := range []string{"Russian officials: sanctions must not affect", "Some experts: Moscow’s real intent"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestSpoken holds that the result gives what was found in code points, with
// whom a pronoun means and where that was named.
func TestSpoken(t *testing.T) {
	text := "Łucja Invented, a lawyer, spoke in Kraków.\n“We shall appeal,” she said. “That is all.”"
	r := Analyse(Input{Text: text, Language: "en"})
	if len(r.Quotations) != 2 || r.Spoken()[0].Stance != speech.Asserts {
		t.Fatalf("%+v", r.Quotations)
	}
	runes := []rune(text)
	for i, want := range []string{"We shall appeal", "That is all."} {
		q := r.Quotations[i]
		if q.Text != want || string(runes[q.Begin:q.End]) != want || q.Speaker != "Łucja Invented" || q.SpeakerBegin != 0 || q.SpeakerEnd != 14 || q.Context != nil {
			t.Errorf("%+v", q)
		}
	}
	if r.Quotations[0].Cue != "said" || r.Quotations[1].Cue != "" {
		t.Errorf("cues %q, %q", r.Quotations[0].Cue, r.Quotations[1].Cue)
	}
}
