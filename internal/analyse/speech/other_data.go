package speech

import "strings"

// arabic fills the tongue of Arabic; its verbs stand before their subjects.
func arabic(t *tongue) {
	t.language, t.order = "ar", vso
	each := func(c class, s Stance, list string) { // with "and" before the verb
		t.stance(c, s, list)
		for w := range strings.FieldsSeq(list) {
			t.stance(c, s, "و"+w+" ف"+w)
		}
	}
	each(say, Asserts, "قال قالت قالوا يقول تقول يقولون صرح صرحت أعلن أعلنت أكد أكدت يؤكد تؤكد أضاف أضافت أوضح أوضحت ذكر ذكرت أفاد أفادت أشار أشارت كتب كتبت روى روت شدد شددت اعتبر اعتبرت وصف وصفت اعترف اعترفت حذر حذرت رد ردت تابع تابعت علق علقت هتف هتفوا نقل نقلت جاء زعم زعمت رأى رأت")
	each(say, Denies, "نفى نفت ينفي تنفي رفض رفضت")
	each(say, Questions, "سأل سألت تساءل تساءلت")
	each(say, CallsFor, "طالب طالبت دعا دعت ناشد ناشدت حث حثت")
	each(say, Predicts, "توقع توقعت تنبأ")
	each(accords, Asserts, "بحسب حسب وفق وفقا")
	t.add(that, "إن أن انه أنه أنها إنه إنها بأن بأنه أنهم إنهم")
	t.add(preposing, "في على من إلى عن مع خلال يوم أمس اليوم عبر بعد قبل لدى أثناء ضد منذ عقب حول حسبما لوكالة لقناة لصحيفة للصحفيين للصحافيين بيان")
}

// chinese fills the tongue of Chinese.
func chinese(t *tongue) {
	t.language, t.order = "zh", han
	t.says = []string{"表示", "指出", "强调", "強調", "认为", "認為", "宣布", "宣稱", "宣称", "声称", "聲稱", "透露", "回应", "回應", "回答", "写道", "寫道", "补充", "補充", "解释", "解釋", "警告", "承认", "承認",
		"坦言", "直言", "否认", "否認", "反驳", "反駁", "呼吁", "呼籲", "要求", "质疑", "質疑", "告诉", "告訴", "介绍", "介紹", "说道", "說道", "说", "說", "称", "稱", "问", "問", "喊", "道"}
}

// korean fills the tongue of Korean.
func korean(t *tongue) {
	t.language, t.order = "ko", sov
	t.says = []string{"말했", "말한", "밝혔", "밝힌", "전했", "전한", "강조", "주장", "설명", "덧붙", "지적", "비판", "호소", "반박", "부인", "촉구", "요구", "물었", "답했", "썼다", "경고", "언급", "발표", "토로", "증언", "외쳤", "당부", "평가", "말하"}
}
