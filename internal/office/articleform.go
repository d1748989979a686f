package office

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/edtf"
)

// articleForm is what an editor typed, field by field, with what is wrong in it.
type articleForm struct {
	desk.Correction
	BylineLines string // one person a line
	Add         string // territories by name or id, separated by semicolons
	AddTerms    string // terms of the taxonomy by name or id, separated by semicolons
	Version     int    // of the article that the editor saw
	Errors      map[string]string
	Stored      map[string]string // after a conflict: what somebody else stored in a field
}

// formOf fills the form with what is stored.
func formOf(a desk.Article) articleForm {
	return articleForm{
		Correction: desk.Correction{
			Title: a.Title, Standfirst: a.Standfirst, Byline: a.Byline, Credit: a.Credit, Outlet: a.Outlet, Published: a.Published,
			Address: a.Address, Language: a.Language, Text: a.Text, Territories: a.Territories, Terms: a.Terms, Licence: a.Licence,
			Release: a.Sensitivity == desk.Open,
		},
		BylineLines: strings.Join(a.Byline, "\n"),
		Version:     a.Version,
	}
}

// readArticleForm reads and checks the form of an article. Errors is empty
// when everything can be stored.
func readArticleForm(r *http.Request) articleForm {
	version, _ := strconv.Atoi(r.PostFormValue("version")) // a version that is no number is older than any
	f := articleForm{
		Correction: desk.Correction{
			Title:       oneLine(r.PostFormValue("title")),
			Standfirst:  paragraphs(r.PostFormValue("standfirst")),
			Credit:      oneLine(r.PostFormValue("credit")),
			Outlet:      oneLine(r.PostFormValue("outlet")),
			Published:   strings.TrimSpace(r.PostFormValue("published")),
			Address:     strings.TrimSpace(r.PostFormValue("address")),
			Language:    strings.TrimSpace(r.PostFormValue("language")),
			Text:        paragraphs(r.PostFormValue("text")),
			Territories: r.PostForm["territory"],
			Terms:       r.PostForm["term"],
			Licence:     desk.Licence(r.PostFormValue("licence")),
			Release:     r.PostFormValue("release") != "",
		},
		BylineLines: paragraphs(r.PostFormValue("byline")),
		Add:         strings.TrimSpace(r.PostFormValue("add")),
		AddTerms:    strings.TrimSpace(r.PostFormValue("add-terms")),
		Version:     version,
		Errors:      map[string]string{},
	}
	for line := range strings.Lines(f.BylineLines) {
		if name := oneLine(line); name != "" {
			f.Byline = append(f.Byline, name)
		}
	}
	f.addTerritories()
	f.addTerms()
	f.check()
	return f
}

// addTerritories moves the territories that were typed and are known to the
// chosen ones and leaves the others to be corrected.
func (f *articleForm) addTerritories() {
	ids, unknown := readTerritories(f.Add)
	f.Territories = append(f.Territories, ids...)
	f.Add = strings.Join(unknown, "; ")
	if len(unknown) > 0 {
		f.Errors["add"] = unknownTerritories(unknown)
	}
}

// check looks at each field by itself. What a published article must have is
// the business of desk.CheckPublish.
func (f *articleForm) check() {
	note := func(field, words string) {
		if words != "" {
			f.Errors[field] = words
		}
	}
	note("published", wrongDate(f.Published))
	note("address", wrongAddress(f.Address))
	note("language", wrongLanguage(f.Language))
	if f.Licence != "" && !f.Licence.Valid() {
		note("licence", "Please choose how much may be shown.")
	}
	for _, id := range f.Territories {
		if !knownTerritory(id) {
			note("add", "The territory "+strconv.Quote(id)+" is not known here.")
		}
	}
}

// wrongDate says what is wrong with a day, month or year as EDTF writes them.
func wrongDate(s string) string {
	if s == "" || edtf.Valid(s) {
		return ""
	}
	return "Please write the date as 2017-03-29, or 2017-03 or 2017 when the day or the month is not known."
}

// wrongAddress says what is wrong with the address of a web page.
func wrongAddress(s string) string {
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil || len(s) > 2000 {
		return "Please give the whole address of a web page, beginning with https:// or http://."
	}
	return ""
}

// wrongLanguage says what is wrong with a BCP 47 language.
func wrongLanguage(s string) string {
	if s == "" {
		return ""
	}
	if _, err := language.Parse(s); err != nil {
		return "Please give a language code such as en, fr, ru, ar, zh or ko."
	}
	return ""
}

// oneLine folds white space, so that a line break cannot hide in a title.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// paragraphs gives the text of a form with the line ends that the desk uses.
func paragraphs(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(strings.ReplaceAll(s, "\r", "\n"))
}
