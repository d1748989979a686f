package office

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// postsShown is how many posts the list has at most.
const postsShown = 200

// postsPage lists the organisation's own texts.
type postsPage struct {
	Frame
	Posts []desk.QueueItem
}

func (o *office) getPosts(w http.ResponseWriter, r *http.Request) error {
	p := &postsPage{Frame: Frame{Title: locale.T(o.lang(r), "Posts"), Nav: "/posts"}}
	var err error
	if p.Posts, err = o.posts.Posts(r.Context(), postsShown); err != nil {
		return err
	}
	return o.show(w, r, http.StatusOK, "posts.html", p)
}

// postForm is what an editor typed about a post.
type postForm struct {
	Kind       desk.PostKind
	Title      string
	Standfirst string
	Byline     string // one person a line
	Language   string
	Published  string // EDTF; empty: the day of publication
	Places     string // territories by name or id, separated by semicolons
	Markdown   string
	Version    int // of the post that the editor saw; 0 for a new one
	Errors     map[string]string
}

func (l tongue) formOfPost(a desk.Article) postForm {
	names := make([]string, len(a.Territories))
	for i, id := range a.Territories {
		names[i] = l.territory(id)
	}
	return postForm{
		Kind: a.Post, Title: a.Title, Standfirst: a.Standfirst, Byline: strings.Join(a.Byline, "\n"), Language: a.Language,
		Published: a.Published, Places: strings.Join(names, "; "), Markdown: a.Markdown, Version: a.Version,
	}
}

// readPostForm reads the form over a post and gives the post as it would be,
// without what is made from its Markdown.
func readPostForm(r *http.Request, a desk.Article) (postForm, desk.Article) {
	f := postForm{
		Kind: desk.PostKind(r.PostFormValue("kind")), Title: oneLine(r.PostFormValue("title")), Standfirst: paragraphs(r.PostFormValue("standfirst")),
		Byline: paragraphs(r.PostFormValue("byline")), Language: strings.TrimSpace(r.PostFormValue("language")),
		Published: strings.TrimSpace(r.PostFormValue("published")), Places: oneLine(r.PostFormValue("places")),
		Markdown: paragraphs(r.PostFormValue("markdown")), Errors: map[string]string{},
	}
	f.Version, _ = strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	ids, unknown := readTerritories(f.Places)
	f.check(unknown)
	a.Post, a.Title, a.Standfirst, a.Language, a.Published, a.Markdown = f.Kind, f.Title, f.Standfirst, f.Language, f.Published, f.Markdown
	a.Territories, a.Byline = sorted(ids), nil
	for line := range strings.Lines(f.Byline) {
		if name := oneLine(line); name != "" {
			a.Byline = append(a.Byline, name)
		}
	}
	return f, a
}

// check looks at each field by itself.
func (f *postForm) check(unknown []string) {
	note := func(field, words string) {
		if words != "" {
			f.Errors[field] = words
		}
	}
	if !slices.Contains(desk.PostKinds, f.Kind) {
		note("kind", "Please choose what kind of text it is.")
	}
	if f.Title == "" {
		note("title", "Please give it a title.")
	}
	if len(unknown) > 0 {
		note("places", unknownTerritories(unknown))
	}
	if f.Markdown == "" {
		note("markdown", "Please write the text.")
	}
	note("published", wrongDate(f.Published))
	note("language", wrongLanguage(f.Language))
}

// changesOfPost lists what an editor changed in a post.
func changesOfPost(before, after desk.Article) []desk.Change {
	var out []desk.Change
	for _, c := range []desk.Change{
		{Field: "post", Before: string(before.Post), After: string(after.Post)},
		{Field: "title", Before: before.Title, After: after.Title},
		{Field: "standfirst", Before: before.Standfirst, After: after.Standfirst},
		{Field: "byline", Before: strings.Join(before.Byline, "; "), After: strings.Join(after.Byline, "; ")},
		{Field: "outlet", Before: before.Outlet, After: after.Outlet},
		{Field: "published", Before: before.Published, After: after.Published},
		{Field: "language", Before: before.Language, After: after.Language},
		{Field: "markdown", Before: before.Markdown, After: after.Markdown},
		{Field: "text", Before: before.Text, After: after.Text},
		{Field: "html", Before: before.HTML, After: after.HTML},
		{Field: "territories", Before: strings.Join(before.Territories, " "), After: strings.Join(after.Territories, " ")},
		{Field: "stage", Before: string(before.Stage), After: string(after.Stage)},
	} {
		if c.Before != c.After {
			out = append(out, c)
		}
	}
	return out
}

var errNothingStored = fault.New(fault.Invalid, "Nothing is stored yet: please look at the fields that are marked.")
