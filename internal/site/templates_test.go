package site

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
	"time"

	"rightsdesk/internal/public"
)

// pageStructs gives each page the struct that its handler fills.
var pageStructs = map[string]framed{
	"home.html": &homePage{}, "territories.html": &territoriesPage{}, "territory.html": &territoryPage{}, "article.html": &articlePage{}, "evidence.html": &evidencePage{},
	"search.html": &searchPage{}, "subscribe.html": &subscribePage{}, "ask.html": &askPage{}, "preferences.html": &preferencesPage{},
	"confirm.html": &confirmPage{}, "leave.html": &leavePage{}, "answer.html": &answerPage{}, "fail.html": &failPage{},
	"figures.html": &figuresPage{}, "figure.html": &figurePage{}, "issues.html": &issuesPage{}, "issue.html": &issuePage{}, "about.html": &aboutPage{}, "cases.html": &casesPage{}, "case.html": &casePage{},
	"corrections.html": &correctionsPage{}, "territorynews.html": &territoryNewsPage{}, "territorycases.html": &territoryCasesPage{},
	"claim.html": &claimPage{}, "check.html": &checkPage{}, "territoryprofile.html": &territoryProfilePage{}, "territorydata.html": &territoryDataPage{},
}

// TestTemplatesFitTheirStructs follows every field of every template, in every
// branch, through the struct that it is rendered from.
func TestTemplatesFitTheirStructs(t *testing.T) {
	for _, name := range pagesIn(english).Pages() {
		p, known := pageStructs[name]
		if !known {
			t.Errorf("no struct is named for %s", name)
			continue
		}
		c := checker{set: pagesIn(english).Page(name), seen: map[string]bool{}}
		c.template("layout.html", reflect.TypeOf(p))
		for _, e := range c.errors {
			t.Errorf("%s: %s", name, e)
		}
	}
}

// The checker itself finds what it is for.
func TestCheckerFindsMistakes(t *testing.T) {
	for text, wrong := range map[string]bool{
		`{{.Title}}`: false, `{{.Titel}}`: true, `{{if false}}{{.Titel}}{{end}}`: true, `{{range .Latest}}{{.Outlet}}{{end}}`: false,
		`{{range .Latest}}{{.Organisation}}{{end}}`: true, `{{range .Latest}}{{$.Organisation}}{{end}}`: false,
		`{{with .Title}}{{.Titel}}{{end}}`: true, `{{range $i, $t := .Latest}}{{$t.Outlet}}{{$i}}{{end}}`: false,
		`{{range $i, $t := .Latest}}{{$t.Outlett}}{{end}}`: true, `{{define "x"}}{{.Outlett}}{{end}}{{range .Latest}}{{template "x" .}}{{end}}`: true,
		`{{number (len .Latest)}}{{day .Now}}`: false, `{{day .Noww}}`: true, `{{.Now.UTC.Format "2006"}}`: false, `{{.Now.UTC.Formatt "2006"}}`: true,
	} {
		c := checker{set: template.Must(template.New("x.html").Funcs(funcs(english)).Parse(text)), seen: map[string]bool{}}
		c.template("x.html", reflect.TypeFor[*homePage]())
		if (len(c.errors) > 0) != wrong {
			t.Errorf("%s: %q", text, c.errors)
		}
	}
}

// checker walks a template with the type of its dot. A nil type is one that it
// does not know.
type checker struct {
	set    *template.Template
	seen   map[string]bool
	errors []string
	vars   map[string]reflect.Type
}

func (c *checker) template(name string, dot reflect.Type) {
	key := fmt.Sprint(name, dot)
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	set := c.set.Lookup(name)
	if set == nil {
		c.errors = append(c.errors, "there is no template "+name)
		return
	}
	outer := c.vars
	c.vars = map[string]reflect.Type{"$": dot}
	c.walk(set.Tree.Root, dot)
	c.vars = outer
}

func (c *checker) walk(n parse.Node, dot reflect.Type) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, each := range n.Nodes {
				c.walk(each, dot)
			}
		}
	case *parse.ActionNode:
		c.pipe(n.Pipe, dot)
	case *parse.IfNode:
		c.pipe(n.Pipe, dot)
		c.walk(n.List, dot)
		c.walk(n.ElseList, dot)
	case *parse.WithNode:
		c.walk(n.List, c.pipe(n.Pipe, dot))
		c.walk(n.ElseList, dot)
	case *parse.RangeNode:
		elem := c.pipe(n.Pipe, dot)
		if elem != nil && elem.Kind() == reflect.Slice {
			elem = elem.Elem()
		}
		if vars := n.Pipe.Decl; len(vars) > 0 {
			c.vars[vars[0].Ident[0]] = reflect.TypeFor[int]()
			c.vars[vars[len(vars)-1].Ident[0]] = elem
		}
		c.walk(n.List, elem)
		c.walk(n.ElseList, dot)
	case *parse.TemplateNode:
		var arg reflect.Type
		if n.Pipe != nil {
			arg = c.pipe(n.Pipe, dot)
		}
		c.template(n.Name, arg)
	}
}

func (c *checker) pipe(p *parse.PipeNode, dot reflect.Type) (last reflect.Type) {
	for _, cmd := range p.Cmds {
		for i, arg := range cmd.Args {
			got := c.arg(arg, dot)
			if i == 0 {
				last = got
			}
		}
	}
	return last
}

