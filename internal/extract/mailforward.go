package extract

import (
	"net/mail"
	"regexp"
	"strings"

	"rightsdesk/internal/mailbox"
	"rightsdesk/internal/source"
)

var (
	// forwardMark is the line with which mailers begin a message that is handed on.
	forwardMark = regexp.MustCompile(`(?mi)^[ \t>]*(?:-{2,}\s*(?:forwarded message|original message|message transféré|message d'origine|mensaje reenviado|weitergeleitete nachricht|ursprüngliche nachricht|пересылаемое сообщение|пересланное сообщение|исходное сообщение|الرسالة الأصلية|رسالة معاد توجيهها|转发的邮件|전달된 메일)[^\n]*|begin forwarded message\s*:|début du message (?:réexpédié|transféré)\s*:)\s*$`)
	// forwardLine is a line of the head that stands below it.
	forwardLine = regexp.MustCompile(`^[ \t>]*\*?([\p{L} -]{2,20}?)\s*:\*?\s+(.*)$`)
)

// headNames are the names of the lines of a head in the languages of mailers.
var headNames = map[string]string{
	"from": "from", "de": "from", "von": "from", "от": "from", "от кого": "from", "من": "from", "发件人": "from", "보낸사람": "from", "보낸 사람": "from",
	"date": "date", "sent": "date", "envoyé": "date", "fecha": "date", "enviado": "date", "datum": "date", "gesendet": "date", "дата": "date", "отправлено": "date", "التاريخ": "date", "日期": "date", "날짜": "date",
	"subject": "subject", "objet": "subject", "asunto": "subject", "betreff": "subject", "тема": "subject", "الموضوع": "subject", "主题": "subject", "제목": "subject",
	"to": "", "à": "", "para": "", "an": "", "кому": "", "إلى": "", "收件人": "", "받는사람": "", "cc": "", "reply-to": "", "répondre à": "", "copie": "",
}

// forwarded finds the message that a text hands on, takes over what its head
// says, and gives its text and what stood before it, without the head. A text
// that hands nothing on is given as it is. A date that cannot be read is absent:
// the day on which somebody forwarded it is not the day of the message.
func (g *given) forwarded(text string) (body, before string) {
	mark := forwardMark.FindStringIndex(text)
	if mark == nil || letters(text[:mark[0]]) >= forwardedBelow {
		return text, ""
	}
	head, rest := forwardHead(text[mark[1]:])
	if head["from"] == "" {
		return text, ""
	}
	g.From, g.Organisation, g.Day = forwardSender(head["from"]), "", source.Day(head["date"])
	g.Subject = first([]string{head["subject"], g.Subject})
	return rest, strings.TrimSpace(text[:mark[0]])
}

// forwardHead reads the head of a forwarded message.
func forwardHead(text string) (head map[string]string, rest string) {
	head = map[string]string{}
	last := ""
	for text != "" {
		line, after, _ := strings.Cut(text, "\n")
		m := forwardLine.FindStringSubmatch(line)
		name, known := "", false
		if m != nil {
			name, known = headNames[strings.ToLower(strings.TrimSpace(m[1]))]
		}
		blank := strings.Trim(line, " \t>") == ""
		switch {
		case known:
			if last = name; name != "" && head[name] == "" {
				head[name] = strings.TrimSpace(m[2])
			}
		case blank && len(head) == 0:
		case blank || last == "" || len(line) > 0 && line[0] != ' ' && line[0] != '\t':
			return head, text
		default: // the rest of a line that was broken
			head[last] += " " + strings.TrimSpace(line)
		}
		text = after
	}
	return head, ""
}

// forwardSender reads who a forwarded message is from: "Name <address>",
// "Name [mailto:address]", or one of both.
func forwardSender(from string) mailbox.Sender {
	from = strings.NewReplacer("[mailto:", "<", "mailto:", "", "]", ">", "*", "").Replace(from)
	if a, err := mail.ParseAddress(from); err == nil {
		return mailbox.Sender{Name: a.Name, Address: a.Address}
	}
	name, rest, found := strings.Cut(from, "<")
	if !found {
		return mailbox.Sender{Name: strings.TrimSpace(from)}
	}
	address, _, _ := strings.Cut(rest, ">")
	return mailbox.Sender{Name: strings.Trim(name, "\"' "), Address: strings.TrimSpace(address)}
}
