package mail

import (
	"context"
)

// Send hands data, a mail as Message.Bytes gives it, to the relay. An address
// that cannot be written to is an error of kind Invalid; every other error is
// a Failure.
//
// ctx can break off what comes before the mail itself. Once the relay has said
// that it will take the mail, it is handed over to the end and the answer is
// waited for, twice Options.Timeout at most.
func (c *Conn) Send(ctx context.Context, from, to string, data []byte) error {
	from, err := wire(from)
	if err != nil {
		return err
	}
	if to, err = wire(to); err != nil {
		return err
	}
	switch {
	case c.broken != nil:
		return &Failure{Temporary: true, Text: "the connection to the relay is lost", err: c.broken}
	case ctx.Err() != nil:
		return &Failure{Temporary: true, Text: lost(ctx.Err()), err: ctx.Err()}
	}
	if err := c.within(ctx, c.options.Timeout, func() error { return c.envelope(from, to) }); err != nil {
		c.reset(ctx)
		return failure(err, content, to)
	}
	return c.content(ctx, to, data)
}

// step is a command of the envelope with the reply that it should get.
type step struct {
	about   stage
	command string
	want    int
}

// envelope names sender and recipient and asks to hand the mail over. Where
// the relay allows it (PIPELINING, RFC 2920) all goes in one packet, which
// saves two of the four round trips of a mail.
func (c *Conn) envelope(from, to string) error {
	steps := []step{
		{sender, "MAIL FROM:<" + from + ">", 250},
		{recipient, "RCPT TO:<" + to + ">", 25},
		{content, "DATA", 354},
	}
	if ok, _ := c.client.Extension("PIPELINING"); !ok {
		for _, s := range steps {
			if err := c.write(s); err != nil {
				return err
			}
			if err := c.reply(s, to); err != nil {
				return err
			}
		}
		return nil
	}
	if err := c.write(steps...); err != nil {
		return err
	}
	return c.replies(steps, to)
}

func (c *Conn) write(steps ...step) error {
	w := c.client.Text.W
	for _, s := range steps {
		if _, err := w.WriteString(s.command + "\r\n"); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (c *Conn) reply(s step, to string) error {
	if _, _, err := c.client.Text.ReadResponse(s.want); err != nil {
		return failure(err, s.about, to)
	}
	return nil
}

// replies reads the answers to a whole envelope. The first refusal counts. A
// relay that wants the mail although it refused the recipient is given an
// empty one, as RFC 2920 section 3.1 has it, which it must refuse.
func (c *Conn) replies(steps []step, to string) error {
	var first error
	for _, s := range steps {
		err := c.reply(s, to)
		if err != nil && !refused(err) {
			return err
		}
		if s.about == content && err == nil && first != nil {
			if err := c.abandon(); err != nil {
				return err
			}
		}
		if first == nil {
			first = err
		}
	}
	return first
}

func (c *Conn) abandon() error {
	if err := c.write(step{command: "."}); err != nil {
		return err
	}
	_, _, err := c.client.Text.ReadResponse(0)
	return err
}

// content hands the mail over. ctx is not looked at any more: what is on the
// wire is finished.
func (c *Conn) content(ctx context.Context, to string, data []byte) error {
	unanswered := false
	err := c.within(context.WithoutCancel(ctx), 2*c.options.Timeout, func() error {
		w := c.client.Text.DotWriter()
		if _, err := w.Write(data); err != nil {
			return err
		}
		unanswered = true // from here on the final dot may have been seen
		if err := w.Close(); err != nil {
			return err
		}
		_, _, err := c.client.Text.ReadResponse(250)
		return err
	})
	if err == nil {
		return nil
	}
	f := failure(err, content, to)
	f.OnWire = unanswered && f.Code == 0
	return f
}

// reset makes the connection ready for the next mail after a refusal. Where it
// does not succeed the connection is lost, which the next Send says.
func (c *Conn) reset(ctx context.Context) {
	if c.broken != nil {
		return
	}
	if err := c.within(ctx, c.options.Timeout, c.client.Reset); err != nil {
		c.broken = err
	}
}
