// Command bench reads the same feeds with our reader and with gofeed, and
// prints a table. It is a module of its own, so that gofeed is no dependency of
// the program.
//
//	cd bench && go run . -rounds 20
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/mmcdole/gofeed"

	"rightsdesk/internal/source"
)

// reader reads one feed and gives the number of its entries.
type reader func(doc []byte) (entries int, err error)

var readers = map[string]reader{
	"ours": func(doc []byte) (int, error) {
		f, err := source.ReadFeed(doc, source.FeedOptions{URL: "https://example.org/"})
		return len(f.Entries), err
	},
	"gofeed": func(doc []byte) (n int, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		f, err := gofeed.NewParser().Parse(bytes.NewReader(doc))
		if err != nil {
			return 0, err
		}
		return len(f.Items), nil
	},
}

const item = `<item><title>One &amp; two</title><link>https://example.org/a?b=1&amp;c=2</link><guid>tag:example.org,2026:1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>%s</description></item>`

// documents are the feeds that are read, by what is in them.
var documents = []struct {
	name, reach string
	make        func() []byte
}{
	{"1,000 entries of text, MB/s", "60", func() []byte {
		return feed(1000, strings.Repeat("A court upheld a fine on Tuesday, a lawyer said. ", 20))
	}},
	{"1,000 entries of HTML, MB/s (ours sanitises it, gofeed does not)", "25", func() []byte {
		return feed(1000, "<![CDATA["+strings.Repeat(`<p class="x">A court upheld <a href="/fine">a fine</a> on <b>Tuesday</b>, a lawyer said.</p> <img src="/hall.jpg" alt="A hall" width="300">`, 8)+
			"]]>")
	}},
	{"the same, every tenth with a table, MB/s", "25", func() []byte {
		body := strings.Repeat(`<p class="x">A court upheld <a href="/fine">a fine</a> on <b>Tuesday</b>, a lawyer said.</p>`, 10)
		plain, table := fmt.Sprintf(item, "<![CDATA["+body+"]]>"), fmt.Sprintf(item, "<![CDATA["+body+`<table><tr><td>Year</td><td>Fines</td></tr></table>]]>`)
		return []byte("<rss><channel>" + strings.Repeat(strings.Repeat(plain, 9)+table, 100) + "</channel></rss>")
	}},
}

// large are the documents whose memory is measured, each in a process of its own.
var large = map[string]func() []byte{
	"items": func() []byte {
		return []byte("<rss><channel>" + strings.Repeat("<item><link>https://example.org/</link></item>", 1_000_000))
	},
	"nested": func() []byte { return []byte("<rss><channel><item>" + strings.Repeat("<a>", 1_000_000)) },
}

func feed(n int, body string) []byte {
	return []byte("<rss><channel>" + strings.Repeat(fmt.Sprintf(item, body), n) + "</channel></rss>")
}

func main() {
	rounds := flag.Int("rounds", 20, "how often each feed is read; the fastest counts")
	corpus := flag.String("corpus", "../../shared/corpora/feeds", "folder of feeds with expectations, may be missing")
	memory := flag.String("memory", "", "for the children: reader and document")
	flag.Parse()
	if *memory != "" {
		name, doc, _ := strings.Cut(*memory, " ")
		if _, err := readers[name](large[doc]()); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		return
	}
	if err := run(os.Stdout, *rounds, *corpus); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, rounds int, corpus string) error {
	runtime.GOMAXPROCS(1) // a core
	fmt.Fprintf(w, "\nFeeds, one core, %s, %s; the fastest of %d\n\n", time.Now().UTC().Format("2006-01-02 15:04 UTC"), runtime.Version(), rounds)
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "measure\tours\tto reach\tgofeed 1.4.2")
	for _, d := range documents {
		doc := d.make()
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", d.name, speed("ours", doc, rounds), d.reach, speed("gofeed", doc, rounds))
	}
	for _, doc := range []string{"items", "nested"} {
		fmt.Fprintf(t, "memory of a process that reads 1,000,000 %s, MB\t%s\t300\t%s\n", doc, memoryOf("ours", doc), memoryOf("gofeed", doc))
	}
	if _, err := os.Stat(corpus); err != nil {
		fmt.Fprintf(t, "sound feeds of the corpus\tnot measured: no folder %s\t\t\n", corpus)
		return t.Flush()
	}
	ours, all, err := sound(corpus, "ours")
	if err != nil {
		return err
	}
	theirs, _, err := sound(corpus, "gofeed")
	if err != nil {
		return err
	}
	fmt.Fprintf(t, "sound feeds of the corpus read, %%, of %d\t%.1f\t98.5\t%.1f\n", all, 100*float64(ours)/float64(all), 100*float64(theirs)/float64(all))
	return t.Flush()
}

// speed gives megabytes a second, those of the fastest round.
func speed(name string, doc []byte, rounds int) string {
	best := time.Duration(1 << 62)
	for range rounds {
		begin := time.Now()
		if n, err := readers[name](doc); err != nil || n != 1000 {
			return fmt.Sprintf("fails: %d entries, %v", n, err)
		}
		best = min(best, time.Since(begin))
	}
	return fmt.Sprintf("%.1f", float64(len(doc))/1e6/best.Seconds())
}

// memoryOf gives the most memory that a process had which read a document.
func memoryOf(name, doc string) string {
	self, err := os.Executable()
	if err != nil {
		return err.Error()
	}
	c := exec.Command(self, "-memory", name+" "+doc)
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Run(); err != nil {
		return "fails: " + err.Error()
	}
	use, ok := c.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return "not known here"
	}
	out := fmt.Sprint(use.Maxrss >> 10) // kB on Linux
	if said.Len() > 0 {
		out += " (not read)"
	}
	return out
}

var expectsSound = regexp.MustCompile(`(?m)^\s*Expect:\s*not bozo`)

// sound counts the feeds of the corpus that are sound and those of them that a
// reader reads.
func sound(corpus, name string) (read, all int, err error) {
	err = filepath.WalkDir(corpus, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		doc, err := os.ReadFile(path)
		if err != nil || !expectsSound.Match(bytes.ReplaceAll(doc, []byte{0}, nil)) {
			return err
		}
		all++
		if _, err := readers[name](doc); err == nil {
			read++
		}
		return nil
	})
	return read, all, err
}
