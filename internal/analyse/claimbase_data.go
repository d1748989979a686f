package analyse

// wholeWords are the words by which a part of a whole is told.
type wholeWords struct {
	of       string // stands between part and whole
	parts    string // a part without a number; what means all is none
	measures string // may stand before the number of the whole
	within   string // stands behind the whole

	compares string // opens what a number is compared with; commas between
}

var wholeWordsOf = map[string]wholeWords{
	"en": {
		of:       "of among",
		parts:    "most many some half none few several majority minority third thirds quarter quarters fifth fifths tenth any each rest remainder portion part proportion % percent cent only",
		compares: "down from, up from, compared with, compared to, in comparison with, as against, against, versus, than in, than the, from the",
		measures: "about some estimated roughly nearly total approximately expected registered known remaining",
	},
	"fr": {
		of:       "de d' d’ des sur parmi",
		parts:    "plupart moitié tiers quart quarts majorité minorité partie certains certaines plusieurs aucun aucune quelques-uns quelques-unes reste % cent",
		compares: "contre, par rapport à, comparé à, par comparaison avec, qu'en",
		measures: "environ quelque quelques près total",
	},
	"es": {
		of:       "de entre",
		parts:    "mayoría mitad tercio tercios cuarto cuartos minoría parte algunos algunas varios varias ninguno ninguna muchos muchas resto % ciento",
		compares: "frente a, en comparación con, comparado con, contra, que en",
		measures: "unos unas casi cerca total",
	},
	"ru": {
		of:       "из среди",
		parts:    "большинство многие некоторые половина половины половину треть четверть никто ни часть несколько большая меньшинство %",
		compares: "против, по сравнению с, чем в, вместо",
		measures: "около примерно более общего",
	},
	"ar": {
		of:       "من أصل بين",
		parts:    "معظم نصف ثلث ربع أغلبية غالبية بعض عدد جزء %",
		compares: "مقابل, مقارنة ب, بالمقارنة مع, مقارنة مع",
		measures: "نحو حوالي",
	},
	"zh": {within: "中, 之中, 当中, 當中, 里, 裡"},
	"ko": {within: "중, 가운데"},
}
