package office

import (
	"context"
	"net/url"
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

func (f *fake) Blocks(_ context.Context, sourceID string) ([]desk.RepeatedBlock, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(f.blocks), func(b desk.RepeatedBlock) bool { return b.SourceID != sourceID }), nil
}

func (f *fake) DecideBlock(_ context.Context, id string, to desk.BlockState, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	at := slices.IndexFunc(f.blocks, func(b desk.RepeatedBlock) bool { return b.ID == id })
	if at < 0 || f.blocks[at].State == to {
		return fault.New(fault.Conflict, "Somebody decided the same before you.")
	}
	f.blocks[at].State = to
	f.decisions = append(f.decisions, d)
	return nil
}

// TestRepeatedBlocks: what a source repeats is shown on its page and on those
// of its articles, kept in the text with one button, and cut again.
func TestRepeatedBlocks(t *testing.T) {
	b := editor(t)
	const source = "rdk_s_aaaaaaaaaaaaaaaa"
	b.store.sources[source] = desk.Source{ID: source, Kind: desk.SourceFeed, Address: "https://news.example.org/feed", Outlet: "Invented Courier", Version: 1}
	b.store.blocks = []desk.RepeatedBlock{{ID: "rdk_b_aaaaaaaaaaaaaaaa", SourceID: source, Place: "bottom", Text: "The quay letter number 12 is made by volunteers.", Documents: 4, State: desk.BlockLearned}}
	a := b.article("rdk_a_aaaaaaaaaaaaaaaa")
	a.SourceID = source
	a.Removed = []desk.Removed{{Kind: "repeated", Text: "The quay letter number 7 is made by volunteers."}, {Kind: "repeated", Text: "A headline once more"}}
	b.store.articles[a.ID] = a
	path := "/sources/" + source
	b.want(b.get(path), 200, "", "What it repeats", "The quay letter number 12", "in 4 of the last articles", "is cut", "Keep it in the text")
	page := b.get("/articles/" + a.ID)
	b.want(page, 200, "", "The quay letter number 7", "A headline once more", "Put it back, in all articles of this source")
	put := url.Values{"block": {"rdk_b_aaaaaaaaaaaaaaaa"}, "do": {"keep"}}
	b.want(b.post(path+"/blocks", url.Values{"block": put["block"], "do": {"burn"}}), 422, "", "button is not known")
	b.want(b.post(path+"/blocks", url.Values{"block": {"rdk_b_none"}, "do": {"keep"}}), 404, "", "nothing like that")
	put.Set("article", a.ID)
	b.want(b.post(path+"/blocks", put), 200, "/articles/"+a.ID, "It stays in the text.")
	checkDecision(t, b, desk.VerbRefuse, "repeated")
	b.want(b.post(path+"/blocks", put), 409, "", "before you")
	b.want(b.get(path), 200, "", "stays in the text", "Cut it again")
	b.want(b.post(path+"/blocks", url.Values{"block": put["block"], "do": {"cut"}}), 200, path, "It is cut, out of older articles too")
	checkDecision(t, b, desk.VerbUndo, "repeated")
	b.store.blocks[0].State = desk.BlockDoubted
	b.want(b.get(path), 200, "", "may be news", "Cut it", "Keep it in the text")
	b.want(b.post(path+"/blocks", url.Values{"block": put["block"], "do": {"cut"}}), 200, path, "It is cut, out of older articles too")
	checkDecision(t, b, desk.VerbCut, "repeated")
}
