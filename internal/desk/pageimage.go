package desk

import "strings"

// PageImage is the picture of a captured page, made after it was captured and
// kept as a capture of its own.
type PageImage struct {
	Page      Capture
	ImageID   string // the capture that holds the picture; empty until it is kept
	State     ImageState
	Attempts  int
	LastError string // in words
}

// ImageState is where the making of a page's image stands.
type ImageState string

// The states of a page image.
const (
	ImageDue    ImageState = "due"
	ImageKept   ImageState = "kept"
	ImageFailed ImageState = "failed" // given up after MaxImageAttempts
)

// MaxImageAttempts is after how many failures in a row a page image is given up.
const MaxImageAttempts = 3

// captureURN stands before a capture's id where an address is asked for.
const captureURN = "urn:rightsdesk:capture:"

// ImageAddress is the address of a page image's capture: it names the capture
// of the page, from whose bytes alone the image was made.
func ImageAddress(pageID string) string { return captureURN + pageID }

// ShowsPage reports whether a capture is a web page of which an image can be made.
func (c Capture) ShowsPage() bool {
	return c.How == HowFetched && strings.Contains(strings.ToLower(c.MediaType), "html") && !strings.HasPrefix(c.Address, captureURN)
}
