package dateparser

import "strings"

// monthNames are the months' names and abbreviations in lower case, January
// first; names of two words have an underscore between them.
var monthNames = [12]string{
	"january jan janvier janv enero ene januar jänner janeiro gennaio gen ocak января январь янв يناير كانون_الثاني جانفي",
	"february feb février fevrier févr fév febrero februar fevereiro fev febbraio şubat февраля февраль фев فبراير شباط فيفري",
	"march mar mars marzo märz mär março mart марта март مارس آذار",
	"april apr avril avr abril abr aprile nisan апреля апрель апр أبريل ابريل إبريل نيسان أفريل",
	"may mai mayo maio maggio mag mayıs мая май مايو أيار ماي",
	"june jun juin junio juni junho giugno giu haziran июня июнь июн يونيو يونيه حزيران جوان",
	"july jul juillet juil julio juli julho luglio lug temmuz июля июль июл يوليو يوليه تموز جويلية",
	"august aug août aout agosto ago ağustos августа август авг أغسطس اغسطس آب أوت",
	"september sep sept septembre septiembre setembro set settembre eylül сентября сентябрь сен سبتمبر أيلول",
	"october oct octobre octubre oktober okt outubro out ottobre ott ekim октября октябрь окт أكتوبر اكتوبر تشرين_الأول",
	"november nov novembre noviembre novembro kasım ноября ноябрь ноя نوفمبر تشرين_الثاني",
	"december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre aralık декабря декабрь дек ديسمبر كانون_الأول",
}

// months gives the number of the month that a name means.
var months = func() map[string]int {
	m := make(map[string]int, 256)
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			m[strings.ReplaceAll(name, "_", " ")] = i + 1
		}
	}
	return m
}()
