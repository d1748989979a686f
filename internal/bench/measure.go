package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/store"
)

// cpu gives the processor time that this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// each gives the processor time of one of n calls.
func each(n int, fn func(i int) error) (time.Duration, error) {
	runtime.GC()
	before := cpu()
	for i := range n {
		if err := fn(i); err != nil {
			return 0, err
		}
	}
	return (cpu() - before) / time.Duration(n), nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond)) }

// pages measures what an article and a search cost serve.
func (b *bench) pages(ctx context.Context) (err error) {
	e, _, err := b.environment("pages")
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	ids, err := fill(ctx, rooms, b.articles)
	if err != nil {
		return err
	}
	open, err := app.OpenPublic(ctx, e.Config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, open.Close()) }()
	site := app.NewSite(e, open)
	random := rand.New(rand.NewPCG(5, 6))
	article, err := each(500, func(int) error { return ask(site, "/a/"+ids[random.IntN(len(ids))]) })
	if err != nil {
		return err
	}
	b.add(fmt.Sprintf("article page, %d articles", b.articles), ms(article)+" CPU", "< 2 ms", "")
	for _, q := range []struct{ name, path string }{
		{"one frequent word", "/search?q=court"}, {"one rare word", "/search?q=name123"}, {"two words", "/search?q=prison+church"},
		{"phrase", "/search?q=%22police+said%22"}, {"word, territory, year", "/search?q=trial&territory=BY&year=2015"}, {"newest of a territory", "/territories/BY/news"},
	} {
		took, err := each(40, func(int) error { return ask(site, q.path) })
		if err != nil {
			return err
		}
		base := ""
		if strings.HasPrefix(q.name, "one rare") {
			if base, err = b.scan(ctx, e); err != nil {
				return err
			}
		}
		b.add("search page: "+q.name, ms(took)+" CPU", "< 15 ms", base)
	}
	return nil
}

// scan measures the search that every database has without an index.
func (b *bench) scan(ctx context.Context, e app.Env) (string, error) {
	db, err := store.OpenExisting(ctx, "edition", filepath.Join(e.Config.Edition(), "edition.db"), store.ReadOnly)
	if err != nil {
		return "", err
	}
	took, err := each(3, func(int) error {
		_, err := store.Strings(ctx, db.Read(), `SELECT id FROM articles WHERE text LIKE '%name123%' LIMIT 20`)
		return err
	})
	return "LIKE without an index: " + ms(took), errors.Join(err, db.Close())
}

func ask(h http.Handler, path string) error {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	if w.Code != http.StatusOK {
		return fmt.Errorf("%s answers %d", path, w.Code)
	}
	return nil
}

// processes measures the program from the outside.
func (b *bench) processes(ctx context.Context) error {
	binary, err := b.build()
	if err != nil {
		return err
	}
	info, err := os.Stat(binary)
	if err != nil {
		return err
	}
	b.add("binary, without cgo", fmt.Sprintf("%.1f MB", float64(info.Size())/1e6), "< 60 MB", "")
	site, office := free(), free()
	e, file, err := b.environment("processes", "site.address = "+site, "site.url = http://"+site, "office.address = "+office, "office.url = http://"+office)
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	_, err = fill(ctx, rooms, 10_000)
	if err = errors.Join(err, rooms.Close()); err != nil {
		return err
	}
	if err := b.ready(binary, file, site); err != nil {
		return err
	}
	return b.memory(binary, file, site, office)
}

func free() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "127.0.0.1:8080"
	}
	defer l.Close()
	return l.Addr().String()
}

// ready measures the time from the start of serve to its first page.
func (b *bench) ready(binary, file, site string) error {
	best, sum := time.Hour, time.Duration(0)
	const rounds = 5
	for range rounds {
		cmd := exec.Command(binary, "serve", "-config", file)
		cmd.Stderr = io.Discard
		began := time.Now()
		if err := cmd.Start(); err != nil {
			return err
		}
		err := answers("http://"+site+"/", 10*time.Second)
		took := time.Since(began)
		best, sum = min(best, took), sum+took
		if err := errors.Join(err, cmd.Process.Signal(syscall.SIGTERM)); err != nil {
			return err
		}
		if err := cmd.Wait(); err != nil {
			return err
		}
	}
	b.add("serve ready, first page answered, 10000 articles", fmt.Sprintf("%s mean of %d, %s best", ms(sum/rounds), rounds, ms(best)), "< 300 ms", "")
	return nil
}

