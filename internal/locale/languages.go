package locale

import (
	"slices"
	"strings"
)

// Language gives a language's name; a language without a name here is called
// by its tag. A region or script in the tag is left out of the name, but for
// Chinese, where the script matters to readers.
func Language(lang, tag string) string {
	lower := strings.ToLower(tag)
	base, _, _ := strings.Cut(lower, "-")
	switch lower {
	case "zh-hant", "zh-tw", "zh-hk":
		base = "zh-Hant"
	case "zh-hans", "zh-cn":
		base = "zh-Hans"
	}
	names, known := languageNames()[base]
	if !known {
		return tag
	}
	return names[max(slices.Index(columns, lang), 0)]
}

// Languages lists the tags that Language has a name for, in the order of the
// names.
func Languages(lang string) []string {
	var tags []string
	for tag := range languageNames() {
		if len(tag) <= 3 {
			tags = append(tags, tag)
		}
	}
	slices.SortFunc(tags, func(a, b string) int { return Compare(lang, Language(lang, a), Language(lang, b)) })
	return tags
}
