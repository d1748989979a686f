package site

import "testing"

// TestTermsOfAnArticle holds that what an editor decided stands on the page by
// axis, in the page's language, and nothing where nothing was decided.
func TestTermsOfAnArticle(t *testing.T) {
	f := newFake()
	f.articles[0].Terms = []string{"act:arrest", "group:workers", "theme:forced-labour-and-trafficking", "theme:sanctions-and-accountability"}
	id := f.articles[0].ID
	v := f.get(t, "/a/"+id)
	v.wants(t, 200, "Themes: forced labour and trafficking, sanctions and accountability", "What was done: arrest", "To whom: workers")
	v.lacks(t, "<p>Communities:", "<p>Rights:")
	f.get(t, "/fr/a/"+id).wants(t, 200, "Thèmes : travail forcé et traite, sanctions et responsabilité")
	f.articles[0].Terms = nil
	f.get(t, "/a/"+id).lacks(t, "<p>Themes:")
}
