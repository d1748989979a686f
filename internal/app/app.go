// Package app wires the parts together: it opens the rooms that a role may
// open, gives them to the packages that do the work, and starts and stops the
// roles.
package app

import (
	"context"
	"io"
	"log/slog"
	"time"

	"rightsdesk/internal/config"
)

// Env is what a role gets from the outside.
type Env struct {
	Config  *config.Config
	Log     *slog.Logger
	Out     io.Writer // for people
	Now     func() time.Time
	Random  io.Reader
	Version string
}

// agent is the program's name and version, as captures and requests carry it.
func (e Env) agent() string {
	agent := "rightsdesk/" + e.Version
	if e.Config.Fetch.Contact != "" {
		agent += " (" + e.Config.Fetch.Contact + ")"
	}
	return agent
}

// grace is how long a role that was told to stop may finish what it is at.
const grace = 25 * time.Second

// until gives a context for the last things after ctx has ended.
func until(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), grace)
}
