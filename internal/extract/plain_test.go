package extract

import (
	"strings"
	"testing"
	"unicode"
)

// body is the invented text under every invented dateline below.
const body = "The court in the harbour town heard the case behind closed doors, a lawyer said on Monday.\n\n" +
	"Two members of the small community were fined, and a third was sent to a labour camp for three years.\n\n" +
	"Officials did not answer a request for comment by the evening, and the families were not let in."

const lead = "The court in the harbour town"

// want is what a form must give; people and outlets are invented.
type want struct {
	title, standfirst, byline, outlet, published, place, link, begins, removed string
}

func TestDatelines(t *testing.T) {
	known := []string{"Harbour Weekly", "The Coastal Times", "Tidewatch"}
	for name, c := range map[string]struct {
		in string
		want
	}{
		"seed's form":          {"By Anna Invented\n\nHarbour News (29.03.2017) – – " + body, want{byline: "Anna Invented", outlet: "Harbour News", published: "2017-03-29"}},
		"curly apostrophe":     {"HRX Int’l (10.01.2018) – " + body, want{outlet: "HRX Int’l", published: "2018-01-10"}},
		"straight and hyphen":  {"HRX Int'l (29.12.2016) - " + body, want{outlet: "HRX Int'l", published: "2016-12-29"}},
		"short outlet":         {"HRX (10.12.2020) – " + body, want{outlet: "HRX", published: "2020-12-10"}},
		"glued to an image":    {"29 December 2016unnamed\n\nHRX (29.12.2016) – " + body, want{outlet: "HRX", published: "2016-12-29", removed: "29 December 2016unnamed"}},
		"link between dashes":  {"EU Daily (18.07.2018) – https://bit.ly/abc123 – " + body, want{outlet: "EU Daily", published: "2018-07-18", link: "https://bit.ly/abc123"}},
		"standfirst and name":  {"Fines in the harbour town\n\nA community of forty people is told to stop meeting.\n\nBy Jo H.\n\nGerman Wave (14.02.2019) – https://bit.ly/x1 – " + body, want{title: "Fines in the harbour town", standfirst: "A community of forty people is told to stop meeting.", byline: "Jo H.", outlet: "German Wave", published: "2019-02-14", link: "https://bit.ly/x1"}},
		"doubled dash":         {"By Leah R.\n\nWorld Citizen (05.04.2019) –– " + body, want{byline: "Leah R.", outlet: "World Citizen", published: "2019-04-05"}},
		"hyphens":              {"By Felix C.\n\nForum 81 (22.11.2019) - http://bit.ly/2 - " + body, want{byline: "Felix C.", outlet: "Forum 81", published: "2019-11-22", link: "http://bit.ly/2"}},
		"first word lost":      {"Forum 81 (22.11.2019) - court in the harbour town heard the case.\n\n" + body, want{outlet: "Forum 81", published: "2019-11-22", begins: "court in the harbour town"}},
		"rule and repeated":    {"Court fines three\n\n________________\n\nCourt fines three\n\nMonitor World (10.07.2018) - https://bit.ly/y - " + body, want{title: "Court fines three", outlet: "Monitor World", published: "2018-07-10", link: "https://bit.ly/y", removed: "________________"}},
		"role and outlet":      {"By W. F., director of Rights Group The Coastal Times (03.05.2024) - " + body, want{byline: "W. F.", outlet: "The Coastal Times", published: "2024-05-03"}},
		"initials and outlet":  {"By B. C. Tidewatch (28.03.2024) - " + body, want{byline: "B. C.", outlet: "Tidewatch", published: "2024-03-28"}},
		"part and questions":   {"(Part I) Who was fined? And why? By W. F., Rights Group\n\n" + body, want{standfirst: "(Part I) Who was fined? And why?", byline: "W. F.", outlet: "Rights Group"}},
		"speech":               {"Speech delivered on 28 July 2023 at the harbour hall\n\nBy Anna Invented\n\n" + body, want{title: "Speech delivered on 28 July 2023 at the harbour hall", byline: "Anna Invented", published: "2023-07-28"}},
		"no date, dash":        {"by W. F., director of Rights Group (RG) — " + body, want{byline: "W. F.", outlet: "Rights Group"}},
		"no date, comma":       {"By P. Z., Executive Director, Rights Group — " + body, want{byline: "P. Z.", outlet: "Rights Group"}},
		"for an outlet":        {"By S. G. for RXA Coast — " + body, want{byline: "S. G.", outlet: "RXA Coast"}},
		"digest entry":         {"28.06.21 – Court fines three in the harbour town\n\n" + body + "\n\nContinue reading…", want{published: "2021-06-28", begins: "Court fines three", removed: "Continue reading…"}},
		"territories in title": {"NORTH KOREA/POLAND: Workers sent home\n\nHRX (10.12.2020) – " + body, want{title: "NORTH KOREA/POLAND: Workers sent home", outlet: "HRX", published: "2020-12-10"}},
		"place in brackets":    {"(Moscow) – " + body, want{place: "Moscow"}},
		"place with a date":    {"NEW HARBOUR (24 October 2018) - " + body, want{place: "NEW HARBOUR", published: "2018-10-24"}},
		"place and dash":       {"RANGOON — " + body, want{place: "RANGOON"}},
		"place and colon":      {"DUBAI: " + body, want{place: "DUBAI"}},
		"acronym":              {"Harbour Rights Activists News Agency (HRXNA) – " + body, want{outlet: "Harbour Rights Activists News Agency (HRXNA)"}},
		"outlet, date":         {"World Monitor, 9 March 2018 – " + body, want{outlet: "World Monitor", published: "2018-03-09"}},
		"outlet | date":        {"World Monitor | Oct. 22, 2018\n\n" + body, want{outlet: "World Monitor", published: "2018-10-22"}},
		"site, author, date":   {"(harbour.net – D. S. – August 14, 2017) " + body, want{outlet: "harbour.net", byline: "D. S.", published: "2017-08-14"}},
		"date first":           {"30/6/2014- " + body, want{published: "2014-06-30"}},
		"date at the end":      {"Court fines three in the harbour town\n\n" + body + " (09-MAR-05)", want{title: "Court fines three in the harbour town", published: "2005-03-09"}},
		"two dates":            {"July 3, 2008\n\n(Washington, DC)—On June 26, " + body, want{published: "2008-07-03", place: "Washington, DC", begins: "On June 26, The court"}},
		"press contact":        {"HRX (10.12.2020) – " + body + "\n\nPress contact:\n\nAnna Invented, +00 0 00 00\n\nSupporters: one, two", want{outlet: "HRX", published: "2020-12-10", removed: "Anna Invented, +00"}},
		"shortcode":            {"HRX (10.12.2020) – " + body + "\n\n[xyz-ihs snippet=\"Footer\"]", want{outlet: "HRX", published: "2020-12-10", removed: "[xyz-ihs snippet"}},
		"French":               {"Par Anne Inventée\n\nLe Courrier du port (29.03.2017) – " + body, want{byline: "Anne Inventée", outlet: "Le Courrier du port", published: "2017-03-29"}},
		"Russian words":        {"Автор: Анна Вымышленная\n\nПортовые вести (29 марта 2017) – " + body, want{byline: "Анна Вымышленная", outlet: "Портовые вести", published: "2017-03-29"}},
		"Korean":               {"홍길동 기자\n\n항구일보 (29.03.2017) – " + body, want{byline: "홍길동", outlet: "항구일보", published: "2017-03-29"}},
		"Chinese brackets":     {"记者 王虚构\n\n港口日报（2017年3月29日）– " + body, want{byline: "王虚构", outlet: "港口日报", published: "2017-03-29"}},
		"Arabic":               {"بقلم أحمد المتخيل\n\nأخبار الميناء (29.03.2017) – " + body, want{byline: "أحمد المتخيل", outlet: "أخبار الميناء", published: "2017-03-29"}},
	} {
		t.Run(name, func(t *testing.T) { checkForm(t, c.in, c.want, known) })
	}
}

