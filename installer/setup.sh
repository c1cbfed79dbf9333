#!/usr/bin/env bash
# Installs the Debian packages that building (and, with --test, testing) Unknot needs.
# Does nothing when everything is there; asks for root only when something is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

groups=build
[ "${1:-}" = --test ] && groups='build|test'

sqlcipher_needed=4.6

installed_version() { # package
  dpkg-query -W -f='${db:Status-Status} ${Version}' "$1" 2>/dev/null | sed -n 's/^installed //p'
}

missing_packages() {
  local package version
  while read -r _ package; do
    version=$(installed_version "$package") || true
    if [ -z "$version" ]; then
      echo "$package"
    elif [ "$package" = libsqlcipher-dev ] && ! dpkg --compare-versions "$version" ge "$sqlcipher_needed"; then
      echo "$package"
    fi
  done < <(grep -E "^($groups) " "$here/packages.txt")
}

if ! command -v apt-get >/dev/null; then
  echo "setup: this is not a Debian system; install the packages named in installer/packages.txt by hand" >&2
  exit 1
fi

mapfile -t missing < <(missing_packages)
if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: every package is installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: ${#missing[@]} packages are missing and need root: ${missing[*]}" >&2
    echo "setup: run installer/setup.sh ${1:-} as root once, then start again" >&2
    exit 1
  fi
  as_root=(sudo)
fi
# Some minimal systems reset the environment; apt must never stop to ask.
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@"; }

# The first mirror that serves SUITE, as "URI SIGNED-BY", from either format of apt's sources.
mirror_of() { # suite
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -e "$file" ] || continue
    awk -v suite="$1" '
      function flush() { if (has && uri != "") { print uri, key; exit } uri = ""; key = ""; has = 0 }
      /^[[:space:]]*$/ { flush(); next }
      tolower($1) == "uris:" { uri = $2 }
      tolower($1) == "signed-by:" { key = $2 }
      tolower($1) == "suites:" { for (i = 2; i <= NF; i++) if ($i == suite) has = 1 }
      END { flush() }' "$file"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -e "$file" ] || continue
    awk -v suite="$1" '
      $1 == "deb" {
        key = ""; first = 2
        if ($2 ~ /^\[/) {
          while ($first !~ /\]$/ && first < NF) first++
          for (i = 2; i <= first; i++) { o = $i; gsub(/[\[\]]/, "", o); if (o ~ /^signed-by=/) { sub(/^signed-by=/, "", o); key = o } }
          first++
        }
        if ($(first + 1) == suite) { print $first, key; exit }
      }' "$file"
  done
}

# SQLCipher of Debian 12 is too old; its backports carry the right one. Later releases have it in main.
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
backports=()
if [ "$codename" = bookworm ] && printf '%s\n' "${missing[@]}" | grep -qx libsqlcipher-dev; then
  backports=(-t bookworm-backports)
  if [ -z "$(mirror_of bookworm-backports | head -n 1)" ]; then
    read -r uri key < <(mirror_of bookworm | head -n 1) || true
    if [ -z "${uri:-}" ]; then
      echo "setup: no mirror for Debian 12 found in /etc/apt; add one, or switch on bookworm-backports yourself" >&2
      exit 1
    fi
    echo "setup: switching on Debian's backports, from the mirror this machine already uses"
    {
      printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\n' "$uri"
      [ -z "${key:-}" ] || printf 'Signed-By: %s\n' "$key"
    } | "${as_root[@]}" tee /etc/apt/sources.list.d/unknot-backports.sources >/dev/null
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "setup: installing ${#missing[@]} packages"
# A foreign source that can't be reached must not stop the install: what counts is whether the packages come.
apt update >"$log" 2>&1 || true
others=()
for package in "${missing[@]}"; do
  if [ "$package" = libsqlcipher-dev ] && [ ${#backports[@]} -gt 0 ]; then
    if ! apt install -y --no-install-recommends "${backports[@]}" libsqlcipher-dev >>"$log" 2>&1; then
      tail -n 20 "$log" >&2
      echo "setup: SQLCipher $sqlcipher_needed could not be installed" >&2
      exit 1
    fi
  else
    others+=("$package")
  fi
done
if [ ${#others[@]} -gt 0 ] && ! apt install -y --no-install-recommends "${others[@]}" >>"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "setup: the packages could not be installed" >&2
  exit 1
fi
mapfile -t missing < <(missing_packages)
if [ ${#missing[@]} -gt 0 ]; then
  echo "setup: still missing: ${missing[*]}" >&2
  exit 1
fi
echo "setup: every package is installed"
