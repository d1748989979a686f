#!/usr/bin/env bash
# Runs every fuzz target for a time, one after the other.
set -eu
time=${1:-20s}
for file in $(git grep -l '^func Fuzz' -- '*_test.go' ':!third'); do
  for target in $(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' "$file"); do
    echo "fuzz $target in $(dirname "$file")"
    go test "./$(dirname "$file")" -run '^$' -fuzz "^$target\$" -fuzztime "$time" | tail -n 1
  done
done
