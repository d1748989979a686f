package extract

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"

	"rightsdesk/internal/fault"
)

func TestBadInputIsNamed(t *testing.T) {
	noise := make([]byte, 4000)
	for i := range noise {
		noise[i] = byte(i*7 + i/13)
	}
	for name, c := range map[string]struct {
		data  []byte
		words string
	}{
		"empty":        {nil, "empty"},
		"blank":        {[]byte(" \n\t\r\n "), "empty"},
		"mark only":    {[]byte("\xef\xbb\xbf"), "empty"},
		"PDF":          {[]byte("%PDF-1.7 ..."), "a PDF"},
		"ZIP":          {[]byte("PK\x03\x04 ..."), "office document"},
		"image":        {[]byte("\x89PNG\r\n\x1a\n...."), "an image"},
		"noise":        {noise, "binary"},
		"zeros":        {make([]byte, 1000), "binary"},
		"fifty MB":     {bytes.Repeat([]byte("word "), 10<<20), "20 MB at most"},
		"RTF":          {[]byte(`{\rtf1\ansi text}`), "rich-text"},
		"control text": {[]byte(strings.Repeat("a\x01\x02b", 100)), "binary"},
	} {
		doc, err := Read(c.data, Options{}, now)
		if !fault.Is(err, fault.Invalid) || !strings.Contains(fault.Words(err), c.words) {
			t.Errorf("%s: %v, %+v", name, err, doc)
		}
	}
}

func TestEncodings(t *testing.T) {
	const french = "Des réfugiés près de la frontière ont été arrêtés, selon l’association. Où sont-ils ?"
	const russian = "Верующих задержали у границы, сообщила община. Где они сейчас?"
	const chinese = "法院闭门审理了此案。\n\n两名成员被罚款。"
	for name, c := range map[string]struct{ in, mediaType, want string }{
		"UTF-8 with mark":      {"\xef\xbb\xbf" + french, "", french},
		"UTF-8 with a bad one": {russian + "\xff", "", russian + "\ufffd"},
		"Windows-1252":         {encoded(t, charmap.Windows1252, french), "", french},
		"Windows-1251":         {encoded(t, charmap.Windows1251, russian), "", russian},
		"declared KOI8-R":      {encoded(t, charmap.KOI8R, russian), "text/plain; charset=koi8-r", russian},
		"wrongly declared":     {russian, "text/plain; charset=iso-8859-1", russian},
		"declared UTF-8":       {encoded(t, charmap.Windows1251, russian), "text/plain; charset=utf-8", russian},
		"UTF-16LE":             {wide(french, binary.LittleEndian, false), "", french},
		"UTF-16BE":             {wide(french, binary.BigEndian, false), "", french},
		"UTF-16LE, Russian":    {wide(russian, binary.LittleEndian, false), "", russian},
		"UTF-16BE, Russian":    {wide(russian, binary.BigEndian, false), "", russian},
		"UTF-16LE, Chinese":    {wide(chinese, binary.LittleEndian, false), "", chinese},
		"UTF-16BE, Chinese":    {wide(chinese, binary.BigEndian, false), "", chinese},
		"UTF-16LE, marked":     {wide(russian, binary.LittleEndian, true), "", russian},
		"UTF-16BE, marked":     {wide(russian, binary.BigEndian, true), "", russian},
	} {
		doc, err := Read([]byte(c.in), Options{MediaType: c.mediaType}, now)
		if err != nil || doc.Title+doc.Text != c.want {
			t.Errorf("%s: %q, %v", name, doc.Text, err)
		}
	}
}

// TestLegacyEncodings reads whole posts of testdata in the encodings from before
// Unicode, of which nothing tells but the letters.
func TestLegacyEncodings(t *testing.T) {
	posts := postsOf(t, "languages")
	for name, c := range map[string]struct {
		post string
		enc  encoding.Encoding
	}{
		"Windows-1251": {"russian", charmap.Windows1251}, "KOI8-R": {"russian", charmap.KOI8R}, "ISO 8859-5": {"russian", charmap.ISO8859_5},
		"Windows-1256": {"arabic", charmap.Windows1256}, "GB 18030": {"chinese", simplifiedchinese.GB18030}, "EUC-KR": {"korean", korean.EUCKR},
		"Windows-1252": {"french", charmap.Windows1252}, "Latin-1": {"german", charmap.ISO8859_1},
	} {
		in := strings.ReplaceAll(posts[c.post+".in"], "–", "-") // not in all of them
		data, err := encoding.ReplaceUnsupported(c.enc.NewEncoder()).String(in)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read([]byte(data), Options{}, now)
		whole, _ := Read([]byte(in), Options{}, now)
		if err != nil || doc.Outlet != whole.Outlet || doc.Published != whole.Published || doc.Language != whole.Language {
			t.Errorf("%s: %q %q %q, %v: %.60q", name, doc.Outlet, doc.Published, doc.Language, err, doc.Text)
		}
	}
}

