package testweb

import "time"

// firstStories are the stories that the news web begins with. All people and
// events in them are invented.
func firstStories(now time.Time) map[string][]Story {
	day := func(n int) time.Time { return now.AddDate(0, 0, -n).UTC().Truncate(time.Hour) }
	return map[string][]Story{
		OutletRSS: {
			{"astana-appeal", "Appeal court in Astana keeps fine for prayer meeting", "Lena Exemplar", "en", day(1), []string{
				"An appeal court in Astana upheld on Tuesday a fine against a retired teacher who had let eleven people pray in her kitchen, her lawyer said. Kazakhstan requires religious meetings to be held at registered places.",
				"The teacher, Saule Exemplarova, must pay the equivalent of two monthly pensions. “I will not pay for having guests,” she told reporters outside the court.",
				"Kazakh officials said the law treats all communities alike. A rights group in Brussels counted at least 40 such fines in Kazakhstan this year.",
				"Her lawyer said she would take the case to the supreme court before the end of the month."}},
			{"asmara-release", "Eritrea frees 32 believers after years without trial", "Jonas Exemplar", "en", day(2), []string{
				"Eritrea has released 32 people who had been held for their faith, some for more than ten years, two of their relatives said on Monday. None of them had ever seen a judge.",
				"The group walked out of a camp north of Asmara in the early morning. Eritrean authorities did not comment.",
				"As many as 500 others are believed to be held still, according to a church abroad that keeps a list of names. The figure cannot be checked from outside Eritrea.",
				"Neighbouring Ethiopia said it had taken in four of the families."}},
			{"hanoi-registration", "Hanoi tells highland church to register or close", "Minh Exemplar", "en", day(4), []string{
				"Officials in Hanoi have given a small church in the highlands thirty days to register or to close, according to a letter seen by this newspaper. Vietnam counts some fifty recognised communities.",
				"The church has met since 2009 without papers. Vietnamese law asks for five years of steady work before a community may be recognised.",
				"“We asked three times,” said its elder, Y Exemplar, “and three times the letter came back.”"}},
		},
		OutletAtom: {
			{"minsk-shtraf", "Суд в Минске оштрафовал прихожан за молитву во дворе", "Анна Вымышленная", "ru", day(1), []string{
				"Суд в Минске оштрафовал шестерых прихожан небольшой общины за молитву во дворе жилого дома, сообщила в среду их защитница. В Беларуси для таких собраний нужно разрешение властей.",
				"По словам защитницы, белорусские милиционеры пришли через десять минут после начала встречи. Штрафы составляют от двух до пяти месячных зарплат.",
				"Посольство Польши в Минске заявило, что следит за делом. Община обжалует решение."}},
			{"bichkek-loi", "Au Kirghizistan, une loi impose de déclarer les lectures bibliques à domicile", "Camille Inventée", "fr", day(3), []string{
				"Le parlement du Kirghizistan a adopté jeudi une loi qui oblige à déclarer toute lecture religieuse à domicile, selon une association locale. Le texte attend la signature du président à Bichkek.",
				"Les autorités kirghizes assurent vouloir protéger l’ordre public. L’association estime que près de deux cents groupes sont concernés.",
				"« On nous demande de compter nos amis », a déclaré Aïgoul Inventée, qui reçoit une dizaine de personnes le vendredi.",
				"La France et l’Allemagne ont demandé que la loi soit revue."}},
			{"khartoum-hakm", "محكمة في الخرطوم تبرئ شابا اتهم بتغيير دينه", "أحمد المتخيل", "ar", day(5), []string{
				"برأت محكمة في الخرطوم يوم الأحد شابا اتهم بتغيير دينه، بحسب ما قال محاميه. وكان الشاب قد أمضى أربعة أشهر في الحبس.",
				"وقال المحامي إن القانون السوداني لم يعد يعاقب على ذلك منذ سنوات، لكن بعض المدعين ما زالوا يستخدمونه في السودان.",
				"ورحبت منظمة حقوقية في القاهرة بالحكم ودعت السلطات المصرية إلى الاقتداء به."}},
		},
		OutletSitemap: {
			{"dandong-workers", "Buses bring North Korean workers back from China", "Mara Exemplar", "en", day(1), []string{
				"Eight buses with North Korean workers crossed the bridge at Dandong on Friday, residents on the Chinese side said. It was the largest return since the spring.",
				"About 300 people are thought to have been on board, most of them women from textile plants in China. Neither Beijing nor Pyongyang announced the journey.",
				"A researcher in Seoul, Han Exemplar, said that North Korea may be sending others in their place. “The contracts run for three years,” he said, “and these began in three waves.”",
				"The United Nations forbids its members to employ such workers."}},
			{"xinyi-huijia", "朝鲜女工结束合同后经丹东回国", "王虚构", "zh", day(2), []string{
				"多名居民说，约三百名朝鲜女工星期五从丹东乘大巴回国。这是今年春天以来人数最多的一次。",
				"她们此前在中国的纺织厂工作，合同为期三年。平壤和北京都没有发表消息。",
				"首尔的一名研究人员说，朝鲜可能会派出新的工人。"}},
			{"seoul-bogoseo", "러시아 건설 현장의 북한 노동자, 줄었다는 보고서", "홍예시", "ko", day(3), []string{
				"러시아 극동의 건설 현장에서 일하는 북한 노동자가 줄었다고 서울의 한 연구소가 목요일 밝혔다. 연구소는 그 수를 약 1만 명으로 추정했다.",
				"블라디보스토크의 한 건설업자는 북한 노동자들이 학생 비자로 들어온다고 말했다. 러시아 당국은 논평하지 않았다.",
				"보고서는 중국의 사정은 다르다고 덧붙였다."}},
		},
	}
}

// Posts are texts in the form in which they are handed in: byline, outlet with
// a date in brackets, paragraphs, footer. All people and events in them are
// invented.
func Posts() []string {
	return []string{
		`By Nora Exemplar

Harbour Radio (12.10.2026) – – Turkmenistan has let two conscientious objectors go home before the end of their terms, while Uzbekistan opened a case against a third, relatives said.

The two young men, Kerim Exemplarov and Batyr Exemplarov, had each been sentenced to two years by a court in Ashgabat.

“They came on the evening train, thinner than they left,” said an uncle who did not want his name to be written.

In Tashkent, Uzbek prosecutors said that the law knows no civilian service for members of communities without registration.

As many as 15 objectors are believed to be held in Turkmenistan. Officials at the United Nations have asked for a list three times, and the embassy of Turkmenistan in Vienna did not answer.

If you would like to be kept informed about religious freedom, sign up here for our free newsletter!

Database of news from over 70 countries:

List of documented cases in 20 countries:

HTML Snippets Powered By :
`,
		`Par Louise Inventée

Radio du Port (03.11.2026) — La Mauritanie et le Mali ont libéré quatre anciens esclaves domestiques après une enquête commune, a annoncé lundi une association de Nouakchott.

Les autorités mauritaniennes parlent de cas isolés. Selon l’association, plusieurs centaines de personnes seraient encore concernées des deux côtés de la frontière.

« Je ne savais pas que je pouvais partir », a raconté l’une des quatre personnes, qui se fait appeler Aminata.

À Bamako, un procureur malien a promis un procès avant la fin de l’année. L’Union européenne et le Sénégal ont salué l’annonce.

Abonnez-vous gratuitement à notre lettre d’information pour suivre ces questions !

Base de données d’informations sur plus de 70 pays :

Liste de cas documentés dans 20 pays :
`,
	}
}
