package office

import (
	"context"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/subscription"
)

// Store is everything that the office asks of the desk's store. Each page
// holds only the family that it needs. Errors have the kinds of package fault.
type Store interface {
	Queue
	Articles
	Images
	Proofs
	Erasing
	Stories
	Posts
	Cases
	Claims
	Mentions
	Quotations
	Lessons
	Ledger
	Figures
	Questions
	Waiting
	Sources
	Polls
	Blocks
	Weeks
	Snippets
	Uses
	Issues
	Sending
	Pause
	Logins
	Invitations
	People
}

// Queue lists articles by stage.
type Queue interface {
	Queue(ctx context.Context, q desk.QueueQuery) ([]desk.QueueItem, error)
	StageCounts(ctx context.Context) (map[desk.Stage]int, error)
}

// Articles reads one article with all that stands around it, and decides it.
type Articles interface {
	Article(ctx context.Context, id string) (desk.Article, error)
	Findings(ctx context.Context, articleID string) ([]desk.Finding, error)
	Decisions(ctx context.Context, recordID string) ([]desk.Decision, error)
	DecideArticle(ctx context.Context, a desk.Article, d desk.Decision) (desk.Article, error)
	Capture(ctx context.Context, id string) (desk.Capture, error)
}

// Images gives the image of a captured page. Errors: NotFound when there is none to be.
type Images interface {
	PageImage(ctx context.Context, captureID string) (desk.PageImage, error)
}

// Proofs knows what the evidence log says of a capture.
type Proofs interface {
	LeafOf(ctx context.Context, captureID string) (desk.Leaf, error)
}

// Erasing keeps who wants which capture to be erased.
type Erasing interface {
	Erasures(ctx context.Context, limit int) ([]desk.Erasure, error)
	ErasureOf(ctx context.Context, captureID string) (desk.Erasure, error)
	ProposeErasure(ctx context.Context, e desk.Erasure, d desk.Decision) error
	AgreeErasure(ctx context.Context, id string, d desk.Decision) error
	DeclineErasure(ctx context.Context, id string, d desk.Decision) error
}

// Posts lists the organisation's own texts, last changed first.
type Posts interface {
	Posts(ctx context.Context, limit int) ([]desk.QueueItem, error)
}

// Cases keeps the documented cases.
type Cases interface {
	Cases(ctx context.Context, q desk.CaseQuery) ([]desk.CaseLine, error)
	Case(ctx context.Context, id string) (desk.Case, error)
	SaveCase(ctx context.Context, c desk.Case, d desk.Decision) (desk.Case, error)
}

// Claims keeps who said what in an article.
type Claims interface {
	Claims(ctx context.Context, articleID string) ([]desk.Claim, error)
	AddClaim(ctx context.Context, c desk.Claim, d desk.Decision) error
	DecideClaim(ctx context.Context, id string, accept bool, d desk.Decision) error
	ReopenClaim(ctx context.Context, id string, d desk.Decision) error
	CorrectClaim(ctx context.Context, id string, before, to desk.Said, d desk.Decision) error
}

// Ledger finds claims wherever they stand.
type Ledger interface {
	Claim(ctx context.Context, id string) (desk.ClaimLine, error)
	ClaimList(ctx context.Context, q desk.ClaimQuery) ([]desk.ClaimPlace, error)
	ClaimCounts(ctx context.Context) (map[desk.ClaimState]int, error)
	Headlined(ctx context.Context, articleIDs []string) (map[string]desk.Headlined, error)
}

// Mentions keeps which articles may mention which case.
type Mentions interface {
	Mentions(ctx context.Context, articleID string) ([]desk.MentionLine, error)
	CaseMentions(ctx context.Context, caseID string, n int) ([]desk.MentionLine, error)
	DecideMention(ctx context.Context, articleID, caseID string, state desk.MentionState, d desk.Decision) error
}

// Quotations keeps what people are quoted as saying in an article.
type Quotations interface {
	Quotations(ctx context.Context, articleID string) ([]desk.Quotation, error)
	DecideQuotation(ctx context.Context, q desk.Quotation, d desk.Decision) error
}

// Lessons keeps what editors said to findings, and what that teaches.
type Lessons interface {
	Marks(ctx context.Context, articleID string) ([]desk.FindingMark, error)
	MarkFinding(ctx context.Context, m desk.FindingMark, taught *desk.Lesson, d desk.Decision) error
	Lessons(ctx context.Context, state desk.LessonState, n int) ([]desk.LessonLine, error)
	Lesson(ctx context.Context, id string) (desk.Lesson, error)
	DecideLesson(ctx context.Context, seen desk.Lesson, to desk.LessonState, everywhere bool, d desk.Decision) error
}

