package site

import (
	"io"
	"net/http"

	"rightsdesk/internal/public"
)

// articlePage shows one article.
type articlePage struct {
	Frame
	Article  public.Article
	Snippets []public.Snippet
}

func (s *site) getArticle(w http.ResponseWriter, r *http.Request) error {
	a, err := s.Articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	snippets, err := s.Articles.Snippets(r.Context(), a.Territories)
	if err != nil {
		return err
	}
	return s.show(w, r, "article.html", newArticlePage(a, snippets))
}

// RenderArticle writes the page of an article as readers get it, for whoever
// wants to see it before it is public.
func RenderArticle(w io.Writer, a public.Article, snippets []public.Snippet, settings public.Settings) error {
	p := newArticlePage(a, snippets)
	p.fill(settings)
	return pages.Render(w, "article.html", p)
}

func newArticlePage(a public.Article, snippets []public.Snippet) *articlePage {
	p := &articlePage{Article: a, Snippets: snippets}
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
	return a.Updated.After(a.FirstPublic) && day(a.Updated) != day(a.FirstPublic)
}

// Author is a name of the byline with what separates it from the one before.
type author struct{ Before, Name string }

// Authors gives the byline as a list in words.
func (p *articlePage) Authors() []author {
	var out []author
	for i, name := range p.Article.Byline {
		switch before := ", "; {
		case i == 0:
			out = append(out, author{"", name})
		case i == len(p.Article.Byline)-1:
			out = append(out, author{" and ", name})
		default:
			out = append(out, author{before, name})
		}
	}
	return out
}
