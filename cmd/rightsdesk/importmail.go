package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"rightsdesk/internal/app"
	"rightsdesk/internal/pipeline"
)

// importMail takes e-mails in, tells the messages that need a look and sums up.
func (c *call) importMail(ctx context.Context, d *pipeline.Desk, paths []string, asJSON bool) error {
	lines := json.NewEncoder(c.stdout)
	sum := app.MailSum{Report: func(m app.ImportedMail) error {
		if len(m.Look) == 0 && m.Error == "" {
			return nil
		}
		if asJSON {
			return lines.Encode(m)
		}
		name := m.File
		if m.Message > 0 {
			name = fmt.Sprintf("%s, message %d", name, m.Message)
		}
		_, err := fmt.Fprintf(c.stderr, "%s: %s\n", name, strings.TrimSpace(strings.Join(append(m.Look, m.Error), " ")))
		return err
	}}
	if err := app.ImportMail(ctx, d, paths, &sum); err != nil {
		return err
	}
	var err error
	if asJSON {
		err = lines.Encode(sum)
	} else {
		_, err = fmt.Fprintf(c.stdout, "%d new, %d known already, %d not taken; %d to be looked at.\n", sum.New, sum.Known, sum.Refused, sum.Look)
	}
	if err == nil && sum.Refused > 0 {
		err = errReported
	}
	return err
}
