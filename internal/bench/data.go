package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"rightsdesk/internal/app"
	"rightsdesk/internal/public"
)

// vocabulary is what generated texts are made of; the frequency of a word falls
// with its place, as it does in language.
var vocabulary = strings.Fields(`the of and in to a was by for on said that court people with from at not were be it had as who
	police after prison officials government law church community three years case trial arrest sentence rights workers border
	religious group lawyer police village meeting week month report state religious appeal detention family released fine house
	prayer school border ministry president accord labour sanctions journalists women children activists north south korea russia
	china belarus iran eritrea vietnam cuba egypt sudan turkey ukraine witness pastor imam temple mosque registration surveillance`)

var territories = []string{"KP", "RU", "CN", "BY", "IR", "ER", "VN", "CU", "EG", "SD", "TR", "UA", "KZ", "UZ", "MM"}

func text(r *rand.Rand, words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			if i%60 == 0 {
				b.WriteString(".\n\n")
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(vocabulary[int(float64(len(vocabulary))*r.Float64()*r.Float64())])
		if r.IntN(40) == 0 {
			fmt.Fprintf(&b, " name%d", r.IntN(50_000))
		}
	}
	return b.String()
}

// fill puts n generated articles into the edition and gives their ids.
func fill(ctx context.Context, rooms *app.Rooms, n int) ([]string, error) {
	r := rand.New(rand.NewPCG(1, 2))
	first := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
	ids := make([]string, 0, n)
	if err := rooms.Publisher.PutSettings(ctx, public.Settings{Organisation: "Bench Desk", SiteURL: "http://localhost:8080", IntakeKey: rooms.Keys.IntakePublic()}); err != nil {
		return nil, err
	}
	for len(ids) < n {
		var batch []public.Article
		for range min(1000, n-len(ids)) {
			day := first.AddDate(0, 0, r.IntN(6000))
			a := public.Article{
				ID: fmt.Sprintf("rdk_a_%016d", len(ids)), Version: 1, Title: text(r, 9), Outlet: "Harbour News", Byline: []string{"Anna Invented"},
				Published: day.Format("2006-01-02"), Language: "en", Licence: public.Full, Text: text(r, 350),
				Territories: []string{territories[r.IntN(len(territories))]}, FirstPublic: day, Updated: day,
				Evidence: public.Evidence{SHA256: strings.Repeat("ab", 32), Size: 2000, At: day},
			}
			ids, batch = append(ids, a.ID), append(batch, a)
		}
		if err := rooms.Publisher.PutArticles(ctx, batch); err != nil {
			return nil, err
		}
	}
	return ids, rooms.Publisher.Sweep(ctx)
}

// posts gives n generated posts in the form in which they are handed in.
func posts(n int) [][]byte {
	r := rand.New(rand.NewPCG(3, 4))
	out := make([][]byte, n)
	for i := range out {
		out[i] = fmt.Appendf(nil, "By Anna Invented\n\nHarbour News (%02d.%02d.2020) – North Korea and Russia, number %d. %s.\n\n"+
			"If you want to be kept informed, click here for a free subscription to our newsletter!\n\nHTML Snippets Powered By :\n",
			1+r.IntN(28), 1+r.IntN(12), i, text(r, 350))
	}
	return out
}
