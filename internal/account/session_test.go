package account

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/alexedwards/scs/v2"
)

// room is a session store in memory that keeps the rule of the real one:
// what has ended is not found.
type room struct {
	scs.Store // never called: the manager uses the methods with a context
	rows      map[string]row
	broken    error
}

type row struct {
	data   []byte
	expiry time.Time
}

func (r *room) FindCtx(_ context.Context, token string) ([]byte, bool, error) {
	found, ok := r.rows[token]
	return found.data, ok && time.Now().Before(found.expiry), r.broken
}

func (r *room) CommitCtx(_ context.Context, token string, data []byte, expiry time.Time) error {
	r.rows[token] = row{data, expiry}
	return r.broken
}

func (r *room) DeleteCtx(_ context.Context, token string) error {
	delete(r.rows, token)
	return r.broken
}

func TestCookieAndStoredToken(t *testing.T) {
	for _, secure := range []bool{false, true} {
		store := &room{rows: map[string]row{}}
		sessions := NewSessions(store, secure)
		handler := sessions.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			sessions.Put(r.Context(), "account", "rdk_u_1")
		}))
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("GET", "/", nil))
		cookie := answer.Result().Cookies()[0]
		if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || cookie.Secure != secure || cookie.Path != "/" ||
			cookie.Domain != "" || strings.HasPrefix(cookie.Name, "__Host-") != secure {
			t.Errorf("cookie %v", cookie)
		}
		hash := sha256.Sum256([]byte(cookie.Value))
		if _, ok := store.rows[base64.RawURLEncoding.EncodeToString(hash[:])]; !ok || len(store.rows) != 1 {
			t.Errorf("stored under %v, not under the hash of the token", store.rows)
		}
	}
}

// session loads the session of a token as a request does, and gives what it knows.
func session(t *testing.T, m *scs.SessionManager, token string) (account, next string) {
	t.Helper()
	ctx, err := m.Load(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	if account = m.GetString(ctx, "account"); account == "" {
		return "", ""
	}
	next, _, err = m.Commit(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return account, next
}

func login(t *testing.T, m *scs.SessionManager) string {
	t.Helper()
	ctx, err := m.Load(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	m.Put(ctx, "account", "rdk_u_1")
	token, _, err := m.Commit(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestSessionsEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := NewSessions(&room{rows: map[string]row{}}, true)
		idle := login(t, m)
		time.Sleep(SessionIdle - time.Second)
		if account, _ := session(t, m, idle); account != "rdk_u_1" {
			t.Error("ended before twelve hours without a request")
		}
		time.Sleep(SessionIdle + time.Second)
		if account, _ := session(t, m, idle); account != "" {
			t.Error("goes on after twelve hours without a request")
		}
		busy, began := login(t, m), time.Now()
		for account := "rdk_u_1"; account != ""; account, _ = session(t, m, busy) {
			time.Sleep(SessionIdle / 2)
		}
		if lasted := time.Since(began); lasted != SessionFor {
			t.Errorf("a busy session lasted %v", lasted)
		}
	})
}

func TestBrokenStoreIsSaid(t *testing.T) {
	sessions := NewSessions(&room{rows: map[string]row{}, broken: errors.New("disk /secret/path")}, false)
	handler := sessions.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sessions.Put(r.Context(), "account", "rdk_u_1")
	}))
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "/", nil))
	if answer.Code != http.StatusInternalServerError || strings.Contains(answer.Body.String(), "/secret/path") || !strings.Contains(answer.Body.String(), "try again") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}
