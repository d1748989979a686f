package extract

import "strings"

// monthNames are the names and abbreviations of the months in lower case,
// January first, in the languages in which posts come: English, French, German,
// Spanish, Portuguese, Italian, Dutch, Polish, Indonesian,
// Swahili, Swedish, Turkish, Russian, Ukrainian, Arabic (of Egypt, of the Levant,
// of the Maghreb), Persian, Hindi.
var monthNames = [12]string{
	"january jan janvier janv januar jänner enero ene janeiro gennaio gen januari ocak январь января янв січня يناير كانون_الثاني جانفي styczeń stycznia ژانویه जनवरी",
	"february feb février fevrier févr fév fev februar febrero fevereiro febbraio februari şubat февраль февраля фев февр лютого فبراير شباط فيفري luty lutego فوریه फरवरी",
	"march mar mars märz mär mrz marzo março maart mart март марта мар березня مارس آذار marzec marca maret machi मार्च",
	"april apr avril avr abril abr aprile nisan апрель апреля апр квітня أبريل ابريل إبريل نيسان أفريل kwiecień kwietnia aprili آوریل अप्रैल",
	"may mai mayo maio maggio mag mei mayıs май мая травня مايو أيار ماي maj maja مه मई",
	"june jun juin juni junio junho giugno giu haziran июнь июня июн червня يونيو يونيه حزيران جوان czerwiec czerwca ژوئن जून",
	"july jul juillet juil juli julio julho luglio lug temmuz июль июля июл липня يوليو يوليه تموز جويلية lipiec lipca julai ژوئیه जुलाई",
	"august aug août aout agosto ago augustus ağustos август августа авг серпня أغسطس اغسطس آب أوت sierpień sierpnia agustus agosti اوت अगस्त augusti",
	"september sep sept septembre septiembre setembro set settembre eylül сентябрь сентября сен сент вересня سبتمبر أيلول wrzesień września septemba سپتامبر सितंबर सितम्बर",
	"october oct octobre oktober okt octubre outubro out ottobre ott ekim октябрь октября окт жовтня أكتوبر اكتوبر تشرين_الأول październik października oktoba اکتبر अक्टूबर",
	"november nov novembre noviembre novembro kasım ноябрь ноября ноя нояб листопада نوفمبر تشرين_الثاني listopada listopad novemba نوامبر नवंबर",
	"december dec décembre decembre déc dezember dez diciembre dic dezembro dicembre aralık декабрь декабря дек грудня ديسمبر كانون_الأول grudzień grudnia desember desemba دسامبر दिसंबर",
}

// dayNames are the days of the week, which may stand before a date.
const dayNames = " monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun" +
	" lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag" +
	" lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота воскресенье" +
	" الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد "

// months gives the number of the month that a name means.
var months = func() map[string]int {
	m := make(map[string]int, 256)
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			m[name] = i + 1
		}
	}
	return m
}()