// Figures keeps the answers that persons decided from claims.
type Figures interface {
	Figures(ctx context.Context) ([]desk.Figure, error)
	Figure(ctx context.Context, id string) (desk.Figure, error)
	AcceptedClaims(ctx context.Context, territory string, limit int) ([]desk.ClaimLine, error)
	FigureClaims(ctx context.Context, figureID string) ([]desk.ClaimLine, error)
	SaveFigure(ctx context.Context, f desk.Figure, d desk.Decision) error
}

// Questions keeps what is counted or asked, and which claims answer it.
type Questions interface {
	Questions(ctx context.Context) ([]desk.QuestionLine, error)
	Question(ctx context.Context, id string) (desk.Question, error)
	SaveQuestion(ctx context.Context, q desk.Question, d desk.Decision) error
	Links(ctx context.Context, questionID string) ([]desk.Link, error)
	DecideLink(ctx context.Context, questionID, claimID string, state desk.LinkState, d, accept desk.Decision) error
}

// Waiting counts the claims that are proposed for questions of an editor or of
// nobody.
type Waiting interface {
	WaitingProposals(ctx context.Context, account string) (int, error)
}

// Weeks counts how many entries each source announced in each of the last
// weeks, this one first.
type Weeks interface {
	SourceWeeks(ctx context.Context, now time.Time, weeks int) (map[string][]int, error)
}

// Uses counts the published articles about any of the territories, of all of
// them for desk.Everywhere.
type Uses interface {
	PublishedAbout(ctx context.Context, territories []string) (int, error)
}

// Sources keeps where news comes from.
type Sources interface {
	Sources(ctx context.Context) ([]desk.Source, error)
	Source(ctx context.Context, id string) (desk.Source, error)
	SourceEntries(ctx context.Context, sourceID string, limit int) ([]desk.Entry, error)
	AddSource(ctx context.Context, s desk.Source, d desk.Decision) error
	ChangeSource(ctx context.Context, s desk.Source, d desk.Decision) error
}

// Polls keeps what polls of sources met, and of which trouble editors know.
type Polls interface {
	Polls(ctx context.Context, sourceID string, limit int) ([]desk.PollRecord, error)
	Alarms(ctx context.Context) (int, error)
	Acknowledge(ctx context.Context, id string, health desk.Health, d desk.Decision) error
}

// Snippets keeps the blocks under articles.
type Snippets interface {
	Snippets(ctx context.Context) ([]desk.Snippet, error)
	Snippet(ctx context.Context, id string) (desk.Snippet, error)
	SaveSnippet(ctx context.Context, s desk.Snippet, d desk.Decision) error
	DeleteSnippet(ctx context.Context, id string, d desk.Decision) error
}

// Issues keeps the numbers of the newsletter.
type Issues interface {
	Issues(ctx context.Context) ([]subscription.Issue, error)
	Issue(ctx context.Context, id string) (subscription.Issue, error)
	DraftIssue(ctx context.Context, i subscription.Issue, d desk.Decision) error
	NewForIssue(ctx context.Context, limit int) ([]string, error)
}

// Sending puts issues on the ledger and counts what became of them.
type Sending interface {
	SendIssue(ctx context.Context, id string, d desk.Decision) (deliveries int, err error)
	SendTest(ctx context.Context, issueID, address string, d desk.Decision) error
	IssueCounts(ctx context.Context, id string) (subscription.Counts, error)
	SubscriberTally(ctx context.Context) (subscription.Tally, error)
}

// Pause knows whether publishing and sending wait for a person after a restore.
type Pause interface {
	SendingPaused(ctx context.Context) (bool, error)
	SetPaused(ctx context.Context, paused bool, d desk.Decision) error
}

// Logins finds who logs in.
type Logins interface {
	Account(ctx context.Context, id string) (desk.Account, error)
	Accounts(ctx context.Context) ([]desk.Account, error)
	AccountByName(ctx context.Context, name string) (a desk.Account, passwordHash string, err error)
}

// Invitations makes and takes the words that set a password. The account of an
// invitation is empty for the first administrator.
type Invitations interface {
	AddInvitation(ctx context.Context, hash, accountID string, expires time.Time) error
	Invitation(ctx context.Context, hash string, now time.Time) (accountID string, err error)
	TakeInvitation(ctx context.Context, hash string, now time.Time) (accountID string, err error)
	SetPassword(ctx context.Context, accountID, passwordHash string) error
}

// People keeps the accounts.
type People interface {
	AddAccount(ctx context.Context, a desk.Account, passwordHash string, d desk.Decision) error
	ChangeAccount(ctx context.Context, a desk.Account, d desk.Decision) error
	SetPreferences(ctx context.Context, a desk.Account) error
}
