package extract

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// cue is a pattern that begins a part which is not the article. Cues are worded
// for the newsletter calls, database lines, press contacts and disclaimers that
// publishers put under posts, in the languages of the desk. The pattern is only
// tried where one of the words is: looking for words is much quicker.
type cue struct {
	kind    string
	words   []string // in lower case
	pattern *regexp.Regexp
}

// cues makes the cues of a kind. words are separated by blanks; without any the
// pattern is always tried.
func cues(kind, words string, patterns ...string) []cue {
	var out []cue
	for _, p := range patterns {
		out = append(out, cue{kind, strings.Fields(words), regexp.MustCompile(`(?i)` + p)})
	}
	return out
}

// ends are cues that end an article: what follows them near the end is not the
// article either.
var ends = slices.Concat(
	cues(Snippet, "snippet сниппет фрагмент 片段 스니펫 مقتطف", `snippets?\b.{0,40}(powered|by|par|fourni|propuls|:$)`, `^(html|bloc|блок|сниппет|фрагмент|مقتطف|مقتطفات|代码|片段|스니펫).{0,40}(snippet|сниппет|фрагмент|片段|스니펫|مقتطف)`, `(сниппет|фрагмент|片段|스니펫|مقتطف)\S*.{0,60}[:：]?$`),
	cues(Footer, "subscri newsletter sign", `(subscri(be|ption)|sign up|free|receive).{0,120}(newsletter|bulletin|updates)`, `newsletters?.{0,80}(subscri|sign up|click here|free)`, `^if you (want|wish|would like) to (be|stay|receive|get)\b.{0,140}(informed|newsletter|news|free)`),
	cues(Footer, "database archive", `(database|archive)s? of .{0,60}(news|information|reports|articles)`, `(news|information) (database|archive)`, `database.{0,80}countries`),
	cues(Footer, "cases list register", `^(our |a |the )?(list|register|catalogue) of .{0,80}(cases|prisoners|believers)`, `documented cases .{0,80}countries`),
	cues(Footer, "abonn inscri lettre bulletin infolettre", `(abonn|inscri)\S*.{0,120}(lettre|newsletter|bulletin)`, `(lettre|bulletin|newsletter)s?( d.information)?.{0,80}(gratuit|abonn|inscri)`),
	cues(Footer, "pays", `base de donn[ée]es.{0,100}pays`, `(liste|registre|recensement) .{0,80}(cas|dossiers).{0,80}pays`, `(cas|dossiers) document[ée]s.{0,80}pays`),
	cues(Footer, "подпи рассылк бюллетен", `подпи\S*.{0,120}(рассылк|бюллетен|новост)`, `(рассылк|бюллетен)\S* .{0,80}(бесплатн|подпис)`),
	cues(Footer, "стран", `баз[аы]\S* (данных|новостей).{0,100}стран`, `(списо?к|перечень|реестр)\S* .{0,80}(случа|дел|верующ).{0,80}стран`),
	cues(Footer, "نشر بريد", `(اشترك|الاشتراك|للاشتراك|اشتراك|سجّ?ل).{0,120}(نشر|بريد|رسائل)`, `(نشرتنا|النشرة|نشراتنا|نشرات).{0,100}(اشترك|مجان|اشتراك)`),
	cues(Footer, "بلد دولة بلدا بلدان", `قاعدة (بيانات|أخبار|البيانات).{0,100}(بلد|دول)`, `(قائمة|سجل) .{0,80}(حال|قضايا).{0,80}(بلد|دول)`),
	cues(Footer, "订阅 通讯 简报 电子报 新闻信 訂閱", `(订阅|訂閱|免费|免費).{0,60}(通讯|通訊|简报|簡報|电子报|電子報|新闻信)`, `(通讯|简报|电子报|新闻信).{0,60}(订阅|免费)`),
	cues(Footer, "数据库 資料庫 资料库 案例 个案 案件 名单", `(数据库|資料庫|资料库)`, `(案例|个案|案件).{0,40}(名单|列表|清单|汇编)`, `(名单|列表|清单).{0,40}(案例|个案|案件|国家)`),
	cues(Footer, "구독 뉴스레터 소식지", `(구독|무료|신청).{0,80}(뉴스레터|소식지|소식)`, `(뉴스레터|소식지).{0,80}(구독|무료|신청)`),
	cues(Footer, "데이터베이스 자료실 목록 명단", `(데이터베이스|자료실)`, `(사례|사건).{0,40}(목록|명단)`, `(목록|명단).{0,40}(사례|사건|국)`),
	cues(Footer, "continue read suite читать", `^continue reading`, `^read (more|the full (article|story|report))( here)?( ?(…|\.\.\.|:|»).*)?$`, `^lire la suite`, `^читать (далее|полностью)`),
	cues(Footer, "views disclaimer avertissement отказ this", `^the views expressed .{0,80}(author|own)`, `^(disclaimer|avertissement|отказ от ответственности)\b`, `^this (article|post|text) (was|is) (first |originally )?(published|posted|reposted)`),
	cues(Contact, "contact контакт information details", `^(press|media) contacts?\b`, `^for (more|further) (information|details).{0,60}(contact|call|write)`, `^contacts? (presse|m[ée]dias?)`, `^контакт\S* для (прессы|сми)`),
)

