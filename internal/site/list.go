package site

import (
	"net/url"
	"strconv"

	"rightsdesk/internal/fault"
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

// pagerFor makes the pager of a list at path, with the values of its query.
func pagerFor(path string, values url.Values, page int, found public.Result) pager {
	p := pager{Page: page}
	if page > 1 {
		p.Previous = pageAddress(path, values, page-1)
	}
	more := page*public.PageSize < found.Total || totalOf(found).AtLeast
	if more && len(found.Hits) == public.PageSize {
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

// pageNumber reads the number of a page; none is the first.
func pageNumber(s string) (int, error) {
	if s == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxPage {
		return 1, fault.New(fault.Invalid, "%q is not the number of a page. Pages count from 1 to %d.", cut(s, 20), maxPage)
	}
	return n, nil
}
