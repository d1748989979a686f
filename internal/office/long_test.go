package office

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
)

// TestVeryLongArticle: of a text of many megabytes the beginning is shown, and
// saving other fields leaves the text as it is.
func TestVeryLongArticle(t *testing.T) {
	b := editor(t)
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.Text = "The first sentence.\n\n" + strings.Repeat("A court heard an invented case behind closed doors.\n\n", 200_000) + "The last sentence."
	b.store.articles[a.ID] = a
	for i := range shownClaims + 9 {
		b.store.claims[a.ID] = append(b.store.claims[a.ID], desk.Claim{ID: fmt.Sprintf("rdk_q_%016d", i), ArticleID: a.ID, State: desk.ClaimProposed, Words: "an invented case"})
	}
	page := b.get("/articles/" + a.ID)
	b.want(page, 200, "", "The first sentence.", "only its beginning stands here", "9 more claims")
	if len(page.body) > 3*shownBytes || strings.Contains(page.body, "The last sentence.") {
		t.Errorf("%d bytes are shown", len(page.body))
	}
	form := url.Values{"verb": {"correct"}, "version": {strconv.Itoa(a.Version)}, "title": {"A headline"}, "licence": {string(desk.LicenceExcerpt)}}
	b.want(b.post("/articles/"+a.ID, form), 200, "", "Saved.")
	if got := b.store.articles[a.ID]; got.Text != a.Text || got.Title != "A headline" {
		t.Errorf("saved %q with a text of %d bytes", got.Title, len(got.Text))
	}
}
