// Command shots starts the demo and takes pictures of its pages: wide, 390 px,
// dark and Arabic, into a folder that is looked through by people, and the two
// that the README shows.
//
//	go run ./internal/shots -program bin/rightsdesk
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"

	"rightsdesk/internal/demorun"
)

func main() {
	program := flag.String("program", "bin/rightsdesk", "the program whose demo is shown")
	folder := flag.String("to", "build/screenshots", "where the pictures go")
	readme := flag.String("readme", "docs/images", "where the README's pictures go")
	flag.Parse()
	if err := run(*program, *folder, *readme); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

func run(program, folder, readme string) (err error) {
	if err := errors.Join(os.MkdirAll(folder, 0o755), os.MkdirAll(readme, 0o755)); err != nil {
		return err
	}
	d, err := demorun.Start(program)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Stop()) }()
	ctx, stop, err := demorun.Browser(context.Background())
	if err != nil {
		return err
	}
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	t := &taker{ctx: ctx, demo: d, folder: folder}
	if err := t.everything(); err != nil {
		return err
	}
	fmt.Printf("%d pictures in %s\n", t.taken, folder)
	return errors.Join(
		t.small(d.Site+"/", filepath.Join(readme, "site.png")),
		t.small(d.Office+"/", filepath.Join(readme, "office.png")),
	)
}

// taker takes pictures.
type taker struct {
	ctx    context.Context
	demo   *demorun.Demo
	folder string
	taken  int
}

// ways are the ways in which every page is looked at.
var ways = []struct {
	name   string
	width  int64
	scheme string
	prefix string // of the site's paths
}{
	{"wide", 1280, "light", ""},
	{"390", 390, "light", ""},
	{"dark", 1280, "dark", ""},
	{"390-dark", 390, "dark", ""},
	{"ar", 1280, "light", "/ar"},
	{"ar-390", 390, "light", "/ar"},
}

func (t *taker) do(a chromedp.Action[chromedp.Void]) error {
	_, err := chromedp.Run(t.ctx, a)
	return err
}

// everything takes all pictures. The demo's page is taken in each of its
// states, which also brings a mail into the box and a session into the office.
func (t *taker) everything() error {
	if err := t.page("chain-before", t.demo.Story+"/"); err != nil {
		return err
	}
	if err := t.press("/arrive", `form[action="/publish"]`); err != nil {
		return err
	}
	if err := t.page("chain-waiting", t.demo.Story+"/"); err != nil {
		return err
	}
	if err := t.press("/publish", `#inbox.lit`); err != nil {
		return err
	}
	if err := t.page("chain-published", t.demo.Story+"/"); err != nil {
		return err
	}
	if err := t.public(); err != nil {
		return err
	}
	return t.office()
}

// press presses a button of the demo's page and waits for what comes of it.
func (t *taker) press(path, then string) error {
	if err := t.do(chromedp.Navigate(t.demo.Story + "/")); err != nil {
		return err
	}
	if err := t.do(chromedp.Click(`form[action="` + path + `"] button`)); err != nil {
		return err
	}
	return t.do(chromedp.WaitVisible(then))
}

// public takes the pages of the site, in English and Arabic, and a mail.
func (t *taker) public() error {
	kase, err := t.find(t.demo.Site+"/cases", `main a[href^="/cases/rdk_c_"]`)
	if err != nil {
		return err
	}
	article, err := t.find(t.demo.Site+"/territories/RU/news", `main h3 a[href^="/a/"]`)
	if err != nil {
		return err
	}
	figure, err := t.find(t.demo.Site+"/territories/RU", `.figure:last-of-type a[href^="/figures/rdk_g_"]`)
	if err != nil {
		return err
	}
	for _, p := range []struct{ name, path string }{
		{"figures", "/figures"}, {"figure", figure}, {"home", "/"}, {"territory", "/territories/KP"}, {"case", kase}, {"article", article}, {"search", "/search?q=workers"}, {"subscribe", "/subscribe"}, {"about", "/about"},
	} {
		if err := t.views(p.name, t.demo.Site, p.path); err != nil {
			return err
		}
	}
	mail, err := t.find(t.demo.Inbox+"/", `a[href^="/mail/"]`)
	if err != nil {
		return err
	}
	return t.mail(t.demo.Inbox + mail)
}

