package extract

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// lookAlikes are invented documents of sources that repeat what is their news,
// not a block. They were written before the rules that spare them.
var lookAlikes = []struct {
	name     string
	document func(n int) []string
}{
	{"a series with the same first sentence", func(n int) []string {
		return slices.Concat([]string{"The trial of Ada Invented before the harbour court went on this week."}, ofTheTrial(n), last(n))
	}},
	{"a bulletin of prices", func(n int) []string {
		return []string{
			fmt.Sprintf("A loaf of bread cost %d coins at the market of Quay this week.", 3+n),
			fmt.Sprintf("A sack of flour cost %d coins, a litre of oil %d.", 30+n, 9+n),
			fmt.Sprintf("The exchange office gave %d coins for a crown.", 100+n),
			"Prices were asked for at three stalls of the market.",
		}
	}},
	{"what is known of the case stands at the end of each", func(n int) []string {
		return slices.Concat(ofTheTrial(n), last(n), []string{"Ada Invented, a keeper of the lantern brotherhood, was arrested in March 2016. The harbour court banned the brotherhood a year later."})
	}},
	{"the same under two of three", func(n int) []string {
		return slices.Concat(ofTheTrial(n), last(n), underTwo(n, "Ada Invented, a keeper of the lantern brotherhood, was arrested in March 2016. The harbour court banned the brotherhood a year later."))
	}},
	{"the same in Russian", func(n int) []string {
		return slices.Concat([]string{
			[]string{"Суд в Набережном допросил двух свидетелей по делу общины фонарщиков.", "Прокурор просит для Ады Вымышленной три года колонии.", "Община фонарщиков обжаловала запрет, сказал её адвокат."}[n%3],
			fmt.Sprintf("Заседание номер %d длилось %s.", n+1, []string{"весь день и было закрыто", "меньше часа", "до вечера, публику не пустили"}[n%3]),
		}, []string{"Ада Вымышленная была арестована в марте 2016 года. Через год суд запретил общину фонарщиков."})
	}},
	{"the same in Chinese", func(n int) []string {
		return slices.Concat([]string{
			[]string{"码头法院周一就灯会案传唤两名证人，旁听者不得入内。", "检方要求判处灯会看守人阿达三年徒刑。", "灯会的律师说，他们已就禁令提出上诉。"}[n%3],
			[]string{"庭审持续了一整天。", "宣判日期没有公布。", "家属在门外等候到晚上。"}[n%3],
		}, []string{"灯会看守人阿达于二〇一六年三月被捕，一年后码头法院取缔了灯会。"})
	}},
	{"words that were said, at the end of two of three", func(n int) []string {
		return slices.Concat(ofTheTrial(n), last(n), underTwo(n, "“We ask all of you who read this to support our families and to write to our newspaper,” she said."))
	}},
	{"words that were said, at the end of each", func(n int) []string {
		return slices.Concat(last(n), last(n+500), []string{"“We have done nothing that we would not do again tomorrow.”"})
	}},
	{"forms of one wire story", func(n int) []string {
		story := []string{
			"Ada Invented was heard by the harbour court on Monday, an agency reports.",
			"The lantern brotherhood has waited for this hearing since spring.",
			"Three judges asked her about the lanterns that hung in the windows of the town.",
			"She answered that no law forbids a lantern in a window.",
			"Outside, forty people of the brotherhood sang until the doors opened.",
			"The court will say on Friday how the trial of the brotherhood goes on.",
		}
		begin := []string{"An agency's invented report from the harbour town.", "How our town heard it.", "Short news of the week, in the order in which they came."}[n%3]
		return slices.Concat(story[:1], ofTheTrial(n)[:2], []string{begin}, last(n), story[n%3+1:])
	}},
	{"where a prisoner can be written to", func(n int) []string {
		return slices.Concat(ofTheTrial(n), last(n), underTwo(n, "You can write to Ada Invented: Prison 5, Harbour Street, Quay. Letters that support her are read by the guards."))
	}},
	{"open letters of one campaign", func(n int) []string {
		return slices.Concat(
			[]string{fmt.Sprintf("To the %s of the town of Quay:", []string{"mayor", "judges", "bishop"}[n%3]) + " " + filler(n)}, ofTheTrial(n),
			underTwo(n, "We call on you to free Ada Invented, our sister, and to give the lantern brotherhood its house back."))
	}},
	{"a newspaper that is persecuted", func(n int) []string {
		return slices.Concat([]string{
			[]string{"Police searched the office of the Lantern Courier on Monday.", "Readers of the Lantern Courier stood before its closed door.", "The editor of the Lantern Courier was fined three thousand coins."}[n%3] + " " + filler(n),
			[]string{"The newspaper had printed the names of those who were arrested.", "Donations to the newspaper were taken by the police as evidence.", "Nobody may support an independent newspaper here, said a clerk of the court."}[n%3] + " " + filler(n+100),
		}, last(n), underTwo(n, "The Lantern Courier, an independent newspaper, lives on the donations of its readers. It was banned last year."))
	}},
	{"the day of the next hearing", func(n int) []string {
		return slices.Concat(ofTheTrial(n), []string{fmt.Sprintf("The trial of Ada Invented goes on before the harbour court on %d %s.", n+3, evalMonths[n%12])})
	}},
	{"who the prisoner is", func(n int) []string {
		name := evalPeople[n%10] + " " + strings.ToUpper(fillers[n][:1]) + fillers[n][1:]
		return slices.Concat([]string{name + " was sentenced to three years on Monday."}, last(n), []string{name + " is a " + []string{"baker", "fisher", "teacher"}[n%3] + " in " + evalMonths[n%12] + "ville."})
	}},
	{"a heading over names that differ", func(n int) []string {
		return slices.Concat(ofTheTrial(n), []string{"Prisoners of the lantern brotherhood", evalPeople[n%10] + " Invented, three years", evalPeople[(n+3)%10] + " Example, " + []string{"two", "five", "seven"}[n%3] + " years"})
	}},
	{"an update below the last sentence", func(n int) []string {
		return slices.Concat(ofTheTrial(n), last(n), []string{fmt.Sprintf("Update, %d %s: the court has put the trial of Ada Invented off.", n+2, evalMonths[n%12])})
	}},
}

