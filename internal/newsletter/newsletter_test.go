package newsletter

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	now      = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	settings = public.Settings{Organisation: "Beispiel & Watch", SiteURL: "https://watch.example"}
	from     = Sender{Address: "news@watch.example", Name: "Beispiel & Watch", Domain: "watch.example"}
	number   = subscription.Issue{ID: "rdk_i_1", Title: "News of the week"}
)

const word = "AAAAAAAAAAAAAAAAAAAAAA"

// teasers are invented articles by invented outlets, in six languages.
func teasers() []public.Teaser {
	return []public.Teaser{
		{ID: "rdk_a_en", Title: "Two countries <talk> about \"labour\" & trade", Outlet: "Invented Herald", Published: "2026-11-20", Language: "en", Territories: []string{"KP", "RU"}, Lead: "Workers who were sent abroad\nspoke of long days <b>without</b> rest."},
		{ID: "rdk_a_ru", Title: "Суд продлил арест", Outlet: "Выдуманная газета", Published: "2026-11", Language: "ru", Territories: []string{"RU"}, Lead: "Заседание прошло за закрытыми дверями."},
		{ID: "rdk_a_ar", Title: "محكمة تؤجل الجلسة", TitleByDesk: true, Outlet: "جريدة متخيلة", Published: "2026", Language: "ar", Territories: []string{"EG"}, Lead: "أجلت المحكمة الجلسة إلى الشهر القادم."},
		{ID: "rdk_a_zh", Title: "律师被带走", Outlet: "虚构新闻", Published: "2026-11-19", Language: "zh", Territories: []string{"CN"}, Lead: "家属说没有收到通知。"},
		{ID: "rdk_a_ko", Title: "노동자들의 증언", TitleByDesk: true, Outlet: "가상일보", Language: "ko", Territories: []string{"KP"}, Lead: "그들은 여권을 돌려받지 못했다고 말했다."},
		{ID: "rdk_a_fr", Title: "Une église fermée", Outlet: "", Published: "2026-11-18", Language: "fr-BE", Territories: []string{"BY", "RU"}},
		{ID: "rdk_a_none", Title: "A report on method", Outlet: "Invented Review", Published: "circa spring", Language: "", Lead: "How claims are counted."},
	}
}

func reader(language string, territories ...string) subscription.Subscriber {
	return subscription.Subscriber{ID: "rdk_r_1", Address: "reader@example.org", State: subscription.Confirmed, Language: language, Territories: territories}
}

func compose(t *testing.T, r subscription.Subscriber) mail.Message {
	t.Helper()
	m, something := Compose(number, r, word, teasers(), settings, from, "rdk_d_1", now)
	if !something {
		t.Fatal("nothing for this reader")
	}
	return m
}

// letters are both letters in each language: "confirm", "confirm-fr", ….
func letters() map[string]mail.Message {
	all := map[string]mail.Message{}
	for _, language := range locale.Interface() {
		l := subscription.Letter{ID: "rdk_l_1", Word: "BBBBBBBBBBBBBBBBBBBBBB", LeaveWord: word, Subscriber: reader(language, "KP")}
		suffix := strings.TrimSuffix("-"+language, "-en")
		all["confirm"+suffix], all["preferences"+suffix] = ConfirmLetter(l, settings, from, now), PreferencesLetter(l, settings, from, now)
	}
	return all
}

func golden(t *testing.T, name string, m mail.Message) {
	t.Helper()
	file := "testdata/" + name + ".txtar"
	got := txtar.Format(&txtar.Archive{Comment: []byte("Written by go test -update; people and outlets are invented.\n"), Files: []txtar.File{
		{Name: "headers", Data: []byte("Message-ID: " + m.ID + "@" + m.Domain + "\nFrom: " + m.FromName + " " + m.From + "\nTo: " + m.To + "\nSubject: " + m.Subject + "\nLeave: " + m.Leave + "\nList: " + m.ListID + "\n")},
		{Name: "text", Data: []byte(m.Text)}, {Name: "html", Data: []byte(m.HTML)},
	}})
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Error(d)
	}
}

func TestGolden(t *testing.T) {
	golden(t, "everything", compose(t, reader("en", public.Everything)))
	for _, language := range []string{"fr", "ru", "ar", "ko"} {
		golden(t, "two-territories-"+language, compose(t, reader(language, "KP", "RU")))
	}
	for name, m := range letters() {
		golden(t, name, m)
	}
}

func every(t *testing.T) map[string]mail.Message {
	all := letters()
	for _, language := range []string{"en", "fr", "ru", "ar", "zh", "ko", "", "xx"} {
		all["issue in "+language] = compose(t, reader(language, public.Everything))
	}
	return all
}

// TestMailsStayAtHome: every address in a mail is the site's own, nothing is
// loaded, nothing runs.
func TestMailsStayAtHome(t *testing.T) {
	for name, m := range every(t) {
		t.Run(name, func(t *testing.T) {
			for _, part := range []string{m.Text, m.HTML} {
				for rest := part; ; {
					_, after, found := strings.Cut(rest, "http")
					if !found {
						break
					}
					if rest = after; !strings.HasPrefix(rest, "s://watch.example") {
						t.Errorf("an address elsewhere: http%.60s", rest)
					}
				}
			}
			for _, no := range []string{"@import", "url(", "expression", "javascript"} {
				if strings.Contains(m.HTML, no) {
					t.Errorf("%s in the HTML", no)
				}
			}
			checkElements(t, m.HTML)
		})
	}
}

// elements are all that a mail may be made of, with their attributes.
var elements = map[string]string{
	"html": "dir lang", "head": "", "meta": "charset name content", "title": "", "style": "", "body": "", "div": "class", "p": "class dir lang", "h1": "dir",
	"h2": "dir lang", "h3": "dir lang", "a": "href class", "bdi": "dir", "br": "",
}

func checkElements(t *testing.T, text string) {
	t.Helper()
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attributes, known := elements[n.Data]
		if !known {
			t.Errorf("<%s> has no place in a mail", n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains(strings.Fields(attributes), a.Key) {
				t.Errorf("%s=%q has no place on <%s>", a.Key, a.Val, n.Data)
			}
		}
		if n.Data == "a" && (n.FirstChild == nil || strings.TrimSpace(n.FirstChild.Data) == "") {
			t.Error("a link without words")
		}
	}
}

func TestMailsCanBeSent(t *testing.T) {
	for name, m := range every(t) {
		b, err := m.Bytes()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for l := range bytes.Lines(b) {
			if len(l) > 998 {
				t.Errorf("%s: a line of %d bytes", name, len(l))
			}
		}
		for _, want := range []string{"List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Auto-Submitted: auto-generated", "Message-ID: <rdk_"} {
			if !bytes.Contains(b, []byte(want)) {
				t.Errorf("%s: no %s", name, want)
			}
		}
		if !strings.Contains(m.Text, m.Leave) || !strings.HasSuffix(m.Leave, "/leave/"+word) || !strings.Contains(m.HTML, `href="`+m.Leave+`"`) {
			t.Errorf("%s: no way to leave", name)
		}
	}
}

func TestLettersNameNoCountry(t *testing.T) {
	for name, m := range letters() {
		for _, word := range []string{"Korea", "KP", "Corée"} {
			if strings.Contains(m.Subject+m.Text+m.HTML, word) {
				t.Errorf("%s says %s", name, word)
			}
		}
		if strings.Contains(m.Subject, settings.Organisation) {
			t.Errorf("%s: the subject names the organisation", name)
		}
	}
}
