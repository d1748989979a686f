package main

import (
	"context"
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
)

var configCommand = command{
	name: "config", args: "check|show [flags]", help: "check the configuration, or show every option and where it was set",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		return func(ctx context.Context, args []string) error {
			if len(args) == 0 || (args[0] != "check" && args[0] != "show") {
				return usage("say \"rightsdesk config check\" or \"rightsdesk config show\".")
			}
			if err := c.more(args[1:]); err != nil {
				return err
			}
			cfg, err := c.read()
			if err != nil {
				return err
			}
			if args[0] == "show" {
				return cfg.Show(c.stdout)
			}
			if err := cfg.Check(); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.stdout, "The configuration is good.")
			return err
		}
	},
}

// more reads flags that stand behind a first word, as in "config show -data D".
func (c *call) more(args []string) error {
	if err := c.flags.Parse(args); err != nil {
		return usage("%v", err)
	}
	if c.flags.NArg() > 0 {
		return usage("%q is one word too many.", c.flags.Arg(0))
	}
	return nil
}

var doctorCommand = command{
	name: "doctor", args: "[-keys-copied] [-json]", help: "look at the installation and say what to mend",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		copied := c.flags.Bool("keys-copied", false, "note that a copy of the keys is kept elsewhere")
		asJSON := c.flags.Bool("json", false, "one JSON object a line")
		return func(ctx context.Context, args []string) error {
			cfg, err := c.read()
			if err != nil {
				return err
			}
			e := app.Env{Config: cfg, Out: c.stdout, Now: now, Random: random, Version: version}
			if *copied {
				if err := app.NoteKeysCopied(e); err != nil {
					return err
				}
			}
			return c.report(app.Doctor(ctx, e), *asJSON)
		}
	},
}

func (c *call) report(list []app.Check, asJSON bool) error {
	bad := 0
	for _, k := range list {
		mark := "good"
		if !k.Good {
			mark, bad = "LOOK", bad+1
		}
		if asJSON {
			if err := json.NewEncoder(c.stdout).Encode(k); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(c.stdout, "%s  %s: %s\n", mark, k.Name, k.Words)
	}
	if bad > 0 {
		if !asJSON {
			fmt.Fprintf(c.stdout, "\n%d of %d points need a look.\n", bad, len(list))
		}
		return errReported
	}
	return nil
}

var userCommand = command{
	name: "user", args: "list | add NAME | invite [NAME] | disable NAME | enable NAME", help: "manage who may log in to the office",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		role := c.flags.String("role", string(desk.RoleEditor), "`role` of a new account: editor or administrator")
		return func(ctx context.Context, args []string) error {
			words, err := c.words(args)
			if err != nil {
				return err
			}
			return c.withRooms(ctx, "user", func(e app.Env, r *app.Rooms) error { return c.user(ctx, e, r, words, desk.Role(*role)) })
		}
	},
}

// words takes the words of a command line apart from flags between them.
func (c *call) words(args []string) ([]string, error) {
	var out []string
	for len(args) > 0 {
		out = append(out, args[0])
		if err := c.flags.Parse(args[1:]); err != nil {
			return nil, usage("%v", err)
		}
		args = c.flags.Args()
	}
	return out, nil
}

func (c *call) user(ctx context.Context, e app.Env, r *app.Rooms, words []string, role desk.Role) error {
	verb, name := "", ""
	if len(words) > 0 {
		verb = words[0]
	}
	if len(words) > 1 {
		name = words[1]
	}
	switch {
	case verb == "list" && len(words) == 1:
		return c.listUsers(ctx, r)
	case verb == "add" && len(words) == 2:
		return c.printLink(app.AddUser(ctx, e, r, name, role))
	case verb == "invite" && len(words) <= 2:
		return c.printLink(app.InviteUser(ctx, e, r, name))
	case verb == "disable" && len(words) == 2:
		return app.SetUserDisabled(ctx, e, r, name, true)
	case verb == "enable" && len(words) == 2:
		return app.SetUserDisabled(ctx, e, r, name, false)
	}
	return usage("say \"rightsdesk user list\", \"add NAME\", \"invite [NAME]\", \"disable NAME\" or \"enable NAME\".")
}

func (c *call) printLink(link string, err error) error {
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "This link sets the password. It works once and is good for 7 days:\n\n  %s\n", link)
	return err
}

func (c *call) listUsers(ctx context.Context, r *app.Rooms) error {
	list, err := r.Desk.Accounts(ctx)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(c.stdout, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "NAME\tROLE\tSTATE\tSINCE")
	for _, a := range list {
		state := "active"
		if a.Disabled {
			state = "disabled"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", a.Name, a.Role, state, a.CreatedAt.Format("2006-01-02"))
	}
	return w.Flush()
}
