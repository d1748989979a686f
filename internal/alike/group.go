package alike

import (
	"cmp"
	"slices"
)

// Item is a text of a heap that is to be sorted into stories.
type Item struct {
	Text Text
	Day  int // of publication, counted from any day; 0 when it is not known
}

// Member says where an item belongs.
type Member struct {
	Story      int     // the first item of its story
	Similarity float64 // to the item of its story that it is most like; 1 when it is alone
}

// link is a tie between two items.
type link struct {
	short, long int // short is the one of which more stands in the other
	tie         Tie
	similarity  float64
}

// Group sorts items into stories and gives one member for each, in order. What
// comes of it does not depend on the order of the items, except where more
// texts are near one than are looked at.
func Group(items []Item) []Member {
	links := find(items)
	sets := newSets(len(items))
	for _, l := range links {
		if l.tie == Bound {
			sets.join(l.short, l.long)
		}
	}
	for _, l := range attachments(links, sets) {
		sets.join(l.short, l.long)
	}
	out := make([]Member, len(items))
	for i := range items {
		out[i] = Member{Story: sets.find(i)}
	}
	for _, l := range links {
		if out[l.short].Story == out[l.long].Story {
			out[l.short].Similarity = max(out[l.short].Similarity, l.similarity)
			out[l.long].Similarity = max(out[l.long].Similarity, l.similarity)
		}
	}
	for i := range out {
		if out[i].Similarity == 0 {
			out[i].Similarity = 1
		}
	}
	return out
}

// attachments gives for each set the best tie by which one of its items is a
// short copy of an item of another set.
func attachments(links []link, sets sets) []link {
	best := map[int]link{}
	for _, l := range links {
		set := sets.find(l.short)
		if l.tie == Attached && set != sets.find(l.long) && l.similarity > best[set].similarity {
			best[set] = l
		}
	}
	var out []link
	for _, l := range best {
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b link) int { return cmp.Or(cmp.Compare(a.short, b.short), cmp.Compare(a.long, b.long)) })
	return out
}

// find gives the ties between items.
func find(items []Item) []link {
	index := map[Gram][]int{}
	var out []link
	for i, item := range items {
		var hits []Hit[int]
		for _, g := range item.Text.Asked() {
			for _, other := range index[g] {
				hits = append(hits, Hit[int]{g, other})
			}
		}
		near, common := Nearest(hits)
		for _, other := range near {
			if l, tied := tie(items, i, other); tied {
				out = append(out, l)
			}
		}
		for _, g := range item.Text.Keys(func(g Gram) bool { return common[g] }) {
			index[g] = append(index[g], i)
		}
	}
	return out
}

func tie(items []Item, a, b int) (link, bool) {
	like := Compare(items[a].Text, items[b].Text)
	days := items[a].Day - items[b].Day
	if items[a].Day == 0 || items[b].Day == 0 {
		days = 0
	}
	l := link{a, b, like.Tie(days), like.Similarity()}
	if like.By > like.Of {
		l.short, l.long = b, a
	}
	return l, l.tie != Apart
}

// sets are disjoint sets of items; each is named by its first item.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) find(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(a, b int) {
	a, b = s.find(a), s.find(b)
	s[max(a, b)] = min(a, b)
}