// find opens a page and gives the path of the first link of a kind.
func (t *taker) find(page, link string) (string, error) {
	if err := t.do(chromedp.Navigate(page)); err != nil {
		return "", err
	}
	path, err := chromedp.Run(t.ctx, chromedp.Evaluate[string](fmt.Sprintf("document.querySelector(%q)?.getAttribute('href') ?? ''", link)))
	if err == nil && path == "" {
		err = fmt.Errorf("%s has no link %s", page, link)
	}
	return path, err
}

// office takes the pages of the office, into which the demo's page leads.
func (t *taker) office() error {
	if err := t.do(chromedp.Navigate(t.demo.Story + "/")); err != nil {
		return err
	}
	if err := t.do(chromedp.Click(`header form[action="/office"] button`)); err != nil {
		return err
	}
	if err := t.do(chromedp.WaitVisible(`a[href="/sources"]`)); err != nil {
		return err
	}
	article, err := t.find(t.demo.Office+"/", `main a[href^="/articles/"]`)
	if err != nil {
		return err
	}
	kase, err := t.find(t.demo.Office+"/cases", `main a[href^="/cases/rdk_c_"]`)
	if err != nil {
		return err
	}
	figure, err := t.find(t.demo.Office+"/figures", `main a[href^="/figures/rdk_g_"]`)
	if err != nil {
		return err
	}
	claim, err := t.find(t.demo.Office+"/claims", `main a[href^="/claims/rdk_q_"]`)
	if err != nil {
		return err
	}
	question, err := t.find(t.demo.Office+"/questions", `main li:last-of-type a[href^="/questions/rdk_w_"]`)
	if err != nil {
		return err
	}
	issue, err := t.find(t.demo.Office+"/issues", `main a[href^="/issues/rdk_"]`)
	if err != nil {
		return err
	}
	if err := t.arabicMail(t.demo.Office + issue + "/mail?language=ar"); err != nil {
		return err
	}
	source, err := t.find(t.demo.Office+"/sources", `main a[href^="/sources/rdk_s_"]`)
	if err != nil {
		return err
	}
	if err := t.look(source); err != nil {
		return err
	}
	for _, p := range []struct{ name, path string }{
		{"office-source", source}, {"office-queue", "/"}, {"office-editor", article}, {"office-posts", "/posts"}, {"office-cases", "/cases"}, {"office-case", kase}, {"office-claims", "/claims"}, {"office-claim", claim},
		{"office-questions", "/questions"}, {"office-question", question}, {"office-question-form", question + "/edit"}, {"office-figures", "/figures"}, {"office-figure", figure}, {"office-lists", "/lists"},
		{"office-snippets", "/snippets"}, {"office-sources", "/sources"}, {"office-issues", "/issues"},
	} {
		if err := t.page(p.name, t.demo.Office+p.path); err != nil {
			return err
		}
	}
	return nil
}

// look takes what the office shows of an address before it is a source: the
// address of the site that a source is on.
func (t *taker) look(source string) error {
	if err := t.do(chromedp.Navigate(t.demo.Office + source)); err != nil {
		return err
	}
	address, err := chromedp.Run(t.ctx, chromedp.Evaluate[string](`document.querySelector('#address').value`))
	if err != nil {
		return err
	}
	for _, w := range ways {
		if w.prefix != "" {
			continue
		}
		if err := t.set(w.width, w.scheme); err != nil {
			return err
		}
		for _, step := range []chromedp.Action[chromedp.Void]{
			chromedp.Navigate(t.demo.Office + "/sources"), chromedp.SendKeys("#any", address), chromedp.Click(`form[action="/sources/look"] button`), chromedp.WaitVisible("#look-h"),
		} {
			if err := t.do(step); err != nil {
				return err
			}
		}
		if err := t.save("office-look-" + w.name); err != nil {
			return err
		}
	}
	return nil
}

