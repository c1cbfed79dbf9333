"""Holds every include in src/ to the table of layers: who may include whom, and which libraries stay where."""
import pathlib
import re
import sys

LAYERS = {
    "core": [],
    "platform": ["core"],
    "unicode": ["core"],
    "domain": ["core"],
    "content": ["core", "domain"],
    "draw": ["core", "domain"],
    "text": ["core", "draw"],
    "raster": ["core", "draw", "text"],
    "document": ["core", "domain", "content", "draw", "text", "unicode"],
    "pdf": ["core", "draw", "text", "document"],
    "storage": ["core", "platform", "unicode", "domain"],
    "exchange": ["core", "unicode", "domain"],
    "app": ["core", "platform", "unicode", "domain", "content", "draw", "text", "raster", "document", "exchange"],
    "ui": ["core", "domain", "draw", "document", "raster", "app"],
    "cli": ["core", "domain", "app", "exchange"],
}

# A library's headers, and the only layers that may name them.
LIBRARIES = {
    r"wx/": ["ui"],
    r"gtk/|gdk/|atk/|glib|gspell/": ["ui"],
    r"hpdf": ["pdf"],
    r"zlib": ["pdf"],
    r"qpdf/": ["pdf"],
    r"sqlcipher/|sqlite3": ["storage"],
    r"sodium": ["storage"],
    r"toml\+\+|toml\.hpp": ["content"],
    r"md4c": ["content"],
    r"nlohmann/": ["exchange", "storage", "app", "cli"],
    r"pango": ["text"],
    r"hb": ["text", "raster", "pdf"],
    r"cairo": ["raster"],
    r"gdk-pixbuf/": ["raster"],
    r"poppler": ["raster"],
    r"unicode/(?:u[a-z]+|timezone|coll|normalizer2|brkiter|datefmt|smpdtfmt|locid|numfmt|dtptngn|translit|casemap|unistr|calendar|gregocal)\.h": ["unicode"],
    r"unistd\.h|fcntl\.h|sys/|pwd\.h|signal\.h": ["platform", "ui"],
}


def faults(root):
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        layer = path.relative_to(root / "src").parts[0]
        is_main = path.name == "main.cpp"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{path.relative_to(root)}:{number}"
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if found:
                quote, name = found.groups()
                first = name.split("/")[0]
                if quote == '"' and first in LAYERS:
                    if first != layer and first not in LAYERS[layer] and not is_main:
                        yield f"{where}: {layer} may not include {name}"
                elif quote == '"':
                    yield f"{where}: include from src/, as \"layer/file.h\", not {name}"
                else:
                    for pattern, owners in LIBRARIES.items():
                        if re.match(pattern, name) and layer not in owners:
                            yield f"{where}: {name} belongs to {', '.join(owners)}"
            if layer != "storage" and re.search(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\s', line):
                yield f"{where}: SQL outside storage"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    for fault in found:
        print(fault)
    files = len([p for p in pathlib.Path(sys.argv[1], "src").rglob("*") if p.suffix in (".h", ".cpp")])
    print(f"{files} files, {len(found)} faults")
    # No files would mean that the test looked in the wrong place.
    return 1 if found or files < 10 else 0


sys.exit(main())
