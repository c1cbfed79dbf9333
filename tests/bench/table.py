"""Prints the measured medians beside their floors and goals, as a Markdown table."""
import json
import statistics
import sys


def medians(path):
    found = {}
    for run in json.load(open(path))["benchmarks"]:
        if run.get("aggregate_name") == "median":
            name = run["run_name"]
            found[name] = (run["real_time"], run["time_unit"])
    return found


def starts(path):
    rows = [json.loads(line) for line in open(path)]
    return {
        program: {
            key: statistics.median(row[key] for row in rows if row["program"] == program)
            for key in ("first_paint_ms", "resident_mb", "enter_to_painted_ms", "resident_after_mb")
        }
        for program in ("bare", "unknot")
    }


inside = medians(sys.argv[1])
start = starts(sys.argv[2])
rows = []


def row(what, value, unit, floor=None, goal=""):
    ratio = f"{value / floor:.2f}x" if floor else ""
    rows.append((what, f"{value:.2f} {unit}", f"{floor:.2f} {unit}" if floor else "", ratio, goal))


def pair(name, label, goal, suffix=""):
    value, unit = inside[f"{name}/unknot{suffix}"]
    floor = inside.get(f"{name}/floor{suffix}")
    row(label, value, unit, floor[0] if floor else None, goal)


pair("handout", "handout of 8 exercises", "40 ms, 1.3x of the replay")
value, unit = inside["handout/unknot"]
row("the same, beside a replay packed as quickly", value, unit, inside["handout/floor packed as quickly"][0])
row("suggestions from a map of 30 regions", *inside["suggestion"], None, "5 ms")
pair("body map, whole", "body map 1600x1000, whole", "1.3x of bare Cairo", "/1")
pair("body map, whole", "body map 1600x1000 at 2x, whole", "1.3x of bare Cairo", "/2")
pair("body map, one change", "body map, one change", "16 ms", "/1")
pair("body map, one change", "body map at 2x, one change", "10 ms", "/2")
pair("body map, hit test", "hit test", "20 us")
row("start to login painted", start["unknot"]["first_paint_ms"], "ms", start["bare"]["first_paint_ms"], "1.6x of a bare wx frame")
row("Enter to the first place painted", start["unknot"]["enter_to_painted_ms"], "ms", None, "key derivation + 100 ms")
row("resident at login", start["unknot"]["resident_mb"], "MB", start["bare"]["resident_mb"], "")
row("resident with the demo open", start["unknot"]["resident_after_mb"], "MB", start["bare"]["resident_mb"], "80 MB")
value, unit = inside["opening/open practice"]
derivation = inside["opening/key derivation"]
row("key derivation", *derivation)
row("open a practice of 100 sessions", value, unit, derivation[0])
pair("session, save 30 regions", "save a session of 30 regions", "1.3x of a bare commit")
pair("sessions, read 100", "read a chart of 100 sessions", "")
pair("session, open the fullest", "open a session of 90 regions, 40 points, 10,000 words", "60 ms")
pair("session, a key in a note", "a key in its notes, before it is painted", "1 ms")
pair("session, brush and tap", "a brush and a tap, before they are painted", "")
pair("session, a line of shorthand", "a line of shorthand, before it is painted", "")

print("| what a user feels | median | floor in the same run | ratio | goal |\n|---|---|---|---|---|")
for line in rows:
    print("| " + " | ".join(line) + " |")
