package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/work"
)

// entriesEach is how many entries each source of the bench announces.
const entriesEach = 20

// sources measures how fast what a thousand sources announce comes to be
// evidence: polled, fetched over loopback without spacing, kept, logged. The
// web that answers runs in the same process and on the same cores.
func (b *bench) sources(ctx context.Context) (err error) {
	n := max(b.articles/100, 5)
	web, asked, err := serveFeeds()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, web.Close()) }()
	e, _, err := b.environment("sources")
	if err != nil {
		return err
	}
	e.Config.Fetch.Loopback, e.Config.Fetch.Spacing = true, 0
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	for i := range n {
		id := desk.NewID(e.Random, "rdk", desk.KindSource)
		s := desk.Source{ID: id, Kind: desk.SourceFeed, Address: fmt.Sprintf("http://%s/%d/feed", web.Addr, i), Outlet: "Invented " + strconv.Itoa(i),
			Licence: desk.LicenceExcerpt, NextTry: e.Now(), CreatedAt: e.Now()}
		d := desk.Decision{ID: desk.NewID(e.Random, "rdk", desk.KindDecision), RecordID: id, Verb: desk.VerbAdd, At: e.Now()}
		if err := rooms.Desk.AddSource(ctx, s, d); err != nil {
			return err
		}
	}
	d := app.NewPipeline(e, rooms)
	began := time.Now()
	running, stop := context.WithCancel(ctx)
	var loops sync.WaitGroup
	loops.Go(func() { work.Run(running, e.Log, app.Fetching(d, e.Config.Fetch.Connections)...) })
	defer func() { stop(); loops.Wait() }()
	var memory uint64
	for leaves := int64(0); leaves < int64(n*entriesEach); time.Sleep(50 * time.Millisecond) {
		if time.Since(began) > 10*time.Minute {
			return fmt.Errorf("%d of %d entries are evidence after ten minutes", leaves, n*entriesEach)
		}
		list, err := rooms.Desk.Leaves(ctx, leaves, 10_000)
		if err != nil {
			return err
		}
		leaves += int64(len(list))
		memory = max(memory, resident())
	}
	took := time.Since(began)
	b.add(fmt.Sprintf("entries of %d sources from the web to evidence", n), fmt.Sprintf("%.0f/s, %d MB", float64(n*entriesEach)/took.Seconds(), memory>>20), "≥ 300/s, ≤ 250 MB",
		fmt.Sprintf("%d requests in %.1f s; memory is that of the bench, its web included", asked.Load(), took.Seconds()))
	return nil
}

// resident is the memory of this process in bytes, 0 where it is not known.
func resident() uint64 {
	b, err := os.ReadFile("/proc/self/statm")
	fields := strings.Fields(string(b))
	if err != nil || len(fields) < 2 {
		return 0
	}
	pages, _ := strconv.ParseUint(fields[1], 10, 64)
	return pages * uint64(os.Getpagesize())
}

// serveFeeds answers for any number of sources, each with its feed and pages.
func serveFeeds() (*http.Server, *atomic.Int64, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}
	asked := &atomic.Int64{}
	page := "<!doctype html><html lang=\"en\"><title>An invented article</title><article><p>" + strings.Repeat("Nobody of this name is known, said an invented official. ", 200) + "</article>"
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{source}/feed", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		io.WriteString(w, "<rss><channel>")
		for i := range entriesEach {
			fmt.Fprintf(w, "<item><title>Entry %d</title><link>/%s/%d</link><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate></item>", i, r.PathValue("source"), i)
		}
		io.WriteString(w, "</channel></rss>")
	})
	mux.HandleFunc("GET /{source}/{page}", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		io.WriteString(w, page+r.URL.Path)
	})
	s := &http.Server{Addr: l.Addr().String(), Handler: mux}
	go s.Serve(l) // ends with Close, which says so by its error
	return s, asked, nil
}
