package evidence

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rightsdesk/internal/fault"
)

func installed(t *testing.T) Browser {
	t.Helper()
	b := FindBrowser(t.Context())
	if b.Check() != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("Chromium is missing; scripts/setup.sh installs it")
		}
		t.Skip("Chromium is missing (Debian: apt-get install chromium)")
	}
	return b
}

// has reports whether a picture has a pixel of a colour.
func has(m image.Image, want color.RGBA) bool {
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			if color.RGBAModel.Convert(m.At(x, y)) == want {
				return true
			}
		}
	}
	return false
}

// TestImageShowsThePageAndAsksNobody gives the browser a page that tries every
// way to reach this machine, its files and the web, with its policy and without.
func TestImageShowsThePageAndAsksNobody(t *testing.T) {
	b := installed(t)
	var mu sync.Mutex
	var asked []string
	inside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.URL.Path)
	}))
	t.Cleanup(inside.Close)
	secret := filepath.Join(t.TempDir(), "secret.html")
	if err := os.WriteFile(secret, []byte(`<body style="background:#ff0000">`), 0o600); err != nil {
		t.Fatal(err)
	}
	port := inside.URL[strings.LastIndexByte(inside.URL, ':'):]
	page := fmt.Sprintf(`<!doctype html><meta charset="utf-8"><title>An invented page</title>
<link rel="stylesheet" href="http://localhost%[1]s/css"><link rel="prefetch" href="http://127.0.0.1%[1]s/prefetch"><link rel="icon" href="http://127.0.0.1%[1]s/icon">
<style>@import url(http://127.0.0.1%[1]s/import); @font-face{font-family:f;src:url(http://127.0.0.1%[1]s/font)} p{font-family:f;background:url(http://127.0.0.1%[1]s/background)}</style>
<div style="background:#00ff00;width:100px;height:100px"></div><p>Invented words.</p>
<img src="http://127.0.0.1%[1]s/img"><img src="http://[::ffff:127.0.0.1]%[1]s/six"><iframe src="http://2130706433%[1]s/number"></iframe><iframe src="file://%[2]s"></iframe>
<object data="http://127.0.0.1%[1]s/object"></object><video autoplay src="http://127.0.0.1%[1]s/video"></video><form id="f" action="http://127.0.0.1%[1]s/form"></form>
<script>document.body.style.background="#0000ff";fetch("http://127.0.0.1%[1]s/fetch",{mode:"no-cors"});new WebSocket("ws://127.0.0.1%[1]s/socket");f.submit()</script>`, port, secret)
	for _, free := range []bool{false, true} {
		b.free = free
		data, err := b.Image(t.Context(), []byte(page), "text/html; charset=utf-8")
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if has(m, color.RGBA{255, 0, 0, 255}) {
			t.Errorf("free %v: a file of this machine is in the image", free)
		}
		if free {
			continue // its form leads away from the page
		}
		if !has(m, color.RGBA{0, 255, 0, 255}) || m.Bounds().Dy() >= imageHeight/2 {
			t.Errorf("what the page carries is not shown, or the image is not cut: %v", m.Bounds())
		}
		if has(m, color.RGBA{0, 0, 255, 255}) {
			t.Error("a script has run")
		}
	}
	mu.Lock()
	defer mu.Unlock()
	if len(asked) > 0 {
		t.Errorf("the page reached this machine: %v", asked)
	}
}

func TestNoBrowser(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	b := FindBrowser(t.Context())
	if _, err := b.Image(t.Context(), []byte("<p>"), "text/html"); !fault.Is(err, fault.Unavailable) || b.Name() != "" {
		t.Errorf("%q: %v", b.Name(), err)
	}
}

// pretender is a browser that is a script.
func pretender(t *testing.T, script string) Browser {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pretender")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return Browser{path: path, name: "Pretender"}
}

func TestBrowserGetsNoSecretsAndNoMoreThanItsTime(t *testing.T) {
	t.Setenv("RIGHTSDESK_MAIL_PASSWORD", "hunter2")
	_, err := pretender(t, "env; exit 1").Image(t.Context(), nil, "text/html")
	if !fault.Is(err, fault.Invalid) || !strings.Contains(err.Error(), "LANG=C.UTF-8") || strings.Contains(err.Error(), "hunter2") {
		t.Error(err)
	}
	if _, err := pretender(t, "exit 0").Image(t.Context(), nil, "text/html"); !fault.Is(err, fault.Invalid) {
		t.Errorf("a browser that makes nothing: %v", err)
	}
	if _, err := pretender(t, `for a; do case $a in --screenshot=*) echo no picture > "${a#*=}";; esac; done`).Image(t.Context(), nil, "text/html"); !fault.Is(err, fault.Invalid) {
		t.Errorf("a browser that makes no picture: %v", err)
	}
	child := filepath.Join(t.TempDir(), "child")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err = pretender(t, "(sleep 2; touch "+child+") & wait").Image(ctx, nil, "text/html")
	if !fault.Is(err, fault.Invalid) || time.Since(begin) > 2*time.Second {
		t.Errorf("after %v: %v", time.Since(begin), err)
	}
	time.Sleep(2200*time.Millisecond - time.Since(begin))
	if _, err := os.Stat(child); err == nil {
		t.Error("a child of the browser lived on")
	}
}

func TestCropped(t *testing.T) {
	for at, want := range map[int]int{-1: margin, 0: 1 + margin, 40: 41 + margin, 99: 100} {
		m := image.NewRGBA(image.Rect(0, 0, 30, 100))
		if at >= 0 {
			m.Set(3, at, color.Black)
		}
		if got := cropped(m).Bounds(); got.Dx() != 30 || got.Dy() != want {
			t.Errorf("ink at %d: %v, want %d", at, got, want)
		}
	}
}
