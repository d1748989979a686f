package pipeline

import (
	"context"

	"rightsdesk/internal/analyse"
)

// askBatch is how many articles' claims are compared with the questions at once.
const askBatch = 32

// Ask proposes claims to the editors of the questions that they touch: the
// claims of articles that were read or changed, then all there are for a
// question that is new or was changed.
func (d *Desk) Ask(ctx context.Context) (more bool, err error) {
	n, err := d.Store.AskArticles(ctx, analyse.Traits, d.Now(), askBatch)
	if err != nil || n > 0 {
		return n > 0, err
	}
	return d.Store.AskQuestions(ctx, d.Now())
}
