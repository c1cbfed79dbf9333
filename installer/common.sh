# Shared by run.sh and test.sh: where things are, and one way to configure and build. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A compile takes about 1 GB at most; more jobs than cores only make it slower.
jobs=$(nproc 2>/dev/null || echo 2)

say() { printf '%s\n' "$*"; }

# Runs quietly; on failure shows the end of what was printed.
quietly() { # what, command...
  local what=$1 log
  shift
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1; then
    grep -nE 'error|FAILED|undefined reference' "$log" | head -n 30 >&2 || true
    tail -n 40 "$log" >&2
    rm -f "$log"
    say "$what failed" >&2
    exit 1
  fi
  rm -f "$log"
}

configure() { # preset, options...
  local preset=$1
  shift
  (cd "$root" && quietly "configuring ($preset)" cmake --preset "$preset" "$@")
}

build() { # preset, targets...
  local preset=$1
  shift
  (cd "$root" && quietly "building ($preset)" cmake --build "build/$preset" -j "$jobs" ${@:+--target "$@"})
}
