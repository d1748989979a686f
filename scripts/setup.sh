#!/usr/bin/env bash
# Gets what the tests need and Go's own modules do not bring: PostgreSQL,
# Chromium and poppler's pdftotext, from Debian's packages. As root on Debian it installs what is
# missing; elsewhere it says what is missing and which tests are skipped.
set -u
missing=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"

# axe-core looks for what keeps people with disabilities out; it is no part of
# the program and is got by name into the build folder.
axe=4.14.1
if [ ! -e build/npm/node_modules/axe-core/axe.min.js ]; then
  if command -v npm >/dev/null 2>&1 && npm install --silent --no-audit --no-fund --no-save --prefix build/npm "axe-core@$axe" >/dev/null 2>&1; then
    echo "installed axe-core $axe"
  else
    echo "axe-core is missing: the test of accessibility is skipped (it needs npm)"
    [ "${CI:-}" = true ] && exit 1
  fi
fi
# warcio reads our capture files as a stranger does.
warcio=2.4.11
if [ ! -e build/npm/node_modules/warcio/package.json ]; then
  if command -v npm >/dev/null 2>&1 && npm install --silent --no-audit --no-fund --no-save --prefix build/npm "axe-core@$axe" "warcio@$warcio" >/dev/null 2>&1; then
    echo "installed warcio $warcio"
  else
    echo "warcio is missing: the test that it reads our evidence is skipped (it needs npm)"
    [ "${CI:-}" = true ] && exit 1
  fi
fi
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  # No cluster of Debian's own is wanted: the suite starts a private one.
  mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  # shellcheck disable=SC2086
  apt-get update -q >/dev/null && apt-get install -yq --no-install-recommends $missing >/dev/null && exit 0
  echo "the packages could not be installed:$missing" >&2
  [ "${CI:-}" = true ] && exit 1
fi
for package in $missing; do
  case $package in
    postgresql) echo "PostgreSQL is missing: everything that is tested on it is skipped (Debian: apt-get install postgresql)" ;;
    openssl) echo "openssl is missing: the tests of time stamps fail (Debian: apt-get install openssl)" ;;
    poppler-utils) echo "pdftotext is missing: the tests that read PDFs are skipped (Debian: apt-get install poppler-utils)" ;;
    chromium) echo "Chromium is missing: the browser test is skipped (Debian: apt-get install chromium)" ;;
  esac
done
exit 0
