package office

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/subscription"
)

func TestEvidence(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	p := b.get("/articles/" + a.ID + "/evidence")
	b.want(p, 200, "", captureSHA, "63 bytes", "handed in", "20 November 2026, 06:00 UTC", "courier.txt", "alert(1)")
	if strings.Contains(ownScript.ReplaceAllString(p.raw, ""), "<script") {
		t.Error("evidence is not escaped")
	}
	p = b.get("/articles/" + a.ID + "/evidence/raw")
	for name, want := range map[string]string{
		"Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff",
		"Content-Disposition":     `attachment; filename="` + captureSHA + `.bin"`,
		"Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
	} {
		if got := p.header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if p.raw != string(b.bytes[captureSHA]) {
		t.Error("the download is not what came")
	}
	b.bytes[captureSHA] = []byte("%PDF-1.4\x00\x01\x02\xff")
	b.want(b.get("/articles/"+a.ID+"/evidence"), 200, "", "These bytes are not text")
	b.bytes[captureSHA] = []byte(strings.Repeat("é", maxShown))
	b.want(b.get("/articles/"+a.ID+"/evidence"), 200, "", "Only the beginning is shown")
	delete(b.bytes, captureSHA)
	b.want(b.get("/articles/"+a.ID+"/evidence"), 404, "", "no such record")
}

// The image of a page stands beside what was read, or why there is none.
func TestPageImage(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.bytes[captureSHA] = []byte("<!doctype html><p>An invented page.")
	image, address := desk.Capture{ID: "rdk_k_image", SHA256: "an image"}, "/articles/"+a.ID+"/evidence/image"
	b.store.captures[image.ID], b.bytes[image.SHA256] = image, []byte("\x89PNG\r\n")
	if p := b.get("/articles/" + a.ID); strings.Contains(p.body, "mage of the page") {
		t.Error("an image is spoken of where none is to be")
	}
	b.want(b.get(address), 404, "")
	b.store.images = map[string]desk.PageImage{a.CaptureID: {State: desk.ImageDue, LastError: "There is no Chromium."}}
	b.want(b.get("/articles/"+a.ID), 200, "", "An image of the page is being made. There is no Chromium.")
	b.want(b.get(address), 404, "", "no image of this page yet")
	b.store.images[a.CaptureID] = desk.PageImage{State: desk.ImageFailed, LastError: "The browser made none."}
	b.want(b.get("/articles/"+a.ID), 200, "", "There is no image of the page: The browser made none.")
	b.store.images[a.CaptureID] = desk.PageImage{State: desk.ImageKept, ImageID: image.ID}
	b.want(b.get("/articles/"+a.ID), 200, "", `src="`+address+`"`)
	p := b.get(address)
	if p.raw != "\x89PNG\r\n" || p.header.Get("Content-Type") != "image/png" || !strings.Contains(p.header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("%q, %v", p.raw, p.header)
	}
}

func TestAsText(t *testing.T) {
	for _, c := range []struct{ bytes, mediaType, text, charset string }{
		{"plain", "text/plain", "plain", "utf-8"},
		{"\xef\xbb\xbfmarked", "", "marked", "utf-8"},
		{"caf\xe9", "text/plain; charset=iso-8859-1", "café", "windows-1252"},
		{"\xcd\xee\xe2\xee\xf1\xf2\xe8", "text/html; charset=windows-1251", "Новости", "windows-1251"},
		{"\xff\xfeA\x00B\x00", "text/plain", "AB", "utf-16le"},
		{"\x89PNG\r\n\x00\x01\x00", "image/png", "", ""},
	} {
		if text, name := asText([]byte(c.bytes), c.mediaType); text != c.text || name != c.charset {
			t.Errorf("asText(%q) = %q, %q", c.bytes, text, name)
		}
	}
}

func TestPreview(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	b.want(b.get("/articles/"+a.ID+"/preview"), 422, "", "nothing to preview yet", "a title")
	a.Title, a.Territories = "A pact to preview", []string{"KP"}
	b.store.articles[a.ID] = a
	p := b.get("/articles/" + a.ID + "/preview")
	b.want(p, 200, "", "A pact to preview", "Invented Desk", "Invented Courier")
	_, after, _ := strings.Cut(p.raw, `href="/static/`)
	file, _, found := strings.Cut(after, `"`)
	style := b.get("/static/" + file)
	b.want(style, 200, "", "{")
	if !found || style.header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("the preview's style %q has headers %v", file, style.header)
	}
	b.store.snippets = map[string]desk.Snippet{
		"n1": {ID: "n1", Name: "everywhere", Markdown: "two", Placements: []string{"*"}, Position: 2},
		"n2": {ID: "n2", Name: "here", Markdown: "one", Placements: []string{"KP"}, Position: 1},
		"n3": {ID: "n3", Name: "there", Markdown: "three", Placements: []string{"FR"}, Position: 1},
	}
	o := &office{snippets: b.store}
	got, err := o.placed(t.Context(), a)
	if err != nil || len(got) != 2 || got[0].ID != "n2" || got[1].ID != "n1" {
		t.Errorf("placed %+v, %v", got, err)
	}
}

