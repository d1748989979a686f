package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rightsdesk/internal/alike"
	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/store"
)

const (
	keysEach  = 30  // of a text of 350 words
	newCopies = 200 // articles that arrive, each a shortened copy of one that is there
)

// stories measures how soon a new article finds its story among as many as the
// edition has articles. What is there is put into the database in bulk: short
// rows with as many keys as a text of 350 words has, some of them of stock
// phrases, so that new texts meet them. What arrives goes the way of all
// articles. The baseline holds a MinHash of each text in memory and looks
// through all of them.
func (b *bench) stories(ctx context.Context) (err error) {
	e, _, err := b.environment("stories")
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	r := rand.New(rand.NewPCG(3, 4))
	phrases := stock(r)
	w := &wires{rooms: rooms, env: e, random: r}
	if w.source, err = rooms.Desk.EnsureInward(ctx, desk.Source{ID: desk.NewID(e.Random, "rdk", desk.KindSource), Kind: desk.SourceImport, Licence: desk.LicenceExcerpt, CreatedAt: e.Now()}); err != nil {
		return err
	}
	var originals []string
	for range newCopies {
		originals = append(originals, phrased(r, phrases, 350))
	}
	for i, text := range originals {
		if _, err := w.arrive(ctx, fmt.Sprintf("Original %d", i), text); err != nil {
			return err
		}
	}
	if err := stuff(ctx, filepath.Join(e.Config.Data, "private"), r, phrases, b.articles); err != nil {
		return err
	}
	var times []time.Duration
	found := 0
	for i, text := range originals {
		short := text[:len(text)/2]
		begin, err := w.arrive(ctx, fmt.Sprintf("Copy %d", i), short[:strings.LastIndexByte(short, ' ')])
		if err != nil {
			return err
		}
		times = append(times, time.Since(begin))
		if a, err := rooms.Desk.Article(ctx, w.last); err != nil {
			return err
		} else if a.Story != "" {
			found++
		}
	}
	slices.Sort(times)
	b.add(fmt.Sprintf("a new article finds its story among %d, p50 / p99", b.articles),
		fmt.Sprintf("%s / %s, %d of %d found", ms(times[len(times)/2]), ms(times[len(times)*99/100]), found, newCopies), "20 ms",
		fmt.Sprintf("%s through all signatures in memory", ms(scan(r, b.articles))))
	return nil
}

// stock gives phrases that many articles have.
func stock(r *rand.Rand) (out []string) {
	for range 2000 {
		out = append(out, text(r, 5))
	}
	return out
}

// phrased makes a text of which a fifth are stock phrases.
func phrased(r *rand.Rand, phrases []string, words int) string {
	var b strings.Builder
	for n := 0; n < words; {
		if r.IntN(20) == 0 {
			b.WriteString(phrases[r.IntN(len(phrases))] + " ")
			n += 5
		}
		fmt.Fprintf(&b, "word%d ", int(40_000*r.Float64()*r.Float64()*r.Float64()))
		n++
	}
	return b.String()
}

// wires has articles arrive.
type wires struct {
	rooms  *app.Rooms
	env    app.Env
	random *rand.Rand
	source desk.Source
	last   string // the article that arrived last
}

// arrive keeps and stores an article, places it, and gives when that began.
func (w *wires) arrive(ctx context.Context, outlet, words string) (begin time.Time, err error) {
	now := w.env.Now()
	c := desk.Capture{ID: desk.NewID(w.env.Random, "rdk", desk.KindCapture), SHA256: desk.TextHash(outlet + words), How: desk.HowHandedIn, SourceID: w.source.ID, At: now}
	w.last = desk.NewID(w.env.Random, "rdk", desk.KindArticle)
	in := desk.Inward{Capture: c, Leaf: evidence.NewLeaf(w.env.Random, c.ID, c.SHA256), ArticleID: w.last, Licence: desk.LicenceExcerpt}
	if _, err := w.rooms.Desk.AddCaptures(ctx, []desk.Inward{in}); err != nil {
		return begin, err
	}
	a := desk.Article{ID: w.last, Stage: desk.StageWaiting, Title: outlet, Outlet: outlet, Language: "en", Text: words, TextHash: desk.TextHash(words)}
	if err := w.rooms.Desk.SaveReadings(ctx, []desk.Reading{{Article: a}}, now); err != nil {
		return begin, err
	}
	begin = time.Now()
	_, err = w.rooms.Desk.PlaceArticles(ctx, now, 1)
	return begin, err
}

