package office

import (
	"net/http"
	"slices"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// articlePage shows what was read beside the evidence, and decides it.
type articlePage struct {
	Frame
	Article   desk.Article
	Capture   desk.Capture
	Form      articleForm
	Reason    string // as typed, of a refusal or withdrawal
	Proposals []proposal
	Terms     []termGroup    // proposed and chosen
	TermNames []string       // of all terms, to choose from
	Findings  []desk.Finding // what the machine found
	Story     storyPart
	Claims    []desk.Claim
	Headline  []string  // where the headline says more than the text
	Claim     claimForm // of one that the editor marks
	Names     []string  // of all territories, to choose from
	Text      []paragraph
	Long      bool         // the text is too long to be corrected here
	More      int          // claims that are not shown
	Cut       bool         // the text or what is lit in it is not all
	Groups    []foundGroup // what was found, by kind
	Came      []stretch    // what came, when it is text
	Page      bool         // what came is a page of HTML
	Image     desk.PageImage
	Asides    []aside
	Lost      string // why what came cannot be shown
	History   []desk.Decision
	Can       map[string]bool // by verb
	PublicURL string          // where it is in public; empty when it is not
	Behind    bool            // the public site does not have the last change yet

	marks []desk.FindingMark
}

// Languages are offered in the form; any other BCP 47 code can be typed.
func (*articlePage) Languages() []string {
	return []string{"en", "fr", "ru", "ar", "zh", "ko", "de", "es", "fa", "it", "ja", "nl", "pt", "tr", "uk", "uz", "vi"}
}

// Licences are the choices of how much is shown.
func (*articlePage) Licences() []desk.Licence {
	return []desk.Licence{desk.LicenceFull, desk.LicenceExcerpt, desk.LicenceLink}
}

func (o *office) getArticle(w http.ResponseWriter, r *http.Request) error {
	a, err := o.articles.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if a.Post != "" {
		http.Redirect(w, r, "/posts/"+a.ID, http.StatusSeeOther)
		return nil
	}
	p, err := o.articlePage(r, a)
	if err != nil {
		return err
	}
	p.Form = formOf(a)
	if !decided(a, p.History) {
		p.Form.Territories, p.Form.Terms = p.chosen()
	}
	p.offer(o.tongue(r))
	return o.show(w, r, http.StatusOK, "article.html", p)
}

// articlePage gathers all that stands around an article, but not the form.
func (o *office) articlePage(r *http.Request, a desk.Article) (*articlePage, error) {
	ctx := r.Context()
	p := &articlePage{Frame: Frame{Title: o.tongue(r).titleOr(a.Title), Nav: "/"}, Article: a, Can: map[string]bool{}}
	var err error
	if p.Capture, err = o.articles.Capture(ctx, a.CaptureID); err != nil {
		return nil, err
	}
	findings, err := o.articles.Findings(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	if p.History, err = o.articles.Decisions(ctx, a.ID); err != nil {
		return nil, err
	}
	if p.Image, err = o.images.PageImage(ctx, a.CaptureID); err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	if p.Asides, err = o.asides(ctx, a); err != nil {
		return nil, err
	}
	p.came(o.tongue(r), o.Evidence)
	l := o.tongue(r)
	if p.Claims, err = o.claims.Claims(ctx, a.ID); err != nil {
		return nil, err
	}
	p.Findings = findings
	p.Proposals = l.proposals(findings)
	x, err := o.foundOf(r, p)
	if err != nil {
		return nil, err
	}
	p.marks, p.Groups = x.marks, l.groups(x)
	var lines [][]piece
	lines, p.Cut = lit(a.Text, p.Groups)
	p.Text = doubted(lines, a)
	_, p.Long = beginning(a.Text)
	p.Claims, p.More = firstClaims(p.Claims)
	p.Names, p.TermNames = l.allTerritories(), l.allTerms()
	if p.Story, err = o.storyOf(ctx, a); err != nil {
		return nil, err
	}
	for _, v := range []desk.Verb{desk.VerbCorrect, desk.VerbPublish, desk.VerbRefuse, desk.VerbWithdraw, desk.VerbReopen} {
		_, err := desk.Move(a.Stage, v)
		p.Can[string(v)] = err == nil
	}
	if a.Story != "" { // a copy is published with the article that stands for it
		p.Can[string(desk.VerbPublish)] = false
	}
	if a.Stage == desk.StagePublished {
		p.PublicURL = o.Settings.SiteURL + "/a/" + a.ID
		p.Behind = a.EditionVersion < a.Version
	}
	return p, nil
}

// chosen gives the territories and terms that are ticked before anybody decided:
// those of which the machine is sure and those that editors accepted in the
// text, without those that they refused there.
func (p *articlePage) chosen() (territories, terms []string) {
	return chosenOf(p.Proposals, p.Findings, p.marks)
}

func chosenOf(proposals []proposal, findings []desk.Finding, marks []desk.FindingMark) (territories, terms []string) {
	territories, terms = proposed(proposals), desk.SureTerms(findings)
	put := func(list []string, value string, accepted bool) []string {
		list = slices.DeleteFunc(list, func(v string) bool { return v == value })
		if accepted {
			list = append(list, value)
		}
		return list
	}
	for _, m := range marks {
		switch {
		case m.Kind.OfTerritory():
			territories = put(territories, m.Value, m.State == desk.MarkAccepted)
		case m.Kind.OfTerm():
			terms = put(terms, desk.TermOf(m.Kind, m.Value), m.State == desk.MarkAccepted)
		}
	}
	return territories, terms
}

// came puts what came beside what was read of it.
func (p *articlePage) came(l tongue, kept Evidence) {
	bytes, err := kept.Content(p.Capture)
	if err != nil {
		p.Lost = l.words(err)
		return
	}
	if p.Page = isPage(p.Capture, bytes); p.Page {
		return
	}
	text, _ := shownText(p.Capture, bytes)
	text, _ = beginning(text)
	a := p.Article
	a.Text, _ = beginning(a.Text)
	p.Came = stretches(text, a)
}

// offer ticks what the form has chosen and adds a line for what an editor
// chose without a proposal.
func (p *articlePage) offer(l tongue) {
	p.Terms = l.termProposals(p.Findings, p.Form.Terms)
	p.Headline = l.headlineNotes(p.Form.Title, p.Article.Language, desk.Headlined{Text: p.Article.Text, Claims: p.Claims})
	for i := range p.Proposals {
		p.Proposals[i].Checked = slices.Contains(p.Form.Territories, p.Proposals[i].ID)
	}
	for _, id := range p.Form.Territories {
		if knownTerritory(id) && !slices.ContainsFunc(p.Proposals, func(q proposal) bool { return q.ID == id }) {
			p.Proposals = append(p.Proposals, proposal{ID: id, Name: l.territory(id), Checked: true})
		}
	}
}

// decided reports whether a person has already decided the territories:
// choosing none is a decision too.
func decided(a desk.Article, history []desk.Decision) bool {
	return len(a.Territories) > 0 || slices.ContainsFunc(desk.WithoutClaims(history), func(d desk.Decision) bool {
		return d.Verb == desk.VerbCorrect || d.Verb == desk.VerbPublish
	})
}

// titleOr is a title for lists, where an article may have none.
func (l tongue) titleOr(title string) string {
	if title == "" {
		return locale.T(string(l), "(no title)")
	}
	return title
}
