package site

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// claimPage shows one claim: the words in their context, who says so through
// whom, and how anyone can verify and cite it.
type claimPage struct {
	Frame
	Claim   public.Claim
	Article public.Article
	Context sentence
	Uses    []public.ClaimUse
	Cite    string
}

// sentence is a claim's words with what stands around them; before and after
// are empty where the page of the article does not show it either.
type sentence struct{ Before, Words, After string }

// contextRunes is how many characters of a text are shown on either side of a
// claim.
const contextRunes = 320

// oneClaim gives the claim of a path.
func (s *site) oneClaim(r *http.Request) (public.Claim, error) {
	c, err := s.Claims.Claim(r.Context(), r.PathValue("id"))
	if fault.Is(err, fault.NotFound) {
		err = problem(fault.NotFound, locale.T(tongue(r), "There is no such claim."))
	}
	return c, err
}

func (s *site) getClaimJSON(w http.ResponseWriter, r *http.Request) error {
	c, err := s.oneClaim(r)
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		return err
	}
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "application/json", append(b, '\n'))
}

func (s *site) getClaim(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	c, err := s.oneClaim(r)
	if err != nil {
		return err
	}
	p := &claimPage{Claim: c}
	if p.Article, err = s.Articles.Article(r.Context(), c.ArticleID); err != nil {
		return err // it was withdrawn this moment
	}
	if p.Uses, err = s.Claims.ClaimUses(r.Context(), c.ID); err != nil {
		return err
	}
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	p.Context = inContext(p.Article, c)
	p.Title, p.Path = locale.T(l, "Claim: {words}", "words", cut(c.Words, 90)), claimPath(c.ID)
	p.Description = cut(saidBy(l, c), 160)
	p.Cite = citation(l, p.Article, c, settings, locale.Day(l, s.Now()))
	return s.show(w, r, "claim.html", p)
}

// inContext gives the words of a claim with the paragraph around them, out of
// what the article's page shows.
func inContext(a public.Article, c public.Claim) sentence {
	if a.Licence == public.Link || c.Words == "" || strings.Count(a.Text, c.Words) != 1 {
		return sentence{Words: c.Words}
	}
	for _, p := range paragraphs(a.Text) {
		if before, after, found := strings.Cut(p, c.Words); found {
			return sentence{lastRunes(before, contextRunes), c.Words, firstRunes(after, contextRunes)}
		}
	}
	return sentence{Words: c.Words} // they run over two paragraphs
}

// firstRunes gives the beginning of a text, with an ellipsis where it is cut at
// a blank.
func firstRunes(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	short := string([]rune(text)[:most])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short + "…"
}

// lastRunes gives the end of a text, with an ellipsis where it is cut at a blank.
func lastRunes(text string, most int) string {
	n := utf8.RuneCountInString(text)
	if n <= most {
		return text
	}
	short := string([]rune(text)[n-most:])
	if i := strings.IndexByte(short, ' '); i >= 0 {
		short = short[i:]
	}
	return "…" + short
}

// citation is a line by which a claim is cited, in the order of title, outlet,
// date, organisation, address and day of access.
func citation(language string, a public.Article, c public.Claim, s public.Settings, today string) string {
	parts := []string{"“" + c.Words + "”", a.Title, a.Outlet}
	if a.Published != "" {
		parts = append(parts, locale.Date(language, a.Published))
	}
	parts = append(parts, s.Organisation, s.SiteURL+claimPath(c.ID), locale.T(language, "read on {day}", "day", today))
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(parts, " · ")
}

// Counted reports whether a figure counts the claim.
func (p *claimPage) Counted() bool {
	return slices.ContainsFunc(p.Uses, func(u public.ClaimUse) bool { return u.Counted })
}
