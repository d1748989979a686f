package wordmap

import (
	"fmt"
	"testing"
)

func TestMap(t *testing.T) {
	var none Map[int]
	if _, known := none.Get("a"); known {
		t.Error("the zero map knows a word")
	}
	want := map[string]int{"": 7}
	for i := range 5000 {
		want[fmt.Sprint("w", i)] = i
		want[fmt.Sprint("the same beginning ", i, " and the same end")] = -i // alike for the hash
		want[fmt.Sprint("слово", i)] = i + 1
	}
	m := New(want)
	for w, v := range want {
		if got, known := m.Get(w); !known || got != v {
			t.Fatalf("%q gives %d, %v; want %d", w, got, known, v)
		}
		if _, known := m.Get(w + "x"); known && w != "" {
			t.Fatalf("%q is known", w+"x")
		}
	}
}
