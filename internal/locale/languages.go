package locale

import (
	"slices"
	"strings"
)

// Language gives a language's name; a language without a name here is called
// by its tag. A region or script in the tag is left out of the name, but for
// Chinese, where the script matters to readers.
func Language(lang, tag string) string {
	switch lower := strings.ToLower(tag); lower {
	case "zh-hant", "zh-tw", "zh-hk":
		return "Chinese (traditional)"
	case "zh-hans", "zh-cn":
		return "Chinese (simplified)"
	default:
		base, _, _ := strings.Cut(lower, "-")
		if name, known := languages[base]; known {
			return name
		}
	}
	return tag
}

// Languages lists the tags that Language has a name for, in the order of the
// names.
func Languages(lang string) []string {
	var tags []string
	for tag := range languages {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b string) int { return Compare(lang, languages[a], languages[b]) })
	return tags
}

// languages are the English names of the languages that news are mostly read
// in. Source: ISO 639, Unicode CLDR.
var languages = map[string]string{
	"af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
	"bn": "Bengali", "bo": "Tibetan", "bs": "Bosnian", "ca": "Catalan", "ckb": "Central Kurdish", "cs": "Czech",
	"da": "Danish", "de": "German", "dv": "Dhivehi", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
	"eu": "Basque", "fa": "Persian", "fi": "Finnish", "fil": "Filipino", "fr": "French", "ha": "Hausa", "he": "Hebrew",
	"hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo",
	"is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
	"ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
	"mk": "Macedonian", "mn": "Mongolian", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "nb": "Norwegian Bokmål",
	"ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "om": "Oromo", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
	"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "sd": "Sindhi", "si": "Sinhala",
	"sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
	"sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tk": "Turkmen",
	"tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
	"yi": "Yiddish", "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
}
