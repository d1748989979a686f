package extract

import "strings"

// callsAt holds the call words by their first two bytes, so that a text is gone
// through once and not once for each of them.
var callsAt = func() map[[2]byte][]string {
	out := map[[2]byte][]string{}
	for _, w := range callWords {
		key := [2]byte{w[0], w[1]}
		out[key] = append(out[key], w)
	}
	return out
}()

// callBegins tells by two bytes whether a call word may begin with them.
var callBegins = func() (begins [1 << 16]bool) {
	for key := range callsAt {
		begins[int(key[0])<<8|int(key[1])] = true
	}
	return begins
}()

// callCount counts the call words in a text in lower case.
func callCount(lower string) (n float64) {
	for i := range max(0, len(lower)-1) {
		if !callBegins[int(lower[i])<<8|int(lower[i+1])] {
			continue
		}
		for _, w := range callsAt[[2]byte{lower[i], lower[i+1]}] {
			n += float64(count(strings.HasPrefix(lower[i:], w)))
		}
	}
	return n
}
