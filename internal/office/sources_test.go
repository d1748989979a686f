package office

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
)

func TestSources(t *testing.T) {
	b := editor(t)
	b.want(b.get("/sources"), 200, "", "No source yet.")
	good := url.Values{"kind": {"feed"}, "address": {"https://news.example.org/feed"}, "outlet": {"Invented Courier"}, "territory": {"kazakhstan"}, "language": {"ru"}, "licence": {"excerpt"}}
	for field, value := range map[string]string{"kind": "paste", "address": "ftp://x", "outlet": " ", "territory": "Atlantis", "language": "!", "licence": ""} {
		bad := url.Values{}
		for k, v := range good {
			bad[k] = v
		}
		bad[field] = []string{value}
		b.want(b.post("/sources", bad), 422, "", "fields that are marked", `class="error"`)
	}
	p := b.post("/sources", good)
	b.want(p, 200, "", "Added.", "Invented Courier", "new, not asked yet", "announced nothing")
	path := p.path
	s := b.store.sources[strings.TrimPrefix(path, "/sources/")]
	if s.Territory != "KZ" || s.Health != desk.HealthNew || !s.NextTry.Equal(testNow) || desk.KindOf(s.ID) != desk.KindSource {
		t.Fatalf("source %+v", s)
	}
	checkDecision(t, b, desk.VerbAdd, "address", "outlet")
	b.want(b.get("/sources"), 200, "", "Invented Courier", "new, not asked yet")

	b.now = b.now.Add(time.Hour)
	b.want(b.post(path, url.Values{"do": {"pause"}, "version": {"1"}}), 200, path, "Paused.")
	b.want(b.post(path, url.Values{"do": {"resume"}, "version": {"1"}}), 409, "", "Somebody else changed this source")
	b.want(b.post(path, url.Values{"do": {"resume"}, "version": {"2"}}), 200, path, "Resumed.")
	checkDecision(t, b, desk.VerbChange, "paused", "next_try")
	b.want(b.post(path, url.Values{"do": {"poll"}, "version": {"3"}}), 200, path, "asked within a moment")
	good.Set("do", "change")
	good.Set("version", "4")
	good.Set("outlet", "")
	b.want(b.post(path, good), 422, "", "outlet's name")
	good.Set("outlet", "Renamed Courier")
	b.want(b.post(path, good), 200, path, "Changed.", "Renamed Courier")
	b.want(b.post(path, url.Values{"do": {"try"}}), 200, path, "What it gives", "A headline to come", "every 6 h")
	b.want(b.post(path, url.Values{"do": {"burn"}, "version": {"5"}}), 422, "", "button is not known")
}

// One address is all that an editor needs to type.
func TestSourceInOneStep(t *testing.T) {
	b := editor(t)
	p := b.post("/sources/look", url.Values{"address": {"news.example.org"}})
	b.want(p, 200, "", "What it gives", "A headline to come", "every 6 h", "a date cannot be read", `value="https://news.example.org/feed"`, `value="Invented Courier"`, `value="ru-RU"`, "https://news.example.org/map.xml")
	if len(b.store.sources) != 0 {
		t.Error("a look stored something")
	}
	b.want(b.post("/sources/look", url.Values{"address": {"nowhere.example.com"}}), 422, "", "no host like that", "add it all the same", `value="nowhere.example.com"`)
	page := url.Values{"kind": {"page"}, "address": {"https://news.example.org/list"}, "outlet": {"Kept"}, "licence": {"link"}, "item": {"div.teaser"}, "date": {"time"}}
	b.want(b.post("/sources/look", page), 200, "", "web page", `value="div.teaser"`, "A headline to come")
	b.want(b.post("/sources", url.Values{"kind": {"page"}, "address": {"https://news.example.org/list"}, "outlet": {"Kept"}, "licence": {"link"}}), 422, "", "CSS selector what on the page is one article")
	b.want(b.post("/sources", page), 200, "", "Added.", "web page", `value="div.teaser"`)
	for _, s := range b.store.sources {
		if s.Selectors != (desk.Selectors{Item: "div.teaser", Date: "time"}) {
			t.Errorf("%+v", s)
		}
	}
}

