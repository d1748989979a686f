package office

import (
	"net/url"
	"testing"

	"rightsdesk/internal/desk"
)

// TestEraseNeedsTwo goes the way of an erasure: proposed, not agreed to by the
// same person, declined, proposed again, agreed to by another.
func TestEraseNeedsTwo(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	evidence, erase := "/articles/"+a.ID+"/evidence", "/articles/"+a.ID+"/erase"
	b.want(b.get("/erasures"), 200, "", "Nobody has proposed")
	b.want(b.get(evidence), 200, "", "Propose to erase it", "abcd", "41")
	b.want(b.post(erase, url.Values{"do": {"propose"}}), 422, "", "Please give a reason")
	b.want(b.post(erase, url.Values{"do": {"agree"}}), 404, "", "no such record")
	b.want(b.post(erase, url.Values{"do": {"burn"}}), 404, "")
	b.want(b.post(erase, url.Values{"do": {"propose"}, "reason": {"a family asked"}}), 200, evidence, "when a second person agrees", "a family asked", "Take the proposal back")
	b.lacks(b.get("/"), "waits for a second person")
	b.want(b.post(erase, url.Values{"do": {"agree"}, "sure": {"yes"}}), 403, "", "needs a second person")
	b.want(b.post(erase, url.Values{"do": {"decline"}}), 200, evidence, "Nothing was erased", "Propose to erase it")
	b.want(b.post(erase, url.Values{"do": {"propose"}, "reason": {"it is urgent"}}), 200, evidence)

	b.person("rdk_u_2222222222222222", "Bo", desk.RoleEditor)
	b.login("Bo")
	b.want(b.get("/"), 200, "", "1 proposal to erase evidence waits for a second person")
	b.want(b.get("/erasures"), 200, "", "it is urgent", "look and decide", "declined")
	b.want(b.post(erase, url.Values{"do": {"agree"}}), 422, "", "Please tick", "Agree and erase")
	b.want(b.post(erase, url.Values{"do": {"burn"}}), 422, "", "not known here")
	b.want(b.post(erase, url.Values{"do": {"agree"}, "sure": {"yes"}}), 200, evidence, "erased by decision rdk_d_", "Bo agreed")
	b.want(b.get("/erasures"), 200, "", "erased")
	b.want(b.post(erase, url.Values{"do": {"agree"}, "sure": {"yes"}}), 409, "", "decided already")
}

func TestPackageOfAnArticle(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	p := b.get("/articles/" + a.ID + "/evidence/wacz")
	if p.header.Get("Content-Disposition") != `attachment; filename="`+a.CaptureID+`.wacz"` || p.raw != "package of "+a.CaptureID+": "+a.Title {
		t.Errorf("%v %q", p.header, p.raw)
	}
}
