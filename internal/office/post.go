package office

import (
	"errors"
	"html/template"
	"net/http"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/publish"
)

// postPage writes one of the organisation's own texts, with what readers see
// beside it.
type postPage struct {
	Frame
	Article   desk.Article // as stored; empty for a new one
	Form      postForm
	Preview   preview
	Names     []string
	History   []desk.Decision
	PublicURL string
	Behind    bool // the public site does not have the last change yet
}

// preview is a post as readers see it.
type preview struct {
	Title, Standfirst string
	HTML              template.HTML // sanitised by package publish
}

// Kinds are the choices of what kind of text it is.
func (*postPage) Kinds() []desk.PostKind { return desk.PostKinds }

// Languages are offered in the form.
func (*postPage) Languages() []string { return (*articlePage)(nil).Languages() }

// Action is where the form goes.
func (p *postPage) Action() string {
	if p.Article.ID == "" {
		return "/posts"
	}
	return "/posts/" + p.Article.ID
}

// Writable reports whether the text can be changed where it stands.
func (p *postPage) Writable() bool { return p.Article.ID == "" || p.can(desk.VerbPublish) }

// CanWithdraw reports whether it is public.
func (p *postPage) CanWithdraw() bool { return p.can(desk.VerbWithdraw) }

// CanRefuse reports whether it is a draft that can be set aside.
func (p *postPage) CanRefuse() bool { return p.can(desk.VerbRefuse) }

// CanReopen reports whether it was set aside or withdrawn.
func (p *postPage) CanReopen() bool { return p.can(desk.VerbReopen) }

func (p *postPage) can(v desk.Verb) bool {
	_, err := desk.Move(p.Article.Stage, v)
	return p.Article.ID != "" && err == nil
}

func (o *office) getNewPost(w http.ResponseWriter, r *http.Request) error {
	l := o.tongue(r)
	form := postForm{Kind: desk.PostStatement, Language: string(l), Places: l.territories(sorted(knownOf(r.FormValue("territory"))))}
	return o.showPost(w, r, http.StatusOK, desk.Article{}, form, "")
}

// knownOf is a territory that an address names, when there is one.
func knownOf(id string) []string {
	if knownTerritory(id) {
		return []string{id}
	}
	return nil
}

func (o *office) getPost(w http.ResponseWriter, r *http.Request) error {
	a, err := o.storedPost(r)
	if err != nil {
		return err
	}
	return o.showPost(w, r, http.StatusOK, a, o.tongue(r).formOfPost(a), "")
}

func (o *office) storedPost(r *http.Request) (desk.Article, error) {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err == nil && a.Post == "" {
		err = fault.New(fault.NotFound, "This is no text of the organisation's own. Look for it in the queue.")
	}
	return a, err
}

func (o *office) showPost(w http.ResponseWriter, r *http.Request, status int, a desk.Article, form postForm, words string) error {
	l := o.tongue(r)
	p := &postPage{Frame: Frame{Title: locale.T(string(l), "A new post"), Nav: "/posts", Problem: words}, Article: a, Form: form, Names: l.allTerritories()}
	if a.ID != "" {
		p.Title = l.titleOr(a.Title)
		if a.Stage == desk.StagePublished {
			p.PublicURL, p.Behind = o.Settings.SiteURL+"/a/"+a.ID, a.EditionVersion < a.Version
		}
		var err error
		if p.History, err = o.articles.Decisions(r.Context(), a.ID); err != nil {
			return err
		}
	}
	var err error
	if p.Preview, err = previewOf(form); err != nil {
		return err
	}
	if r.PostFormValue("do") == "preview" {
		p.Notice = locale.T(string(l), "This is how it would look. Nothing is stored yet.")
	}
	return o.show(w, r, status, "post.html", p)
}

func previewOf(f postForm) (preview, error) {
	html, _, err := publish.Post(f.Markdown)
	return preview{Title: f.Title, Standfirst: f.Standfirst, HTML: template.HTML(html)}, err
}

// postPostPreview gives what readers would see of what was typed so far, as a
// piece of a page.
func (o *office) postPostPreview(w http.ResponseWriter, r *http.Request) error {
	form, _ := readPostForm(r, desk.Article{})
	p, err := previewOf(form)
	if err != nil {
		return err
	}
	return o.piece(w, r, "post.html", "post", p)
}

// piece answers with one template of a page, for the script.
func (o *office) piece(w http.ResponseWriter, r *http.Request, page, name string, data any) error {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	return pages[o.tongue(r)].Page(page).ExecuteTemplate(w, name, data)
}

func (o *office) postNewPost(w http.ResponseWriter, r *http.Request) error {
	return o.writePost(w, r, desk.Article{
		Stage: desk.StageWaiting, Outlet: o.Settings.Organisation, Licence: desk.LicenceFull, Sensitivity: desk.Open,
	})
}

func (o *office) postPost(w http.ResponseWriter, r *http.Request) error {
	a, err := o.storedPost(r)
	if err != nil {
		return err
	}
	return o.writePost(w, r, a)
}

// writePost shows a preview of what was typed, keeps it as a draft or publishes it.
func (o *office) writePost(w http.ResponseWriter, r *http.Request, before desk.Article) error {
	form, a := readPostForm(r, before)
	if r.PostFormValue("do") == "preview" {
		return o.showPost(w, r, http.StatusOK, before, form, "")
	}
	stored, err := o.storePost(r, before, a, form)
	if err == nil {
		return o.done(w, r, "/posts/"+stored.ID, o.tongue(r).savedPost(stored.Stage))
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	if before.ID != "" { // what stands there now, under what was typed
		if before, err = o.storedPost(r); err != nil {
			return err
		}
		form.Version = before.Version
	}
	return o.showPost(w, r, status, before, form, words)
}

func (l tongue) savedPost(s desk.Stage) string {
	if s == desk.StagePublished {
		return locale.T(string(l), "Published. The public site follows within a moment.")
	}
	return locale.T(string(l), "The draft is saved and kept as evidence.")
}

func (o *office) storePost(r *http.Request, before, a desk.Article, form postForm) (desk.Article, error) {
	if form.Version != before.Version {
		return a, conflict()
	}
	if len(form.Errors) > 0 {
		return a, errNothingStored
	}
	verb := desk.VerbCorrect
	if r.PostFormValue("do") == "publish" {
		verb = desk.VerbPublish
	}
	stage, err := desk.Move(before.Stage, verb)
	if err != nil {
		return a, err
	}
	a.Stage, a.Outlet = stage, o.Settings.Organisation
	if a.HTML, a.Text, err = publish.Post(a.Markdown); err != nil {
		return a, err
	}
	now := o.Now().UTC()
	if a.Stage == desk.StagePublished {
		if a.Published == "" {
			a.Published = now.Format("2006-01-02")
		}
		if err := desk.CheckPublish(a); err != nil {
			return a, err
		}
	}
	fresh := a.ID == ""
	if fresh {
		a.ID = o.newID(desk.KindArticle)
		if verb == desk.VerbCorrect {
			verb = desk.VerbAdd
		}
	}
	d := o.decision(r, verb, a.ID, changesOfPost(before, a)...)
	stored, err := o.Write(r.Context(), a, d)
	switch {
	case fault.Is(err, fault.Conflict):
		return a, errors.Join(conflict(), err)
	case err == nil && !fresh:
		o.remember(r, a.ID, d.ID)
	}
	return stored, err
}
