package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// askingTurn makes those who compare claims with questions and those who change
// a question wait for each other: whoever comes second sees what the first left,
// so that no pair of a new claim and a new question is missed.
func askingTurn(ctx context.Context, tx store.Tx) error {
	return store.Exec(ctx, tx, `UPDATE counters SET value = value + 1 WHERE name = 'question'`)
}

// TraitReader reads what the claims of an article say of what they count, in
// their order.
type TraitReader func(a desk.Article, claims []desk.Claim) []desk.Traits

// AskArticles compares the claims of up to n articles that have new ones with
// all open questions, and gives how many articles it looked at.
func (s *Store) AskArticles(ctx context.Context, read TraitReader, now time.Time, n int) (articles int, err error) {
	ids, err := store.Strings(ctx, s.db.Read(), `SELECT DISTINCT article_id FROM claims WHERE asked = 0 LIMIT $1`, n)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	err = s.db.Write(ctx, func(tx store.Tx) error {
		if err := askingTurn(ctx, tx); err != nil {
			return err
		}
		open, err := questions(ctx, tx, `WHERE closed = 0`)
		if err != nil {
			return err
		}
		asker := desk.NewAsker(open)
		for _, id := range ids {
			if err := askArticle(ctx, tx, id, read, asker, now); err != nil {
				return fmt.Errorf("compare the claims of %s: %w", id, err)
			}
		}
		return nil
	})
	return len(ids), err
}

