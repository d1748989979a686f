package app

import (
	"slices"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/store/storetest"
)

// digest is an invented digest of three entries.
const digest = `Keepers and piers (16-30.06.2021)

28.06.21 – BELARUS: Four keepers fined

The court by the old pier in Minsk fined four keepers on Monday, a lawyer said.

Continue reading…

24.06.21 – POLAND: Song sung again

Nobody in Warsaw had complained about the song, says the guild in a letter.

Continue reading…

17.06.21 – Lamp lit by night

A lamp was lit on the closed lighthouse by a hand that nobody saw.

Continue reading…
`

// TestDigestBecomesArticles hands a digest in twice: it is three articles of
// one capture, each with its own headline, day and territories.
func TestDigestBecomesArticles(t *testing.T) {
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			url := ""
			if engine == "postgres" {
				url = storetest.Database(t)
			}
			e := testEnv(t, url)
			rooms, err := OpenRooms(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := rooms.Close(); err != nil {
					t.Error(err)
				}
			})
			d := NewPipeline(e, rooms)
			var first string
			for range 2 {
				id, err := d.Paste(t.Context(), []byte(digest), "", "rdk_u_aaaaaaaaaaaaaaaa")
				if err != nil || first != "" && id != first {
					t.Fatal(id, first, err)
				}
				first = id
				for more := true; more; {
					if more, err = d.Read(t.Context()); err != nil {
						t.Fatal(err)
					}
				}
			}
			list, err := rooms.Desk.Queue(t.Context(), desk.QueueQuery{Stage: desk.StageWaiting, Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, item := range list {
				a, err := rooms.Desk.Article(t.Context(), item.ID)
				if err != nil {
					t.Fatal(err)
				}
				found, err := rooms.Desk.Findings(t.Context(), a.ID)
				if err != nil {
					t.Fatal(err)
				}
				about := ""
				for _, f := range found {
					if f.Kind == desk.FindingAbout {
						about += f.Value
					}
				}
				got = append(got, a.Published+" "+a.Title+" "+about)
			}
			slices.Sort(got)
			want := []string{"2021-06-17 Lamp lit by night ", "2021-06-24 POLAND: Song sung again PL", "2021-06-28 BELARUS: Four keepers fined BY"}
			if !slices.Equal(got, want) {
				t.Errorf("%q", got)
			}
		})
	}
}
