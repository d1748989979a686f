package publish

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/public"
)

// shown is a copy that readers are told of; the outlets are invented.
func shown(id, outlet, day string) desk.Part {
	return desk.Part{ID: id, Stage: desk.StageWaiting, Title: "Two fined", Outlet: outlet, Published: day, Address: "https://news.example/" + id,
		Language: "en", Sensitivity: desk.Open, Shown: true}
}

func TestAppearances(t *testing.T) {
	leader := shown("lead", "Example Wire", "2026-11-20")
	leader.Leads, leader.Stage = true, desk.StagePublished
	with := func(p desk.Part, change func(*desk.Part)) desk.Part { change(&p); return p }
	base := shown("x", "Example Evening", "2026-11-21")
	parts := []desk.Part{
		leader, shown("late", "Example Late", "2026-11-22"), shown("undated", "Example Undated", ""), shown("early", "Example Early", "2026-11-19"),
		with(base, func(p *desk.Part) { p.Stage = desk.StageDuplicate }),
		with(base, func(p *desk.Part) { p.ID = "again" }),
		with(base, func(p *desk.Part) { p.Outlet, p.Address = leader.Outlet, leader.Address }),
		with(base, func(p *desk.Part) { p.Shown, p.Address = false, "https://news.example/unshown" }),
		with(base, func(p *desk.Part) { p.Sensitivity, p.Address = desk.Restricted, "https://news.example/secret" }),
		with(base, func(p *desk.Part) { p.Stage, p.Address = desk.StageRefused, "https://news.example/refused" }),
		with(base, func(p *desk.Part) { p.Stage, p.Address = desk.StageErased, "https://news.example/erased" }),
		with(base, func(p *desk.Part) { p.Revises, p.Address = "lead", "https://news.example/version" }),
		with(base, func(p *desk.Part) { p.Outlet = "" }),
	}
	var got []string
	for _, a := range Appearances(parts) {
		got = append(got, a.Copy)
	}
	if want := []string{"early", "x", "late", "undated"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	want := public.Appearance{Copy: "early", Outlet: "Example Early", Published: "2026-11-19", Title: "Two fined", Language: "en", Address: "https://news.example/early"}
	if a := Appearances(parts)[0]; a != want {
		t.Errorf("%+v", a)
	}
	for _, stage := range []desk.Stage{desk.StageWaiting, desk.StageWithdrawn, desk.StageErased} {
		parts[0].Stage = stage
		if list := Appearances(parts); list != nil {
			t.Errorf("the leading article is %s: %+v", stage, list)
		}
	}
}
