package extract

import (
	"fmt"
	"slices"
	"strings"
)

// headTally adds up what a reader gets right of what stands above a text: title,
// author and date, where the page has one.
type headTally struct {
	titles, titled, dates, dated int
	authors, people, authored    int // with what is credited that is no person; people alone; of
}

// add counts one page, and says what is wrong.
func (a *headTally) add(want marked, got Document) (wrong []string) {
	check := func(what string, has, same bool, of, n *int, got, want string) {
		if !has {
			return
		}
		*of++
		*n += right(same)
		if !same {
			wrong = append(wrong, fmt.Sprintf("%s %q for %q", what, got, want))
		}
	}
	check("title", want.Title != "", squeezed(want.Title) == squeezed(got.Title), &a.titled, &a.titles, got.Title, want.Title)
	check("date", want.Date != "", want.Date == got.Published, &a.dated, &a.dates, got.Published+" ("+got.Dateline.Rule+")", want.Date)
	check("author", want.Author != "", sameAuthors(want.Author, got.Byline, got.Credit), &a.authored, &a.authors, strings.Join(got.Byline, "; ")+" | "+got.Credit, want.Author)
	a.people += right(want.Author != "" && sameAuthors(want.Author, got.Byline, ""))
	return wrong
}

func (a headTally) String() string {
	return fmt.Sprintf("title %.3f  author %.3f (people alone %.3f)  date %.3f",
		share(a.titles, a.titled), share(a.authors, a.authored), share(a.people, a.authored), share(a.dates, a.dated))
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// sameAuthors compares people: the order does not count, nor what stands behind
// a name in the marked author (degrees, a role, an organisation). Where no
// person is marked, but a team, an outlet or the name of a user, it must be what
// is credited, letter by letter.
func sameAuthors(want string, people []string, credit string) bool {
	if given := squeezed(strings.Join(people, " ")); squeezed(want) == given || given == "" && squeezed(want) == squeezed(credit) {
		return true
	}
	w := squeezedPeople(strings.Split(want, ";"))
	return len(w) > 0 && slices.Equal(w, squeezedPeople(people))
}

func squeezedPeople(list []string) (out []string) {
	for _, s := range list {
		for _, name := range peopleIn(s) {
			out = append(out, squeezed(name))
		}
	}
	slices.Sort(out)
	return out
}
