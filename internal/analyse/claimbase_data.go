package analyse

// wholeWords are the words by which a part of a whole is told.
type wholeWords struct {
	of       string // stands between part and whole
	out      string // may stand before it: "out of"
	parts    string // a part without a number; what means all is none
	measures string // may stand before the number of the whole
	within   string // stands behind the whole

	changes string // verbs of rising and falling
	to      string // stands before the level that was reached
	from    string // before the level that was, and before by how much
	deltas  string // verbs of change that stand behind a difference, or directly before it

	compares string // opens what a number is compared with; commas between
}

var wholeWordsOf = map[string]wholeWords{
	"en": {
		out:      "out",
		of:       "of among",
		parts:    "most many some half none few several majority minority third thirds quarter quarters fifth fifths tenth any each rest remainder portion part proportion % percent cent only",
		compares: "down from, up from, compared with, compared to, in comparison with, as against, against, versus, than in, than the, from the",
		measures: "about some estimated roughly nearly total approximately expected registered known remaining",
		changes:  "rose risen rise rises fell fallen falls dropped drops grew grown grows increased increases decreased decreases climbed climbs declined declines jumped soared shrank shrunk plunged plummeted surged doubled tripled swelled dwindled went raised cut lowered lifted", to: "to", from: "from by",
	},
	"fr": {
		of:       "de d' d’ des sur parmi",
		parts:    "plupart moitié tiers quart quarts majorité minorité partie certains certaines plusieurs aucun aucune quelques-uns quelques-unes reste % cent",
		compares: "contre, par rapport à, comparé à, par comparaison avec, qu'en",
		measures: "environ quelque quelques près total",
		changes:  "passé passée passés passées passe passent augmenté augmente augmentent diminué diminue diminuent baissé baisse baissent grimpé tombé tombée tombés chuté reculé monté montée", to: "à", from: "de d' d’",
	},
	"es": {
		out:      "dentro",
		of:       "de entre",
		parts:    "mayoría mitad tercio tercios cuarto cuartos minoría parte algunos algunas varios varias ninguno ninguna muchos muchas resto % ciento",
		compares: "frente a, en comparación con, comparado con, contra, que en",
		measures: "unos unas casi cerca total",
		changes:  "pasó pasaron aumentó aumentaron subió subieron bajó bajaron cayó cayeron creció crecieron descendió descendieron disminuyó disminuyeron redujo ascendió", to: "a hasta", from: "de desde en",
	},
	"ru": {
		of:       "из среди",
		parts:    "большинство многие некоторые половина половины половину треть четверть никто ни часть несколько большая меньшинство %",
		compares: "против, по сравнению с, чем в, вместо",
		measures: "около примерно более общего",
		changes:  "выросло вырос выросла выросли возросло возросла возросли увеличилось увеличился увеличилась увеличились сократилось сократился сократилась сократились снизилось снизилась снизились упало упала упали уменьшилось уменьшилась уменьшились поднялось", to: "до", from: "с со на",
	},
	"ar": {
		of:       "من أصل بين",
		parts:    "معظم نصف ثلث ربع أغلبية غالبية بعض عدد جزء %",
		compares: "مقابل, مقارنة ب, بالمقارنة مع, مقارنة مع",
		measures: "نحو حوالي",
		changes:  "ارتفع ارتفعت زاد زادت تزايد انخفض انخفضت تراجع تراجعت هبط هبطت قفز", to: "إلى", from: "من بمقدار بنحو",
	},
	"zh": {deltas: "增加 增加了 减少 减少了 增长 上升 下降 多了 少了", within: "中, 之中, 当中, 當中, 里, 裡"},
	"ko": {deltas: "늘 증가 줄 감소 더", within: "중, 가운데"},
}
