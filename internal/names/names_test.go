package names

import (
	"fmt"
	"strings"
	"testing"
)

// register are the names of invented people.
var register = []Entry{
	{Owner: "ru", Text: "Пётр Ильич Вымыслов", Language: "ru"},
	{Owner: "ru", Text: "Pyotr Vymyslov", Language: "en"},
	{Owner: "ski", Text: "Дмитрий Сказочинский", Language: "ru"},
	{Owner: "anna", Text: "Анна Вымыслова", Language: "ru"},
	{Owner: "ivan", Text: "Ivan Petrov", Language: "en"},
	{Owner: "ar", Text: "محمد عبد الرحمن المثالي", Language: "ar"},
	{Owner: "lat", Text: "Khaled Mithali", Language: "ar"},
	{Owner: "ko", Text: "김예시", Language: "ko"},
	{Owner: "zh", Text: "张晓例", Language: "zh"},
	{Owner: "tw", Text: "Liu Hsiao-li", Language: "zh"},
	{Owner: "es", Text: "María Fernanda Inventada Ejemplo", Language: "es"},
	{Owner: "caps", Text: "EXEMPLAIRE Jeanne", Language: "fr"},
	{Owner: "alias", Text: "Zorvane", Language: "en", Alone: true},
	{Owner: "y", Text: "Y Ví Dụ", Language: "vi"},
	{Owner: "fa", Text: "رضا نمونه‌ای", Language: "fa"},
	{Owner: "pair", Text: "Tova and Ulrik Beispielsen", Language: "en"},
	{Owner: "none", Text: "Fourteen members of a prayer group in Nowhere", Language: "en"},
	{Owner: "uk", Text: "Григорій Вигаданенко", Language: "uk"},
}

// TestFind holds what texts say of invented people, in other scripts, spellings,
// cases and orders; "–" is for what names somebody else.
func TestFind(t *testing.T) {
	x := NewIndex(register)
	for _, c := range []struct{ text, want string }{
		{"Суд приговорил Петра Вымыслова к штрафу.", "ru Петра Вымыслова inflected whole native"},
		{"Вымыслов Пётр Ильич не признал вины.", "ru Вымыслов Пётр Ильич written whole native"},
		{"Встреча с Петром Ильичом Вымысловым прошла вчера.", "ru Петром Ильичом Вымысловым inflected whole native"},
		{"Пётр Сергеевич Вымыслов был оправдан.", "–"},
		{"The court fined Pyotr Vymyslov again.", "ru Pyotr Vymyslov written whole"},
		{"Police searched Petr Vymyslov's home.", "ru Petr Vymyslov transliterated whole"},
		{"P. Vymyslov was fined.", "ru P. Vymyslov written some"},
		{"On Monday, Vymyslov said so.", "ru Vymyslov written family"},
		{"Marina Vymyslova said so.", "–"},
		{"Dmitri Skazochinski and Dmitriy Skazochinsky", "ski Dmitri Skazochinski transliterated whole"},
		{"о Дмитрии Сказочинском", "ski Дмитрии Сказочинском inflected whole native"},
		{"Ivan Petrov was there.", "ivan Ivan Petrov written whole common"},
		{"Police arrested Mohammed Abdulrahman al-Mithali.", "ar Mohammed Abdulrahman al-Mithali likely whole"},
		{"اعتقل محمد عبد الرحمن المثالي أمس", "ar محمد عبد الرحمن المثالي written whole native"},
		{"قال خالد المثالي", "lat خالد المثالي likely whole"},
		{"Khalid al-Mithali was released.", "lat Khalid al-Mithali likely whole"},
		{"김예시는 석방되었다.", "ko 김예시 written whole native"},
		{"Kim Ye-si was released.", "ko Kim Ye-si likely whole"},
		{"法院判处张晓例三年", "zh 张晓例 written whole native"},
		{"法院判處張曉例三年", "–"},
		{"Zhang Xiaoli was sentenced.", "zh Zhang Xiaoli transliterated whole"},
		{"Xiaoli Zhang and others", "zh Xiaoli Zhang transliterated whole"},
		{"Chang Hsiao-li, a pastor", "zh Chang Hsiao-li transliterated whole"},
		{"Liu Hsiao-li left.", "tw Liu Hsiao-li written whole"},
		{"la activista Fernanda Inventada", "es Fernanda Inventada written some"},
		{"l'avocate Jeanne Exemplaire", "caps Jeanne Exemplaire written whole"},
		{"The singer Zorvane left.", "alias Zorvane written some"},
		{"Fourteen people of Nowhere met Tova and Ulrik Beispielsen.", "pair Ulrik Beispielsen written some"},
		{"Nguyen Van Vi Du was kept at home, and Y Vi Du too.", "y Y Vi Du written whole"},
		{"رضا نمونه‌ای آزاد شد", "fa رضا نمونه‌ای written whole native"},
		{"مهتاب نمونه‌ای آزاد شد", "–"},
		{"Hryhorii Vyhadanenko was fined.", "uk Hryhorii Vyhadanenko transliterated whole"},
		{"Pyotr Example met Anna, Vymyslov left.", "ru Vymyslov written family"},
	} {
		if got := told(x.Find(c.text)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func told(hits []Hit) string {
	var out []string
	for _, h := range hits {
		s := fmt.Sprintf("%s %s %s %s", h.Owner, h.Words, [...]string{"written", "inflected", "transliterated", "likely"}[h.How], [...]string{"whole", "some", "family"}[h.Part])
		if h.Native {
			s += " native"
		}
		if h.Common {
			s += " common"
		}
		out = append(out, s)
	}
	if out == nil {
		return "–"
	}
	return strings.Join(out, "|")
}