func TestArticleOfADigest(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_2222222222222222")
	a.Part, a.Dateline, a.Form, a.FormSure = 2, "28.06.21 –", "date-first", 0.8
	b.store.articles[a.ID] = a
	b.want(b.get("/articles/"+a.ID), 200, "", "28.06.21 –", "form: date-first, sure: 80", "article 2 of what came in")
}

func TestCreditAndLeadImage(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_2222222222222222")
	a.Credit, a.Image = "Agence Exemple", desk.Picture{Address: "https://wire.example/1.jpg", Caption: "A court.", Credit: "Ana Invented", Alt: "A door"}
	b.store.articles[a.ID] = a
	p := b.get("/articles/" + a.ID)
	b.want(p, 200, "", `value="Agence Exemple"`, "https://wire.example/1.jpg", "A court.", "Ana Invented", "A door")
	b.lacks(p, `src="https://wire.example`)
}

func TestPaste(t *testing.T) {
	b := editor(t)
	b.want(b.get("/paste"), 200, "", "Text or HTML")
	b.want(b.post("/paste", url.Values{"text": {" \r\n "}}), 422, "", "nothing in the box")
	a := b.article("rdk_a_2222222222222222")
	a.Stage = desk.StageUnread
	b.store.articles[a.ID] = a
	p := b.post("/paste", url.Values{"text": {"By A. Name\r\n\r\nWords"}})
	b.want(p, 200, "/articles/"+a.ID, "Taken in and kept as evidence.", "It is being read", `http-equiv="refresh"`)
	b.lacks(p, `name="title"`)
	if len(b.pasted) != 1 || b.pasted[0] != "rdk_u_editoreditoredit:  By A. Name\n\nWords" {
		t.Errorf("pasted %q", b.pasted)
	}
}

func TestOtherStages(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Stage, a.SameAs = desk.StageDuplicate, "rdk_a_bbbbbbbbbbbbbbbb"
	b.store.articles[a.ID] = a
	p := b.get("/articles/" + a.ID)
	b.want(p, 200, "", "The same text is here already", "/articles/rdk_a_bbbbbbbbbbbbbbbb", "Open again")
	b.lacks(p, `name="title"`)
	a.Stage, a.LastError = desk.StageUnreadable, "No article was found in this page."
	b.store.articles[a.ID] = a
	b.want(b.get("/articles/"+a.ID), 200, "", "could not be read: No article was found", `name="title"`, "Refuse", "Open again")
	b.want(b.get("/?stage=unreadable"), 200, "", "No article was found")
	b.want(b.get("/articles/rdk_a_cccccccccccccccc"), 404, "", "no such record")
}

