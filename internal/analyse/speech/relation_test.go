package speech

import "testing"

// TestRelatives holds that a word for what somebody is to somebody makes the one
// who is named behind it no speaker: the prisoner does not say what his daughter
// or his lawyer says.
func TestRelatives(t *testing.T) {
	for _, c := range []struct{ language, text, speaker string }{
		{"en", "“I want my father back,” the daughter of imprisoned pastor Wang Erdacht, Lin, says.", "Lin"},
		{"en", "“He is ill,” said a lawyer for jailed editor Maria Invented.", "a lawyer for jailed editor Maria Invented"},
		{"en", "“He is ill,” said the wife of Dr. Tom Invented.", "the wife of Dr. Tom Invented"},
		{"en", "The brother of the murdered journalist Maria Invented spoke. “She was brave,” he said.", "The brother of the murdered journalist Maria Invented"},
		{"en", "According to the family of Maria Invented, “she is ill and very weak”.", "the family of Maria Invented"},
		{"en", "Pastor Tom Invented's daughter said “he is very ill today”.", "Pastor Tom Invented's daughter"},
		{"en", "Tom Invented's lawyer, Jan Sample, told AFP: “He is ill.”", "Jan Sample"},
		{"en", "“It is over,” said envoy for Yemen Ann Example.", "Ann Example"},
		{"fr", "« Il est malade », a dit la fille du pasteur emprisonné Wang Inventé.", "la fille du pasteur emprisonné Wang Inventé"},
		{"fr", "Selon l’avocate de Paul Inventé, « il est malade et très faible ».", "l’avocate de Paul Inventé"},
		{"fr", "La fille du pasteur Paul Inventé, Lin, a déclaré : « Je veux revoir mon père. »", "Lin"},
		{"es", "Dijo el abogado de Juan Inventado: «Está enfermo hoy».", "el abogado de Juan Inventado"},
		{"es", "«Está enfermo», aseguró la esposa del opositor Juan Inventado.", "la esposa del opositor Juan Inventado"},
		{"de", "„Er ist krank“, sagte die Tochter des inhaftierten Pastors Hans Erfunden.", "die Tochter des inhaftierten Pastors Hans Erfunden"},
		{"de", "Der Anwalt von Hans Erfunden sagte: „Er ist krank.“", "Der Anwalt von Hans Erfunden"},
		{"ru", "«Он болен», — сказала жена арестованного пастора Ивана Выдумова.", "жена арестованного пастора Ивана Выдумова"},
		{"ru", "«Он болен», — сказал адвокат Ивана Выдумова.", "адвокат Ивана Выдумова"},
		{"ru", "«Он болен», — сказал адвокат Вана Выдуманного.", "адвокат Вана Выдуманного"},
		{"ru", "«Он болен», — сказал адвокат Иван Выдумов.", "Иван Выдумов"},
		{"ru", "«Он болен», — сказала его жена Ольга Выдумова.", "Ольга Выдумова"},
		{"ar", "وقال محامي يوحنا المتخيل إن «موكله مريض جدا».", "محامي يوحنا المتخيل"},
		{"ar", "«إنه مريض جدا اليوم»، قالت ابنة القس المسجون يوحنا المتخيل.", "ابنة القس المسجون يوحنا المتخيل"},
		{"zh", "王虚怡的律师说：“他病了。”", "王虚怡的律师"},
		{"zh", "“他病得很重，”在押牧师王虚怡的妻子告诉记者。", "牧师王虚怡的妻子"},
		{"zh", "牧师王虚怡的女儿王小拟说：“我想爸爸。”", "王小拟"},
		{"ko", "왕가명 목사의 딸은 “아버지를 돌려달라”고 말했다.", "왕가명 목사의 딸"},
		{"ko", "왕가명 목사의 변호사 김가상은 “그는 아프다”고 말했다.", "왕가명 목사의 변호사 김가상"},
	} {
		got := Find(c.text, c.language).Quotations
		if len(got) != 1 || got[0].Speaker.Text != c.speaker {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}
