package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/exchange"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/public"
)

// WordPress says how posts are imported.
type WordPress struct {
	Licence   desk.Licence // how much of each is shown once it is public
	Types     []string     // of posts that are taken: post, page, or others of the site
	PublishBy string       // name of the account that publishes what was public there; empty: all of it waits
}

// ImportedPost is what became of one post.
type ImportedPost struct {
	File    string   `json:"file"`
	Post    string   `json:"post"`
	Title   string   `json:"title"`
	Address string   `json:"address,omitempty"`
	Article string   `json:"article,omitempty"`
	Known   bool     `json:"known,omitempty"` // it was imported before
	Look    []string `json:"look,omitempty"`  // why somebody should look at it
	Error   string   `json:"error,omitempty"` // why it was not taken

	post exchange.WXRPost
}

// wordPressBatch is how many posts are stored together.
const wordPressBatch = 100

// ImportWordPress takes in the posts of WordPress exports: each as a capture
// that was handed in, with the post's number on its site, by which it is known
// again. It may be ended at any point and begun again. It reports each post in
// order; one that cannot be taken does not stop the others, nor does a broken
// file.
func ImportWordPress(ctx context.Context, e Env, r *Rooms, how WordPress, files []string, sum *WordPressSum) error {
	d := NewPipeline(e, r)
	source, err := d.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	source.Licence = how.Licence
	im := wordPressImporter{env: e, rooms: r, desk: d, source: source, how: how, sum: sum}
	if how.PublishBy != "" {
		a, _, err := r.Desk.AccountByName(ctx, how.PublishBy)
		if err == nil && a.Disabled {
			err = fault.New(fault.Forbidden, "The account %q is disabled. Name one that may decide.", how.PublishBy)
		}
		if err != nil {
			return err
		}
		im.publishBy = a.ID
	}
	for _, file := range files {
		if err := im.file(ctx, file); err != nil {
			return err
		}
	}
	have, err := r.Desk.Snippets(ctx)
	sum.end(have)
	return err
}

// wordPressImporter gathers posts into batches.
type wordPressImporter struct {
	env       Env
	rooms     *Rooms
	desk      *pipeline.Desk
	source    desk.Source
	how       WordPress
	publishBy string // account id
	sum       *WordPressSum
	batch     []*ImportedPost
	bytes     int
	attached  []attached // files of posts of the export that is read
}

func (im *wordPressImporter) file(ctx context.Context, path string) error {
	im.sum.Exports++
	f, err := os.Open(path)
	if err != nil {
		return im.sum.add(&ImportedPost{File: path, Error: fault.Words(fileFault(err))})
	}
	err = im.posts(ctx, path, f)
	if cerr := f.Close(); err == nil && cerr != nil {
		err = fileFault(cerr)
	}
	return err
}

func (im *wordPressImporter) posts(ctx context.Context, path string, r io.Reader) error {
	for p, broken := range exchange.ReadWXR(r) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if broken != nil {
			if err := im.flush(ctx); err != nil {
				return err
			}
			if fault.Of(broken) == fault.Internal {
				broken = fileFault(broken)
			}
			return im.sum.add(&ImportedPost{File: path, Error: fault.Words(broken)})
		}
		if err := im.post(ctx, path, p); err != nil {
			return err
		}
	}
	if err := im.flush(ctx); err != nil {
		return err
	}
	return im.attach(ctx)
}

func (im *wordPressImporter) post(ctx context.Context, path string, p exchange.WXRPost) error {
	im.sum.Comments += p.Comments
	if p.Type == attachmentType && !slices.Contains(im.how.Types, attachmentType) {
		return im.attachment(ctx, p)
	}
	if kind := notTaken(p, im.how.Types); kind != "" {
		im.sum.pass(kind)
		return nil
	}
	out := &ImportedPost{File: path, Post: p.ID, Title: p.Title, Address: p.Link, post: p}
	if p.ID == "" || p.Raw == nil {
		out.Error = strings.Join(p.Faults, " ")
	}
	im.batch = append(im.batch, out)
	im.bytes += len(p.Raw)
	if len(im.batch) < wordPressBatch && im.bytes < importBytes {
		return nil
	}
	return im.flush(ctx)
}

