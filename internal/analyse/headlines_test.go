package analyse

import (
	"slices"
	"strings"
	"testing"
)

// TestHeadlines holds what sentences mention; all of them are invented.
func TestHeadlines(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "North Korean workers leave Russia for China", "CN KP RU"},
		{"en", "U.S. and UK officials in Seoul met; tell us more", "GB KR US"},
		{"en", "Moscow's envoy told Pyongyang and Beijing", "CN KP RU"},
		{"en", "Niger State police free students, says Abuja", "NG"},
		{"en", "Fishermen lost in the South China Sea and the Indian Ocean", ""},
		{"en", "Michael Jordan and Chad Smith sang in New Jersey", "US"},
		{"en", "Jordan and Chad sign a deal in Amman", "JO TD"},
		{"en", "Equatorial Guinea, Guinea-Bissau and Papua New Guinea vote", "GQ GW PG"},
		{"en", "Democratic Republic of Congo: Kinshasa bans a church", "CD"},
		{"en", "South Sudan and Sudan talk in Juba", "SD SS"},
		{"en", "The turkey was served with chad and china", ""},
		{"en", "TURKEY/IRAN: Converts sentenced", "IR TR"},
		{"en", "Crimea: Tatars fined", "x-crimea"},
		{"en", "Latin American bishops in Managua", "NI"},
		{"en", "Two Jehovah's Witnesses were jailed in Kazakhstan, and a Turkmen court sentenced one more", "KZ TM"},
		{"fr", "L'Ukraine et la Russie échangent des prisonniers, dit Moscou", "RU UA"},
		{"fr", "Des ouvrières nord-coréennes renvoyées de Chine", "CN KP"},
		{"fr", "La Côte d'Ivoire et le Burkina Faso ; des réfugiés maliens", "BF CI ML"},
		{"fr", "Les autorités érythréennes libèrent des croyants à Asmara", "ER"},
		{"fr", "Le Kremlin et la Maison Blanche", "RU US"},
		{"fr", "Au Kirghizistan, les autorités kirghizes ; la France et Berlin demandent", "DE FR KG"},
		{"ru", "Северокорейские рабочие покинули Россию", "KP RU"},
		{"ru", "В Китае и Казахстане задержали верующих", "CN KZ"},
		{"ru", "Суд в Минске оштрафовал граждан Украины, сообщили в США", "BY UA US"},
		{"ru", "Газета вышла в Москве; посол Южной Кореи", "KR RU"},
		{"ru", "Таджикские власти и Узбекистан", "TJ UZ"},
		{"ar", "أطلقت السلطات المصرية سراح عمال من السودان", "EG SD"},
		{"ar", "عمال من كوريا الشمالية في روسيا وبالصين", "CN KP RU"},
		{"ar", "واشنطن تنتقد إيران والعراق", "IQ IR US"},
		{"ar", "المسؤولون الروس في موسكو", "RU"},
		{"zh", "朝鲜工人在俄罗斯和中国", "CN KP RU"},
		{"zh", "美国国务院批评平壤", "KP US"},
		{"zh", "法院在阿斯塔纳判刑，哈萨克斯坦", "KZ"},
		{"ko", "러시아에서 일하는 북한 노동자들", "KP RU"},
		{"ko", "중국은 미국과 인도주의 지원을 논의했다", "CN US"},
		{"ko", "모스크바의 한국인과 한국어 수업", "KR RU"},
		{"ko", "이란 법원이 개종자를 석방했다", "IR"},
		{"en", "TELL US WHERE THEY ARE, FAMILIES ASK", ""},
		{"en", "US-backed forces leave eastern Syria", "SY US"},
		{"en", "Washington’s silence on Riyadh troubles London", "GB SA US"},
		{"en", "George Washington portrait stolen in Prague", "CZ"},
		{"en", "Protest in Atlanta, Georgia, over vote", "US"},
		{"en", "Georgia jails opposition figure in Tbilisi", "GE"},
		{"en", "St. Petersburg court fines a Russian-speaking pastor from Kyiv", "RU UA"},
		{"en", "French-speaking Swiss town opens archive", "CH"},
		{"en", "Nigerien and Nigerian troops meet in Niamey", "NE NG"},
		{"en", "Central African Republic: monks held in Bangui", "CF"},
		{"en", "Dominican Republic deports hundreds to Haiti", "DO HT"},
		{"en", "Puerto Rican poet honoured in New Mexico", "PR US"},
		{"en", "Abkhaz officials and Tbilisi trade blame", "GE x-abkhazia"},
		{"en", "Uyghur scholar held in Xinjiang, says family in Germany", "DE x-xinjiang"},
		{"en", "Geneva Conventions at 75", ""},
		{"en", "Two Koreans freed by Pyongyang", "KP"},
		{"en", "The Gambia and Côte d’Ivoire end death penalty debate", "CI GM"},
		{"en", "Timor-Leste, not East Timor, says Dili", "TL"},
		{"en", "Poland’s Polish-language Bible printed in Warsaw", "PL"},
		{"en", "Sino-Russian border closed", "CN RU"},
		{"en", "North\nKorea’s envoy flies home", "KP"},
		{"en", "He fled south. Korea is far", "KR"},
		{"en", "Sentenced in Hong Kong: three of Taiwan’s fishermen", "HK TW"},
		{"en", "Somaliland frees Somali reporter", "SO x-somaliland"},
		{"en", "Vatican City and the Holy See", "VA"},
		{"en", "Monks of Ladakh write to Delhi", "IN x-kashmir"},
		{"en", "Trial in the Netherlands of a Dutchman from Suriname", "NL SR"},
		{"en", "She spoke in Spanish, then in Chinese prisons at US$5 a day", "CN"},
		{"en", "A man from Male with a male nurse", ""},
		{"fr", "Trois Tadjiks expulsés d'Allemagne vers Douchanbé", "DE TJ"},
		{"fr", "L’Iran libère une Franco-Iranienne", "IR"},
		{"fr", "Les Nations unies à Genève et à New York", "CH US"},
		{"fr", "Nigérians et Nigériens au bord du lac Tchad", "NE NG"},
		{"fr", "Aux États-Unis et au Royaume-Uni, des voix turques", "GB TR US"},
		{"fr", "Sud-Soudan ou Soudan du Sud : Djouba répond", "SD SS"},
		{"fr", "La Guinée équatoriale et la Guinée-Bissau", "GQ GW"},
		{"fr", "Amérique latine : le Salvador accusé", "SV"},
		{"fr", "Des chrétiennes érythréennes arrêtées près d'Asmara", "ER"},
		{"fr", "Un tribunal chinois condamne un pasteur du Henan", "CN"},
		{"ru", "Россиян и белорусов не пустили в Грузию", "BY GE RU"},
		{"ru", "Борис Немцов и Антон Чехов", ""},
		{"ru", "Немцев выслали из Саудовской Аравии", "DE SA"},
		{"ru", "В Республике Корея и в КНДР", "KP KR"},
		{"ru", "Жителя Приднестровья осудили в Кишинёве", "MD x-transnistria"},
		{"ru", "Крымских татар судят в Ростове-на-Дону", "RU x-crimea"},
		{"ru", "Южно-Китайское море и Латинская Америка", ""},
		{"ru", "Глава МИД Объединённых Арабских Эмиратов прилетел в Нур-Султан", "AE KZ"},
		{"ru", "Китаец, кореянка и два вьетнамца", "CN KR VN"},
		{"ru", "Того человека не нашли", ""},
		{"ru", "Обыски в Ленинградской области и под Орлом; гражданина Дании судят в Орле", "DK RU"},
		{"ar", "وللولايات المتحدة رأي آخر في اليمن", "US YE"},
		{"ar", "فالصين والهند وباكستان", "CN IN PK"},
		{"ar", "اعتقال عراقيين وسوريات في ألمانيا", "DE IQ SY"},
		{"ar", "الأزمة المالية والسيول", ""},
		{"ar", "سلطنة عمان ومسقط", "OM"},
		{"ar", "محكمة في عمان والسلطات الأردنية", "JO"},
		{"ar", "أمريكا اللاتينية وبحر الصين الجنوبي", ""},
		{"ar", "الكوريون الشماليون في بكين", "CN KP"},
		{"ar", "لبنانيون عادوا من ليبيا إلى بيروت", "LB LY"},
		{"ar", "للسودان وجنوب السودان", "SD SS"},
		{"zh", "中俄两国签署协议", "CN RU"},
		{"zh", "其中美国提出抗议", "US"},
		{"zh", "许多哈萨克斯坦人留在上海地区", "CN KZ"},
		{"zh", "北韓工人離開俄羅斯", "KP RU"},
		{"zh", "印度尼西亚与印度", "ID IN"},
		{"zh", "马里兰州法院与马里军方", "ML US"},
		{"zh", "沿海地区的渔民", ""},
		{"zh", "南苏丹和苏丹边境", "SD SS"},
		{"zh", "维吾尔人在新疆被判刑", "x-xinjiang"},
		{"zh", "刚果（金）首都金沙萨", "CD"},
		{"ko", "한미 정상회담에서 북한을 논의", "KP KR US"},
		{"ko", "인도적 지원과 인도주의", ""},
		{"ko", "그것을 막을 수단이 없다", ""},
		{"ko", "남수단과 수단의 하르툼", "SD SS"},
		{"ko", "주러시아 대사관", "RU"},
		{"ko", "탈북자가 중국에서 송환됐다", "CN KP"},
		{"ko", "콩고민주공화국 킨샤사의 교회", "CD"},
		{"ko", "미국산 소고기와 호주산 소고기", "AU US"},
	} {
		r := Analyse(Input{Text: c.text, Language: c.lang})
		got := strings.Fields(mentionedIDs(r))
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestRoles holds that a capital which speaks for its state, and a dateline,
// are mentioned, and that the article is about who else is named.
func TestRoles(t *testing.T) {
	for _, c := range []struct{ lang, title, text, want string }{
		{"en", "Washington condemns arrests in Minsk", "", "BY"},
		{"en", "Moscow’s envoy: Latvia must free the pastor", "", "LV"},
		{"es", "Madrid exige a Nicaragua la liberación de un sacerdote", "", "NI"},
		{"de", "Berlin fordert Freilassung in Ägypten", "", "EG"},
		{"en", "", "NAIROBI, March 3 (Invented Agency) — The army of Sudan shelled a market in Sudan on Monday.", "SD"},
		{"en", "Washington bans assembly before the vote", "", "US"},
		{"en", "", "Moscow said it would close the border. Moscow denied the report.", "RU"},
	} {
		r := Analyse(Input{Title: c.title, Text: c.text, Language: c.lang})
		if got := aboutIDs(r); got != c.want {
			t.Errorf("%s%s: about %q, want %q (mentioned %v)", c.title, c.text, got, c.want, r.Territories.Mentioned)
		}
	}
}
