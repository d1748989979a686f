package office

import (
	"bytes"
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// sourcesPage lists the sources and adds one.
type sourcesPage struct {
	Frame
	Sources []polled
	Health  []healthCount // of those that are asked, worst first
	Form    sourceForm
	Names   []string
}

// weeksShown is how many weeks of entries a source shows.
const weeksShown = 8

// polled is a source with how many entries it announced in each of the last
// weeks, this one first.
type polled struct {
	desk.Source
	Weeks []int
}

// State is the health in one word, for the style.
func (p polled) State() desk.Health {
	if p.Paused || !p.Kind.Polled() {
		return ""
	}
	return p.Health
}

// ThisWeek is how many entries came in the last seven days.
func (p polled) ThisWeek() int {
	if len(p.Weeks) == 0 {
		return 0
	}
	return p.Weeks[0]
}

// Before are the weeks before, newest first.
func (p polled) Before() []int { return p.Weeks[min(1, len(p.Weeks)):] }

// bar is a bar of a little chart, in its own units.
type bar struct{ X, Y, Height int }

// Bars draws the weeks, oldest first, 20 units high.
func (p polled) Bars() []bar {
	most := 1
	for _, n := range p.Weeks {
		most = max(most, n)
	}
	var out []bar
	for i, n := range slices.Backward(p.Weeks) {
		height := 1 + n*19/most
		out = append(out, bar{(len(p.Weeks) - 1 - i) * 8, 20 - height, height})
	}
	return out
}

// healthCount is how many sources are in a state.
type healthCount struct {
	Health desk.Health
	N      int
}

// worst orders the states of health as an editor should look at them.
var worst = []desk.Health{
	desk.HealthEnded, desk.HealthBlocked, desk.HealthShape, desk.HealthFailing, desk.HealthFrozen, desk.HealthEmpty, desk.HealthMoved, desk.HealthNew, desk.HealthGood,
}

// rank is where a source stands in the list: those that editors are to be told
// of first, then other trouble, what is well, what is paused or never asked.
func (p polled) rank() int {
	switch {
	case p.State() == "":
		return len(worst) + 1
	case p.Alarming():
		return -1
	case p.Health == desk.HealthNew || p.Health == desk.HealthGood:
		return len(worst)
	}
	return slices.Index(worst, p.Health)
}

// sourceForm is what an editor typed about a source.
type sourceForm struct {
	desk.Source
	Place   string   // territory by name or id
	Ways    []string // proxies to choose from
	Inboxes []string // folders of mail that may be sources
	Errors  map[string]string
}

// ways gives the proxies that may be chosen for a source: those of the
// configuration and, so that a form can show what is, the one that it has.
func (o *office) ways(has string) []string {
	if has == "" || slices.Contains(o.Proxies, has) {
		return o.Proxies
	}
	return append(slices.Clone(o.Proxies), has)
}

// Kinds are the kinds of source that can be added.
func (f sourceForm) Kinds() []desk.SourceKind {
	kinds := []desk.SourceKind{desk.SourceFeed, desk.SourceSitemap, desk.SourcePage}
	if len(f.Inboxes) > 0 {
		kinds = append(kinds, desk.SourceMail)
	}
	return kinds
}

// Licences are the choices of how much is shown.
func (sourceForm) Licences() []desk.Licence {
	return []desk.Licence{desk.LicenceExcerpt, desk.LicenceFull, desk.LicenceLink}
}

func (o *office) getSources(w http.ResponseWriter, r *http.Request) error {
	form := sourceForm{Source: desk.Source{Kind: desk.SourceFeed, Licence: desk.LicenceExcerpt}, Inboxes: o.Inboxes}
	return o.showSources(w, r, http.StatusOK, form, "")
}

func (o *office) showSources(w http.ResponseWriter, r *http.Request, status int, form sourceForm, words string) error {
	all, err := o.sources.Sources(r.Context())
	if err != nil {
		return err
	}
	weeks, err := o.weeks.SourceWeeks(r.Context(), o.Now(), weeksShown)
	if err != nil {
		return err
	}
	p := &sourcesPage{
		Frame: Frame{Title: locale.T(o.lang(r), "Sources"), Nav: "/sources", Problem: words},
		Form:  form, Names: o.tongue(r).allTerritories(),
	}
	p.Form.Ways = o.ways(form.Proxy)
	count := map[desk.Health]int{}
	for _, s := range all {
		one := polled{s, weeks[s.ID]}
		p.Sources = append(p.Sources, one)
		count[one.State()]++
	}
	slices.SortStableFunc(p.Sources, func(a, b polled) int { return cmp.Compare(a.rank(), b.rank()) })
	for _, h := range worst {
		if count[h] > 0 {
			p.Health = append(p.Health, healthCount{h, count[h]})
		}
	}
	return o.show(w, r, status, "sources.html", p)
}

func (o *office) postSources(w http.ResponseWriter, r *http.Request) error {
	s := desk.Source{ID: o.newID(desk.KindSource), Kind: desk.SourceKind(r.PostFormValue("kind")), Health: desk.HealthNew, Version: 1}
	form := o.readSourceForm(r, s)
	err := form.complaint()
	if err == nil {
		now := o.Now().UTC()
		form.Source.CreatedAt, form.Source.NextTry = now, now
		d := o.decision(r, desk.VerbAdd, s.ID, sourceChanges(desk.Source{}, form.Source)...)
		if err = o.sources.AddSource(r.Context(), form.Source, d); err == nil {
			return o.done(w, r, "/sources/"+s.ID, locale.T(o.lang(r), "Added. It is asked for the first time within a moment."))
		}
	}
	words, status, ours := problem(o.tongue(r), err)
	if ours {
		return err
	}
	return o.showSources(w, r, status, form, words)
}

// readSourceForm reads the form over a source and checks it.
func (o *office) readSourceForm(r *http.Request, s desk.Source) sourceForm {
	ways := o.ways(s.Proxy)
	s.Address = strings.TrimSpace(r.PostFormValue("address"))
	s.Outlet = oneLine(r.PostFormValue("outlet"))
	s.Language = strings.TrimSpace(r.PostFormValue("language"))
	s.Licence = desk.Licence(r.PostFormValue("licence"))
	if s.Kind == desk.SourcePage {
		s.Selectors = desk.Selectors{
			Item: oneLine(r.PostFormValue("item")), Title: oneLine(r.PostFormValue("title")),
			Link: oneLine(r.PostFormValue("link")), Date: oneLine(r.PostFormValue("date")),
		}
	}
	if r.PostForm.Has("proxy") {
		s.Proxy = r.PostFormValue("proxy")
	}
	f := sourceForm{Source: s, Place: oneLine(r.PostFormValue("territory")), Ways: ways, Inboxes: o.Inboxes, Errors: map[string]string{}}
	f.Territory = findTerritory(f.Place)
	f.check()
	return f
}

func (f *sourceForm) check() {
	note := func(field, words string) {
		if words != "" {
			f.Errors[field] = words
		}
	}
	switch {
	case f.Kind == desk.SourceMail && !slices.Contains(f.Inboxes, f.Address):
		note("address", "Please give one of the folders that whoever keeps the server lists with mail.inboxes.")
	case f.Kind == desk.SourceMail:
	case f.Kind.Polled() && f.Address == "":
		note("address", "Please give the address of the feed, the sitemap or the page.")
	case f.Kind.Polled():
		note("address", wrongAddress(f.Address))
	}
	if f.Version <= 1 && f.CreatedAt.IsZero() && !f.Kind.Polled() {
		note("kind", "Please choose a feed, a sitemap, a web page or a folder of mail.")
	}
	if f.Kind == desk.SourcePage && f.Selectors.Item == "" {
		note("item", "Please say by a CSS selector what on the page is one article. \"Look at it\" proposes one.")
	}
	if f.Proxy != "" && !slices.Contains(f.Ways, f.Proxy) {
		note("proxy", "Please choose one of the proxies in the list.")
	}
	if f.Outlet == "" {
		note("outlet", "Please give the outlet's name, as readers know it.")
	}
	if f.Place != "" && f.Territory == "" {
		note("territory", "No territory is called "+strconv.Quote(f.Place)+". Please choose one from the list, or leave it empty.")
	}
	note("language", wrongLanguage(f.Language))
	if !f.Licence.Valid() {
		note("licence", "Please choose how much may be shown.")
	}
}

func (f *sourceForm) complaint() error {
	if len(f.Errors) == 0 {
		return nil
	}
	return fault.New(fault.Invalid, "Nothing is stored yet: please look at the fields that are marked.")
}

// sourceChanges lists what a person changed in a source.
func sourceChanges(before, after desk.Source) []desk.Change {
	var out []desk.Change
	note := func(field, b, a string) {
		if b != a {
			out = append(out, desk.Change{Field: field, Before: b, After: a})
		}
	}
	note("kind", string(before.Kind), string(after.Kind))
	note("address", before.Address, after.Address)
	note("outlet", before.Outlet, after.Outlet)
	note("territory", before.Territory, after.Territory)
	note("language", before.Language, after.Language)
	note("selectors", selectorWords(before.Selectors), selectorWords(after.Selectors))
	note("proxy", before.Proxy, after.Proxy)
	note("licence", string(before.Licence), string(after.Licence))
	note("paused", strconv.FormatBool(before.Paused), strconv.FormatBool(after.Paused))
	return out
}

// selectorWords writes selectors in one line, for the history.
func selectorWords(s desk.Selectors) string {
	if s == (desk.Selectors{}) {
		return ""
	}
	return strings.Join([]string{s.Item, s.Title, s.Link, s.Date}, " | ")
}

// getOPML gives the feeds as a list that every feed reader takes.
func (o *office) getOPML(w http.ResponseWriter, r *http.Request) error {
	all, err := o.sources.Sources(r.Context())
	if err != nil {
		return err
	}
	var list []exchange.Outline
	for _, s := range all {
		if s.Kind == desk.SourceFeed {
			list = append(list, exchange.Outline{Title: s.Outlet, Feed: s.Address, Category: o.tongue(r).territory(s.Territory)})
		}
	}
	var b bytes.Buffer
	if err := exchange.WriteOPML(&b, "Rightsdesk", list); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/x-opml; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="sources.opml"`)
	_, err = w.Write(b.Bytes())
	return err
}
