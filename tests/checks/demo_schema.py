"""Holds the demo's files to data/schema/ with a validator that is not ours, and shows that it would see a fault."""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

MOST_CONTROLS = 60  # a file: enough to meet each kind of object

root = pathlib.Path(sys.argv[1])
schemas = {}
for path in sorted((root / "data" / "schema").glob("demo-*.schema.json")):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas["unknot/" + path.name.removesuffix(".schema.json") + "/1"] = jsonschema.Draft202012Validator(schema)


def objects(value):
    """Every object of a file, in the file's order."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from objects(child)


faults = []
unseen = 0
files = sorted((root / "data" / "demo").glob("*.json"))
for path in files:
    document = json.loads(path.read_text(encoding="utf-8"))
    validator = schemas[document["schema"]]
    faults += [f"{path.name}: {e.json_path}: {e.message}" for e in validator.iter_errors(document)]
    # Negative control: an unknown field anywhere must be seen.
    for index in range(min(MOST_CONTROLS, len(list(objects(document))))):
        damaged = copy.deepcopy(document)
        list(objects(damaged))[index]["colour"] = "green"
        unseen += validator.is_valid(damaged)
for fault in faults:
    print(fault)
print(f"{len(files)} files, {len(faults)} faults, {unseen} planted faults unseen")
sys.exit(1 if faults or unseen or len(files) < 9 else 0)
