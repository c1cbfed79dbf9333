#!/usr/bin/env bash
# The whole suite below the windows, with AddressSanitizer and UndefinedBehaviorSanitizer, in three locales' settings.
set -euo pipefail
cd "$1/build/asan"
export ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1
# Fontconfig and Pango keep what they load until the process ends.
export LSAN_OPTIONS=suppressions="$1/tests/checks/lsan.supp":print_suppressions=0
exec ctest --output-on-failure --timeout 900 -LE 'slow|gui|check'
