package site

import (
	"fmt"
	"strings"
	"time"

	"rightsdesk/internal/public"
)

// sampleArticles are invented, as are all people and outlets in them.
func sampleArticles() []public.Article {
	at := testNow.Add(-26 * time.Hour)
	evidence := public.Evidence{SHA256: strings.Repeat("0a1b2c3d", 8), Size: 48213, At: at}
	base := public.Article{Version: 1, Language: "en", Licence: public.Full, Evidence: evidence, FirstPublic: at, Updated: at}
	var out []public.Article
	add := func(a public.Article, change func(a *public.Article)) { change(&a); out = append(out, a) }
	add(base, func(a *public.Article) {
		a.ID, a.Outlet, a.Published = "rdk_a_wire", "Invented Wire", "2026-11-21"
		a.Title, a.TitleByDesk = "Two neighbours sign a labour accord while talks on the coast go on", true
		a.Byline = []string{"Ana Invented", "Boris Invented", "Chen Invented"}
		a.Territories = []string{"KP", "RU"}
		a.Text = "Two neighbouring states signed an accord on seasonal workers this week, an invented official said.\n\n“We see no conflict with anything that was agreed before,” the official told this invented wire. “The work is of a civil kind.”\n\nAs many as 50 thousand workers are believed to be abroad already, according to some experts, who gave no source for the figure.\n\nThe accord takes effect in spring. Groups that watch the rights of workers asked for its text, which has not been published."
	})
	add(base, func(a *public.Article) {
		a.ID, a.Outlet, a.Published, a.Language = "rdk_a_arabic", "صحيفة متخيلة", "2026-11", "ar"
		a.Title = "محكمة متخيلة تؤجل النظر في قضية ثلاثة صحفيين إلى الشهر المقبل"
		a.Standfirst = "قال محامٍ متخيل إن موكليه لم يُبلَّغوا بالموعد الجديد."
		a.Byline, a.Territories, a.Address = []string{"ليلى المتخيلة"}, []string{"EG"}, "https://www.paper.example/ar/1"
		a.HTML = "<p>أجّلت محكمة في مدينة متخيلة النظر في قضية ثلاثة صحفيين إلى الشهر المقبل، بحسب ما قال محاميهم يوم الأحد.</p><blockquote><p>«لم نتسلم أي إشعار»، قال المحامي، وأضاف أن الملف رقم 2026/17 لا يزال مفتوحًا.</p></blockquote><p>وطالبت منظمات محلية بالإفراج عنهم.</p>"
		a.Text = "أجّلت محكمة في مدينة متخيلة النظر في قضية ثلاثة صحفيين إلى الشهر المقبل، بحسب ما قال محاميهم يوم الأحد.\n\n«لم نتسلم أي إشعار»، قال المحامي.\n\nوطالبت منظمات محلية بالإفراج عنهم."
	})
	add(base, func(a *public.Article) {
		a.ID, a.Outlet, a.Published, a.Licence = "rdk_a_excerpt", "Forum Invented", "2026-11-20", public.Excerpt
		a.Title, a.Byline = "Community loses its house of prayer after an inspection that nobody announced", []string{"Dana Invented"}
		a.Territories, a.Address = []string{"KZ"}, "https://forum.example/2026/11/house?id=7"
		a.Text = "Officials sealed a house of prayer in an invented town on Friday, members of the community said. They were shown a paper without a stamp…"
		a.Updated = testNow
	})
	add(base, func(a *public.Article) {
		a.ID, a.Outlet, a.Language, a.Licence = "rdk_a_link", "虚构新闻社", "zh", public.Link
		a.Title, a.Territories, a.Address = "虚构城市的律师协会要求公开庭审记录", []string{"CN", "x-tibet"}, "https://news.example/zh"
		a.Evidence = public.Evidence{At: at}
	})
	for i := range 40 {
		add(base, func(a *public.Article) {
			a.ID, a.Outlet, a.Published = fmt.Sprintf("rdk_a_%02d", i), "Invented Daily", fmt.Sprintf("2025-%02d-%02d", i%12+1, i%28+1)
			a.Title = fmt.Sprintf("Invented hearing number %d ends without a verdict", i)
			a.Territories = []string{[]string{"RU", "FR", "MM", "CI", "TR", "US"}[i%6]}
			a.Text = fmt.Sprintf("The hearing number %d, invented like all of this, ended on its first day. Nobody was heard, and no date for another was named.", i)
		})
	}
	return out
}
