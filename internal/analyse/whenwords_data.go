package analyse

// whenWords are the words and phrases by which a language names dates. The
// tables hold forms with commas between, values with bars: units are hour, day,
// week, fortnight, month, year, decade. What rules mean stands at dater.resolve.
type whenWords struct {
	numbers, units, weekdays, months, seasons string
	rules                                     string
	since, sinceEnd                           string
	future, futureEndings                     string
	before, doubtful                          string // words before months that are common words too
	upper                                     bool
}

var whenWordsOf = map[string]whenWords{
	"en": {
		upper:    true,
		numbers:  "a, an, one, a single|two, a couple of, couple|three|four|five|six|seven|eight|nine|ten|eleven|twelve, a dozen|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty",
		units:    "hour, hours|day, days|week, weeks|fortnight, fortnights|month, months|year, years|decade, decades",
		weekdays: "monday, mondays|tuesday, tuesdays|wednesday, wednesdays|thursday, thursdays|friday, fridays|saturday, saturdays|sunday, sundays",
		months:   "january, jan|february, feb|march, mar|april, apr|may|june, jun|july, jul|august, aug|september, sept, sep|october, oct|november, nov|december, dec",
		seasons:  "spring|summer|autumn, fall|winter",
		since:    "since, ever since, since early, since late, since mid -, since the",
		future: "will, ' ll, shall, is to, are to, plan to, plans to, planned to, due to, is due, are due, expected to, scheduled to, scheduled for, is set to, are set to, set to, going to, intend to, intends to, hopes to, hope to, wants to, want to, " +
			"aims to, must, has been called for, to be held, due on, is expected, are expected, would, may, might, can, could",
		before: "in of since by from until till during last next this early late mid to and between through on before after around since - for", doubtful: "may march mar sept sep jan jun dec",
		rules: `
{d} [of] {m} {y} = ymd
{d} [of] {m} , {y} = ymd
{m} {d} , {y} = ymd
{m} {d} {y} = ymd
[the] {d} [of] {m} = md
{m} {d} = md
{m} [of] {y} = ym
{m} , {y} = ym
{s} [of] {y} = ys
in {y} = y
since {y} = sy
(by|until|till|during|from|of|before|after|and|to|late|early|mid -|around) {y} = y
(the end of|the start of|the beginning of|end of|mid) {y} = y
the year {y} = y
{m} = m 0
last {m} = m -1
next {m} = m 1
this {m} = m 0
this past {m} = m -1
{m} last year = mofyear -1
{m} of last year = mofyear -1
{d} {m} last year = mofyear -1
{m} {d} last year = mofyear -1
{m} (this year|of this year) = mofyear 0
{d} {m} this year = mofyear 0
{m} {d} this year = mofyear 0
{m} (next year|of next year) = mofyear 1
{m} the year before last = mofyear -2
yesterday [morning|afternoon|evening] = day -1
last (night|evening) = day -1
overnight = day 0
today = day 0
tonight = day 0
this (morning|afternoon|evening) = day 0
tomorrow [morning|afternoon|evening|night] = day 1
the day before yesterday = day -2
the day after tomorrow = day 2
{n} {u} ago = ago
{n} {u} back = ago
{n} and a half {u} ago = ago
(about|some|around|nearly|almost|more than|over|just over|less than) {n} {u} ago = ago
{n} {u} (from now|hence) = ahead
in {n} {u} ' time = ahead
in {n} {u}' time = ahead
last {u} = unit -1
(earlier|late|later) last {u} = unit -1
the previous {u} = step -1
the preceding {u} = step -1
previous {u} = step -1
the past {u} = past
the last {u} = past
this past {u} = past
(earlier|later|early|late) this {u} = unit 0
this {u} = unit 0
(current|the current) {u} = unit 0
next {u} = unit 1
(early|late) next {u} = unit 1
the coming {u} = coming
coming {u} = coming
the next {n} {u} = coming
the coming {n} {u} = coming
within {n} {u} = none
[in|over|during|within|for] [the] (past|previous) {n} {u} = past
[in|over|during|within|for] the last {n} {u} = past
(in|over|during|within|for) last {n} {u} = past
[in|over|during|within] the (past|last) {u} = past
[the] {u} before last = unit -2
[the] {u} after next = unit 2
{n} {u} (later|afterwards|after that) = later
{n} {u} after = laterof
{n} {u} (earlier|previously|beforehand) = earlier
{n} {u} before = earlierof
[the] (following|next) {u} = step 1
the next {u} = step 1
next {u} = unit 1
the {u} after = step 1
the {u} before = step -1
the (same|very same) {u} = same
[later] (that|the) same {u} = same
later that {u} = same
that {u} = same
that (night|evening|morning|afternoon) = same
the same (night|evening|morning|afternoon) = same
the (following|next) (morning|evening|afternoon|night) = dayafter 1
the previous (night|evening|morning|afternoon) = dayafter -1
a few hours (later|earlier) = same
hours (later|earlier) = same
a few days = none
a few {u} ago = none
{w} = weekday 0
last {w} = weekday -1
next {w} = weekday 1
this {w} = weekday 0
this coming {w} = weekday 1
[on] {w} [night|morning|evening|afternoon] = weekday 0
on {w} last week = none
{w} , {d} {m} {y} = ymd
{w} , {m} {d} , {y} = ymd
{w} , {d} {m} = md
{w} , {m} {d} = md
{w} {d} {m} = md
{w} {d} {m} {y} = ymd
(at|over|on|during) the weekend = weekend 0
this weekend = weekend 0
the weekend = weekend 0
last weekend = weekend -1
next weekend = weekend 1
[the] past weekend = weekend -1
{s} = none
last {s} = season -1
this {s} = season 0
next {s} = season 1
this past {s} = season -1
in [the] {s} = season 0
by the end of [the|this] {u} = endof 0
by the end of next {u} = endof 1
by the end of last {u} = endof -1
before the end of [the|this] {u} = endof 0
[at] the end of last {u} = unit -1
[at] the end of [the|this] {u} = unit 0
[at] the (start|beginning) of [the|this] {u} = unit 0
[at] the (start|beginning) of last {u} = unit -1
[at] the (start|beginning) of next {u} = unit 1
so far this {u} = unit 0
mid - {m} = m 0
`},
	"fr": {
		numbers:  "un, une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix - sept|dix - huit|dix - neuf|vingt",
		units:    "heure, heures|jour, jours|semaine, semaines|quinzaine|mois|an, ans, année, années|décennie, décennies",
		weekdays: "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
		months:   "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
		seasons:  "printemps|été|automne|hiver",
		since:    "depuis, depuis la, depuis le, depuis l', depuis l’, depuis début, depuis fin, dès, à partir de, à partir du, depuis les",
		future:   "va, vont, doit, doivent, devrait, devraient, prévu, prévue, prévus, prévues, compte, comptent, entend, envisage",
		// Verbs of the future tense.
		futureEndings: "era iera ront ira dra vra", doubtful: "été", before: "",
		rules: `
{d} {m} {y} = ymd
{d} {m} = md
{m} {y} = ym
{m} de l'an dernier = mofyear -1
{m} de l’an dernier = mofyear -1
{m} (dernier|passé) = m -1
{m} prochain = m 1
{m} (de cette année|cette année) = mofyear 0
{m} de l'année dernière = mofyear -1
{d} {m} dernier = md
{m} = m 0
depuis {y} = sy
(en|fin|début|de|avant|après|d'ici|d’ici|et) {y} = y
l'année {y} = y
hier [matin|soir|après - midi] = day -1
avant - hier = day -2
aujourd'hui = day 0
aujourd’hui = day 0
ce (matin|soir) = day 0
cet après - midi = day 0
cette nuit = day 0
demain [matin|soir] = day 1
après - demain = day 2
il y a {n} {u} = ago
il y a (environ|près de|plus de) {n} {u} = ago
voici {n} {u} = ago
voilà {n} {u} = ago
dans {n} {u} = ahead
d'ici {n} {u} = ahead
la semaine (dernière|passée) = unit -1 u3
la semaine prochaine = unit 1 u3
cette semaine = unit 0 u3
(plus tôt|plus tard|en fin de|en début de) cette semaine = unit 0 u3
[au] [le] mois (dernier|passé) = unit -1 u5
[le] mois prochain = unit 1 u5
ce mois [- ci] = unit 0 u5
(au début du|à la fin du) mois = unit 0 u5
plus tôt ce mois - ci = unit 0 u5
plus tôt dans le mois = unit 0 u5
le mois en cours = unit 0 u5
l'an (dernier|passé) = unit -1 u6
l’an (dernier|passé) = unit -1 u6
l'année (dernière|passée) = unit -1 u6
l’année (dernière|passée) = unit -1 u6
l'an prochain = unit 1 u6
l’an prochain = unit 1 u6
l'année prochaine = unit 1 u6
l’année prochaine = unit 1 u6
cette année = unit 0 u6
plus (tôt|tard) cette année = unit 0 u6
plus (tôt|tard) dans l'année = unit 0 u6
[au cours] [des|les] {n} (derniers|dernières) {u} = past
[au cours] [des|les|ces] {n} {u} (derniers|dernières) = past
ces {n} (derniers|dernières) {u} = past
depuis {n} {u} = past
[au cours] [des|les] {n} (prochains|prochaines) {u} = coming
{n} {u} plus tard = later
{n} {u} après = laterof
{n} {u} (plus tôt|auparavant) = earlier
{n} {u} avant = earlierof
le lendemain = dayafter 1
au lendemain = dayafter 1
la veille = dayafter -1
le surlendemain = dayafter 2
le jour même = same
le même jour = same
la même {u} = same
le même mois = same
l'année suivante = step 1 u6
l’année suivante = step 1 u6
l'année d'après = step 1 u6
la semaine suivante = step 1 u3
le mois suivant = step 1 u5
l'année précédente = step -1 u6
la semaine précédente = step -1 u3
le mois précédent = step -1 u5
quelques heures plus tard = same
{w} = weekday 0
{w} (dernier|passé) = weekday -1
{w} prochain = weekday 1
{w} {d} {m} = md
{w} {d} {m} {y} = ymd
ce week - end = weekend 0
[le] week - end (dernier|passé) = weekend -1
le week - end prochain = weekend 1
[au] [le] printemps (dernier|passé) = season -1 s1
l'été dernier = season -1 s2
l’été dernier = season -1 s2
l'automne dernier = season -1 s3
l’automne dernier = season -1 s3
l'hiver dernier = season -1 s4
l’hiver dernier = season -1 s4
cet (été|hiver|automne) = season 0
ce printemps = season 0 s1
[d'ici] la fin (de l'année) = endof 0 u6
[d'ici] [à] la fin du mois = endof 0 u5
[d'ici] [à] la fin de la semaine = endof 0 u3
`},
	"es": {
		numbers:  "un, una, uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte",
		units:    "hora, horas|día, días|semana, semanas|quincena|mes, meses|año, años|década, décadas",
		weekdays: "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
		months:   "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre, setiembre|octubre|noviembre|diciembre",
		seasons:  "primavera|verano|otoño|invierno",
		since:    "desde, desde el, desde la, a partir de, a partir del, desde finales de, desde principios de",
		future:   "va a, van a, debe, deben, prevé, previsto, prevista, planea, planean, está previsto",
		// Verbs of the future tense.
		futureEndings: "ará arán erá erán irá irán drá drán brá brán",
		rules: `
{d} de {m} de {y} = ymd
{d} de {m} del {y} = ymd
{d} de {m} = md
{m} (de|del) {y} = ym
{m} {y} = ym
{m} (pasado|último) = m -1
{m} próximo = m 1
{m} del año pasado = mofyear -1
{m} de este año = mofyear 0
{m} = m 0
desde {y} = sy
(en|de|hasta|para|y) {y} = y
el año {y} = y
(ayer|anoche) = day -1
anteayer = day -2
antes de ayer = day -2
hoy = day 0
esta (mañana|tarde|noche) = day 0
pasado mañana = day 2
hace {n} {u} = ago
hace (unos|unas|casi|más de) {n} {u} = ago
dentro de {n} {u} = ahead
[la] semana pasada = unit -1 u3
la pasada semana = unit -1 u3
la última semana = past
la próxima semana = unit 1 u3
la semana (próxima|que viene) = unit 1 u3
esta semana = unit 0 u3
[a] principios de esta semana = unit 0 u3
[el] mes pasado = unit -1 u5
el pasado mes = unit -1 u5
el próximo mes = unit 1 u5
el mes (próximo|que viene) = unit 1 u5
este mes = unit 0 u5
(a principios de|a comienzos de|a inicios de|a finales de) este mes = unit 0 u5
(a principios de|a comienzos de|a inicios de|a finales de) mes = unit 0 u5
[el] año pasado = unit -1 u6
el pasado año = unit -1 u6
el próximo año = unit 1 u6
el año (próximo|que viene) = unit 1 u6
este año = unit 0 u6
(a principios de|a comienzos de|a finales de|más adelante|a lo largo de) este año = unit 0 u6
[en] los (últimos|pasados) {n} {u} = past
[en] las (últimas|pasadas) {n} {u} = past
(últimos|últimas) {n} {u} = past
[en] los próximos {n} {u} = coming
{n} {u} (más tarde|más adelante) = later
{n} {u} después = laterof
{n} {u} (atrás|previamente) = earlier
{n} {u} antes = earlierof
al día siguiente = dayafter 1
el día siguiente = dayafter 1
la víspera = dayafter -1
el día (anterior|antes) = dayafter -1
el mismo día = same
ese mismo (día|mes|año) = same
la semana siguiente = step 1 u3
el mes siguiente = step 1 u5
al mes siguiente = step 1 u5
el año siguiente = step 1 u6
al año siguiente = step 1 u6
la semana anterior = step -1 u3
el mes anterior = step -1 u5
el año anterior = step -1 u6
horas (después|más tarde) = same
[el|este] {w} = weekday 0
[el] pasado {w} = weekday -1
[el] {w} pasado = weekday -1
[el] próximo {w} = weekday 1
el {w} que viene = weekday 1
el {w} {d} de {m} = md
[el|este] fin de semana = weekend 0
[el] fin de semana pasado = weekend -1
el pasado fin de semana = weekend -1
el próximo fin de semana = weekend 1
{s} = none
(el|la) {s} (pasado|pasada) = season -1
(el pasado|la pasada) {s} = season -1
(este|esta) {s} = season 0
(antes de que termine|a fines de|al final de|para finales de|antes de fin de) mes = endof 0 u5
(antes de que termine el|para finales de|antes de fin de) año = endof 0 u6
`},
	"de": {
		upper:    false,
		numbers:  "ein, einem, einer, eine, einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
		units:    "stunde, stunden|tag, tage, tagen|woche, wochen||monat, monate, monaten, monats|jahr, jahre, jahren, jahres|jahrzehnt, jahrzehnte, jahrzehnten",
		weekdays: "montag|dienstag|mittwoch|donnerstag|freitag|samstag, sonnabend|sonntag",
		months:   "januar, jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
		seasons:  "frühling, frühjahr|sommer|herbst|winter",
		since:    "seit, seit dem, seit der, ab, seit anfang, seit ende, seit mitte, seit vergangenem",
		future:   "wird, werden, soll, sollen, will, wollen, plant, planen",
		rules: `
{d} . {m} {y} = ymd
{d} . {m} = md
{m} {y} = ym
(letzten|vergangenen|letztem|vergangenem) {m} = m -1
(nächsten|kommenden) {m} = m 1
{m} (letzten|vergangenen) jahres = mofyear -1
{m} (dieses|diesen) jahres = mofyear 0
{m} = m 0
seit {y} = sy
(im jahr|im jahre|bis|von|ende|anfang|mitte) {y} = y
gestern [abend|morgen|nachmittag] = day -1
vorgestern = day -2
heute [abend|morgen|nachmittag|früh] = day 0
übermorgen = day 2
morgen (früh|abend|vormittag|nachmittag) = day 1
vor {n} {u} = ago
vor (rund|etwa|gut|fast|mehr als|über) {n} {u} = ago
in {n} {u} = ahead
(letzte|vergangene|vorige|letzter|vergangener) woche = unit -1 u3
in der (letzten|vergangenen|vorigen) woche = unit -1 u3
(nächste|kommende|nächster|kommender) woche = unit 1 u3
in der (nächsten|kommenden) woche = unit 1 u3
[in] (diese|dieser) woche = unit 0 u3
[im] (letzten|vergangenen|vorigen) monat = unit -1 u5
[im] (nächsten|kommenden) monat = unit 1 u5
[in] (diesen|diesem) monat = unit 0 u5
(anfang|ende|mitte) (dieses|des) monats = unit 0 u5
[im] (letztes|letzten|vergangenen|vergangenes|voriges|vorigen) jahr = unit -1 u6
(nächstes|kommendes) jahr = unit 1 u6
im (nächsten|kommenden) jahr = unit 1 u6
[in] (dieses|diesem) jahr = unit 0 u6
(anfang|ende|mitte) (dieses|des) jahres = unit 0 u6
[in] [den] (letzten|vergangenen) {n} {u} = past
{n} {u} (später|danach) = later
{n} {u} nach = laterof
{n} {u} (zuvor|davor|vorher|früher) = earlier
am (nächsten|folgenden) tag = dayafter 1
tags darauf = dayafter 1
am tag darauf = dayafter 1
am (tag zuvor|vortag) = dayafter -1
am selben tag = same
am gleichen tag = same
in der folgenden woche = step 1 u3
in der folgewoche = step 1 u3
im folgenden monat = step 1 u5
im folgenden jahr = step 1 u6
[am] {w} = weekday 0
[am] (letzten|vergangenen) {w} = weekday -1
[am] (nächsten|kommenden) {w} = weekday 1
am wochenende = weekend 0
[am] (letzten|vergangenen) wochenende = weekend -1
[im] (letzten|vergangenen) {s} = season -1
[in] (diesen|diesem) {s} = season 0
bis (ende des monats|monatsende|zum monatsende) = endof 0 u5
bis (ende des jahres|jahresende|zum jahresende) = endof 0 u6
`},
	"ru": {
		numbers:  "один, одну, одного, одна|два, две, двух|три, трех|четыре, четырех|пять, пяти|шесть, шести|семь, семи|восемь, восьми|девять, девяти|десять, десяти|одиннадцать|двенадцать, двенадцати|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать|двадцать, двадцати",
		units:    "час, часа, часов|день, дня, дней, сутки, суток|неделя, неделю, недели, недель, неделе||месяц, месяца, месяцев, месяце|год, года, лет, году|десятилетие, десятилетия, десятилетий",
		weekdays: "понедельник, понедельника|вторник, вторника|среда, среду, среды|четверг, четверга|пятница, пятницу, пятницы|суббота, субботу, субботы|воскресенье, воскресенья",
		months: "января, январе, январь, январю|февраля, феврале, февраль, февралю|марта, марте, март, марту|апреля, апреле, апрель, апрелю|мая, мае, май, маю|июня, июне, июнь, июню|июля, июле, июль, июлю|августа, августе, август, августу|" +
			"сентября, сентябре, сентябрь, сентябрю|октября, октябре, октябрь, октябрю|ноября, ноябре, ноябрь, ноябрю|декабря, декабре, декабрь, декабрю",
		seasons: "весной, весны, весну, весна|летом, лета, лето|осенью, осени, осень|зимой, зимы, зиму, зима",
		since:   "с, со, начиная с, с начала, с конца",
		future:  "будет, будут, должен, должна, должны, планирует, планируют, намерен, намерена, намерены, состоится, предстоит, рассмотрит, начнется, пройдет, собирается, собираются, ожидается, вынесет, огласит, посетит, объявит",
		rules: `
{d} {m} {y} (года|г .|г) = ymd
{d} {m} {y} = ymd
{d} {m} = md
{m} {y} (года|г .|г) = ym
{m} {y} = ym
{s} {y} (года|г .|г) = ys
{d} {m} (прошлого года|минувшего года) = mofyear -1
{m} (прошлого года|минувшего года) = mofyear -1
{m} (этого года|текущего года|нынешнего года) = mofyear 0
{m} следующего года = mofyear 1
(прошлого|прошлом|минувшего|минувшем) {m} = m -1
следующем {m} = m 1
{m} = m 0
{y} (году|год|года|г .|годом) = y
вчера [вечером|утром|днем|ночью] = day -1
позавчера = day -2
сегодня [вечером|утром|днем|ночью] = day 0
завтра [вечером|утром|днем] = day 1
послезавтра = day 2
накануне = dayafter -1
{n} {u} назад = ago
{u} назад = ago c1
(около|почти|более) {n} {u} назад = ago
через {n} {u} после = laterof
через {n} {u} = later
спустя {n} {u} = later
{n} {u} спустя = later
через год = later c1 u6
через месяц = later c1 u5
через неделю = later c1 u3
спустя год = later c1 u6
спустя месяц = later c1 u5
за {n} {u} до = earlierof
{n} (днями|неделями|месяцами|годами) ранее = none
годом ранее = step -1 u6
месяцем ранее = step -1 u5
на (прошлой|минувшей) неделе = unit -1 u3
на (этой|текущей) неделе = unit 0 u3
на (следующей|будущей) неделе = unit 1 u3
на позапрошлой неделе = unit -2 u3
[в] (прошлом|минувшем|прошедшем) месяце = unit -1 u5
[в] (этом|текущем) месяце = unit 0 u5
(ранее|раньше|позже) в этом месяце = unit 0 u5
в начале [этого] месяца = unit 0 u5
в конце [этого] месяца = unit 0 u5
[в] (следующем|будущем) месяце = unit 1 u5
прошлого месяца = unit -1 u5
[в] (прошлом|минувшем|прошедшем) году = unit -1 u6
прошлого года = unit -1 u6
[в] (этом|текущем|нынешнем) году = unit 0 u6
(ранее|позже|позднее) в этом году = unit 0 u6
с начала года = unit 0 u6
в начале года = unit 0 u6
[в] (следующем|будущем) году = unit 1 u6
в позапрошлом году = unit -2 u6
за (последние|последний|прошедшие|последнюю) {n} {u} = past
за (последний|прошедший) год = past c1 u6
за последний месяц = past c1 u5
за последнюю неделю = past c1 u3
в ближайшие {n} {u} = coming
на (следующий|другой) день = dayafter 1
[в] (тот же|этот же) день = same
на следующей же неделе = step 1 u3
в следующем же году = step 1 u6
[в|во] {w} = weekday 0
в (прошлый|прошлую|прошлое|минувший|минувшую|минувшее) {w} = weekday -1
в (следующий|следующую|следующее|будущий|будущую) {w} = weekday 1
на выходных = weekend 0
в выходные = weekend 0
в минувшие выходные = weekend -1
в прошлые выходные = weekend -1
(прошлой|минувшей|прошлым|минувшим) {s} = season -1
(этой|этим|нынешней|нынешним) {s} = season 0
{s} = none
до конца (месяца) = endof 0 u5
до конца (года) = endof 0 u6
до конца недели = endof 0 u3
к концу месяца = endof 0 u5
к концу года = endof 0 u6
`},
	"ar": {
		numbers:  "واحد, واحدة|اثنين, اثنان|ثلاثة, ثلاث, الثلاثة, الثلاث|أربعة, أربع, الأربعة, الأربع|خمسة, خمس, الخمسة, الخمس|ستة, ست, الستة, الست|سبعة, سبع, السبعة|ثمانية, ثماني, ثمان, الثمانية|تسعة, تسع, التسعة|عشرة, عشر, العشرة, العشر",
		units:    "ساعة, ساعات|يوم, أيام, يوما|أسبوع, أسابيع, أسبوعا||شهر, أشهر, شهرا, شهور|عام, عاما, أعوام, سنة, سنوات|عقد, عقود",
		weekdays: "الاثنين, الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
		months:   "يناير, كانون الثاني, جانفي|فبراير, شباط, فيفري|مارس, آذار|أبريل, ابريل, نيسان, أفريل|مايو, أيار, ماي|يونيو, حزيران, جوان|يوليو, تموز, جويلية|أغسطس, آب, أوت|سبتمبر, أيلول|أكتوبر, تشرين الأول|نوفمبر, تشرين الثاني|ديسمبر, كانون الأول",
		seasons:  "ربيع, الربيع|صيف, الصيف|خريف, الخريف|شتاء, الشتاء",
		since:    "منذ, ومنذ, منذ شهر, منذ عام, منذ بداية, ابتداء من",
		future:   "سوف, من المقرر, المقرر, يعتزم, تعتزم, من المتوقع, من المنتظر",
		// Verbs with the prefix of the future.
		futureEndings: "سي- ست- سن- وسي- وست-",
		rules: `
{d} {m} {y} = ymd
{d} من {m} {y} = ymd
{d} {m} عام {y} = ymd
{d} {m} = md
{d} من {m} = md
{m} {y} = ym
{m} من (العام|السنة) (الماضي|الماضية) = mofyear -1
{m} (الماضي|المنصرم) = m -1
{m} (المقبل|القادم) = m 1
{m} (الجاري|الحالي) = m 0
في {m} = m 0
شهر {m} = m 0
شهر {m} (الماضي|المنصرم) = m -1
(عام|سنة|العام|لعام|بعام|وعام) {y} = y
(أمس|البارحة|بالأمس|أمس الأول) = day -1
وأمس = day -1
أمس {w} = day -1
يوم أمس = day -1
أول أمس = day -2
أول من أمس = day -2
(اليوم|هذا اليوم|صباح اليوم|مساء اليوم) = day 0
اليوم {w} = day 0
(غدا|يوم غد) = day 1
بعد غد = day 2
(قبل|منذ) {n} {u} = ago
(قبل|منذ) (نحو|حوالي|أكثر من) {n} {u} = ago
(قبل|منذ) (عام|سنة) = ago c1 u6
(قبل|منذ) (عامين|سنتين) = ago c2 u6
(قبل|منذ) شهر = ago c1 u5
(قبل|منذ) شهرين = ago c2 u5
(قبل|منذ) أسبوع = ago c1 u3
(قبل|منذ) أسبوعين = ago c2 u3
(قبل|منذ) يومين = ago c2 u2
قبل يوم = ago c1 u2
(الأسبوع|الاسبوع) (الماضي|المنصرم|الفائت) = unit -1 u3
(الأسبوع) (المقبل|القادم) = unit 1 u3
هذا الأسبوع = unit 0 u3
الأسبوع الجاري = unit 0 u3
مطلع هذا الأسبوع = unit 0 u3
الشهر (الماضي|المنصرم|الفائت) = unit -1 u5
الشهر (المقبل|القادم) = unit 1 u5
(هذا الشهر|الشهر الجاري|الشهر الحالي) = unit 0 u5
(مطلع|بداية|أوائل|في وقت سابق من|نهاية|أواخر) (هذا الشهر|الشهر الجاري|الشهر الحالي) = unit 0 u5
(العام|السنة) (الماضي|الماضية|المنصرم|المنصرمة|الفائت|الفائتة) = unit -1 u6
(العام|السنة) (المقبل|المقبلة|القادم|القادمة) = unit 1 u6
(هذا العام|هذه السنة|العام الجاري|العام الحالي|السنة الجارية) = unit 0 u6
(مطلع|بداية|أوائل|في وقت سابق من|في وقت لاحق من|نهاية|أواخر) (هذا العام|العام الجاري|العام الحالي) = unit 0 u6
(خلال|في) (الأشهر|الشهور) {n} (الماضية|الأخيرة) = past u5
خلال {n} {u} الماضية = past
بعد {n} {u} = later
بعد يومين = later c2 u2
بعد أسبوعين = later c2 u3
بعد شهرين = later c2 u5
بعد عامين = later c2 u6
بعد أسبوع = later c1 u3
بعد شهر = later c1 u5
بعد (عام|سنة) = later c1 u6
في اليوم (التالي|الموالي) = dayafter 1
اليوم (التالي|الموالي) = dayafter 1
في اليوم السابق = dayafter -1
في اليوم (نفسه|ذاته) = same
اليوم (نفسه|ذاته) = same
الأسبوع (التالي|الموالي) = step 1 u3
الشهر (التالي|الموالي) = step 1 u5
(العام|السنة) (التالي|التالية|الموالي) = step 1 u6
(يوم|مساء|صباح|ليلة) {w} = weekday 0
{w} = weekday 0
[يوم] {w} (الماضي|الماضية) = weekday -1
[يوم] {w} (المقبل|المقبلة|القادم|القادمة) = weekday 1
عطلة نهاية الأسبوع = weekend 0
{s} الماضي = season -1
بحلول نهاية (العام|السنة) = endof 0 u6
بحلول نهاية الشهر = endof 0 u5
`},
	"zh": {
		numbers:  "一|二, 两, 兩|三|四|五|六|七|八|九|十|十一|十二|十三|十四|十五|十六|十七|十八|十九|二十",
		units:    "小时, 小時, 个小时|天, 日|周, 週, 星期, 个星期, 個星期, 礼拜||个月, 個月|年|",
		weekdays: "一|二|三|四|五|六|日, 天",
		months:   "一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月", seasons: "春天, 春季, 春|夏天, 夏季, 夏|秋天, 秋季, 秋|冬天, 冬季, 冬",
		since: "自, 自从, 自從, 从, 從", sinceEnd: "以来, 以來, 至今, 起, 以后",
		future: "将, 將, 会在, 計劃, 计划, 预计, 預計, 拟, 定于, 定於",
		rules: `
{y} 年 {x} 月 {d} (日|号|號) = nymd
{y} 年 {m} {d} (日|号|號) = ymd
{y} 年 {x} 月 = nym
{y} 年 {m} = ym
{y} 年 = y
{x} 月 {d} (日|号|號) = md
{m} {d} (日|号|號) = md
去年 {x} 月 {d} (日|号|號) = mofyear -1
去年 {x} 月 = mofyear -1
去年 {m} = mofyear -1
今年 {x} 月 {d} (日|号|號) = mofyear 0
今年 {x} 月 = mofyear 0
今年 {m} = mofyear 0
明年 {x} 月 = mofyear 1
(今|本) 月 {d} 日 = none
{x} 月 = m 0
{x} 月份 = m 0
{m} = m 0
{m} 份 = m 0
(昨天|昨日|昨晚) = day -1
(前天|前日) = day -2
(今天|今日|今早|今晨|今晚) = day 0
(明天|明日) = day 1
(后天|後天) = day 2
{n} 天前 = ago u2
{n} 日前 = ago u2
{n} (周|週|星期|个星期|個星期) 前 = ago u3
{n} (个月|個月) 前 = ago u5
{n} 年前 = ago u6
(上周|上週|上星期|上个星期|上個星期) = unit -1 u3
(上上周|上上週) = unit -2 u3
(下周|下週|下星期|下个星期|下個星期) = unit 1 u3
(本周|本週|这周|這週|这星期|这个星期|這個星期) = unit 0 u3
(本周|本週) (早些时候|初) = unit 0 u3
(上个月|上個月|上月) = unit -1 u5
(上个月|上個月|上月) (初|底|下旬|中旬|上旬) = unit -1 u5
(下个月|下個月|下月) = unit 1 u5
(本月|这个月|這個月|本月初|本月早些时候|这个月早些时候|本月底|月初) = unit 0 u5
(去年|去年底|去年初|去年年底|去年年初) = unit -1 u6
(前年) = unit -2 u6
(明年|明年初) = unit 1 u6
(今年|今年早些时候|今年年初|今年初|今年晚些时候|今年稍早|今年稍后) = unit 0 u6
(过去|過去|近|最近) {n} (个月|個月) = past u5
(过去|過去|近|最近) {n} (周|週|个星期|個星期) = past u3
(过去|過去|近|最近) {n} 年 = past u6
(过去|過去|近|最近) {n} 天 = past u2
(过去|過去) (一年) = past c1 u6
{n} (天|日) (后|後|之后|之後) = later u2
{n} (周|週|星期|个星期|個星期) (后|後|之后|之後) = later u3
{n} (个月|個月) (后|後|之后|之後) = later u5
{n} 年 (后|後|之后|之後) = later u6
(第二天|次日|翌日|隔天) = dayafter 1
(前一天|前一日) = dayafter -1
(同一天|当天|當天|同日|当日|當日) = same
(次年|翌年|第二年) = step 1 u6
(同年) = same
(下一周|接下来的一周|接下來的一週|随后一周|次周|第二周) = step 1 u3
(次月|第二个月|第二個月) = step 1 u5
(前一年) = step -1 u6
(前一个月) = step -1 u5
(周|週|星期|礼拜) {w} = weekday 0
(上周|上週|上星期) {w} = weekdayofweek -1
(下周|下週|下星期) {w} = weekdayofweek 1
(本周|本週|这周|這週|本星期|这星期) {w} = weekdayofweek 0
(周末|週末|这个周末|上周末) = weekend 0
去年 {s} = seasonofyear -1
今年 {s} = seasonofyear 0
(月底前|本月底前) = endof 0 u5
(年底前|今年年底前|今年底前) = endof 0 u6
`},
	"ko": {
		numbers:  "한, 일|두, 이|세, 삼, 석|네, 사, 넉|다섯, 오|여섯, 육|일곱, 칠|여덟, 팔|아홉, 구|열, 십",
		units:    "시간|일|주, 주일||달, 개월|년, 해|",
		weekdays: "월요일|화요일|수요일|목요일|금요일|토요일|일요일",
		months:   "", seasons: "봄|여름|가을|겨울",
		since: "", sinceEnd: "부터, 이후, 이래, 이후로",
		future: "예정, 것이다, 계획, 방침, 앞두고, 전망",
		rules: `
{y} 년 {x} 월 {d} 일 = nymd
{y} 년 {x} 월 = nym
{y} 년 = y
지난해 {x} 월 {d} 일 = mofyear -1
(지난해|작년) {x} 월 = mofyear -1
(올해|금년) {x} 월 = mofyear 0
(내년) {x} 월 = mofyear 1
{x} 월 {d} 일 = md
지난 {x} 월 = m -1
{x} 월 = m 0
오는 {x} 월 = m 1
(어제|전날 밤) = day -1
(그제|그저께|엊그제) = day -2
(오늘|오늘 아침|오늘 오전|오늘 오후) = day 0
내일 = day 1
모레 = day 2
{n} 일 전 = ago u2
(사흘) 전 = ago c3 u2
(이틀) 전 = ago c2 u2
(나흘) 전 = ago c4 u2
(닷새) 전 = ago c5 u2
{n} (주|주일) 전 = ago u3
{n} (달|개월) 전 = ago u5
{n} 년 전 = ago u6
(지난주|지난 주) = unit -1 u3
(지지난주|지지난 주) = unit -2 u3
(다음 주|다음주|내주) = unit 1 u3
(이번 주|이번주|금주) = unit 0 u3
(이번 주|이번주) 초 = unit 0 u3
(지난달|지난 달) = unit -1 u5
(지난달|지난 달) (초|말|중순) = unit -1 u5
(다음 달|다음달|내달) = unit 1 u5
(이번 달|이번달|이달) = unit 0 u5
(이번 달|이번달|이달) (초|말|중순) = unit 0 u5
(지난해|작년) = unit -1 u6
(지난해|작년) (초|말) = unit -1 u6
재작년 = unit -2 u6
(내년|다음 해) = unit 1 u6
(올해|금년|올해 초|올해 말|올 초) = unit 0 u6
(지난|최근) {n} (개월|달) [간|동안] = past u5
(지난|최근) {n} (주|주일) [간|동안] = past u3
(지난|최근) {n} 년 [간|동안] = past u6
(지난|최근) {n} 일 [간|동안] = past u2
{n} 일 (뒤|후) = later u2
{n} (주|주일) (뒤|후) = later u3
{n} (달|개월) (뒤|후) = later u5
{n} 년 (뒤|후) = later u6
(이튿날|다음 날|다음날|이틀날) = dayafter 1
전날 = dayafter -1
(같은 날|그날|당일) = same
(이듬해|다음 해) = step 1 u6
(그다음 주|그 다음 주) = step 1 u3
(그다음 달|그 다음 달) = step 1 u5
[지난] {w} = weekday 0
지난주 {w} = weekdayofweek -1
다음 주 {w} = weekdayofweek 1
이번 주 {w} = weekdayofweek 0
(주말|이번 주말|지난 주말) = weekend 0
지난 {s} = season -1
올 {s} = seasonofyear 0
올해 {s} = seasonofyear 0
지난해 {s} = seasonofyear -1
(이달 말까지|이번 달 말까지|월말까지) = endof 0 u5
(올해 말까지|연말까지) = endof 0 u6
`},
}
