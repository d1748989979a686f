package config

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// Show prints every option with its value and where that came from, a line
// each. Of a secret it says only whether it is set.
func (c *Config) Show(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, o := range options {
		given, ok := c.given[o.Key]
		value, where := given.value, given.where
		switch {
		case !ok || value == "":
			value = "(none)"
		case o.Secret:
			value = "(set)"
		}
		if where == "" {
			where = "default"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", o.Key, value, where)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("show configuration: %w", err)
	}
	return nil
}
