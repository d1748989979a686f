package office

import (
	"bytes"
	"context"
	"net/http"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/publish"
	"rightsdesk/internal/site"
)

// getPreview shows the very page that readers would get: made by publish
// and rendered by the site itself, with the snippets that are placed under it.
func (o *office) getPreview(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if a, err = o.asPublished(a); err != nil {
		return err
	}
	c, err := o.articles.Capture(r.Context(), a.CaptureID)
	if err != nil {
		return err
	}
	shown, err := publish.Article(a, c)
	if err != nil {
		return err
	}
	shown = o.Places.Article(shown)
	placed, err := o.placed(r.Context(), a)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := site.RenderArticle(&b, "en", shown, placed, public.Totals{}, o.Settings); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, err = b.WriteTo(w)
	return err
}

// asPublished is the article as it would be if it were published now.
func (o *office) asPublished(a desk.Article) (desk.Article, error) {
	a.Stage, a.Sensitivity = desk.StagePublished, desk.Open
	if err := desk.CheckPublish(a); err != nil {
		return a, fault.Wrap(fault.Invalid, err, "There is nothing to preview yet. %s Fill it in and save, then preview again.", err)
	}
	if a.PublishedAt.IsZero() {
		a.PublishedAt = o.Now().UTC()
	}
	return a, nil
}

// placed gives the snippets under an article, in their order.
func (o *office) placed(ctx context.Context, a desk.Article) ([]public.Snippet, error) {
	all, err := o.snippets.Snippets(ctx)
	if err != nil {
		return nil, err
	}
	var out []public.Snippet
	for _, s := range all {
		here := func(p string) bool { return p == desk.Everywhere || slices.Contains(a.Territories, p) }
		if !slices.ContainsFunc(s.Placements, here) {
			continue
		}
		shown, err := publish.Snippet(s)
		if err != nil {
			return nil, err
		}
		out = append(out, shown)
	}
	slices.SortStableFunc(out, func(a, b public.Snippet) int { return a.Position - b.Position })
	return out, nil
}

// noEdition stands for the edition where only the site's files are served.
type noEdition struct {
	site.Articles
	settings public.Settings
}

// Settings gives what the site's page for a missing file needs.
func (e noEdition) Settings(context.Context) (public.Settings, error) { return e.settings, nil }

// Moved: nothing leads anywhere else.
func (e noEdition) Moved(_ context.Context, path string) (string, error) {
	return "", fault.New(fault.NotFound, "%s", path)
}

// siteFiles serves the style sheet of the public site, which a preview asks for
// at the office's own address.
func siteFiles(p Parts) http.Handler {
	e := noEdition{settings: p.Settings}
	return site.New(site.Parts{Articles: e, Redirects: e, Now: p.Now, Log: p.Log})
}
