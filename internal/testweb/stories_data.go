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
			{"managua-passport", "Nicaraguan priest turned away at the airport of his own country", "Elena Exemplar", "en", day(6), []string{
				"A Catholic priest who had spent a month at a hospital abroad was not let on his flight home to Managua on Saturday, his parish said. The airline showed him a message from the Nicaraguan authorities that named no reason.",
				"Father Tomás Exemplar, 61, is a citizen of Nicaragua and of no other country. He is staying with a family in San José, the capital of neighbouring Costa Rica.",
				"“I left with one bag and a return ticket,” he said by telephone. “Now I have the bag.”",
				"A group that keeps a list says that at least 12 members of the clergy have been refused entry this year. Nicaragua does not publish figures."}},
			{"lahore-acquittal", "Court in Lahore acquits couple after six years on death row", "Farah Exemplar", "en", day(8), []string{
				"The high court in Lahore on Wednesday acquitted a Christian couple who had been sentenced to death for text messages that, the judges found, neither of them could have written. Both had been held since 2020.",
				"The couple, who are not named here for their safety, cannot read. Their lawyer, Imran Exemplar, said that they would leave the city the same night.",
				"Pakistan has not executed anyone under the law in question, but people accused under it have been killed by mobs. Officials in Islamabad said the judgment shows that the courts work.",
				"Human rights groups believe that between 50 and 70 people are still held in Pakistan on such charges."}},
			{"abuja-school", "Forty pupils walk home after three weeks in the forest", "Grace Exemplar", "en", day(10), []string{
				"Forty pupils who had been taken from a boarding school in the north-west of Nigeria came home on Thursday, the state government said. It did not say whether money had been paid.",
				"The youngest is eight. Two teachers who were taken with them are still missing, according to the school.",
				"The president spoke in Abuja of a great day for Nigeria. “It is a great day when nobody is taken,” said Ruth Exemplar, whose daughter was among the forty."}},
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
			{"dushanbe-imam", "В Душанбе начался закрытый процесс по делу о домашней школе", "Рустам Вымышленный", "ru", day(6), []string{
				"В Душанбе в понедельник за закрытыми дверями начался процесс над учительницей, которая обучала девочек чтению священных текстов у себя дома. Родственников в зал не пустили.",
				"Обвинение требует пяти лет лишения свободы, сообщил знакомый с делом юрист. В Таджикистане религиозное обучение детей вне разрешённых школ запрещено законом.",
				"«Она учила их буквам», — сказала соседка, попросившая не называть её имени. Таджикские чиновники от комментариев отказались.",
				"По оценке правозащитников, за последние два года по таким делам осуждены не менее двадцати человек."}},
			{"kinshasa-radio", "À Kinshasa, une radio reprend ses émissions après quarante jours de silence", "Sylvie Inventée", "fr", day(7), []string{
				"Une radio communautaire de Kinshasa a repris ses émissions mardi, quarante jours après la pose de scellés sur son studio. Le régulateur de la République démocratique du Congo lui reprochait une interview.",
				"Son directeur, Patrice Inventé, a passé neuf jours en détention sans voir de juge. « Ils m’ont rendu la clé et pas les ordinateurs », a-t-il raconté.",
				"Le ministère a déclaré que la mesure était conforme à la loi congolaise. Une organisation de Brazzaville compte au moins dix-sept fermetures de ce genre depuis janvier.",
				"La Belgique a salué la réouverture."}},
			{"tunis-sahafi", "الإفراج عن صحفية في تونس بعد إضراب عن الطعام", "ليلى المتخيلة", "ar", day(9), []string{
				"أفرجت السلطات التونسية مساء الثلاثاء عن صحفية أمضت سبعة أسابيع في سجن قرب تونس العاصمة، بحسب ما قالت محاميتها. وكانت الصحفية قد أضربت عن الطعام ثمانية عشر يوما.",
				"وتواجه الصحفية تهمة نشر أخبار كاذبة بسبب تقرير عن المهاجرين القادمين من ليبيا. ومن المقرر أن تعقد الجلسة المقبلة في الشهر القادم.",
				"وقالت في أول تصريح لها: «كتبت ما رأيت، وسأكتبه مرة أخرى».",
				"ودعت نقابة الصحفيين إلى الإفراج عن خمسة صحفيين آخرين يعتقد أنهم ما زالوا في السجن."}},
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
				"一名在口岸附近开店的居民说，车队上午九点左右过桥，每辆车上大约坐了四十人，车窗全部拉着窗帘。她说，等车的时候有人在路边买了药品、牙膏和给孩子的糖果，店里的感冒药不到一小时就卖完了。",
				"首尔的一名研究人员韩例示说，朝鲜可能会派出新的工人来代替她们。“合同是分三批签的，”他说，“所以她们也会分三批回去，最后一批要等到明年春天。”",
				"联合国禁止成员国雇用朝鲜工人，但是据外交人士估计，在中国的朝鲜工人仍然多达五万人。这一数字无法得到独立证实。"}},
			{"hanoi-jiaotang", "越南山区一家庭教会被要求三十天内登记", "李虚构", "zh", day(5), []string{
				"越南北部山区的一个家庭教会收到当地政府的通知，被要求在三十天内办理登记，否则必须停止聚会。教会长老把这封信的照片给本报看过，信上有县政府的印章，日期是上个星期一。",
				"这个教会从二〇〇九年开始在长老家中聚会，有六十多名成员，大多是种茶的农民。按照越南的法律，一个团体要连续活动五年以后才能申请承认。长老说，他们一共申请过三次，每一次都没有得到答复。",
				"“我们不反对登记，”长老说，“我们只是不知道应该把表格交给谁。”河内的一名律师说，类似的通知今年至少有二十起，其中一半发生在与老挝和中国交界的地区。",
				"越南政府宗教事务部门没有回答本报的提问。"}},
			{"yangon-yinyuan", "仰光法院释放两名为灾民募捐的志愿者", "陈虚构", "zh", day(8), []string{
				"缅甸仰光的一家法院星期三释放了两名志愿者。他们因为在网上为地震灾民募捐而被关押了五个月，罪名是没有得到许可就收集钱款。法官说，没有证据证明他们把钱用在了别的地方。",
				"两人走出法院的时候，大约有一百人在街对面等候。其中一人对记者说，他在看守所里瘦了十二公斤，但是狱中的人对他不坏，给他送饭的是一位不认识的老太太。",
				"一个设在泰国的组织说，缅甸目前还有至少三十名救援人员被关押。军方没有公布数字，也没有评论法院的决定。",
				"募捐一共收到七千多笔捐款，最小的一笔只有五百缅元。账目由一所寺院的住持保管，他说每一笔钱都有收据，愿意看的人都可以来看。",
				"两名志愿者的律师说，他们打算先回家看望父母，然后继续募捐。"}},
			{"seoul-bogoseo", "러시아 건설 현장의 북한 노동자, 줄었다는 보고서", "홍예시", "ko", day(3), []string{
				"러시아 극동의 건설 현장에서 일하는 북한 노동자가 줄었다고 서울의 한 연구소가 목요일 밝혔다. 연구소는 그 수를 약 1만 명으로 추정했다.",
				"블라디보스토크의 한 건설업자는 북한 노동자들이 학생 비자로 들어온다고 말했다. 러시아 당국은 논평하지 않았다.",
				"한 노동자는 연구소와의 통화에서 하루 열네 시간씩 일하지만 월급의 대부분을 관리자가 가져간다고 말했다. 그는 가족이 평양에 있다며 이름을 밝히지 말아 달라고 부탁했다.",
				"보고서는 중국의 사정은 다르다고 덧붙였다. 중국 동북부의 공장에서는 노동자 수가 거의 줄지 않았으며, 계약 기간이 끝난 뒤에도 돌아가지 못한 사람이 많다는 것이다."}},
			{"yanji-tal-buk", "중국에 구금된 탈북민 열한 명, 북송 위기", "김예시", "ko", day(7), []string{
				"중국 옌지에서 탈북민 열한 명이 체포되어 북송될 위기에 놓였다고 서울의 한 인권 단체가 월요일 밝혔다. 체포된 사람 가운데 세 명은 어린이인 것으로 알려졌다.",
				"단체의 대표인 박예시 씨는 가족들이 지난주 수요일부터 연락이 끊겼다고 말했다. 그는 중국 당국이 이들을 국경 근처의 수용소로 옮긴 것으로 보고 있다.",
				"“아이들만이라도 한국으로 올 수 있게 해 달라”고 한 어머니는 호소했다. 그는 2019년에 북한을 떠나 지금은 인천에 살고 있다.",
				"한국 외교부는 사실 관계를 확인하고 있다고 밝혔다. 중국 외교부 대변인은 그런 일은 알지 못한다고 답했다."}},
		},
	}
}

// Posts gives texts in the form in which they are handed in: byline, outlet with
// a date in brackets, paragraphs, footer. All people and events in them are
// invented, and the last line of each says so.
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

Invented for this demonstration.
`,
		`Par Louise Inventée

Radio du Port (03.11.2026) — La Mauritanie et le Mali ont libéré quatre anciens esclaves domestiques après une enquête commune, a annoncé lundi une association de Nouakchott.

Les autorités mauritaniennes parlent de cas isolés. Selon l’association, plusieurs centaines de personnes seraient encore concernées des deux côtés de la frontière.

« Je ne savais pas que je pouvais partir », a raconté l’une des quatre personnes, qui se fait appeler Aminata.

À Bamako, un procureur malien a promis un procès avant la fin de l’année. L’Union européenne et le Sénégal ont salué l’annonce.

Abonnez-vous gratuitement à notre lettre d’information pour suivre ces questions !

Base de données d’informations sur plus de 70 pays :

Liste de cas documentés dans 20 pays :

Inventé pour cette démonstration.
`,
	}
}