func answers(url string, limit time.Duration) error {
	for began := time.Now(); time.Since(began) < limit; time.Sleep(2 * time.Millisecond) {
		res, err := http.Get(url)
		if err != nil {
			continue
		}
		_, err = io.Copy(io.Discard, res.Body)
		if err = errors.Join(err, res.Body.Close()); err == nil && res.StatusCode == http.StatusOK {
			return nil
		}
	}
	return fmt.Errorf("%s does not answer", url)
}

// memory measures the three processes together while nothing happens. What
// they share is counted once (proportional set size).
func (b *bench) memory(binary, file, site, office string) error {
	cmd := exec.Command(binary, "run", "-config", file)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	if err := cmd.Start(); err != nil {
		return err
	}
	err := errors.Join(answers("http://"+site+"/", 10*time.Second), answers("http://"+office+"/login", 10*time.Second))
	time.Sleep(5 * time.Second)
	total, parts, err2 := children(cmd.Process.Pid)
	if err := errors.Join(err, err2, cmd.Process.Signal(syscall.SIGTERM), cmd.Wait()); err != nil {
		return err
	}
	b.add("idle memory of serve, office and work together", fmt.Sprintf("%.0f MB (%s)", total, parts), "< 150 MB", "")
	return nil
}

// children gives the memory of a process's children in MB, and each by role.
func children(parent int) (total float64, parts string, err error) {
	list, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", parent, parent))
	if err != nil {
		return 0, "", err
	}
	pids := strings.Fields(string(list))
	if len(pids) == 0 { // started by other threads of the parent
		if pids, err = byParent(parent); err != nil {
			return 0, "", err
		}
	}
	for _, pid := range pids {
		rollup, err := os.ReadFile("/proc/" + pid + "/smaps_rollup")
		if err != nil {
			return 0, "", err
		}
		line, err := os.ReadFile("/proc/" + pid + "/cmdline")
		if err != nil {
			return 0, "", err
		}
		for l := range strings.Lines(string(rollup)) {
			if kb, found := strings.CutPrefix(l, "Pss:"); found {
				n, err := strconv.ParseFloat(strings.Fields(kb)[0], 64)
				if err != nil {
					return 0, "", err
				}
				total += n / 1024
				parts += fmt.Sprintf("%s %.0f ", strings.Split(string(line), "\x00")[1], n/1024)
			}
		}
	}
	return total, strings.TrimSpace(parts), nil
}

func byParent(parent int) ([]string, error) {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	var out []string
	for _, s := range stats {
		b, err := os.ReadFile(s)
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
		if len(fields) > 1 && fields[1] == strconv.Itoa(parent) {
			out = append(out, filepath.Base(filepath.Dir(s)))
		}
	}
	return out, err
}

// chain measures how fast posts come from bytes to the queue, on one core.
func (b *bench) chain(ctx context.Context) (err error) {
	e, _, err := b.environment("chain")
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	list := posts(b.posts)
	d := app.NewPipeline(e, rooms)
	source, err := d.Inward(ctx, desk.SourceImport)
	if err != nil {
		return err
	}
	began, used := time.Now(), cpu()
	for from := 0; from < len(list); from += 64 {
		var batch []pipeline.Bytes
		for _, p := range list[from:min(from+64, len(list))] {
			batch = append(batch, pipeline.Bytes{Data: p, MediaType: "text/plain", How: desk.HowHandedIn, Source: source})
		}
		if _, err := d.Capture(ctx, batch); err != nil {
			return err
		}
	}
	for more := true; more; {
		if more, err = d.Read(ctx); err != nil {
			return err
		}
	}
	took := time.Since(began)
	used = cpu() - used
	counts, err := rooms.Desk.StageCounts(ctx)
	if err != nil || counts[desk.StageWaiting] != len(list) {
		return fmt.Errorf("%d of %d posts are in the queue: %w", counts[desk.StageWaiting], len(list), err)
	}
	began = time.Now()
	for _, p := range list {
		if _, err := extract.Read(p, extract.Options{}, time.Now()); err != nil {
			return err
		}
	}
	b.add("text posts from bytes to the queue, one core", fmt.Sprintf("%.0f/s, %.0f for a second of the processor", float64(len(list))/took.Seconds(), float64(len(list))/used.Seconds()), "> 150/s",
		fmt.Sprintf("reading alone, nothing kept: %.0f/s", float64(len(list))/time.Since(began).Seconds()))
	return nil
}
