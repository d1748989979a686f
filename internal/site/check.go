package site

import (
	"net/http"
	"slices"
	"strings"
	"unicode"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
	"rightsdesk/internal/search"
)

// Bounds of a check.
const (
	checkArticles = 5 // shown
	numberWords   = 4 // with more words around a number, it is a sentence
	halvesFrom    = 8 // words: so long a sentence is also looked for in halves
)

// checkPage answers whether a sentence or a number was published here, out of
// what is public now.
type checkPage struct {
	Frame
	Problem string // why nothing was looked for
	Text    string // as typed
	Number  bool   // a number was looked for
	Exact   []public.Claim
	Near    []public.Claim
	Texts   []public.Hit // that have the sentence as it is
	Alike   []public.Hit // that have its words, or half of it
	More    bool         // there are others that are not shown
}

// Nothing reports whether nothing was found.
func (p *checkPage) Nothing() bool {
	return len(p.Exact)+len(p.Near)+len(p.Texts)+len(p.Alike) == 0
}

// getCheck answers with what is public. The question is neither logged nor kept
// by anybody on its way: the page is private.
func (s *site) getCheck(w http.ResponseWriter, r *http.Request) error {
	l := tongue(r)
	p := &checkPage{Text: strings.Join(strings.Fields(r.URL.Query().Get("q")), " ")}
	p.Title, p.Path = locale.T(l, "Did we publish this?"), "/check"
	status := http.StatusOK
	switch {
	case p.Text == "":
		return s.show(w, r, "check.html", p)
	case len([]rune(p.Text)) > maxQuery:
		status = http.StatusUnprocessableEntity
		p.Problem = locale.T(l, "This is too long. Please use at most {n} characters: one sentence of it is enough.", "n", locale.Number(l, maxQuery))
		p.Text = string([]rune(p.Text)[:maxQuery])
	case search.Fold(p.Text) == "":
		status = http.StatusUnprocessableEntity
		p.Problem = locale.T(l, "There is no word or number in this. Please type a sentence, or a number with a word.")
	default:
		if err := s.check(r, p); err != nil {
			return err
		}
	}
	return s.showPrivate(w, r, status, "check.html", p)
}

func (s *site) check(r *http.Request, p *checkPage) error {
	q := public.ClaimQuery{Text: p.Text}
	if n, rest, found := search.Number(p.Text); found && n > 0 && len(search.DistinctTerms(rest)) <= numberWords {
		q, p.Number = public.ClaimQuery{Text: rest, Number: n}, true
	}
	claims, err := s.Claims.FindClaims(r.Context(), q)
	if err != nil {
		return err
	}
	for _, c := range claims {
		if p.Number && shares(c, q.Text) || !p.Number && within(c.Words, p.Text) {
			p.Exact = append(p.Exact, c)
		} else {
			p.Near = append(p.Near, c)
		}
	}
	p.More = len(claims) == public.ClaimLimit
	return s.checkTexts(r, p)
}

// shares reports whether a claim has one of the words, in its text or in what
// is said of it. Without words every claim does.
func shares(c public.Claim, words string) bool {
	has := search.DistinctTerms(strings.Join([]string{c.Words, c.Claimant, c.Unit, c.Scope}, " · "))
	asked := search.DistinctTerms(words)
	return len(asked) == 0 || slices.ContainsFunc(asked, func(t string) bool { return slices.Contains(has, t) })
}

// within reports whether a text has a sentence, whatever stands between the
// words. A script that writes no blanks has no ends of words to keep.
func within(text, sentence string) bool {
	t, want := search.Fold(text), search.Fold(sentence)
	if strings.ContainsFunc(want, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
	}) {
		return strings.Contains(strings.ReplaceAll(t, " ", ""), strings.ReplaceAll(want, " ", ""))
	}
	return strings.Contains(" "+t+" ", " "+want+" ")
}

// checkTexts looks in the texts of articles: for the sentence as it is, then
// for its halves, then for all its words.
func (s *site) checkTexts(r *http.Request, p *checkPage) (err error) {
	sentence := strings.Join(strings.FieldsFunc(p.Text, func(r rune) bool { return strings.ContainsRune(quotes, r) }), " ")
	if p.Texts, err = s.texts(r, p, `"`+sentence+`"`); err != nil || len(p.Texts) > 0 {
		return err
	}
	for _, half := range halves(sentence) {
		found, err := s.texts(r, p, `"`+half+`"`)
		if err != nil {
			return err
		}
		p.Alike = addHits(p.Alike, found)
	}
	if len(p.Alike) > 0 {
		return nil
	}
	p.Alike, err = s.texts(r, p, sentence)
	return err
}

// quotes are the marks that would begin a phrase of a search.
const quotes = "\"“”„‟«»「」『』〝〞＂"

// texts gives the newest articles with words, and notes when there are more.
func (s *site) texts(r *http.Request, p *checkPage, words string) ([]public.Hit, error) {
	found, err := s.Articles.Search(r.Context(), public.Query{Text: words})
	p.More = p.More || found.Total > checkArticles
	return found.Hits[:min(checkArticles, len(found.Hits))], err
}

// halves gives the two halves of a long sentence: where one word was changed,
// the other half still stands as it was.
func halves(sentence string) []string {
	words := strings.Fields(sentence)
	if len(words) < halvesFrom {
		return nil
	}
	return []string{strings.Join(words[:len(words)/2], " "), strings.Join(words[len(words)/2:], " ")}
}

// addHits adds those that are not there yet, up to what is shown.
func addHits(list, more []public.Hit) []public.Hit {
	there := map[string]bool{}
	for _, h := range list {
		there[h.ID] = true
	}
	for _, h := range more {
		if !there[h.ID] && len(list) < checkArticles {
			list = append(list, h)
		}
	}
	return list
}
