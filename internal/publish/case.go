package publish

import (
	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// Case makes the public record of a published case. Errors: Forbidden when it
// may not be public. Callers cannot publish past this.
func Case(c desk.Case) (public.Case, error) {
	if c.State != desk.CasePublished {
		return public.Case{}, fault.New(fault.Forbidden, "Case %s is %s and may not be public.", c.ID, c.State)
	}
	if err := desk.CheckPublishCase(c); err != nil {
		return public.Case{}, fault.Wrap(fault.Forbidden, err, "Case %s may not be public", c.ID)
	}
	out := public.Case{
		ID:          c.ID,
		Version:     c.Version,
		Kind:        public.CaseKind(c.Kind),
		Title:       c.Title,
		Invented:    c.Invented,
		Summary:     c.Summary,
		PeopleMin:   c.PeopleMin,
		PeopleMax:   c.PeopleMax,
		Territory:   c.Territory,
		Place:       public.Stated(c.Place),
		Community:   c.Community,
		Acts:        append([]string{}, c.Acts...),
		Status:      public.Status(c.Status),
		Believed:    c.Believed,
		Since:       c.Since,
		Verified:    c.Verified,
		Law:         public.Stated(c.Law),
		Sentence:    public.Stated(c.Sentence),
		Correction:  c.Correction,
		FirstPublic: c.PublishedAt,
		Updated:     c.UpdatedAt,
	}
	for _, n := range c.Names {
		out.Names = append(out.Names, public.Name(n))
	}
	for _, e := range c.Episodes {
		out.Episodes = append(out.Episodes, public.Episode(e))
	}
	for _, s := range c.Sources {
		out.Sources = append(out.Sources, public.CaseSource(s))
	}
	return out, nil
}
