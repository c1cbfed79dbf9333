#!/usr/bin/env bash
# Every C++ file is as clang-format 16 would write it.
set -euo pipefail
cd "$1"
mapfile -t files < <(find src tests -name '*.h' -o -name '*.cpp')
[ ${#files[@]} -gt 20 ] || { echo "format: found only ${#files[@]} files"; exit 1; }
clang-format-16 --dry-run -Werror "${files[@]}"
echo "format: ${#files[@]} files"
