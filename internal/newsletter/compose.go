package newsletter

import (
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/geo"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/mail"
	"rightsdesk/internal/public"
	"rightsdesk/internal/subscription"
)

// maxArticles is how many articles one mail shows. Large mail programs cut a
// mail off at about 100 kB; what is beyond is counted, with a link to the whole
// issue.
const maxArticles = 80

type issuePage struct {
	Language     string // of the mail's own words
	Title        string
	Organisation string
	Site         string
	Groups       []group
	More         int    // articles that are not shown
	Archive      string // empty for a test issue, which has no place in the archive
	Leave        string
	Change       string
}

// group is what an issue has about one territory.
type group struct {
	Name     string
	Language string // of the name; empty: that of the mail
	Link     string // empty for articles about no territory
	Articles []item
}

type item struct {
	Title     string
	ByDesk    bool
	Outlet    string
	Date      string
	Also      string // other territories, by name
	Lead      string
	Link      string
	Language  string
	Direction string
}

// Compose writes an issue for one reader: what their selection asks for, by
// territory, each article once. It reports false when nothing in the issue is
// for them. Teasers are those of the issue's articles that are public now, in
// the issue's order; deliveryID makes the Message-ID.
func Compose(issue subscription.Issue, reader subscription.Subscriber, leaveWord string, teasers []public.Teaser,
	s public.Settings, from Sender, deliveryID string, now time.Time) (mail.Message, bool) {
	var wanted []public.Teaser
	for _, t := range teasers {
		if subscription.Wants(reader.Territories, t.Territories) {
			wanted = append(wanted, t)
		}
	}
	if len(wanted) == 0 {
		return mail.Message{}, false
	}
	spoken := tongue(reader.Language)
	links := Links{s.SiteURL, spoken}
	shown := wanted[:min(len(wanted), maxArticles)]
	page := issuePage{
		Language: spoken, Title: plain(issue.Title), Organisation: plain(s.Organisation), Site: links.Home(), Groups: groups(shown, reader, links),
		More: len(wanted) - len(shown), Leave: links.Leave(leaveWord), Change: links.Subscribe(),
	}
	if !issue.Test {
		page.Archive = links.Issue(issue.ID)
	}
	m := message(deliveryID, reader.Address, issue.Title, leaveWord, links, from, now)
	m.Text = render(templatesIn(spoken).text, "issue.txt", page)
	m.HTML = render(templatesIn(spoken).issue, "layout", page)
	return m, true
}

// groups puts each article under the first of its territories that the reader
// asked for; territories stand in the order of their newest article.
func groups(teasers []public.Teaser, reader subscription.Subscriber, links Links) []group {
	var out []group
	at := map[string]int{}
	for _, t := range teasers {
		id := place(t.Territories, reader.Territories)
		i, known := at[id]
		if !known {
			i = len(out)
			at[id] = i
			out = append(out, heading(id, reader.Language, links))
		}
		out[i].Articles = append(out[i].Articles, entry(t, id, reader.Language, links))
	}
	return out
}

// place chooses the territory that an article stands under; empty when it is
// about none.
func place(about, selection []string) string {
	for _, id := range about {
		if slices.Contains(selection, id) {
			return id
		}
	}
	if len(about) > 0 {
		return about[0]
	}
	return ""
}

func heading(id, language string, links Links) group {
	if id == "" {
		return group{Name: locale.T(tongue(language), "More news")}
	}
	g := group{Name: name(id, language), Link: links.Territory(id)}
	if tongue(language) != base(language) && g.Name != name(id, "en") {
		g.Language = language
	}
	return g
}

func entry(t public.Teaser, under, language string, links Links) item {
	var also []string
	for _, id := range t.Territories {
		if id != under {
			also = append(also, name(id, language))
		}
	}
	return item{
		Title: plain(t.Title), ByDesk: t.TitleByDesk, Outlet: plain(t.Outlet), Date: plain(locale.Date(tongue(language), t.Published)),
		Also: strings.Join(also, locale.T(tongue(language), ", ")),
		Lead: plain(t.Lead), Link: links.Article(t.ID), Language: t.Language, Direction: locale.Dir(t.Language),
	}
}

// name gives a territory's name in a language; its id when it is not known,
// which a desk that is newer than this program could have written.
func name(id, language string) string {
	if t, known := geo.Find(id); known {
		return t.Name(language)
	}
	return plain(id)
}
