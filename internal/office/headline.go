package office

import (
	"context"

	"rightsdesk/internal/analyse"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/locale"
)

// headlineNotes says where a headline says more than the claims of its text. It
// hinders nothing: a person decides.
func (l tongue) headlineNotes(title, language string, under desk.Headlined) (out []string) {
	for _, n := range analyse.Headline(title, under.Text, language, under.Claims) {
		switch n.Kind {
		case analyse.AddsNumber:
			out = append(out, locale.T(string(l), "The headline has the number {number}; the text does not.", "number", n.Headline))
		case analyse.DropsBound:
			out = append(out, locale.T(string(l), "The headline says {number} without its bound; the text says “{words}”.", "number", n.Headline, "words", n.Text))
		case analyse.DropsHedge:
			out = append(out, locale.T(string(l), "The headline is surer than the text, which says “{words}” with a hedge.", "words", n.Text))
		case analyse.DropsPolarity:
			out = append(out, locale.T(string(l), "The headline says that it is so; in the text it is denied, questioned, called for or predicted: “{words}”.", "words", n.Text))
		case analyse.DropsClaimant:
			out = append(out, locale.T(string(l), "The headline does not say who says so; the text does: “{words}”.", "words", n.Text))
		}
	}
	return out
}

// noteHeadlines adds to the lines of the queue what is to be noted of their
// headlines.
func (o *office) noteHeadlines(ctx context.Context, l tongue, lines []line) error {
	var ids []string
	for _, i := range lines {
		if i.Title != "" {
			ids = append(ids, i.ID)
		}
	}
	under, err := o.ledger.Headlined(ctx, ids)
	if err != nil {
		return err
	}
	for i := range lines {
		if h, known := under[lines[i].ID]; known {
			lines[i].Headline = l.headlineNotes(lines[i].Title, lines[i].Language, h)
		}
	}
	return nil
}
