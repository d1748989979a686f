package extract

// ends are the cues of what publishers put under posts: newsletter calls, lines
// that lead to a database or a list of cases, snippets, disclaimers, rights. The
// groups are worded so that a reader is spoken to, or a label stands there;
// sentences about newsletters, databases and lists are left alone.
var ends = []cue{
	// Snippets and the plug-in's own line
	when(Snippet, "snippet", "powered|propuls|fourni"),
	label(Snippet, "html snippet|snippets html|фрагменты html|html-фрагмент|сниппет|html 片段|html片段|代码片段|html 스니펫|스니펫|مقتطفات html|مقتطف"),
	label(Snippet, "powered by|propulsé par|работает на|bereitgestellt von|技术支持|提供支持|제공:|بدعم من|مدعوم من"),

	// Newsletter calls
	when(Footer, "newsletter|mailing list|bulletin|e-mail update|email update|our updates", "subscri|sign up|sign-up|signup|register|join|click here|receive", "you|our|us |free|here|now"),
	when(Footer, "if you want to|if you wish to|if you would like to|to be regularly informed|to stay informed", "click here|subscri|newsletter|sign up|follow us|donat"),
	label(Footer, "subscribe to|sign up for|sign up to|support our work|donate now|follow us|join us on|read more about us|about us"),
	when(Footer, "newsletter|lettre d|lettres d|infolettre|bulletin", "abonn|inscri|recevoir|cliquez", "vous|votre|nos|notre|gratuit|ici"),
	when(Footer, "рассылк|бюллетен|информационн", "подпи|получать|нажмите|щелкните|щёлкните", "вы |вас|наш|бесплатн|здесь|сюда|хотите"),
	when(Footer, "نشر|رسائل|بريد", "اشترك|الاشتراك|للاشتراك|اشتراك|اضغط|انقر|سجل|سجّل", "هنا|مجان|نا|لدينا"),
	when(Footer, "通讯|通訊|简报|簡報|电子报|電子報|新闻信|时事通讯|邮件", "订阅|訂閱|点击|點擊|免费|免費", "您|你|我们|我們|此处|这里|免费"),
	when(Footer, "뉴스레터|소식지|소식", "구독|신청|클릭|받아", "무료|저희|여기|이곳|싶으"),
	when(Footer, "newsletter|rundbrief", "abonn|anmeld|bestell|klick", "sie |ihr|unser|kostenlos|hier"),
	when(Footer, "boletín|boletin|newsletter", "suscri|inscr|haga clic|assin", "usted|nuestr|nosso|gratuit|aquí|aqui"),
	when(Footer, "newsletter|bülten", "abone|kayıt|tıkla|iscri|clicca", "ücretsiz|bura|gratuit|qui|nostr"),

	label(Footer, "our standards:|editor's note:|correction:|note to editors", "standards|principles|policy|note"),

	// Labels that lead to a database or a list
	label(Footer, "database|data base|archive", "countries|news and information|news & information|of information|of cases"),
	label(Footer, "list of|register of|catalogue of|documented cases", "cases|prisoners|believers|detainees"),
	label(Footer, "base de données|bases de données|archives", "pays|informations|nouvelles|actualités"),
	label(Footer, "liste|registre|recensement", "cas |dossiers|prisonniers|croyants", "pays|document"),
	label(Footer, "база данных|база новостей|базы данных|базу данных|архив", "стран|новост|информац"),
	label(Footer, "список|перечень|реестр", "случа|дел |дела |верующ|заключ|задокументир"),
	label(Footer, "قاعدة بيانات|قاعدة البيانات|قاعدة أخبار|أرشيف", "بلد|دول|أخبار|معلومات"),
	label(Footer, "قائمة|سجل", "حال|قضايا|سجناء|مؤمن"),
	label(Footer, "数据库|資料庫|资料库|档案", "国|國|新闻|新聞|信息|资讯"),
	label(Footer, "名单|列表|清单|名單|清單", "案|信徒|囚犯"),
	label(Footer, "데이터베이스|자료실|아카이브", "국|뉴스|정보"),
	label(Footer, "목록|명단|리스트", "사례|사건|신자|수감"),
	label(Footer, "datenbank", "länder|nachrichten|informationen"),
	label(Footer, "base de datos|banco de dados|banca dati", "país|pais|paesi|noticias|notícias|notizie"),
	label(Footer, "liste|lista|elenco", "fälle|fällen|casos|casi", "ländern|países|paesi|dokument|document"),

	// Calls to read on
	label(Footer, "continue reading|read the full|read more|read on:|lire la suite|en savoir plus|читать далее|читать полностью|подробнее|اقرأ المزيد|阅读全文|閱讀全文|더 보기|weiterlesen|seguir leyendo"),
	when(Footer, "continue reading|read more|lire la suite", "…|..."),

	// Disclaimers and rights
	when(Disclaimer, "the views expressed|the opinions expressed|views and opinions|les opinions exprimées|мнение автора|мнение редакции|آراء|本文仅代表|본 기고|necessarily reflect"+
		"|die meinung", "author|own|reflect|auteur|совпада|الكاتب|作者|必|입장|position"),
	when(Disclaimer, "disclaimer:|disclaimer|avertissement :|отказ от ответственности"),
	when(Disclaimer, "this article|this post|this text|this story|cet article|эта статья|статья", "first published|originally published|first appeared|originally appeared|reposted|republished|publié initialement|initialement publié|впервые опубликован|первоначально"),
	when(Rights, "all rights reserved|tous droits réservés|все права защищены|جميع الحقوق محفوظة|版权所有|版權所有|무단 전재|무단전재|공공누리|republished with permission|reprinted with permission"),
}

