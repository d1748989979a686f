package storetest

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	deskstore "rightsdesk/internal/store/desk"
)

// pagesOf stores n captures of which images are to be made.
func pagesOf(t *testing.T, s *deskstore.Store, n int) (ids []string) {
	t.Helper()
	src := importSource(t, s)
	var list []desk.Inward
	for i := range n {
		in := inward(t, src, "An invented page, number "+string(rune('a'+i)))
		in.Image = true
		list = append(list, in)
	}
	stored, err := s.AddCaptures(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range stored {
		ids = append(ids, x.CaptureID)
	}
	return ids
}

func imageOf(pageID string) desk.Inward {
	c := desk.Capture{ID: id(desk.KindCapture), SHA256: sha("image of " + pageID), Size: 10, MediaType: "image/png", How: desk.HowFetched,
		Address: desk.ImageAddress(pageID), FinalURL: "https://news.example.org/1", Agent: "storetest", At: now, File: sha("file of the image of " + pageID)}
	return desk.Inward{Capture: c, Leaf: evidence.NewLeaf(rand.Reader, c.ID, c.SHA256)}
}

func TestPageImagesAreMadeOnce(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		ids := pagesOf(t, s, 8)
		add(t, s, "A text of which no image is wanted")
		taken := drain(t, func(ctx context.Context) (out []string, err error) {
			list, err := s.LeasePageImages(ctx, now, now.Add(time.Minute), 1)
			for _, i := range list {
				if i.Page.SHA256 == "" || i.State != desk.ImageDue {
					t.Errorf("%+v", i)
				}
				out = append(out, i.Page.ID)
			}
			return out, err
		})
		once(t, taken, len(ids))
		var kept [6]bool
		noErrors(t, atOnce(len(kept), func(i int) (err error) {
			kept[i], err = s.AddPageImage(t.Context(), ids[0], imageOf(ids[0]))
			return err
		}))
		fresh := 0
		for _, k := range kept {
			if k {
				fresh++
			}
		}
		image, err := s.PageImage(t.Context(), ids[0])
		if err != nil || fresh != 1 || image.State != desk.ImageKept {
			t.Fatalf("%d callers kept it: %+v, %v", fresh, image, err)
		}
		c, err := s.Capture(t.Context(), image.ImageID)
		if err != nil || c.Address != desk.ImageAddress(ids[0]) {
			t.Errorf("%+v, %v", c, err)
		}
		if leaf, err := s.LeafOf(t.Context(), image.ImageID); err != nil || leaf.Seq == 0 {
			t.Errorf("%+v, %v", leaf, err)
		}
		if _, err := s.PageImage(t.Context(), "rdk_k_none"); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestPageImageFails(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		page := pagesOf(t, s, 1)[0]
		if err := s.FailPageImage(t.Context(), page, "No reason.", now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if list, err := s.LeasePageImages(t.Context(), now.Add(time.Minute), now.Add(time.Hour), 1); err != nil || len(list) != 0 {
			t.Errorf("%+v, %v", list, err)
		}
		list, err := s.LeasePageImages(t.Context(), now.Add(2*time.Hour), now.Add(3*time.Hour), 1)
		if err != nil || len(list) != 1 || list[0].Attempts != 1 || list[0].LastError != "No reason." {
			t.Fatalf("%+v, %v", list, err)
		}
		if err := s.FailPageImage(t.Context(), page, "Given up.", time.Time{}); err != nil {
			t.Fatal(err)
		}
		if i, err := s.PageImage(t.Context(), page); err != nil || i.State != desk.ImageFailed || i.Attempts != 2 {
			t.Errorf("%+v, %v", i, err)
		}
		if fresh, err := s.AddPageImage(t.Context(), page, imageOf(page)); err != nil || fresh {
			t.Errorf("an image that was given up: %v, %v", fresh, err)
		}
	})
}

// TestErasingAPageErasesItsImage erases one page whose image is kept and one
// whose image is still to be made.
func TestErasingAPageErasesItsImage(t *testing.T) {
	Engines(t, func(t *testing.T, rooms Rooms) {
		s := openDesk(t, rooms)
		ids := pagesOf(t, s, 2)
		image := imageOf(ids[0])
		if _, err := s.AddPageImage(t.Context(), ids[0], image); err != nil {
			t.Fatal(err)
		}
		for _, page := range ids {
			e := desk.Erasure{ID: id(desk.KindErasure), CaptureID: page, Reason: "asked for"}
			if err := s.ProposeErasure(t.Context(), e, decision(desk.VerbPropose, page, "", now)); err != nil {
				t.Fatal(err)
			}
			second := decision(desk.VerbErase, page, "", now)
			second.Account = "rdk_u_bbbbbbbbbbbbbbbb"
			if err := s.AgreeErasure(t.Context(), e.ID, second); err != nil {
				t.Fatal(err)
			}
		}
		gone, err := s.LeaseErasures(t.Context(), now, now.Add(time.Minute), 10)
		if err != nil || len(gone) != 3 {
			t.Fatalf("%d files are to be deleted, %v", len(gone), err)
		}
		c, err := s.Capture(t.Context(), image.Capture.ID)
		if err != nil || c.Address != "" || c.FinalURL != "" || c.SHA256 == image.Capture.SHA256 || c.File != image.Capture.File {
			t.Errorf("%+v, %v", c, err)
		}
		for _, page := range ids {
			if _, err := s.PageImage(t.Context(), page); !fault.Is(err, fault.NotFound) {
				t.Error(err)
			}
			if fresh, err := s.AddPageImage(t.Context(), page, imageOf(page)); err != nil || fresh {
				t.Errorf("an image of an erased page was kept: %v", err)
			}
		}
		leaves, err := s.Leaves(t.Context(), 0, 20)
		if err != nil || len(leaves) != 6 { // three captures, three erasures
			t.Errorf("%d leaves, %v", len(leaves), err)
		}
	})
}
