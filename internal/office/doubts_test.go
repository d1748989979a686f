package office

import (
	"net/url"
	"strconv"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// TestDoubtfulParagraphs: what may not be the article is grey on its page, is not
// published by one press in the queue, and is cut or kept with one; what was
// cut for its words is put back with one.
func TestDoubtfulParagraphs(t *testing.T) {
	b := editor(t)
	const call, standing = "Tell a friend about the Invented Courier & us.", "Ada Invented was arrested in March."
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Text += "\n\n" + standing + "\n\n" + call
	a.Doubts = []desk.Doubt{{Kind: "repeated", Text: standing}, {Kind: "footer", Text: call}}
	a.Removed = []desk.Removed{{Kind: "footer", Text: "Subscribe to our letter."}, {Kind: "byline", Text: "By Ada Invented"}}
	b.store.articles[a.ID] = a
	b.want(b.get("/"), 200, "", "2 paragraphs to look at")
	page := b.get("/articles/" + a.ID)
	b.want(page, 200, "", "May not be the article.", "Cut it", "Keep it", "Put it back into the text")
	if n := strings.Count(page.body, `<p class="cut">`); n != 2 {
		t.Errorf("%d paragraphs are grey", n)
	}
	if n := strings.Count(page.body, "Put it back into the text"); n != 1 {
		t.Errorf("%d parts can be put back", n)
	}
	publish := url.Values{"id": {a.ID}, "do": {"publish"}, "version": {strconv.Itoa(a.Version)}, "stage": {"waiting"}}
	b.want(b.post("/queue", publish), 422, "", "something in its text may not be the article")
	if b.store.articles[a.ID].Stage != desk.StageWaiting {
		t.Fatal("published without a look")
	}
	path := "/articles/" + a.ID + "/parts"
	b.want(b.post(path, url.Values{"do": {"keep"}, "text": {standing}}), 200, "/articles/"+a.ID, "It stays in the text.")
	checkDecision(t, b, desk.VerbKeep, "kept")
	b.want(b.post(path, url.Values{"do": {"cut"}, "text": {call}}), 200, "/articles/"+a.ID, "It is cut, and kept aside.")
	checkDecision(t, b, desk.VerbCut, "text", "cut")
	b.want(b.post(path, url.Values{"do": {"cut"}, "text": {call}}), 200, "", "decided about before you")
	b.want(b.post(path, url.Values{"do": {"put-back"}, "kind": {"footer"}, "text": {"Subscribe to our letter."}}), 200, "", "at the end of the text again")
	b.want(b.post(path, url.Values{"do": {"burn"}, "text": {call}}), 200, "", "button is not known")
	if got := b.store.articles[a.ID].Text; !strings.HasSuffix(got, standing+"\n\nSubscribe to our letter.") || strings.Contains(got, call) {
		t.Errorf("the text is %q", got)
	}
}

// TestUnsureArticles: what the reader is not sure of says so in the queue and on
// its page, and is published on its page only.
func TestUnsureArticles(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Confidence = .3
	b.store.articles[a.ID] = a
	b.want(b.get("/"), 200, "", "perhaps no article")
	b.want(b.get("/articles/"+a.ID), 200, "", "not sure that this is an article", "30 %")
	publish := url.Values{"id": {a.ID}, "do": {"publish"}, "version": {strconv.Itoa(a.Version)}, "stage": {"waiting"}}
	b.want(b.post("/queue", publish), 422, "", "Not published yet: the reader is not sure")
	if b.store.articles[a.ID].Stage != desk.StageWaiting {
		t.Fatal("published without a look")
	}
}
