package office

import (
	"net/http"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// queuePageSize is how many lines a page of the queue has.
const queuePageSize = 50

// tabs are the stages in the order in which an editor looks at them.
var tabs = []desk.Stage{
	desk.StageWaiting, desk.StagePublished, desk.StageRefused, desk.StageWithdrawn, desk.StageUnreadable, desk.StageDuplicate,
}

// queuePage is a page of one stage of the queue.
type queuePage struct {
	Frame
	Stage  desk.Stage
	Tabs   []tab
	Items  []line
	Older  string // id to go on from; empty on the last page
	Before string // where this page begins; empty on the first
	Unread int    // articles still to be read
	Erase  int    // proposed erasures that wait for whoever is looking
}

// line is an article in the queue.
type line struct {
	desk.QueueItem
	Next     string   // id of the line after it; empty on the last
	Headline []string // where its headline says more than its text
}

type tab struct {
	Stage   desk.Stage
	Count   int
	Current bool
}

func (o *office) getQueue(w http.ResponseWriter, r *http.Request) error {
	stage := desk.Stage(r.FormValue("stage"))
	if stage == "" {
		stage = desk.StageWaiting
	}
	counts, err := o.queue.StageCounts(r.Context())
	if err != nil {
		return err
	}
	p := &queuePage{
		Frame: Frame{Title: locale.T(o.lang(r), "Queue: {stage}", "stage", o.tongue(r).stage(stage)), Nav: "/"},
		Stage: stage, Before: r.FormValue("before"), Unread: counts[desk.StageUnread],
	}
	known := false
	for _, s := range tabs {
		p.Tabs = append(p.Tabs, tab{s, counts[s], s == stage})
		known = known || s == stage
	}
	if !known {
		return fault.New(fault.NotFound, "There is no such stage in the queue. Please choose one of the tabs on the first page.")
	}
	if p.Erase, err = o.waitingErasures(r); err != nil {
		return err
	}
	items, err := o.queue.Queue(r.Context(), desk.QueueQuery{Stage: stage, Before: p.Before, Limit: queuePageSize + 1})
	if err != nil {
		return err
	}
	if len(items) > queuePageSize {
		items = items[:queuePageSize]
		p.Older = items[queuePageSize-1].ID
	}
	for i, item := range items {
		l := line{QueueItem: item}
		if i+1 < len(items) {
			l.Next = items[i+1].ID
		}
		p.Items = append(p.Items, l)
	}
	if err := o.noteHeadlines(r.Context(), o.tongue(r), p.Items); err != nil {
		return err
	}
	return o.show(w, r, http.StatusOK, "queue.html", p)
}

// getNext goes to the waiting article that stands after another in the queue,
// or to the newest when there is none, so that an editor can work through it.
func (o *office) getNext(w http.ResponseWriter, r *http.Request) error {
	for _, before := range []string{r.FormValue("after"), ""} {
		items, err := o.queue.Queue(r.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Before: before, Limit: 1})
		if err != nil {
			return err
		}
		if len(items) == 1 {
			http.Redirect(w, r, "/articles/"+items[0].ID, http.StatusSeeOther)
			return nil
		}
	}
	return o.done(w, r, "/", locale.T(o.lang(r), "Nothing is waiting any more."))
}
