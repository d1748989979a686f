package main

import (
	"fmt"
	"io"
)

// commands lists every command in the order in which help shows them. It is a
// function, since help itself looks through the list.
func commands() []command {
	return []command{
		demoCommand, runCommand, serveCommand, officeCommand, workCommand,
		importCommand, publishCommand, extractCommand, analyseCommand, storiesCommand, feedCommand,
		verifyCommand, rereadCommand, eraseCommand, waczCommand, userCommand, configCommand, doctorCommand, backupCommand, restoreCommand, migrateCommand,
	}
}

func find(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

// help lists the commands, or shows one with its flags.
func help(w io.Writer, args []string) int {
	if len(args) > 1 {
		if cmd, known := find(args[1]); known {
			c := &call{stdout: w, stderr: w}
			c.prepare(cmd)
			c.flags.Usage()
			return 0
		}
	}
	fmt.Fprint(w, "rightsdesk is the desk of a human-rights monitoring organisation in one program.\n\nTo see it at work:       rightsdesk demo\nTo run it for real:      rightsdesk run\n\nCommands:\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-9s %s\n", c.name, c.help)
	}
	fmt.Fprint(w, "\n\"rightsdesk help COMMAND\" shows a command's flags.\n")
	return 0
}
