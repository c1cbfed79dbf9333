"""Holds every JSON that unknot-cli prints to data/schema/, with a validator that is not ours, and shows that the schemas
would see an unknown field, a missing one and a wrong value."""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

root, cli = pathlib.Path(sys.argv[1]), sys.argv[2]
faults = []
seen = set()

validators = {}
for path in sorted((root / "data" / "schema").glob("*.schema.json")):
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    name = "unknot/" + path.name.removesuffix(".schema.json") + "/1"
    validators[name] = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def check(condition, what):
    if not condition:
        faults.append(what)


def objects(value):
    """Every object inside, the outermost first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from objects(child)


def hold(value, what):
    """The value passes; with a field more in any of its objects, or without its schema's name, it does not."""
    validator = validators.get(value.get("schema"))
    if validator is None:
        faults.append(f"{what}: no schema {value.get('schema')}")
        return
    seen.add(value["schema"])
    for error in validator.iter_errors(value):
        faults.append(f"{what}: {error.json_path}: {error.message[:200]}")
    count = len(list(objects(value)))
    for index in range(min(count, 40)):
        wrong = copy.deepcopy(value)
        list(objects(wrong))[index]["nonsense"] = 1
        check(not validator.is_valid(wrong), f"{what}: the schema lets an unknown field pass in object {index}")
    wrong = copy.deepcopy(value)
    del wrong["schema"]
    check(not validator.is_valid(wrong), f"{what}: the schema lets a missing “schema” pass")


