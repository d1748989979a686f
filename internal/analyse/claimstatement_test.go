package analyse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// statementCases are invented sentences: who, kind, mode, polarity, hedge, and
// the relays behind the outlet.
var statementCases = []struct {
	lang, text, want string
}{
	{"en", "The ministry denied that 300 believers were held in the camp.", "The ministry office paraphrased denies none"},
	{"en", "Activists called for the release of the two pastors at once.", "Activists ngo paraphrased calls_for none"},
	{"en", "The embassy rejected the report of the group as pure invention.", "The embassy office paraphrased denies none"},
	{"en", "Officials reportedly expressed interest in a second camp near the river.", "Officials office paraphrased asserts reported"},
	{"en", "Are 300 believers held in the camp?", " author unattributed questions none"},
	{"en", "Prosecutors said that the court will ban the church in spring.", "Prosecutors office paraphrased predicts none"},
	{"en", "Invented News, citing officials, said that 40 workers were sent home.", "officials office paraphrased asserts none via Invented News"},
	{"en", "He walked home and thought about nothing in particular.", ""},
	{"en", "They said so.", ""},
	{"fr", "Des militants ont exigé la libération immédiate des deux pasteurs.", "Des militants ngo paraphrased calls_for none"},
	{"fr", "Le ministère dément que 300 fidèles soient détenus dans le camp.", "Le ministère office paraphrased denies none"},
	{"ru", "Министерство опровергло, что задержаны 30 верующих.", "Министерство office paraphrased denies none"},
	{"ru", "Правозащитники потребовали немедленно освободить двух пасторов.", "Правозащитники ngo paraphrased calls_for none"},
	{"es", "Activistas exigieron la liberación inmediata de los dos pastores.", "Activistas ngo paraphrased calls_for none"},
	{"ar", "طالبت منظمة حقوقية بالإفراج الفوري عن القسيسين.", "منظمة حقوقية بالإفراج الفوري ngo paraphrased calls_for none"},
	{"sw", "Maafisa walisema kwamba watu 300 wanashikiliwa.", ""},
}

// short writes who claims something, in which way, and through whom.
func (c Claim) short() string {
	out := []string{"", "", string(c.Mode), string(c.Polarity), string(c.Hedge)}
	if c.Claimant != nil {
		out[0], out[1] = c.Claimant.Surface, c.Claimant.Kind
	}
	if len(c.Via) > 1 {
		out = append(out, "via", strings.Join(c.Via[1:], ", "))
	}
	return strings.Join(out, " ")
}

func TestStatements(t *testing.T) {
	for _, c := range statementCases {
		list := Analyse(Input{Text: c.text, Language: c.lang, Date: "2021-06-16", Outlet: "Example"}).Claims
		got := ""
		if len(list) > 0 {
			got = list[len(list)-1].short()
		}
		if got != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestQuotedNumber holds that a number between quotation marks is its speaker's,
// in the quoted mode, with the speaker's own words.
func TestQuotedNumber(t *testing.T) {
	const text = "“At least 300 believers are held in the camp behind the river,” said Anna Invented, who does not exist."
	list := Analyse(Input{Text: text, Language: "en"}).Claims
	if len(list) != 1 || list[0].short() != "Anna Invented person quoted asserts none" || list[0].Quantity.Number != "300" {
		t.Errorf("%+v", list)
	}
}

// TestDeskKeepsAll holds that ages, terms, denials and statements without a
// number are in the desk's list with what was read of them, and that a number
// that is about another has it at both ends.
func TestDeskKeepsAll(t *testing.T) {
	const text = "About 300 believers are held. Anna Invented, 34, got two years in prison. The ministry denied that 50 workers were in Russia. Activists called for the release of the pastors."
	list := Analyse(Input{Text: text, Language: "en", Date: "2021-06-16"}).DeskClaims()
	var got []string
	for _, c := range list {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s|%s|%s|%s|%s|%g-%g %s|%s", c.Claimant, c.Kind, c.Mode, c.Polarity, c.Bound, c.Min, c.Max, c.Unit, strings.Join(c.Places, " "))))
		if words := []rune(text)[c.Begin:c.End]; string(words) != c.Words || c.AsOf != "" || c.Content.End == 0 || c.Rule == "" || c.Hedge != "none" {
			t.Errorf("%+v", c)
		}
	}
	if want := []string{"|author|unattributed|asserts|about|300-300 people|", "|author|unattributed|asserts|exact|34-34 years|",
		"|author|unattributed|asserts|exact|2-2 years|", "The ministry|office|paraphrased|denies|exact|50-50 people|RU", "Activists|ngo|paraphrased|calls_for|exact|0-0 |"}; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