// lone are lines that are not the article wherever they stand.
var lone = slices.Concat(
	cues(Rule, "__ == ** -- –– ——", `^[_=*–—-]{4,}$`),
	cues(Snippet, "[xyz-ihs", `^\[xyz-ihs[^\]]*\]$`),
	cues(Sharing, "share tweet print mail facebook twitter whatsapp telegram linkedin pin partager поделиться", `^(share|tweet|print|e-?mail|facebook|twitter|whatsapp|telegram|linkedin|pin|partager|поделиться)( (this|on|it|via|sur|в)\b.{0,40})?$`),
	cues(Sharing, "posted filed categor tag", `^(posted in|filed under|categor(y|ies)|tags?)\s*:.{0,120}$`),
	cues(Running, "newsletter bulletin", `^.{0,60}\b(newsletter|bulletin)\s*\|\s*.{2,60}$`),
)

// matching gives the kind of the first cue in a list that a paragraph has.
func matching(list []cue, p string) (string, bool) {
	lower := strings.ToLower(p)
	for _, c := range list {
		if c.possible(lower) && c.pattern.MatchString(p) {
			return c.kind, true
		}
	}
	return "", false
}

func (c cue) possible(lower string) bool {
	for _, w := range c.words {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return len(c.words) == 0
}

// running is a page's running line that a PDF left in the middle of a sentence.
var running = regexp.MustCompile(`\s*(?:[A-Z][\w’'&.-]*\s){1,5}(?:Newsletter|Bulletin)\s\|\s[A-Z]\w+(?:\s[A-Z]\w+)?\s*`)

// cutMarks takes out lone lines and running lines.
func (d *Document) cutMarks(blocks []string) []string {
	var out []string
	for _, p := range blocks {
		if kind, yes := matching(lone, p); yes && len(p) < footerLetters {
			d.remove(kind, p)
			continue
		}
		for _, r := range runningLines(p) {
			d.remove(Running, strings.TrimSpace(r))
			p = strings.Replace(p, r, " ", 1)
		}
		out = append(out, strings.TrimSpace(p))
	}
	return out
}

func runningLines(p string) []string {
	if !strings.Contains(p, " | ") {
		return nil
	}
	return running.FindAllString(p, -1)
}

// A part at the end is short: its paragraphs have at most so many letters,
// and a whole press contact at most so many paragraphs.
const (
	footerLetters = 320
	footerBlocks  = 40
)

// cutEnd takes out what stands under the article: from the first cue on, if all
// that follows it is short as footers are. The first paragraph is never one.
func (d *Document) cutEnd(blocks []string) []string {
	for i := 1; i < len(blocks); i++ {
		if !footerLike(blocks[i:]) {
			continue
		}
		kind, yes := matching(ends, blocks[i])
		if !yes {
			continue
		}
		for _, p := range blocks[i:] {
			if k, yes := matching(ends, p); yes {
				kind = k
			}
			d.remove(kind, p)
		}
		return blocks[:i]
	}
	return blocks
}

func footerLike(rest []string) bool {
	if len(rest) > footerBlocks {
		return false
	}
	for _, p := range rest {
		if utf8.RuneCountInString(p) > footerLetters {
			return false
		}
	}
	return true
}

var trailing = regexp.MustCompile(`\s*\((\d{1,2}-[A-Za-z]{3}-\d{2,4})\)\s*$`)

// cutTrailingDate reads a date in brackets after the last sentence.
func (d *Document) cutTrailingDate(blocks []string, now time.Time) []string {
	if len(blocks) == 0 || d.Published != "" {
		return blocks
	}
	last := blocks[len(blocks)-1]
	m := trailing.FindStringSubmatchIndex(last)
	if m == nil {
		return blocks
	}
	date, ok := parseDate(last[m[2]:m[3]], now)
	if !ok {
		return blocks
	}
	d.Published, d.Rule = date, "trailing-date"
	d.Dateline = Dateline{Raw: strings.TrimSpace(last[m[0]:m[1]]), Date: date}
	if last = strings.TrimSpace(last[:m[0]]); last == "" {
		return blocks[:len(blocks)-1]
	}
	return append(blocks[:len(blocks)-1:len(blocks)-1], last)
}