func (c *checker) arg(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(c.vars[n.Ident[0]], n.Ident[1:])
	case *parse.ChainNode:
		return c.fields(c.arg(n.Node, dot), n.Field)
	case *parse.PipeNode:
		return c.pipe(n, dot)
	case *parse.IdentifierNode:
		if f, ours := funcs(english)[n.Ident]; ours {
			return reflect.TypeOf(f).Out(0)
		}
	}
	return nil
}

func (c *checker) fields(t reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if t == nil {
			return nil
		}
		if m, found := t.MethodByName(name); found {
			t = m.Type.Out(0)
			continue
		}
		base := t
		if base.Kind() == reflect.Pointer {
			base = base.Elem()
		}
		if base.Kind() != reflect.Struct {
			c.errors = append(c.errors, fmt.Sprintf("%v has no field %s", t, name))
			return nil
		}
		f, found := base.FieldByName(name)
		if !found || !f.IsExported() {
			c.errors = append(c.errors, fmt.Sprintf("%v has no field %s", t, name))
			return nil
		}
		t = f.Type
	}
	return t
}

// attack breaks out of an element, an attribute and an address, were it not escaped.
const attack = `javascript:"'><script>alert('x')</script><img src=x onerror=alert(1)>`

// TestAttacksStayText fills every text of every page with an attack.
func TestAttacksStayText(t *testing.T) {
	for name, p := range pageStructs {
		for _, licence := range []public.Licence{public.Full, public.Excerpt, public.Link} {
			p := reflect.New(reflect.TypeOf(p).Elem())
			hostile(p.Elem())
			if a, ok := p.Interface().(*articlePage); ok {
				a.Article.Licence, a.Article.HTML, a.Snippets, a.Body = licence, "", nil, []block{{Pieces: []piece{{attack, attack, attack}}}} // what is HTML is sanitised before
			}
			var b bytes.Buffer
			if err := pagesIn(english).Render(&b, name, p.Interface()); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			page := b.String()
			if !strings.Contains(html.UnescapeString(page), "alert('x')") {
				t.Errorf("%s shows nothing of the attack, so it proves nothing", name)
			}
			for _, alive := range []string{"<script", "<img src=x", `"'>`, `href="javascript:`, `action="javascript:`, `src="javascript:`} {
				if i := strings.Index(page, alive); i >= 0 {
					t.Errorf("%s: %s stays alive in %s", name, alive, page[max(0, i-80):min(len(page), i+80)])
				}
			}
		}
	}
}

func hostile(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(attack)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(2)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		hostile(v.Index(0))
		hostile(v.Index(1))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(testNow))
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() || v.Type().Field(i).Anonymous {
				hostile(v.Field(i))
			}
		}
	}
}

// Every page has one h1, its landmarks, and a label for each control.
func TestEveryPageCanBeWalkedByEarAndKeyboard(t *testing.T) {
	f := newFake()
	paths := []string{"/", "/territories", "/territories/RU", "/territories/BI", "/a/rdk_a_wire", "/a/rdk_a_arabic", "/a/rdk_a_link", "/a/rdk_a_gone", "/nothing",
		"/search", "/search?q=nothingofthekind&year=2025", "/search?q=invented", "/search?year=x", "/subscribe", "/preferences", "/newsletter", "/newsletter/rdk_i_1", "/about",
		"/confirm/" + confirmWord, "/preferences/" + preferencesWord, "/leave/" + leaveWord}
	for _, path := range paths {
		v := f.get(t, path)
		for _, one := range []string{"<h1>", "<main ", "<header class=\"top\">", `href="#main"`, `aria-label="Main">`, `<html lang="en" dir="ltr">`, "<title>"} {
			if n := strings.Count(v.body, one); n != 1 {
				t.Errorf("%s has %d × %s", path, n, one)
			}
		}
		ids := attributes(v.body, "id")
		if slices.Sort(ids); len(slices.Compact(slices.Clone(ids))) != len(ids) {
			t.Errorf("%s has an id twice: %q", path, ids)
		}
		for _, name := range []string{"for", "aria-labelledby"} {
			for _, id := range attributes(v.body, name) {
				if !slices.Contains(ids, id) {
					t.Errorf("%s: %s=%q points at nothing", path, name, id)
				}
			}
		}
		for _, control := range controls(v.body) {
			if id := attributes(control, "id"); len(id) != 1 || !strings.Contains(v.body, `for="`+id[0]+`"`) {
				t.Errorf("%s: no label for %s", path, control)
			}
		}
		v.lacks(t, "http:", "<script", "style=\"", "ZgotmplZ", "%!")
	}
}

// controls gives the tags of the controls that need a label of their own.
func controls(page string) []string {
	var out []string
	for _, tag := range strings.Split(page, "<")[1:] {
		tag, _, _ = strings.Cut(tag, ">")
		if strings.HasPrefix(tag, "select") || strings.HasPrefix(tag, "input") && !strings.Contains(tag, `type="hidden"`) && !strings.Contains(tag, `type="radio"`) && !strings.Contains(tag, `type="checkbox"`) {
			out = append(out, tag)
		}
	}
	return out
}

func attributes(page, name string) []string {
	var out []string
	for _, after := range strings.Split(page, " "+name+`="`)[1:] {
		value, _, _ := strings.Cut(after, `"`)
		out = append(out, value)
	}
	return out
}
