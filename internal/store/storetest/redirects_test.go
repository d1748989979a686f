package storetest

import (
	"testing"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// TestRedirects: old paths lead to what is public, to Gone after a withdrawal,
// and to the article again when it comes back.
func TestRedirects(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		p, e := openEdition(t, rooms)
		one, two := report(1, 1, "One."), report(2, 1, "Two.")
		lead := func(id string, paths ...string) {
			t.Helper()
			var list []public.Redirect
			for _, path := range paths {
				list = append(list, public.Redirect{Path: public.PathHash(path), ArticleID: id})
			}
			if err := p.PutRedirects(t.Context(), []string{id}, list); err != nil {
				t.Fatal(err)
			}
			sweep(t, p)
		}
		expect := func(path, id string, kind fault.Kind) {
			t.Helper()
			got, err := e.Moved(t.Context(), path)
			if got != id || id == "" && !fault.Is(err, kind) || id != "" && err != nil {
				t.Errorf("%s leads to %q, %v", path, got, err)
			}
		}
		put(t, p, one, two)
		lead(one.ID, "/one", "/?p=1")
		lead(two.ID, "/two")
		lead("rdk_a_never", "/never")
		expect("/one", one.ID, 0)
		expect("/?p=1", one.ID, 0)
		expect("/two", two.ID, 0)
		expect("/three", "", fault.NotFound)
		expect("/never", "", fault.NotFound)
		withdraw(t, p, one.ID, 2)
		expect("/one", "", fault.Gone)
		expect("/two", two.ID, 0)
		lead(one.ID, "/one")
		expect("/one", "", fault.Gone)
		expect("/?p=1", "", fault.NotFound)
		put(t, p, report(1, 3, "One again."))
		expect("/one", one.ID, 0)
		if err := p.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
		sweep(t, p)
		expect("/two", "", fault.NotFound)
	})
}
