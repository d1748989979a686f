package site

import (
	"net/http"
	"net/url"
	"strconv"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// total is how many articles a list has.
type total struct {
	Count   int
	AtLeast bool // counting stopped there
}

func totalOf(r public.Result) total {
	return total{r.Total, r.Total >= public.CountLimit}
}

// pager leads to the pages before and after this one.
type pager struct {
	Page     int
	Previous string // address, empty on the first page
	Next     string // address, empty on the last page
}

// pagerFor makes the pager of a list at path, with the values of its query: the
// page has so many of so many in all.
func pagerFor(path string, values url.Values, page, all, here int) pager {
	p := pager{Page: page}
	if page > 1 {
		p.Previous = pageAddress(path, values, page-1)
	}
	if here == public.PageSize && (page*public.PageSize < all || all >= public.CountLimit) {
		p.Next = pageAddress(path, values, page+1)
	}
	return p
}

func pageAddress(path string, values url.Values, page int) string {
	next := url.Values{}
	for k, v := range values {
		next[k] = v
	}
	next.Del("page")
	if page > 1 {
		next.Set("page", strconv.Itoa(page))
	}
	if len(next) == 0 {
		return path
	}
	return path + "?" + next.Encode()
}

// maxPage is the last page of a list that may be asked for: whoever wants more
// narrows the search.
const maxPage = 5000

// pageNumber reads the number of the page that is asked for; none is the first.
func pageNumber(r *http.Request) (int, error) {
	s := r.FormValue("page")
	if s == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxPage {
		l := tongue(r)
		return 1, problem(fault.Invalid, locale.T(l, "{word} is not the number of a page. Pages count from 1 to {n}.", "word", cut(s, 20), "n", locale.Number(l, maxPage)))
	}
	return n, nil
}

// noSuchPage is the error of a page behind the end of a list.
func noSuchPage(r *http.Request, page int) error {
	return problem(fault.NotFound, locale.T(tongue(r), "This list has no page {n}.", "n", locale.Number(tongue(r), page)))
}
