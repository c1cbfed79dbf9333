#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test, format and lint check through ctest.
# --quick: after a small change; without sanitizers, clang-tidy and faults.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

quick=no
case "${1:-}" in
  '') ;;
  --quick) quick=yes ;;
  *) say "usage: installer/test.sh [--quick]" >&2; exit 2 ;;
esac

"$root/installer/setup.sh" --test

say "test: building the release"
configure release -DUNKNOT_TESTS=ON -DUNKNOT_BENCH=ON
build release

exclude=()
if [ "$quick" = yes ]; then
  exclude=(-LE 'slow')
else
  say "test: building with AddressSanitizer and UndefinedBehaviorSanitizer"
  configure asan
  build asan
  say "test: configuring for clang-tidy"
  configure tidy
fi

cd "$root/build/release"
exec ctest --output-on-failure -j "$jobs" --timeout 900 "${exclude[@]}"
