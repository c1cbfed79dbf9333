"""What a visitor would trip over: top level as agreed, no left marks, no paths of somebody's machine, no huge files."""
import pathlib
import re
import subprocess
import sys

ALLOWED = {
    "CMakeLists.txt", "CMakePresets.json", "src", "templates", "data", "tests", "installer", "README.md", "LICENSE",
    ".ci", ".gitignore", ".gitattributes", ".clang-format", ".clang-tidy", ".editorconfig",
}
FORBIDDEN = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|/home/[a-z]|/root/|[a-z]+\.debian\.org|placeholder\.cpp")
MOST_LINES = 800

root = pathlib.Path(sys.argv[1])
listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
files = [pathlib.Path(line) for line in listed.stdout.splitlines()]
if listed.returncode != 0:  # not a checkout: an unpacked source archive
    files = [p.relative_to(root) for p in root.rglob("*") if p.is_file() and p.relative_to(root).parts[0] != "build"]

faults = []
for path in files:
    if not (root / path).is_file():
        continue
    if path.parts[0] not in ALLOWED:
        faults.append(f"{path}: not part of the agreed top level")
    if path.name in ("LICENSE",) or path == pathlib.Path("tests/checks/tree.py"):
        continue
    try:
        text = (root / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        continue
    lines = text.splitlines()
    if path.suffix in (".cpp", ".h") and len(lines) > MOST_LINES:
        faults.append(f"{path}: {len(lines)} lines, split it before {MOST_LINES}")
    for number, line in enumerate(lines, 1):
        found = FORBIDDEN.search(line)
        if found:
            faults.append(f"{path}:{number}: {found.group(0)}")
for fault in faults:
    print(fault)
print(f"{len(files)} files, {len(faults)} faults")
sys.exit(1 if faults or len(files) < 50 else 0)
