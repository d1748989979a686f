package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"rightsdesk/internal/names"
)

// syllables are what invented names are made of.
var syllables = strings.Fields("al bel cor dar el far gor hal il jar kal lom mar nor ol par ral sal tar ul var wen yar zor an en in on un av ev iv ov uv ad ed id od")

// knownNames is how many names are looked for.
const knownNames = 100_000

// names measures what looking for the names of cases costs an article.
func (b *bench) names(context.Context) error {
	r := rand.New(rand.NewPCG(7, 8))
	part := func(n int) string {
		var s strings.Builder
		for range n {
			s.WriteString(syllables[r.IntN(len(syllables))])
		}
		return strings.ToUpper(s.String()[:1]) + s.String()[1:]
	}
	list := make([]names.Entry, knownNames)
	for i := range list {
		list[i] = names.Entry{Owner: fmt.Sprint(i), Text: part(2) + " " + part(3) + "ov", Language: "en"}
	}
	var index *names.Index
	build, err := each(1, func(int) error { index = names.NewIndex(list); return nil })
	if err != nil {
		return err
	}
	article := "" // with a name in every paragraph, some of which are known
	for i := range 12 {
		article += text(r, 55) + " " + list[i*7919].Text + " said. " + part(2) + " " + part(3) + " denied it.\n\n"
	}
	few := names.NewIndex(list[:10])
	cost := func(x *names.Index) (time.Duration, error) {
		return each(500, func(int) error { x.Find(article); return nil })
	}
	all, err := cost(index)
	if err != nil {
		return err
	}
	ten, err := cost(few)
	if err != nil {
		return err
	}
	if found := len(index.Find(article)); found < 12 {
		return fmt.Errorf("of 12 names in the article %d were found", found)
	}
	b.add(fmt.Sprintf("names of cases in an article of %d kB, %d names known", len(article)/1000, knownNames), ms(all)+" CPU", "< 2 ms", ms(ten)+" CPU with 10 names")
	b.add(fmt.Sprintf("index of %d names", knownNames), fmt.Sprintf("%.2f s CPU", build.Seconds()), "< 5 s", "")
	return nil
}
