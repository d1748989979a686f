package desk

import (
	"context"
	"strconv"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/search"
	"rightsdesk/internal/store"
)

// ClaimList gives the claims that a query asks for. It walks an index from the
// newest claim to the oldest, so that a page costs the same wherever it is.
func (s *Store) ClaimList(ctx context.Context, q desk.ClaimQuery) ([]desk.ClaimPlace, error) {
	query, args := claimQuery(q)
	list, err := store.All(ctx, s.db.Read(), func(r store.Row) (p desk.ClaimPlace, err error) {
		var public int
		p.Claim, err = scanClaim(with{r, []any{&p.Title, &p.Outlet, &p.Published, &public, &p.Place}})
		p.Public = public == 1
		return p, err
	}, query, args...)
	if err != nil {
		return nil, err
	}
	all := make([]*desk.Claim, len(list))
	for i := range list {
		all[i] = &list[i].Claim
	}
	return list, fillClaims(ctx, s.db.Read(), all)
}

// ClaimCounts says how many claims there are in each state.
func (s *Store) ClaimCounts(ctx context.Context) (map[desk.ClaimState]int, error) {
	out := map[desk.ClaimState]int{}
	_, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var state string
		var n int
		err := r.Scan(&state, &n)
		out[desk.ClaimState(state)] = n
		return struct{}{}, err
	}, `SELECT state, COUNT(*) FROM claims GROUP BY state`)
	return out, err
}

// Headlined gives by article what its headline is held against; the claims are
// without their lists.
func (s *Store) Headlined(ctx context.Context, articleIDs []string) (map[string]desk.Headlined, error) {
	out := map[string]desk.Headlined{}
	if len(articleIDs) == 0 {
		return out, nil
	}
	var ids []any
	for _, id := range articleIDs {
		ids = append(ids, id)
	}
	in := `(` + numbered(1, len(ids)) + `)`
	if _, err := store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var id, text string
		err := r.Scan(&id, &text)
		out[id] = desk.Headlined{Text: text}
		return struct{}{}, err
	}, `SELECT id, text FROM articles WHERE title <> '' AND id IN `+in, ids...); err != nil {
		return nil, err
	}
	claims, err := store.All(ctx, s.db.Read(), scanClaim, `SELECT `+claimColumns+` FROM claims WHERE article_id IN `+in+` ORDER BY article_id, begins, ends, id`, ids...)
	for _, c := range claims {
		if h, titled := out[c.ArticleID]; titled {
			h.Claims = append(h.Claims, c)
			out[c.ArticleID] = h
		}
	}
	return out, err
}

// claimQuery gives the statement of a list. Its order is that of sort_key, in
// whichever index has what is asked for first.
func claimQuery(q desk.ClaimQuery) (query string, args []any) {
	order, from := "c.sort_key", "claims c"
	var where []string
	value := func(v any) string {
		args = append(args, v)
		return "$" + strconv.Itoa(len(args))
	}
	if q.Territory != "" {
		order, from = "p.sort_key", "claim_places p JOIN claims c ON c.id = p.claim_id"
		where = append(where, "p.territory = "+value(q.Territory))
	}
	if q.State != "" {
		where = append(where, "c.state = "+value(string(q.State)))
	}
	if q.Claimant != "" {
		where = append(where, "c.claimant_key = "+value(search.Fold(q.Claimant)))
	}
	if q.Question != "" {
		where = append(where, ofQuestion(value(q.Question)))
	}
	if q.Hedged != nil {
		is := map[bool]string{true: "<>", false: "="}[*q.Hedged]
		where = append(where, "c.hedge "+is+" 'none'")
	}
	for _, word := range strings.Fields(search.Fold(q.Text)) {
		where = append(where, "c.sought LIKE "+value("%"+word+"%"))
	}
	if q.Contested {
		where = append(where, contested)
	}
	if q.Before != "" {
		where = append(where, order+" < "+value(q.Before))
	}
	if len(where) == 0 {
		where = []string{"1 = 1"}
	}
	return `SELECT ` + claimsOf("c") + `, a.title, a.outlet, a.published, CASE WHEN a.stage = 'published' THEN 1 ELSE 0 END, c.sort_key
		FROM ` + from + ` JOIN articles a ON a.id = c.article_id WHERE ` + strings.Join(where, " AND ") + `
		ORDER BY ` + order + ` DESC LIMIT ` + value(q.Limit), args
}

// ofQuestion is the condition that a claim answers a question or stands beside it
// by a person's decision, or is proposed to answer it.
func ofQuestion(id string) string {
	return "c.id IN (SELECT claim_id FROM question_claims WHERE question_id = " + id + " AND (state IN ('linked', 'beside') OR state = 'proposed' AND verdict = 'answers'))"
}

// contested is the condition that another claim says otherwise than one: that it
// is not so, or a number that leaves no room for it, where 0 is not known. Held
// against each other are claims of one subject, by the ends of what all of them
// say, since pairs of many are too many; and those that answer one question.
const contested = `c.id IN (SELECT k.id FROM (SELECT subject, MAX(CASE WHEN polarity = 'asserts' THEN least END) AS high,
			MIN(CASE WHEN polarity = 'asserts' AND most > 0 THEN most END) AS low,
			MAX(CASE WHEN polarity = 'denies' THEN 1 ELSE 0 END) AS denied, MAX(CASE WHEN polarity = 'asserts' THEN 1 ELSE 0 END) AS asserted
			FROM claims WHERE subject <> '' AND state <> 'refused' GROUP BY subject) g
		JOIN claims k ON k.subject = g.subject AND k.subject <> ''
		WHERE (g.high > g.low OR g.denied = 1 AND g.asserted = 1) AND k.state <> 'refused'
			AND (k.polarity = 'asserts' AND (k.most > 0 AND g.high > k.most OR g.low < k.least OR g.denied = 1) OR k.polarity = 'denies' AND g.asserted = 1)
	UNION SELECT k.id FROM figure_claims x JOIN claims k ON k.id = x.claim_id JOIN figure_claims y ON y.figure_id = x.figure_id JOIN claims o ON o.id = y.claim_id
		WHERE x.beside = 0 AND y.beside = 0 AND k.state <> 'refused' AND o.state <> 'refused' AND o.id <> k.id
			AND (k.polarity = 'asserts' AND o.polarity = 'denies' OR k.polarity = 'denies' AND o.polarity = 'asserts'
				OR k.polarity = 'asserts' AND o.polarity = 'asserts' AND k.unit = o.unit AND k.measure = o.measure
					AND substr(k.as_of, 1, 4) = substr(o.as_of, 1, 4) AND (k.most > 0 AND o.least > k.most OR o.most > 0 AND k.least > o.most)))`
