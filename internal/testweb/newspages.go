package testweb

import (
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"
)

//go:embed news.html
var newsPages embed.FS

var newsTemplates = template.Must(template.New("").Funcs(template.FuncMap{"date": writtenDate}).ParseFS(newsPages, "news.html"))

// invented is the mark on every page, by language.
var invented = map[string]string{
	"en": "Invented for this demonstration: outlet, people and events.",
	"fr": "Inventé pour cette démonstration : le journal, les personnes et les faits.",
	"ru": "Вымышлено для этой демонстрации: издание, люди и события.",
	"ar": "مختلق لهذا العرض: الصحيفة والأشخاص والأحداث.",
	"zh": "为演示而虚构：媒体、人物和事件。",
	"ko": "시연을 위해 지어낸 것입니다: 매체, 인물, 사건.",
}

// furniture is what stands around a story, by language: the menu, what stands
// above other stories, the call to subscribe, the notice about cookies.
var furniture = map[string]struct {
	Menu                            []string
	More, Share, Subscribe, Cookies string
}{
	"en": {[]string{"World", "Courts", "Faith", "About us"}, "Read also", "Share this", "Subscribe to our free newsletter", "We use no cookies. This sentence only looks like those that do."},
	"fr": {[]string{"Monde", "Justice", "Religions", "Qui sommes-nous"}, "Lire aussi", "Partager", "Abonnez-vous à notre lettre d’information", "Nous n’utilisons pas de cookies."},
	"ru": {[]string{"Мир", "Суды", "Вера", "О нас"}, "Читайте также", "Поделиться", "Подпишитесь на нашу рассылку", "Мы не используем файлы cookie."},
	"ar": {[]string{"العالم", "المحاكم", "الأديان", "من نحن"}, "اقرأ أيضا", "شارك", "اشترك في نشرتنا الإخبارية", "لا نستخدم ملفات تعريف الارتباط."},
	"zh": {[]string{"国际", "司法", "宗教", "关于我们"}, "相关阅读", "分享", "订阅我们的电子报", "我们不使用 Cookie。"},
	"ko": {[]string{"국제", "법원", "종교", "소개"}, "관련 기사", "공유하기", "뉴스레터 구독하기", "쿠키를 사용하지 않습니다."},
}

// writtenDate writes a day as a language's readers do.
func writtenDate(t time.Time, language string) string {
	switch language {
	case "en":
		return t.Format("2 January 2006")
	case "zh":
		return t.Format("2006年1月2日")
	case "ko":
		return t.Format("2006년 1월 2일")
	}
	return t.Format("02.01.2006")
}

// index shows what all outlets have published.
func (n *News) index(w http.ResponseWriter, _ *http.Request) {
	type outlet struct {
		Name, Slug, Feed string
		Stories          []Story
	}
	var page []outlet
	for _, slug := range []string{OutletRSS, OutletAtom, OutletSitemap} {
		page = append(page, outlet{OutletNames[slug], slug, Feeds[slug], n.Stories(slug)})
	}
	n.render(w, http.StatusOK, "index", page)
}

// story shows one story. Each outlet has a layout of its own, with the things
// around the text that a reader of pages has to tell apart from it.
func (n *News) story(w http.ResponseWriter, r *http.Request) {
	outlet := r.PathValue("outlet")
	list := n.Stories(outlet)
	i := slices.IndexFunc(list, func(s Story) bool { return s.Slug == r.PathValue("slug") })
	if i < 0 {
		n.render(w, http.StatusNotFound, "missing", OutletNames[outlet])
		return
	}
	s := list[i]
	dir := "ltr"
	if s.Language == "ar" {
		dir = "rtl"
	}
	language := s.Language
	if _, known := furniture[language]; !known {
		language = "en"
	}
	others := slices.Delete(slices.Clone(list), i, i+1)
	n.render(w, http.StatusOK, outlet, struct {
		Story
		Outlet, Dir, Invented, Address string
		Around                         any
		Others                         []Story
	}{s, OutletNames[outlet], dir, invented[language], "http://" + r.Host + r.URL.Path, furniture[language], others[:min(len(others), 4)]})
}

func (n *News) render(w http.ResponseWriter, status int, name string, page any) {
	var b strings.Builder
	if err := newsTemplates.ExecuteTemplate(&b, name, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprint(w, b.String())
}
