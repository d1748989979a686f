package source

// shorteners are hosts whose addresses lead to pages of others and say nothing
// of them, each known from its own site.
var shorteners = set(
	"bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "v.gd", "buff.ly", "dlvr.it", "ift.tt", "cutt.ly", "rb.gy", "lnkd.in", "fb.me",
	"t.ly", "shorturl.at", "tiny.cc", "trib.al", "clck.ru", "vk.cc", "u.to", "bitly.com", "j.mp", "feedproxy.google.com",
)