// contacts open a press contact, below which everything short goes with it.
var contacts = []cue{
	label(Contact, "press contact|media contact|contact for press|contacts for media|contact presse|contacts presse|contact médias|контакты для прессы|контакты для сми|للتواصل الإعلامي|媒体联系|媒體聯絡|언론 문의|pressekontakt|contacto de prensa"),
	when(Contact, "for more information|for further information|for more details|for press inquiries|for media inquiries|pour plus d'informations|pour plus d’informations|за дополнительной информацией|لمزيد من المعلومات|更多信息|자세한 내용", "contact|call |write to|contacter|обращ|يرجى|الاتصال|联系|聯絡|문의|@"),
}

// sharing are the names of buttons and the like, each between strokes.
const sharing = "| share | tweet | print | email | e-mail | mail | facebook | twitter | x | whatsapp | telegram | linkedin | pinterest | pin | reddit | copy link" +
	" | share this | share on facebook | share on twitter | share on x | share this article | share this post | share via email | like this | like | loading | comments" +
	" | partager | partager sur facebook | imprimer | поделиться | распечатать | مشاركة | شارك | 分享 | 打印 | 공유 | 공유하기 | 인쇄 | teilen | compartir | subscribe | donate" +
	" | anzeige | werbung | publicidad | publicidade | pubblicità | reklam | annonce | ad | advertisement | advertising | sponsored | реклама | publicité | إعلان | 广告 | 광고 | back to top | skip to content | table of contents | read more | learn more | sign up | play video | read next | placeholder while article actions load | show caption | spread this news" +
	" | email this story | email to a friend | del.icio.us | digg | stumbleupon | yazdır | email this page | print this page | send to a friend | have your say | add a comment | post a comment | report an error in this article | report this | copy | save | version imprimable | envoyer à un ami | версия для печати | طباعة | أرسل لصديق |"

// bottomHeadings are headings that begin what is not the article, whole;
// bottomBegins are how such headings begin.
const bottomHeadings = "|related|related blog|more news|more stories|latest news|latest|trending|popular|most read|most popular|read next|up next|recommended|further reading|references|citations|sources" +
	"|article sources|comments|your say|have your say|leave a comment|leave a reply|post a comment|about the author|about the authors|about us|our services|our customers|share this|tags|newsletter|downloads" +
	"|à lire aussi|lire aussi|articles similaires|sur le même sujet|commentaires|читайте также|по теме|похожие материалы|комментарии|مواضيع ذات صلة|اقرأ أيضا|تعليقات" +
	"|相关阅读|相关新闻|延伸阅读|相關新聞|评论|관련기사|관련 기사|댓글|ähnliche artikel|mehr zum thema|kommentare|artículos relacionados|comentarios|notas relacionadas|"

var bottomBegins = []string{
	"related article", "related post", "related stor", "related content", "related news", "related product", "related read", "related topic", "related service", "recent post", "recent article",
	"other posts", "other articles", "more from ", "more on this", "more articles", "more posts", "you may also", "you might also", "recommended for", "read more about", "join our newsletter", "subscribe to",
	"sign up for", "get the latest", "get our newsletter", "leave a comment", "leave a reply", "comment via", "written by", "article written by", "reviewed by", "was this article", "did you enjoy",
	"thank you for reading", "follow us", "share this", "support our", "donate", "get started today", "get a demo", "why trust",
}

// relatedBegins are how lines begin that lead to another article.
var relatedBegins = []string{
	"must read:", "also read:", "read also:", "can also read:", "related:", "related article:", "see also:", "read more:", "recommended:", "more:", "watch:", "read next:", "you may also like:",
	"lire aussi :", "à lire aussi", "lire aussi:", "читайте также:", "читать также:", "смотрите также:", "اقرأ أيضا", "اقرأ أيضًا", "延伸阅读：", "相关阅读：", "相关报道：", "관련기사:", "관련 기사:",
	"lire aussi |", "lire aussi»", "voir aussi :", "lesen sie auch:", "siehe auch:", "mehr zum thema:", "dieses thema im programm:", "lee también:", "te puede interesar:", "ilginizi çekebilir", "i̇lginizi çekebilir", "lea también:", "leia também:",
}
