package office

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

// pageStructs gives each template the struct that its handler fills.
var pageStructs = map[string]func() framed{
	"article.html":      func() framed { return &articlePage{} },
	"case.html":         func() framed { return &casePage{} },
	"cases.html":        func() framed { return &casesPage{} },
	"claim.html":        func() framed { return &claimPage{} },
	"erasures.html":     func() framed { return &erasuresPage{} },
	"error.html":        func() framed { return &errorPage{} },
	"evidence.html":     func() framed { return &evidencePage{} },
	"figure.html":       func() framed { return &figurePage{} },
	"figures.html":      func() framed { return &figuresPage{} },
	"handin.html":       func() framed { return &handInPage{} },
	"issue.html":        func() framed { return &issuePage{} },
	"issues.html":       func() framed { return &issuesPage{} },
	"ledger.html":       func() framed { return &ledgerPage{} },
	"lists.html":        func() framed { return &listsPage{} },
	"login.html":        func() framed { return &loginPage{} },
	"look.html":         func() framed { return &lookPage{} },
	"paste.html":        func() framed { return &pastePage{} },
	"people.html":       func() framed { return &peoplePage{} },
	"post.html":         func() framed { return &postPage{} },
	"posts.html":        func() framed { return &postsPage{} },
	"question.html":     func() framed { return &questionPage{} },
	"questionform.html": func() framed { return &questionFormPage{} },
	"questions.html":    func() framed { return &questionsPage{} },
	"queue.html":        func() framed { return &queuePage{} },
	"setup.html":        func() framed { return &setupPage{} },
	"snippet.html":      func() framed { return &snippetPage{} },
	"snippets.html":     func() framed { return &snippetsPage{} },
	"source.html":       func() framed { return &sourcePage{} },
	"sources.html":      func() framed { return &sourcesPage{} },
}

// ownScript is the one script that a page asks for.
var ownScript = regexp.MustCompile(`<script src="/static/(?:office|handin)\.[0-9a-f]{12}\.js" defer></script>`)

// ownBookmark is the one address that is a script: editors drag it to their bookmarks.
var ownBookmark = regexp.MustCompile(`href="javascript:%28function%28%29[^"<> ]*"`)

// attack breaks out of an element, an attribute and a script, were it not escaped.
const attack = `"'><script>alert('x')</script><img src=x onerror=alert(1)>`

// TestTemplatesFitTheirStructs renders every template with everything empty,
// then with everything full of attacks, in every stage: a field that a struct
// does not have is an error, and so is an attack that stays alive.
func TestTemplatesFitTheirStructs(t *testing.T) {
	for _, name := range pages["en"].Pages() {
		make, ok := pageStructs[name]
		if !ok {
			t.Fatalf("no struct for %s", name)
		}
		if err := pages["en"].Render(io.Discard, name, make()); err != nil {
			t.Errorf("%s, empty: %v", name, err)
		}
		for _, stage := range append([]desk.Stage{desk.StageUnread}, tabs...) {
			p := make()
			hostile(reflect.ValueOf(p).Elem(), 0)
			decent(p, stage)
			var b bytes.Buffer
			if err := pages["en"].Render(&b, name, p); err != nil {
				t.Errorf("%s, full: %v", name, err)
			}
			checkHarmless(t, name, b.String())
		}
	}
}

// hostile fills every text of a struct with an attack.
func hostile(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		if v.Type().String() != "template.HTML" { // that is sanitised before
			v.SetString(attack)
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(.5)
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			hostile(v.Index(0), depth+1)
			hostile(v.Index(1), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		if v.Type().Elem().Kind() == reflect.String {
			for _, key := range []string{"title", "add", "outlet", "published", "byline", "language", "address", "standfirst", "text", "licence",
				"territories", "terms", "add-terms", "name", "password", "markdown", "position", "places", "article", "kind", "territory"} {
				v.SetMapIndex(reflect.ValueOf(key), reflect.ValueOf(attack))
			}
		}
		if v.Type().Elem().Kind() == reflect.Bool {
			for _, verb := range []string{"correct", "publish", "refuse", "withdraw", "reopen"} {
				v.SetMapIndex(reflect.ValueOf(verb), reflect.ValueOf(true))
			}
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(testNow))
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() || v.Type().Field(i).Anonymous {
				hostile(v.Field(i), depth+1)
			}
		}
	}
}