func checkForm(t *testing.T, in string, w want, outlets []string) {
	doc, err := Read([]byte(in), Options{Outlets: outlets}, now)
	if err != nil {
		t.Fatal(err)
	}
	if w.begins == "" {
		w.begins = lead
	}
	for _, f := range []struct{ field, got, want string }{
		{"title", doc.Title, w.title}, {"standfirst", doc.Standfirst, w.standfirst}, {"byline", strings.Join(doc.Byline, "; "), w.byline},
		{"outlet", doc.Outlet, w.outlet}, {"published", doc.Published, w.published}, {"place", doc.Dateline.Place, w.place}, {"link", doc.Dateline.Link, w.link},
	} {
		if f.got != f.want {
			t.Errorf("%s is %q, want %q (rule %q)", f.field, f.got, f.want, doc.Rule)
		}
	}
	if !strings.HasPrefix(doc.Text, w.begins) && w.title+w.outlet+w.published+w.place != "" {
		t.Errorf("text begins %.70q", doc.Text)
	}
	removed := ""
	for _, r := range doc.Removed {
		removed += r.Text + "\n"
	}
	if !strings.Contains(removed, w.removed) || strings.Contains(doc.Text, "xyz-ihs") {
		t.Errorf("removed:\n%s", removed)
	}
	nothingLost(t, in, doc)
}

