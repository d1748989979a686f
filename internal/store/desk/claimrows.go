package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// claimColumns are what scanClaim scans; claimKeys are computed for lists.
const (
	claimColumns = `id, article_id, state, begins, ends, words, cue, claimant, hedge, bound, least, most, unit, measure, scope, as_of, rule,
	polarity, mode, basis, claimant_kind, claimant_plural, number_words, counted, place_in_order, said_on, refers_to,
	source_begins, source_ends, content_begins, content_ends`
	claimKeys = `sort_key, claimant_key, subject, sought`
)

func scanClaim(r store.Row) (c desk.Claim, err error) {
	var plural int
	err = r.Scan(&c.ID, &c.ArticleID, &c.State, &c.Begin, &c.End, &c.Words, &c.Cue, &c.Claimant, &c.Hedge, &c.Bound, &c.Min, &c.Max, &c.Unit,
		&c.Measure, &c.Scope, &c.AsOf, &c.Rule, &c.Polarity, &c.Mode, &c.Basis, &c.Kind, &plural, &c.Number, &c.Counted, &c.Rank, &c.SaidOn, &c.RefersTo,
		&c.Source.Begin, &c.Source.End, &c.Content.Begin, &c.Content.End)
	c.Plural = plural == 1
	return c, err
}

func claimValues(c desk.Claim) []any {
	return []any{c.ID, c.ArticleID, string(c.State), c.Begin, c.End, store.Clean(c.Words), store.Clean(c.Cue), store.Clean(c.Claimant), c.Hedge, c.Bound,
		c.Min, c.Max, store.Clean(c.Unit), c.Measure, store.Clean(c.Scope), c.AsOf, c.Rule, c.Polarity, c.Mode, c.Basis, c.Kind, store.Bool(c.Plural),
		store.Clean(c.Number), store.Clean(c.Counted), c.Rank, c.SaidOn, c.RefersTo, c.Source.Begin, c.Source.End, c.Content.Begin, c.Content.End}
}

// articleOf is what the keys of a claim take from its article.
type articleOf struct{ created, language, published string }

func claimArticle(ctx context.Context, tx store.Tx, id string) (a articleOf, err error) {
	err = tx.QueryRowContext(ctx, `SELECT created_at, language, published FROM articles WHERE id = $1`, id).Scan(&a.created, &a.language, &a.published)
	return a, store.Found(err, "There is no article %q.", id)
}

// sortKey has lists go from the newest article to the oldest and through each
// in the order of its text, read from the highest key to the lowest.
func sortKey(c desk.Claim, a articleOf) string {
	const longest = 99_999_999
	return fmt.Sprintf("%s %s %08d %s", a.created, c.ArticleID, longest-min(c.Begin, longest), c.ID)
}

// claimSought is where the words of a search are looked for.
func claimSought(c desk.Claim) string {
	return search.Fold(strings.Join([]string{c.Words, c.Claimant, strings.Join(c.Via, " "), c.Scope, c.Number}, " "))
}

func claimKeyValues(c desk.Claim, a articleOf) []any {
	return []any{sortKey(c, a), search.Fold(c.Claimant), desk.Subject(c, a.language, a.published), claimSought(c)}
}

// insertClaim adds a claim with its lists.
func insertClaim(ctx context.Context, tx store.Tx, c desk.Claim, a articleOf) error {
	values := append(claimValues(c), claimKeyValues(c, a)...)
	if err := store.Exec(ctx, tx, `INSERT INTO claims (`+claimColumns+`, `+claimKeys+`) VALUES (`+numbered(1, len(values))+`)`, values...); err != nil {
		return err
	}
	return insertClaimLists(ctx, tx, c, a)
}

// updateClaim stores all that a claim says anew; its words and its state stay.
func updateClaim(ctx context.Context, tx store.Tx, c desk.Claim, a articleOf) error {
	names, values := strings.Split(strings.Join(strings.Fields(claimColumns+", "+claimKeys), ""), ","), append(claimValues(c), claimKeyValues(c, a)...)
	var set []string
	args := []any{c.ID}
	for i, name := range names {
		if slices.Contains([]string{"id", "article_id", "state", "words"}, name) {
			continue
		}
		args = append(args, values[i])
		set = append(set, name+" = $"+strconv.Itoa(len(args)))
	}
	set = append(set, "asked = 0") // questions look at it again
	if err := store.Exec(ctx, tx, `UPDATE claims SET `+strings.Join(set, ", ")+` WHERE id = $1`, args...); err != nil {
		return err
	}
	for _, table := range claimLists {
		if err := store.Exec(ctx, tx, `DELETE FROM `+table+` WHERE claim_id = $1`, c.ID); err != nil {
			return err
		}
	}
	return insertClaimLists(ctx, tx, c, a)
}

