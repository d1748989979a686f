package office

import (
	"strings"

	"rightsdesk/internal/desk"
)

// What the page of an article shows of one that is very long: so many bytes of
// its text and of what came, and so many claims. A page of more is shown too
// slowly to work with.
const (
	shownBytes  = 400_000
	shownClaims = 200
)

// beginning gives a text up to the last paragraph that is shown, and whether that
// is not all.
func beginning(text string) (shown string, long bool) {
	if len(text) <= shownBytes {
		return text, false
	}
	end := strings.LastIndex(text[:shownBytes], "\n")
	return strings.ToValidUTF8(text[:max(end, shownBytes/2)], ""), true
}

// firstClaims gives the claims that are shown, and how many more there are.
func firstClaims(list []desk.Claim) (shown []desk.Claim, more int) {
	n := min(len(list), shownClaims)
	return list[:n], len(list) - n
}
