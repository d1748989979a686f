package main

import (
	"context"
	"fmt"

	"rightsdesk/internal/app"
)

var waczCommand = command{
	name: "wacz", args: "FILE ID…", help: "write chosen captures as a package that tools of web archives open (WACZ)",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		return func(ctx context.Context, args []string) error {
			if len(args) < 2 {
				return usage("name the file to write and the captures or articles: rightsdesk wacz FILE ID…")
			}
			return c.withRooms(ctx, "wacz", func(e app.Env, r *app.Rooms) error {
				if err := app.Package(ctx, e, r, args[0], args[1:]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(c.stdout, "%s holds %d captures. It holds what was handed in as well as what is public: mind who gets it.\n", args[0], len(args)-1)
				return err
			})
		}
	},
}
