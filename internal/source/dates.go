package source

import (
	"strings"
	"time"
)

// layouts are the forms of dates that feeds have: those of RFC 822 and RFC
// 3339, and those with the usual faults.
var layouts = []string{
	time.RFC3339Nano, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04 -0700",
	"Mon, 2 Jan 2006 15:04 MST", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04 MST",
	"Mon, 2 Jan 06 15:04:05 MST", "Mon, 2 Jan 06 15:04:05 -0700", "Mon, 2 January 2006 15:04:05 -0700", "Mon, 2 January 2006 15:04:05 MST",
	"2006-01-02T15:04:05-0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006-01", "20060102", "Mon Jan 2 15:04:05 2006", "Mon Jan 2 15:04:05 MST 2006",
	"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "02.01.2006", "02.01.2006 15:04", "2006/01/02 15:04:05", "2006/01/02",
}

// zones are the names of time zones in RFC 822 and others that feeds use, which
// package time reads without their offset.
var zones = strings.NewReplacer(" GMT", " +0000", " UTC", " +0000", " UT", " +0000", " EST", " -0500", " EDT", " -0400", " CST", " -0600",
	" CDT", " -0500", " MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700", " CET", " +0100", " CEST", " +0200", " MSK", " +0300",
	" KST", " +0900", " JST", " +0900")

// date reads a feed's date and gives it in RFC 3339, in UTC; empty when it
// cannot be read, with a warning.
func (r *reader) date(s string) string {
	if s == "" {
		return ""
	}
	s = strings.Join(strings.Fields(s), " ")
	for _, form := range []string{zones.Replace(s), s} {
		for _, l := range layouts {
			if t, err := time.Parse(l, form); err == nil && t.Year() > 1970 {
				return t.UTC().Format(time.RFC3339)
			}
		}
	}
	r.warnings = append(r.warnings, "a date cannot be read and was left out: "+s[:min(len(s), 60)])
	return ""
}
