package app

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
)

// WordPressSum is what became of all posts of an import.
type WordPressSum struct {
	Exports     int            `json:"files"`
	Posts       int            `json:"posts"` // that were read and are of a type that is taken
	New         int            `json:"new"`
	Known       int            `json:"known"`
	Look        int            `json:"look"` // posts that somebody should look at
	Refused     int            `json:"refused"`
	Comments    int            `json:"comments_left_out"`
	Others      map[string]int `json:"not_taken"`         // items by type
	Files       int            `json:"attachments"`       // whose old addresses lead to the articles of their posts
	Loose       int            `json:"attachments_loose"` // of them, that belong to no post that was taken
	Empty       []string       `json:"snippets_to_fill"`
	Placed      []string       `json:"snippets_placed"` // that have a text
	Territories []Filed        `json:"territories"`     // that categories and tags name
	Terms       []Filed        `json:"terms"`           // of the taxonomy that they name
	Unknown     []Filed        `json:"unknown"`         // the other names

	Report   func(ImportedPost) error `json:"-"` // called for each post, in order
	filed    [3]map[string]int
	snippets map[string]bool
}

// Filed is a word that posts were filed under, and how many.
type Filed struct {
	Name  string `json:"name"`
	Posts int    `json:"posts"`
}

func (s *WordPressSum) add(p *ImportedPost) error {
	if p.Post != "" || p.Title != "" {
		s.Posts++
	}
	switch {
	case p.Error != "":
		s.Refused++
	case p.Known:
		s.Known++
	default:
		s.New++
	}
	if len(p.Look) > 0 {
		s.Look++
	}
	return s.Report(*p)
}

// pass counts an item that is no post.
func (s *WordPressSum) pass(kind string) {
	if s.Others == nil {
		s.Others = map[string]int{}
	}
	if len(s.Others) < 100 || s.Others[kind] > 0 {
		s.Others[kind]++
	}
}

// file counts where a post was filed.
func (s *WordPressSum) file(lists ...[]string) {
	for i, list := range lists {
		if s.filed[i] == nil {
			s.filed[i] = map[string]int{}
		}
		for _, name := range list {
			s.filed[i][name]++
		}
	}
}

// end makes the lists: what posts were filed under, the most frequent first, and
// which of their snippets have a text.
func (s *WordPressSum) end(have []desk.Snippet) {
	s.Territories, s.Terms, s.Unknown = most(s.filed[0]), most(s.filed[1]), most(s.filed[2])
	s.Empty, s.Placed = []string{}, []string{}
	for _, name := range slices.Sorted(maps.Keys(s.snippets)) {
		if at := named(have, name); at < 0 || have[at].Markdown == "" {
			s.Empty = append(s.Empty, name)
		} else {
			s.Placed = append(s.Placed, name)
		}
	}
}

// named gives where the snippet of a name stands in a list, -1 for nowhere.
func named(list []desk.Snippet, name string) int {
	return slices.IndexFunc(list, func(s desk.Snippet) bool { return strings.EqualFold(s.Name, name) })
}

func most(counts map[string]int) []Filed {
	out := []Filed{}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, Filed{name, counts[name]})
	}
	slices.SortStableFunc(out, func(a, b Filed) int { return cmp.Compare(b.Posts, a.Posts) })
	return out
}

func (p *ImportedPost) look(why string) { p.Look = append(p.Look, why) }

// notes says why somebody should look at a post. It tells the same at every
// import, so that a report is whole though an import before it was cut off.
func (im *wordPressImporter) notes(p *ImportedPost) {
	post, body := p.post, p.post.Body()
	p.Look = append(p.Look, post.Faults...)
	if post.Title == "" {
		p.look("It has no title.")
	}
	if strings.TrimSpace(body.HTML) == "" {
		p.look("It has no text.")
	}
	if len(body.Unknown) > 0 {
		p.look("Shortcodes that are not known were taken out: " + strings.Join(body.Unknown, ", ") + ".")
	}
	territories, terms, unknown := pipeline.FiledUnder(post.Terms)
	im.sum.file(territories, terms, unknown)
	for _, name := range body.Snippets {
		if im.sum.snippets == nil {
			im.sum.snippets = map[string]bool{}
		}
		im.sum.snippets[name] = true
	}
	if len(territories) == 0 {
		p.look("No category or tag names a territory.")
	}
	switch {
	case post.Protected:
		p.look("It had a password on its site, so it waits.")
	case !post.Public():
		p.look(fmt.Sprintf("It was not public on its site (%s), so it waits.", cmp.Or(post.Status, "no status")))
	}
	if len(body.Snippets) > 0 && len(territories) == 0 {
		p.look("Its snippets were not placed, since its territory is not known: " + strings.Join(body.Snippets, ", ") + ".")
	}
}

// snippets makes the snippets that posts place, without a text where the desk
// has none, and places them for what the posts are about.
func (im *wordPressImporter) snippets(ctx context.Context, list []*ImportedPost) error {
	wanted := map[string][]string{}
	for _, p := range list {
		territories, _, _ := pipeline.FiledUnder(p.post.Terms)
		for _, name := range p.post.Body().Snippets {
			if !p.post.Public() {
				territories = nil
			}
			wanted[name] = append(wanted[name], territories...)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	have, err := im.rooms.Desk.Snippets(ctx)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		if have, err = im.snippet(ctx, have, name, wanted[name]); err != nil {
			return fmt.Errorf("snippet %q: %w", name, err)
		}
	}
	return nil
}

// snippet makes a snippet that is not there, or places it for more territories.
func (im *wordPressImporter) snippet(ctx context.Context, have []desk.Snippet, name string, territories []string) ([]desk.Snippet, error) {
	slices.Sort(territories)
	territories = slices.Compact(territories)
	at := named(have, name)
	if at < 0 {
		s := desk.Snippet{ID: desk.NewID(im.env.Random, im.env.Config.Organisation.Key, desk.KindSnippet), Name: name, Placements: territories}
		for _, other := range have {
			s.Position = max(s.Position, min(other.Position+1, lastPosition))
		}
		return append(have, s), im.rooms.Desk.SaveSnippet(ctx, s, im.decision(desk.VerbAdd, s.ID, desk.Change{Field: "name", After: name},
			desk.Change{Field: "placements", After: strings.Join(territories, " ")}))
	}
	s := have[at]
	before := s.Placements
	if slices.Contains(before, desk.Everywhere) {
		return have, nil
	}
	s.Placements = slices.Clone(before)
	for _, t := range territories {
		if !slices.Contains(before, t) {
			s.Placements = append(s.Placements, t)
		}
	}
	if len(s.Placements) == len(before) {
		return have, nil
	}
	slices.Sort(s.Placements)
	return have, im.rooms.Desk.SaveSnippet(ctx, s, im.decision(desk.VerbChange, s.ID,
		desk.Change{Field: "placements", Before: strings.Join(before, " "), After: strings.Join(s.Placements, " ")}))
}

// lastPosition is the highest position that the office gives a snippet.
const lastPosition = 999

// decision is by the person who has the posts published, where somebody has.
func (im *wordPressImporter) decision(verb desk.Verb, record string, changes ...desk.Change) desk.Decision {
	d := im.env.decision(verb, record, changes...)
	if im.publishBy != "" {
		d.Account = im.publishBy
	}
	return d
}
