package extract

import "strings"

// badClasses are pieces of classes and ids that name what stands around
// articles; goodClasses are those that name an article's body.
var (
	badClasses = strings.Fields(`comment share social related promo newsletter subscri footer sidebar side-bar widget nav menu breadcrumb cookie consent
		banner popup modal overlay bio tag meta caption credit advert sponsor recommend teaser card signup sign-up login paywall toolbar rating author byline
		date time disqus outbrain taboola read-next more-from popular trending latest copyright legal disclaimer toc table-of-contents cta callout pagination
		pager search hidden sr-only visually screen-reader skip donate`)
	goodClasses = strings.Fields(`article-body articlebody article__body article_body article-content article__content articlecontent article-text entry-content
		post-content post-body post__content post__body postcontent story-body story-content storybody story__body content-body content__body body-content
		body-copy rich-text richtext rte prose main-content page-content blog-content single-content td-post-content field--name-body text-body news-text
		news-content c-content markdown`)
)

// captionClasses are the words in classes that name what stands under a picture.
var captionClasses = strings.Fields("cap caption figcaption imgcaption photocaption legend legende bildtext bildunterschrift epigrafe piefoto")

// classKinds are kinds of what stands in and around articles, with pieces of the
// classes and ids that name them.
var classKinds = [...]struct {
	name  string
	words []string
}{
	{"comments", strings.Fields("comment kommentar komment coment respond disqus")},
	{"elsewhere", strings.Fields("related recommend read-next more-from popular trending latest teaser card promo outbrain taboola")},
	{"authors", strings.Fields("author byline bio")},
	{"offers", strings.Fields("newsletter subscri signup sign-up cta callout donate login paywall banner popup modal")},
	{"ways", strings.Fields("nav menu breadcrumb toc table-of-contents pagination pager sidebar")},
	{"adverts", strings.Fields("advert sponsor affiliate product disclosure disclaimer")},
	{"notes", strings.Fields("faq accordion reference footnote citation source")},
}

// callWords call the reader to do something, or offer it.
var callWords = []string{
	"subscribe", "sign up", "newsletter", "follow us", "click here", "download", "contact us", "learn more", "read more", "donate", "support us", "join us", "free trial", "book a", "get in touch", "your inbox", "our team", "cookies",
	"abonnez", "inscrivez", "cliquez", "téléchargez", "en savoir plus", "nous soutenir", "faites un don", "подпи", "рассылк", "поддержите", "подробнее", "нажмите", "اشترك", "تابعنا", "اضغط", "تبرع", "订阅", "关注我们", "点击", "구독", "후원",
	"abonnieren", "jetzt spenden", "mehr erfahren", "anmelden", "suscríb", "síguenos", "haga clic", "haz clic", "assine", "siga-nos", "iscriviti", "abone ol", "langganan", "jiandikishe",
}

// credits begin the line under a picture that says whose it is.
var credits = []string{
	"photo:", "photo by", "photo credit", "photos:", "photograph:", "photography by", "image:", "image by", "image credit", "image source", "images:", "picture:", "credit:", "source:", "illustration:", "illustration by", "video:", "courtesy of", "getty images", "file photo", "screenshot:",
	"crédit photo", "crédits photo", "crédit :", "photo :", "image :", "illustration :", "фото:", "фото ", "снимок:", "иллюстрация:", "источник:", "видео:", "صورة:", "الصورة:", "تصوير:", "المصدر:", "图片：", "图片来源", "图：", "图源", "照片：", "摄影", "圖片", "資料圖",
	"사진=", "사진:", "사진제공", "출처:", "写真：", "写真:", "foto:", "bild:", "bildquelle", "quelle:", "fotografía:", "imagen:", "crédito:", "fuente:", "fotoğraf:", "kaynak:", "picha:", "ảnh:", "nguồn:",
}
