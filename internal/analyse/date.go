package analyse

// FoundDate is a date that a text names, as EDTF.
type FoundDate struct {
	Span  ClaimSpan `json:"span"`
	Text  string    `json:"text"` // as it stands
	Value string    `json:"value"`
}

// Dates gives the dates of a text in their order.
func Dates(in Input) []FoundDate {
	t := tongueOf(in.Language, in.Text)
	if t == nil {
		return nil
	}
	var out []FoundDate
	c := &claimer{tongue: t, text: in.Text}
	eachSentence(in.Text, t, func(tokens []token) {
		c.tokens = tokens
		for i := 0; i < len(tokens); i++ {
			if value, end := c.date(i); value != "" {
				out = append(out, FoundDate{c.span(i, end), c.words(i, end), value})
				i = end - 1
			}
		}
	})
	return out
}
