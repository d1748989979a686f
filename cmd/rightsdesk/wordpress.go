package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"rightsdesk/internal/app"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

// wordPressFlags are the flags of "import wordpress".
type wordPressFlags struct{ licence, types, publishBy, report *string }

func (c *call) wordPressFlags() wordPressFlags {
	return wordPressFlags{
		licence:   c.flags.String("licence", string(desk.LicenceExcerpt), "wordpress: how much of each post is shown once it is public: full, excerpt or link"),
		types:     c.flags.String("types", "post,page", "wordpress: the `types` of posts to take, parted by commas"),
		publishBy: c.flags.String("publish-by", "", "wordpress: publish what was public there, as the decision of the account of this `name`; otherwise all of it waits"),
		report:    c.flags.String("report", "", "wordpress: a `file` for the posts that need a look, one JSON object a line"),
	}
}

// importWordPress takes exports in, tells the posts that need a look and sums up.
func (c *call) importWordPress(ctx context.Context, e app.Env, r *app.Rooms, files []string, flags wordPressFlags, asJSON bool) (err error) {
	how := app.WordPress{Licence: desk.Licence(*flags.licence), PublishBy: *flags.publishBy, Types: strings.FieldsFunc(*flags.types, func(r rune) bool { return r == ',' || r == ' ' })}
	if !how.Licence.Valid() || len(how.Types) == 0 {
		return usage("-licence is full, excerpt or link, and -types names one type at least.")
	}
	out := reporter{stdout: c.stdout, stderr: c.stderr, json: asJSON}
	if *flags.report != "" {
		f, err := os.Create(*flags.report)
		if err != nil {
			return fault.Wrap(fault.Unavailable, err, "The report %s cannot be written. Check its folder", *flags.report)
		}
		file := bufio.NewWriter(f)
		out.file = file
		defer func() { err = errors.Join(err, file.Flush(), f.Close()) }()
	}
	sum := app.WordPressSum{Report: out.post}
	if err := app.ImportWordPress(ctx, e, r, how, files, &sum); err != nil {
		return err
	}
	if asJSON {
		err = json.NewEncoder(c.stdout).Encode(sum)
	} else {
		err = out.sum(sum)
	}
	if err == nil && sum.Refused > 0 {
		err = errReported
	}
	return err
}

// reporter tells of posts that need a look: into a file where one is named,
// otherwise on the screen.
type reporter struct {
	stdout, stderr io.Writer
	file           io.Writer
	json           bool
	posts          int
}

// every so many posts it says how far it is.
const reportEvery = 1000

func (r *reporter) post(p app.ImportedPost) error {
	r.posts++
	if r.posts%reportEvery == 0 && !r.json {
		fmt.Fprintf(r.stderr, "%d posts …\n", r.posts)
	}
	if len(p.Look) == 0 && p.Error == "" {
		return nil
	}
	switch {
	case r.file != nil:
		return json.NewEncoder(r.file).Encode(p)
	case r.json:
		return json.NewEncoder(r.stdout).Encode(p)
	}
	name := p.File
	if p.Post != "" {
		name = fmt.Sprintf("post %s, %q", p.Post, p.Title)
	}
	_, err := fmt.Fprintf(r.stderr, "%s: %s\n", name, strings.TrimSpace(strings.Join(append(p.Look, p.Error), " ")))
	return err
}

// listed is how many names of a list the summary shows.
const listed = 10

func (r *reporter) sum(s app.WordPressSum) error {
	fmt.Fprintf(r.stdout, "%d new, %d known already, %d not taken; %d to be looked at.\n", s.New, s.Known, s.Refused, s.Look)
	for _, kind := range slices.Sorted(maps.Keys(s.Others)) {
		fmt.Fprintf(r.stdout, "%d of the type %q were passed over.\n", s.Others[kind], kind)
	}
	if s.Files > 0 {
		fmt.Fprintf(r.stdout, "%d files were attached, which an export does not hold; the old addresses of %d lead to the articles of their posts.\n", s.Files, s.Files-s.Loose)
	}
	if s.Comments > 0 {
		fmt.Fprintf(r.stdout, "%d comments of readers were left out: they carry mail addresses and IP numbers.\n", s.Comments)
	}
	if len(s.Empty) > 0 {
		fmt.Fprintf(r.stdout, "Snippets without a text, to be filled in the office: %s.\n", strings.Join(s.Empty, ", "))
	}
	if len(s.Unknown) > 0 {
		var names []string
		for _, f := range s.Unknown[:min(len(s.Unknown), listed)] {
			names = append(names, fmt.Sprintf("%s (%d)", f.Name, f.Posts))
		}
		fmt.Fprintf(r.stdout, "%d categories and tags name nothing that the desk knows, first of all: %s.\n", len(s.Unknown), strings.Join(names, ", "))
	}
	_, err := fmt.Fprintln(r.stdout, "The desk reads them now, while \"rightsdesk work\" or \"run\" is running.")
	return err
}
