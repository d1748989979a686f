package site

import (
	"slices"

	"rightsdesk/internal/locale"
	"rightsdesk/internal/public"
)

// boundWords says how a number bounds what it counts.
func boundWords(language string, b public.Bound) string {
	switch b {
	case public.About:
		return locale.T(language, "about this number")
	case public.AtLeast:
		return locale.T(language, "this number or more; the most is not said")
	case public.AtMost:
		return locale.T(language, "this number or fewer; the least is not said")
	case public.MoreThan:
		return locale.T(language, "more than this number; the most is not said")
	case public.LessThan:
		return locale.T(language, "fewer than this number; the least is not said")
	case public.Range:
		return locale.T(language, "between the two numbers")
	}
	return locale.T(language, "exactly this number")
}

// measureWords says what a number measures.
func measureWords(language string, m public.Measure) string {
	switch m {
	case public.Stock:
		return locale.T(language, "how many there were at a time")
	case public.Flow:
		return locale.T(language, "what happened in a time")
	case public.Rate:
		return locale.T(language, "a rate")
	}
	return locale.T(language, "it cannot be told whether it counts what was or what happened")
}

// spoken says who speaks, and what of it is no assertion.
func spoken(language, who string, p public.Polarity) string {
	switch p {
	case public.Denies:
		return locale.T(language, "{who} – denied", "who", who)
	case public.Questions:
		return locale.T(language, "{who} – questioned", "who", who)
	case public.CallsFor:
		return locale.T(language, "{who} – called for", "who", who)
	case public.Predicts:
		return locale.T(language, "{who} – predicted", "who", who)
	}
	return who
}

// PolarityWords says what a claimant does with what is said.
func PolarityWords(language string, p public.Polarity) string {
	switch p {
	case public.Denies:
		return locale.T(language, "denies: that it is not so")
	case public.Questions:
		return locale.T(language, "questions: whether it is so")
	case public.CallsFor:
		return locale.T(language, "calls for: that it should be so")
	case public.Predicts:
		return locale.T(language, "predicts: that it will be so")
	}
	return locale.T(language, "asserts: that it is so")
}

// ModeWords says how the text gives what is claimed; nothing where that is not
// known.
func ModeWords(language string, m public.Mode) string {
	switch m {
	case public.Quoted:
		return locale.T(language, "word for word, in quotation marks")
	case public.PartlyQuoted:
		return locale.T(language, "in the text’s words, some of them in quotation marks")
	case public.Paraphrased:
		return locale.T(language, "in the text’s own words")
	case public.Unattributed:
		return locale.T(language, "the text says it itself and names nobody")
	}
	return ""
}

// BasisWords says what a claim rests on, as the text gives it.
func BasisWords(language, basis string) string {
	switch basis {
	case "testimony":
		return locale.T(language, "testimony")
	case "official_record":
		return locale.T(language, "an official record")
	case "court_document":
		return locale.T(language, "a document of a court")
	case "satellite":
		return locale.T(language, "images from satellites")
	case "survey":
		return locale.T(language, "a survey")
	case "media":
		return locale.T(language, "reports of media")
	}
	return ""
}

// ClaimantKind says what a claimant is; nothing where that is not known.
func ClaimantKind(language, kind string) string {
	switch kind {
	case "person":
		return locale.T(language, "a person")
	case "office":
		return locale.T(language, "an office or officials")
	case "state":
		return locale.T(language, "a state")
	case "igo":
		return locale.T(language, "an organisation of states")
	case "ngo":
		return locale.T(language, "a non-governmental organisation")
	case "media":
		return locale.T(language, "a medium")
	case "expert":
		return locale.T(language, "experts")
	case "anonymous":
		return locale.T(language, "not named")
	case "document":
		return locale.T(language, "a document")
	case "author":
		return locale.T(language, "the text itself")
	}
	return ""
}

// relaysOf gives through whom a claim came, from the claimant outwards.
func relaysOf(c public.Claim) []string {
	out := slices.Clone(c.Via)
	slices.Reverse(out)
	return out
}
