package alike

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Short texts of our own, in scripts with blanks and without; the people and
// places are invented.
const (
	english = `Two members of the prayer group were fined by the harbour court on Monday for meeting in a private home without telling the council.

The judge said that the law had been in force since spring and that nobody had asked for leave. Their lawyer will appeal within ten days.`
	russian = `Двух участников молитвенной группы в понедельник оштрафовал портовый суд за встречу в частном доме без уведомления городского совета.

Судья сказал, что закон действует с весны и разрешения никто не просил. Адвокат обжалует решение в течение десяти дней.`
	arabic = `غرمت محكمة الميناء يوم الاثنين عضوين في جماعة الصلاة بسبب اجتماعهما في منزل خاص دون إبلاغ المجلس البلدي.

وقال القاضي إن القانون ساري المفعول منذ الربيع وإن أحدا لم يطلب الإذن. وسيستأنف محاميهما الحكم خلال عشرة أيام.`
	chinese = `港口法院星期一对祈祷小组的两名成员处以罚款，原因是他们在私人住宅聚会而没有通知市议会。

法官说，该法律自春季以来一直有效，没有人申请许可。他们的律师将在十天内提出上诉。`
	thai = `ศาลท่าเรือสั่งปรับสมาชิกสองคนของกลุ่มสวดมนต์เมื่อวันจันทร์ เนื่องจากประชุมในบ้านส่วนตัวโดยไม่แจ้งสภาเมือง

ผู้พิพากษากล่าวว่ากฎหมายมีผลบังคับใช้ตั้งแต่ฤดูใบไม้ผลิและไม่มีใครขออนุญาต ทนายความของพวกเขาจะยื่นอุทธรณ์ภายในสิบวัน`
	korean = `항구 법원은 월요일에 시의회에 알리지 않고 개인 주택에서 모임을 가진 기도 모임 회원 두 명에게 벌금을 부과했다.

판사는 그 법이 봄부터 시행되었으며 아무도 허가를 신청하지 않았다고 말했다. 변호인은 열흘 안에 항소할 것이다.`
)

func TestCopiesInEveryScript(t *testing.T) {
	for name, text := range map[string]string{"English": english, "Russian": russian, "Arabic": arabic, "Chinese": chinese, "Thai": thai, "Korean": korean} {
		parts := paragraphs(text)
		for way, copied := range map[string]string{
			"unchanged":              text,
			"with other marks":       strings.ToUpper(strings.NewReplacer(".", " !", ",", "", "。", "！").Replace(text)),
			"re-ordered":             parts[1] + "\n\n" + parts[0],
			"the first paragraph":    parts[0],
			"with another paragraph": parts[0] + "\n\nSomething else that happened on the same day in the same town is told here.\n\n" + parts[1],
		} {
			if l := Compare(New(text), New(copied)); l.Tie(0) == Apart {
				t.Errorf("%s, %s: apart, %+v", name, way, l)
			}
		}
		for other, text2 := range map[string]string{"English": english, "Russian": russian, "Chinese": chinese, "Korean": korean} {
			if l := Compare(New(text), New(text2)); other != name && l.Tie(0) != Apart {
				t.Errorf("%s and %s: tied, %+v", name, other, l)
			}
		}
	}
}

// retold says what english says in other words, and quotes it once.
const retold = `A fine was imposed this week on a pair of worshippers from the harbour town. According to people in the room, the judge said that the
law had been in force since spring. The pair had gathered with friends at home for songs and tea, as they have done for many years, and they say that
nobody told them of any duty to announce it. Neighbours described them as quiet. The mayor's office did not answer questions about how many such
cases there have been, but court lists that hang in the hall name eleven others since April, most of them pensioners.`

func TestSameSubjectInOtherWords(t *testing.T) {
	if l := Compare(New(english), New(retold)); l.Tie(0) != Apart {
		t.Errorf("%+v", l)
	}
}