func askArticle(ctx context.Context, tx store.Tx, id string, read TraitReader, asker desk.Asker, now time.Time) error {
	claims, err := store.All(ctx, tx, scanClaim, `SELECT `+claimColumns+` FROM claims WHERE article_id = $1`, id)
	if err != nil {
		return err
	}
	found, err := store.All(ctx, tx, scanArticle, `SELECT `+articleColumns+` FROM articles WHERE id = $1`, id)
	if err != nil || len(found) == 0 {
		return err
	}
	for _, statement := range []string{
		`DELETE FROM claim_traits WHERE article_id = $1`, `DELETE FROM claim_keys WHERE article_id = $1`,
		`DELETE FROM question_claims WHERE article_id = $1 AND state = 'proposed'`, `UPDATE claims SET asked = 1 WHERE article_id = $1 AND asked = 0`,
	} {
		if err := store.Exec(ctx, tx, statement, id); err != nil {
			return err
		}
	}
	a := found[0]
	if a.Territories, err = aboutOf(ctx, tx, id); err != nil {
		return err
	}
	traits := read(a, claims)
	for i, c := range claims {
		if !c.Numbered() {
			continue // a statement answers no question
		}
		if err := saveTraits(ctx, tx, c, traits[i]); err != nil {
			return err
		}
		for question, fit := range asker.Fits(c, traits[i]) {
			if err := propose(ctx, tx, question, c, fit, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// askAgain has the claims of an article compared anew when its territories
// were decided otherwise: they stand for claims that name no place.
func askAgain(ctx context.Context, tx store.Tx, id string, changes []desk.Change) error {
	if !slices.ContainsFunc(changes, func(c desk.Change) bool { return c.Field == "territories" }) {
		return nil
	}
	return store.Exec(ctx, tx, `UPDATE claims SET asked = 0 WHERE article_id = $1`, id)
}

// aboutOf gives the territories of an article: as decided, else as proposed.
func aboutOf(ctx context.Context, tx store.Tx, id string) ([]string, error) {
	decided, err := store.Strings(ctx, tx, `SELECT territory FROM article_territories WHERE article_id = $1 ORDER BY territory`, id)
	if err != nil || len(decided) > 0 {
		return decided, err
	}
	return store.Strings(ctx, tx, `SELECT value FROM findings WHERE article_id = $1 AND kind = $2 ORDER BY score DESC, value`, id, string(desk.FindingAbout))
}

func saveTraits(ctx context.Context, tx store.Tx, c desk.Claim, t desk.Traits) error {
	err := store.Exec(ctx, tx, `INSERT INTO claim_traits (claim_id, article_id, words, origins, places, around, about, measure) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		c.ID, c.ArticleID, store.Clean(t.Words), strings.Join(t.Origins, " "), strings.Join(t.Places, " "), strings.Join(t.Around, " "), strings.Join(t.About, " "), t.Measure)
	for _, territory := range t.Keys() {
		if err == nil {
			err = store.Exec(ctx, tx, `INSERT INTO claim_keys (territory, claim_id, article_id) VALUES ($1, $2, $3)`, territory, c.ID, c.ArticleID)
		}
	}
	return err
}

// propose stores that a claim touches a question, unless a person decided that
// already, of this claim or of one with the same numbers in the same article.
func propose(ctx context.Context, tx store.Tx, questionID string, c desk.Claim, f desk.Fit, now time.Time) error {
	return store.Exec(ctx, tx, `INSERT INTO question_claims (question_id, claim_id, article_id, least, most, verdict, score, reasons, against, state, decided_by, decided_at)
		SELECT id, $1, $2, $3, $4, $5, $6, $7, $8, 'proposed', '', $9 FROM questions WHERE id = $10 AND NOT EXISTS (SELECT 1 FROM question_claims d
			WHERE d.question_id = $10 AND d.article_id = $2 AND d.state <> 'proposed' AND d.least = $3 AND d.most = $4)
		ON CONFLICT (question_id, claim_id) DO NOTHING`,
		c.ID, c.ArticleID, c.Min, c.Max, string(f.Verdict), f.Score, desk.ReasonsText(f.For), desk.ReasonsText(f.Against), store.Time(now), questionID)
}

// askBatch is how many claims a question is compared with in one transaction.
const askBatch = 500

// AskQuestions compares the next claims that there are with a question that is
// new or was changed: those that speak of its territory, by their index. It
// reports whether there may be more.
func (s *Store) AskQuestions(ctx context.Context, now time.Time) (more bool, err error) {
	ids, err := store.Strings(ctx, s.db.Read(), `SELECT id FROM questions WHERE asked < version ORDER BY updated_at, id LIMIT 1`)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	err = s.db.Write(ctx, func(tx store.Tx) error {
		if err := askingTurn(ctx, tx); err != nil {
			return err
		}
		var after string
		list, err := questions(ctx, tx, `WHERE id = $1 AND asked < version`, ids[0])
		if err != nil || len(list) == 0 {
			return err // another worker was faster
		}
		q := list[0]
		if err := tx.QueryRowContext(ctx, `SELECT asked_after FROM questions WHERE id = $1`, q.ID).Scan(&after); err != nil {
			return err
		}
		last, err := askNext(ctx, tx, q, after, now)
		if err != nil {
			return err
		}
		if last == "" {
			return store.Exec(ctx, tx, `UPDATE questions SET asked = version, asked_after = '' WHERE id = $1`, q.ID)
		}
		return store.Exec(ctx, tx, `UPDATE questions SET asked_after = $1 WHERE id = $2`, last, q.ID)
	})
	return true, err
}

// known is a claim with its traits.
type known struct {
	desk.Claim
	traits desk.Traits
}

// askNext compares a question with the next claims behind an id, and gives the
// last of them; nothing when that was all.
func askNext(ctx context.Context, tx store.Tx, q desk.Question, after string, now time.Time) (last string, err error) {
	if q.Closed || len(q.Terms) == 0 {
		return "", nil
	}
	ids, err := store.Strings(ctx, tx, `SELECT claim_id FROM claim_keys WHERE territory = $1 AND claim_id > $2 ORDER BY claim_id LIMIT $3`, q.Key(), after, askBatch)
	if err != nil || len(ids) == 0 {
		return "", err
	}
	last = ids[len(ids)-1]
	list, err := store.All(ctx, tx, func(r store.Row) (k known, err error) {
		var origins, places, around, about string
		k.Claim, err = scanClaim(with{r, []any{&k.traits.Words, &origins, &places, &around, &about, &k.traits.Measure}})
		k.traits.Origins, k.traits.Places, k.traits.Around = strings.Fields(origins), strings.Fields(places), strings.Fields(around)
		k.traits.About = strings.Fields(about)
		return k, err
	}, `SELECT `+claimsOf("c")+`, t.words, t.origins, t.places, t.around, t.about, t.measure
		FROM claim_keys k JOIN claims c ON c.id = k.claim_id JOIN claim_traits t ON t.claim_id = k.claim_id
		WHERE k.territory = $1 AND k.claim_id > $2 AND k.claim_id <= $3`, q.Key(), after, last)
	if err != nil {
		return "", err
	}
	asker := desk.NewAsker([]desk.Question{q})
	for _, k := range list {
		if fit, touches := asker.Fits(k.Claim, k.traits)[q.ID]; touches {
			if err := propose(ctx, tx, q.ID, k.Claim, fit, now); err != nil {
				return "", err
			}
		}
	}
	if len(ids) < askBatch {
		last = ""
	}
	return last, nil
}
