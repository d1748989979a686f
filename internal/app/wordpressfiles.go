package app

import (
	"context"
	"fmt"
	"slices"

	"rightsdesk/internal/exchange"
	"rightsdesk/internal/public"
)

// attachmentType is the type of an item that is a file of a post, mostly a picture.
const attachmentType = "attachment"

// attached is a file of a post: an export names it and does not hold it.
type attached struct {
	site, post string // the post that it belongs to
	paths      []string
}

// attachBatch is how many files find their posts at once.
const attachBatch = 500

// attachment notes where a file and its page were found. They lead to the
// article of their post once all posts of the export are taken in, whichever
// comes first in it.
func (im *wordPressImporter) attachment(ctx context.Context, p exchange.WXRPost) error {
	a := attached{site: siteKey(p.Site.Address), post: p.Parent}
	for _, address := range []string{p.Link, p.GUID, p.Attachment} {
		if path := public.OldPath(address); path != "" && !slices.Contains(a.paths, path) {
			a.paths = append(a.paths, path)
		}
	}
	im.sum.Files++
	if p.Parent == "" || p.Parent == "0" || len(a.paths) == 0 {
		im.sum.Loose++
		return nil
	}
	im.attached = append(im.attached, a)
	return ctx.Err()
}

// attach has the files of an export lead to the articles of their posts.
func (im *wordPressImporter) attach(ctx context.Context) error {
	for list := range slices.Chunk(im.attached, attachBatch) {
		posts := make([]string, len(list))
		for i, a := range list {
			posts[i] = a.post
		}
		known, err := im.rooms.Desk.Imported(ctx, list[0].site, posts)
		if err != nil {
			return err
		}
		paths := map[string][]string{}
		for _, a := range list {
			article := known[a.post].ArticleID
			if article == "" {
				im.sum.Loose++ // its post was not taken
				continue
			}
			paths[article] = append(paths[article], a.paths...)
		}
		if err := im.rooms.Desk.AddOldPaths(ctx, paths); err != nil {
			return fmt.Errorf("addresses of files: %w", err)
		}
	}
	im.attached = nil
	return nil
}
