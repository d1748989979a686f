package site

import (
	"net/http"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// issuesPage lists the issues that were sent.
type issuesPage struct {
	Frame
	Issues []public.Issue
	Pages  pager
}

// issuePage shows what an issue had that is still public.
type issuePage struct {
	Frame
	Issue    public.Issue
	Articles []public.Teaser
}

func (s *site) getIssues(w http.ResponseWriter, r *http.Request) error {
	page, err := pageNumber(r)
	if err != nil {
		return err
	}
	p := &issuesPage{}
	if p.Issues, err = s.Archive.Issues(r.Context(), page); err != nil {
		return err
	}
	if page > 1 && len(p.Issues) == 0 {
		return noSuchPage(r, page)
	}
	p.Pages = pager{Page: page}
	if page > 1 {
		p.Pages.Previous = pageAddress("/newsletter", nil, page-1)
	}
	if len(p.Issues) == public.PageSize {
		p.Pages.Next = pageAddress("/newsletter", nil, page+1)
	}
	p.Title, p.Path, p.Part, p.Unlisted = locale.T(tongue(r), "Newsletter"), "/newsletter", "/newsletter", page > 1
	p.Description = locale.T(tongue(r), "All issues of the newsletter.")
	return s.show(w, r, "issues.html", p)
}

func (s *site) getIssue(w http.ResponseWriter, r *http.Request) error {
	issue, err := s.Archive.Issue(r.Context(), r.PathValue("id"))
	if fault.Is(err, fault.NotFound) {
		return problem(fault.NotFound, locale.T(tongue(r), "There is no such issue of the newsletter."))
	}
	if err != nil {
		return err
	}
	p := &issuePage{Issue: issue}
	if p.Articles, err = s.Archive.Teasers(r.Context(), issue.Articles); err != nil {
		return err
	}
	p.Title, p.Path, p.Part = issue.Title, "/newsletter/"+issue.ID, "/newsletter"
	return s.show(w, r, "issue.html", p)
}
