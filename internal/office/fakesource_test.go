package office

import (
	"context"
	"strings"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
)

func (f *fake) SourceWeeks(_ context.Context, _ time.Time, weeks int) (map[string][]int, error) {
	out := map[string][]int{}
	for _, s := range list(f, f.sources) {
		out[s.ID] = make([]int, weeks)
		out[s.ID][0] = len(f.entries[s.ID])
	}
	return out, nil
}

func (f *fake) PageImage(_ context.Context, id string) (desk.PageImage, error) {
	return get(f, f.images, id)
}

func (f *fake) Sources(context.Context) ([]desk.Source, error) { return list(f, f.sources), nil }

func (f *fake) Source(_ context.Context, id string) (desk.Source, error) {
	return get(f, f.sources, id)
}

func (f *fake) SourceEntries(_ context.Context, id string, limit int) ([]desk.Entry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.entries[id][:min(limit, len(f.entries[id]))], nil
}

func (f *fake) Polls(_ context.Context, id string, _ int) ([]desk.PollRecord, error) {
	return f.polls[id], nil
}

func (f *fake) Alarms(context.Context) (n int, err error) {
	for _, s := range list(f, f.sources) {
		if s.Alarming() {
			n++
		}
	}
	return n, nil
}

func (f *fake) Acknowledge(_ context.Context, id string, health desk.Health, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.sources[id]
	s.Acknowledged = health
	return save(f, f.sources, id, 0, 0, s, d)
}

// look stands for the web: it knows one feed, and one site that names it.
func (f *fake) look(_ context.Context, src desk.Source) (desk.Look, error) {
	if !strings.Contains(src.Address, "news.example.org") {
		return desk.Look{}, fault.New(fault.Unavailable, "There is no host like that.")
	}
	src.Outlet, src.Language = "Invented Courier", "ru_RU"
	if src.Kind == "" {
		src.Kind, src.Address = desk.SourceFeed, "https://news.example.org/feed"
	}
	return desk.Look{
		Source: src, Entries: []desk.Entry{{Title: "A headline to come", Link: "https://news.example.org/1", Published: "2026-11-18"}},
		Warnings: []string{"a date cannot be read"}, Others: []desk.Source{{Kind: desk.SourceSitemap, Address: "https://news.example.org/map.xml"}}, Every: 6 * time.Hour,
	}, nil
}

func (f *fake) AddSource(_ context.Context, s desk.Source, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	s.Version = 1
	return save(f, f.sources, s.ID, 0, 0, s, d)
}

func (f *fake) ChangeSource(_ context.Context, s desk.Source, d desk.Decision) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	have := f.sources[s.ID].Version
	s.Version++
	return save(f, f.sources, s.ID, have, s.Version-1, s, d)
}
