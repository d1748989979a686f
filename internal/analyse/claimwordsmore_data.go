package analyse

import (
	"strings"

	"rightsdesk/internal/public"
)

// months reads the names of the twelve months, forms with blanks, months with bars between.
func months(list string) map[string]int {
	out := map[string]int{}
	for i, forms := range strings.Split(list, "|") {
		for w := range strings.FieldsSeq(forms) {
			out[foldWord(w)] = i + 1
		}
	}
	return out
}

// kinds adds the words by which the kind of a claimant is known.
func kinds(t *tongue, list map[string]string) {
	for kind, forms := range list {
		t.kinds.add(t, kind, forms)
	}
}

func tongueRussian() *tongue {
	t := newTongue("ru")
	t.whole, t.spaceGroups, t.decimal = true, true, ','
	t.small = values(map[string]float64{"два две двух двое двоих двум двумя": 2, "три трех трое троих трем тремя": 3, "четыре четырех четверо четверых четырем четырьмя": 4, "пять пяти пятеро пятерых пятью": 5, "шесть шести шестеро шестерых шестью": 6,
		"семь семи семеро семерых семью": 7, "восемь восьми восемью": 8, "девять девяти девятью": 9, "десять десяти десятью": 10, "одиннадцать одиннадцати": 11, "двенадцать двенадцати": 12, "тринадцать тринадцати": 13, "четырнадцать четырнадцати": 14,
		"пятнадцать пятнадцати": 15, "шестнадцать шестнадцати": 16, "семнадцать семнадцати": 17, "восемнадцать восемнадцати": 18, "девятнадцать девятнадцати": 19, "двадцать двадцати": 20, "тридцать тридцати": 30,
		"сорок сорока": 40, "пятьдесят пятидесяти": 50, "шестьдесят шестидесяти": 60, "семьдесят семидесяти": 70, "восемьдесят восьмидесяти": 80, "девяносто девяноста": 90, "сто ста": 100, "двести двухсот": 200,
		"триста трехсот": 300, "четыреста четырехсот": 400, "пятьсот пятисот": 500, "шестьсот шестисот": 600, "семьсот семисот": 700, "восемьсот восьмисот": 800, "девятьсот девятисот": 900, "полмиллиона": 500000, "один одна одного одной": 1})
	t.scales = values(map[string]float64{"тысяч тысячи тысяча тысячу тыс": 1000, "миллион миллиона миллионов млн": 1e6})
	t.vague = values(map[string]float64{"десятки": 10, "десятков": 10, "сотни": 100, "сотен": 100, "тысячи": 1000, "тысяч": 1000, "миллионы": 1e6})
	t.months = months("января январе январь январю|февраля феврале февраль февралю|марта марте март марту|апреля апреле апрель|мая мае май|июня июне июнь|июля июле июль|августа августе август|сентября сентябре сентябрь|октября октябре октябрь|ноября ноябре ноябрь|декабря декабре декабрь")
	t.of, t.ands = words("из"), words("и")
	t.several, t.an, t.opens = words("несколько нескольких"), words(""), words("")
	t.between, t.changeFrom = words("от"), words("с со")
	t.notBefore = words("статья статьи статье статью ст закон закона пункт пункта п часть части ч резолюция резолюции резолюцией № номер дом д квартира кв стр страница глава указ постановление возрасте приказ протокол")
	t.notAfter = words("лет год года году годах годов гг г месяцев месяца месяц недель недели дней дня день суток часов часа час минут минуты рублей рубля руб долларов евро км километров километрах метров метрах процентов процента раз раза статьи статья ч")
	t.shorts = words("тыс млн г гг ст п ч им ул д т е руб стр св")
	t.breaks = words("но однако тогда когда если который которые которых которая которое где поскольку хотя")
	t.refused = words("он она оно они мы я в во на по за из к с со для от до и или но не что как это были был была было есть их его ее нее")
	t.endings = []string{"ых", "их", "ые", "ие", "ого", "его", "ым", "им", "ыми", "ими", "ой", "ая", "ый", "ий", "ую"}
	t.demonyms = []string{"ев", "ов", "цев", "ан", "ян", "цы", "ей"}
	t.helps, t.done = words("были было"), words("арестованы арестовано задержаны задержано убиты убито осуждены ранены похищены казнены депортированы освобождены")
	t.joins.add(t, joinTo, "до, -, –, —, или")
	t.before.add(t, public.AtMost, "до, не более, не более чем, максимум, не больше, вплоть до")
	t.before.add(t, public.AtLeast, "не менее, не менее чем, как минимум, минимум, по меньшей мере, по крайней мере, не меньше, самое меньшее")
	t.before.add(t, public.MoreThan, "более, более чем, свыше, больше, больше чем, сверх")
	t.before.add(t, public.LessThan, "менее, менее чем, меньше, меньше чем")
	t.before.add(t, public.About, "около, примерно, порядка, приблизительно, почти, приблизительно около, где-то")
	t.behind.add(t, public.AtLeast, "и более, или более, и больше")
	t.hedges.add(t, public.Believed, "как считается, считается что, считается, предположительно, по всей видимости, как полагают, полагают")
	t.hedges.add(t, public.Estimated, "по оценкам, по оценке, по некоторым оценкам, оценивается, оценивается в, оценочно")
	t.hedges.add(t, public.Reported, "сообщается, как сообщается, по сообщениям, по имеющимся данным, по некоторым данным, по имеющимся сведениям, сообщалось, по слухам")
	t.hedges.add(t, public.Alleged, "якобы, предполагаемых, предполагаемые")
	t.hedges.add(t, public.Possible, "возможно, вероятно, могут, может, могли, может быть, не исключено")
	t.measures.add(t, public.Flow, "впервые зарегистрированы, новых, прибыли, прибыло, въехали, въехало, с начала года, за год, задержаны, арестованы, осуждены, были задержаны, были арестованы, задержали, арестовали, задержано, арестовано")
	t.measures.add(t, public.Rate, "в год, ежегодно, в месяц, ежемесячно, каждый год")
	t.measures.add(t, public.Stock, "работают, работали, работает, находятся, находились, находится, проживают, живут, содержатся, остаются, сейчас, в настоящее время, трудятся, трудится, насчитывается, отбывают, за решеткой")
	for unit, list := range map[string]string{
		"people": "человек, людей, человека, работников, рабочих, трудящихся, заключенных, заключенные, задержанных, верующих, христиан, мусульман, буддистов, католиков, протестантов, православных, иудеев, езидов, уйгуров, крымских татар, " +
			"татар, свидетелей иеговы, свидетеля иеговы, последователей, прихожан, членов, беженцев, мигрантов, граждан, детей, женщин, мужчин, солдат, военных, демонстрантов, протестующих, участников, активистов, активиста, правозащитников, " +
			"журналистов, журналиста, адвокатов, студентов, преподавателей, пасторов, священников, монахов, жителей, жертв, подозреваемых, осужденных, обвиняемых, политзаключенных, полицейских, боевиков, заложников, сотрудников, лесорубов, строителей, гражданина, эмигрантов, перебежчиков, паломников, женщины, мужчины, подростков",
		"families": "семей, семьи", "churches": "церквей, храмов, общин, приходов", "mosques": "мечетей", "cases": "дел, случаев, уголовных дел, обысков, арестов, нападений, приговоров, жалоб, нарушений, обыска, случая", "companies": "компаний, предприятий", "villages": "сел, деревень",
	} {
		t.nouns.add(t, unit, list)
	}
	t.says.add(t, public.NoHedge, "сказал, сказала, сказали, заявил, заявила, заявили, заявило, сообщил, сообщила, сообщили, сообщило, сообщает, сообщают, рассказал, рассказала, рассказали, отметил, отметила, отметили, утверждает, утверждают, утверждал, подтвердил, подтвердила, подтвердили, уточнил, уточнила, говорит, говорят, пишет, объявил, объявила, объявили, признал, признала, насчитал, насчитала, насчитали, передает")
	t.says.add(t, public.Estimated, "оценивает, оценивают, оценил, оценила, оценили")
	t.says.add(t, public.Believed, "считает, считают, полагает")
	t.according.add(t, public.NoHedge, "по данным, по словам, согласно, согласно данным, по информации, по сведениям, по подсчетам, по утверждению, по сообщению")
	t.according.add(t, public.Estimated, "по оценкам, по оценке, по мнению")
	t.asOf.add(t, true, "в, на конец, к концу, в конце, на начало, на начало года, в начале, к началу, по состоянию на")
	t.adverbs = words("ранее также позже не никогда уже")
	t.denials = words("не никогда закону закон статье статьи конституции")
	t.denies = words("опроверг опровергла опровергло опровергли отрицало опровергает опровергают отрицает отрицают отрицал отрицала отрицали")
	t.negations = words("не нет никогда")
	t.openers = words("что и а как о об чтобы")
	t.stops = words("в на что о об во понедельник вторник среду четверг пятницу субботу воскресенье при до около не более менее свыше работают находятся находились были было")
	t.anonymous = words("некоторые многие другие источники эксперты наблюдатели")
	kinds(t, map[string]string{
		"state": "госдепартамент, госдеп, правительство, правительства, власти, властей, кремль", "office": "мвд, министерство, министерства, министр, полиция, полиции, суд, прокуратура, прокуратуры, президент, посол, посольство, мид, фсб, фсин, чиновники, следствие",
		"igo": "оон, обсе, совет европы", "ngo": "мемориал, организация, организации, правозащитники, правозащитников, фонд, комитет, центр", "media": "агентство, агентства, газета, издание, тасс, риа, интерфакс, телеканал", "expert": "эксперт, эксперты, экспертов, исследователь"})
	t.percent.add(t, true, "%, процентов, процента, процент")
	return t
}

