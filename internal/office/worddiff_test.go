package office

import (
	"strings"
	"testing"
)

// marked writes differences as [-removed-] and {+added+}.
func marked(list [][]edit) string {
	var out []string
	for _, p := range list {
		var b strings.Builder
		for _, e := range p {
			switch e.Op {
			case removed:
				b.WriteString("[-" + e.Text + "-]")
			case added:
				b.WriteString("{+" + e.Text + "+}")
			default:
				b.WriteString(e.Text)
			}
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "|")
}

func TestWordDiff(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"One two three.", "One two three.", "One two three."},
		{"They will appeal within ten days.", "They will appeal within twelve days.", "They will appeal within [-ten -]{+twelve +}days."},
		{"One.\n\nTwo.", "One.\n\nTwo.\n\nThree.", "One.|Two.|{+Three.+}"},
		{"One.\n\nTwo.\n\nThree.", "Three.", "[-One.-]|[-Two.-]|Three."},
		{"罚款十元", "罚款二十元", "罚款{+二+}十元"},
		{"Судья сказал да", "Судья сказал нет", "Судья сказал [-да-]{+нет+}"},
	} {
		if got := marked(wordDiff(c.before, c.after)); got != c.want {
			t.Errorf("%q to %q:\n%s\nwant\n%s", c.before, c.after, got, c.want)
		}
	}
}

func TestWordDiffOfLongTexts(t *testing.T) {
	long := strings.Repeat("word other ", 4000)
	got := wordDiff("Begin "+long, "Begin "+strings.Repeat("third fourth ", 4000))
	if len(got) != 1 || len(got[0]) != 3 || got[0][0].Text != "Begin " {
		t.Errorf("%d paragraphs", len(got))
	}
}

// FuzzWordDiff holds that no word is lost: without what was added the old text
// is there, without what was removed the new one.
func FuzzWordDiff(f *testing.F) {
	f.Add("One two.\n\nThree", "One.\n\nTwo three")
	f.Add("罚款 a", "罚 款")
	f.Add("\n\n\n", " \n\n")
	f.Fuzz(func(t *testing.T, before, after string) {
		bare := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		side := func(without editOp) string {
			var b strings.Builder
			for _, p := range wordDiff(before, after) {
				for _, e := range p {
					if e.Op != without {
						b.WriteString(e.Text)
					}
				}
			}
			return bare(b.String())
		}
		if side(added) != bare(before) || side(removed) != bare(after) {
			t.Errorf("%q to %q: %s", before, after, marked(wordDiff(before, after)))
		}
	})
}
