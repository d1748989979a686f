package config

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	inEnvironment = "environment"
	inFlags       = "-set"
)

// parse reads the lines of a configuration file called name. Lines that cannot
// be read are told by number, not shown: they may hold a secret.
func parse(name string, content []byte) (settings []setting) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if !utf8.Valid(content) {
		return []setting{{where: name, wrong: "this is not UTF-8 text; save it as UTF-8"}}
	}
	for i, line := range strings.Split(string(content), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		s := setting{where: fmt.Sprintf("%s, line %d", name, i+1)}
		if key, value, ok := cut(line); !ok {
			s.wrong = "this is not \"key = value\"; a comment begins with #"
		} else if s.key, s.value = key, value; quoted(value) {
			s.wrong = key + " stands in quotation marks; write the value without them"
		}
		settings = append(settings, s)
	}
	return settings
}

func quoted(value string) bool {
	return len(value) > 1 && (value[0] == '"' || value[0] == '\'') && value[0] == value[len(value)-1]
}

// cut parts "key = value".
func cut(line string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(line, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	return key, value, ok && key != "" && !strings.ContainsAny(key, " \t")
}

// parseEnvironment takes our variables out of an environment; of a name that stands there twice the last counts.
func parseEnvironment(env []string) (settings []setting) {
	values := map[string]string{}
	for _, pair := range env {
		name, value, ok := strings.Cut(pair, "=")
		if ok && strings.HasPrefix(name, prefix) && name != prefix+"CONFIG" && !strings.HasPrefix(name, prefix+"TEST_") {
			values[name] = strings.TrimSpace(value)
		}
	}
	for _, o := range options {
		if value, ok := values[o.Environment()]; ok {
			settings = append(settings, setting{key: o.Key, value: value, where: fromVariable(o)})
			delete(values, o.Environment())
		}
	}
	for _, pair := range env {
		name, _, _ := strings.Cut(pair, "=")
		if _, unknown := values[name]; unknown {
			settings = append(settings, setting{where: inEnvironment, wrong: name + " is no option." + didYouMean(name, Option.Environment)})
			delete(values, name)
		}
	}
	return settings
}

// fromVariable is the place of an option that was read from the environment.
func fromVariable(o Option) string { return inEnvironment + " " + o.Environment() }

// parseFlags reads "key=value" as it is given to -set.
func parseFlags(set []string) (settings []setting) {
	for _, pair := range set {
		if key, value, ok := cut(pair); ok {
			settings = append(settings, setting{key: key, value: value, where: inFlags})
		} else {
			settings = append(settings, setting{where: inFlags, wrong: "write key=value, such as " + inFlags + " site.address=:9000"})
		}
	}
	return settings
}

// didYouMean gives the sentences that follow an unknown name: the nearest known one, if one is near.
func didYouMean(written string, nameOf func(Option) string) string {
	const list = " \"rightsdesk config show\" lists all options"
	nearest, least := "", 2+len(written)/5
	for _, o := range options {
		if d := distance(written, nameOf(o), least); d < least {
			nearest, least = nameOf(o), d
		}
	}
	if nearest == "" {
		return list
	}
	return " Did you mean " + nearest + "?" + list
}

// distance gives how many letters must be put in, left out, replaced or
// swapped with their neighbour to come from a to b (Damerau's restricted
// distance); at most far, which also stands for all beyond it.
func distance(a, b string, far int) int {
	if len(a)-len(b) >= far || len(b)-len(a) >= far {
		return far
	}
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	for i := range len(a) + 1 {
		row, last, beforeLast := rows[i%3], rows[(i+2)%3], rows[(i+1)%3]
		for j := range row {
			switch {
			case i == 0 || j == 0:
				row[j] = i + j
			case a[i-1] == b[j-1]:
				row[j] = last[j-1]
			default:
				row[j] = 1 + min(last[j-1], last[j], row[j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], 1+beforeLast[j-2])
			}
		}
	}
	return min(far, rows[len(a)%3][len(b)])
}
