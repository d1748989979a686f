package edition

import (
	"context"
	"slices"

	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// Of a text that is asked for, this share of the words must stand in a claim.
const (
	shareOf  = 5
	shareHas = 3
)

// maxClaimTerms is how many words of a text are looked for.
const maxClaimTerms = 80

// FindClaims gives the claims that somebody may mean, at most
// public.ClaimLimit, those with most of the words first: with a text alone
// those that have three of five of its words, with a number those that have it.
func (s *Store) FindClaims(ctx context.Context, q public.ClaimQuery) ([]public.Claim, error) {
	terms := search.DistinctTerms(q.Text)
	terms = terms[:min(len(terms), maxClaimTerms)]
	if q.Number != 0 {
		return s.claimsWithNumber(ctx, q.Number, terms)
	}
	if len(terms) == 0 {
		return nil, nil
	}
	in, args := list(3, terms)
	least := (len(terms)*shareHas + shareOf - 1) / shareOf
	return store.All(ctx, s.db.Read(), scanClaim, `SELECT `+claimColumns+` FROM (SELECT claim_id, COUNT(*) AS shared FROM claim_terms
			WHERE said = 1 AND term IN (`+in+`) GROUP BY claim_id HAVING COUNT(*) >= $1) f
		JOIN claims c ON c.id = f.claim_id JOIN articles a ON a.id = c.article_id ORDER BY f.shared DESC, c.id LIMIT $2`,
		append([]any{least, public.ClaimLimit}, args...)...)
}

// claimsWithNumber gives the claims of a number: those that have any of the
// terms, or all where none has.
func (s *Store) claimsWithNumber(ctx context.Context, number float64, terms []string) ([]public.Claim, error) {
	in, args := list(3, terms)
	shared := `0`
	if len(terms) > 0 {
		shared = `(SELECT COUNT(*) FROM claim_terms t WHERE t.claim_id = c.id AND t.term IN (` + in + `))`
	}
	var shares []int
	found, err := store.All(ctx, s.db.Read(), func(r store.Row) (public.Claim, error) {
		var n int
		c, err := scanClaimAnd(r, &n)
		shares = append(shares, n)
		return c, err
	}, `SELECT `+claimColumns+`, `+shared+` AS shared FROM claims c JOIN articles a ON a.id = c.article_id
		WHERE c.least = $1 OR c.most = $1 ORDER BY shared DESC, c.id LIMIT $2`, append([]any{number, public.ClaimLimit}, args...)...)
	if none := slices.Index(shares, 0); none > 0 {
		found = found[:none]
	}
	return found, err
}
