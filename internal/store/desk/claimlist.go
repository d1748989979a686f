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
	if q.Figure != "" {
		where = append(where, ofFigure(value(q.Figure)))
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

// ofFigure is the condition that a claim answers a figure's question, or stands
// beside it. This is the one place that knows how claims hang on what is asked.
func ofFigure(id string) string {
	return "c.id IN (SELECT claim_id FROM figure_claims WHERE figure_id = " + id + ")"
}

// disagree is the condition that a second claim says otherwise than a first: that
// it is not so, or another number of the same year that leaves no room for both.
// A number of 0 is not known.
func disagree(a, b string) string {
	return strings.NewReplacer("A.", a+".", "B.", b+".").Replace(`B.id <> A.id AND B.state <> 'refused'
	AND (A.polarity = 'asserts' AND B.polarity = 'denies' OR A.polarity = 'denies' AND B.polarity = 'asserts'
		OR A.polarity = 'asserts' AND B.polarity = 'asserts' AND A.unit = B.unit AND A.measure = B.measure
			AND (A.as_of = '' OR B.as_of = '' OR substr(A.as_of, 1, 4) = substr(B.as_of, 1, 4))
			AND (A.most > 0 AND B.least > A.most OR B.most > 0 AND A.least > B.most))`)
}

// contested is the condition that another claim of the same subject, or one that
// answers the same question, disagrees. Subjects on which nobody can disagree
// are put aside first, in one walk through their index: asking for each claim
// whether there is another one took seconds for a hundred thousand.
var contested = `c.state <> 'refused' AND (c.subject IN (SELECT subject FROM claims WHERE subject <> '' AND state <> 'refused' GROUP BY subject
		HAVING COUNT(*) > 1 AND (MIN(polarity) <> MAX(polarity) OR MAX(least) > MIN(CASE WHEN most > 0 THEN most END)))
		AND EXISTS (SELECT 1 FROM claims o WHERE o.subject = c.subject AND o.subject <> '' AND ` + disagree("c", "o") + `)
	OR c.id IN (SELECT k.id FROM figure_claims x JOIN claims k ON k.id = x.claim_id JOIN figure_claims y ON y.figure_id = x.figure_id
		JOIN claims o ON o.id = y.claim_id WHERE x.beside = 0 AND y.beside = 0 AND ` + disagree("k", "o") + `))`
