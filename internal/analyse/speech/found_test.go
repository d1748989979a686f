package speech

import (
	"strings"
	"testing"
)

// TestStance holds that a cue tells what the speaker does.
func TestStance(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           Stance
	}{
		{"en", "“We were there,” said Ann Invented.", Asserts},
		{"en", "Ann Invented denied that the group had “ever asked for money”.", Denies},
		{"en", "“Who gave the order?” asked Ann Invented.", Questions},
		{"en", "Ann Invented demanded “the release of all nine men”.", CallsFor},
		{"en", "Ann Invented predicted “a long and cold winter”.", Predicts},
		{"fr", "« Qui a donné l’ordre ? » a demandé Anne Inventée.", Questions},
		{"ru", "Анна Выдумова опровергла, что община «собирала деньги на оружие».", Denies},
		{"ar", "ونفت وزارة العدل أن يكون المعتقل «قد تعرض للتعذيب داخل السجن».", Denies},
		{"es", "«Basta ya de mentiras», exigió Ana Inventada.", CallsFor},
		{"de", "„Wer gab den Befehl?“, fragte Anna Erfunden.", Questions},
		{"zh", "律师方例人否认：“我们从来没有收过钱。”", Denies},
		{"ko", "변호사 가상훈은 “돈을 받은 적이 없다”고 부인했다.", Denies},
	} {
		got := Find(c.text, c.language).Quotations
		if len(got) != 1 || got[0].Stance != c.want || got[0].Cue.Text == "" {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

// TestNoSpeech holds that titles, words at a distance and apostrophes are none.
func TestNoSpeech(t *testing.T) {
	for _, text := range []string{
		"The so-called “peace council” met again. It calls itself “independent”.",
		"The film “A Long Way to the River” was banned, as was the book titled “No Way Home.”",
		"The workers’ union and the teachers’ union don’t agree; it’s the ’90s again.",
		"They were accused of “spreading rumours that harm the state”.",
		"You say: “I would like a raise.”",
		"The report said the men, described as ‘guardians’ by the state, had left.",
		"Police said that a “kitchen list” had been lost in the alleged “riot”.",
		"The court said people deemed “idle” by the town may stay; Ronald “Hook” Invented may not.",
		"A militia that calls itself the “Guardians of the Plain” was seen.",
		"Они сказали, что закон о «чужих голосах» принят и общество «Тихий берег» закрыто.",
		"She is 5'10\" tall and the screen is 15\" wide.",
		"““”” \"\" '' « » „“",
		"《没有门的房子》是一部小说。",
	} {
		if got := Find(text, "").Quotations; len(got) > 0 {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

// TestUnnamed holds that a quotation without a speaker has what stands before
// it, and one with a speaker has not.
func TestUnnamed(t *testing.T) {
	got := Find("The verdict was short.\n\n“Whoever breaks the law of the land must bear what follows.”\n\nNobody left.", "en").Quotations
	if len(got) != 1 || got[0].Speaker.Text != "" || got[0].Context.Text != "The verdict was short." {
		t.Errorf("%+v", got)
	}
}

// TestUncovered holds that in a language without rules only whole sentences are
// found, and nobody is said to have spoken.
func TestUncovered(t *testing.T) {
	text := "Avukat Uydurma Kişi şöyle dedi: “Müvekkilimi üç aydır hiç göremedim.” Bu bir “skandal” dedi."
	got := Find(text, "tr")
	if len(got.Quotations) != 1 || got.Quotations[0].Speaker.Text != "" || got.Quotations[0].Text != "Müvekkilimi üç aydır hiç göremedim." {
		t.Errorf("%+v", got.Quotations)
	}
	if len(got.People)+len(got.Organisations)+len(got.Paraphrases) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestParaphrases(t *testing.T) {
	for _, c := range []struct{ text, speaker, said string }{
		{"Police spokesman Tom Invented said on Monday that nine people had been arrested.", "Tom Invented", "nine people had been arrested"},
		{"Nine people had been arrested, the ministry said.", "the ministry", "Nine people had been arrested"},
		{"According to Clear Water, nine people had been arrested.", "Clear Water", "nine people had been arrested"},
		{"The governor denied that anybody had been arrested.", "The governor", "anybody had been arrested"},
		{"L’avocate Anne Inventée a déclaré que neuf personnes avaient été arrêtées.", "Anne Inventée", "neuf personnes avaient été arrêtées"},
		{"Адвокат Анна Выдумова заявила, что девять человек были арестованы.", "Анна Выдумова", "девять человек были арестованы"},
	} {
		language := ""
		if strings.Contains(c.text, "avocate") {
			language = "fr"
		}
		got := Find(c.text, language).Paraphrases
		if len(got) != 1 || got[0].Speaker.Text != c.speaker || got[0].Text != c.said {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

// TestNames holds who is taken for a person and what for an organisation, with
// how often, the most frequent first.
func TestNames(t *testing.T) {
	text := "Prime Minister Havel Invented met Dr. Mira Example in South Sudan on Monday. Invented said the Ministry of Justice and the Supreme Court had agreed. " +
		"Lawyer Tom Sample of Human Rights Forum told Reuters that Invented was wrong. New York and the Penal Code are no people, and neither is Christmas Day."
	got := Find(text, "en")
	list := func(named []Named) string {
		var out []string
		for _, n := range named {
			out = append(out, n.Text+" "+strings.Repeat("+", n.Count))
		}
		return strings.Join(out, ", ")
	}
	if s := list(got.People); s != "Havel Invented +++, Mira Example +, Tom Sample +" {
		t.Error(s)
	}
	if s := list(got.Organisations); s != "Ministry of Justice +, Supreme Court +, Human Rights Forum +, Reuters +" {
		t.Error(s)
	}
}

func TestAt(t *testing.T) {
	text := "Ann Invented said that nine men were held. “Two are ill,” her lawyer denied. It rained."
	found := Find(text, "en")
	for _, c := range []struct {
		words, speaker string
		quoted         bool
	}{{"nine", "Ann Invented", false}, {"Two", "her lawyer", true}, {"rained", "", false}} {
		said, ok := found.At(len([]rune(text[:strings.Index(text, c.words)])))
		if ok != (c.speaker != "") || said.Speaker.Text != c.speaker || said.Quoted != c.quoted {
			t.Errorf("%s: %+v", c.words, said)
		}
	}
}
