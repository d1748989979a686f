package publish

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

var at = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// publishable is an article that may be public; its people are invented.
func publishable() (desk.Article, desk.Capture) {
	a := desk.Article{
		ID: "rdk_a_x", CaptureID: "rdk_k_x", SourceID: "rdk_s_x", Stage: desk.StagePublished, Title: "Accord signed", Standfirst: "Two states agree.",
		Byline: []string{"Ada Invented"}, Credit: "Agence Exemple", Outlet: "Example Wire", Published: "2026-11-01", Address: "https://example.org/1", Language: "en",
		Text: strings.Repeat("word ", 100) + "end.", HTML: "<p>word</p>", Licence: desk.LicenceFull, Territories: []string{"KP", "RU"},
		Sensitivity: desk.Open, Version: 3, PublishedAt: at, UpdatedAt: at.Add(time.Hour),
	}
	return a, desk.Capture{ID: "rdk_k_x", SHA256: strings.Repeat("ab", 32), File: strings.Repeat("cd", 32), Size: 2404, How: desk.HowFetched, At: at}
}

// allowed says for every private field whether a rule carries it over and how.
// A new field in desk must be named here before anything compiles into trust.
var allowed = map[string]map[string]string{
	"Article": {
		"ID": "ID", "Title": "Title", "TitleByDesk": "TitleByDesk", "Standfirst": "Standfirst, only full", "Byline": "Byline", "Credit": "Credit", "Image": "never", "Outlet": "Outlet",
		"Published": "Published", "Address": "Address", "Language": "Language", "Text": "Text, by licence", "HTML": "HTML, only full",
		"Licence": "Licence", "Territories": "Territories", "Terms": "Terms", "Version": "Version", "PublishedAt": "FirstPublic", "UpdatedAt": "Updated",
		"CaptureID": "never", "SourceID": "never", "Stage": "never", "Removed": "never", "Doubts": "never", "Dateline": "never", "Form": "never", "FormSure": "never", "Part": "never", "Confidence": "never",
		"Reader": "never", "TextHash": "never", "SameAs": "never", "Sensitivity": "never", "EditionVersion": "never", "CreatedAt": "never",
		"Attempts": "never", "LastError": "never", "Post": "Post", "Markdown": "never", "Story": "never", "Similarity": "never", "Revises": "never",
	},
	"Case": {
		"ID": "ID", "Kind": "Kind", "Title": "Title", "Names": "Names", "Invented": "Invented", "Summary": "Summary", "PeopleMin": "PeopleMin",
		"PeopleMax": "PeopleMax", "Territory": "Territory", "Place": "Place", "Community": "Community", "Acts": "Acts", "Status": "Status",
		"Believed": "Believed", "Since": "Since", "Verified": "Verified", "Law": "Law", "Sentence": "Sentence", "Episodes": "Episodes",
		"Sources": "Sources", "Correction": "Correction", "Version": "Version", "PublishedAt": "FirstPublic", "UpdatedAt": "Updated",
		"State": "never", "Consent": "never", "ConsentNote": "never", "Risk": "never", "Note": "never", "EditionVersion": "never", "CreatedAt": "never",
	},
	"Part": {
		"ID": "Copy", "Title": "Title", "Outlet": "Outlet", "Published": "Published", "Address": "Address", "Language": "Language",
		"Stage": "never", "Sensitivity": "never", "Words": "never", "Similarity": "never", "Leads": "never", "Held": "never", "Shown": "never",
		"Revises": "never", "CreatedAt": "never",
	},
	"Capture": {
		"SHA256": "Evidence.SHA256, only open", "Size": "Evidence.Size, only open", "At": "Evidence.At", "ID": "Evidence.Capture, only open",
		"File": "Evidence.File, only open", "How": "whether it is open", "MediaType": "never", "Address": "never", "FinalURL": "never", "Status": "never", "FileName": "never",
		"SourceID": "never", "EntryID": "never", "By": "never", "Agent": "never",
	},
	"Snippet": {
		"ID": "ID", "Markdown": "HTML", "Placements": "Placements", "Position": "Position", "Version": "Version", "Name": "never", "UpdatedAt": "never",
	},
}

func TestEveryPrivateFieldHasARule(t *testing.T) {
	for _, v := range []any{desk.Article{}, desk.Part{}, desk.Capture{}, desk.Snippet{}, desk.Case{}} {
		typ := reflect.TypeOf(v)
		for i := range typ.NumField() {
			if allowed[typ.Name()][typ.Field(i).Name] == "" {
				t.Errorf("no rule for %s.%s: say how it is public, or never", typ.Name(), typ.Field(i).Name)
			}
		}
	}
}

// TestNeverMeansNever plants a word in every string field that is never to be
// public and looks for it in the public record.
func TestNeverMeansNever(t *testing.T) {
	const canary = "CANARYBIRD"
	a, c := publishable()
	plant(t, reflect.ValueOf(&a).Elem(), allowed["Article"], canary)
	plant(t, reflect.ValueOf(&c).Elem(), allowed["Capture"], canary)
	a.Stage, a.Sensitivity = desk.StagePublished, desk.Open
	a.Removed = []desk.Removed{{Kind: canary, Text: canary}}
	a.Doubts = []desk.Doubt{{Kind: canary, Text: canary}}
	got, err := Article(a, c)
	if err != nil {
		t.Fatal(err)
	}
	if reflectContains(reflect.ValueOf(got), canary) {
		t.Errorf("a private field reached the public record: %+v", got)
	}
}

