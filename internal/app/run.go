package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"rightsdesk/internal/fault"
)

// Exit statuses of the program. 2 is left to Go, which ends a crashed process
// with it: run must start that one again, and not these.
const (
	ExitFailed   = 1  // something failed, or some of the input was bad
	ExitUsage    = 64 // the command line or the configuration is wrong
	ExitConflict = 65 // another process has the folder
)

// Lifeline is the flag by which run tells a child to stop when its standard
// input ends: if run is killed, its children do not live on.
const Lifeline = "-lifeline"

// Run starts serve, office and work as child processes of the same program and
// opens nothing itself. A child that fails is started again after a wait; one
// that says its configuration is wrong, or its folder taken, stops them all.
// flags are given on to the children.
func Run(ctx context.Context, e Env, flags []string) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var wg sync.WaitGroup
	for _, role := range []string{"work", "office", "serve"} {
		c := child{role: role, program: program, flags: flags, env: e}
		wg.Go(func() {
			if err := c.keep(ctx); err != nil {
				stop(err)
			}
		})
	}
	wg.Wait()
	if err := context.Cause(ctx); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// child is a role that run keeps alive.
type child struct {
	role, program string
	flags         []string
	env           Env
}

// The waits before a failed child is started again, and how long a child must
// have lived for its waits to begin anew.
const (
	firstRestart = time.Second
	lastRestart  = 30 * time.Second
	livedWell    = time.Minute
)

// keep runs the child until ctx ends, again and again. It gives an error for
// what a new start would not mend.
func (c child) keep(ctx context.Context) error {
	wait := firstRestart
	for {
		began := time.Now()
		err := c.once(ctx)
		if ctx.Err() != nil {
			return nil
		}
		var exit *exec.ExitError
		if errors.As(err, &exit) && (exit.ExitCode() == ExitUsage || exit.ExitCode() == ExitConflict) {
			return fault.Wrap(fault.Invalid, err, "\"rightsdesk %s\" cannot start; what it said stands above", c.role)
		}
		if time.Since(began) > livedWell {
			wait = firstRestart
		}
		c.env.Log.Error("a process ended and is started again", "role", c.role, "error", err, "in", wait)
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(wait):
		}
		wait = min(2*wait, lastRestart)
	}
}

// once runs the child one time. When ctx ends it is told to stop and may
// finish what it is at.
func (c child) once(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, c.program, append([]string{c.role, Lifeline}, c.flags...)...)
	cmd.Stdout, cmd.Stderr = c.env.Out, os.Stderr
	// A group of its own: Ctrl-C in a terminal reaches run alone, which then
	// stops its children in order.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = grace + 5*time.Second
	line, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return errors.Join(err, line.Close())
	}
	return cmd.Wait()
}

// WatchLifeline ends the context when the other end of r is closed.
func WatchLifeline(ctx context.Context, r io.Reader) context.Context {
	ctx, stop := context.WithCancel(ctx)
	go func() {
		defer stop()
		_, err := io.Copy(io.Discard, r)
		if err != nil {
			return // broken or closed: either way nobody holds the line any more
		}
	}()
	return ctx
}
