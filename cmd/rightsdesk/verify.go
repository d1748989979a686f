package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"rightsdesk/internal/app"
	"rightsdesk/internal/evidence"
)

var verifyCommand = command{
	name: "verify", args: "[DIR] | -proof PROOF.json FILE", help: "check the evidence, its log, its signatures and its time stamps; a copy of the folder is enough",
	prepare: func(c *call) func(context.Context, []string) error {
		c.configured()
		var v app.Verification
		c.flags.StringVar(&v.Key, "key", "", "verifier `key` of the log, or a file that holds it (default: the key.pub of the folder)")
		c.flags.StringVar(&v.Checkpoint, "checkpoint", "", "`file` with an older checkpoint that the log must still contain")
		c.flags.StringVar(&v.Trust, "trust", "", "PEM `file` with the authorities that are trusted for time stamps (default: stamps/authority.pem of the folder)")
		proof := c.flags.String("proof", "", "check one capture `file` by a proof from a public page instead; with -key for the key that you trust")
		asJSON := c.flags.Bool("json", false, "one JSON object a line for each thing found, and one for the sum")
		return func(ctx context.Context, args []string) error {
			words, err := c.words(args)
			if err != nil {
				return err
			}
			if *proof != "" {
				return c.verifyProof(*proof, words, v.Key)
			}
			if len(words) > 1 {
				return usage("verify takes one folder, or none for the desk's own.")
			}
			if len(words) == 1 {
				v.Dir = words[0]
			}
			return c.verify(ctx, v, *asJSON)
		}
	},
}

// verifyProof checks one capture file by its proof.
func (c *call) verifyProof(proof string, words []string, key string) error {
	if len(words) != 1 {
		return usage("name the capture file: rightsdesk verify -proof PROOF.json FILE")
	}
	checked, err := app.VerifyProof(proof, words[0], key)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.stdout, "The file is the capture %s. It was in the log of %s when that was signed over %d lines, on %s.\n",
		checked.Capture, checked.Origin, checked.Size, checked.At.Format("2006-01-02 15:04:05 UTC"))
	return err
}

func (c *call) verify(ctx context.Context, v app.Verification, asJSON bool) error {
	var failed error
	lines := json.NewEncoder(c.stdout)
	report, err := app.Verify(ctx, c.read, v, func(f evidence.Found) {
		if asJSON {
			failed = first(failed, lines.Encode(f))
			return
		}
		mark := "     "
		if f.Kind.Fault() {
			mark = "FAULT"
		}
		_, err := fmt.Fprintf(c.stdout, "%s  %s %s: %s\n", mark, f.Kind, f.Name, f.Words)
		failed = first(failed, err)
	})
	if err := first(err, failed); err != nil {
		return err
	}
	if asJSON {
		err = lines.Encode(report)
	} else {
		err = printReport(c.stdout, report)
	}
	if err == nil && report.Faults > 0 {
		err = errReported
	}
	return err
}

func printReport(w io.Writer, r evidence.Report) error {
	stamped := "Nothing was stamped by an authority."
	if r.Stamps > 0 {
		stamped = fmt.Sprintf("Time stamps: %d good, the newest of %s.", r.Stamps, r.Stamped)
	}
	key := r.Key
	if key == "" {
		key = "none"
	}
	end := "Everything fits together."
	if r.Faults > 0 {
		end = fmt.Sprintf("Faults: %d.", r.Faults)
	}
	_, err := fmt.Fprintf(w, `%d lines of the log: %d captures whole, %d erased. In no line yet: %d.
Checkpoints: %d good, over the first %d lines. %s
Key: %s
%s
`, r.Lines, r.Captures, r.Erased, r.Unlogged, r.Checkpoints, r.Signed, stamped, key, end)
	return err
}
