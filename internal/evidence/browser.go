package evidence

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"rightsdesk/internal/fault"
)

// The bounds of a page's image.
const (
	imageWidth  = 1280
	imageHeight = 5000 // pixels; what stands below is not in it
	imageFor    = time.Minute
	maxImage    = 32 << 20 // bytes
	pageHost    = "page.invalid"
)

// Browser makes images of captured pages with an installed Chromium.
//
// The page must not act on anybody. It is given to the browser from this
// process alone, under a name that exists nowhere; every other name and address
// is resolved to nothing, so that neither the public web nor a private network
// hears of it, and the policy that comes with the page forbids it scripts,
// frames, forms and everything that it does not carry itself. The browser gets
// nothing of this process's environment, a folder that is removed, and a minute.
type Browser struct {
	path string // empty: there is none
	name string // with version
	free bool   // in tests: the page comes without its policy, so that only the resolver stands in its way
}

// names are the programs that are looked for, in this order.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// FindBrowser looks for an installed Chromium. Without one the Browser's images
// are faults of kind Unavailable.
func FindBrowser(ctx context.Context) Browser {
	for _, name := range names {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		out, err := exec.CommandContext(ctx, path, "--version").Output()
		if err == nil {
			return Browser{path: path, name: strings.TrimSpace(string(out))}
		}
	}
	return Browser{}
}

// Name is the browser's name and version, empty when there is none.
func (b Browser) Name() string { return b.name }

// Check says whether there is a browser, as an error of kind Unavailable.
func (b Browser) Check() error {
	if b.path == "" {
		return fault.New(fault.Unavailable, "There is no Chromium on this machine, so no image of a page can be made. Install it, or set evidence.page_image to false.")
	}
	return nil
}

// Image gives a PNG of a page of HTML as it stands in its bytes alone, without
// pictures and styles from elsewhere, 1280 pixels wide and at most 5,000 high.
// Errors: Unavailable without a browser, Invalid when it makes none of this page.
func (b Browser) Image(ctx context.Context, page []byte, mediaType string) ([]byte, error) {
	if err := b.Check(); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "page-") // a short path: the browser's socket stands in it
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The folder for temporary files cannot be written, so no image of a page can be made. Let this user write there")
	}
	data, err := b.take(ctx, dir, page, mediaType)
	return data, errors.Join(err, os.RemoveAll(dir))
}

func (b Browser) take(ctx context.Context, dir string, page []byte, mediaType string) (data []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, imageFor)
	defer cancel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "The page cannot be given to the browser on this machine")
	}
	way := "/" + rand.Text()
	server := &http.Server{Handler: b.give(way, page, mediaType), ReadHeaderTimeout: imageFor}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	defer func() {
		server.Close() // it has nothing left to say
		if e := <-ended; !errors.Is(e, http.ErrServerClosed) {
			err = errors.Join(err, e)
		}
	}()
	file := filepath.Join(dir, "page.png")
	said, err := b.run(ctx, dir, file, l.Addr().String(), way)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, fmt.Errorf("%w: %.500s", err, said), "The browser made no image of this page, or took longer than a minute")
	}
	return readImage(file)
}

// give answers with the page where it is asked for, and with nothing elsewhere.
func (b Browser) give(way string, page []byte, mediaType string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != way {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mediaType)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		if !b.free {
			w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox")
		}
		w.Write(page) // to the browser, which says itself when it gets nothing
	})
}

// run starts the browser and ends it with all its children when the time is over.
func (b Browser) run(ctx context.Context, dir, file, server, way string) (said []byte, err error) {
	args := []string{
		"--headless", "--screenshot=" + file, fmt.Sprintf("--window-size=%d,%d", imageWidth, imageHeight), "--hide-scrollbars", "--disable-gpu",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "--incognito", "--no-first-run",
		"--host-resolver-rules=MAP " + pageHost + " " + server + ", MAP * ~NOTFOUND", "--no-proxy-server", "--disable-quic",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps",
	}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // which root cannot have
	}
	c := exec.CommandContext(ctx, b.path, append(args, "http://"+pageHost+way)...)
	c.Dir = dir
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir, "LANG=C.UTF-8"}
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
	c.WaitDelay = 5 * time.Second
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err = c.Run()
	if err == nil {
		_, err = os.Stat(file)
	}
	return out.Bytes()[max(0, out.Len()-500):], err
}

// readImage reads the picture and cuts the empty part below the page off.
func readImage(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	whole, err := png.Decode(io.LimitReader(f, maxImage))
	if err != nil || whole.Bounds().Dx() != imageWidth || whole.Bounds().Dy() > imageHeight {
		return nil, fault.Wrap(fault.Invalid, errors.Join(err, errors.New("image of another size or form")), "The browser made no image of this page that can be used")
	}
	var out bytes.Buffer
	if err := png.Encode(&out, cropped(whole)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// margin is how many empty rows stay below the page.
const margin = 16

// cropped cuts off the rows at the bottom that are all of the last pixel's colour.
func cropped(m image.Image) image.Image {
	part, can := m.(interface {
		SubImage(r image.Rectangle) image.Image
	})
	if !can {
		return m
	}
	r := m.Bounds()
	ground := m.At(r.Max.X-1, r.Max.Y-1)
	bottom := r.Max.Y
	for ; bottom > r.Min.Y; bottom-- {
		for x := r.Min.X; x < r.Max.X; x++ {
			if m.At(x, bottom-1) != ground {
				r.Max.Y = min(bottom+margin, r.Max.Y)
				return part.SubImage(r)
			}
		}
	}
	r.Max.Y = min(r.Min.Y+margin, r.Max.Y) // an empty page
	return part.SubImage(r)
}
