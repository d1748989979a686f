package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLargePlainTexts reads texts that are all heads, running lines or strokes:
// the time for one grows with its length and not with its square, which would
// be minutes here.
func TestLargePlainTexts(t *testing.T) {
	const lines = 20_000
	for name, line := range map[string]func(i int) string{
		"days": func(i int) string { return fmt.Sprintf("%02d.01.21 – Keepers fined", i%28+1) },
		"datelines": func(i int) string {
			return fmt.Sprintf("Quay Letter (%02d.01.2021) – Keepers were fined on the pier, a lawyer of the guild said.", i%28+1)
		},
		"bylines": func(i int) string { return "By Mira Notreal" },
		"running": func(i int) string {
			return fmt.Sprintf("the keepers had asked for another pier in\nReport %d\nbut", i%7)
		},
		"strokes":  func(i int) string { return fmt.Sprintf("the keepers had asked A%d B | C D for another pier", i/2) },
		"brackets": func(i int) string { return strings.Repeat("(a) ", 20) },
	} {
		var b strings.Builder
		for i := range lines {
			b.WriteString(line(i) + "\n\n")
		}
		begin := time.Now()
		if _, err := Read([]byte(b.String()), Options{}, now); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(begin); took > time.Minute {
			t.Errorf("%s: %v for %d kB", name, took, b.Len()>>10)
		} else {
			t.Logf("%s: %v for %d kB", name, took, b.Len()>>10)
		}
	}
}
