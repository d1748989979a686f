package office

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// TestHandInPage: the page that takes from the bookmark is the only one that
// is not cut off from windows of other sites; a stranger sees no form on it.
func TestHandInPage(t *testing.T) {
	b := newBench(t)
	p := b.get("/hand-in")
	b.want(p, 200, "", "You are not logged in here.")
	b.lacks(p, "<form id=", "handin.")
	b = editor(t)
	p = b.get("/hand-in")
	b.want(p, 200, "", `id="hand-in"`, "/static/handin.")
	if got := p.header.Get("Cross-Origin-Opener-Policy"); got != "unsafe-none" {
		t.Errorf("the page is cut off from the one that opened it: %q", got)
	}
	if got := b.get("/paste").header.Get("Cross-Origin-Opener-Policy"); got != "same-origin" {
		t.Errorf("another page is not: %q", got)
	}
}

// TestPasteWithAnAddress takes an address with a text, as both kinds of form.
func TestPasteWithAnAddress(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_2222222222222222")
	b.store.articles[a.ID] = a
	b.want(b.post("/paste", url.Values{"text": {"Words"}, "address": {"javascript:alert(1)"}}), 422, "", "whole address of a web page", ">\nWords</textarea>")
	b.want(b.post("/paste", url.Values{"text": {"Words"}, "address": {" https://news.example.org/1 "}}), 200, "/articles/"+a.ID)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, value := range map[string]string{"text": "<p>" + strings.Repeat("ж", 1<<20), "address": "https://news.example.org/2"} {
		if err := form.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequest(http.MethodPost, b.url+"/paste", &body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Origin", b.url)
	res, err := b.browser.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if len(b.pasted) != 2 || b.pasted[0] != "rdk_u_editoreditoredit: https://news.example.org/1 Words" || len(b.pasted[1]) < 2<<20 || !strings.Contains(b.pasted[1], ": https://news.example.org/2 <p>ж") {
		t.Errorf("%d pasted; %.100q", len(b.pasted), b.pasted)
	}
}

// TestMailInTheOffice offers folders of mail where there are any, and no other.
func TestMailInTheOffice(t *testing.T) {
	b := editor(t)
	b.lacks(b.get("/sources"), `value="mail"`)
	b.want(b.post("/sources", url.Values{"kind": {"mail"}, "address": {"/etc"}, "outlet": {"X"}, "licence": {"excerpt"}}), 422, "", "mail.inboxes")
	b = editor(t, func(p *Parts) { p.Inboxes = []string{"/var/mail/one", "/var/mail/two"} })
	b.want(b.get("/sources"), 200, "", `value="mail"`, "/var/mail/two")
	b.want(b.post("/sources", url.Values{"kind": {"mail"}, "address": {"/etc"}, "outlet": {"X"}, "licence": {"excerpt"}}), 422, "", "mail.inboxes")
	p := b.post("/sources", url.Values{"kind": {"mail"}, "address": {"/var/mail/two"}, "outlet": {"Invented Wire"}, "licence": {"excerpt"}})
	b.want(p, 200, "", "Added.", "Invented Wire", "<option selected>/var/mail/two</option>")
	if s := b.store.sources[strings.TrimPrefix(p.path, "/sources/")]; s.Kind != desk.SourceMail || s.Address != "/var/mail/two" {
		t.Errorf("%+v", s)
	}
}

// TestMailAsItCame shows a mail's words beside what was read of it, and of a
// PDF nothing.
func TestMailAsItCame(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	c := b.store.captures[a.CaptureID]
	c.MediaType = "message/rfc822"
	b.store.captures[c.ID] = c
	b.bytes[c.SHA256] = []byte("From: Wire <w@example.org>\nDate: Wed, 29 Mar 2017 10:00:00 +0000\nSubject: =?utf-8?q?Caf=C3=A9?=\nContent-Type: text/html; charset=utf-8\n" +
		"Content-Transfer-Encoding: base64\n\nPHA+V29yZHMgJmFtcDsgbW9yZTwvcD4=\n")
	b.want(b.get("/articles/"+a.ID), 200, "", "Subject: Café", "Words & more")
	b.bytes[c.SHA256] = []byte("%PDF-1.4 words")
	c.MediaType = "application/pdf"
	b.store.captures[c.ID] = c
	b.want(b.get("/articles/"+a.ID), 200, "", "These bytes are not text")
	b.want(b.get("/articles/"+a.ID+"/evidence"), 200, "", "Download them to look at them")
	a.LastError = "The PDF has no text in it."
	b.store.articles[a.ID] = a
	b.want(b.get("/articles/"+a.ID), 200, "", "The PDF has no text in it.")
}
