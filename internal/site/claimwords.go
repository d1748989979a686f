package site

import (
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