// notTaken gives what a post is that is none, empty for one to be taken.
func notTaken(p exchange.WXRPost, types []string) string {
	switch {
	case p.Type != "" && !slices.Contains(types, p.Type):
		return p.Type
	case p.Status == "trash" || p.Status == "auto-draft" || p.Status == "inherit":
		return p.Type + " (" + p.Status + ")"
	}
	return ""
}

// flush stores what was gathered: first the snippets that it places, which is
// harmless to do twice, then all posts with what makes them known, in one
// transaction.
func (im *wordPressImporter) flush(ctx context.Context) error {
	if len(im.batch) == 0 {
		return nil
	}
	site := siteKey(im.batch[0].post.Site.Address)
	var ids []string
	for _, p := range im.batch {
		ids = append(ids, p.Post)
	}
	known, err := im.rooms.Desk.Imported(ctx, site, ids)
	if err != nil {
		return err
	}
	var fresh []*ImportedPost
	for _, p := range im.batch {
		k, there := known[p.Post]
		switch {
		case p.Error != "":
		case there:
			p.Article, p.Known = k.ArticleID, true
			if sum := sha256.Sum256(p.post.Raw); k.SHA256 != hex.EncodeToString(sum[:]) {
				p.look("It was changed on its site since it was imported; the article here is as it was then.")
			}
		default:
			fresh = append(fresh, p)
		}
	}
	if err := im.snippets(ctx, fresh); err != nil {
		return err
	}
	if err := im.capture(ctx, site, fresh); err != nil {
		return err
	}
	for _, p := range im.batch {
		if p.Error == "" {
			im.notes(p)
		}
		if err := im.sum.add(p); err != nil {
			return err
		}
	}
	im.batch, im.bytes = nil, 0
	return nil
}

func (im *wordPressImporter) capture(ctx context.Context, site string, list []*ImportedPost) error {
	if len(list) == 0 {
		return nil
	}
	bytes := make([]pipeline.Bytes, len(list))
	for i, p := range list {
		post := &desk.Import{
			Site: site, PostID: p.Post, Outlet: p.post.Site.Title, Author: p.post.Author, Language: p.post.Site.Language, Paths: oldPaths(p.post),
		}
		if p.post.Public() {
			post.PublishBy = im.publishBy
		}
		bytes[i] = pipeline.Bytes{
			Data: p.post.Raw, MediaType: exchange.WXRType, How: desk.HowHandedIn, FileName: filepath.Base(p.File), Source: im.source, Import: post,
		}
	}
	stored, err := im.desk.Capture(ctx, bytes)
	if fault.Is(err, fault.Conflict) {
		return fault.Wrap(fault.Conflict, err, "Another import of %s is running. Wait until it has ended, then start this one again", site)
	}
	if err != nil {
		return fmt.Errorf("import of post %s and the %d after it: %w", list[0].Post, len(list)-1, err)
	}
	for i, s := range stored {
		list[i].Article, list[i].Known = s.ArticleID, !s.Fresh
		for _, path := range s.Taken {
			list[i].look(fmt.Sprintf("The address %s leads to another article, which had it first.", path))
		}
	}
	return nil
}

// oldPaths gives where readers found a post: its address and, as WordPress
// answers that too, its number.
func oldPaths(p exchange.WXRPost) []string {
	var out []string
	for _, address := range []string{p.Link, p.GUID, p.Site.Address + "/?p=" + p.ID} {
		if path := public.OldPath(address); path != "" && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// siteKey names a site whatever the scheme and with or without www.
func siteKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.ToLower(address)
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimRight(u.Path, "/")
}
