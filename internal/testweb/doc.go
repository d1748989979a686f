// Package testweb is a news web and a mail relay on loopback, for tests and for
// the demo. Everything that it publishes is invented, and says so.
package testweb
