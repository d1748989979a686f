package site

import (
	"testing"

	"rightsdesk/internal/public"
)

// TestTermsOfAnArticle holds that what an editor decided stands on the page by
// axis, in the page's language, and nothing where nothing was decided.
func TestTermsOfAnArticle(t *testing.T) {
	f := newFake()
	f.articles[0].Terms = []string{"act:arrest", "group:workers", "theme:forced-labour-and-trafficking", "theme:sanctions-and-accountability"}
	id := f.articles[0].ID
	v := f.get(t, "/a/"+id)
	v.wants(t, 200, `Themes: <a href="/search?term=theme%3Aforced-labour-and-trafficking">forced labour and trafficking</a>, <a`, ">sanctions and accountability</a></p>",
		`What was done: <a href="/search?term=act%3Aarrest">arrest</a></p>`, `To whom: <a href="/search?term=group%3Aworkers">workers</a></p>`)
	v.lacks(t, "<p>Communities:", "<p>Rights:")
	f.get(t, "/fr/a/"+id).wants(t, 200, `Thèmes : <a href="/fr/search?term=theme%3Aforced-labour-and-trafficking">travail forcé et traite</a>, <a`)
	f.articles[0].Terms = nil
	f.get(t, "/a/"+id).lacks(t, "<p>Themes:")
}

// TestSearchByTheme holds that readers find all articles of a theme, that the
// term of another axis to which a page leads is kept, and that others are none.
func TestSearchByTheme(t *testing.T) {
	f := newFake()
	f.get(t, searchFor("term", "theme:children")).wants(t, 200, `<option value="theme:children" selected>`, "<details open>", `<option value="theme:rule-of-law-and-transitional-justice">`)
	f.get(t, searchFor("q", "court", "term", "act:arrest", "page", "2")).wants(t, 200, `<option value="act:arrest" selected>arrest</option>`)
	if len(f.asked) != 2 || f.asked[0] != (public.Query{Term: "theme:children", Page: 1}) || f.asked[1] != (public.Query{Text: "court", Term: "act:arrest", Page: 2}) {
		t.Errorf("asked %+v", f.asked)
	}
	for _, term := range []string{"children", "theme:nothing", "act:", "status:imprisoned", "theme:children' OR 1=1"} {
		f.get(t, searchFor("term", term)).wants(t, 422, "is not in the list of themes")
	}
}