// stuff puts n articles and their keys into the desk's database.
func stuff(ctx context.Context, folder string, r *rand.Rand, phrases []string, n int) (err error) {
	db, err := store.OpenSQLite(ctx, "desk", filepath.Join(folder, "desk.db"), store.ReadWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var common []alike.Gram
	for _, p := range phrases {
		common = append(common, alike.New(p).Grams()...)
	}
	used := map[alike.Gram]int{}
	keys := make([]uint64, 0, n*keysEach) // gram and number
	texts := []string{phrased(r, phrases, 350), phrased(r, phrases, 350), phrased(r, phrases, 350)}
	err = db.Write(ctx, func(tx store.Tx) error {
		for i := range n {
			number := 1_000_000 + i
			for k := range keysEach {
				g := alike.Gram(r.Uint32())
				if pick := common[r.IntN(len(common))]; k < 3 && used[pick] < alike.Crowded {
					g = pick
					used[pick]++
				}
				keys = append(keys, uint64(g)<<32|uint64(number))
			}
			id := fmt.Sprintf("rdk_a_%016d", i)
			if err := store.Exec(ctx, tx, `INSERT INTO articles (id, capture_id, source_id, stage, title, title_by_desk, standfirst, outlet, published, address, language,
				text, html, dateline, confidence, reader, text_hash, same_as, sensitivity, licence, version, edition_version, published_at, created_at, updated_at,
				next_try, attempts, last_error, leased_until, placed)
				SELECT $1, MIN(id), '', 'refused', '', 0, '', '', '', '', 'en', $2, '', '', 1, '', '', '', 'open', 'link', 1, 1, '', '', '', '', 0, '', '', 1 FROM captures`,
				id, texts[i%len(texts)]); err != nil {
				return err
			}
			if err := store.Exec(ctx, tx, `INSERT INTO story_texts (number, article_id, keys) VALUES ($1, $2, '')`, number, id); err != nil {
				return err
			}
		}
		slices.Sort(keys)
		return stuffKeys(ctx, tx, slices.Compact(keys))
	})
	return err
}

// stuffKeys stores keys, each a gram and a number, many at once.
func stuffKeys(ctx context.Context, tx store.Tx, keys []uint64) error {
	for part := range slices.Chunk(keys, 200) {
		var values strings.Builder
		for i, key := range part {
			if i > 0 {
				values.WriteString(", ")
			}
			fmt.Fprintf(&values, "(%d, %d)", key>>32, key&(1<<32-1))
		}
		if err := store.Exec(ctx, tx, `INSERT INTO story_keys (gram, number) VALUES `+values.String()); err != nil {
			return err
		}
	}
	return nil
}

// scan looks through n signatures of 64 hashes for the one that is most like
// another, and gives how long that took.
func scan(r *rand.Rand, n int) time.Duration {
	const size = 64
	all := make([]uint32, n*size)
	for i := range all {
		all[i] = r.Uint32()
	}
	mine, best := all[:size], 0
	begin := time.Now()
	for i := size; i < len(all); i += size {
		same := 0
		for k, h := range mine {
			if all[i+k] == h {
				same++
			}
		}
		best = max(best, same)
	}
	took := time.Since(begin)
	if best == size {
		return 0 // two of them are the same, which chance does not make
	}
	return took
}
