package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rightsdesk/internal/fault"
)

// VerbReread: a newer reader read the same evidence and found something else.
const VerbReread Verb = "reread"

// Rereadable is an article whose evidence can be read again.
type Rereadable struct {
	Unread   Unread
	Article  Article
	Findings []Finding
	Claims   []Claim
	Held     []string // fields that people ever changed, by their names in the audit

	kept bool // the new text lacks a paragraph of which a person said that it stays
}

// holds reports whether a person decided a field: what the reader finds for it
// is not asked.
func (r Rereadable) holds(field string) bool {
	return slices.Contains(r.Held, field) || field == "title" && r.Article.TitleByDesk ||
		(field == "html" || field == "text") && (slices.Contains(r.Held, "text") || r.kept)
}

// Merge gives the article with what was newly read of it, but for what people
// decided, and what that changes. What a public article needs does not become
// empty.
func (r Rereadable) Merge(read Article) (Article, []Change) {
	a := r.Article
	r.kept = slices.ContainsFunc(a.Doubts, func(m Doubt) bool { return m.Kept && hasParagraph(a.Text, m.Text) && !hasParagraph(read.Text, m.Text) })
	var changes []Change
	set := func(field string, old *string, new string) {
		needed := a.Stage == StagePublished && (field == "title" || field == "outlet" || field == "address")
		if *old == new || r.holds(field) || needed && new == "" {
			return
		}
		changes = append(changes, Change{field, *old, new})
		*old = new
	}
	set("title", &a.Title, read.Title)
	set("standfirst", &a.Standfirst, read.Standfirst)
	set("credit", &a.Credit, read.Credit)
	set("outlet", &a.Outlet, read.Outlet)
	set("published", &a.Published, read.Published)
	set("address", &a.Address, read.Address)
	set("language", &a.Language, read.Language)
	set("text", &a.Text, read.Text)
	set("html", &a.HTML, read.HTML)
	set("dateline", &a.Dateline, read.Dateline)
	set("image", &a.Image.Address, read.Image.Address)
	set("image_caption", &a.Image.Caption, read.Image.Caption)
	set("image_credit", &a.Image.Credit, read.Image.Credit)
	set("image_alt", &a.Image.Alt, read.Image.Alt)
	if !slices.Equal(a.Byline, read.Byline) && !r.holds("byline") {
		changes = append(changes, Change{"byline", strings.Join(a.Byline, "; "), strings.Join(read.Byline, "; ")})
		a.Byline = read.Byline
	}
	if !slices.Equal(a.Removed, read.Removed) && !r.holds("text") {
		changes = append(changes, Change{"removed", removedText(a.Removed), removedText(read.Removed)})
		a.Removed = read.Removed
	}
	if doubts := r.doubts(a.Text, read.Doubts); !slices.Equal(a.Doubts, doubts) {
		changes = append(changes, Change{"doubts", doubtsText(a.Doubts), doubtsText(doubts)})
		a.Doubts = doubts
	}
	if a.Confidence != read.Confidence || a.Form != read.Form || a.FormSure != read.FormSure {
		changes = append(changes, Change{"confidence", confidenceText(a), confidenceText(read)})
		a.Confidence, a.Form, a.FormSure = read.Confidence, read.Form, read.FormSure
	}
	a.Reader = read.Reader
	if a.Text != r.Article.Text { // a corrected text is still found by what was read
		a.TextHash = read.TextHash
	}
	return a, changes
}

// doubts gives the doubts about a text: those that were newly found, with what people
// decided about them. Where the text is a person's, what was kept stays kept and
// nothing is doubted anew.
func (r Rereadable) doubts(text string, read []Doubt) (out []Doubt) {
	if r.holds("text") {
		return r.Article.Doubts
	}
	for _, m := range r.Article.Doubts {
		if m.Kept && hasParagraph(text, m.Text) {
			out = append(out, m)
		}
	}
	for _, m := range read {
		if !slices.ContainsFunc(out, func(have Doubt) bool { return have.Text == m.Text }) {
			out = append(out, m)
		}
	}
	return out
}

func doubtsText(list []Doubt) string {
	var out []string
	for _, m := range list {
		out = append(out, aside(m.Kind, m.Text))
	}
	return strings.Join(out, "\n")
}

func removedText(list []Removed) string {
	var out []string
	for _, x := range list {
		out = append(out, aside(x.Kind, x.Text))
	}
	return strings.Join(out, "\n")
}

func confidenceText(a Article) string {
	return strings.TrimSpace(fmt.Sprintf("%.2f %s", a.Confidence, a.Form))
}

// Reread is what reading an article again would change.
type Reread struct {
	Article    Article // as it would be; Version is the version that was read
	Changes    []Change
	Findings   []Finding   // all, in place of those there are
	Proposed   []Claim     // in place of those that nobody decided
	Moved      []Claim     // decided ones that stand elsewhere in the new text, or that are filled in
	Quotations []Quotation // all that were found; the store keeps what was decided
}

