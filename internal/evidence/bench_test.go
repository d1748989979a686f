package evidence

import (
	"encoding/binary"
	"testing"
)

// batch gives n texts of size bytes that were not there before.
func batch(n, size, seed int) [][]byte {
	texts := make([][]byte, n)
	for i := range texts {
		texts[i] = make([]byte, size)
		binary.LittleEndian.PutUint64(texts[i], uint64(seed*n+i))
	}
	return texts
}

func BenchmarkPut(b *testing.B)        { benchmarkPut(b, 1) }
func BenchmarkPutMany16(b *testing.B)  { benchmarkPut(b, 16) }
func BenchmarkPutMany256(b *testing.B) { benchmarkPut(b, 256) }

// benchmarkPut keeps batches of texts of 4 kB and reports texts per second.
func benchmarkPut(b *testing.B, n int) {
	f, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		if _, err := f.PutMany(batch(n, 4096, i)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "texts/s")
}
