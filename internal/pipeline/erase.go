package pipeline

import (
	"context"
	"fmt"

	deskstore "rightsdesk/internal/store/desk"
)

const eraseBatch = 16

// Erase deletes the files of captures whose erasure two people agreed on; their
// rows are blank already. forget then deletes the copies that this machine made
// of the database before.
func (d *Desk) Erase(ctx context.Context, forget func() error) (more bool, err error) {
	now := d.Now()
	list, err := d.Store.LeaseErasures(ctx, now, now.Add(lease), eraseBatch)
	if err != nil || len(list) == 0 {
		return false, err
	}
	for _, c := range list {
		if err := d.eraseFile(c); err != nil {
			return false, fmt.Errorf("erase %s: %w", c.CaptureID, err)
		}
	}
	if err := forget(); err != nil {
		return false, fmt.Errorf("delete old copies: %w", err)
	}
	for _, c := range list {
		if err := d.Store.ErasureDone(ctx, c.CaptureID); err != nil {
			return false, err
		}
	}
	return len(list) == eraseBatch, nil
}

func (d *Desk) eraseFile(w deskstore.Wiped) error {
	if w.File == "" {
		return nil
	}
	return d.Evidence.Remove([]string{w.File})
}
