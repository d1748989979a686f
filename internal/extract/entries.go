package extract

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// maxEntries is how many articles one text is split into at most.
const maxEntries = 1000

// readEntries reads a digest or a file of several posts, and reports whether a
// text is one.
func readEntries(blocks []block, opt Options, now time.Time) (Document, bool) {
	var starts []int
	heads := digestHeads(blocks, now)
	for _, h := range heads {
		starts = append(starts, h.at)
	}
	if len(heads) == 0 {
		starts = postStarts(blocks, opt, now)
	}
	if len(starts) < 2 {
		return Document{}, false
	}
	starts = starts[:min(len(starts), maxEntries)]
	return joinEntries(blocks, starts, func(i int, part []block) Document {
		if len(heads) > 0 {
			return readDigestEntry(heads[i], part, opt, now)
		}
		return readArticle(part, opt, now)
	}, opt, now), true
}

// joinEntries puts several articles together: what stands above the first is
// the headline of the whole, whose text is that of all of them.
func joinEntries(blocks []block, starts []int, read func(i int, part []block) Document, opt Options, now time.Time) Document {
	var doc Document
	doc.readTop(textsOf(doc.cutMarks(blocks[:starts[0]])), opt, now)
	doc.Confidence = 1
	var text []string
	for i, begin := range starts {
		end := len(blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		entry := read(i, blocks[begin:end])
		doc.Entries = append(doc.Entries, entry)
		doc.Removed = append(doc.Removed, entry.Removed...)
		doc.Confidence = min(doc.Confidence, entry.Confidence)
		text = append(text, entry.whole()...)
	}
	doc.Text = strings.Join(text, "\n\n")
	doc.HTML = paragraphHTML(text)
	doc.Language = Language(doc.Title+"\n"+doc.Text, "")
	return doc
}

// whole gives headline, standfirst, dateline and paragraphs of an entry.
func (d *Document) whole() []string {
	var out []string
	parts := []string{d.Title, d.Standfirst, d.Dateline.Raw, d.Text}
	if d.Dateline.Rule == "date-first" {
		parts = []string{strings.TrimSpace(d.Dateline.Raw + " " + d.Title), d.Standfirst, d.Text}
	}
	for _, s := range parts {
		if s != "" {
			out = append(out, strings.Split(s, "\n\n")...)
		}
	}
	return out
}

// A digest is one where at most so much stands above its first entry, and the
// days of entries without "Continue reading" are at most so far apart:
// otherwise it is an article with a table of events.
const (
	digestAbove   = 4
	digestLetters = 400
	digestSpan    = 62 * 24 * time.Hour
)

// entryHead is the line with which an entry of a digest begins: a date before
// its headline, or a date alone above it.
type entryHead struct {
	at       int    // which block
	kind     string // what stands behind the date; "" for a date alone
	raw      string // the date with what stands behind it
	date     string
	headline string
}

// digestHeads finds the entries of a digest: "28.06.21 – headline", an abstract,
// "Continue reading…". All begin in the same way.
func digestHeads(blocks []block, now time.Time) []entryHead {
	var heads []entryHead
	more, abstract := 0, true // abstract: a sentence stands below the last head
	for i, b := range blocks {
		h, yes := headAt(blocks, i, now)
		switch {
		case !yes || !abstract || len(heads) > 0 && h.kind != heads[0].kind:
			more += count(isReadOn(b.text))
			abstract = abstract || isAbstract(b.text)
		case len(heads) == 0 && (i > digestAbove || longest(blocks[:i]) > digestLetters):
			return nil
		default:
			heads, abstract = append(heads, h), false
		}
	}
	if len(heads) < 2 || !abstract || more < len(heads)-1 && !near(heads) {
		return nil
	}
	return heads
}

// near reports whether the days of entries are those of one digest.
func near(heads []entryHead) bool {
	byDay := func(a, b entryHead) int { return strings.Compare(a.date, b.date) }
	begin, _ := time.Parse(time.DateOnly, slices.MinFunc(heads, byDay).date)
	end, _ := time.Parse(time.DateOnly, slices.MaxFunc(heads, byDay).date)
	return end.Sub(begin) <= digestSpan
}

func headAt(blocks []block, i int, now time.Time) (h entryHead, yes bool) {
	p := blocks[i].text
	date, n := scanDate(p, now)
	if n == 0 {
		return h, false
	}
	rest := strings.TrimSpace(behindDate(p[n:]))
	if rest == "" && i+1 < len(blocks) && isHeadline(blocks[i+1].text) {
		return entryHead{i, "", p, date, blocks[i+1].text}, true
	}
	mark, size := utf8.DecodeRuneInString(rest)
	headline := strings.TrimSpace(trimDashes(rest[size:]))
	if !isDash(mark) && mark != ':' && mark != '|' || !isHeadline(headline) {
		return h, false
	}
	if isDash(mark) {
		mark = '-'
	}
	return entryHead{i, string(mark), strings.TrimSpace(strings.TrimSuffix(p, headline)), date, headline}, true
}

// readDigestEntry reads an entry of a digest, whose first block is its head.
func readDigestEntry(h entryHead, blocks []block, opt Options, now time.Time) Document {
	f := dateline{raw: h.raw, date: h.date, rule: "date-first"}
	doc := Document{Title: h.headline, Published: h.date, Dateline: f.public()}
	blocks = blocks[1+count(h.kind == ""):]
	// A headline stands in for the first block, which is never cut.
	blocks = doc.cutEnd(append([]block{{text: h.headline}}, doc.cutMarks(blocks)...))[1:]
	doc.finishPlain(doc.readBelow(textsOf(blocks), false, opt, now))
	return doc
}

// isHeadline: short, begins as sentences do, and is none that ends with a full
// stop.
func isHeadline(s string) bool {
	return s != "" && beginsSentence(s) && utf8.RuneCountInString(s) < sentenceLetters && (!endsSentence(s) || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!"))
}

// isAbstract: a sentence of some length.
func isAbstract(p string) bool {
	return endsSentence(p) && !trailsOff(p) && utf8.RuneCountInString(p) >= 40
}

// isReadOn: "Continue reading…".
func isReadOn(p string) bool {
	return utf8.RuneCountInString(p) <= 40 && footerKind(p) == Footer
}

func longest(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n = max(n, utf8.RuneCountInString(b.text))
	}
	return n
}
