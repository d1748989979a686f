package names

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// TestSharedAndCounted: two who bear one name are both doubtful, and places
// are counted once, by whichever of the owner's names they are found.
func TestSharedAndCounted(t *testing.T) {
	x := NewIndex([]Entry{
		{Owner: "a", Text: "Nora Vymyslovich", Language: "en"}, {Owner: "b", Text: "Нора Вымыслович", Language: "ru"},
		{Owner: "c", Text: "Odran Zelimkest", Language: "en"}, {Owner: "c", Text: "Odran Zelimkest Vart", Language: "en"},
	})
	hits := x.Find("Nora Vymyslovich met Odran Zelimkest.\n\nLater Odran Zelimkest left; Zelimkest said no more.")
	if len(hits) != 3 || !hits[0].Shared || !hits[1].Shared || hits[2].Shared || hits[2].Count != 3 || hits[2].Part != Whole {
		t.Errorf("%+v", hits)
	}
}

// TestPatronymicTellsPeopleApart: another father is another person, in whatever
// script and case; a name without a patronymic says nothing of it.
func TestPatronymicTellsPeopleApart(t *testing.T) {
	x := NewIndex([]Entry{{Owner: "a", Text: "Роман Лукич Несуществов", Language: "ru"}})
	for text, want := range map[string]int{
		"Роман Лукич Несуществов": 1, "Романа Лукича Несуществова": 1, "Роман Несуществов": 1, "Roman Lukich Nesushchestvov": 1,
		"Роман Иванович Несуществов": 0, "Несуществова Романа Ивановича": 0, "Roman Ivanovich Nesushchestvov": 0,
	} {
		if got := len(x.Find(text)); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// FuzzNames: whatever somebody writes into the field of a name, it is found in a
// text that is it or not at all, and nothing breaks.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Fourteen members", "浙江一家庭教会房东被要求", "조선민주주의인민공화국", "A, B, C", "Ann-", "عبد", "·", "Иван Иванович", "X Y Z W V U T S", "o'", "\xff"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		x := NewIndex([]Entry{{Owner: "a", Text: name, Language: "ar"}, {Owner: "b", Text: name, Language: "ko", Alone: true}, {Owner: "c", Text: "Ann Example"}})
		for _, h := range x.Find(name + " " + text) {
			if runes := []rune(name + " " + text); h.End > len(runes) || h.Begin >= h.End {
				t.Fatalf("%+v", h)
			}
		}
	})
}

func FuzzFind(f *testing.F) {
	x := NewIndex(register)
	for _, s := range []string{"Petr Vymyslov's", "張曉例 and 김예시는", "l'Abd", "Abd al-", "عبد الرحمن", "P. P. P. Vymyslov", "a-\xff-b’s", strings.Repeat("Abd ", 20)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes := []rune(text)
		for _, h := range x.Find(text) {
			if h.Begin < 0 || h.End > len(runes) || h.Begin >= h.End || h.Count < 1 {
				t.Fatalf("%+v is not in %q", h, text)
			}
			if words := string(runes[h.Begin:h.End]); words != string([]rune(h.Words)) {
				t.Fatalf("%q stands at the place of %q", words, h.Words)
			}
		}
	})
}

// many gives invented names in three scripts.
func many(n int) []Entry {
	begin := strings.Fields("Al Bel Cor Dar El Far Gor Hal Il Jar Kal Lom Mar Nor Ol Par Ral Sal Tar Ul Var Wen Yar Zor")
	middle := strings.Fields("an en in on un av ev iv ov uv ad ed id od ud az ez iz oz uz")
	end := strings.Fields("ov ko ich ski dze yan ev in uk ets man berg son sen oglu")
	russian := strings.Fields("Ал Бел Кор Дар Эл Фар Гор Хал Ил Жар Кал Лом Мар Нор Ол Пар Рал Сал Тар Ул")
	list := make([]Entry, n)
	for i := range list {
		family := begin[i%len(begin)] + middle[i/24%len(middle)] + middle[i/480%len(middle)] + end[i/9600%len(end)]
		list[i] = Entry{Owner: fmt.Sprint(i), Text: begin[i/7%len(begin)] + "or " + family, Language: "en"}
		if i%3 == 0 {
			list[i] = Entry{Owner: fmt.Sprint(i), Text: russian[i%20] + "он " + russian[i/20%20] + "ан" + russian[i/400%20] + "ов", Language: "ru"}
		}
		if i%3 == 1 {
			letters := []rune("张王李赵陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾")
			list[i] = Entry{Owner: fmt.Sprint(i), Text: string([]rune{letters[i%30], letters[i/30%30], letters[i/900%30]}), Language: "zh"}
		}
	}
	return list
}

const (
	english = "The court in Nowhere sentenced Ann Example, a member of the House Church Alliance, to three years on Tuesday, said Peter Sample of Forum Invented. Officials of the Ministry of Justice denied it.\n\n"
	russian = "Суд в Несуществующем приговорил Анну Примерову, члена общины, к трём годам, сообщил во вторник Пётр Образцов из Форума. Представители Министерства юстиции это отрицают.\n\n"
)

// BenchmarkFind looks for 100,000 names in an article.
func BenchmarkFind(b *testing.B) {
	x := NewIndex(many(100_000))
	for name, paragraph := range map[string]string{"english": english, "russian": russian} {
		text := strings.Repeat(paragraph, 20)
		b.Run(name, func(b *testing.B) {
			before := seconds(b)
			for b.Loop() {
				x.Find(text)
			}
			b.ReportMetric((seconds(b)-before)/float64(b.N)*1e6, "µs-of-CPU/op")
			b.ReportMetric(float64(len(text)*b.N)/1e6/(seconds(b)-before), "MB/s-of-CPU")
		})
	}
}

// seconds gives the processor time that the process has used: the clock on the
// wall says little on a machine that others use too.
func seconds(b *testing.B) float64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkIndex indexes 100,000 names.
func BenchmarkIndex(b *testing.B) {
	list := many(100_000)
	before := seconds(b)
	for b.Loop() {
		NewIndex(list)
	}
	b.ReportMetric((seconds(b)-before)/float64(b.N), "s-of-CPU/op")
}