func encoded(t *testing.T, enc encoding.Encoding, s string) string {
	t.Helper()
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// misread gives UTF-8 as it looks to who takes it for Windows-1251.
func misread(t *testing.T, s string) string {
	t.Helper()
	out, err := charmap.Windows1251.NewDecoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func wide(s string, order binary.AppendByteOrder, mark bool) string {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

func TestPageThatIsNoArticle(t *testing.T) {
	for name, in := range map[string]string{
		"log-in":    `<!doctype html><html><head><title>Log in</title></head><body><form><input name="user"></form></body></html>`,
		"too deep":  "<html><body>" + strings.Repeat("<div>", 3000) + "deep words here" + strings.Repeat("</div>", 3000) + "</body></html>",
		"only tags": "<html></html>",
	} {
		doc, err := Read([]byte(in), Options{}, now)
		if err != nil || doc.Confidence > 0.4 {
			t.Errorf("%s: confidence %v, %v", name, doc.Confidence, err)
		}
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The workers were sent home after the court had closed the harbour office.":       "en",
		"Les ouvriers ont été renvoyés chez eux après la fermeture du bureau.":            "fr",
		"Рабочих отправили домой после того, как суд закрыл контору в порту.":             "ru",
		"أعيد العمال إلى بلادهم بعد أن أغلقت المحكمة مكتب الميناء":                        "ar",
		"کارگران پس از آنکه دادگاه دفتر بندر را بست به خانه فرستاده شدند":                 "fa",
		"法院关闭港口办公室后，工人被遣送回国。":                                                             "zh",
		"법원이 항구 사무소를 폐쇄한 뒤 노동자들이 귀국했다.":                                                   "ko",
		"裁判所が港の事務所を閉鎖した後、労働者は帰国した。":                                                       "ja",
		"Die Arbeiter wurden nach Hause geschickt, nachdem das Gericht das Büro schloss.": "de",
	} {
		if got := Language(text, ""); got != want {
			t.Errorf("%.40q is %q, want %q", text, got, want)
		}
	}
	if Language("12 – 34", "fr-CA") != "fr" || Language("", "") != "" {
		t.Error("declared language")
	}
}

// TestPagesThatWaitForALook reads pages with which something is wrong: what can
// be read is read, and the confidence says that a person must look.
func TestPagesThatWaitForALook(t *testing.T) {
	body := strings.Repeat("<p>The court in the harbour town heard the case behind closed doors, a lawyer said on Monday, and nobody was let in.</p>", 8)
	head := `<html lang="en"><head><title>Court hears case</title><meta property="article:published_time" content="2024-05-07">`
	for name, in := range map[string]string{
		"frames":            `<html><head><title>News</title></head><frameset><frame src="a.html"></frameset></html>`,
		"paywall":           head + "</head><article><h1>Court hears case</h1>" + body + "<p>Subscribe to continue reading.</p></article>",
		"declared as paid":  head + `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Court hears case","isAccessibleForFree":false}</script></head><article>` + body + "</article>",
		"another language":  strings.Replace(head, `"en"`, `"fr"`, 1) + "</head><article>" + body + "</article>",
		"nested beyond 512": head + "</head><body>" + strings.Repeat("<div>", 513) + body + strings.Repeat("</div>", 513),
		"twenty megabytes":  head + "</head><body>" + strings.Repeat(body, 19<<20/len(body)),
		"two encodings":     head + "</head><article>" + strings.Repeat("<p>Верующих задержали у границы, сообщила община. Где они сейчас, никто не знает.</p>", 4) + encoded(t, charmap.Windows1251, strings.Repeat("<p>Верующих задержали у границы, сообщила община.</p>", 5)) + "</article>",
		"read as another":   head + "</head><article>" + misread(t, strings.Repeat("<p>Верующих задержали у границы, сообщила община. Где они сейчас, никто не знает.</p>", 5)) + "</article>",
		"letters lost":      head + "</head><article>" + strings.ReplaceAll(body, "oo", "\ufffd\ufffd") + "</article>",
		"broken letters":    head + "</head><article><p>" + strings.Repeat("\xc3\x28 caf\xe9 ", 30) + "</p></article>",
		"no article":        head + `</head><body><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul>`,
	} {
		doc, err := Read([]byte(in), Options{URL: "https://example.org/a"}, now)
		if err != nil || doc.Confidence >= 0.5 {
			t.Errorf("%s: confidence %v, %v, %.80q", name, doc.Confidence, err, doc.Text)
		}
		validUTF8(t, doc)
	}
	doc, err := Read([]byte(head+"</head><article><h1>Court hears case</h1>"+body+"</article>"), Options{}, now)
	if err != nil || doc.Confidence < 0.5 {
		t.Errorf("a page with which nothing is wrong: confidence %v, %v", doc.Confidence, err)
	}
}
