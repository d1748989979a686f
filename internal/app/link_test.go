package app

import (
	"bytes"
	"crypto/rand"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/pipeline"
)

const (
	russianText = "By Anna Invented\n\nHarbour News (01.03.2021) – Суд в Омске, Россия, приговорил Петра Вымыслова к штрафу, сообщил адвокат.\n\n«Мы обжалуем приговор», — сказал Вымыслов.\n"
	englishText = "By Anna Invented\n\nHarbour News (02.03.2021) – Pyotr Vymyslov spoke in Lisbon, Portugal, on Monday.\n\nMs Ada Example said: “He came from far away to be with us today.”\n"
	otherText   = "By Anna Invented\n\nHarbour News (03.03.2021) – The bridge in Minsk, Belarus, is closed until the autumn.\n\nNobody said why.\n"
)

// secretCase is a case that is not public: its names must not leave the desk.
func secretCase() desk.Case {
	return desk.Case{
		ID: desk.NewID(rand.Reader, "rdk", desk.KindCase), State: desk.CaseDraft, Kind: "person", Title: "Quorvendil Zamesht", Invented: true, Territory: "RU",
		Names:   []desk.Name{{Text: "Пётр Ильич Вымыслов", Language: "ru", Kind: "main"}, {Text: "Zamesht the Elder", Language: "en", Kind: "pseudonym"}},
		Consent: desk.ConsentRefused,
	}
}

// link looks for the names of cases until nothing is left to be looked at.
func link(t *testing.T, d *pipeline.Desk) {
	t.Helper()
	for more := true; more; {
		var err error
		if more, err = d.Link(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// linked gives what is proposed of each article: "certain", "proposed", "refused" or nothing.
func linked(t *testing.T, r *Rooms, ids []string) (out []string) {
	t.Helper()
	for _, id := range ids {
		list, err := r.Desk.Mentions(t.Context(), id)
		if err != nil || len(list) > 1 {
			t.Fatal(list, err)
		}
		state := ""
		if len(list) == 1 {
			if state = string(list[0].State); list[0].Certain && state == "proposed" {
				state = "certain"
			}
		}
		out = append(out, state)
	}
	return out
}

// TestCasesAreFoundInArticles: new articles are looked through for all names and
// all articles for new names; decisions stay; and nothing of a case that is not
// public is in the edition or the log.
func TestCasesAreFoundInArticles(t *testing.T) {
	e := testEnv(t, "")
	var log bytes.Buffer
	e.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	var ids []string
	take := func(text string) {
		id, err := d.Paste(t.Context(), []byte(text), "", "")
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
		readAll(t, d)
	}
	expect := func(when string, want ...string) {
		t.Helper()
		link(t, d)
		if got := linked(t, rooms, ids); !slices.Equal(got, want) {
			t.Fatalf("%s: %q, want %q", when, got, want)
		}
	}
	take(russianText)
	take(otherText)
	expect("without a case", "", "")
	c := secretCase()
	c, err := rooms.Desk.SaveCase(t.Context(), c, e.decision(desk.VerbAdd, c.ID))
	if err != nil {
		t.Fatal(err)
	}
	expect("a new case", "certain", "")
	take(englishText)
	expect("a new article", "certain", "", "proposed")
	c.Names = append(c.Names, desk.Name{Text: "Pyotr Vymyslov", Language: "en", Kind: "main"})
	if c, err = rooms.Desk.SaveCase(t.Context(), c, e.decision(desk.VerbChange, c.ID)); err != nil {
		t.Fatal(err)
	}
	expect("a new name", "certain", "", "proposed")
	for i, state := range map[int]desk.MentionState{0: desk.MentionAccepted, 2: desk.MentionRefused} {
		if err := rooms.Desk.DecideMention(t.Context(), ids[i], c.ID, state, e.decision(desk.VerbAccept, ids[i])); err != nil {
			t.Fatal(err)
		}
	}
	c.Territory = "PT"
	if _, err = rooms.Desk.SaveCase(t.Context(), c, e.decision(desk.VerbChange, c.ID)); err != nil {
		t.Fatal(err)
	}
	expect("decided", "accepted", "", "refused")

	for _, id := range ids {
		a, err := rooms.Desk.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		a.Stage, a.Title, a.Territories, a.Sensitivity, a.Licence = desk.StagePublished, "Invented", []string{"BY"}, desk.Open, desk.LicenceFull
		if _, err = rooms.Desk.DecideArticle(t.Context(), a, e.decision(desk.VerbPublish, id)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Carry(t.Context()); err != nil {
		t.Fatal(err)
	}
	expect("published", "accepted", "", "refused")
	public := filesOf(t, filepath.Join(e.Config.Data, "edition"))
	if !strings.Contains(public, "Вымыслова") {
		t.Fatal("the article is not in the edition, so this proves nothing")
	}
	for _, secret := range []string{"Quorvendil", "Zamesht", c.ID} {
		if strings.Contains(public, secret) || strings.Contains(log.String(), secret) {
			t.Errorf("%q left the desk", secret)
		}
	}
}

// filesOf gives all bytes of a folder.
func filesOf(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	if err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all.Write(b)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestLessonsReachTheReading: quotations and names are stored with the reading,
// and what an editor confirmed is asked by the next one.
func TestLessonsReachTheReading(t *testing.T) {
	e := testEnv(t, "")
	rooms := openRooms(t, e)
	d := NewPipeline(e, rooms)
	people := func(text string) (id string, found []string) {
		id, err := d.Paste(t.Context(), []byte(text), "", "")
		if err != nil {
			t.Fatal(err)
		}
		readAll(t, d)
		list, err := rooms.Desk.Findings(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			if f.Kind == desk.FindingPerson || f.Kind == desk.FindingDate {
				found = append(found, f.Value)
			}
		}
		return id, found
	}
	id, before := people(englishText)
	if !slices.Contains(before, "Ada Example") || !slices.Contains(before, "2021-03-01") {
		t.Fatalf("found %q", before)
	}
	said, err := rooms.Desk.Quotations(t.Context(), id)
	if err != nil || len(said) != 1 || said[0].Speaker != "Ada Example" || said[0].State != desk.QuotationProposed {
		t.Fatalf("%+v, %v", said, err)
	}
	a, err := rooms.Desk.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	l := desk.Lesson{ID: "rdk_x_aaaaaaaaaaaaaaaa", Kind: desk.FindingPerson, Value: "Ada Example", Words: "Ada Example", SourceID: a.SourceID, ArticleID: id, State: desk.LessonProposed, Times: 1}
	if err := rooms.Desk.MarkFinding(t.Context(), desk.FindingMark{ArticleID: id, Kind: l.Kind, Value: l.Value, State: desk.MarkRefused}, &l, e.decision(desk.VerbRefuse, id)); err != nil {
		t.Fatal(err)
	}
	if _, after := people(strings.Replace(englishText, "far away", "the hills", 1)); !slices.Contains(after, "Ada Example") {
		t.Errorf("a proposal changes what is found: %q", after)
	}
	if err := rooms.Desk.DecideLesson(t.Context(), l, desk.LessonUsed, false, e.decision(desk.VerbAccept, l.ID)); err != nil {
		t.Fatal(err)
	}
	if _, after := people(strings.Replace(englishText, "far away", "the coast", 1)); slices.Contains(after, "Ada Example") {
		t.Errorf("what was confirmed is not asked: %q", after)
	}
}
