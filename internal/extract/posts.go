package extract

import (
	"strings"
	"time"
	"unicode/utf8"
)

// postLetters is how many letters the text of each of several posts in one file
// has at least: a dateline with less below it is that of a list of sources.
const postLetters = 100

// postStarts finds several posts that stand in one text: each has a dateline
// with a date, and what belongs to it stands above: headline, standfirst, byline.
func postStarts(blocks []block, opt Options, now time.Time) []int {
	var starts []int
	before := -1 // the dateline before
	for i := range blocks {
		if !isPostDateline(blocks, i, opt, now) {
			continue
		}
		begin := 0
		if before >= 0 {
			if begin = headBegin(blocks, before+1, i, now); lettersOf(blocks[before:begin]) < postLetters {
				return nil
			}
		} else if i > headBlocks {
			return nil // the text above it is an article of its own kind
		}
		starts, before = append(starts, begin), i
	}
	if len(starts) < 2 || lettersOf(blocks[before:]) < postLetters {
		return nil
	}
	return starts
}

// isPostDateline: a dateline with a date, and behind it or below a sentence, or
// what a running line cut off.
func isPostDateline(blocks []block, i int, opt Options, now time.Time) bool {
	f, yes := findDateline(blocks[i].text, opt, now)
	if !yes || f.date == "" || f.rule == "date-first" {
		return false
	}
	body := f.body
	if body == "" && i+1 < len(blocks) {
		body = blocks[i+1].text
	}
	letters := utf8.RuneCountInString(body)
	return (endsSentence(body) && letters >= 40 || letters >= postLetters*3/4) && (beginsSentence(body) || f.link != "" || opt.knows(f.outlet))
}

func lettersOf(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += utf8.RuneCountInString(b.text)
	}
	return n
}

// headBegin gives where the head of a post begins whose dateline stands at a
// place: behind the rule or the footer that ends the post before; or else with
// the lines above the dateline that a head has.
func headBegin(blocks []block, from, dateline int, now time.Time) int {
	from = max(from, dateline-headBlocks)
	for k := dateline - 1; k >= from; k-- {
		if isHeadLine(blocks[k].text, now) || !isSeparator(blocks[k].text) {
			continue
		}
		if k > from && repeats(blocks[k-1].text, blocks[k+1:dateline]) { // headline, rule, headline once more
			return k - 1
		}
		return k + 1
	}
	begin := dateline
	for begin > from && isHeadLine(blocks[begin-1].text, now) {
		begin--
	}
	for k := begin - 1; k >= from && k >= begin-2; k-- {
		if isHeadline(blocks[k].text) && !endsSentence(blocks[k].text) {
			return k
		}
		if utf8.RuneCountInString(blocks[k].text) > footerLetters {
			break
		}
	}
	return begin
}

// isHeadLine: a byline, a date or a link alone.
func isHeadLine(p string, now time.Time) bool {
	_, date := dateLine(p, now)
	return date || isByline(p) || isLink(p) && !strings.Contains(p, " ")
}

// isSeparator: a rule, or what stands under an article.
func isSeparator(p string) bool {
	kind := footerKind(p)
	return kind != "" && kind != Running && kind != Link
}

func repeats(headline string, below []block) bool {
	for _, b := range below {
		if strings.EqualFold(b.text, headline) {
			return true
		}
	}
	return false
}
