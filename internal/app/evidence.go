package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"rightsdesk/internal/config"
	"rightsdesk/internal/desk"
	"rightsdesk/internal/evidence"
	"rightsdesk/internal/fault"
	"rightsdesk/internal/pipeline"
	"rightsdesk/internal/public"
	"rightsdesk/internal/work"
)

// sealing gives how the evidence log of a desk is written and signed.
func sealing(e Env, r *Rooms) (pipeline.Sealing, error) {
	c := e.Config
	signer, err := evidence.NewSigner(c.Organisation.Key, r.Keys.LogKey())
	if err != nil {
		return pipeline.Sealing{}, err
	}
	how := pipeline.Sealing{Dir: c.Evidence(), Signer: signer, Every: c.Sealing.CheckpointEvery, StampEvery: c.Sealing.StampEvery}
	if c.Sealing.StampURL == "" {
		return how, nil
	}
	how.Authority = &evidence.Authority{URL: c.Sealing.StampURL, Client: http.DefaultClient}
	how.Authority.Trust, err = pemFile(c.Sealing.StampTrust)
	return how, err
}

func pemFile(path string) ([]byte, error) {
	if path == "" {
		return nil, nil
	}
	b, err := os.ReadFile(path)
	return b, fault.Wrap(fault.Invalid, err, "The file of trusted certificates %s cannot be read", path)
}

// proving are the loops that keep the evidence provable, and erase what is to be erased.
func proving(e Env, r *Rooms, d *pipeline.Desk) ([]work.Loop, error) {
	how, err := sealing(e, r)
	if err != nil {
		return nil, err
	}
	erase := func(ctx context.Context) (bool, error) {
		return d.Erase(ctx, func() error { return forgetCopies(e.Config) })
	}
	return []work.Loop{
		{Name: "seal", Every: lookSeldom, Do: d.Sealer(how).Seal},
		{Name: "erase", Every: lookSeldom, Do: erase},
	}, nil
}

// forgetCopies deletes the copies of the databases that the program itself made
// before a migration or a restore: they hold what was erased.
func forgetCopies(c *config.Config) error {
	var errs []error
	for _, pattern := range []string{filepath.Join(backups(c), "*.db"), filepath.Join(c.Private(), asidePrefix+"*")} {
		found, err := filepath.Glob(pattern)
		errs = append(errs, err)
		for _, path := range found {
			errs = append(errs, os.RemoveAll(path))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fileFault(err)
	}
	return nil
}

// packager packs one capture for an editor.
func packager(e Env, r *Rooms) func(c desk.Capture, title string) ([]byte, error) {
	return func(c desk.Capture, title string) ([]byte, error) {
		var out bytes.Buffer
		err := evidence.WritePackage(&out, r.Captures.Get, []evidence.Packed{{Capture: c, Title: title}}, title, e.agent(), e.Now())
		return out.Bytes(), err
	}
}

// Package writes the captures that ids name, or out of which articles with
// these ids were read, to a WACZ file that appears only when it is whole.
// Errors: Conflict when the file is there, NotFound for an id that is not.
func Package(ctx context.Context, e Env, r *Rooms, file string, ids []string) error {
	if _, err := os.Stat(file); err == nil {
		return fault.New(fault.Conflict, "%s is there already; choose another name.", file)
	}
	var list []evidence.Packed
	for _, id := range ids {
		one, err := packed(ctx, r, id)
		if err != nil {
			return err
		}
		list = append(list, one)
	}
	part := file + ".part"
	out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fileFault(err)
	}
	err = evidence.WritePackage(out, r.Captures.Get, list, e.Config.Organisation.Name, e.agent(), e.Now())
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	return os.Rename(part, file)
}

func packed(ctx context.Context, r *Rooms, id string) (p evidence.Packed, err error) {
	if desk.KindOf(id) == desk.KindArticle {
		a, err := r.Desk.Article(ctx, id)
		if err != nil {
			return p, err
		}
		id, p.Title = a.CaptureID, a.Title
	}
	p.Capture, err = r.Desk.Capture(ctx, id)
	return p, err
}

// Verification is what verifying is asked for on the command line.
type Verification struct {
	Dir        string // a folder of evidence or a copy of one; empty: that of the desk
	Key        string // a verifier key, or the name of a file that holds one
	Checkpoint string // a file with an older checkpoint
	Trust      string // a PEM file with the authorities that are trusted
}

// Verify holds evidence against its log. With a folder it needs nothing else,
// no configuration either.
func Verify(ctx context.Context, cfg func() (*config.Config, error), v Verification, found func(evidence.Found)) (evidence.Report, error) {
	asked, err := v.asked()
	if err != nil {
		return evidence.Report{}, err
	}
	if v.Dir != "" {
		return evidence.Verify(ctx, v.Dir, evidence.Reading(v.Dir), asked, found)
	}
	c, err := cfg()
	if err != nil {
		return evidence.Report{}, err
	}
	folder := evidence.Reading(c.Evidence())
	if !c.Bucket() {
		return evidence.Verify(ctx, c.Evidence(), folder, asked, found)
	}
	b, err := bucket(c, folder)
	if err != nil {
		return evidence.Report{}, err
	}
	return evidence.Verify(ctx, c.Evidence(), b, asked, found)
}

func (v Verification) asked() (a evidence.Asked, err error) {
	a.Key = v.Key
	if b, err := os.ReadFile(v.Key); err == nil {
		a.Key = strings.TrimSpace(string(b))
	}
	if v.Checkpoint != "" {
		if a.Checkpoint, err = os.ReadFile(v.Checkpoint); err != nil {
			return a, fault.Wrap(fault.Invalid, err, "The checkpoint %s cannot be read", v.Checkpoint)
		}
	}
	a.Trust, err = pemFile(v.Trust)
	return a, err
}

// Proven is what a proof shows of a capture file.
type Proven struct {
	evidence.Checkpoint
	Capture string
}

// VerifyProof checks a capture file by the proof that a public page gives, with
// the key in the proof where no other is given. Errors: Invalid, with what does
// not fit.
func VerifyProof(proofFile, captureFile, key string) (Proven, error) {
	text, err := os.ReadFile(proofFile)
	if err != nil {
		return Proven{}, fault.Wrap(fault.Invalid, err, "The proof %s cannot be read", proofFile)
	}
	var p public.Proof
	if err := json.Unmarshal(text, &p); err != nil {
		return Proven{}, fault.Wrap(fault.Invalid, err, "%s is no proof", proofFile)
	}
	file, err := os.ReadFile(captureFile)
	if err != nil {
		return Proven{}, fault.Wrap(fault.Invalid, err, "The capture file %s cannot be read", captureFile)
	}
	if key == "" {
		key = p.Key
	} else if b, err := os.ReadFile(key); err == nil {
		key = string(b)
	}
	c, err := evidence.CheckProof(p, file, key)
	return Proven{c, p.Capture}, err
}
