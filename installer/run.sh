#!/usr/bin/env bash
# Builds Unknot and opens it on the demo practice. Without a display it does the same job in the terminal:
# the demo client's handout and progress report as PDF.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

practice=${1:-${XDG_DATA_HOME:-$HOME/.local/share}/unknot/demo-practice}
client='Zoë Müller'

"$root/installer/setup.sh"
say "run: building the release (a few minutes the first time)"
configure release -DUNKNOT_TESTS=OFF -DUNKNOT_BENCH=OFF
build release
bin=$root/build/release/src

if [ ! -e "$practice/keys.json" ]; then
  say "run: making the demo practice in $practice"
  mkdir -p "$(dirname "$practice")"
  "$bin/unknot-cli" demo "$practice"
fi

has_display() {
  [ -n "${WAYLAND_DISPLAY:-}" ] && return 0
  [ -n "${DISPLAY:-}" ] && "$bin/unknot" --check-display 2>/dev/null
}

if has_display; then
  say "run: opening the window (the demo's password is: demo)"
  exec "$bin/unknot" "$practice"
fi

say "run: no display here, so the terminal does the job"
out=$(dirname "$practice")
export UNKNOT_PASSWORD=demo
"$bin/unknot-cli" handout "$practice" "$client" -o "$out/home-practice.pdf" >/dev/null
"$bin/unknot-cli" report "$practice" "$client" -o "$out/progress-report.pdf" >/dev/null
say "run: handout          $out/home-practice.pdf"
say "run: progress report  $out/progress-report.pdf"
