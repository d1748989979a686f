package pipeline

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/mailbox"
	"rightsdesk/internal/maildir"
	"rightsdesk/internal/source"
)

// inbox opens the folder of a source. Only folders that whoever keeps the server
// has listed are opened: an address typed in the office reads no other. Errors:
// Forbidden for these, and those of opening.
func (d *Desk) inbox(path string) (*maildir.Folder, error) {
	path = filepath.Clean(strings.TrimSpace(path))
	if !slices.Contains(d.Inboxes, path) {
		return nil, fault.New(fault.Forbidden, "The folder %s is not among those that may be read. Whoever keeps the server lists these with mail.inboxes.", path)
	}
	return maildir.Open(path)
}

// pollMail looks for new messages in a folder. Of each the head is read, for
// its subject and date; the message itself is read when it is collected.
func (d *Desk) pollMail(ctx context.Context, s desk.Source) desk.Poll {
	begin := d.Now()
	entries, all, err := d.newMails(ctx, s)
	p := desk.Poll{ID: d.id(desk.KindPoll), SourceID: s.ID, At: d.Now(), Entries: entries, Unchanged: all > 0 && len(entries) == 0}
	p.Took = p.At.Sub(begin)
	if err != nil {
		p.Failure, p.Error = desk.HealthFailing, fault.Words(err)
		if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Forbidden) {
			p.Failure = desk.HealthBlocked
		}
		d.Log.Warn("a folder of mail cannot be read", "source", s.ID, "health", p.Failure, "error", err)
	}
	for i := range p.Entries {
		p.Entries[i].ID = d.id(desk.KindEntry)
	}
	return p
}

// newMails gives the messages of a folder that are not known yet, the oldest
// first and no more than a feed may have; what is left comes with the next
// polls. all is how many messages there are.
func (d *Desk) newMails(ctx context.Context, s desk.Source) (entries []desk.Entry, all int, err error) {
	folder, err := d.inbox(s.Address)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	list, err := folder.Messages()
	if err != nil {
		return nil, 0, err
	}
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = m.Key
	}
	fresh, err := d.Store.NewNames(ctx, s.ID, names)
	if err != nil {
		return nil, 0, err
	}
	if len(fresh) > source.MaxEntries {
		d.Log.Warn("a folder has more new messages than are taken at once", "source", s.ID, "new", len(fresh), "taken", source.MaxEntries)
		fresh = fresh[:source.MaxEntries]
	}
	wanted := map[string]bool{}
	for _, key := range fresh {
		wanted[key] = true
	}
	for _, m := range list {
		if wanted[m.Key] {
			entries = append(entries, mailEntry(folder, m))
		}
	}
	return entries, len(list), nil
}

// mailEntry says of a message what its head says. One whose head cannot be read
// is announced all the same: what is wrong with it is said when it is collected.
func mailEntry(folder *maildir.Folder, m maildir.Message) desk.Entry {
	e := desk.Entry{Identity: m.Key}
	head, err := folder.Peek(m)
	if err != nil {
		return e
	}
	if message, err := mailbox.Read(head); err == nil {
		e.Title, e.Published = message.Subject, message.Day
	}
	return e
}

// collectMail keeps a message as evidence. Mail is no public page: it counts as
// handed in.
func (d *Desk) collectMail(ctx context.Context, src desk.Source, e desk.Entry) (err error) {
	folder, err := d.inbox(src.Address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	m, err := folder.Find(e.Identity)
	if err != nil {
		return err
	}
	data, err := folder.Read(m)
	if err != nil {
		return err
	}
	if _, err := mailbox.Read(data); err != nil {
		return err
	}
	_, err = d.Capture(ctx, []Bytes{{Data: data, MediaType: MailType, How: desk.HowHandedIn, FileName: m.Key, Source: src, EntryID: e.ID}})
	return err
}

// lookAtMail shows what a folder of mail would give.
func (d *Desk) lookAtMail(src desk.Source) (l desk.Look, err error) {
	src.Kind, src.Address = desk.SourceMail, filepath.Clean(strings.TrimSpace(src.Address))
	l = desk.Look{Source: src, Every: desk.PollInterval}
	folder, err := d.inbox(src.Address)
	if err != nil {
		return l, err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	list, err := folder.Messages()
	if err != nil {
		return l, err
	}
	for _, m := range slices.Backward(list) { // the newest first
		if len(l.Entries) < shownMails {
			l.Entries = append(l.Entries, mailEntry(folder, m))
		}
	}
	return l, nil
}

// shownMails is how many messages a look at a folder shows.
const shownMails = 20