// Propose adds the findings and claims of the new text. Claims that people
// decided stay, at their new places; what was never read of one, since an older
// reader did not know it, is filled in. Errors: Conflict when the words of an
// accepted claim would be gone.
func (r Rereadable) Propose(to Reread, found []Finding, claims []Claim) (Reread, error) {
	var proposed, before, after []Claim
	decided := map[string]bool{}
	for _, c := range r.Claims {
		if !c.Decided() {
			proposed = append(proposed, c)
			continue
		}
		decided[c.Words] = true
		begin, there := placeOf(c, to.Article.Text)
		if !there && c.State == ClaimAccepted && to.Article.Text != r.Article.Text {
			return to, fault.New(fault.Conflict, "Its text would lose the words of a claim that was accepted: “%s”.", c.Words)
		}
		moved := c
		if there {
			moved = c.Moved(begin - c.Begin)
		}
		if full, fills := filled(moved, claims); fills {
			before, after = append(before, c), append(after, full)
			moved = full
		} else if moved.Begin == c.Begin {
			continue
		}
		to.Moved = append(to.Moved, moved)
	}
	to.Proposed = slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return decided[c.Words] })
	if a, b := claimsText(append(proposed, before...)), claimsText(append(slices.Clone(to.Proposed), after...)); a != b {
		to.Changes = append(to.Changes, Change{"claims", a, b})
	}
	to.Findings = found
	if a, b := findingsText(r.Findings), findingsText(found); a != b {
		to.Changes = append(to.Changes, Change{"findings", a, b})
	}
	return to, nil
}

// filled gives a decided claim with what an older reader left unknown, where
// one of the same words and the same meaning is found now: nothing that a person
// saw when she decided is another.
func filled(c Claim, found []Claim) (Claim, bool) {
	if c.Mode != "" || c.Rule == ByPerson || c.Corrected != nil {
		return c, false
	}
	i := slices.IndexFunc(found, func(f Claim) bool {
		return f.Words == c.Words && f.Claimant == c.Claimant && f.Hedge == c.Hedge && f.Bound == c.Bound && f.Min == c.Min && f.Max == c.Max &&
			f.Unit == c.Unit && f.Polarity == c.Polarity
	})
	if i < 0 {
		return c, false
	}
	f := found[i].Moved(c.Begin - found[i].Begin)
	f.ID, f.ArticleID, f.State, f.Rule = c.ID, c.ArticleID, c.State, c.Rule
	f.Begin, f.End, f.Cue, f.Measure, f.Scope, f.AsOf = c.Begin, c.End, c.Cue, c.Measure, c.Scope, c.AsOf
	return f, f.Mode != ""
}

// placeOf gives where the words of a claim stand in a text, in code points:
// the place nearest to where they stood.
func placeOf(c Claim, text string) (begin int, there bool) {
	at, nearest := 0, -1
	for c.Words != "" {
		i := strings.Index(text[at:], c.Words)
		if i < 0 {
			break
		}
		here := utf8.RuneCountInString(text[:at+i])
		if nearest < 0 || distance(here, c.Begin) < distance(nearest, c.Begin) {
			nearest = here
		}
		at += i + len(c.Words)
	}
	return nearest, nearest >= 0
}

func distance(a, b int) int { return max(a-b, b-a) }

// claimsText gives all that claims say, in the order of the text, without ids and rules.
func claimsText(list []Claim) string {
	var out []string
	for _, c := range list {
		line := fmt.Sprintf("%08d %s [%s|%s|%s|%s|%g-%g|%s|%s|%s|%s", c.Begin, c.Words, c.Cue, c.Claimant, c.Hedge, c.Bound, c.Min, c.Max, c.Unit, c.Measure, c.Scope, c.AsOf)
		line += fmt.Sprintf("|%s|%s|%s|%s|%t|%s|%s", c.Polarity, c.Mode, c.Basis, c.Kind, c.Plural, strings.Join(c.Via, " ← "), strings.Join(c.Places, " "))
		line += fmt.Sprintf("|%s|%s|%d|%s|%s|%d–%d|%d–%d", c.Number, c.Counted, c.Rank, c.SaidOn, c.RefersTo, c.Source.Begin, c.Source.End, c.Content.Begin, c.Content.End)
		for _, s := range c.Cues {
			line += fmt.Sprintf("|%d–%d %s", s.Begin, s.End, s.Words)
		}
		out = append(out, line+"]")
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// findingsText gives all that findings say, without ids and rules.
func findingsText(list []Finding) string {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value)) })
	var out []string
	for _, f := range list {
		line := fmt.Sprintf("%s %s %.2f %d", f.Kind, f.Value, f.Score, f.Count)
		for _, s := range f.Spans {
			line += fmt.Sprintf(" %d–%d", s.Begin, s.End)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