// decent gives the values that steer branches one that they can have.
func decent(p framed, stage desk.Stage) {
	p.frame().Account.Role = desk.RoleAdministrator
	switch p := p.(type) {
	case *articlePage:
		p.Article.Stage, p.Article.Sensitivity = stage, desk.Restricted
	case *queuePage:
		p.Stage = stage
	case *postPage:
		p.Article.Stage = stage
	case *casePage:
		p.Case.State = map[desk.Stage]desk.CaseState{desk.StagePublished: desk.CasePublished, desk.StageWithdrawn: desk.CaseWithdrawn}[stage]
		p.Lang = "en"
	case *sourcePage:
		p.Source.Kind, p.Source.Paused = desk.SourceFeed, stage == desk.StageUnread
	case *issuePage:
		p.Issue.State = "draft"
	}
}

func checkHarmless(t *testing.T, name, page string) {
	t.Helper()
	page = ownBookmark.ReplaceAllString(ownScript.ReplaceAllString(page, ""), "")
	if !strings.Contains(html.UnescapeString(page), "alert('x')") {
		t.Errorf("%s shows nothing of the attack, so it proves nothing", name)
	}
	for _, alive := range []string{"<script", "<img", `"'>`, "javascript:"} {
		if i := strings.Index(page, alive); i >= 0 {
			t.Errorf("%s: %s stays alive in %s", name, alive, page[max(0, i-80):min(len(page), i+80)])
		}
	}
}

func TestAttacksInTypedFieldsComeBackHarmless(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	for _, field := range []string{"title", "standfirst", "byline", "outlet", "published", "address", "language", "text", "add", "territory", "licence", "verb", "version"} {
		p := b.post("/articles/"+a.ID, form(a, desk.VerbCorrect, map[string][]string{field: {attack}, "published": {"wrong"}}))
		if p.status != 422 && p.status != 409 || strings.Contains(ownScript.ReplaceAllString(p.raw, ""), "<script") || strings.Contains(p.raw, "<img") {
			t.Errorf("%s: %d %s", field, p.status, p.raw)
		}
	}
	for _, path := range []string{"/?stage=" + attack, "/?before=" + attack, "/next?after=" + attack} {
		if p := b.get(strings.ReplaceAll(strings.ReplaceAll(path, " ", "%20"), "'", "%27")); strings.Contains(ownScript.ReplaceAllString(p.raw, ""), "<script") {
			t.Errorf("%s: %s", path, p.raw)
		}
	}
}

func TestEveryControlHasALabel(t *testing.T) {
	for name, make := range pageStructs {
		p := make()
		hostile(reflect.ValueOf(p).Elem(), 0)
		decent(p, desk.StagePublished)
		var b bytes.Buffer
		if err := pages["en"].Render(&b, name, p); err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(b.String(), ` id="`)[1:] {
			id, _, _ := strings.Cut(part, `"`)
			if n := strings.Count(b.String(), fmt.Sprintf(" id=%q", id)); n > 1 && name != "people.html" && !strings.HasPrefix(id, "i-") && !strings.HasPrefix(id, "reason-") {
				t.Errorf("%s has the id %q %d times", name, id, n)
			}
		}
		for _, tag := range []string{"<input ", "<textarea ", "<select "} {
			for _, part := range strings.Split(b.String(), tag)[1:] {
				attributes, _, _ := strings.Cut(part, ">")
				id, _, _ := strings.Cut(strings.TrimPrefix(attributes, `id="`), `"`)
				unseen := strings.Contains(attributes, `type="hidden"`) || strings.Contains(attributes, `type="checkbox"`) || strings.Contains(attributes, `type="radio"`)
				if !unseen && !strings.Contains(b.String(), fmt.Sprintf("<label for=%q", id)) {
					t.Errorf("%s: %s%s has no label", name, tag, attributes)
				}
			}
		}
	}
}

func TestStyleIsSmallAndOwn(t *testing.T) {
	style, err := staticFiles.ReadFile("static/office.css")
	if err != nil {
		t.Fatal(err)
	}
	if len(style) > 16_000 {
		t.Errorf("office.css has %d bytes", len(style))
	}
	if bytes.Contains(style, []byte("url(")) || bytes.Contains(style, []byte("@import")) {
		t.Error("office.css asks for something else")
	}
}
