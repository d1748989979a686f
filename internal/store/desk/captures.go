package desk

import (
	"context"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store"
)

const captureColumns = `id, sha256, size, media_type, how, address, final_url, status, file_name, source_id, entry_id, by_account, agent, at, file`

func scanCapture(r store.Row) (desk.Capture, error) {
	var c desk.Capture
	var at string
	err := r.Scan(&c.ID, &c.SHA256, &c.Size, &c.MediaType, &c.How, &c.Address, &c.FinalURL, &c.Status, &c.FileName,
		&c.SourceID, &c.EntryID, &c.By, &c.Agent, &at, &c.File)
	if err == nil {
		c.At = store.ParseTime(at)
	}
	return c, err
}

// Capture gives one capture. Errors: NotFound.
func (s *Store) Capture(ctx context.Context, id string) (desk.Capture, error) {
	c, err := scanCapture(s.db.Read().QueryRowContext(ctx, `SELECT `+captureColumns+` FROM captures WHERE id = $1`, id))
	return c, store.Found(err, "There is no capture %q.", id)
}

// AddCaptures stores captures whose bytes are kept already: each with its leaf
// in the log, its article (unread) and the mark on the entry that it answers,
// all in one transaction. Bytes that are there already for the same source,
// address and entry are not stored again, nor is a post of another site that
// was imported already.
func (s *Store) AddCaptures(ctx context.Context, list []desk.Inward) ([]desk.Stored, error) {
	out := make([]desk.Stored, len(list))
	err := s.db.Write(ctx, func(tx store.Tx) error {
		for i, in := range list {
			var err error
			if out[i], err = addCapture(ctx, tx, in); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func addCapture(ctx context.Context, tx store.Tx, in desk.Inward) (desk.Stored, error) {
	if in.Import != nil {
		return addImport(ctx, tx, in)
	}
	return addPlain(ctx, tx, in)
}

// addPlain adds a capture that is no import.
func addPlain(ctx context.Context, tx store.Tx, in desk.Inward) (desk.Stored, error) {
	c := in.Capture
	fresh, err := insertCapture(ctx, tx, c)
	if err != nil {
		return desk.Stored{}, err
	}
	if !fresh {
		return knownCapture(ctx, tx, c)
	}
	if err := addLeaf(ctx, tx, in.Leaf); err != nil {
		return desk.Stored{}, err
	}
	if err := addUnread(ctx, tx, in); err != nil {
		return desk.Stored{}, err
	}
	if in.Image {
		if err := wantImage(ctx, tx, c); err != nil {
			return desk.Stored{}, err
		}
	}
	return desk.Stored{CaptureID: c.ID, ArticleID: in.ArticleID, Fresh: true}, markCaptured(ctx, tx, c.EntryID, c.ID)
}

// insertCapture adds a capture's row unless the same bytes are there already
// for the same source, address and entry.
func insertCapture(ctx context.Context, tx store.Tx, c desk.Capture) (fresh bool, err error) {
	n, err := store.Changed(ctx, tx, `INSERT INTO captures (`+captureColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (sha256, source_id, address, entry_id) DO NOTHING`,
		c.ID, c.SHA256, c.Size, store.Clean(c.MediaType), string(c.How), store.Clean(c.Address), store.Clean(c.FinalURL), c.Status,
		store.Clean(c.FileName), c.SourceID, c.EntryID, c.By, c.Agent, store.Time(c.At), c.File)
	return n > 0, err
}

func knownCapture(ctx context.Context, tx store.Tx, c desk.Capture) (desk.Stored, error) {
	var known desk.Stored
	err := tx.QueryRowContext(ctx, `SELECT c.id, a.id FROM captures c JOIN articles a ON a.capture_id = c.id
		WHERE c.sha256 = $1 AND c.source_id = $2 AND c.address = $3 AND c.entry_id = $4 ORDER BY a.created_at, a.part LIMIT 1`,
		c.SHA256, c.SourceID, c.Address, c.EntryID).Scan(&known.CaptureID, &known.ArticleID)
	if err != nil {
		return desk.Stored{}, err
	}
	return known, markCaptured(ctx, tx, c.EntryID, known.CaptureID)
}

func addUnread(ctx context.Context, tx store.Tx, in desk.Inward) error {
	c := in.Capture
	return store.Exec(ctx, tx, `INSERT INTO articles (id, capture_id, source_id, stage, title, title_by_desk, standfirst, outlet, published,
		address, language, text, html, dateline, confidence, reader, text_hash, same_as, sensitivity, licence, version, edition_version,
		published_at, created_at, updated_at, next_try, attempts, last_error, leased_until)
		VALUES ($1, $2, $3, $4, '', 0, '', '', '', '', '', '', '', '', 0, '', '', '', $5, $6, 0, 0, '', $7, $7, $7, 0, '', '')`,
		in.ArticleID, c.ID, c.SourceID, string(desk.StageUnread), string(c.How.Sensitivity()), string(in.Licence), store.Time(c.At))
}

func markCaptured(ctx context.Context, tx store.Tx, entryID, captureID string) error {
	if entryID == "" {
		return nil
	}
	return store.Exec(ctx, tx, `UPDATE entries SET state = $1, capture_id = $2, leased_until = '', last_error = '' WHERE id = $3 AND state = 'new'`,
		string(desk.EntryCaptured), captureID, entryID)
}
