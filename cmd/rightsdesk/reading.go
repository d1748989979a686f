package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/source"
)

// maxLine is how long a line of a batch may be, in bytes.
const maxLine = 64 << 20

// failure is the line that stands for input that could not be read.
type failure struct {
	ID    string `json:"id,omitempty"`
	URL   string `json:"url,omitempty"`
	Path  string `json:"path,omitempty"`
	Error string `json:"error"`
}

// printer writes one JSON object a line and remembers whether one was an error.
type printer struct {
	enc *json.Encoder
	buf *bufio.Writer
	bad bool
}

func (c *call) printer() *printer {
	b := bufio.NewWriter(c.stdout)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &printer{enc: e, buf: b}
}

func (p *printer) line(v any) error {
	if _, isBad := v.(failure); isBad {
		p.bad = true
	}
	if err := p.enc.Encode(v); err != nil {
		return err
	}
	return p.buf.Flush()
}

// end gives the error that sets the exit status.
func (p *printer) end(err error) error {
	if err == nil && p.bad {
		return errReported
	}
	return err
}

// words gives what a person may read of an error of reading input.
func words(err error) string {
	if fault.Of(err) == fault.Internal {
		return err.Error()
	}
	return fault.Words(err)
}

// open reads a file, or the standard input for "-".
func (c *call) open(path string) ([]byte, error) {
	if path == "-" {
		return readLimited(c.stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	data, err := readLimited(f)
	return data, errors.Join(err, f.Close())
}

// readLimited reads one byte more than is allowed at most, so that the reader
// behind it can say that it is too much.
func readLimited(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, extract.MaxSize+1))
}

