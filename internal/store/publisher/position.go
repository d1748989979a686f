package publisher

import (
	"context"
	"time"

	"rightsdesk/internal/edtf"
	"rightsdesk/internal/public"
	"rightsdesk/internal/store"
)

// An article's position has the day of publication in its upper bits and the
// milliseconds since the epoch at which it became public in the lower ones.
const (
	millisecondBits = 41
	maxMilliseconds = 1<<millisecondBits - 1 // from 2009 on 69 years
)

var epoch = time.Date(2009, 1, 1, 0, 0, 0, 0, time.UTC)

// position gives the place of an article in time order. A month stands before
// its days and a year before its months, as in package edtf. An article without
// a date stands at the day on which it became public.
func position(a public.Article) int64 {
	d, err := edtf.Parse(a.Published)
	if err != nil {
		d = edtf.Date{First: a.FirstPublic.UTC(), Precision: edtf.Day}
	}
	year, month, day := d.First.Date()
	switch d.Precision {
	case edtf.Year:
		month, day = 0, 0
	case edtf.Month:
		day = 0
	}
	ms := min(max(a.FirstPublic.Sub(epoch).Milliseconds(), 0), maxMilliseconds)
	return int64((min(max(year, 0), 9999)*13+int(month))*32+day)<<millisecondBits | ms
}

// freePosition gives the first free position from the article's own on.
func freePosition(ctx context.Context, tx store.Tx, a public.Article) (int64, error) {
	var free int64
	err := tx.QueryRowContext(ctx, `SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM articles WHERE position = $1) THEN $1
		ELSE (SELECT MIN(p.position) + 1 FROM articles p WHERE p.position >= $1
			AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.position = p.position + 1)) END`, position(a)).Scan(&free)
	return free, err
}
