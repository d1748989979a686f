package extract

// addressed are the cues of paragraphs that speak to readers: what they are
// asked for, and who asks whom. They are wider than those of footers, and are
// believed of what stands word for word in several documents only. A blank stands
// before the paragraph when it is looked at, so that words can be whole.
var addressed = []cue{
	when(Footer, "support|donat|subscri|sign up|follow |join |share |contribut|give |gift|become a |tell a friend|read us|write to us|contact us|advertis|download|listen to|reprint|republish|newspaper|magazine|journalis",
		" your | you | you,| us | us.| us,| our | we "),
	when(Footer, "souten|abonn|inscri|suivez|rejoign|partage|faites un don|contribu|deven|écrivez|contactez|télécharg|journal|rédaction", " vous| votre | nous | notre | nos "),
	when(Footer, "unterstütz|abonn|folgen|spend|teilen|schreib|werden sie|zeitung|redaktion", " sie | ihr| uns| wir "),
	when(Footer, "apoy|suscri|síg|don|compart|escríb|periódico|redacción|assin|sig|jornal|redação", " usted| su | nos | nuestr| nosso| você"),
	when(Footer, "sosten|abbon|iscriv|segu|dona|condivid|scriv|giornale|redazione", " voi | vostr| noi | nostr| tuo | tua "),
	when(Footer, "поддерж|подпис|присоедин|подел|пожертв|напишите|читайте нас|читайте также|газет|журнал|редакци", " вас | вас,| вам| ваш| нас | нам | наш| мы | нас."),
	when(Footer, "підтрим|підпи|приєдн|поділ|пожертв|напишіть|газет|редакц", " вас | вас,| вам| ваш| нас | нам | наш| ми "),
	when(Footer, "ادعم|دعم|اشترك|تابع|انضم|شارك|تبرع|اكتب|صحيفة|تحرير", "نا|كم"),
	when(Footer, "حمایت|عضو|دنبال|کمک|روزنامه|تحریریه|بنویسید", "شما|ما "),
	when(Footer, "支持|支援|订阅|訂閱|关注|關注|加入|分享|捐|投稿|转载|轉載|本刊|本报|本報|本网|编辑部", "您|你|我们|我們|欢迎|歡迎"),
	when(Footer, "지원|후원|구독|팔로우|공유|기부|독자|신문|편집", "여러분|저희|우리|당신"),
	when(Footer, "支援|購読|フォロー|共有|寄付|編集部|新聞", "皆様|あなた|私たち|当"),
	when(Footer, "destek|abone|takip|katıl|paylaş|bağış|gazete", " siz| bizi | bize | bizim| biz "),
}

// asking are cues of headings above such paragraphs.
var asking = []cue{
	label(Footer, "support |donate|subscribe|follow us|join us|about this|about us|about the author|who we are|contact|advertis|share this|become a member|newsletter"),
	label(Footer, "soutenir|soutenez|abonnez|suivez|qui sommes|à propos|contactez|faire un don"),
	label(Footer, "поддержать|поддержите|подписаться|подпишитесь|о нас|о проекте|контакты|пожертвовать"),
	label(Footer, "ادعمنا|اشترك|تابعنا|من نحن|اتصل بنا|تبرع"),
	label(Footer, "订阅|訂閱|关注|關注|关于我们|關於我們|捐款|联系我们"),
	label(Footer, "구독|후원|회사 소개|문의"),
	label(Footer, "unterstützen|abonnieren|folgen sie|über uns|spenden|kontakt"),
	label(Footer, "apoya|suscríb|síguenos|quiénes somos|apoie|assine|siga-nos|sobre nós"),
}
