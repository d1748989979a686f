package site

import (
	"context"
	"html/template"
	"io"
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// articlePage shows one article.
type articlePage struct {
	Frame
	Language string // of the page
	Article  public.Article
	Body     []block
	Placed   int // claims that are marked in the body
	Snippets []template.HTML
}

func (s *site) getArticle(w http.ResponseWriter, r *http.Request) error {
	a, err := s.Articles.Article(r.Context(), r.PathValue("id"))
	if fault.Is(err, fault.NotFound) {
		return problem(fault.NotFound, locale.T(tongue(r), "There is no such article."))
	}
	if err != nil {
		return err
	}
	snippets, err := s.snippets(r.Context(), tongue(r), a.Territories)
	if err != nil {
		return err
	}
	return s.show(w, r, "article.html", newArticlePage(tongue(r), a, snippets))
}

// snippets gives the blocks to show under an article, with what they count.
func (s *site) snippets(ctx context.Context, language string, territories []string) ([]template.HTML, error) {
	found, err := s.Articles.Snippets(ctx, territories)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	totals, err := s.Ledger.Totals(ctx)
	if err != nil {
		return nil, err
	}
	return fillSnippets(language, found, totals), nil
}

// fillSnippets puts the counts and the subscription form into snippets.
func fillSnippets(language string, list []public.Snippet, totals public.Totals) []template.HTML {
	var out []template.HTML
	form := false // there is one form on a page
	for _, x := range list {
		html := public.FillCounts(x.HTML, totals, func(n int) string { return locale.Number(language, n) })
		before, after, found := public.CutSubscribe(html)
		switch {
		case found && !form:
			html, form = before+subscribeForm(language)+after, true
		case found:
			html = before + after
		}
		out = append(out, template.HTML(html))
	}
	return out
}

// subscribeForm is the form that a snippet can hold.
func subscribeForm(language string) string {
	var b strings.Builder
	t := pagesIn(language).Page("article.html")
	if err := t.ExecuteTemplate(&b, "address", addressForm{ID: "snippet-address"}); err != nil {
		panic(err) // the template is part of the program
	}
	return b.String()
}

// RenderArticle writes the page of an article as readers get it, for whoever
// wants to see it before it is public.
func RenderArticle(w io.Writer, language string, a public.Article, snippets []public.Snippet, totals public.Totals, settings public.Settings) error {
	p := newArticlePage(language, a, fillSnippets(language, snippets, totals))
	p.fill(settings)
	return pagesIn(language).Render(w, "article.html", p)
}

func newArticlePage(language string, a public.Article, snippets []template.HTML) *articlePage {
	p := &articlePage{Language: language, Article: a, Snippets: snippets}
	p.Body, p.Placed = body(language, a, a.Claims)
	p.Title, p.Path = a.Title, "/a/"+a.ID
	p.Description = cut(a.Text, 160)
	if a.Standfirst != "" {
		p.Description = cut(a.Standfirst, 160)
	}
	return p
}

// Changed reports whether the article was changed on a later day than that of
// its publication here.
func (p *articlePage) Changed() bool {
	a := p.Article
	return a.Updated.After(a.FirstPublic) && a.Updated.UTC().Format("20060102") != a.FirstPublic.UTC().Format("20060102")
}

// Authors gives the byline, with who is credited and is no person behind it, as
// a list in words.
func (p *articlePage) Authors() template.HTML {
	var out template.HTML
	names := p.Article.Byline
	if p.Article.Credit != "" {
		names = append(slices.Clone(names), p.Article.Credit)
	}
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			out += template.HTML(template.HTMLEscapeString(locale.T(p.Language, " and ")))
		default:
			out += template.HTML(template.HTMLEscapeString(locale.T(p.Language, ", ")))
		}
		out += template.HTML("<bdi>" + template.HTMLEscapeString(name) + "</bdi>")
	}
	return out
}
