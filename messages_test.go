package rightsdesk

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"rightsdesk/internal/locale"
)

var updateMessages = flag.Bool("update-messages", false, "add missing messages to the catalogues, untranslated, and take stale ones out")

// spoken says which catalogues have the messages of which folders. A
// catalogue's name begins with its language.
var spoken = map[string][]string{
	"fr.po":        readers,
	"fr.office.po": {"office"},
	"ru.po":        readers,
	"ar.po":        readers,
}

// readers are the folders whose words the public reads; faulty are those of
// them whose errors it reads as they are.
var (
	readers = []string{"site", "newsletter", "taxonomy", "subscription", "public", "web", "store/intake", "app"}
	faulty  = []string{"public", "web", "store/intake"}
)

var pluralForms = map[string]int{"fr": 2, "ru": 3, "ar": 6}

// message is a message as the code has it.
type message struct{ id, plural, place string }

// messagesOf collects the messages of a package: t and tn of its templates,
// locale.T, locale.N and locale.Message of its code, and the words of its errors
// where the public reads them.
func messagesOf(t *testing.T, name string) []message {
	t.Helper()
	dir := filepath.Join("internal", name)
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	var out []message
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch {
		case strings.HasSuffix(path, "_test.go"):
		case strings.HasSuffix(path, ".go"):
			out = append(out, codeMessages(t, path)...)
		case strings.Contains(path, "templates/"):
			out = append(out, templateMessages(t, path)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func templateMessages(t *testing.T, path string) []message {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	tree := parse.New(path)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	if _, err := tree.Parse(string(text), "", "", set); err != nil {
		t.Fatal(err)
	}
	set[path] = tree
	var out []message
	for _, x := range set {
		if x.Root != nil {
			walkTemplate(x.Root, func(c *parse.CommandNode) {
				word := c.Args[0].String()
				switch {
				case word == "t" && len(c.Args) > 1:
					out = append(out, message{literal(t, path, c.Args[1]), "", path})
				case word == "tn" && len(c.Args) > 3:
					out = append(out, message{literal(t, path, c.Args[2]), literal(t, path, c.Args[3]), path})
				}
			})
		}
	}
	return out
}

func literal(t *testing.T, path string, n parse.Node) string {
	t.Helper()
	s, ok := n.(*parse.StringNode)
	if !ok {
		t.Errorf("%s: %s is no literal message", path, n)
		return ""
	}
	return s.Text
}

func walkTemplate(n parse.Node, found func(*parse.CommandNode)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, x := range n.Nodes {
				walkTemplate(x, found)
			}
		}
	case *parse.ActionNode:
		walkTemplate(n.Pipe, found)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, found)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, found)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, found)
	case *parse.TemplateNode:
		walkTemplate(n.Pipe, found)
	case *parse.PipeNode:
		if n != nil {
			for _, c := range n.Cmds {
				walkTemplate(c, found)
			}
		}
	case *parse.CommandNode:
		found(n)
		for _, x := range n.Args {
			walkTemplate(x, found)
		}
	}
}

func walkBranch(n *parse.BranchNode, found func(*parse.CommandNode)) {
	walkTemplate(n.Pipe, found)
	walkTemplate(n.List, found)
	walkTemplate(n.ElseList, found)
}

func codeMessages(t *testing.T, path string) []message {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []message
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		f, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		at := calls[selector(f)]
		if selector(f) == "fault.New" && !slices.ContainsFunc(faulty, func(folder string) bool { return filepath.Dir(path) == filepath.Join("internal", folder) }) {
			return true
		}
		if at == nil || len(call.Args) <= at[len(at)-1] {
			return true
		}
		m := message{place: path}
		for i, index := range at {
			s, isLiteral := call.Args[index].(*ast.BasicLit)
			if !isLiteral {
				return true // a message that Message marks elsewhere
			}
			text, err := strconv.Unquote(s.Value)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				m.id = text
			} else {
				m.plural = text
			}
		}
		out = append(out, m)
		return true
	})
	return out
}

