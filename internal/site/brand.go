package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"

	"rightsdesk/internal/colour"
	"rightsdesk/internal/public"
	"rightsdesk/internal/web"
)

// The organisation's own look stands in the edition; its addresses change with
// it, so that it may be kept.
const (
	logoPath    = "/brand/logo"
	coloursPath = "/brand/colours.css"
)

func logoAddress(s public.Settings) string {
	if len(s.Logo) == 0 {
		return ""
	}
	return logoPath + "?" + shortHash(string(s.Logo))
}

func coloursAddress(s public.Settings) string {
	if s.Colour == "" {
		return ""
	}
	return coloursPath + "?" + shortHash(s.Colour)
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:6])
}

// getLogo answers with the logo. A picture that is opened by itself may run
// nothing.
func (s *site) getLogo(w http.ResponseWriter, r *http.Request) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	if len(settings.Logo) == 0 {
		return errNoPage(r)
	}
	web.Public(w)
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
	return web.Send(w, r, http.StatusOK, settings.LogoType, settings.Logo)
}

// getColours answers with the organisation's colour, on the dark page with the
// nearest that can be read there.
func (s *site) getColours(w http.ResponseWriter, r *http.Request) error {
	settings, err := s.Articles.Settings(r.Context())
	if err != nil {
		return err
	}
	c, err := colour.Parse(settings.Colour)
	if err != nil {
		return errNoPage(r)
	}
	light, dark := colour.Nearest(c, colour.LightGrounds), colour.Nearest(c, colour.DarkGrounds)
	css := fmt.Sprintf("@layer tokens { :root { --accent: %s; --on: %s } @media (prefers-color-scheme: dark) { :root { --accent: %s; --on: %s } } }\n",
		light, colour.On(light), dark, colour.On(dark))
	web.Public(w)
	return web.Send(w, r, http.StatusOK, "text/css; charset=utf-8", []byte(css))
}
