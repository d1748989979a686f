package desk

import (
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

func TestLeader(t *testing.T) {
	at := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	part := func(id, day string, words int, change func(*Part)) Part {
		at = at.Add(time.Minute)
		p := Part{ID: id, Stage: StageWaiting, Published: day, Words: words, CreatedAt: at}
		if change != nil {
			change(&p)
		}
		return p
	}
	for name, c := range map[string]struct {
		parts []Part
		want  string
	}{
		"none":                     {nil, ""},
		"the earliest day":         {[]Part{part("a", "2026-11-21", 100, nil), part("b", "2026-11-20", 100, nil)}, "b"},
		"the first to arrive":      {[]Part{part("a", "", 100, nil), part("b", "", 100, nil)}, "a"},
		"no short copy":            {[]Part{part("a", "2026-11-19", 60, nil), part("b", "2026-11-20", 100, nil)}, "b"},
		"nearly as long will do":   {[]Part{part("a", "2026-11-19", 70, nil), part("b", "2026-11-20", 100, nil)}, "a"},
		"what is public stays":     {[]Part{part("a", "2026-11-19", 100, nil), part("b", "2026-11-20", 20, func(p *Part) { p.Stage = StagePublished })}, "b"},
		"what a person chose":      {[]Part{part("a", "2026-11-19", 100, nil), part("b", "2026-11-20", 20, func(p *Part) { p.Held, p.Leads = true, true })}, "b"},
		"no later version":         {[]Part{part("a", "2026-11-20", 100, nil), part("b", "2026-11-19", 100, func(p *Part) { p.Revises = "a" })}, "a"},
		"no duplicate of the same": {[]Part{part("a", "2026-11-20", 100, nil), part("b", "2026-11-19", 100, func(p *Part) { p.Stage = StageDuplicate })}, "a"},
	} {
		if got := Leader(c.parts); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestStoriesThatAreNotPossible(t *testing.T) {
	own, copied := Article{ID: "a", Stage: StageWaiting}, Article{ID: "b", Stage: StageWaiting, Story: "a"}
	public := Part{ID: "a", Leads: true, Stage: StagePublished}
	for name, err := range map[string]error{
		"split what is alone":             third(Split(own)),
		"join itself":                     third(Join(own, nil, own)),
		"join a copy":                     third(Join(Article{ID: "c", Stage: StageWaiting}, nil, copied)),
		"join what is public":             third(Join(Article{ID: "c", Stage: StagePublished}, nil, own)),
		"join a refused one":              third(Join(Article{ID: "c", Stage: StageWaiting}, nil, Article{ID: "r", Stage: StageRefused})),
		"join a post":                     third(Join(Article{ID: "c", Stage: StageWaiting}, nil, Article{ID: "p", Post: PostReport, Stage: StageWaiting})),
		"lead what leads":                 third(Lead(own, nil)),
		"lead before what is public":      third(Lead(copied, []Part{public, {ID: "b"}})),
		"lead from among what is refused": third(Lead(Article{ID: "b", Stage: StageRefused, Story: "a"}, nil)),
		"publish a copy":                  CheckStory(Article{Stage: StagePublished, Story: "a"}),
	} {
		if !fault.Is(err, fault.Conflict) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func third(_ Article, _ []Change, err error) error { return err }

// TestStoryIsUndone holds that what a decision about a story changes is put
// back by its undoing.
func TestStoryIsUndone(t *testing.T) {
	parts := []Part{{ID: "a", Leads: true, Stage: StageWaiting}, {ID: "b", Stage: StageWaiting}, {ID: "c", Stage: StageDuplicate}}
	a, changes, err := Lead(Article{ID: "b", Stage: StageWaiting, Story: "a"}, parts)
	if err != nil || a.Story != "" || len(changes) != 3 {
		t.Fatalf("%+v, %+v, %v", a, changes, err)
	}
	back, undone, err := Undo(a, Decision{Verb: VerbLead, Changes: changes})
	if err != nil || back.Story != "a" || len(undone) != 3 || undone[0] != (Change{Field: FieldStoryOf + "c", Before: "b", After: "a"}) {
		t.Errorf("%+v, %+v, %v", back, undone, err)
	}
}