// batch runs each for every line of a JSON Lines file ("-" is the standard input).
func (c *call) batch(path string, each func(line []byte) error) error {
	in := c.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fault.Wrap(fault.NotFound, err, "The batch file %s cannot be opened", path)
		}
		defer f.Close()
		in = f
	}
	s := bufio.NewScanner(in)
	s.Buffer(nil, maxLine)
	for s.Scan() {
		if len(s.Bytes()) == 0 {
			continue
		}
		if err := each(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

// guarded gives what read makes of a line. A line over which the program fails
// is answered by an error, so that those behind it are read.
func guarded(line []byte, read func([]byte) any) (out any) {
	defer func() {
		if r := recover(); r != nil {
			var named struct{ ID, URL, Path string }
			if err := json.Unmarshal(line, &named); err != nil {
				named.ID = ""
			}
			out = failure{ID: named.ID, URL: named.URL, Path: named.Path, Error: fmt.Sprintf("the program failed over this line; that is a fault of the program: %v", r)}
		}
	}()
	return read(line)
}

var extractCommand = command{
	name: "extract", args: "[-url U] [-outlets FILE] FILE|-… | -batch FILE.jsonl", help: "read the article out of pages and texts, as JSON lines",
	prepare: func(c *call) func(context.Context, []string) error {
		url := c.flags.String("url", "", "`address` that the page came from")
		file := c.flags.String("batch", "", "read lines {\"id\",\"url\",\"path\"} or {\"id\",\"url\",\"html\"} from `file`")
		outlets := c.flags.String("outlets", "", "names of known outlets, one a line, in `file`")
		return func(ctx context.Context, args []string) error {
			p := c.printer()
			known, err := c.outlets(*outlets)
			if err != nil {
				return err
			}
			if *file != "" {
				return p.end(c.batch(*file, func(line []byte) error {
					return p.line(guarded(line, func(line []byte) any { return c.extractLine(line, known) }))
				}))
			}
			if len(args) == 0 {
				return usage("name a file to read, or \"-\" for the standard input.")
			}
			for _, path := range args {
				if err := p.line(c.extractFile(request{ID: path, URL: *url, Path: path, Outlets: known})); err != nil {
					return err
				}
			}
			return p.end(nil)
		}
	},
}

// request is a line of extract's batch.
type request struct {
	ID   string `json:"id"`
	URL  string `json:"url"`
	Path string `json:"path"`
	HTML string `json:"html"`

	Outlets []string `json:"known_outlets"`
}

// outlets reads the names of known outlets from a file, one a line; none
// without a file.
func (c *call) outlets(file string) ([]string, error) {
	if file == "" {
		return nil, nil
	}
	data, err := c.open(file)
	if err != nil {
		return nil, fault.Wrap(fault.NotFound, err, "The list of outlets %s cannot be read", file)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out, nil
}

func (c *call) extractLine(line []byte, known []string) any {
	var r request
	if err := json.Unmarshal(line, &r); err != nil {
		return failure{Error: fmt.Sprintf("this line is no JSON object: %v", err)}
	}
	r.Outlets = append(r.Outlets, known...)
	return c.extractFile(r)
}

func (c *call) extractFile(r request) any {
	doc, err := c.extract(r)
	if err != nil {
		return failure{ID: r.ID, URL: r.URL, Error: words(err)}
	}
	doc.ID, doc.URL = r.ID, r.URL
	if len(doc.Byline) == 0 && doc.Credit != "" {
		doc.Byline = []string{doc.Credit} // whoever reads the byline alone learns who is named there
	}
	return doc
}

func (c *call) extract(r request) (extract.Document, error) {
	data := []byte(r.HTML)
	if r.Path != "" {
		var err error
		if data, err = c.open(r.Path); err != nil {
			return extract.Document{}, err
		}
	}
	return extract.Read(data, extract.Options{URL: r.URL, Outlets: r.Outlets}, now())
}

var analyseCommand = command{
	name: "analyse", args: "FILE|-… | -batch FILE.jsonl", help: "find what texts are about, as JSON lines",
	prepare: func(c *call) func(context.Context, []string) error {
		file := c.flags.String("batch", "", "read lines {\"id\",\"title\",\"text\",\"date\",\"lang\"} from `file`")
		return func(ctx context.Context, args []string) error {
			p := c.printer()
			if *file != "" {
				return p.end(c.batch(*file, func(line []byte) error { return p.line(guarded(line, analyseLine)) }))
			}
			if len(args) == 0 {
				return usage("name a file to read, or \"-\" for the standard input.")
			}
			for _, path := range args {
				if err := p.line(c.analyseFile(path)); err != nil {
					return err
				}
			}
			return p.end(nil)
		}
	},
}

// analyseFile reads the article out of a file first, so that footers do not count.
func (c *call) analyseFile(path string) any {
	doc, err := c.extract(request{ID: path, Path: path})
	if err != nil {
		return failure{ID: path, Error: words(err)}
	}
	return analyse.Analyse(analyse.Input{ID: path, Title: doc.Title, Standfirst: doc.Standfirst, Text: doc.Text, Date: doc.Published, Language: doc.Language, Outlet: cmp.Or(doc.Outlet, doc.SiteName)})
}

func analyseLine(line []byte) any {
	var in struct{ ID, Title, Standfirst, Text, Date, Lang, Outlet string }
	if err := json.Unmarshal(line, &in); err != nil {
		return failure{Error: fmt.Sprintf("this line is no JSON object: %v", err)}
	}
	return analyse.Analyse(analyse.Input{ID: in.ID, Title: in.Title, Standfirst: in.Standfirst, Text: in.Text, Date: in.Date, Language: in.Lang, Outlet: in.Outlet})
}

var feedCommand = command{
	name: "feed", args: "[-url U] [-type T] FILE|-… | -batch", help: "read feeds, as JSON lines",
	prepare: func(c *call) func(context.Context, []string) error {
		url := c.flags.String("url", "", "`address` that the feed came from")
		typ := c.flags.String("type", "", "content `type` that came with it")
		batch := c.flags.Bool("batch", false, "read lines {\"path\",\"url\",\"content_type\",…} from the standard input")
		return func(ctx context.Context, args []string) error {
			p := c.printer()
			if *batch {
				return p.end(c.batch("-", func(line []byte) error { return p.line(guarded(line, c.feedLine)) }))
			}
			if len(args) == 0 {
				return usage("name a file to read, or \"-\" for the standard input.")
			}
			for _, path := range args {
				if err := p.line(c.feedFile(path, source.FeedOptions{URL: *url, ContentType: *typ})); err != nil {
					return err
				}
			}
			return p.end(nil)
		}
	},
}

func (c *call) feedLine(line []byte) any {
	var r struct {
		Path     string `json:"path"`
		URL      string `json:"url"`
		Type     string `json:"content_type"`
		Location string `json:"content_location"`
		Language string `json:"content_language"`
	}
	if err := json.Unmarshal(line, &r); err != nil {
		return failure{Error: fmt.Sprintf("this line is no JSON object: %v", err)}
	}
	return c.feedFile(r.Path, source.FeedOptions{URL: r.URL, ContentType: r.Type, ContentLocation: r.Location, ContentLanguage: r.Language})
}

func (c *call) feedFile(path string, opt source.FeedOptions) any {
	data, err := c.open(path)
	if err == nil {
		var feed source.Feed
		if feed, err = source.ReadFeed(data, opt); err == nil {
			return feed
		}
	}
	return failure{Path: path, URL: opt.URL, Error: words(err)}
}
