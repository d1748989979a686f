package pipeline

import (
	"context"
	"fmt"

	"rightsdesk/internal/publish"
)

// placeBatch is how many articles are placed before others have their turn.
const placeBatch = 32

// Place finds which story each article carries that was read. It follows the
// reading by itself: an article waits in the queue before it is placed.
func (d *Desk) Place(ctx context.Context) (more bool, err error) {
	n, err := d.Store.PlaceArticles(ctx, d.Now(), placeBatch)
	return n == placeBatch, err
}

// carryStories brings what may be said of the copies of public articles to the
// edition. While publishing is paused copies only leave it.
func (d *Desk) carryStories(ctx context.Context, paused bool) (int, error) {
	list, err := d.Store.DueStories(ctx, carryBatch)
	for _, s := range list {
		shown := publish.Appearances(s.Parts)
		if paused {
			err = d.Publisher.KeepAppearances(ctx, s.Leader, shown)
		} else {
			err = d.Publisher.PutAppearances(ctx, s.Leader, shown)
		}
		if err != nil {
			return 0, fmt.Errorf("carry the copies of %s: %w", s.Leader, err)
		}
		if err := d.Publisher.Sweep(ctx); err != nil {
			return 0, err
		}
		if paused {
			continue // the others are still to come
		}
		if err := d.Store.StoryCarried(ctx, s.Leader, s.Version); err != nil {
			return 0, err
		}
	}
	if paused {
		return 0, err
	}
	return len(list), err
}
