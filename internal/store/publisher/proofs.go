package publisher

import (
	"context"
	"encoding/json"
	"fmt"

	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Unproven gives the open captures behind articles that stand below a line of
// the evidence log and have no proof yet, up to n. Their Size is 0.
func (s *Store) Unproven(ctx context.Context, below int64, n int) (proofs map[string]public.Proof, err error) {
	proofs = map[string]public.Proof{}
	_, err = store.All(ctx, s.db.Read(), func(r store.Row) (struct{}, error) {
		var id string
		var p public.Proof
		err := r.Scan(&id, &p.Capture, &p.File, &p.Line, &p.Commitment)
		proofs[id] = p
		return struct{}{}, err
	}, `SELECT id, capture, file, line, commitment FROM articles WHERE proof = '' AND commitment <> '' AND line < $1 ORDER BY line LIMIT $2`, below, n)
	return proofs, err
}

// Prove stores the proofs of articles, by their ids. An article that was
// withdrawn or has another capture meanwhile is left alone.
func (s *Store) Prove(ctx context.Context, proofs map[string]public.Proof) error {
	return s.write(ctx, func(tx store.Tx) error {
		for id, p := range proofs {
			text, err := json.Marshal(p)
			if err != nil {
				return fmt.Errorf("write the proof of %s: %w", id, err)
			}
			if err := store.Exec(ctx, tx, `UPDATE articles SET proof = $1 WHERE id = $2 AND capture = $3 AND line = $4`, string(text), id, p.Capture, p.Line); err != nil {
				return err
			}
		}
		return nil
	})
}
