package extract

// walls say that the rest of an article is for those who pay or log in.
var walls = []cue{
	when(Paywall, "subscribe|subscription|subscriber|log in|sign in|register", "to continue reading|to keep reading|to read the full|to read this|to read the rest|for subscribers only|is for subscribers|exclusive to subscribers|available to subscribers|reserved for|already a subscriber|unlock"),
	when(Paywall, "abonn|connect", "réservé aux|réservée aux|pour lire la suite|il vous reste|déjà abonné|lire l’intégralité|lire l'intégralité"),
	when(Paywall, "подпи|абонемент", "чтобы читать|чтобы продолжить|полная версия|доступен только|доступна только|для подписчиков|только подписчикам"),
	when(Paywall, "اشترك|المشتركين|للمشتركين|اشتراك", "لمتابعة القراءة|لمواصلة القراءة|فقط|لقراءة المقال"),
	when(Paywall, "订阅|訂閱|会员|會員|登录", "继续阅读|繼續閱讀|阅读全文|專享|专享|剩余"),
	when(Paywall, "구독|유료|회원|로그인", "전문|계속 읽|전용"),
	when(Paywall, "abonn|anmeld|registrier", "weiterlesen|weiterzulesen|nur für abonnenten|bereits abonnent"),
	when(Paywall, "suscr|assin", "seguir leyendo|continuar leyendo|exclusivo para|solo para|continuar lendo|já é assinante|ya eres"),
}

// contentsHeadings begin the heading of a table of contents.
var contentsHeadings = []string{
	"contents", "table of contents", "in this article", "in this post", "on this page", "in this guide", "jump to", "what's in", "quick links", "sommaire", "dans cet article", "table des matières", "содержание", "оглавление", "в этой статье",
	"المحتويات", "في هذا المقال", "目录", "目錄", "本文目录", "목차", "目次", "inhalt", "in diesem artikel", "contenido", "en este artículo", "índice", "neste artigo", "içindekiler", "indice", "daftar isi", "yaliyomo",
}
