package pipeline

import (
	"rightsdesk/internal/desk"
	"rightsdesk/internal/extract"
	"rightsdesk/internal/fault"
)

// readParts reads the articles of a capture that has several: all of them when
// it is read for the first time, else the one that is asked for.
// Errors: Invalid where that one is not there any more.
func (d *Desk) readParts(u desk.Unread, doc extract.Document) (desk.Reading, error) {
	if u.Part > len(doc.Entries) {
		return desk.Reading{}, gonePart(u, doc)
	}
	if u.Part > 0 {
		return d.readPart(u, doc), nil
	}
	u.Part = 1
	first := d.readPart(u, doc)
	for u.Part = 2; u.Part <= len(doc.Entries); u.Part++ {
		u.ArticleID = d.id(desk.KindArticle)
		first.Others = append(first.Others, d.readPart(u, doc))
	}
	return first, nil
}

func gonePart(u desk.Unread, doc extract.Document) error {
	return fault.New(fault.Invalid, "This is article %d of what came in, and only %d are found there now. Refuse it, or take the text in again.", u.Part, len(doc.Entries))
}

// readPart reads one article of several.
func (d *Desk) readPart(u desk.Unread, doc extract.Document) desk.Reading {
	return d.analysed(partOf(u, doc), nil, u.Lessons)
}

// partOf gives one article of several. What a source announced is the whole:
// its headline is not that of a part, its day is where the part has none.
func partOf(u desk.Unread, doc extract.Document) desk.Article {
	u.Announced.Title = ""
	u.Announced.Published = first(doc.Published, u.Announced.Published)
	return article(u, doc.Entries[u.Part-1])
}
