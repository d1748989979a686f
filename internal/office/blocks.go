package office

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
)

// Blocks keeps what sources repeat in all their articles.
type Blocks interface {
	Blocks(ctx context.Context, sourceID string) ([]desk.RepeatedBlock, error)
	DecideBlock(ctx context.Context, id string, to desk.BlockState, d desk.Decision) error
}

// aside is a part that was kept aside, with the block of its source that it is.
type aside struct {
	desk.Removed
	Block string // id; empty when it is none that is cut
	Back  bool   // it can be put back at the end of the text
}

// asides gives what was kept aside of an article.
func (o *office) asides(ctx context.Context, a desk.Article) ([]aside, error) {
	var out []aside
	var blocks []desk.RepeatedBlock
	for _, x := range a.Removed {
		out = append(out, aside{Removed: x, Back: canReturn(x.Kind)})
		if x.Kind != extract.Repeated {
			continue
		}
		if blocks == nil {
			var err error
			if blocks, err = o.blocks.Blocks(ctx, a.SourceID); err != nil {
				return nil, err
			}
		}
		at := slices.IndexFunc(blocks, func(b desk.RepeatedBlock) bool { return b.State == desk.BlockLearned && extract.Same(b.Text, x.Text) })
		if at >= 0 {
			out[len(out)-1].Block = blocks[at].ID
		}
	}
	return out, nil
}

// postBlock has what a source repeats stay in its articles, or be cut again.
// The decision says which block, not its words: they may have to be erased.
func (o *office) postBlock(w http.ResponseWriter, r *http.Request) error {
	s, err := o.sources.Source(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	list, err := o.blocks.Blocks(r.Context(), s.ID)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(list, func(b desk.RepeatedBlock) bool { return b.ID == r.PostFormValue("block") })
	if at < 0 {
		return fault.New(fault.NotFound, "This source repeats nothing like that any more. Reload the page to see what it does.")
	}
	var to desk.BlockState
	var verb desk.Verb
	var notice string
	switch r.PostFormValue("do") {
	case "keep":
		to, verb = desk.BlockRefused, desk.VerbRefuse
		notice = locale.T(o.lang(r), "It stays in the text. Older articles of this source get it back within a moment; what people wrote themselves is left alone.")
	case "cut":
		to, verb = desk.BlockLearned, desk.VerbUndo
		if list[at].State == desk.BlockDoubted {
			verb = desk.VerbCut
		}
		notice = locale.T(o.lang(r), "It is cut, out of older articles too within a moment.")
	default:
		return fault.New(fault.Invalid, "This button is not known here. Please reload the page.")
	}
	b := list[at]
	d := o.decision(r, verb, s.ID, desk.Change{Field: "repeated", Before: string(b.State) + " " + b.ID, After: string(to) + " " + b.ID})
	if err := o.blocks.DecideBlock(r.Context(), b.ID, to, d); err != nil {
		return err
	}
	back := "/sources/" + s.ID
	if id := r.PostFormValue("article"); desk.KindOf(id) == desk.KindArticle && !strings.ContainsAny(id, "/?#") {
		back = "/articles/" + id
	}
	return o.done(w, r, back, notice)
}
