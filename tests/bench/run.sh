#!/usr/bin/env bash
# Measures what a user feels against a floor in the same run, and prints one table; JSON goes to build/bench/.
# Nothing here asserts a time: read the table.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/installer/common.sh"

"$root/installer/setup.sh" --test
configure release -DUNKNOT_BENCH=ON -DUNKNOT_TESTS=ON
build release unknot_bench first_paint bare_frame library_grid unknot unknot-cli
out=$root/build/bench
mkdir -p "$out"
bin=$root/build/release

"$bin/tests/bench/unknot_bench" --benchmark_repetitions=9 --benchmark_report_aggregates_only=true \
  --benchmark_out="$out/inside.json" --benchmark_out_format=json >/dev/null

# Start and memory, under a display of our own; the two programs take turns.
practice=$(mktemp -d)/practice
export XDG_STATE_HOME=$(mktemp -d) XDG_CONFIG_HOME=$(mktemp -d)
trap 'rm -rf "$(dirname "$practice")" "$XDG_STATE_HOME" "$XDG_CONFIG_HOME"' EXIT
"$bin/src/unknot-cli" demo "$practice" >/dev/null
: >"$out/start.jsonl"
for _ in 1 2 3 4 5 6 7; do
  xvfb-run -a -s '-screen 0 1600x1000x24' "$bin/tests/bench/first_paint" "$bin/tests/bench/bare_frame" |
    sed 's/^{/{"program": "bare", /' >>"$out/start.jsonl"
  xvfb-run -a -s '-screen 0 1600x1000x24' "$bin/tests/bench/first_paint" --type demo "$bin/src/unknot" "$practice" |
    sed 's/^{/{"program": "unknot", /' >>"$out/start.jsonl"
done

# The grid of movements: drawn ahead by a thread of its own, and by the window's thread.
: >"$out/grid.jsonl"
for _ in 1 2 3 4 5; do
  for how in "" --in-place; do
    xvfb-run -a -s '-screen 0 1600x1000x24' "$bin/tests/bench/library_grid" $how >>"$out/grid.jsonl"
  done
done
python3 "$root/tests/bench/table.py" "$out/inside.json" "$out/start.jsonl" "$out/grid.jsonl"