func TestSnippets(t *testing.T) {
	b := editor(t)
	b.want(b.get("/snippets"), 200, "", "No snippet yet.")
	good := url.Values{"name": {"Letters"}, "markdown": {"Read our **letters**"}, "where": {"some"}, "places": {"Russia; KP"}, "position": {"2"}}
	for field, value := range map[string]string{"name": "", "markdown": "", "places": "Atlantis", "position": "first"} {
		bad := url.Values{}
		for k, v := range good {
			bad[k] = v
		}
		bad[field] = []string{value}
		b.want(b.post("/snippets", bad), 422, "", "fields that are marked", `class="error"`)
	}
	p := b.post("/snippets", good)
	b.want(p, 200, "", "Added.", "under articles about North Korea, Russia")
	path := p.path
	id := strings.TrimPrefix(path, "/snippets/")
	good.Set("version", "1")
	good.Set("do", "preview")
	good.Set("markdown", "Other words")
	b.want(b.post(path, good), 200, "", "Nothing is stored yet", "Other words")
	if b.store.snippets[id].Markdown != "Read our **letters**" {
		t.Error("a preview stored something")
	}
	good.Set("do", "change")
	good.Set("where", "every")
	b.want(b.post(path, good), 200, path, "Changed.", "under every article")
	checkDecision(t, b, desk.VerbChange, "markdown", "placements")
	b.want(b.post(path, good), 409, "", "Somebody else changed this snippet", "Other words")
	b.want(b.post(path, url.Values{"do": {"delete"}}), 422, "", "Not deleted")
	b.want(b.post(path, url.Values{"do": {"delete"}, "sure": {"yes"}}), 200, "/snippets", "Deleted.")
	checkDecision(t, b, desk.VerbChange, "markdown")
}

func TestIssues(t *testing.T) {
	b := editor(t)
	b.store.tally = subscription.Tally{subscription.Confirmed: 12, subscription.Pending: 1}
	b.want(b.get("/issues"), 200, "", "12 readers get it", "1 has not confirmed", "Nothing new since")
	for _, id := range []string{"rdk_a_aaaaaaaaaaaaaaaa", "rdk_a_bbbbbbbbbbbbbbbb"} {
		a := b.article(id)
		a.Stage, a.Title, a.Territories = desk.StagePublished, "Title of "+id, []string{"KP"}
		b.store.articles[id] = a
	}
	b.want(b.get("/issues"), 200, "", "Title of rdk_a_aaaaaaaaaaaaaaaa", "North Korea")
	b.want(b.post("/issues", url.Values{"title": {""}, "article": {"rdk_a_aaaaaaaaaaaaaaaa"}}), 422, "", "title")
	b.want(b.post("/issues", url.Values{"title": {"Letter"}, "article": {"rdk_a_zzzzzzzzzzzzzzzz"}}), 422, "", "tick at least one")
	p := b.post("/issues", url.Values{"title": {"Letter 1"}, "article": {"rdk_a_aaaaaaaaaaaaaaaa"}})
	b.want(p, 200, "", "Letter 1", "Text of the mail", "12 readers", "sandbox")
	path := p.path
	b.want(b.get(path+"?for=north+korea"), 200, "", path+"/mail?for=KP")
	if len(b.composed) != 2 || b.composed[0] != "KP" || b.composed[1] != "en" {
		t.Errorf("composed for %q", b.composed)
	}
	b.want(b.get(path+"?for=Atlantis"), 200, "", "No territory is called Atlantis")
	p = b.get(path + "?for=France")
	b.want(p, 200, "", "Nothing in it is for that reader.")
	b.lacks(p, "<iframe")
	p = b.get(path + "/mail?for=KP")
	b.want(p, 200, "", "HTML of the mail")
	if csp := p.header.Get("Content-Security-Policy"); !strings.Contains(csp, "sandbox") || !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("mail CSP %q", csp)
	}

	b.want(b.post(path, url.Values{"do": {"test"}, "address": {"no address"}}), 422, "", "is not a mail address")
	b.want(b.post(path, url.Values{"do": {"test"}, "address": {"erin@example.org"}}), 200, path, "on its way to erin@example.org")
	if len(b.store.tests) != 1 {
		t.Errorf("tests %q", b.store.tests)
	}
	for _, c := range b.store.decisions[len(b.store.decisions)-1].Changes {
		if strings.Contains(c.After, "@") {
			t.Error("a mail address stands in the audit")
		}
	}
	b.want(b.post(path, url.Values{"do": {"send"}}), 422, "", "Not sent")
	b.want(b.post(path, url.Values{"do": {"send"}, "sure": {"yes"}}), 200, path, "12 deliveries on the ledger", "waiting to be sent")
	checkDecision(t, b, desk.VerbSend)
	b.want(b.post(path, url.Values{"do": {"send"}, "sure": {"yes"}}), 409, "", "no draft any more")
	b.lacks(b.get("/issues"), `value="rdk_a_aaaaaaaaaaaaaaaa"`)
}

