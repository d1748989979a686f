package office

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// Stories knows which articles carry the same story.
type Stories interface {
	Story(ctx context.Context, leader string) ([]desk.Part, error)
	Versions(ctx context.Context, id string) ([]desk.Article, error)
	StoryNamed(ctx context.Context, name string) (desk.Article, error)
}

// storyPart is what an article's page shows of the story that it carries.
type storyPart struct {
	Leader string      // the article that stands for the story
	Parts  []desk.Part // empty when the article is alone
	Fresh  int         // copies that readers are not told of yet, and may be
	Older  []version   // the versions of the article, the newest first
}

// version is a version of an article with what differs from the one before.
type version struct {
	desk.Article
	Changed [][]edit // nil for the first
}

// storyOf gathers the story of an article.
func (o *office) storyOf(ctx context.Context, a desk.Article) (s storyPart, err error) {
	if s.Leader = a.Story; s.Leader == "" {
		s.Leader = a.ID
	}
	if s.Parts, err = o.stories.Story(ctx, s.Leader); err != nil {
		return s, err
	}
	if len(s.Parts) < 2 {
		s.Parts = nil
	}
	if len(s.Parts) > 0 && s.Parts[0].Stage == desk.StagePublished {
		s.Fresh = len(desk.Show(s.Parts))
	}
	list, err := o.stories.Versions(ctx, a.ID)
	for i := len(list) - 1; i >= 0; i-- {
		v := version{Article: list[i]}
		if i > 0 {
			v.Changed = wordDiff(whole(list[i-1]), whole(list[i]))
		}
		s.Older = append(s.Older, v)
	}
	return s, err
}

// whole is what is compared of a version.
func whole(a desk.Article) string {
	return strings.Trim(a.Title+"\n\n"+a.Standfirst+"\n\n"+a.Text, "\n")
}

// postStory takes a decision about the story that an article carries.
func (o *office) postStory(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	notice, err := o.decideStory(r, a)
	return o.told(w, r, "/articles/"+a.ID, notice, err)
}

func (o *office) decideStory(r *http.Request, a desk.Article) (notice string, err error) {
	var changes []desk.Change
	verb := desk.Verb(r.PostFormValue("do"))
	switch verb {
	case desk.VerbSplit:
		a, changes, err = desk.Split(a)
		notice = locale.T(o.lang(r), "Split off: it is a story of its own and waits in the queue.")
	case desk.VerbLead:
		parts, perr := o.stories.Story(r.Context(), a.Story)
		if perr != nil {
			return "", perr
		}
		a, changes, err = desk.Lead(a, parts)
		notice = locale.T(o.lang(r), "This article stands for the story now.")
	case desk.VerbCorrect:
		a, changes, err = o.takenOver(r, a)
		notice = locale.T(o.lang(r), "Saved.")
	case desk.VerbJoin:
		a, changes, err = o.joined(r, a)
		notice = locale.T(o.lang(r), "Joined: it is a copy of that story now.")
	default:
		err = fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if err != nil {
		return "", err
	}
	d := o.decision(r, verb, a.ID, changes...)
	if _, err := o.articles.DecideArticle(r.Context(), a, d); err != nil {
		return "", err
	}
	o.remember(r, a.ID, d.ID)
	return notice, nil
}

// joined gives the article as a copy of the one that the editor named.
func (o *office) joined(r *http.Request, a desk.Article) (desk.Article, []desk.Change, error) {
	to, err := o.stories.StoryNamed(r.Context(), articleNamed(r.PostFormValue("to")))
	if err != nil {
		return a, nil, err
	}
	if to.Story != "" && to.Story != a.ID { // whoever names a copy means its story
		if to, err = o.articles.Article(r.Context(), to.Story); err != nil {
			return a, nil, err
		}
	}
	copies, err := o.stories.Story(r.Context(), a.ID)
	if err != nil {
		return a, nil, err
	}
	return desk.Join(a, copies, to)
}

// takenOver gives the article with the words of another version of it.
func (o *office) takenOver(r *http.Request, a desk.Article) (desk.Article, []desk.Change, error) {
	list, err := o.stories.Versions(r.Context(), a.ID)
	if err != nil {
		return a, nil, err
	}
	at := slices.IndexFunc(list, func(v desk.Article) bool { return v.ID == r.PostFormValue("version") })
	if at < 0 {
		return a, nil, fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	if _, err := desk.Move(a.Stage, desk.VerbCorrect); err != nil {
		return a, nil, err
	}
	c := formOf(a).Correction
	c.Title, c.Standfirst, c.Text = list[at].Title, list[at].Standfirst, list[at].Text
	a, changes := desk.Correct(a, c)
	if a.Stage == desk.StagePublished {
		err = desk.CheckPublish(a)
	}
	return a, changes, err
}

// articleNamed gives the id in the address of an article's page in the office,
// anything else as it is.
func articleNamed(typed string) string {
	typed = strings.TrimSpace(typed)
	u, err := url.Parse(typed)
	if err != nil {
		return typed
	}
	if _, after, found := strings.Cut(u.Path, "/articles/"); found {
		id, _, _ := strings.Cut(after, "/")
		return id
	}
	return typed
}

// withCopies gives the changes by which the copies of an article are published
// with it.
func (o *office) withCopies(r *http.Request, a desk.Article) ([]desk.Change, error) {
	parts, err := o.stories.Story(r.Context(), a.ID)
	return desk.Show(parts), err
}