// An editor chooses a proxy by its name, from the first look on, and cannot
// give one that the configuration does not have.
func TestSourceThroughAProxy(t *testing.T) {
	b := editor(t)
	b.want(b.get("/sources"), 200, "", `<select id="way" name="proxy">`, "<option>tor</option>")
	b.want(b.post("/sources/look", url.Values{"address": {"news.example.org"}, "proxy": {"tor"}}), 200, "", "<option selected>tor</option>", `name="proxy" value="tor"`)
	form := url.Values{"kind": {"feed"}, "address": {"https://news.example.org/feed"}, "outlet": {"Invented"}, "licence": {"link"}, "proxy": {"127.0.0.1:22"}}
	b.want(b.post("/sources", form), 422, "", "choose one of the proxies")
	form.Set("proxy", "tor")
	p := b.post("/sources", form)
	b.want(p, 200, "", "Added.", "Asked through", "<dd>tor</dd>", "<option selected>tor</option>")
	checkDecision(t, b, desk.VerbAdd, "address", "proxy")
	id := strings.TrimPrefix(p.path, "/sources/")
	if s := b.store.sources[id]; s.Proxy != "tor" {
		t.Fatalf("%+v", s)
	}
	// A proxy that is in the configuration no more stays until somebody chooses.
	s := b.store.sources[id]
	s.Proxy = "old"
	b.store.sources[id] = s
	b.want(b.get(p.path), 200, "", "<option selected>old</option>", "<option>office</option>")
	form.Set("do", "change")
	form.Set("version", "1")
	form.Set("proxy", "old")
	b.want(b.post(p.path, form), 200, p.path, "Changed.")
	form.Set("version", "2")
	form.Set("proxy", "")
	b.want(b.post(p.path, form), 200, p.path, "Changed.")
	if s := b.store.sources[id]; s.Proxy != "" {
		t.Errorf("%+v", s)
	}
}

// What is wrong with a source is said in words, first in the list and beside
// the navigation of every page, until an editor says to know it.
func TestHealthOfSources(t *testing.T) {
	b := editor(t)
	for id, s := range map[string]desk.Source{
		"1": {Outlet: "A good one", Health: desk.HealthGood},
		"2": {Outlet: "Blocked one", Health: desk.HealthBlocked, LastError: "It refuses us.", Attempts: 3, Troubled: 3},
		"3": {Outlet: "Moved one", Health: desk.HealthMoved, LastError: "It has moved.", MovedTo: "https://new.example.org/feed", Troubled: 1},
	} {
		s.ID, s.Kind, s.Address, s.Version, s.Licence = "rdk_s_"+strings.Repeat(id, 16), desk.SourceFeed, "https://example.org/"+id, 1, desk.LicenceExcerpt
		b.store.sources[s.ID] = s
	}
	blocked, moved := "/sources/rdk_s_2222222222222222", "/sources/rdk_s_3333333333333333"
	b.store.polls = map[string][]desk.PollRecord{"rdk_s_2222222222222222": {{At: testNow, Took: time.Second, Status: 403, Health: desk.HealthBlocked}}}
	p := b.get("/sources")
	b.want(p, 200, "", "1 source needs a look", "blocked: 3 tries in a row", "It refuses us.", "1 good", "1 moved")
	if strings.Index(p.body, "Blocked one") > strings.Index(p.body, "Moved one") || strings.Index(p.body, "Moved one") > strings.Index(p.body, "A good one") {
		t.Error("trouble does not stand first")
	}
	b.want(b.get("/sources.opml"), 200, "", `<outline text="Moved one" type="rss" xmlUrl="https://example.org/3">`)
	b.want(b.get("/posts"), 200, "", `<b class="alarms"`)
	b.want(b.get(blocked), 200, "", "Last polls", "<td>403</td>", "I know")
	b.want(b.post(blocked, url.Values{"do": {"known"}, "version": {"1"}}), 200, blocked, "Noted.")
	checkDecision(t, b, desk.VerbChange, "acknowledged")
	if p := b.get("/posts"); strings.Contains(p.body, `class="alarms"`) {
		t.Error("the alarm stays though somebody knows")
	}
	b.want(b.post(moved, url.Values{"do": {"move"}, "version": {"1"}}), 200, moved, "new address")
	if s := b.store.sources["rdk_s_3333333333333333"]; s.Address != "https://new.example.org/feed" {
		t.Errorf("%+v", s)
	}
}
