package extract

import "testing"

func TestMended(t *testing.T) {
	for given, want := range map[string]string{
		"They donâ€™t say â€œwhyâ€\u009d, she said â€” twice.": "They don’t say “why”, she said — twice.",
		"They don\u00e2\u0080\u0099t say.":                     "They don’t say.",
		"Ð\u009fÑ\u0080":                                       "Пр",
		"à la carte, Ã la, mâle, Âge, 20 €, ÐÑ, â€":            "à la carte, Ã la, mâle, Âge, 20 €, ÐÑ, â€",
		"Ž ž Š š – — … “a” ™":                                  "Ž ž Š š – — … “a” ™",
		"":                                                     "",
	} {
		if got := mended(given); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
}
