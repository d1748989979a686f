package desk

import (
	"bytes"
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/store"
)

// addLeaf gives the leaf the next number. The counter's row lock makes
// concurrent callers wait for each other, so that the log has no gap.
func addLeaf(ctx context.Context, tx store.Tx, l desk.Leaf) error {
	var seq int64
	if err := tx.QueryRowContext(ctx, `UPDATE counters SET value = value + 1 WHERE name = 'leaf' RETURNING value`).Scan(&seq); err != nil {
		return err
	}
	l.Seq = seq
	if err := insertLeaf(ctx, tx, l); err != nil {
		return err
	}
	if len(l.Nonce) == 0 {
		return nil // it stands in the capture's file
	}
	return store.Exec(ctx, tx, `INSERT INTO nonces (capture_id, nonce) VALUES ($1, $2)`, l.CaptureID, l.Nonce)
}

func insertLeaf(ctx context.Context, tx store.Tx, l desk.Leaf) error {
	return store.Exec(ctx, tx, `INSERT INTO leaves (seq, capture_id, commitment, erases, decision) VALUES ($1, $2, $3, $4, $5)`,
		l.Seq, l.CaptureID, l.Commitment, l.Erases, l.Decision)
}

const leafQuery = `SELECT l.seq, l.capture_id, l.commitment, n.nonce, l.erases, l.decision FROM leaves l
	LEFT JOIN nonces n ON n.capture_id = l.capture_id AND l.decision = ''`

func scanLeaf(r store.Row) (l desk.Leaf, err error) {
	return l, r.Scan(&l.Seq, &l.CaptureID, &l.Commitment, &l.Nonce, &l.Erases, &l.Decision)
}

// Leaves gives the evidence log from a number on, in order. A leaf whose
// capture was erased has no nonce.
func (s *Store) Leaves(ctx context.Context, from int64, limit int) ([]desk.Leaf, error) {
	return store.All(ctx, s.db.Read(), scanLeaf, leafQuery+` WHERE l.seq >= $1 ORDER BY l.seq LIMIT $2`, from, limit)
}

// LeafOf gives the leaf of a capture. Errors: NotFound.
func (s *Store) LeafOf(ctx context.Context, captureID string) (desk.Leaf, error) {
	l, err := scanLeaf(s.db.Read().QueryRowContext(ctx, leafQuery+` WHERE l.capture_id = $1 AND l.decision = ''`, captureID))
	return l, store.Found(err, "The capture %q has no leaf in the evidence log.", captureID)
}

// LogSize gives the number of leaves.
func (s *Store) LogSize(ctx context.Context) (n int64, err error) {
	err = s.db.Read().QueryRowContext(ctx, `SELECT value + 1 FROM counters WHERE name = 'leaf'`).Scan(&n)
	return n, store.Kind(err)
}

// AdoptLeaves adds the leaves that the log in files has and a restored
// database does not, so that no number is given out twice. The list is of
// leaves one after the other. Errors: Conflict when a leaf that the database
// has is another.
func (s *Store) AdoptLeaves(ctx context.Context, list []desk.Leaf) error {
	return s.db.Write(ctx, func(tx store.Tx) error {
		var next int64
		if err := tx.QueryRowContext(ctx, `UPDATE counters SET value = value WHERE name = 'leaf' RETURNING value + 1`).Scan(&next); err != nil {
			return err
		}
		for _, l := range list {
			if l.Seq < next {
				if err := sameLeaf(ctx, tx, l); err != nil {
					return err
				}
				continue
			}
			if err := insertLeaf(ctx, tx, l); err != nil {
				return err
			}
		}
		if len(list) == 0 {
			return nil
		}
		return store.Exec(ctx, tx, `UPDATE counters SET value = $1 WHERE name = 'leaf' AND value < $1`, list[len(list)-1].Seq)
	})
}

func sameLeaf(ctx context.Context, tx store.Tx, l desk.Leaf) error {
	var have []byte
	if err := tx.QueryRowContext(ctx, `SELECT commitment FROM leaves WHERE seq = $1`, l.Seq).Scan(&have); err != nil {
		return err
	}
	if !bytes.Equal(have, l.Commitment) {
		return fault.New(fault.Conflict, "Leaf %d of the evidence log is another in the database than in the folder: they belong to different desks, or the log was forked by a restore without its folder. Nothing was changed.", l.Seq)
	}
	return nil
}
