package analyse

import "testing"

func TestRussianStems(t *testing.T) {
	for _, c := range []struct {
		word   string
		before bool // a noun
		stem   string
		rule   ending
	}{
		{"россия", false, "росси", ruYa}, {"москва", false, "москв", ruA}, {"китай", false, "кита", ruShort}, {"беларусь", false, "беларус", ruSoft},
		{"филиппины", false, "филиппин", ruPlural}, {"иран", false, "иран", ruHard}, {"косово", false, "косов", ruNeuter}, {"приморье", false, "приморь", ruCollective},
		{"чили", false, "чили", whole}, {"перу", false, "перу", whole}, {"южная", true, "южн", ruAdjective}, {"прая", false, "пра", ruYa}, {"ош", false, "ош", whole},
	} {
		if stem, rule := russian(c.word, c.before); stem != c.stem || rule != c.rule {
			t.Errorf("russian(%q) = %q, %d; want %q, %d", c.word, stem, rule, c.stem, c.rule)
		}
	}
}

// TestEveryRuleHasEndings holds that no rule is without a list, except those
// that need none.
func TestEveryRuleHasEndings(t *testing.T) {
	e := newEndings(newLetters())
	for rule := whole; rule < lastEnding; rule++ {
		if none := rule == whole || rule == anywhere || rule == koShort || rule == koLong; none != (len(e[rule]) == 0) {
			t.Errorf("rule %d has %d endings", rule, len(e[rule]))
		}
	}
	if !e[ruShort]["и"] {
		t.Error("endings are not folded")
	}
}

func TestFold(t *testing.T) {
	l := newLetters()
	for in, want := range map[string]string{
		"Côte": "cote", "Şırnak": "sirnak", "Ёлка": "елка", "إريتريا": "اريتريا", "غزّة": "غزه", "韓國": "韩国", "Ｕ": "u", "Việt": "viet", "so\u00adft": "soft", "한국": "한국",
	} {
		if got := l.foldString(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}
