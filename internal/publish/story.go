package publish

import (
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
)

// Appearances gives what readers may know of where else a story appeared, from
// all of its articles: of the copies that a person published with the one that
// leads, outlet, day, headline, language and address. The same outlet and
// address stand there once, and not when they are the leading article's own.
// There are none unless the leading article is public.
func Appearances(parts []desk.Part) (out []public.Appearance) {
	at := slices.IndexFunc(parts, func(p desk.Part) bool { return p.Leads })
	if at < 0 || parts[at].Stage != desk.StagePublished || parts[at].Sensitivity != desk.Open {
		return nil
	}
	type place struct{ outlet, address string }
	seen := map[place]bool{{parts[at].Outlet, parts[at].Address}: true}
	for _, p := range parts {
		if where := (place{p.Outlet, p.Address}); !p.Leads && p.Shown && p.MayShow() && !seen[where] {
			seen[where] = true
			out = append(out, public.Appearance{
				Copy: p.ID, Outlet: p.Outlet, Published: p.Published, Title: p.Title, Language: p.Language, Address: p.Address,
			})
		}
	}
	slices.SortStableFunc(out, func(a, b public.Appearance) int { return compareDays(a.Published, b.Published) })
	return out
}

// compareDays orders days; what has none stands last.
func compareDays(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "" || b != "" && b < a:
		return 1
	}
	return -1
}
