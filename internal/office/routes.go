package office

import (
	"net/http"
	"slices"
)

// handler is a page: it answers, or gives an error for the error page.
type handler func(w http.ResponseWriter, r *http.Request) error

// route is one line of the table of pages.
type route struct {
	pattern string
	who     audience
	serve   handler
}

// audience says who may open a page.
type audience uint8

const (
	anyone audience = iota
	editors
	administrators
)

// table lists every page of the office.
func (o *office) table() []route {
	return append(slices.Concat(o.caseRoutes(), o.claimRoutes(), o.foundRoutes(), o.questionRoutes()), []route{
		{"GET /setup/{word}", anyone, o.getSetup},
		{"POST /setup/{word}", anyone, o.postSetup},
		{"GET /login", anyone, o.getLogin},
		{"POST /login", anyone, o.postLogin},
		{"POST /logout", editors, o.postLogout},

		{"POST /preferences", editors, o.postPreferences},

		{"GET /{$}", editors, o.getQueue},
		{"POST /queue", editors, o.postQueue},
		{"POST /undo", editors, o.postUndo},
		{"GET /next", editors, o.getNext},
		{"GET /articles/{id}", editors, o.getArticle},
		{"POST /articles/{id}", editors, o.postArticle},
		{"POST /articles/{id}/story", editors, o.postStory},
		{"POST /articles/{id}/parts", editors, o.postPart},
		{"GET /articles/{id}/preview", editors, o.getPreview},
		{"GET /articles/{id}/evidence", editors, o.getEvidence},
		{"GET /articles/{id}/evidence/page", editors, o.getEvidencePage},
		{"GET /articles/{id}/evidence/image", editors, o.getPageImage},
		{"GET /articles/{id}/evidence/raw", editors, o.getEvidenceRaw},
		{"GET /articles/{id}/evidence/wacz", editors, o.getPackage},
		{"POST /articles/{id}/erase", editors, o.postErase},
		{"GET /erasures", editors, o.getErasures},
		{"GET /paste", editors, o.getPaste},
		{"POST /paste", editors, o.postPaste},
		{"GET /hand-in", anyone, o.getHandIn},

		{"GET /posts", editors, o.getPosts},
		{"POST /posts", editors, o.postNewPost},
		{"GET /posts/new", editors, o.getNewPost},
		{"POST /posts/preview", editors, o.postPostPreview},
		{"GET /posts/{id}", editors, o.getPost},
		{"POST /posts/{id}", editors, o.postPost},

		{"GET /sources", editors, o.getSources},
		{"POST /sources", editors, o.postSources},
		{"GET /sources.opml", editors, o.getOPML},
		{"POST /sources/look", editors, o.postLook},
		{"GET /sources/{id}", editors, o.getSource},
		{"POST /sources/{id}", editors, o.postSource},
		{"POST /sources/{id}/blocks", editors, o.postBlock},

		{"GET /snippets", editors, o.getSnippets},
		{"POST /snippets", editors, o.postSnippets},
		{"POST /snippets/preview", editors, o.postSnippetPreview},
		{"GET /snippets/{id}", editors, o.getSnippet},
		{"POST /snippets/{id}", editors, o.postSnippet},

		{"GET /issues", editors, o.getIssues},
		{"POST /issues", editors, o.postIssues},
		{"GET /issues/{id}", editors, o.getIssue},
		{"POST /issues/{id}", editors, o.postIssue},
		{"GET /issues/{id}/mail", editors, o.getIssueMail},
		{"POST /resume", editors, o.postResume},

		{"GET /people", administrators, o.getPeople},
		{"POST /people", administrators, o.postPeople},
		{"POST /people/{id}", administrators, o.postPerson},

		{"/", editors, o.getNothing},
	}...)
}

func (o *office) routes() http.Handler {
	mux := http.NewServeMux()
	for _, rt := range o.table() {
		mux.Handle(rt.pattern, o.admit(rt.who, rt.serve))
	}
	return mux
}
