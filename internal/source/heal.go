package source

import "slices"

// containers hold fields: a field stands directly in one of them.
var containers = []string{"channel", "item", "feed", "entry"}

// short are fields that hold a few words and never another field.
var short = set("title", "link", "guid", "id", "pubdate", "lastbuilddate", "language", "generator", "comments", "published", "updated",
	"modified", "issued", "created", "category", "ttl", "docs", "copyright", "rights", "managingeditor", "webmaster", "author",
	"dc:creator", "dc:date", "dc:subject", "dc:language")

// long are fields that hold markup, in which names that HTML has may stand.
var long = set("description", "summary", "content:encoded", "tagline", "subtitle")

// never are names of fields that HTML does not have: where one of them begins,
// a field of text has ended, whether somebody closed it or not.
var never = set("item", "entry", "pubdate", "guid", "enclosure", "published", "updated", "modified", "issued", "lastbuilddate",
	"content:encoded", "dc:creator", "dc:date", "dc:subject", "category", "comments")

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

// heal closes what nobody closed before an element of this name begins: an
// entry before the next one, a field of text before the next field. It reports
// whether it closed anything.
func (s *scanner) heal(name string) (closed bool) {
	in := -1 // the innermost container
	for i := len(s.open) - 1; i >= 0 && in < 0; i-- {
		if slices.Contains(containers, s.open[i].name) {
			in = i
		}
	}
	if in < 0 {
		return false
	}
	if in+1 < len(s.open) {
		field := s.open[in+1]
		ended := short[field.name] && len(field.children) == 0 && len(s.open) == in+2 && (short[name] || long[name] || never[name]) ||
			long[field.name] && never[name]
		if !ended {
			return false
		}
		closed = true
		s.warn("<%.40s> is not closed; it was taken to end before <%.40s>", field.tag, name)
		s.close(in+1, s.at)
	}
	if (name == "item" || name == "entry") && s.open[in].name == name {
		s.warn("<%.40s> is not closed; it was taken to end before the next one", s.open[in].tag)
		s.close(in, s.at)
		closed = true
	}
	return closed
}
