package extract

import (
	"strings"
	"unicode/utf8"
)

// certainEnd reports whether a part at the end of a text may be cut for its words
// alone: one of its paragraphs calls on readers, gives rights or a contact, or
// is a button. A label before a colon or a line that says nothing is not enough.
func certainEnd(end []block) bool {
	for _, b := range end {
		if calls(b.text) || matching(contacts, b.text) != "" {
			return true
		}
	}
	return false
}

// doubt notes what stands at an edge of the text and may not be the article, but
// is not cut for it: what speaks to readers, labels that lead to nothing, and
// what the source repeats while it may be news. It is never all of the text.
func (d *Document) doubt(blocks Blocks) {
	for i := range d.Entries {
		d.Entries[i].doubt(blocks)
	}
	if d.Text == "" || len(d.Entries) > 0 {
		return
	}
	paragraphs := strings.Split(d.Text, "\n\n")
	end := len(paragraphs)
	for end > 1 && doubtfulEnd(paragraphs[end-1], blocks) {
		end--
	}
	begin := 0
	for begin < end-1 && blocks.doubts(Top, paragraphs[begin]) {
		begin++
	}
	for _, p := range paragraphs[:begin] {
		d.Doubts = append(d.Doubts, Removed{Repeated, p})
	}
	for _, p := range paragraphs[end:] {
		kind := Footer
		if blocks.doubts(Bottom, p) {
			kind = Repeated
		}
		d.Doubts = append(d.Doubts, Removed{first([]string{footerKind(p), kind}), p})
	}
}

// doubtfulEnd reports whether a paragraph at the end of a text may be a footer.
func doubtfulEnd(p string, blocks Blocks) bool {
	if blocks.doubts(Bottom, p) {
		return true
	}
	return utf8.RuneCountInString(p) <= footerLetters && !blocks.Refuses(p) && (footerKind(p) != "" || speaks(p))
}