func TestPeople(t *testing.T) {
	b := newBench(t)
	ada := b.person("rdk_u_adaadaadaadaadaa", "Ada", desk.RoleAdministrator)
	b.login("Ada")
	b.want(b.post("/people", url.Values{"name": {""}, "role": {"editor"}}), 422, "", "give a name")
	b.want(b.post("/people", url.Values{"name": {"Bo"}, "role": {"king"}}), 422, "", "what this person may do")
	b.want(b.post("/people", url.Values{"name": {"Ada"}, "role": {"editor"}}), 409, "", "taken")
	p := b.post("/people", url.Values{"name": {"Bo"}, "role": {"editor"}})
	b.want(p, 200, "/people", "Bo is added.", "shown once")
	_, after, _ := strings.Cut(p.body, "http://office.example.org/setup/")
	word, _, _ := strings.Cut(after, "<")
	b.lacks(b.get("/people"), "/setup/")
	checkDecision(t, b, desk.VerbAdd, "name", "role")

	second := *b
	second.browser = newBrowser(t)
	b.want(second.post("/login", url.Values{"name": {"Bo"}, "password": {""}}), 403, "", "do not go together")
	b.want(second.get("/setup/"+word), 200, "", "sets the password of", "Bo")
	b.want(second.post("/setup/"+word, url.Values{"password": {testPassword}, "again": {testPassword}}), 200, "/", "Welcome, Bo")
	b.want(second.get("/setup/"+word), 404, "")

	var bo desk.Account
	for _, a := range b.store.accounts {
		if a.Name == "Bo" {
			bo = a
		}
	}
	b.want(b.post("/people/"+bo.ID, url.Values{"do": {"role"}, "role": {"administrator"}}), 200, "/people", "Bo is administrator now.")
	b.want(second.get("/people"), 200, "")
	b.want(b.post("/people/"+bo.ID, url.Values{"do": {"disable"}}), 200, "/people", "Bo is disabled")
	checkDecision(t, b, desk.VerbChange, "disabled")
	b.want(second.get("/people"), 200, "/login?next=%2Fpeople")
	b.want(b.post("/people/"+ada.ID, url.Values{"do": {"disable"}}), 422, "", "your own account")
	b.want(b.post("/people/"+ada.ID, url.Values{"do": {"link"}}), 200, "/people", "/setup/")
	for hash, i := range b.store.invitations {
		if i.account == bo.ID || strings.Contains(p.body, hash) {
			t.Errorf("invitation %s %+v", hash, i)
		}
		b.now = i.expires
	}
	b.want(b.get("/people/"), 404, "")
}

func TestSetupLinkAfterSetupIsWorthNothing(t *testing.T) {
	b := newBench(t)
	b.store.invitations[subscription.Hash("old-word")] = invitation{"", testNow.Add(time.Hour)}
	b.person("rdk_u_adaadaadaadaadaa", "Ada", desk.RoleAdministrator)
	b.want(b.get("/setup/old-word"), 410, "", "set up already")
	b.want(b.post("/setup/old-word", url.Values{"name": {"Eve"}, "password": {testPassword}, "again": {testPassword}}), 410, "")
	if len(b.store.accounts) != 1 {
		t.Error("an old set-up link made an administrator")
	}
}
