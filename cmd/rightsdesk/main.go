// Command rightsdesk is the desk of a human-rights monitoring organisation in
// one program. "rightsdesk help" lists what it can do.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/config"
	"rightsdesk/internal/fault"
)

// version is set when a release is built.
var version = "0.1"

func main() { os.Exit(start(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// command is one word of the command line.
type command struct {
	name, args, help string
	// prepare declares the command's flags and gives what runs it.
	prepare func(c *call) func(ctx context.Context, args []string) error
}

// call is one run of a command.
type call struct {
	flags          *flag.FlagSet
	stdin          io.Reader
	stdout, stderr io.Writer
	configFile     string
	data           string
	set            []string
	lifeline       bool
}

// errReported ends a command that has said on its output what was wrong with
// some of its input: the exit status is 1 and nothing more is printed.
var errReported = errors.New("some of the input was bad")

// start runs the command line and gives the exit status.
func start(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "-help" || args[0] == "--help" {
		return help(stdout, args)
	}
	if args[0] == "version" || args[0] == "-version" || args[0] == "--version" {
		fmt.Fprintln(stdout, "rightsdesk", version)
		return 0
	}
	cmd, known := find(args[0])
	if !known {
		fmt.Fprintf(stderr, "rightsdesk: there is no command %q. \"rightsdesk help\" lists them.\n", args[0])
		return app.ExitUsage
	}
	c := &call{stdin: stdin, stdout: stdout, stderr: stderr}
	run := c.prepare(cmd)
	if err := c.flags.Parse(args[1:]); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return app.ExitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if c.lifeline {
		ctx = app.WatchLifeline(ctx, stdin)
	}
	return c.exit(run(ctx, c.flags.Args()))
}

func (c *call) prepare(cmd command) func(ctx context.Context, args []string) error {
	c.flags = flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	c.flags.SetOutput(c.stderr)
	run := cmd.prepare(c)
	c.flags.Usage = func() {
		fmt.Fprintf(c.stderr, "rightsdesk %s %s\n\n%s\n", cmd.name, cmd.args, cmd.help)
		c.flags.PrintDefaults()
	}
	return run
}

// exit tells a person what went wrong and chooses the exit status.
func (c *call) exit(err error) int {
	if err == nil || errors.Is(err, context.Canceled) {
		return 0
	}
	var usage usageError
	switch {
	case errors.Is(err, errReported):
		return app.ExitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(c.stderr, "rightsdesk: %s\n", usage)
		return app.ExitUsage
	}
	switch fault.Of(err) {
	case fault.Internal:
		fmt.Fprintf(c.stderr, "rightsdesk: %v\n", err)
		return app.ExitFailed
	case fault.Invalid:
		fmt.Fprintf(c.stderr, "rightsdesk: %s\n", fault.Words(err))
		return app.ExitUsage
	case fault.Conflict:
		fmt.Fprintf(c.stderr, "rightsdesk: %s\n", fault.Words(err))
		return app.ExitConflict
	}
	fmt.Fprintf(c.stderr, "rightsdesk: %v\n", err)
	return app.ExitFailed
}

// usageError is a command line that cannot be.
type usageError string

func (e usageError) Error() string { return string(e) }

func usage(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// configured declares the flags of a command that works on a desk.
func (c *call) configured() {
	c.flags.StringVar(&c.configFile, "config", os.Getenv("RIGHTSDESK_CONFIG"), "`file` with the configuration (default rightsdesk.conf, where it is there)")
	c.flags.StringVar(&c.data, "data", "", "data `folder`, over the configuration")
	c.flags.Func("set", "an option as `key=value`, over the configuration; may be given several times", func(s string) error {
		c.set = append(c.set, s)
		return nil
	})
	c.flags.BoolVar(&c.lifeline, strings.TrimPrefix(app.Lifeline, "-"), false, "stop when the standard input ends (given by \"rightsdesk run\")")
}

// common gives the flags that a child process needs to find the same desk.
func (c *call) common() []string {
	var out []string
	if c.configFile != "" {
		out = append(out, "-config", c.configFile)
	}
	if c.data != "" {
		out = append(out, "-data", c.data)
	}
	for _, s := range c.set {
		out = append(out, "-set", s)
	}
	return out
}

// read reads the configuration without holding its options against each other.
func (c *call) read() (*config.Config, error) {
	set := c.set
	if c.data != "" {
		path, err := filepath.Abs(c.data)
		if err != nil {
			return nil, err
		}
		set = append(set[:len(set):len(set)], "data="+path)
	}
	return config.Read(c.configFile, os.Environ(), set)
}

// env gives what a role needs.
func (c *call) env(role string) (app.Env, error) {
	cfg, err := c.read()
	if err != nil {
		return app.Env{}, err
	}
	if err := cfg.Check(); err != nil {
		return app.Env{}, err
	}
	log := slog.New(slog.NewTextHandler(c.stderr, &slog.HandlerOptions{Level: cfg.Log.Level})).With("role", role)
	return app.Env{Config: cfg, Log: log, Out: c.stdout, Now: time.Now, Random: rand.Reader, Version: version}, nil
}

// withRooms runs fn over the open rooms of the desk.
func (c *call) withRooms(ctx context.Context, role string, fn func(e app.Env, r *app.Rooms) error) (err error) {
	e, err := c.env(role)
	if err != nil {
		return err
	}
	rooms, err := app.OpenRooms(ctx, e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rooms.Close()) }()
	return fn(e, rooms)
}
