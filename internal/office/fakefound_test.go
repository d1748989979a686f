package office

import (
	"context"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// fakeFound keeps in memory what was found in articles and what corrections taught.
type fakeFound struct {
	links   []desk.MentionLine
	quotes  []desk.Quotation
	marks   []desk.FindingMark
	lessons []desk.Lesson
}

func (f *fake) Mentions(_ context.Context, articleID string) (out []desk.MentionLine, err error) {
	for _, l := range f.found.links {
		if l.ArticleID == articleID {
			out = append(out, l)
		}
	}
	return out, nil
}

func (f *fake) CaseMentions(_ context.Context, caseID string, n int) (out []desk.MentionLine, err error) {
	for _, l := range f.found.links {
		if l.CaseID == caseID && l.State != desk.MentionRefused && len(out) < n {
			out = append(out, l)
		}
	}
	return out, nil
}

func (f *fake) DecideMention(_ context.Context, articleID, caseID string, state desk.MentionState, d desk.Decision) error {
	at := slices.IndexFunc(f.found.links, func(l desk.MentionLine) bool { return l.ArticleID == articleID && l.CaseID == caseID })
	if at < 0 {
		return errMissing
	}
	if f.found.links[at].State == state {
		return fault.New(fault.Conflict, "Somebody decided the same before you. Reload the page to see where it stands.")
	}
	f.found.links[at].State = state
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Quotations(_ context.Context, articleID string) (out []desk.Quotation, err error) {
	for _, q := range f.found.quotes {
		if q.ArticleID == articleID {
			out = append(out, q)
		}
	}
	return out, nil
}

func (f *fake) DecideQuotation(_ context.Context, q desk.Quotation, d desk.Decision) error {
	at := slices.IndexFunc(f.found.quotes, func(o desk.Quotation) bool { return o.ID == q.ID })
	f.found.quotes[at] = q
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Marks(_ context.Context, articleID string) (out []desk.FindingMark, err error) {
	for _, m := range f.found.marks {
		if m.ArticleID == articleID {
			out = append(out, m)
		}
	}
	return out, nil
}

func (f *fake) MarkFinding(_ context.Context, m desk.FindingMark, taught *desk.Lesson, d desk.Decision) error {
	f.found.marks = slices.DeleteFunc(f.found.marks, func(o desk.FindingMark) bool { return o.Kind == m.Kind && o.Value == m.Value })
	f.found.marks = append(f.found.marks, m)
	if taught != nil {
		f.found.lessons = append(f.found.lessons, *taught)
	}
	f.decisions = append(f.decisions, d)
	return nil
}

func (f *fake) Lessons(_ context.Context, state desk.LessonState, n int) (out []desk.LessonLine, err error) {
	for _, l := range f.found.lessons {
		if l.State == state && len(out) < n {
			out = append(out, desk.LessonLine{Lesson: l, Source: "Invented Courier", Article: f.articles[l.ArticleID].Title})
		}
	}
	return out, nil
}

func (f *fake) Lesson(_ context.Context, id string) (desk.Lesson, error) {
	for _, l := range f.found.lessons {
		if l.ID == id {
			return l, nil
		}
	}
	return desk.Lesson{}, errMissing
}

func (f *fake) DecideLesson(_ context.Context, seen desk.Lesson, to desk.LessonState, everywhere bool, d desk.Decision) error {
	at := slices.IndexFunc(f.found.lessons, func(l desk.Lesson) bool { return l.ID == seen.ID })
	f.found.lessons[at].State = to
	if everywhere {
		f.found.lessons[at].SourceID = ""
	}
	f.decisions = append(f.decisions, d)
	return nil
}
