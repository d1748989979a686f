package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
)

// Sealing is how the evidence log is written and signed.
type Sealing struct {
	Dir        string // of the log, the checkpoints and the stamps
	Signer     *evidence.Signer
	Every      time.Duration       // between two checkpoints
	Authority  *evidence.Authority // nil: nothing is stamped
	StampEvery time.Duration
}

// sealBatch is how many leaves are written at once; stampAgain is when an
// authority that gave no stamp is asked again.
const (
	sealBatch  = 1000
	stampAgain = 10 * time.Minute
)

// Sealer writes the log of the evidence into its folder, signs checkpoints and
// has them stamped. It is for one goroutine.
type Sealer struct {
	desk *Desk
	how  Sealing

	size      int64     // lines that are in the folder
	signed    int64     // of them under the last checkpoint
	signedAt  time.Time // of the last checkpoint
	stamped   int64
	nextStamp time.Time
	known     bool // the five above are
}

// Sealer makes a sealer.
func (d *Desk) Sealer(how Sealing) *Sealer { return &Sealer{desk: d, how: how} }

// Seal brings the folder's log up to the database's, and signs and stamps it
// when the time for that has come. Errors: Conflict when the log in the folder
// is not that of this desk.
func (s *Sealer) Seal(ctx context.Context) (more bool, err error) {
	n, err := s.desk.Store.LogSize(ctx)
	if err != nil {
		return false, err
	}
	now := s.desk.Now()
	waiting, err := s.unproven(ctx)
	if err != nil {
		return false, err
	}
	if s.known && n == s.size && !waiting && !s.signDue(now) && !s.stampDue(now) {
		return false, nil
	}
	l, err := evidence.OpenLog(s.how.Dir)
	if err != nil {
		return false, fmt.Errorf("open the evidence log: %w", err)
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	if err := s.look(l); err != nil {
		return false, err
	}
	if more, err = s.write(ctx, l); err != nil || more {
		return more, err
	}
	if err := s.sign(ctx, l, now); err != nil {
		return false, err
	}
	return s.prove(ctx, l)
}

// proveBatch is how many proofs are stored at once.
const proveBatch = 64

// prove gives the articles in public whose captures a checkpoint covers the way
// there.
func (s *Sealer) prove(ctx context.Context, l *evidence.Log) (more bool, err error) {
	list, err := s.desk.Publisher.Unproven(ctx, s.signed, proveBatch)
	if err != nil || len(list) == 0 {
		return false, err
	}
	p, err := l.Prover(s.how.Signer)
	if err != nil {
		return false, err
	}
	for id, proof := range list {
		if list[id], err = p.Prove(proof); err != nil {
			return false, fmt.Errorf("prove %s: %w", id, err)
		}
	}
	if err := s.desk.Publisher.Prove(ctx, list); err != nil {
		return false, err
	}
	return len(list) == proveBatch, s.desk.Publisher.Sweep(ctx)
}

// unproven reports whether something in public waits for its proof.
func (s *Sealer) unproven(ctx context.Context) (bool, error) {
	list, err := s.desk.Publisher.Unproven(ctx, s.signed, 1)
	return len(list) > 0, err
}

// look reads what another process may have done meanwhile.
func (s *Sealer) look(l *evidence.Log) error {
	last, err := l.LastCheckpoint(s.how.Signer)
	if err != nil {
		return err
	}
	stamped, at, err := l.LastStamp()
	if err != nil {
		return err
	}
	if next := at.Add(s.how.StampEvery); !s.known || next.After(s.nextStamp) {
		s.nextStamp = next
	}
	s.size, s.signed, s.signedAt, s.stamped, s.known = l.Size(), last.Size, last.At, stamped, true
	return nil
}

// write adds the leaves that the folder does not have yet.
func (s *Sealer) write(ctx context.Context, l *evidence.Log) (more bool, err error) {
	leaves, err := s.desk.Store.Leaves(ctx, max(l.Size()-1, 0), sealBatch+1)
	if err != nil {
		return false, err
	}
	if l.Size() > 0 {
		if len(leaves) == 0 || evidence.LineOf(leaves[0]).Commitment != l.Last().Commitment {
			return false, fault.New(fault.Conflict, "The evidence log in %s goes on otherwise than the database: a database was put in place without \"rightsdesk restore\". Nothing is written to it. Restore the newest backup.", s.how.Dir)
		}
		leaves = leaves[1:]
	}
	lines := make([]evidence.Line, len(leaves))
	for i, leaf := range leaves {
		lines[i] = evidence.LineOf(leaf)
		if err := s.keepNonce(ctx, l, leaf); err != nil {
			return false, err
		}
	}
	err = l.Append(lines)
	s.size = l.Size()
	return len(lines) == sealBatch, err
}

// keepNonce puts the nonce of a capture from before there were capture files
// beside the log.
func (s *Sealer) keepNonce(ctx context.Context, l *evidence.Log, leaf desk.Leaf) error {
	if len(leaf.Nonce) == 0 {
		return nil
	}
	c, err := s.desk.Store.Capture(ctx, leaf.CaptureID)
	if err != nil {
		return err
	}
	return l.KeepNonce(leaf, c.SHA256)
}

func (s *Sealer) signDue(now time.Time) bool {
	return s.size > s.signed && !now.Before(s.signedAt.Add(s.how.Every))
}

func (s *Sealer) stampDue(now time.Time) bool {
	return s.how.Authority != nil && s.signed > s.stamped && !now.Before(s.nextStamp)
}

// sign makes a checkpoint and has it stamped, each when its time has come.
func (s *Sealer) sign(ctx context.Context, l *evidence.Log, now time.Time) error {
	if s.signDue(now) {
		c, err := l.Sign(s.how.Signer, now)
		if err != nil {
			return fmt.Errorf("sign the evidence log: %w", err)
		}
		s.signed, s.signedAt = c.Size, c.At
	}
	if !s.stampDue(now) {
		return nil
	}
	s.nextStamp = now.Add(stampAgain)
	c, err := l.LastCheckpoint(s.how.Signer)
	if err != nil {
		return err
	}
	answer, err := s.how.Authority.Ask(ctx, c, s.desk.Random)
	if err == nil {
		err = l.KeepStamp(c, answer, s.how.Authority.Trust)
	}
	if err != nil {
		return fmt.Errorf("have the evidence log stamped: %w", err)
	}
	s.stamped, s.nextStamp = c.Size, now.Add(s.how.StampEvery)
	return nil
}

// AdoptLog gives a restored database the leaves that the log in the folder has
// and it does not, so that the log goes on where it was. Errors: Conflict when
// they are not of one desk.
func (d *Desk) AdoptLog(ctx context.Context, dir string) error {
	var batch []desk.Leaf
	flush := func() error {
		err := d.Store.AdoptLeaves(ctx, batch)
		batch = batch[:0]
		return err
	}
	err := evidence.ReadLog(dir, func(line evidence.Line) error {
		leaf, err := line.Leaf()
		if err != nil {
			return err
		}
		if batch = append(batch, leaf); len(batch) == sealBatch {
			return flush()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}
