package evidence

import (
	"encoding/base64"
	"encoding/hex"
	"slices"

	"golang.org/x/mod/sumdb/tlog"

	"rightsdesk/internal/fault"
	"rightsdesk/internal/public"
)

// Prover makes proofs from the log of a folder.
type Prover struct {
	log    *Log
	signer *Signer
	notes  []Checkpoint // sizes rise
}

// Prover gives what makes proofs under the checkpoints that the log has now.
func (l *Log) Prover(s *Signer) (*Prover, error) {
	notes, err := readNotes(l.dir)
	if err != nil {
		return nil, err
	}
	p := &Prover{log: l, signer: s}
	for _, n := range notes {
		c, err := OpenCheckpoint(n, s.words)
		if err != nil {
			return nil, err
		}
		p.notes = append(p.notes, c)
	}
	return p, nil
}

// Prove completes a proof of which capture, file, line and commitment are
// known, under the first checkpoint that covers the line: the same at every
// call. Errors: NotFound while none does.
func (p *Prover) Prove(proof public.Proof) (public.Proof, error) {
	i, _ := slices.BinarySearchFunc(p.notes, proof.Line+1, func(c Checkpoint, size int64) int { return int(c.Size - size) })
	if i == len(p.notes) {
		return proof, fault.New(fault.NotFound, "No checkpoint covers line %d of the evidence log yet.", proof.Line)
	}
	c := p.notes[i]
	hashes, err := p.log.Prove(c.Size, proof.Line)
	if err != nil {
		return proof, err
	}
	proof.Size, proof.Checkpoint, proof.Key = c.Size, string(c.Note), p.signer.words
	proof.Hashes = []string{}
	for _, h := range hashes {
		proof.Hashes = append(proof.Hashes, base64.StdEncoding.EncodeToString(h[:]))
	}
	return proof, nil
}

// CheckProof checks that a proof leads from a capture file to its checkpoint,
// and that the checkpoint is signed with a verifier key. Errors: Invalid, with
// what does not fit.
func CheckProof(p public.Proof, file []byte, key string) (Checkpoint, error) {
	var c Checkpoint
	if digest(file) != p.File {
		return c, fault.New(fault.Invalid, "The file is another than the one that was taken: its SHA-256 is %s, that of the proof %s.", digest(file), p.File)
	}
	commitment := Commitment(file)
	if hex.EncodeToString(commitment[:]) != p.Commitment {
		return c, fault.New(fault.Invalid, "The commitment of the proof is not that of the file.")
	}
	r, err := Decode(file)
	if err != nil {
		return c, err
	}
	if r.Capture.ID != p.Capture {
		return c, fault.New(fault.Invalid, "The file holds the capture %s, the proof is of %s.", r.Capture.ID, p.Capture)
	}
	if c, err = OpenCheckpoint([]byte(p.Checkpoint), key); err != nil {
		return c, err
	}
	proof := make(tlog.RecordProof, len(p.Hashes))
	for i, text := range p.Hashes {
		h, err := tlog.ParseHash(text)
		if err != nil {
			return c, fault.New(fault.Invalid, "%.60q is no hash of a proof.", text)
		}
		proof[i] = h
	}
	if c.Size != p.Size {
		return c, fault.New(fault.Invalid, "The checkpoint covers %d lines, the proof says %d.", c.Size, p.Size)
	}
	if err := tlog.CheckRecord(proof, c.Size, c.Root, p.Line, tlog.RecordHash(commitment[:])); err != nil {
		return c, fault.Wrap(fault.Invalid, err, "The proof does not lead from line %d to the root of the checkpoint", p.Line)
	}
	return c, nil
}