// Of what was handed in or written here nothing is public but its time, and the
// log is named for open captures alone.
func TestEvidenceOfRestrictedCaptures(t *testing.T) {
	a, c := publishable()
	leaf := desk.Leaf{Seq: 7, CaptureID: c.ID, Commitment: []byte{0xab}}
	got, err := Article(a, c)
	if e := Leaf(got.Evidence, leaf); err != nil || !e.Open() || e.Line != 7 || e.Commitment != "ab" || e.SHA256 != c.SHA256 {
		t.Errorf("open: %+v, %v", e, err)
	}
	for _, how := range []desk.How{desk.HowHandedIn, desk.HowWritten, ""} {
		c.How = how
		got, err := Article(a, c)
		if e := Leaf(got.Evidence, leaf); err != nil || e != (public.Evidence{At: at}) {
			t.Errorf("%q: %+v, %v", how, e, err)
		}
	}
}

func plant(t *testing.T, v reflect.Value, rules map[string]string, canary string) {
	t.Helper()
	planted := 0
	for i := range v.NumField() {
		if rules[v.Type().Field(i).Name] == "never" && v.Field(i).Kind() == reflect.String {
			v.Field(i).SetString(canary)
			planted++
		}
	}
	if planted == 0 {
		t.Fatal("nothing planted")
	}
}

func reflectContains(v reflect.Value, word string) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.Contains(v.String(), word)
	case reflect.Slice:
		for i := range v.Len() {
			if reflectContains(v.Index(i), word) {
				return true
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if reflectContains(v.Field(i), word) {
				return true
			}
		}
	}
	return false
}

func TestLicences(t *testing.T) {
	a, c := publishable()
	full, err := Article(a, c)
	if err != nil || full.Text != a.Text || full.HTML != a.HTML || full.Standfirst == "" {
		t.Errorf("full: %+v, %v", full, err)
	}
	a.Licence = desk.LicenceExcerpt
	excerpt, err := Article(a, c)
	if err != nil || len(strings.Fields(excerpt.Text)) > ExcerptWords || !strings.HasSuffix(excerpt.Text, "…") || excerpt.HTML != "" || excerpt.Standfirst != "" {
		t.Errorf("excerpt: %+v, %v", excerpt, err)
	}
	a.Licence = desk.LicenceLink
	link, err := Article(a, c)
	if err != nil || link.Text != "" || link.HTML != "" || link.Standfirst != "" || link.Licence != public.Link {
		t.Errorf("link: %+v, %v", link, err)
	}
}

func TestWhatMayNotBePublic(t *testing.T) {
	for name, change := range map[string]func(*desk.Article){
		"waiting":        func(a *desk.Article) { a.Stage = desk.StageWaiting },
		"withdrawn":      func(a *desk.Article) { a.Stage = desk.StageWithdrawn },
		"restricted":     func(a *desk.Article) { a.Sensitivity = desk.Restricted },
		"no title":       func(a *desk.Article) { a.Title = "" },
		"no territory":   func(a *desk.Article) { a.Territories = nil },
		"link to nobody": func(a *desk.Article) { a.Licence, a.Address = desk.LicenceLink, "" },
	} {
		a, c := publishable()
		change(&a)
		if got, err := Article(a, c); !fault.Is(err, fault.Forbidden) || got.Title != "" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		text  string
		words int
		want  string
	}{
		{"one two three", 3, "one two three"},
		{"one two three four", 3, "one two three…"},
		{"one\n\ntwo\n\nthree", 2, "one\n\ntwo…"},
		{"북한 노동자", 1, "북한…"},
		{"朝鲜工人在俄罗斯", 2, "朝鲜工人…"},
		{"", 5, ""},
	} {
		if got := Excerpt(c.text, c.words); got != c.want {
			t.Errorf("Excerpt(%q, %d) = %q, want %q", c.text, c.words, got, c.want)
		}
	}
}

func TestSnippetIsSanitised(t *testing.T) {
	s, err := Snippet(desk.Snippet{ID: "x", Markdown: "Read **more** [here](/subscribe) <script>alert(1)</script> [bad](javascript:alert(1)) ![p](https://example.org/p.png)"})
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "javascript:", "<img"} {
		if strings.Contains(s.HTML, bad) {
			t.Errorf("%s in %s", bad, s.HTML)
		}
	}
	if !strings.Contains(s.HTML, `<strong>more</strong>`) || !strings.Contains(s.HTML, `href="/subscribe"`) {
		t.Error(s.HTML)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("one two", 1)
	f.Fuzz(func(t *testing.T, text string, words int) {
		if words < 0 || words > 1000 {
			t.Skip()
		}
		got := strings.TrimSuffix(Excerpt(text, words), "…")
		if !strings.HasPrefix(strings.TrimSpace(text), strings.TrimSpace(got)) && !strings.HasPrefix(text, got) {
			t.Errorf("%q is not the beginning of %q", got, text)
		}
	})
}
