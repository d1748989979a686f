package source

// months are the names of months in the languages that feeds come in, as they
// stand in dates (in the genitive where a language has one), with abbreviations.
var months = func() map[string]int {
	out := map[string]int{}
	for month, names := range [...][]string{
		{"january", "jan", "janvier", "janv", "januar", "jänner", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "января", "янв", "январь", "січня", "stycznia", "sty", "ocak", "يناير", "ژانویه", "ιανουαρίου", "ιαν", "január"},
		{"february", "feb", "février", "févr", "februar", "febrero", "febbraio", "fevereiro", "fev", "februari", "февраля", "фев", "февраль", "лютого", "lutego", "lut", "şubat", "فبراير", "فوریه", "φεβρουαρίου", "φεβ", "február"},
		{"march", "mar", "mars", "märz", "mär", "mrz", "marzo", "março", "maart", "mrt", "марта", "мар", "март", "березня", "marca", "mart", "مارس", "μαρτίου", "μαρ", "március"},
		{"april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля", "апр", "апрель", "квітня", "kwietnia", "kwi", "nisan", "أبريل", "ابريل", "آوریل", "απριλίου", "απρ", "április"},
		{"may", "mai", "mayo", "maggio", "mag", "maio", "mei", "мая", "май", "травня", "maja", "maj", "mayıs", "مايو", "مه", "μαΐου", "μαϊ", "μάϊ", "μάιος", "május"},
		{"june", "jun", "juin", "juni", "junio", "giugno", "giu", "junho", "июня", "июн", "июнь", "червня", "czerwca", "cze", "haziran", "يونيو", "ژوئن", "ιουνίου", "ιουν", "ιούν", "június"},
		{"july", "jul", "juillet", "juil", "juli", "julio", "luglio", "lug", "julho", "июля", "июл", "июль", "липня", "lipca", "lip", "temmuz", "يوليو", "ژوئیه", "ιουλίου", "ιουλ", "ιούλ", "július"},
		{"august", "aug", "août", "agosto", "ago", "augustus", "августа", "авг", "август", "серпня", "sierpnia", "sie", "ağustos", "أغسطس", "اغسطس", "اوت", "αυγούστου", "αυγ", "αύγ", "augusztus", "augusti"},
		{"september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro", "сентября", "сен", "сентябрь", "сент", "вересня", "września", "wrz", "eylül", "سبتمبر", "سپتامبر", "σεπτεμβρίου", "σεπ", "σεπτ", "szeptember"},
		{"october", "oct", "octobre", "oktober", "okt", "octubre", "ottobre", "ott", "outubro", "out", "октября", "окт", "октябрь", "жовтня", "października", "paź", "ekim", "أكتوبر", "اكتوبر", "اکتبر", "οκτωβρίου", "οκτ", "október"},
		{"november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноя", "ноябрь", "листопада", "listopada", "lis", "kasım", "نوفمبر", "نوامبر", "νοεμβρίου", "νοε"},
		{"december", "dec", "décembre", "déc", "dezember", "dez", "diciembre", "dic", "dicembre", "dezembro", "декабря", "дек", "декабрь", "грудня", "grudnia", "gru", "aralık", "ديسمبر", "دسامبر", "δεκεμβρίου", "δεκ"},
	} {
		for _, name := range names {
			out[name] = month + 1
		}
	}
	return out
}()

// passed are words that stand in dates and say nothing.
var passed = set("st", "nd", "rd", "th", "er", "of", "de", "del", "at", "le", "г", "года", "р", "року", "um", "uhr", "à", "o", "ο")

// zones are offsets in hours of the zones named in RFC 822 and of others that
// feeds use. A name that is not here, or means several zones, is read as UTC.
var zones = map[string]float64{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
	"AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "ET": -5, "CT": -6, "MT": -7, "PT": -8,
	"WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "MET": 1, "MEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "MSD": 4, "TRT": 3,
	"SAST": 2, "EAT": 3, "WAT": 1, "CAT": 2, "PKT": 5, "NPT": 5.75, "ICT": 7, "WIB": 7, "HKT": 8, "SGT": 8, "PHT": 8,
	"JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12, "NZDT": 13,
}