// page takes a page that has one language.
func (t *taker) page(name, address string) error { return t.take(name, address, "", "") }

// views takes a page of the site, in Arabic too.
func (t *taker) views(name, site, path string) error { return t.take(name, site, path, "ar") }

func (t *taker) take(name, base, path, other string) error {
	for _, w := range ways {
		if w.prefix != "" && other == "" {
			continue
		}
		if err := t.set(w.width, w.scheme); err != nil {
			return err
		}
		if err := t.do(chromedp.Navigate(base + w.prefix + path)); err != nil {
			return err
		}
		if err := t.save(name + "-" + w.name); err != nil {
			return err
		}
	}
	return nil
}

func (t *taker) set(width int64, scheme string) error {
	return errors.Join(t.do(chromedp.EmulateViewport(width, 900)), demorun.Scheme(t.ctx, scheme))
}

func (t *taker) save(name string) error {
	// Frames below the first view are painted when somebody has been there.
	const there = "new Promise(r => { scrollTo(0, document.documentElement.scrollHeight); setTimeout(() => { scrollTo(0, 0); setTimeout(() => r(true), 50) }, 150) })"
	if _, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool](there, chromedp.EvalAwaitPromise)); err != nil {
		return err
	}
	b, err := chromedp.Run(t.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return fmt.Errorf("take %s: %w", name, err)
	}
	t.taken++
	return os.WriteFile(filepath.Join(t.folder, name+".png"), b, 0o644)
}

// mail takes a mail as a mail program shows it: without the box around it.
func (t *taker) mail(address string) error {
	for _, w := range ways[:4] {
		if err := t.set(w.width, w.scheme); err != nil {
			return err
		}
		if err := t.do(chromedp.Navigate(address)); err != nil {
			return err
		}
		const alone = "{ const mail = document.querySelector('iframe').srcdoc; document.open(); document.write(mail); document.close(); true }"
		if _, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool](alone)); err != nil {
			return err
		}
		if err := t.save("mail-" + w.name); err != nil {
			return err
		}
	}
	return nil
}

// arabicMail takes an issue as an Arabic reader gets it. A mail runs no script,
// so only its first view is taken.
func (t *taker) arabicMail(address string) error {
	for _, w := range ways[:4] {
		if err := errors.Join(t.set(w.width, w.scheme), t.do(chromedp.Navigate(address))); err != nil {
			return err
		}
		b, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			return err
		}
		t.taken++
		if err := os.WriteFile(filepath.Join(t.folder, "mail-ar-"+w.name+".png"), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// maxSmall is how many bytes a picture of the README may have.
const maxSmall = 200_000

// small takes the first view of a page for the README, in fewer colours.
func (t *taker) small(address, file string) error {
	if err := t.set(1280, "light"); err != nil {
		return err
	}
	if err := t.do(chromedp.Navigate(address)); err != nil {
		return err
	}
	b, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, fewer(picture)); err != nil {
		return err
	}
	if out.Len() > maxSmall {
		return fmt.Errorf("%s has %d bytes, more than %d", file, out.Len(), maxSmall)
	}
	fmt.Printf("%s: %d kB\n", file, out.Len()/1000)
	return os.WriteFile(file, out.Bytes(), 0o644)
}

// fewer gives a picture in at most 256 colours: the most frequent ones, and for
// every other the nearest of these.
func fewer(p image.Image) image.Image {
	count := map[color.RGBA]int{}
	b := p.Bounds()
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(p.At(x, y)).(color.RGBA) }
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[at(x, y)]++
		}
	}
	palette := frequent(count, 256)
	out := image.NewPaletted(b, palette)
	index := map[color.RGBA]uint8{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := at(x, y)
			i, ok := index[c]
			if !ok {
				i = uint8(palette.Index(c))
				index[c] = i
			}
			out.SetColorIndex(x, y, i)
		}
	}
	return out
}
