package desk

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

// wantImage notes that an image of a captured page is to be made.
func wantImage(ctx context.Context, tx store.Tx, c desk.Capture) error {
	return store.Exec(ctx, tx, `INSERT INTO page_images (id, image_id, state, next_try, attempts, last_error, leased_until)
		VALUES ($1, '', 'due', $2, 0, '', '') ON CONFLICT (id) DO NOTHING`, c.ID, store.Time(c.At))
}

// LeasePageImages takes up to n page images that are to be made.
func (s *Store) LeasePageImages(ctx context.Context, now, until time.Time, n int) (list []desk.PageImage, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		list, err = store.All(ctx, tx, func(r store.Row) (i desk.PageImage, err error) {
			return i, r.Scan(&i.Page.ID, &i.ImageID, &i.State, &i.Attempts, &i.LastError)
		}, tx.LeaseQuery("page_images", "state = 'due'", "id, image_id, state, attempts, last_error"), store.Time(until), store.Time(now), n)
		for i := range list {
			if err == nil {
				list[i].Page, err = scanCapture(tx.QueryRowContext(ctx, `SELECT `+captureColumns+` FROM captures WHERE id = $1`, list[i].Page.ID))
			}
		}
		return err
	})
	return list, err
}

// PageImage gives the image of a captured page. Errors: NotFound when none is to be made.
func (s *Store) PageImage(ctx context.Context, pageID string) (desk.PageImage, error) {
	i := desk.PageImage{Page: desk.Capture{ID: pageID}}
	err := s.db.Read().QueryRowContext(ctx, `SELECT image_id, state, attempts, last_error FROM page_images WHERE id = $1`, pageID).
		Scan(&i.ImageID, &i.State, &i.Attempts, &i.LastError)
	return i, store.Found(err, "No image of the page %q is to be made.", pageID)
}

// AddPageImage stores the capture of a page's image, with its leaf of the log.
// It reports false, and stores nothing, when the image is there already or is
// not wanted any more.
func (s *Store) AddPageImage(ctx context.Context, pageID string, in desk.Inward) (fresh bool, err error) {
	err = s.db.Write(ctx, func(tx store.Tx) error {
		n, err := store.Changed(ctx, tx, `UPDATE page_images SET image_id = $1, state = 'kept', last_error = '', leased_until = ''
			WHERE id = $2 AND state = 'due'`, in.Capture.ID, pageID)
		if fresh = n > 0; err != nil || !fresh {
			return err
		}
		if _, err := insertCapture(ctx, tx, in.Capture); err != nil {
			return err
		}
		return addLeaf(ctx, tx, in.Leaf)
	})
	return fresh && err == nil, err
}

// FailPageImage notes that a page's image could not be made. With a zero next
// it is given up.
func (s *Store) FailPageImage(ctx context.Context, pageID, reason string, next time.Time) error {
	state := desk.ImageDue
	if next.IsZero() {
		state = desk.ImageFailed
	}
	return s.db.Write(ctx, func(tx store.Tx) error {
		return store.Exec(ctx, tx, `UPDATE page_images SET state = $1, next_try = $2, attempts = attempts + 1, last_error = $3, leased_until = ''
			WHERE id = $4 AND state = 'due'`, string(state), store.Time(next), store.Clean(reason), pageID)
	})
}

// wipeImage erases the image of a page whose capture is being erased, by the
// same decision: it shows the same words.
func (s *Store) wipeImage(ctx context.Context, tx store.Tx, pageID, decisionID string, now time.Time) error {
	images, err := store.Strings(ctx, tx, `DELETE FROM page_images WHERE id = $1 RETURNING image_id`, pageID)
	if err != nil {
		return err
	}
	for _, id := range images {
		if id == "" {
			continue
		}
		n, err := store.Changed(ctx, tx, `INSERT INTO erasures (id, capture_id, state, reason, proposed_by, proposed_at, decided_by, decided_at,
			decision_id, file, next_try, attempts, last_error, leased_until)
			SELECT $1, $1, 'wiping', '', proposed_by, proposed_at, decided_by, decided_at, decision_id, '', $2, 0, '', '' FROM erasures WHERE capture_id = $3 AND state <> 'declined'
			ON CONFLICT (capture_id) WHERE state <> 'declined' DO UPDATE SET state = 'wiping', decision_id = excluded.decision_id WHERE erasures.state = 'proposed'`,
			id, store.Time(now), pageID)
		if err == nil && n > 0 {
			err = s.wipe(ctx, tx, id, decisionID, now)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
