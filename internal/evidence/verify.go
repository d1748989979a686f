package evidence

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"

	"golang.org/x/mod/sumdb/tlog"
	"golang.org/x/sync/errgroup"

	"rightsdesk/internal/fault"
)

// Verify holds a folder of evidence against its log, its checkpoints and their
// stamps, and gives each thing that it finds. It changes nothing. The error is
// what kept it from looking to the end.
func Verify(ctx context.Context, dir string, files Files, asked Asked, found func(Found)) (Report, error) {
	if _, err := os.Stat(dir); err != nil {
		return Report{}, fault.Wrap(fault.NotFound, err, "There is no folder of evidence %s", dir)
	}
	v := &verifier{dir: dir, files: files, asked: asked, found: found, lines: map[string]*verified{}}
	for _, step := range []func(context.Context) error{v.readLog, v.readNonces, v.readFiles, v.missing, v.readCheckpoints, v.readStamps} {
		if err := step(ctx); err != nil {
			return v.report, err
		}
	}
	return v.report, nil
}

// verifier is one run of Verify.
type verifier struct {
	dir    string
	files  Files
	asked  Asked
	report Report

	mu    sync.Mutex // guards found, report and the lines' state while files are read
	found func(Found)

	lines  map[string]*verified // by commitment in hexadecimal
	order  []*verified
	hashes []tlog.Hash
	bare   map[string]string // digest of bare bytes → commitment of version 1
	broken bool              // a line cannot be read: what is signed cannot be held against the lines
	signed []Checkpoint
}

// verified is a line with what is known of its file.
type verified struct {
	Line
	there    bool
	erasedBy string
}

func (v *verifier) say(kind FoundKind, name, format string, args ...any) {
	if kind.Fault() {
		v.report.Faults++
	}
	v.found(Found{kind, name, fmt.Sprintf(format, args...)})
}

// readLog reads the lines, holds their numbers against their places, and makes
// the tree over them.
func (v *verifier) readLog(ctx context.Context) error {
	err := readLines(v.dir, 0, func(b []byte, file string, n int) error {
		name := fmt.Sprintf("%s:%d", file, n)
		line, err := parseLine(b)
		if err != nil {
			v.broken = true
			v.say(FoundLine, name, "%s", fault.Words(err))
			return ctx.Err()
		}
		v.addLine(name, line)
		return ctx.Err()
	})
	if errors.Is(err, errTorn) {
		return nil // written again by work; the database has it
	}
	if fault.Is(err, fault.Invalid) {
		v.broken = true
		v.say(FoundLine, logFolder, "%s", fault.Words(err))
		return nil
	}
	return err
}

func (v *verifier) addLine(name string, line Line) {
	want := int64(len(v.order))
	switch {
	case line.Seq != want:
		v.broken = true
		v.say(FoundLine, name, "Here line %d is expected, and %d stands here: a line was removed, doubled or put elsewhere.", want, line.Seq)
	case v.lines[line.Commitment] != nil:
		v.say(FoundLine, name, "Line %d has the commitment of line %d.", line.Seq, v.lines[line.Commitment].Seq)
	}
	one := &verified{Line: line}
	v.order = append(v.order, one)
	v.lines[line.Commitment] = one
	v.report.Lines++
	if commitment, err := line.commitment(); err == nil && !v.broken {
		list, err := tlog.StoredHashes(line.Seq, commitment, v)
		if err == nil {
			v.hashes = append(v.hashes, list...)
		}
	}
	if line.Erases != nil {
		v.erasure(name, line)
	}
}

// ReadHashes makes the verifier a [tlog.HashReader].
func (v *verifier) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, at := range indexes {
		if at >= int64(len(v.hashes)) {
			return nil, fmt.Errorf("there is no hash %d", at)
		}
		out[i] = v.hashes[at]
	}
	return out, nil
}

// erasure holds the line of an erasure against the line that it erases.
func (v *verifier) erasure(name string, line Line) {
	at := *line.Erases
	if at < 0 || at >= int64(len(v.order)) || v.order[at].Seq != at || v.order[at].Erases != nil || v.order[at].Capture != line.Capture {
		v.say(FoundLine, name, "It says that the capture of line %d was erased, which is not there or another's.", at)
		return
	}
	if hex.EncodeToString(commitErasure(at, line.Capture, line.Decision)) != line.Commitment {
		v.say(FoundLine, name, "The erasure of line %d was changed: its commitment is not that of decision %s.", at, line.Decision)
		return
	}
	v.order[at].erasedBy = line.Decision
	v.report.Erased++
	v.say(FoundErased, line.Capture, "erased by decision %s (line %d says so of line %d)", line.Decision, line.Seq, at)
}

// readFiles reads every capture file, several at a time.
func (v *verifier) readFiles(ctx context.Context) error {
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	err := v.files.Each(ctx, func(sha string) error {
		work.Go(func() error { return v.readFile(sha) })
		return ctx.Err()
	})
	return errors.Join(work.Wait(), err)
}

func (v *verifier) readFile(sha string) error {
	name := sha[:2] + "/" + sha[2:]
	data, err := v.files.Get(sha)
	var capture string
	var broken error
	if err == nil && v.bare[sha] == "" {
		var r Record
		r, broken = Decode(data)
		capture = r.Capture.ID
	}
	raw, _ := decode(sha)
	commitment := hex.EncodeToString(commitFile(raw))
	v.mu.Lock()
	defer v.mu.Unlock()
	if old := v.bare[sha]; old != "" {
		commitment = old
	}
	line := v.lines[commitment]
	switch {
	case fault.Is(err, fault.NotFound):
		return nil // erased while this ran
	case fault.Is(err, fault.Internal):
		v.say(FoundChanged, name, "Its bytes are not those that were taken: they have another SHA-256 than its name says.")
	case err != nil:
		return err
	case broken != nil:
		v.say(FoundChanged, name, "%s", fault.Words(broken))
	case line == nil:
		v.report.Unlogged++
		v.say(FoundUnlogged, name, "A whole capture (%s) that no line of the log commits to: taken after the last line, or the program was killed before its database heard of it, or somebody put it here.", capture)
	case capture != "" && line.Capture != capture:
		v.say(FoundSwapped, name, "It holds the capture %s, its line %d names %s.", capture, line.Seq, line.Capture)
	case line.erasedBy != "":
		line.there = true
		v.say(FoundStillHere, name, "The capture %s was erased by decision %s, and its bytes are still here.", line.Capture, line.erasedBy)
		return nil
	default:
		v.report.Captures++
	}
	if line != nil {
		line.there = true // a damaged file is not missing too
	}
	return nil
}

// missing names the captures that have a line and no file.
func (v *verifier) missing(context.Context) error {
	for _, line := range v.order {
		if line.Erases == nil && line.erasedBy == "" && !line.there {
			v.say(FoundMissing, line.Capture, "Line %d commits to a capture file that is not here.", line.Seq)
		}
	}
	return nil
}
