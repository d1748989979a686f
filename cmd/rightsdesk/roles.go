package main

import (
	"context"

	"rightsdesk/internal/app"
)

var runCommand = command{
	name: "run", args: "[flags]", help: "run the whole desk: public site, office and work, as three processes",
	prepare: func(c *call) func(context.Context, []string) error {
		return c.role("run", func(ctx context.Context, e app.Env) error { return app.Run(ctx, e, c.common()) })
	},
}

var serveCommand = command{
	name: "serve", args: "[flags]", help: "answer the public; opens only the public rooms",
	prepare: func(c *call) func(context.Context, []string) error { return c.role("serve", app.Serve) },
}

var officeCommand = command{
	name: "office", args: "[flags]", help: "answer the editors",
	prepare: func(c *call) func(context.Context, []string) error { return c.role("office", app.Office) },
}

var workCommand = command{
	name: "work", args: "[flags]", help: "collect, read, publish and send",
	prepare: func(c *call) func(context.Context, []string) error { return c.role("work", app.Work) },
}

var demoCommand = command{
	name: "demo", args: "[-keep] [-stress]", help: "try everything in a throw-away folder, with a little news web and a mail box",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		keep := c.flags.Bool("keep", false, "leave the folder when the demo ends")
		stress := c.flags.Bool("stress", false, "add titles of 300 characters, words without end and the like, to see what the pages bear")
		return func(ctx context.Context, args []string) error {
			e, err := c.env("demo")
			if err != nil {
				return err
			}
			return app.Demo(ctx, e, *keep, *stress)
		}
	},
}

// role declares the flags of a role and runs it.
func (c *call) role(name string, run func(ctx context.Context, e app.Env) error) func(context.Context, []string) error {
	c.configured()
	return func(ctx context.Context, args []string) error {
		if len(args) > 0 {
			return usage("%s takes no further words, but %q was given.", name, args[0])
		}
		e, err := c.env(name)
		if err != nil {
			return err
		}
		return run(ctx, e)
	}
}
