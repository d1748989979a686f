package desk

// ClaimQuery asks for claims, those of the newest articles first, in the order
// of each text.
type ClaimQuery struct {
	State     ClaimState // empty: all
	Contested bool       // only those that another claim disagrees with
	Claimant  string     // as it stands, whatever its letters; empty: all
	Question  string     // id of one that the claim answers, stands beside or may answer; empty: all
	Territory string     // id of one that the claim is about; empty: all
	Hedged    *bool      // nil: all
	Text      string     // words that stand in it, or in who says so
	Before    string     // place behind which to go on; empty: the first page
	Limit     int
}

// ClaimPlace is a claim in a list with its place there, to go on behind.
type ClaimPlace struct {
	ClaimLine
	Place string
}

// Headlined is what a headline is held against: the text under it and what that
// claims.
type Headlined struct {
	Text   string
	Claims []Claim
}
