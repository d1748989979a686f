package desk

import (
	"context"
	"strings"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Parts of the statements that blank what was read from a capture, $1.
const (
	ofCapture    = `(SELECT id FROM articles WHERE capture_id = $1)`
	itsClaims    = `(SELECT id FROM claims WHERE article_id IN ` + ofCapture + `)`
	itsLessons   = `(SELECT id FROM lessons WHERE article_id IN ` + ofCapture + `)`
	itsRecords   = `(SELECT id FROM articles WHERE capture_id = $1 UNION SELECT id FROM claims WHERE article_id IN ` + ofCapture + ` UNION SELECT id FROM lessons WHERE article_id IN ` + ofCapture + `)`
	itsFindings  = `(SELECT id FROM findings WHERE article_id IN ` + ofCapture + `)`
	itsDecisions = `(SELECT id FROM decisions WHERE record_id IN ` + itsRecords + `)`
)

// wipes blank everything that the database holds of a capture, $1. Whoever adds
// a table that holds words of an article adds it here; TestErasedIsInNoByte
// looks for what was forgotten.
var wipes = []string{
	`UPDATE audit SET before_text = '', after_text = '' WHERE decision_id IN ` + itsDecisions,
	`UPDATE decisions SET reason = '' WHERE id IN ` + itsDecisions,
	`DELETE FROM figure_claims WHERE claim_id IN ` + itsClaims,
	`DELETE FROM claim_relays WHERE claim_id IN ` + itsClaims,
	`DELETE FROM claim_cues WHERE claim_id IN ` + itsClaims,
	`DELETE FROM claim_corrections WHERE claim_id IN ` + itsClaims,
	`DELETE FROM claim_places WHERE claim_id IN ` + itsClaims,
	`DELETE FROM question_claims WHERE article_id IN ` + ofCapture,
	`DELETE FROM claim_traits WHERE article_id IN ` + ofCapture,
	`DELETE FROM claim_keys WHERE article_id IN ` + ofCapture,
	`DELETE FROM claims WHERE article_id IN ` + ofCapture,
	`DELETE FROM finding_spans WHERE finding_id IN ` + itsFindings,
	`DELETE FROM findings WHERE article_id IN ` + ofCapture,
	`DELETE FROM finding_marks WHERE article_id IN ` + ofCapture,
	`DELETE FROM lessons WHERE id IN ` + itsLessons,
	`DELETE FROM quotations WHERE article_id IN ` + ofCapture,
	`DELETE FROM case_links WHERE article_id IN ` + ofCapture,
	`DELETE FROM article_bylines WHERE article_id IN ` + ofCapture,
	`DELETE FROM repeated_blocks WHERE article_id IN ` + ofCapture + ` OR source_id IN (SELECT source_id FROM articles WHERE capture_id = $1)
		AND text IN (SELECT text FROM article_removed WHERE article_id IN ` + ofCapture + ` UNION SELECT text FROM article_doubts WHERE article_id IN ` + ofCapture + `)`,
	`DELETE FROM article_edges WHERE article_id IN ` + ofCapture,
	`DELETE FROM article_removed WHERE article_id IN ` + ofCapture,
	`DELETE FROM article_doubts WHERE article_id IN ` + ofCapture,
	`DELETE FROM article_territories WHERE article_id IN ` + ofCapture,
	`DELETE FROM article_terms WHERE article_id IN ` + ofCapture,
	`UPDATE imports SET author = '', outlet = '' WHERE article_id IN ` + ofCapture,
	`UPDATE articles SET stage = 'erased', title = '', standfirst = '', outlet = '', published = '', address = '', language = '', text = '', html = '',
		dateline = '', text_hash = '', same_as = '', markdown = '', credit = '', image_address = '', image_caption = '', image_credit = '', image_alt = '', last_error = '', leased_until = '', version = version + 1,
		edition_version = CASE WHEN published_at = '' THEN version + 1 ELSE edition_version END WHERE capture_id = $1`,
	// Others that carried the same text are read again, and wait for an editor.
	`UPDATE articles SET stage = 'unread', same_as = '', next_try = '', attempts = 0, version = version + 1, edition_version = version + 1
		WHERE stage = 'duplicate' AND same_as IN ` + ofCapture,
	// Bare bytes, from before there were capture files, may be another capture's too.
	`UPDATE erasures SET file = (SELECT CASE WHEN c.file <> '' THEN c.file WHEN EXISTS (SELECT 1 FROM captures o WHERE o.sha256 = c.sha256 AND o.file = '' AND o.id <> c.id)
		THEN '' ELSE c.sha256 END FROM captures c WHERE c.id = $1) WHERE capture_id = $1 AND state = 'wiping'`,
	// Copies of one that is erased look for their story again.
	`UPDATE articles SET story_version = story_version + 1 WHERE id IN (SELECT story FROM articles WHERE capture_id = $1)`,
	`UPDATE articles SET story = '', placed = 0, shown = 0, version = version + 1,
		edition_version = CASE WHEN published_at = '' THEN version + 1 ELSE edition_version END WHERE story <> '' AND story IN ` + ofCapture + ` OR capture_id = $1`,
	`UPDATE articles SET revises = '' WHERE revises <> '' AND revises IN ` + ofCapture + ` OR capture_id = $1`,
	`DELETE FROM nonces WHERE capture_id = $1`,
	`UPDATE captures SET sha256 = 'erased ' || id, address = '', final_url = '', file_name = '', media_type = '', size = 0 WHERE id = $1`,
}

// rests says which figures and cases rest on a capture: they are public words
// of somebody's own, so a person must change them first.
func (s *Store) rests(ctx context.Context, captureID string) error {
	names, err := store.Strings(ctx, s.db.Read(), `SELECT question FROM figures WHERE withdrawn = 0 AND id IN (SELECT figure_id FROM figure_claims WHERE claim_id IN `+itsClaims+`)
		UNION SELECT title FROM cases WHERE state <> 'withdrawn' AND id IN (SELECT case_id FROM case_sources WHERE article_id IN `+ofCapture+`)`, captureID)
	if err == nil && len(names) > 0 {
		err = fault.New(fault.Conflict, "Nothing was erased: this rests on what is to be erased: %s. Change or withdraw it first.", strings.Join(names, "; "))
	}
	return err
}

// erasedName stands before the keyed hash of a name by which an erased entry
// is known: it must be known again when its source announces it again, and the
// name itself may tell of whom it was.
const erasedName = "erased "

func (s *Store) hashName(name string) string {
	return erasedName + s.secrets.AddressHash("entry\x00"+name)
}

// wipeEntry blanks the entry that a capture answers.
func (s *Store) wipeEntry(ctx context.Context, tx store.Tx, captureID string) error {
	ids, err := store.Strings(ctx, tx, `SELECT id FROM entries WHERE capture_id = $1`, captureID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		names, err := store.Strings(ctx, tx, `SELECT name FROM entry_names WHERE entry_id = $1`, id)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := store.Exec(ctx, tx, `UPDATE entry_names SET name = $1 WHERE entry_id = $2 AND name = $3`, s.hashName(name), id, name); err != nil {
				return err
			}
		}
		if err := store.Exec(ctx, tx, `UPDATE entries SET identity = $1, link = '', title = '', last_error = '' WHERE id = $2`, erasedName+id, id); err != nil {
			return err
		}
	}
	return nil
}

// wipePaths keeps of the old addresses of an erased article only what the
// edition knows them by.
func (s *Store) wipePaths(ctx context.Context, tx store.Tx, captureID string) error {
	paths, err := store.Strings(ctx, tx, `SELECT path FROM redirects WHERE article_id IN `+ofCapture, captureID)
	for _, path := range paths {
		if err == nil && !strings.HasPrefix(path, hashedPath) {
			err = store.Exec(ctx, tx, `UPDATE redirects SET path = $1 WHERE path = $2`, hashedPath+public.PathHash(path), path)
		}
	}
	return err
}

// hashedPath stands before the hash of the path of an erased article.
const hashedPath = "#"
