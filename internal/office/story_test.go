package office

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// copied puts an article and a copy of it into the office, and one of another
// story; everything in them is invented.
func copied(t *testing.T) (b *bench, leader, other desk.Article) {
	b = editor(t)
	leader = b.article("rdk_a_aaaaaaaaaaaaaaaa")
	leader.Title, leader.Outlet, leader.Territories, leader.Licence = "Two fined", "Example Wire", []string{"KP"}, desk.LicenceFull
	other = leader
	other.ID, other.Story, other.Title, other.Outlet, other.Similarity = "rdk_a_bbbbbbbbbbbbbbbb", leader.ID, "Court fines two", "Example Evening", .93
	leader.Sensitivity, other.Sensitivity = desk.Open, desk.Open
	b.store.articles[leader.ID], b.store.articles[other.ID] = leader, other
	return b, leader, other
}

func TestStoryOfAnArticle(t *testing.T) {
	b, leader, other := copied(t)
	b.want(b.get("/articles/"+leader.ID), 200, "", "2 articles carry this text.", "stands for the story", "Court fines two", "93 % the same", "Split off")
	p := b.get("/articles/" + other.ID)
	b.want(p, 200, "", "This is a copy:", "/articles/"+leader.ID)
	b.lacks(p, `value="publish"`)

	// Published with its copies, which the decision names.
	b.want(b.post("/articles/"+leader.ID, publishing(leader)), 200, "", "Published.")
	last := b.store.decisions[len(b.store.decisions)-1]
	if !slices.Contains(last.Changes, desk.Change{Field: desk.FieldShown + other.ID, After: "1"}) {
		t.Errorf("%+v", last.Changes)
	}
	b.want(b.get("/articles/"+leader.ID), 200, "", "readers are told of a copy")
}

func publishing(a desk.Article) url.Values {
	return url.Values{"verb": {"publish"}, "version": {"1"}, "title": {a.Title}, "outlet": {a.Outlet}, "published": {a.Published}, "language": {a.Language},
		"text": {a.Text}, "territory": a.Territories, "licence": {string(a.Licence)}}
}

func TestStoryIsDecided(t *testing.T) {
	b, leader, other := copied(t)
	do := func(id, verb, to string) {
		t.Helper()
		b.post("/articles/"+id+"/story", url.Values{"do": {verb}, "to": {to}})
	}
	do(other.ID, "split", "")
	b.want(b.get("/articles/"+other.ID), 200, "", "split it off", "Undo")
	if got := b.store.articles[other.ID]; got.Story != "" || got.Stage != desk.StageWaiting {
		t.Fatalf("%+v", got)
	}
	do(other.ID, "join", " https://office.example/articles/"+leader.ID+"/evidence ")
	b.want(b.get("/articles/"+other.ID), 200, "", "joined it to another story")
	if got := b.store.articles[other.ID]; got.Story != leader.ID {
		t.Fatalf("%+v", got)
	}
	do(other.ID, "lead", "")
	b.want(b.get("/articles/"+other.ID), 200, "", "let it stand for the story", "story of another copy")
	b.want(b.post("/articles/"+other.ID+"/story", url.Values{"do": {"lead"}}), 200, "", "stands for its story already")
	b.want(b.post("/articles/"+other.ID+"/story", url.Values{"do": {"fly"}}), 200, "", "This button is not known here")
}

func TestVersionsOfAnArticle(t *testing.T) {
	b, leader, other := copied(t)
	leader.Text, other.Text, other.Revises, other.Title = "They will appeal within ten days.", "They will appeal within twelve days.", leader.ID, leader.Title
	b.store.articles[leader.ID], b.store.articles[other.ID] = leader, other
	p := b.get("/articles/" + leader.ID)
	b.want(p, 200, "", "Versions of this article", "They will appeal within", "The first version.")
	for _, want := range []string{`<del><span class="unseen">removed: </span>ten `, `<ins><span class="unseen">added: </span>twelve `} {
		if !strings.Contains(p.raw, want) {
			t.Errorf("no %q", want)
		}
	}
	b.want(b.post("/articles/"+leader.ID+"/story", url.Values{"do": {"correct"}, "version": {other.ID}}), 200, "", "Saved.", "twelve")
	if got := b.store.articles[leader.ID].Text; got != other.Text {
		t.Errorf("the text is %q", got)
	}
}