// claimLists are the tables with the lists of claims.
var claimLists = []string{"claim_relays", "claim_cues", "claim_places"}

func insertClaimLists(ctx context.Context, tx store.Tx, c desk.Claim, a articleOf) error {
	for i, words := range c.Via {
		if err := store.Exec(ctx, tx, `INSERT INTO claim_relays (claim_id, position, words) VALUES ($1, $2, $3)`, c.ID, i, store.Clean(words)); err != nil {
			return err
		}
	}
	for i, s := range c.Cues {
		if err := store.Exec(ctx, tx, `INSERT INTO claim_cues (claim_id, position, begins, ends, words) VALUES ($1, $2, $3, $4, $5)`,
			c.ID, i, s.Begin, s.End, store.Clean(s.Words)); err != nil {
			return err
		}
	}
	for i, territory := range c.Places {
		if err := store.Exec(ctx, tx, `INSERT INTO claim_places (claim_id, position, territory, sort_key) VALUES ($1, $2, $3, $4)`,
			c.ID, i, territory, sortKey(c, a)); err != nil {
			return err
		}
	}
	return nil
}

// deleteProposed takes out the claims of an article that nobody decided. They
// are found by their article alone: asked for those that are proposed at once,
// SQLite walks through all proposals of the desk.
func deleteProposed(ctx context.Context, tx store.Tx, articleID string) error {
	ids, err := store.Strings(ctx, tx, `SELECT id FROM claims WHERE article_id = $1`, articleID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		// The row is taken first: a decision that is under way is waited for, and keeps its claim.
		n, err := store.Changed(ctx, tx, `UPDATE claims SET state = state WHERE id = $1 AND state = 'proposed' AND corrected = 0`, id)
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		for _, table := range claimLists {
			if err := store.Exec(ctx, tx, `DELETE FROM `+table+` WHERE claim_id = $1`, id); err != nil {
				return err
			}
		}
		if err := store.Exec(ctx, tx, `DELETE FROM claims WHERE id = $1`, id); err != nil {
			return err
		}
	}
	return nil
}

// fillClaims adds their lists to claims.
func fillClaims(ctx context.Context, q store.Querier, claims []*desk.Claim) error {
	const most = 500 // names of one query
	for part := range slices.Chunk(claims, most) {
		byID := make(map[string]*desk.Claim, len(part))
		var ids []any
		for _, c := range part {
			byID[c.ID] = c
			ids = append(ids, c.ID)
		}
		if err := fillLists(ctx, q, byID, ids); err != nil {
			return err
		}
	}
	return nil
}

func fillLists(ctx context.Context, q store.Querier, byID map[string]*desk.Claim, ids []any) error {
	which := ` WHERE claim_id IN (` + numbered(1, len(ids)) + `) ORDER BY claim_id, position`
	var id, words string
	var s desk.Span
	each := func(query string, dest []any, add func(c *desk.Claim)) error {
		_, err := store.All(ctx, q, func(r store.Row) (struct{}, error) {
			if err := r.Scan(dest...); err != nil {
				return struct{}{}, err
			}
			add(byID[id])
			return struct{}{}, nil
		}, query+which, ids...)
		return err
	}
	if err := each(`SELECT claim_id, words FROM claim_relays`, []any{&id, &words}, func(c *desk.Claim) { c.Via = append(c.Via, words) }); err != nil {
		return err
	}
	if err := each(`SELECT claim_id, begins, ends, words FROM claim_cues`, []any{&id, &s.Begin, &s.End, &s.Words}, func(c *desk.Claim) { c.Cues = append(c.Cues, s) }); err != nil {
		return err
	}
	if err := each(`SELECT claim_id, territory FROM claim_places`, []any{&id, &words}, func(c *desk.Claim) { c.Places = append(c.Places, words) }); err != nil {
		return err
	}
	return fillCorrections(ctx, q, byID, ids)
}

// numbered gives the placeholders of n values from a number on.
func numbered(from, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = "$" + strconv.Itoa(from+i)
	}
	return strings.Join(list, ", ")
}
