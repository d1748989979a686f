package edition

import (
	"context"
	"encoding/json"
	"fmt"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// Proof gives what leads from the capture behind an article to a signed
// checkpoint of the evidence log; its Size is 0 as long as none covers it.
// Errors: Gone and NotFound as for the article, NotFound for a restricted
// capture too.
func (s *Store) Proof(ctx context.Context, articleID string) (p public.Proof, err error) {
	var text string
	err = s.db.Read().QueryRowContext(ctx, `SELECT capture, file, line, commitment, proof FROM articles WHERE id = $1`, articleID).
		Scan(&p.Capture, &p.File, &p.Line, &p.Commitment, &text)
	if err != nil {
		return p, s.missing(ctx, articleID, store.Found(err, "There is no article %q.", articleID))
	}
	if p.Commitment == "" {
		return public.Proof{}, fault.New(fault.NotFound, "The evidence behind this article is not public.")
	}
	if text == "" {
		p.Hashes = []string{}
		return p, nil
	}
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		return p, fmt.Errorf("read the proof of %s: %w", articleID, err)
	}
	return p, nil
}