func tongueArabic() *tongue {
	t := newTongue("ar")
	t.whole, t.caseless, t.groupMarks, t.spaceGroups = true, true, ",،", false
	t.small = values(map[string]float64{"عشرين عشرون": 20, "ثلاثين ثلاثون": 30, "اربعين اربعون أربعين أربعون": 40, "خمسين خمسون": 50, "ستين ستون": 60, "سبعين سبعون": 70, "ثمانين ثمانون": 80, "تسعين تسعون": 90, "مئة مائة": 100, "مئتين مئتي مائتي": 200,
		"ثلاثة ثلاث": 3, "اربعة أربعة اربع أربع": 4, "خمسة خمس": 5, "ستة ست": 6, "سبعة سبع": 7, "ثمانية ثماني": 8, "تسعة تسع": 9, "عشرة عشر": 10})
	t.scales = values(map[string]float64{"ألف الف ألفا آلاف الاف": 1000, "مليون ملايين": 1e6})
	t.vague = values(map[string]float64{"عشرات": 10, "مئات": 100, "آلاف": 1000, "ملايين": 1e6})
	t.months = months("يناير|فبراير|مارس|أبريل ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر")
	t.of, t.ands, t.an = words("من"), words(""), words("")
	t.several, t.opens = words("عدة بضعة بضع"), words("")
	t.between, t.changeFrom = words("بين"), words("منذ")
	t.notBefore = words("المادة مادة القانون قانون القرار قرار رقم الفقرة الصفحة عام سنة عمر يوم في")
	delete(t.notBefore, "في")
	t.notAfter = words("عاما عام سنة سنوات أعوام شهرا شهر أشهر أسبوع أسابيع يوما يوم أيام ساعة ساعات دقيقة دولار يورو كيلومتر كيلومترا متر كم مرة مرات")
	t.shorts = words("د")
	t.breaks = words("لكن ولكن بينما فيما حيث التي الذي الذين")
	t.refused = words("في من الى على عن مع ان هو هي هم")
	t.adjectives, t.helps, t.done = words(""), words(""), words("")
	t.joins.add(t, joinTo, "إلى, -, –")
	t.joins.add(t, joinBetween, "و")
	t.before.add(t, public.AtMost, "ما يصل إلى, يصل إلى, لا يزيد عن, كحد أقصى, حتى, لا يتجاوز")
	t.before.add(t, public.AtLeast, "ما لا يقل عن, لا يقل عن, على الأقل, على الاقل")
	t.before.add(t, public.MoreThan, "أكثر من, ما يزيد عن, ما يزيد على, يزيد عن, يزيد على, فوق")
	t.before.add(t, public.LessThan, "أقل من")
	t.before.add(t, public.About, "نحو, حوالي, زهاء, قرابة, ما يقارب, حوالى, بنحو, بحوالي")
	t.behind.add(t, public.AtLeast, "على الأقل, على الاقل, أو أكثر")
	t.hedges.add(t, public.Believed, "يعتقد, يعتقد أن, ويعتقد, من المعتقد, يعتقد أنهم")
	t.hedges.add(t, public.Estimated, "يقدر, تقدر, يقدر عدد, ويقدر, التقديرات, تقديرات")
	t.hedges.add(t, public.Reported, "ورد, وردت تقارير, أفادت تقارير, تفيد تقارير, بحسب تقارير, وفقا لتقارير")
	t.hedges.add(t, public.Alleged, "يزعم, زعم, مزعوم, يدعى")
	t.hedges.add(t, public.Possible, "ربما, من المحتمل, يحتمل, محتمل, قد يكون")
	t.measures.add(t, public.Flow, "منذ, اعتقلت, اعتقل, قتل, قتلت, جدد, فر, نزح")
	t.measures.add(t, public.Rate, "سنويا, في السنة, كل عام, شهريا")
	t.measures.add(t, public.Stock, "يعملون, يعمل, محتجزون, يعيشون, يقبعون, لا يزالون, لا يزال, حاليا, في السجن, يقيمون")
	for unit, list := range map[string]string{
		"people": "شخص, شخصا, أشخاص, عامل, عاملا, عمال, سجين, سجينا, سجناء, معتقل, معتقلا, معتقلين, مسيحي, مسيحيا, مسيحيين, مسلم, مسلما, مسلمين, لاجئ, لاجئا, لاجئين, مهاجر, مهاجرا, مهاجرين, طفل, طفلا, أطفال, امرأة, نساء, رجل, رجلا, رجال, مدني, مدنيا, مدنيين, " +
			"جندي, جنديا, جنود, ناشط, ناشطا, ناشطين, نشطاء, صحفي, صحفيا, صحفيين, محام, محاميا, محامين, متظاهر, متظاهرا, متظاهرين, مواطن, مواطنا, مواطنين, فرد, فردا, أفراد, مؤمن, مؤمنا, نسمة, الأشخاص, العمال, السجناء, المعتقلين, اللاجئين, المهاجرين, الأطفال, النساء, المدنيين, المسيحيين",
		"families": "أسرة, عائلة, أسر, عائلات", "churches": "كنيسة, كنائس", "mosques": "مسجد, مسجدا, مساجد", "cases": "حالة, حالات, قضية",
	} {
		t.nouns.add(t, unit, list)
	}
	t.says.add(t, public.NoHedge, "قال, قالت, وقال, وقالت, يقول, تقول, ويقول, وتقول, يقولون, أوضح, أوضحت, أضاف, أضافت, وأضاف, وأضافت, أعلن, أعلنت, وأعلن, وأعلنت, صرح, صرحت, أكد, أكدت, وأكد, وأكدت, أفاد, أفادت, ذكر, ذكرت, وذكر, وذكرت, وثقت, أحصت")
	t.says.add(t, public.Estimated, "تقدر, قدرت, قدر")
	t.according.add(t, public.NoHedge, "بحسب, حسب, وفقا ل, وفق")
	t.asOf.add(t, true, "عام, في عام, سنة, في سنة, نهاية عام, في نهاية عام")
	t.adverbs, t.denials, t.openers = words("قد"), words("لم لا ليس"), words("")
	t.denies, t.negations = words("نفى نفت ونفى ونفت ينفي تنفي"), words("لم ليس ليست لن")
	t.stops = words("عن اهتماما اهتمامهم اهتمامه قلقها قلقه قلقهم على إلى إن أن أنه أنها يوم في خلال ان بأن اليوم أمس السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة")
	t.anonymous = words("بعض مصادر آخرون آخرين")
	kinds(t, map[string]string{"state": "الحكومة, السلطات", "office": "وزارة, الوزارة, الشرطة, الرئيس, محكمة, مسؤولون, المسؤولون, مسؤولين, مسؤول, المتحدث, متحدث, وزير, السفير", "igo": "الأمم المتحدة, المفوضية", "ngo": "منظمة, المنظمة, جمعية", "media": "وكالة, صحيفة, قناة, الوكالة", "expert": "خبراء, الخبراء, خبير, محللون, محللين, المحللون, المحللين, باحثون, أكاديميون"})
	return t
}

