#!/usr/bin/env bash
# Every shell script parses.
set -euo pipefail
cd "$1"
count=0
while IFS= read -r file; do
  bash -n "$file"
  count=$((count + 1))
done < <(find .ci installer tests -type f \( -name '*.sh' -o -path '.ci/*' \))
[ "$count" -gt 3 ] || { echo "shell: found only $count scripts"; exit 1; }
echo "shell: $count scripts"
