package extract

import (
	"strings"
	"testing"
)

// post is an invented post as long as posts are: some 2,300 letters.
var post = []byte("By Ada Invented\n\n\nHarbour News (29.03.2017) – – " + strings.Repeat("The court in the harbour town heard the case behind closed doors, a lawyer said on Monday, "+
	"and it did so without a word to the families who had come from the hills around it.\n\n\n", 12) +
	"\nIf you want to be informed about violations of human rights, click here for a free subscription to our newsletters!\n\n\n" +
	"HRX database of news and information on over 70 countries:\n\nList of hundreds of documented cases in 20 countries:\n\nHTML Snippets Powered By :\n")

func BenchmarkPost(b *testing.B) {
	b.SetBytes(int64(len(post)))
	for b.Loop() {
		doc, err := Read(post, Options{}, now)
		if err != nil || doc.Published == "" {
			b.Fatal(doc, err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "posts/s")
}