def run(*words, expect=0):
    done = subprocess.run([cli, *map(str, words)], capture_output=True, env=environment, timeout=120)
    check(done.returncode == expect, f"{' '.join(map(str, words))}: exit {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def held(*words):
    text = run(*words, "--json")
    value = json.loads(text) if text else {}
    what = " ".join(map(str, words[:2]))
    for one in value if isinstance(value, list) else [value]:
        check("id" in one or one.get("schema") == "unknot/client-record/1", f"{what}: an object without id")
        hold(one, what)
    check(value != [], f"{what}: nothing to hold")
    return value


def write(name, value):
    hold(value, name)
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return folder / name


def fill(form, filled, values):
    """A form as another program fills it in: the values of its fields, and nothing else."""
    dump = json.loads(subprocess.run(["qpdf", "--json-output", "--json-stream-data=inline", str(form), "-"], capture_output=True, check=True).stdout)
    objects = dump["qpdf"][1]

    def name(key):
        value = objects[key]["value"]
        above = name("obj:" + value["/Parent"]) + "." if "/Parent" in value else ""
        return above + value["/T"][2:] if "/T" in value else above

    changed = {}
    for key, held in objects.items():
        value = held.get("value")
        if isinstance(value, dict) and "/T" in value and name(key) in values:
            text = values[name(key)]
            changed[key] = {"value": {**value, "/V": text if text.startswith("/") else "u:" + text}}
    check(len(changed) == len(values), f"{form}: fields are missing")
    update = {"qpdf": [dump["qpdf"][0], changed]}
    (form.parent / "update.json").write_text(json.dumps(update), encoding="utf-8")
    subprocess.run(["qpdf", str(form), "--update-from-json=" + str(form.parent / "update.json"), str(filled)], check=True)


CLIENT = {"schema": "unknot/client/1", "name": "Zoë Müller", "calledAs": "Zoë", "sortName": "Müller, Zoë", "pronouns": "she/her",
          "birthDate": "1980-02-29", "phone": "030 1234567", "email": "zoe@example.org", "address": "Beispielweg 1\n10115 Berlin",
          "occupation": "Geigerin", "emergencyContact": "Łukasz", "language": "de", "largePrint": True, "build": "broad", "about": "“山田さん”",
          "status": "active"}
SESSION = {"schema": "unknot/session/1", "serviceDate": "2026-03-02", "minutes": 60, "lesson": "Lesson 1", "kind": "hands-on",
           "theirWords": "Tight.", "postureAndGait": "Left hip hiked.", "work": "Side curl.", "response": "Lighter.", "nextTime": "Waist.",
           "findings": [{"region": "ql-l", "before": 3, "after": 0, "findings": ["C", "M", "N"], "techniques": ["MW", "KM", "AP"],
                         "note": "ticklish"}, {"region": "ql-r", "after": 1}],
           "measures": [{"instrument": "nprs-now", "value": 5}, {"instrument": "psfs", "item": "carry my child", "value": 4}],
           "sign": True}
PLAN = {"schema": "unknot/plan/1", "from": "2026-03-02", "reviewOn": "2026-03-23", "note": "Half the effort.",
        "items": [{"exercise": "arch-and-flatten", "side": "none", "repetitions": 8, "rounds": 1, "timesADay": 1, "minutes": 5,
                   "cue": "Let the breath do it."}, {"exercise": "side-curl"}]}
TEMPLATE = {"schema": "unknot/plan-template/1", "name": "First lesson", "weeks": 3, "grouped": True,
            "items": [{"exercise": "flower", "cue": "Like a yawn."}, {"exercise": "side-curl", "side": "left", "rounds": 2}]}
LOG = {"schema": "unknot/practice-log/1", "weekOf": "2026-03-02", "note": "Tuesday twice.",
       "grid": [{"exercise": "arch-and-flatten", "days": ["monday", "sunday"]}, {"exercise": "side-curl", "days": []}]}
INTAKE = {"schema": "unknot/intake/1", "questionnaire": "general/2", "takenOn": "2026-03-02",
          "answers": [{"question": "reason", "state": "answered", "values": ["My back"]}, {"question": "where", "state": "rather-tell"},
                      {"question": "conditions", "values": ["osteoporosis"]}]}

LETTER = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000052 00000 n 
0000000101 00000 n 
trailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
"""

# A value that our reader refuses, the schema refuses too: the file, the path to the value, the value.
WRONG = [(SESSION, ["findings", 0, "before"], 5), (SESSION, ["findings", 0, "before"], 2.5), (SESSION, ["findings", 0, "before"], None),
         (SESSION, ["findings", 0, "findings"], ["R"]), (SESSION, ["minutes"], 601), (SESSION, ["kind"], "massage"),
         (SESSION, ["serviceDate"], "02.03.2026"), (SESSION, ["serviceDate"], "2026-02-30"), (SESSION, ["sign"], "yes"),
         (SESSION, ["measures", 0, "instrument"], "vas"), (CLIENT, ["name"], 7), (CLIENT, ["name"], ""), (CLIENT, ["status"], "gone"),
         (CLIENT, ["largePrint"], 1), (PLAN, ["items", 0, "repetitions"], 0), (PLAN, ["items", 0, "side"], "up"), (PLAN, ["items"], []),
         (PLAN, ["items", 0, "cue"], 7), (TEMPLATE, ["items", 0, "reason"], "Agreed."), (TEMPLATE, ["weeks"], 5), (TEMPLATE, ["name"], ""), (LOG, ["grid", 0, "days"], ["mon"]), (LOG, ["fromMemory"], "often"), (LOG, ["grid"], []),
         (INTAKE, ["answers", 0, "state"], "maybe"), (INTAKE, ["answers", 0, "values"], "My back")]
COMMANDS = {"unknot/session/1": ("session", "add"), "unknot/plan/1": ("plan", "set"), "unknot/intake/1": ("intake", "add"),
            "unknot/practice-log/1": ("log", "add")}

with tempfile.TemporaryDirectory(prefix="unknot-schemas-") as temporary:
    folder = pathlib.Path(temporary)
    environment = {**os.environ, "UNKNOT_PASSWORD": "correct horse battery", "XDG_STATE_HOME": str(folder / "state"),
                   "XDG_CONFIG_HOME": str(folder / "config"), "UNKNOT_DATA_DIR": str(root)}
    environment.pop("UNKNOT_USER", None)
    first, second, demo = folder / "first", folder / "second", folder / "demo"
    held("init", first, "--name", "Example", "--practitioner", "Robin Example")
    held("init", second, "--name", "Other", "--practitioner", "Sam Example")
    client = held("client", "add", first, write("client.json", CLIENT))["id"]
    held("intake", "add", first, client, write("intake.json", INTAKE))
    held("intake", "show", first, client)
    hold(json.loads(run("flags", first, client, "--json")), "flags")
    held("flag", "close", first, client, "osteoporosis", "--as", "referred", "--who", "Dr Example", "--reason", "asked for limits")
    (folder / "letter.pdf").write_bytes(LETTER)
    letter = held("document", "add", first, client, folder / "letter.pdf", "--from", "Dr Example", "--dated", "2026-02-27", "--title", "Knee")["id"]
    held("flag", "close", first, client, "osteoporosis", "--as", "cleared", "--who", "Dr Example", "--document", letter)
    run("flag", "close", first, client, "osteoporosis", "--as", "cleared", "--who", "Dr Example", "--document", client, expect=1)
    hold(json.loads(run("flags", first, client, "--json")), "flags")
    held("document", "list", first, client)
    held("document", "get", first, letter, "-o", folder / "again.pdf")
    check((folder / "again.pdf").read_bytes() == LETTER, "document get: other bytes than were filed")
    held("session", "add", first, client, write("session.json", SESSION))
    held("plan", "set", first, client, write("plan.json", PLAN))
    held("plan", "keep", first, client, "--name", "As it is")
    held("template", "add", first, write("template.json", TEMPLATE))
    held("templates", first)
    held("plan", "apply", first, client, "First lesson")
    held("log", "add", first, client, write("log.json", LOG))
    held("log", "add", first, client, write("memory.json", {"schema": "unknot/practice-log/1", "weekOf": "2026-03-09", "fromMemory": "3-4"}))
    hold(json.loads(run("plan", "suggest", first, client, "--json")), "plan suggest")
    held("exercise", "show", "flower", "-o", folder / "flower.png")
    held("handout", first, client, "-o", folder / "handout.pdf")
    held("report", first, client, "-o", folder / "report.pdf")
    held("intake", "form", "-o", folder / "form.pdf", "--language", "de", "--paper", "letter")
    held("intake", "print", first, client, "-o", folder / "filled.pdf")
    fill(folder / "form.pdf", folder / "back.pdf", {"q.better-with.text": "Wärme", "q.getting-down.one": "/easily", "consent.hands-on.decision": "/accepted",
                                                    "q.pregnancy.one": "/nonsense"})
    for dry in (["--dry-run"], []):
        reading = json.loads(run("intake", "read", first, client, folder / "back.pdf", "--json", *dry))
        hold(reading, "intake read")
        check(len(reading["changes"]) == 2 and len(reading["remarks"]) == 1 and reading["consentsTicked"], f"intake read: {reading}")
    held("referral", first, client, "osteoporosis", "-o", folder / "letter.pdf", "--language", "fr")
    held("map", first, client, "-o", folder / "map.svg")
    held("clients", first)
    other = held("client", "add", first, write("other.json", {"schema": "unknot/client/1", "name": "Zoe Miller"}))["id"]
    held("session", "add", first, other, write("other-session.json", {**SESSION, "serviceDate": "2025-12-01"}))
    held("client", "merge", first, client, other)
    run("client", "merge", first, client, other, expect=1)
    check(len(held("clients", first, "miller")) == 1 and held("clients", first)[0]["sessionCount"] == 2, "client merge: not one in the list")
    together = run("show", first, other, "--json")
    hold(json.loads(together), "show of two charts")
    held("client", "separate", first, client, "miller")
    held("client", "merge", first, client, other)
    held("verify", first)
    held("regions")
    held("exercises")

    for file, path, value in WRONG:
        wrong = copy.deepcopy(file)
        inside = wrong
        for step in path[:-1]:
            inside = inside[step]
        inside[path[-1]] = value
        what = f"{file['schema']} {path} = {value!r}"
        check(not validators[file["schema"]].is_valid(wrong), f"{what}: the schema lets it pass")
        (folder / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
        if file in (CLIENT, TEMPLATE):
            run("client" if file is CLIENT else "template", "add", first, folder / "wrong.json", expect=1)
        else:
            run(*COMMANDS[file["schema"]], first, client, folder / "wrong.json", expect=1)

    shown = run("show", first, client, "--json")
    hold(json.loads(shown), "show")
    (folder / "record.json").write_text(shown, encoding="utf-8")
    held("import", second, folder / "record.json")
    check(run("show", second, client, "--json") == shown, "what was imported is not shown byte for byte")
    held("import", second, folder / "record.json")

    (folder / "list.csv").write_text("Name;Born;Email;Extra\nZoë Müller;29.02.1980;z@example.org;tea\nAnn Example;once;;\n;;;x\n",
                                     encoding="utf-8")
    (folder / "list.vcf").write_text("BEGIN:VCARD\nFN:Bo Sample\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Sample\nEND:VCARD\n", encoding="utf-8")
    hold(json.loads(run("import", "csv", first, folder / "list.csv", "--dry-run", "--json")), "import csv --dry-run")
    brought = held("import", "csv", first, folder / "list.csv")
    check(len(brought["doubles"]) == 1 and len(brought["refused"]) == 1 and len(brought["remarks"]) == 1, "import csv: not as expected")
    held("import", "vcard", first, folder / "list.vcf")
    bo = next(line["id"] for line in held("clients", first) if line["name"] == "Bo Sample")
    held("intake", "add", first, bo, folder / "intake.json")
    held("import", "undo", first, brought["id"])
    for line in held("import", "list", first):
        if "undoneAt" not in line:
            undone = held("import", "undo", first, line["id"])
            check(len(undone["recorded"]) == 1, "import undo: who has an intake does not stay")
    held("import", "list", first)

    held("demo", demo)
    environment["UNKNOT_PASSWORD"] = "demo"
    for line in held("clients", demo):
        hold(json.loads(run("show", demo, line["id"], "--json")), "show of the demo")

unused = {name for name in validators if not name.startswith("unknot/demo-")} - seen
check(not unused, f"schemas that nothing was held to: {sorted(unused)}")
for fault in faults:
    print(fault)
print(f"{len(seen)} schemas, {len(faults)} faults")
sys.exit(1 if faults else 0)
