package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"sync"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/geo"
	"rightsdesk/internal/taxonomy"
)

// ruleFiled says of a finding that the site which a post came from had it filed
// there: categories and tags name the territory.
const ruleFiled = "wordpress/1"

// readWordPress reads the article out of a post of another site, and gives what
// it is filed under and its edges.
func readWordPress(u desk.Unread, data []byte, opt extract.Options) (a desk.Article, about []string, edges extract.Edges, err error) {
	p := exchange.ReadWXRItem(data)
	body := p.Body()
	given := extract.Document{
		Title: p.Title, Standfirst: p.Excerpt, Outlet: u.Import.Outlet, Published: p.Date, Language: first(u.Language, u.Import.Language),
		Byline: person(u.Import.Author, p.Login),
	}
	opt.URL = p.Link
	doc, err := extract.Post(body.HTML, given, opt, u.Capture.At)
	if err != nil {
		return a, nil, edges, err
	}
	for _, name := range body.Snippets {
		doc.Removed = append(doc.Removed, extract.Removed{Kind: extract.Snippet, Text: name})
	}
	for _, code := range body.Removed {
		doc.Removed = append(doc.Removed, extract.Removed{Kind: extract.Snippet, Text: code})
	}
	a = article(u, doc)
	// What nobody could read has no address.
	if a.Address == "" && p.Public() {
		a.Address = p.Link
	}
	territories, _, _ := FiledUnder(p.Terms)
	return a, territories, doc.Edges, nil
}

// person gives the byline that a site's account makes: none when it only has
// the name by which somebody logs in.
func person(display, login string) []string {
	if display == "" || display == login && !strings.Contains(display, " ") {
		return nil
	}
	return []string{display}
}

// filed adds where a post was filed to what was found in its text.
func (d *Desk) filed(articleID string, found []desk.Finding, about []string) []desk.Finding {
next:
	for _, id := range about {
		for i, f := range found {
			if f.Kind == desk.FindingAbout && f.Value == id {
				found[i].Score, found[i].Rule = 1, ruleFiled
				continue next
			}
		}
		found = append(found, desk.Finding{
			ID: d.id(desk.KindFinding), ArticleID: articleID, Kind: desk.FindingAbout, Value: id, Score: 1, Rule: ruleFiled,
		})
	}
	return found
}

// FiledUnder tells the territories that categories and tags name, the terms of
// the taxonomy that they name, and the names that the desk does not know.
func FiledUnder(list []exchange.WXRTerm) (territories, terms, unknown []string) {
	known := filing()
	for _, t := range list {
		id := known[filingKey(t.Name)]
		if id == "" {
			id = known[filingKey(strings.ReplaceAll(t.Nicename, "-", " "))]
		}
		axis, value, isTerm := strings.Cut(id, ":")
		switch {
		case id == "":
			unknown = addNew(unknown, t.Name)
		case isTerm:
			terms = addNew(terms, axis+":"+value)
		default:
			territories = addNew(territories, id)
		}
	}
	return territories, terms, unknown
}

func addNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// filing gives the territory that has a name in any language, or the term as
// "axis:id". Words that name a country's people or cities are not among them.
var filing = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, c := range taxonomy.Communities() {
		addTerm(out, "community:", c)
	}
	for _, a := range taxonomy.Acts() {
		addTerm(out, "act:", a)
	}
	several := map[string]bool{}
	for _, f := range geo.Forms() {
		key := filingKey(f.Text)
		if f.Kind != geo.Name && f.Kind != geo.Native || f.Territory == "" || key == "" {
			continue
		}
		if before := out[key]; before != "" && before != f.Territory {
			several[key] = true
		}
		out[key] = f.Territory
	}
	for key := range several {
		delete(out, key)
	}
	// What the desk itself calls a territory means that one.
	for _, t := range geo.All() {
		for _, language := range []string{"en", "fr", "ru", "ar", "zh", "ko"} {
			out[filingKey(t.Name(language))] = t.ID
		}
	}
	return out
})

func addTerm(out map[string]string, axis string, t taxonomy.Term) {
	for _, language := range []string{"en", "fr", "ru", "ar"} {
		out[filingKey(t.Label(language))] = axis + t.ID
	}
}

func filingKey(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(name, "’", "'")), " "))
}

const releaseBatch = 64

// Release publishes what was public on the site it was imported from, as a
// person decided when it was imported, once it has been read. What lacks
// something that publishing needs waits for an editor.
func (d *Desk) Release(ctx context.Context) (more bool, err error) {
	list, err := d.Store.ToPublish(ctx, releaseBatch)
	if err != nil || len(list) == 0 {
		return false, err
	}
	for _, p := range list {
		if err := d.release(ctx, p); err != nil {
			return false, fmt.Errorf("release %s: %w", p.ArticleID, err)
		}
	}
	return len(list) == releaseBatch, d.Store.Settled(ctx, list)
}

func (d *Desk) release(ctx context.Context, p desk.ToPublish) error {
	a, err := d.Store.Article(ctx, p.ArticleID)
	if err != nil || a.Stage != desk.StageWaiting || a.Story != "" {
		return err
	}
	found, err := d.Store.Findings(ctx, a.ID)
	if err != nil {
		return err
	}
	c := desk.Correction{
		Title: a.Title, Standfirst: a.Standfirst, Byline: a.Byline, Outlet: a.Outlet, Published: a.Published, Address: a.Address,
		Language: a.Language, Text: a.Text, Licence: a.Licence, Release: true,
	}
	for _, f := range found {
		if f.Kind == desk.FindingAbout && f.Rule == ruleFiled {
			c.Territories = append(c.Territories, f.Value)
		}
	}
	a, changes := desk.Correct(a, c)
	changes = append(changes, desk.Change{Field: "stage", Before: string(a.Stage), After: string(desk.StagePublished)})
	if err := cmp.Or(desk.CheckLooked(a), desk.CheckPublish(a)); err != nil {
		d.Log.Debug("an imported article waits for an editor", "article", a.ID, "error", err)
		return nil
	}
	a.Stage = desk.StagePublished
	by := desk.Decision{
		ID: d.id(desk.KindDecision), At: d.Now(), Account: p.Account, Verb: desk.VerbPublish, RecordID: a.ID,
		Reason: "It was public on " + p.Site + ", from which it was imported.", Changes: changes,
	}
	_, err = d.Store.DecideArticle(ctx, a, by)
	if fault.Is(err, fault.Conflict) { // an editor was faster
		return nil
	}
	return err
}
