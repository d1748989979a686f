package extract

import "strings"

// littleWords are the most frequent short words of each language: articles,
// prepositions, conjunctions, pronouns, auxiliary verbs.
var littleWords = []struct{ language, words string }{
	{"en", "the of and to in that is was for on with as by were have has had been from it its this which who not their they he she will would be at an are or but did our no one her him after when there so than"},
	{"fr", "le la les des du de et en un une dans que qui est sont pour par sur au aux avec pas ce cette ces ont été a il elle ils ne se leur leurs plus"},
	{"es", "el la los las de del y en un una que es son por para con se no al lo su sus fue han ha como más pero este esta"},
	{"pt", "o a os as do da dos das de e em um uma que é são por para com se não ao na no nas nos foi seu sua mais mas também"},
	{"it", "il lo la gli le di del della dei delle e in un una che è sono per con si non al alla nel nella da dal anche più stato"},
	{"de", "der die das den dem des und in zu ein eine einer einen ist sind war wurde mit von für auf im nicht sich auch als bei nach werden hat haben"},
	{"nl", "de het een en van in te dat die is zijn was op met voor niet aan er door naar ook werd bij als hebben wordt"},
	{"tr", "ve bir bu da de için ile olarak olan daha çok ise kadar sonra gibi tarafından ancak değil olduğu"},
	{"sw", "na ya wa kwa ni katika la za cha hii kuwa huo hiyo watu yake wao lakini pia kama baada alisema hilo tangu bila huku kuhusu hakuna yetu wetu kila kabla zaidi hata mwezi alikuwa walikuwa"},
	{"id", "yang dan di ke dari untuk pada dengan ini itu adalah tidak akan dalam oleh mereka telah juga karena"},
	{"pl", "i w na z do że się nie jest o po od za przez jak oraz dla ale był została zostały które który"},
	{"vi", "và của là các có không được cho trong với những người này đã một đến về từ theo"},
	{"ro", "și de la în a cu pe că nu o un este sunt din pentru care au fost mai prin sau"},
	{"cs", "a v na se že je z do o s k pro jako ale byl jsou které který podle také už"},
	{"sv", "och i att det som en på är av för med den till inte har de om ett var från"},
	{"uz", "va bilan uchun bu ham bir edi deb boʻlgan esa kerak keyin bo lgan haqida"},
	{"az", "və bir bu üçün ilə olan da də ki isə sonra kimi olaraq tərəfindən"},
	{"so", "iyo oo ka ku in waa ee uu ayaa la aan waxa ay si loo soo dalka"},
	{"fa", "از در به که این است با را آن برای او بود شد یک تا"},
	{"ar", "في من على إلى أن التي الذي كان كانت عن هذا هذه لم بعد مع لا ما"},
	{"ur", "کے کی میں ہے کو سے نے اور پر کا ہیں"},
	{"ru", "и в не на что с по к из у за от о для как это его был были она они а но же при до также года который которые после под"},
	{"uk", "і в не на що з та до у за від про для як це його був були вона вони але й також року який які після під щоб"},
	{"be", "і ў не на што з да у за ад пра для як гэта яго быў былі яна яны але таксама які якія пасля"},
	{"bg", "и в на не да се от за с по че са е като той тя това които който при след към бе"},
	{"sr", "и у на је да се не за од са који које су али као због после што био"},
	{"kk", "және бұл мен үшін бір деп да де жылы болып туралы кейін оның еді бар"},
	{"ky", "жана бул менен үчүн бир деп да де жылы болгон тууралуу кийин анын эле бар"},
	{"tg", "ва дар аз ба ки ин бо он барои аст буд шуд ҳам низ онҳо то"},
	{"mn", "нь болон энэ байна юм гэж дээр байсан хүн оны ба ч"},
}

// littleIndex gives the languages that have a word, by their place in littleWords.
var littleIndex = func() map[string][]int {
	index := make(map[string][]int, 800)
	for i, l := range littleWords {
		for w := range strings.FieldsSeq(l.words) {
			index[w] = append(index[w], i)
		}
	}
	return index
}()
