package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// creditLabel finds the label of a credit at the beginning of a caption, or
// behind a sentence, a stroke or a bracket.
var creditLabel = regexp.MustCompile(`(?i)(?:^|[.!?…»”"’)\]|–—;]\s*|\s[-/]\s*|[。！？]\s*|\s{2,})(?:(?:file |archiv)?(?:photo|photograph|photography|picture|image|foto|bild|фото|фотография|صورة|تصوير|图|图片|攝影|摄影|사진)\s*(?:credits?|courtesy(?: of)?|by|von|de|di|来源|제공)?\s*[:=：/]\s*|` +
	`(?:photo|photograph|picture|image) (?:by|courtesy of|courtesy)\s+|(?:image |photo )?(?:credits?|copyright|courtesy of|source|quelle|fuente|crédits? photo|crédits?|crédito|créditos|источник|المصدر|来源|출처)\s*[:：]?\s*(?:©\s*)?(?:getty|[:：]\s*))|(?i:\s*(?:©|\(c\))\s*)`)

// creditNames are names that stand in credits, in lower case.
var creditNames = []string{"getty", "shutterstock", "istock", "unsplash", "pexels", "pixabay", "wikimedia", "alamy", "picture alliance", "imago", "ap photo", "via ap", "file photo", "reuters", "afp", "epa", "dpa", "anadolu", "xinhua", "handout", "courtesy of"}

// splitCredit parts what stands under a picture into its caption and its credit,
// without the label: "Photo: A. B./Agency", "© A. B.", "(AFP via Getty Images)".
func splitCredit(s string) (caption, credit string) {
	s = oneLine(s)
	if before, inside, ok := closing(s); ok && isCreditName(inside) {
		return trimCaption(before), bareCredit(inside)
	}
	all := creditLabel.FindAllStringIndex(s, -1)
	for i := len(all) - 1; i >= 0; i-- {
		at := all[i]
		label := s[at[0]:at[1]]
		behind := s[at[1]:]
		if strings.HasSuffix(strings.ToLower(label), "getty") {
			behind = label[len(label)-len("getty"):] + behind
		}
		cut := at[0] + len(label) - len(strings.TrimLeft(label, " .!?…»”\"’)]|–—;。！？"))
		if n := utf8.RuneCountInString(behind); n > 1 && n <= bylineText {
			return trimCaption(s[:cut]), bareCredit(behind)
		}
	}
	for _, end := range []string{". ", "! ", "? ", "。", " | ", " – ", " — "} {
		at := strings.LastIndex(s, end)
		if at < 0 {
			continue
		}
		if tail := s[at+len(end):]; utf8.RuneCountInString(tail) <= 60 && isCreditName(tail) && !endsSentence(tail) {
			return trimCaption(s[:at+len(strings.TrimRight(end, " |–—"))]), bareCredit(tail)
		}
	}
	if utf8.RuneCountInString(s) <= 60 && isCreditName(s) && !endsSentence(s) && len(strings.Fields(s)) <= 6 {
		return "", bareCredit(s)
	}
	return s, ""
}

// closing cuts off the brackets at the end of a text.
func closing(s string) (before, inside string, ok bool) {
	for _, pair := range []string{"()", "[]", "（）", "【】"} {
		q := []rune(pair)
		if body, yes := strings.CutSuffix(strings.TrimRight(s, "."), string(q[1])); yes {
			if at := strings.LastIndex(body, string(q[0])); at >= 0 {
				return s[:at], body[at+len(string(q[0])):], true
			}
		}
	}
	return "", "", false
}

// isCreditName reports whether a text names a photographer or an agency: one of
// those above, two names with a stroke between, or a label.
func isCreditName(s string) bool {
	lower := strings.ToLower(s)
	if utf8.RuneCountInString(s) > bylineText {
		return false
	}
	for _, name := range creditNames {
		if at := strings.Index(lower, name); at >= 0 && len(strings.Fields(s)) <= 8 {
			return true
		}
	}
	before, after, stroke := strings.Cut(s, "/")
	return stroke && upperStart(before) && upperStart(after) && len(strings.Fields(s)) <= 8 || creditLabel.MatchString(s)
}

// bareCredit takes the label off a credit.
func bareCredit(s string) string {
	s = strings.Trim(oneLine(s), " ()[]（）【】|–—-,;:")
	if at := creditLabel.FindStringIndex(s); at != nil && at[0] == 0 && !strings.HasSuffix(strings.ToLower(s[:at[1]]), "getty") {
		s = s[at[1]:]
	}
	return strings.Trim(s, " ()[]（）【】|–—-,;:")
}

func trimCaption(s string) string { return strings.Trim(s, " |–—-,;:([（【") }
