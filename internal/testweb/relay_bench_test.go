package testweb

import (
	"net/smtp"
	"testing"
)

// BenchmarkSend compares mails over one connection with one connection for
// each mail, as net/smtp's SendMail makes it, to a relay in the same process.
func BenchmarkSend(b *testing.B) {
	m := message("bench", "reader@example.org")
	data, err := m.Bytes()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("Conn", func(b *testing.B) {
		c := connect(b, startRelay(b, Rules{}, still))
		for b.Loop() {
			if err := c.Send(b.Context(), m.From, m.To, data); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
	})
	b.Run("SendMail", func(b *testing.B) {
		r := startRelay(b, Rules{}, still)
		for b.Loop() {
			if err := smtp.SendMail(r.Address(), nil, m.From, []string{m.To}, data); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "mails/s")
	})
}
