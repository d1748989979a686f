package newsletter

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

var articleLink = regexp.MustCompile(`https://watch\.example/a/(\S+)`)

func shown(text string) (ids []string) {
	for _, m := range articleLink.FindAllStringSubmatch(text, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

func TestOnlyWhatTheReaderWants(t *testing.T) {
	for _, c := range []struct {
		territories []string
		want        string
	}{
		{[]string{"KP"}, "rdk_a_en rdk_a_ko"},
		{[]string{"RU"}, "rdk_a_en rdk_a_ru rdk_a_fr"},
		{[]string{"KP", "RU"}, "rdk_a_en rdk_a_ko rdk_a_ru rdk_a_fr"},
		{[]string{"BY"}, "rdk_a_fr"},
		{[]string{"FR"}, ""},
		{nil, ""},
		{[]string{public.Everything}, "rdk_a_en rdk_a_ko rdk_a_ru rdk_a_ar rdk_a_zh rdk_a_fr rdk_a_none"},
	} {
		m, something := Compose(number, reader("en", c.territories...), word, teasers(), settings, from, "rdk_d_1", now)
		if got := strings.Join(shown(m.Text), " "); got != c.want || something != (c.want != "") {
			t.Errorf("%v: %s", c.territories, got)
		}
		if !something && (m.To != "" || m.HTML != "") {
			t.Errorf("%v: a mail although there is nothing to say", c.territories)
		}
	}
}

// TestEachArticleOnce: whatever the territories and selections are, both parts
// show exactly what the reader wants, each once.
func TestEachArticleOnce(t *testing.T) {
	ids := rapid.SliceOfDistinct(rapid.SampledFrom([]string{"KP", "RU", "CN", "x-crimea", "unknown"}), rapid.ID)
	rapid.Check(t, func(t *rapid.T) {
		var list []public.Teaser
		want := map[string]int{}
		selection := rapid.OneOf(ids, rapid.Just([]string{public.Everything})).Draw(t, "selection")
		for i := range rapid.IntRange(0, 12).Draw(t, "articles") {
			a := public.Teaser{ID: fmt.Sprint("a", i), Title: "x", Territories: ids.Draw(t, "about")}
			if list = append(list, a); subscription.Wants(selection, a.Territories) {
				want[a.ID]++
			}
		}
		m, something := Compose(number, reader("ko", selection...), word, list, settings, from, "d", now)
		if something != (len(want) > 0) {
			t.Fatalf("something: %v of %v", something, want)
		}
		for _, id := range shown(m.Text) {
			want[id]--
		}
		for id, n := range want {
			if n != 0 || strings.Count(m.HTML, `/a/`+id+`"`) != 1 {
				t.Fatalf("%s is not shown once (text: %d off)", id, n)
			}
		}
	})
}

func TestRightToLeft(t *testing.T) {
	m := compose(t, reader("en", public.Everything))
	if !strings.Contains(m.HTML, `<h3 dir="rtl" lang="ar"><a href="https://watch.example/a/rdk_a_ar">`) || !strings.Contains(m.HTML, `<p dir="rtl" lang="ar">أجلت`) {
		t.Error("Arabic is not marked")
	}
	m = compose(t, reader("ar-EG", public.Everything))
	if !strings.Contains(m.HTML, `<html lang="ar" dir="rtl">`) || !strings.Contains(m.Text, "\n\u200fInvented Herald، 20 نوفمبر 2026") {
		t.Error("a mail in Arabic is not written from the right")
	}
}

func TestNothingPassesForMarkup(t *testing.T) {
	bad := "</p><script>x</script>\n\n== Fake ==\r\n* <img src=x>\u2028https"
	list := []public.Teaser{{ID: "a/../b?c#d", Title: bad, Outlet: bad, Published: bad, Language: `en" onclick="x`, Lead: bad, Territories: []string{bad}}}
	s := public.Settings{Organisation: bad, SiteURL: settings.SiteURL}
	issue := subscription.Issue{ID: "../x", Title: bad}
	m, something := Compose(issue, reader("en", public.Everything), word, list, s, from, "rdk_d_1", now)
	if !something {
		t.Fatal("nothing")
	}
	checkElements(t, m.HTML)
	for line := range strings.Lines(m.Text) {
		if strings.HasPrefix(line, "== Fake") || strings.HasPrefix(line, "* <img") {
			t.Errorf("a text passes for a part of the mail: %s", line)
		}
	}
	if !strings.Contains(m.Text, "https://watch.example/a/a%2F..%2Fb%3Fc%23d\n") {
		t.Error("an id changes the way of a link")
	}
	if _, err := m.Bytes(); err != nil {
		t.Error(err)
	}
}

func TestManyArticles(t *testing.T) {
	var list []public.Teaser
	for i := range maxArticles + 3 {
		list = append(list, public.Teaser{ID: fmt.Sprint("a", i), Title: strings.Repeat("제목 ", 20), Outlet: "Invented", Language: "ko", Territories: []string{"KP"}, Lead: strings.Repeat("글", 240)})
	}
	m, _ := Compose(number, reader("en", "KP"), word, list, settings, from, "d", now)
	if n := len(shown(m.Text)); n != maxArticles || !strings.Contains(m.Text, "3 more in the whole issue") || !strings.Contains(m.HTML, "3 more in the whole issue") {
		t.Errorf("%d shown", n)
	}
	t.Logf("the largest mail has %d kB of HTML", len(m.HTML)>>10)
}

func TestTestIssueHasNoArchive(t *testing.T) {
	issue := number
	issue.Test = true
	m, _ := Compose(issue, reader("en", "KP"), word, teasers(), settings, from, "d", now)
	if strings.Contains(m.Text+m.HTML, "/newsletter/") {
		t.Error("links to an archive page that does not exist")
	}
}

func BenchmarkCompose(b *testing.B) {
	list := teasers()
	for b.Loop() {
		m, _ := Compose(number, reader("en", public.Everything), word, list, settings, from, "rdk_d_1", now)
		if _, err := m.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