// calls are what says messages, with the places of their literals.
var calls = map[string][]int{"locale.T": {1}, "locale.N": {2, 3}, "locale.Message": {0}, "fault.New": {1}}

// selector gives "locale.T" for it.
func selector(f *ast.SelectorExpr) string {
	if id, ok := f.X.(*ast.Ident); ok {
		return id.Name + "." + f.Sel.Name
	}
	return ""
}

// TestMessages holds every catalogue against the pages, mails and code: none is
// missing, none is stale, and each translation has the placeholders of its
// English.
func TestMessages(t *testing.T) {
	for name, folders := range spoken {
		lang, _, _ := strings.Cut(name, ".")
		path := filepath.Join("internal", "locale", "po", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := locale.ReadPO(string(text))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		has := map[string]locale.Entry{}
		for _, e := range entries {
			has[e.Key()] = e
		}
		used := map[string]message{}
		places := map[string][]string{}
		for _, folder := range folders {
			for _, m := range messagesOf(t, folder) {
				key := locale.Entry{ID: m.id, Plural: m.plural}.Key()
				used[key] = m
				places[key] = append(places[key], filepath.ToSlash(m.place))
			}
		}
		if len(used) < 100 {
			t.Errorf("only %d messages were found for %s", len(used), lang)
		}
		if *updateMessages {
			rewrite(t, path, lang, string(text), has, used, places)
			continue
		}
		for key, m := range used {
			if e, known := has[key]; !known || slices.Contains(e.Str, "") || len(e.Str) == 0 {
				t.Errorf("%s has no translation of %q (%s)", path, m.id, m.place)
			} else {
				checkEntry(t, path, lang, e)
			}
		}
		for key, e := range has {
			if _, known := used[key]; !known {
				t.Errorf("%s: %q is used nowhere any more", path, e.ID)
			}
		}
	}
}

var (
	placeholder = regexp.MustCompile(`\{[a-z]+\}`)
	verb        = regexp.MustCompile(`%[a-z]`) // of the words of an error
)

func placeholders(s string) []string {
	found := placeholder.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func checkEntry(t *testing.T, path, lang string, e locale.Entry) {
	t.Helper()
	want := placeholders(e.ID + e.Plural)
	if e.Plural != "" {
		want = placeholders(e.ID + e.Plural + "{n}")
	}
	if e.Plural != "" && len(e.Str) != pluralForms[lang] {
		t.Errorf("%s: %q has %d forms, want %d", path, e.ID, len(e.Str), pluralForms[lang])
	}
	for i, s := range e.Str {
		if got, want := verb.FindAllString(s, -1), verb.FindAllString(e.ID, -1); !slices.Equal(got, want) {
			t.Errorf("%s: %q has the verbs %q, want %q", path, e.ID, got, want)
		}
		got := placeholders(s)
		if e.Plural != "" { // "one case" may leave the number out
			got = placeholders(s + "{n}")
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, form %d, has the placeholders %q, want %q", path, e.ID, i, got, want)
		}
	}
}

// rewrite writes a catalogue anew: the header as it stands, then each message
// that is used, with the files that say it.
func rewrite(t *testing.T, path, lang, text string, has map[string]locale.Entry, used map[string]message, places map[string][]string) {
	t.Helper()
	_, head, _ := strings.Cut(text, "msgid \"\"\n")
	head, _, _ = strings.Cut(head, "\n\n")
	before, _, _ := strings.Cut(text, "msgid \"\"\n")
	header := before + "msgid \"\"\n" + head
	var list []locale.Entry
	for key, m := range used {
		e, known := has[key]
		if !known {
			e = locale.Entry{ID: m.id, Plural: m.plural, Str: []string{""}}
			if m.plural != "" {
				e.Str = make([]string, pluralForms[lang])
			}
		}
		slices.Sort(places[key])
		e.Places = slices.Compact(places[key])
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b locale.Entry) int { return strings.Compare(a.Key(), b.Key()) })
	if err := os.WriteFile(path, []byte(locale.WritePO(strings.TrimRight(header, "\n")+"\n", list)), 0o644); err != nil {
		t.Fatal(err)
	}
}
