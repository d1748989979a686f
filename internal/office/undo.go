package office

import (
	"net/http"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// undoKey is where a session keeps the decisions that can be undone, newest
// last, one a line: the article's id and the decision's.
const undoKey = "undo"

// freshKey is where a session notes that the next notice is about a decision
// that can be undone.
const freshKey = "fresh"

// undoDepth is how many decisions of a session can be undone.
const undoDepth = 20

// taken is a decision that somebody took in this session: the article, with its
// claim where it is about one, and the decision.
type taken struct{ record, decision string }

func (t taken) article() string {
	id, _, _ := strings.Cut(t.record, ofClaim)
	return id
}

func (t taken) claim() string {
	_, id, _ := strings.Cut(t.record, ofClaim)
	return id
}

// remember notes a decision so that it can be undone.
func (o *office) remember(r *http.Request, article, decision string) {
	lines := strings.Fields(o.sessions.GetString(r.Context(), undoKey))
	lines = append(lines, article+"/"+decision)
	o.sessions.Put(r.Context(), undoKey, strings.Join(lines[max(0, len(lines)-undoDepth):], "\n"))
	o.sessions.Put(r.Context(), freshKey, decision)
}

// undoable gives the last decision of the session that was not undone.
func (o *office) undoable(r *http.Request) taken {
	lines := strings.Fields(o.sessions.GetString(r.Context(), undoKey))
	if len(lines) == 0 {
		return taken{}
	}
	record, decision, _ := strings.Cut(lines[len(lines)-1], "/")
	return taken{record, decision}
}

// forget takes the last decision off the list, whether it could be undone or not.
func (o *office) forget(r *http.Request) {
	lines := strings.Fields(o.sessions.GetString(r.Context(), undoKey))
	o.sessions.Put(r.Context(), undoKey, strings.Join(lines[:max(0, len(lines)-1)], "\n"))
}

// postUndo puts a record back to where it was before the last decision of this
// session, by a decision of its own.
func (o *office) postUndo(w http.ResponseWriter, r *http.Request) error {
	last, back := o.undoable(r), localPath(r.PostFormValue("back"))
	if last.decision == "" || last.decision != r.PostFormValue("decision") {
		return o.done(w, r, back, locale.T(o.lang(r), "There is nothing to undo."))
	}
	if last.claim() != "" {
		return o.postUndoClaim(w, r, last, back)
	}
	a, err := o.undo(r, last)
	if err != nil {
		words, _, ours := problem(o.tongue(r), err)
		if ours {
			return err
		}
		o.forget(r)
		return o.done(w, r, "/articles/"+last.article(), words)
	}
	o.forget(r)
	notice := locale.T(o.lang(r), "Undone: “{title}” is {stage} again.", "title", shorten(o.tongue(r).titleOr(a.Title), 80), "stage", o.tongue(r).stage(a.Stage))
	if strings.HasPrefix(back, "/?") || back == "/" { // in the queue the line is to be seen again
		back = "/?stage=" + string(a.Stage) + "#i-" + a.ID
	}
	return o.done(w, r, back, notice)
}

// postUndoClaim puts a claim back and stays where the editor is.
func (o *office) postUndoClaim(w http.ResponseWriter, r *http.Request, last taken, back string) error {
	notice, err := o.undoClaim(r, last.article(), last.claim(), last.decision)
	words, _, ours := problem(o.tongue(r), err)
	if ours && !fault.Is(err, fault.NotFound) {
		return err
	}
	o.forget(r)
	switch {
	case ours: // its article was read anew, and it is no longer there
		words = o.tongue(r).words(err)
		fallthrough
	case err != nil:
		return o.done(w, r, "/articles/"+last.article()+"#claims", words)
	case isLedger(back):
		back += "#i-" + last.claim()
	}
	return o.done(w, r, back, notice)
}

func (o *office) undo(r *http.Request, last taken) (desk.Article, error) {
	ctx := r.Context()
	a, err := o.articles.Article(ctx, last.article())
	if err != nil {
		return a, err
	}
	history, err := o.articles.Decisions(ctx, last.article())
	if err != nil {
		return a, err
	}
	d, ok := standing(desk.WithoutClaims(history)) // what was said of its claims is undone by itself
	if !ok || d.ID != last.decision {
		return a, fault.New(fault.Conflict, "Somebody decided about this article after you, so your decision cannot be undone any more. Look at its history and decide again.")
	}
	a, changes, err := desk.Undo(a, d)
	if err != nil {
		return a, err
	}
	if a.Stage == desk.StagePublished {
		if err := desk.CheckPublish(a); err != nil {
			return a, err
		}
	}
	return o.articles.DecideArticle(ctx, a, o.decision(r, desk.VerbUndo, a.ID, changes...))
}

// standing gives the newest decision that no later one undid. The history is
// newest first.
func standing(history []desk.Decision) (desk.Decision, bool) {
	undone := 0
	for _, d := range history {
		switch {
		case d.Verb == desk.VerbUndo:
			undone++
		case undone > 0:
			undone--
		default:
			return d, true
		}
	}
	return desk.Decision{}, false
}

// shorten cuts a long title for a sentence.
func shorten(s string, letters int) string {
	r := []rune(s)
	if len(r) <= letters {
		return s
	}
	return strings.TrimSpace(string(r[:letters-1])) + "…"
}