// fillers are words of which the sentences of invented documents are made that
// have nothing in common.
var fillers = strings.Fields(`harness copper valley window ladder butter garden silver winter saddle barrel candle ribbon timber
	marble pepper hammer meadow orchid basket pillow kettle walnut feather thunder blanket chimney bottle needle anchor`)

// filler gives an invented sentence of its own for each number.
func filler(n int) string {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	var words []string
	for range 9 {
		words = append(words, fillers[r.IntN(len(fillers))])
	}
	return "A " + strings.Join(words, " ") + "."
}

// ofTheTrial gives sentences about one trial that differ in each document.
func ofTheTrial(n int) []string {
	r := rand.New(rand.NewPCG(11, uint64(n)))
	about := []string{"Ada Invented", "the harbour court", "the lantern brotherhood", "her arrest in March"}
	r.Shuffle(len(about), func(i, j int) { about[i], about[j] = about[j], about[i] })
	said := strings.TrimSuffix(filler(n+5000), ".")
	return []string{
		said + " of " + about[0] + " and " + about[1] + ", " + filler(n + 6000)[2:],
		filler(n + 7000)[:30] + " for " + about[2] + ".",
		filler(n + 8000)[:40] + " to " + about[3] + ".",
	}
}

// last gives a last sentence of its own for each document.
func last(n int) []string { return []string{filler(n + 9000)} }

// underTwo puts a line under two of three documents.
func underTwo(n int, line string) []string {
	if n%3 == 2 {
		return nil
	}
	return []string{line}
}

// TestLookAlikesStay: nothing is cut from what repeats itself as news does.
func TestLookAlikesStay(t *testing.T) {
	for _, kind := range lookAlikes {
		for _, size := range []int{3, 5, 10} {
			var docs [][]string
			for n := range size + 1 {
				docs = append(docs, kind.document(n))
			}
			known := NewBlocks(Learn(edgesOfAll(docs[:size]), now), nil)
			for i, d := range docs {
				for at, yes := range known.Cut(d, true, func(at Place, p string) kindOfLine { return tells(at, p, Options{}, now) }) {
					if yes {
						t.Errorf("%s, from %d documents, document %d: cut %q", kind.name, size, i, d[at])
					}
				}
			}
		}
	}
}
