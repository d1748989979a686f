// Command bench measures the desk and prints a table: how soon it serves, how
// much memory it keeps, what a page costs, how fast posts come to the queue.
// Every figure stands beside what it is to reach, and beside a baseline from
// the same run where there is one.
//
//	go run ./internal/bench -articles 100000
//	go run ./internal/bench -articles 1000000 -only stories
package main

import (
	"context"
	"crypto/rand"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/config"
)

// bench is one run.
type bench struct {
	dir      string
	articles int
	posts    int
	only     string      // the one part that is measured; empty means all
	rows     [][4]string // what, measured, to reach, baseline
}

func main() {
	articles := flag.Int("articles", 100_000, "articles in the edition that pages are measured on")
	posts := flag.Int("posts", 2_000, "posts that are taken in")
	only := flag.String("only", "", "measure only this: first, processes, pages, queue, chain, sources, stories or names")
	flag.Parse()
	if err := run(*articles, *posts, *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(articles, posts int, only string) (err error) {
	dir, err := os.MkdirTemp("", "rightsdesk-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{dir: dir, articles: articles, posts: posts, only: only}
	ctx := context.Background()
	known := false
	for _, part := range []struct {
		name    string
		measure func(context.Context) error
	}{{"first", b.first}, {"processes", b.processes}, {"pages", b.pages}, {"queue", b.queue}, {"chain", b.chain}, {"sources", b.sources}, {"stories", b.stories}, {"names", b.names}} {
		if only != "" && only != part.name {
			continue
		}
		known = true
		if err := part.measure(ctx); err != nil {
			return err
		}
	}
	if !known {
		return fmt.Errorf("there is no part %q", only)
	}
	return b.print(os.Stdout)
}

func (b *bench) add(what, measured, reach, baseline string) {
	b.rows = append(b.rows, [4]string{what, measured, reach, baseline})
}

func (b *bench) print(w io.Writer) error {
	fmt.Fprintf(w, "\n%s, %d cores, %s, %s %s/%s\n", processor(), runtime.NumCPU(), time.Now().UTC().Format("2006-01-02 15:04 UTC"), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Fprintf(w, "data: generated, %d articles for pages, 10000 for start and memory, %d posts; SQLite\n", b.articles, b.posts)
	command := fmt.Sprintf("go run ./internal/bench -articles %d -posts %d", b.articles, b.posts)
	if b.only != "" {
		command += " -only " + b.only
	}
	fmt.Fprintf(w, "command: %s\n\n", command)
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "WHAT\tMEASURED\tTO REACH\tBASELINE IN THIS RUN")
	for _, r := range b.rows {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", r[0], r[1], r[2], r[3])
	}
	return t.Flush()
}

func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	for line := range strings.Lines(string(info)) {
		if name, value, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}

// environment makes a desk in a folder of its own.
func (b *bench) environment(name string, set ...string) (app.Env, string, error) {
	dir := filepath.Join(b.dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return app.Env{}, "", err
	}
	file := filepath.Join(dir, "rightsdesk.conf")
	lines := append([]string{"data = " + filepath.Join(dir, "data"), "organisation.name = Bench Desk"}, set...)
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		return app.Env{}, "", err
	}
	cfg, err := config.Read(file, nil, nil)
	return app.Env{
		Config: cfg, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Out: io.Discard, Now: time.Now, Random: rand.Reader, Version: "bench",
	}, file, err
}

// build makes the binary without cgo.
func (b *bench) build() (string, error) {
	path := filepath.Join(b.dir, "rightsdesk")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, "./cmd/rightsdesk")
	cmd.Env, cmd.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	return path, cmd.Run()
}