func TestTie(t *testing.T) {
	for name, c := range map[string]struct {
		l    Likeness
		days int
		want Tie
	}{
		"copies":                         {Likeness{.8, .7, 200}, 2, Bound},
		"a short copy":                   {Likeness{.9, .1, 60}, 0, Attached},
		"a quotation in common":          {Likeness{.2, .15, 50}, 0, Apart},
		"background in common":           {Likeness{.45, .1, 50}, 0, Apart},
		"too few words":                  {Likeness{1, 1, 8}, 0, Apart},
		"partly, and months apart":       {Likeness{.6, .6, 200}, 90, Apart},
		"nearly whole, and months apart": {Likeness{.95, .9, 200}, -90, Bound},
	} {
		if got := c.l.Tie(c.days); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// TestSharedPassageHasAKey holds what the index rests on: two texts that share
// passage+2 words in a row share a key, whatever stands around.
func TestSharedPassageHasAKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := func(name string, least, most int) string {
			list := rapid.SliceOfN(rapid.IntRange(0, 500), least, most).Draw(t, name)
			var b strings.Builder
			for _, n := range list {
				b.WriteString("w" + strconv.Itoa(n) + " ")
			}
			return b.String()
		}
		both := words("both", passage+2, passage+2)
		a := New(words("before a", 0, 60) + both + words("after a", 0, 60)).Keys(nil)
		b := New(words("before b", 0, 60) + both + words("after b", 0, 60)).Keys(nil)
		if !slices.ContainsFunc(a, func(g Gram) bool { return slices.Contains(b, g) }) {
			t.Fatalf("no key in common: %v and %v", a, b)
		}
	})
}

func TestKeysAreFewAndPassOverWhatIsCommon(t *testing.T) {
	var b strings.Builder
	for i := range 1200 {
		b.WriteString("word" + strconv.Itoa(i) + " ")
	}
	text := New(b.String())
	keys := text.Keys(nil)
	if len(keys) < 60 || len(keys) > 140 {
		t.Errorf("%d keys for 1,200 words", len(keys))
	}
	left := text.Keys(func(g Gram) bool { return slices.Contains(keys, g) })
	if len(left) == 0 || slices.ContainsFunc(left, func(g Gram) bool { return slices.Contains(keys, g) }) {
		t.Errorf("%d other keys", len(left))
	}
	if got := len(text.Asked()); got != maxAsked {
		t.Errorf("%d grams are asked for", got)
	}
}

func TestNearest(t *testing.T) {
	var hits []Hit[string]
	for i := range Crowded {
		hits = append(hits, Hit[string]{1, "crowd" + strconv.Itoa(i)})
	}
	hits = append(hits, Hit[string]{2, "near"}, Hit[string]{3, "near"}, Hit[string]{3, "far"}, Hit[string]{4, "far"}, Hit[string]{5, "once"})
	hits = append(hits, Hit[string]{6, "near"})
	got, common := Nearest(hits)
	if !slices.Equal(got, []string{"near", "far"}) || !common[1] || common[2] || common[3] {
		t.Errorf("%v, common %v", got, common)
	}
}

// FuzzCompare holds that likeness is between 0 and 1, the same from both sides,
// and whole for a text of some length and itself.
func FuzzCompare(f *testing.F) {
	f.Add(english, russian)
	f.Add(chinese, thai)
	f.Add("a a a a a a a a a a a a a a a a a a a a", "\xff")
	f.Fuzz(func(t *testing.T, one, two string) {
		a, b := New(one), New(two)
		l, back := Compare(a, b), Compare(b, a)
		if l.Of < 0 || l.Of > 1 || l.By < 0 || l.By > 1 || l.Shared < 0 || l.Shared > a.Words() {
			t.Errorf("%+v", l)
		}
		if l.Shared == 0 != (back.Shared == 0) {
			t.Errorf("%+v from the one side, %+v from the other", l, back)
		}
	})
}
