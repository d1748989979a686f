package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// SavePost stores one of the organisation's own texts with the capture of what
// was written and the decision, in one transaction. Version 0 adds the post;
// otherwise a.Version is the version that was read. What was written before and
// is written again has the capture that it had. The stored post is given back.
// Errors: Conflict when somebody was faster.
func (s *Store) SavePost(ctx context.Context, in desk.Inward, a desk.Article, d desk.Decision) (desk.Article, error) {
	if a.Stage == desk.StagePublished && a.PublishedAt.IsZero() {
		a.PublishedAt = d.At
	}
	err := s.db.Write(ctx, func(tx store.Tx) error {
		a, d := a, d
		before := a.CaptureID
		var err error
		if a.CaptureID, err = keepWritten(ctx, tx, in); err != nil {
			return err
		}
		if before != a.CaptureID {
			d.Changes = append(d.Changes[:len(d.Changes):len(d.Changes)], desk.Change{Field: "capture", Before: before, After: a.CaptureID})
		}
		if a.Version == 0 {
			if err := addUnread(ctx, tx, desk.Inward{Capture: withID(in.Capture, a.CaptureID), ArticleID: a.ID, Licence: a.Licence}); err != nil {
				return err
			}
		}
		if err := updateDecided(ctx, tx, a, d.At); err != nil {
			return err
		}
		if err := saveLists(ctx, tx, a); err != nil {
			return err
		}
		return decide(ctx, tx, d)
	})
	if err != nil {
		return a, err
	}
	return s.Article(ctx, a.ID)
}

// keepWritten adds the capture of what was written, or gives the one that has
// the same bytes.
func keepWritten(ctx context.Context, tx store.Tx, in desk.Inward) (captureID string, err error) {
	c := in.Capture
	fresh, err := insertCapture(ctx, tx, c)
	if err != nil {
		return "", err
	}
	if fresh {
		return c.ID, addLeaf(ctx, tx, in.Leaf)
	}
	err = tx.QueryRowContext(ctx, `SELECT id FROM captures WHERE sha256 = $1 AND source_id = $2 AND address = $3 AND entry_id = $4`,
		c.SHA256, c.SourceID, c.Address, c.EntryID).Scan(&captureID)
	return captureID, err
}

func withID(c desk.Capture, id string) desk.Capture {
	c.ID = id
	return c
}
