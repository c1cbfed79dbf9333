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


def grids(path):
    rows = [json.loads(line) for line in open(path)]
    return {
        program: {
            key: statistics.median(row[key] for row in rows if row["program"] == program)
            for key in ("cold_longest_ms", "warm_longest_ms", "screenful_ms", "floor_ms")
        }
        for program in ("ahead", "in place")
    }


inside = medians(sys.argv[1])
start = starts(sys.argv[2])
grid = grids(sys.argv[3])
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
row("a screenful of the grid of movements, beside its bitmaps alone", grid["ahead"]["screenful_ms"], "ms", grid["ahead"]["floor_ms"])
row("longest wait while a cold grid of 60 is scrolled, beside drawing in place", grid["ahead"]["cold_longest_ms"], "ms",
    grid["in place"]["cold_longest_ms"], "16 ms")
row("longest wait while it is scrolled back", grid["ahead"]["warm_longest_ms"], "ms", None, "16 ms")
row("10,000 rows compared with 20,000 clients and each other", *inside["import, compare/iterations:1"])
pair("import, bring in", "the same brought in, in one commit", "5000 ms", "/iterations:1")
row("the same undone", *inside["import, undo/iterations:1"])

print("| what a user feels | median | floor in the same run | ratio | goal |\n|---|---|---|---|---|")
for line in rows:
    print("| " + " | ".join(line) + " |")