func tongueChinese() *tongue {
	t := newTongue("zh")
	t.whole, t.letterwise, t.groupMarks, t.big = true, true, ",，", 10000
	t.small = values(map[string]float64{"两 兩 二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "一": 1})
	t.scales = values(map[string]float64{"十": 10, "百": 100, "千": 1000, "万 萬": 10000, "亿 億": 1e8})
	t.of, t.ands, t.an, t.opens, t.several = words("名 位 个 個 余 餘 多 的"), words("和"), words(""), words(""), words("")
	delete(t.of, "余")
	delete(t.of, "餘")
	delete(t.of, "多")
	t.between, t.changeFrom = words("在"), words("从 從")
	t.notBefore = words("第 之 数 數 几 幾 星 期 .")
	t.notAfter = words("年 月 日 号 號 岁 歲 天 周 週 点 點 时 時 分 秒 元 美 欧 歐 条 條 款 次 届 屆 楼 樓 公 里 米 度 余 餘 多 几 幾 来")
	t.shorts, t.months, t.breaks = words(""), map[string]int{}, words("")
	t.refused = words("在 是 被 和 与 與 将 將 的 为 為 于 於 向 对 對 把 从 從 了 有 到")
	t.helps, t.done = words("被 人"), words("")
	t.joins.add(t, joinTo, "至, 到, -, –, ~, ～")
	t.before.add(t, public.AtMost, "多达, 多達, 最多, 不超过, 不超過, 至多, 高达, 高達, 多达有, 多達有, 最多有, 不超过有, 不超過有, 至多有, 高达有, 高達有")
	t.before.add(t, public.AtLeast, "至少, 不少于, 不少於, 最少, 起码, 至少有, 不少于有, 不少於有, 最少有, 起码有")
	t.before.add(t, public.MoreThan, "超过, 超過, 逾, 多于, 多於, 超过有, 超過有, 逾有, 多于有, 多於有")
	t.before.add(t, public.LessThan, "不到, 少于, 少於, 不足, 不到有, 少于有, 少於有, 不足有")
	t.before.add(t, public.About, "大约, 大約, 约, 約, 大概, 近, 将近, 將近, 接近, 约有, 約有, 大约有, 大約有, 大概有, 近有, 将近有, 將近有, 接近有")
	t.behind.add(t, public.AtLeast, "以上")
	t.behind.add(t, public.About, "左右")
	t.hedges.add(t, public.Believed, "据信, 據信, 相信, 据认为, 被认为, 被認為")
	t.hedges.add(t, public.Estimated, "估计, 估計, 据估计, 據估計, 预计")
	t.hedges.add(t, public.Reported, "据报道, 據報道, 據報導, 据报, 據報, 据悉, 據悉, 据传")
	t.hedges.add(t, public.Alleged, "据称, 據稱, 涉嫌, 所谓")
	t.hedges.add(t, public.Possible, "可能, 或许, 或許, 也许, 恐怕")
	t.measures.add(t, public.Flow, "新登记, 新登記, 以来, 以來, 被捕, 被拘留, 被逮捕, 遇难, 逃离")
	t.measures.add(t, public.Rate, "每年, 每月")
	t.measures.add(t, public.Stock, "工作, 居住, 被关押, 被關押, 仍有, 仍在, 目前, 现有, 在押, 服刑")
	for unit, list := range map[string]string{
		"people":   "人, 工人, 劳工, 勞工, 劳动者, 囚犯, 教徒, 基督徒, 信徒, 穆斯林, 难民, 難民, 移民, 儿童, 兒童, 妇女, 婦女, 男子, 女子, 平民, 士兵, 示威者, 抗议者, 活动人士, 记者, 記者, 律师, 律師, 学生, 學生, 牧师, 僧人, 居民, 公民, 村民, 人质, 被拘留者, 劳务人员, 成员, 維吾爾人, 维吾尔人, 藏人, 维权人士",
		"families": "个家庭, 個家庭, 户", "churches": "座教堂, 间教堂, 所教会, 间教会", "mosques": "座清真寺", "cases": "起案件, 宗案件, 起事件",
	} {
		t.nouns.add(t, unit, list)
	}
	t.says.add(t, public.NoHedge, "表示, 称, 稱, 说, 說, 指出, 宣布, 透露, 证实, 證實, 报道, 報道, 報導")
	t.says.add(t, public.Estimated, "估计, 估計")
	t.according.add(t, public.NoHedge, "据, 據, 根据, 根據")
	t.accordingEnd.add(t, public.NoHedge, "报道, 報道, 報導, 称, 稱, 统计, 統計, 透露, 的数据, 的數據, 数据, 數據, 的报告, 的報告, 消息, 说, 說, 表示")
	t.accordingEnd.add(t, public.Estimated, "估计, 估計, 的估计, 的估計, 估算")
	t.denies, t.negations = words("否"), words("不 没 沒 未 非")
	t.adverbs, t.denials, t.openers, t.stops = words("还 也 曾 还 則"), words("不 没 未"), words("据 據 信 悉"), words("，")
	t.anonymous = words("有 一些")
	kinds(t, map[string]string{"state": "政府, 当局, 當局", "office": "外交部, 国务院, 國務院, 警方, 法院, 官员, 官員, 国防部, 统一部, 情报院, 情報院", "igo": "联合国, 聯合國", "ngo": "人权组织, 人權組織, 组织", "media": "通讯社, 通訊社, 新华社, 朝中社, 日报, 日報, 晚报", "expert": "专家, 專家"})
	return t
}

func tongueKorean() *tongue {
	t := newTongue("ko")
	t.whole, t.letterwise, t.groupMarks, t.big = true, true, ",", 10000
	t.small = map[string]float64{}
	t.scales = values(map[string]float64{"백": 100, "천": 1000, "만": 10000, "억": 1e8})
	t.of, t.ands, t.an, t.opens, t.several = words("여"), words("와 과"), words(""), words(""), words("")
	delete(t.of, "여")
	t.between, t.changeFrom = words(""), words("")
	t.notBefore = words("제 만 조")
	t.notAfter = words("년 월 일 세 살 시 분 초 원 달 유 조 항 호 회 차 개 주 킬 미 도 여 번 층")
	delete(t.notAfter, "개")
	t.shorts, t.months, t.breaks, t.refused, t.helps, t.done = words(""), map[string]int{}, words(""), words(""), words(""), words("")
	t.joins.add(t, joinTo, "~, -, –, ∼, 에서")
	t.before.add(t, public.AtMost, "최대, 많게는, 최고")
	t.before.add(t, public.AtLeast, "적어도, 최소, 최소한")
	t.before.add(t, public.About, "약, 대략, 거의")
	t.behind.add(t, public.AtLeast, "이상, 이상의, 이상이")
	t.behind.add(t, public.MoreThan, "넘는, 이 넘는, 을 넘는, 초과")
	t.behind.add(t, public.LessThan, "미만, 에 못 미치는")
	t.behind.add(t, public.AtMost, "이하, 까지")
	t.behind.add(t, public.About, "가량, 정도, 안팎, 내외")
	t.hedges.add(t, public.Estimated, "추정, 추산")
	t.hedges.add(t, public.Reported, "알려졌, 알려진, 전해졌, 전해진, 보도됐, 보도되")
	t.hedges.add(t, public.Believed, "것으로 보인다, 것으로 보이, 것으로 여겨")
	t.hedges.add(t, public.Alleged, "주장")
	t.hedges.add(t, public.Possible, "가능성, 수도 있, 아마")
	t.measures.add(t, public.Flow, "새로 등록, 새로, 이후, 체포, 숨졌")
	t.measures.add(t, public.Rate, "매년, 해마다, 매달")
	t.measures.add(t, public.Stock, "일하고 있, 체류, 수감돼, 수감되, 남아 있, 살고 있, 현재, 구금돼")
	t.denies, t.negations = words("부"), words("않 없")
	delete(t.denies, "부")
	t.classed.add(t, true, "노동자, 근로자, 신자, 기독교인, 교인, 수감자, 정치범, 탈북민, 탈북자, 주민, 난민, 여성, 어린이, 아동, 군인, 기자, 활동가, 선교사, 목사, 시민, 신도, 피해자, 민간인")
	t.nouns.add(t, "people", "명, 사람")
	t.nouns.add(t, "families", "가구, 가족")
	t.nouns.add(t, "cases", "건")
	t.says.add(t, public.NoHedge, "밝혔, 말했, 전했, 발표했, 보도했, 설명했, 확인했, 지적했")
	t.says.add(t, public.Estimated, "추산했, 추정했")
	t.according.add(t, public.NoHedge, "에 따르면, 에 의하면")
	t.adverbs, t.denials, t.openers, t.stops, t.anonymous = words(""), words(""), words(""), words(""), words("일")
	delete(t.anonymous, "일")
	kinds(t, map[string]string{"state": "정부, 당국", "office": "국정원, 통일부, 외교부, 경찰, 대사, 국가정보원, 대통령", "igo": "유엔", "ngo": "단체", "media": "통신, 신문, 방송", "expert": "전문가"})
	return t
}

// tongueGerman is for dates alone: claims are not looked for in German.
func tongueGerman() *tongue {
	t := newTongue("de")
	t.datesOnly, t.ordinals, t.groupMarks, t.decimal = true, true, ".", ','
	t.shorts = words("dr prof nr st bzw usw u a z b")
	t.breaks = words("aber während die der das dass weil wenn wo")
	return t
}
