package desk

import (
	"slices"
	"testing"

	"rightsdesk/internal/fault"
)

const (
	askedFor = "Tell a friend about us."
	known    = "Ada Invented was arrested in March."
)

func doubted() Article {
	return Article{
		ID: "a", Stage: StageWaiting, Text: "One.\n\n" + known + "\n\n" + askedFor, HTML: "<p>One.</p>", Reader: "r", Confidence: .8,
		Doubts: []Doubt{{Kind: "repeated", Text: known}, {Kind: "footer", Text: askedFor}}, Removed: []Removed{{"byline", "By Ada"}},
	}
}

func TestDoubtIsKept(t *testing.T) {
	a, changes, err := DecideDoubt(doubted(), askedFor, VerbKeep)
	if err != nil || a.Text != doubted().Text || len(a.Open()) != 1 || !slices.Equal(changes, []Change{{"kept", "", askedFor}}) {
		t.Fatalf("%+v, %v, %v", a, changes, err)
	}
	if _, _, err := DecideDoubt(a, askedFor, VerbCut); !fault.Is(err, fault.Conflict) {
		t.Errorf("decided twice: %v", err)
	}
	back, undone, err := Undo(a, Decision{Verb: VerbKeep, Changes: changes})
	if err != nil || !slices.Equal(back.Doubts, doubted().Doubts) {
		t.Fatalf("%+v, %v", back, err)
	}
	if again, _, err := Undo(back, Decision{Verb: VerbUndo, Changes: undone}); err != nil || !slices.Equal(again.Doubts, a.Doubts) {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestDoubtIsCut(t *testing.T) {
	a, changes, err := DecideDoubt(doubted(), askedFor, VerbCut)
	if err != nil || a.Text != "One.\n\n"+known || a.HTML != "" || len(a.Open()) != 1 || !slices.Contains(a.Removed, Removed{"footer", askedFor}) {
		t.Fatalf("%+v, %v", a, err)
	}
	back, undone, err := Undo(a, Decision{Verb: VerbCut, Changes: changes})
	if err != nil || back.Text != doubted().Text || back.HTML == "" || len(back.Open()) != 2 || !slices.Equal(back.Removed, doubted().Removed) {
		t.Fatalf("%+v, %v", back, err)
	}
	if again, _, err := Undo(back, Decision{Verb: VerbUndo, Changes: undone}); err != nil || again.Text != a.Text || !slices.Equal(again.Removed, a.Removed) || len(again.Open()) != 1 {
		t.Errorf("%+v, %v", again, err)
	}
	alone := Article{Text: askedFor, Doubts: []Doubt{{Kind: "footer", Text: askedFor}}}
	if _, _, err := DecideDoubt(alone, askedFor, VerbCut); !fault.Is(err, fault.Invalid) {
		t.Errorf("all of a text was cut: %v", err)
	}
}

func TestPartIsPutBack(t *testing.T) {
	cut, _, err := DecideDoubt(doubted(), known, VerbCut)
	if err != nil {
		t.Fatal(err)
	}
	a, changes, err := PutBack(cut, Removed{"repeated", known})
	if err != nil || a.Text != "One.\n\n"+askedFor+"\n\n"+known || !slices.Equal(a.Removed, doubted().Removed) {
		t.Fatalf("%+v, %v", a, err)
	}
	if back, _, err := Undo(a, Decision{Verb: VerbPutBack, Changes: changes}); err != nil || back.Text != cut.Text || !slices.Equal(back.Removed, cut.Removed) {
		t.Errorf("%+v, %v", back, err)
	}
	if _, _, err := PutBack(a, Removed{"footer", "what is not there"}); !fault.Is(err, fault.Conflict) {
		t.Error(err)
	}
}

// TestLookedAt: what is doubtful or unsure is not published without somebody
// opening it.
func TestLookedAt(t *testing.T) {
	for name, c := range map[string]struct {
		change func(a *Article)
		ready  bool
	}{
		"doubts":             {func(*Article) {}, false},
		"all kept":           {func(a *Article) { a.Doubts[0].Kept, a.Doubts[1].Kept = true, true }, true},
		"gone from the text": {func(a *Article) { a.Text = "One." }, true},
		"unsure":             {func(a *Article) { a.Doubts, a.Confidence = nil, .4 }, false},
		"a text of our own":  {func(a *Article) { a.Doubts, a.Confidence, a.Post = nil, 0, PostReport }, true},
		"written by hand":    {func(a *Article) { a.Doubts, a.Confidence, a.Reader = nil, 0, "" }, true},
	} {
		a := doubted()
		c.change(&a)
		if err := CheckLooked(a); (err == nil) != c.ready {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRereadKeepsDoubts: what a person kept stays, also when a newer reader
// would cut it; what nobody decided is as it is read now.
func TestRereadKeepsDoubts(t *testing.T) {
	read := Article{Text: "One.\n\n" + known, Reader: "r2", Removed: []Removed{{"repeated", askedFor}}}
	a, changes := Rereadable{Article: doubted()}.Merge(read)
	if a.Text != read.Text || len(a.Doubts) != 0 || !slices.Contains(fieldsOf(changes), "doubts") {
		t.Errorf("undecided: %+v, %v", a, changes)
	}
	kept, _, err := DecideDoubt(doubted(), askedFor, VerbKeep)
	if err != nil {
		t.Fatal(err)
	}
	held := Rereadable{Article: kept, Held: []string{"kept"}}
	if a, changes := held.Merge(read); a.Text != kept.Text || a.HTML != kept.HTML || !slices.Equal(a.Removed, kept.Removed) || !slices.Equal(a.Doubts, kept.Doubts) {
		t.Errorf("kept: %+v, %v", a, changes)
	}
	read.Text, read.Doubts = kept.Text, []Doubt{{Kind: "footer", Text: askedFor}}
	a, _ = held.Merge(read)
	if len(a.Open()) != 0 || len(a.Doubts) != 1 || !a.Doubts[0].Kept {
		t.Errorf("kept and doubted again: %+v", a.Doubts)
	}
	cut, _, err := DecideDoubt(doubted(), askedFor, VerbCut)
	if err != nil {
		t.Fatal(err)
	}
	read.Text = doubted().Text
	if a, _ := (Rereadable{Article: cut, Held: []string{"cut", "html", "text"}}).Merge(read); a.Text != cut.Text || !slices.Equal(a.Removed, cut.Removed) || !slices.Equal(a.Doubts, cut.Doubts) {
		t.Errorf("cut: %+v", a)
	}
}
