package public

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Redirect leads from where an article was found on another site to the
// article. The path is kept as a hash: it may hold words, such as a name, that
// are withdrawn with the article.
type Redirect struct {
	Path      string // [PathHash] of an [OldPath]
	ArticleID string
}

// maxOldPath is how many bytes a path may have.
const maxOldPath = 2048

// numbered are the words of a query by which WordPress finds a post.
var numbered = []string{"p", "page_id", "attachment_id"}

// OldPath gives the form in which the path of an address is compared: without
// %-forms and without a slash at the end, and of the query only the number of
// a post. It is empty for an address that tells no article, such as a site's
// front page.
func OldPath(address string) string {
	u, err := url.Parse(address)
	if err != nil || len(address) > maxOldPath {
		return ""
	}
	path := "/" + strings.Trim(u.Path, "/")
	if !utf8.ValidString(path) {
		return ""
	}
	query := u.Query()
	for _, word := range numbered {
		if n := query.Get(word); n != "" && len(n) <= 20 && strings.Trim(n, "0123456789") == "" {
			return path + "?" + word + "=" + n
		}
	}
	if path == "/" {
		return ""
	}
	return path
}

// PathHash is the SHA-256 of a path, in hexadecimal.
func PathHash(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:])
}