// nothingLost is the law of plain text: every word of the input is somewhere.
func nothingLost(t *testing.T, in string, doc Document) {
	t.Helper()
	all := strings.Join([]string{doc.Title, doc.Standfirst, strings.Join(doc.Byline, " "), doc.Dateline.Raw, doc.Text}, " ")
	for _, r := range doc.Removed {
		all += " " + r.Text
	}
	have := map[string]int{}
	for _, w := range wordsOf(all) {
		have[w]++
	}
	for _, w := range wordsOf(in) {
		if have[w] == 0 && !cueWord(w) {
			t.Errorf("the word %q is lost", w)
		}
	}
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// cueWord are the words that mark a byline and say nothing else.
func cueWord(w string) bool {
	switch strings.ToLower(w) {
	case "by", "par", "автор", "기자", "记者", "بقلم":
		return true
	}
	return false
}

func TestPlaceIsNoOutlet(t *testing.T) {
	for s, isOne := range map[string]bool{"NEW YORK": true, "GENEVA": true, "HRWF": false, "RFA": false, "Moscow Times": false} {
		if isPlace(s, nil) != isOne {
			t.Errorf("isPlace(%q) = %v", s, !isOne)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"29.03.2017": "2017-03-29", "5/4/19": "2019-04-05", "31.12.99": "1999-12-31", "2017-03-29": "2017-03-29", "09-MAR-05": "2005-03-09",
		"9 March 2018": "2018-03-09", "Oct. 22, 2018": "2018-10-22", "1er août 2019": "2019-08-01", "29 марта 2017": "2017-03-29",
		"29 مارس 2017": "2017-03-29", "٢٩ مارس ٢٠١٧": "2017-03-29", "2017年3月29日": "2017-03-29", "2017년 3월 29일": "2017-03-29", "3 mai 2020": "2020-05-03",
	} {
		if got, ok := parseDate(in, now); !ok || got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for _, in := range []string{"", "31.02.2017", "12 apples 2017", "1.1.2035", "99.99.9999", "29.03"} {
		if got, ok := parseDate(in, now); ok {
			t.Errorf("%q is the date %q", in, got)
		}
	}
}

func FuzzPlain(f *testing.F) {
	f.Add("By Anna Invented\n\nHarbour News (29.03.2017) – – " + body)
	f.Add("Title\n\n28.06.21 – x\n\n(09-MAR-05)")
	f.Fuzz(func(t *testing.T, in string) {
		if isHTML(in) || Check([]byte(in)) != nil {
			t.Skip()
		}
		doc, err := Read([]byte(in), Options{}, now)
		if err != nil {
			t.Fatal(err)
		}
		text, err := decode([]byte(in), "")
		if err != nil {
			t.Fatal(err)
		}
		nothingLost(t, text, doc)
	})
}
