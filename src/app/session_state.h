// What the session screen shows: everything visible, comparable, without a window.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/flag_lines.h"
#include "core/message.h"
#include "domain/body_build.h"
#include "domain/session.h"
#include "draw/body_map_figure.h"

namespace unknot::app {

// The one true thing the screen says about saving.
struct SaveState {
  enum class Kind { nothingYet, saved, draftKept, unsaved, failed };
  Kind kind = Kind::nothingYet;
  std::string time;       // of saved, and with seconds of draftKept, in the practice's time zone
  core::Message problem;  // of failed
  friend bool operator==(const SaveState&, const SaveState&) = default;
};

enum class SessionText { lesson, theirWords, postureAndGait, work, response, nextTime, privateMemo };
std::string& textOf(domain::SessionContent& content, SessionText field);
const std::string& textOf(const domain::SessionContent& content, SessionText field);

enum class Finding { contracted, limited, noControl };
enum class Technique { meansWhereby, kineticMirroring, assistedPandiculation };

// What the map shows: one moment, both beside each other, or what changed from before to after.
enum class MapShow { before, after, sideBySide, difference };

// One line of the native list beside the map.
struct RegionRow {
  domain::RegionSlug region;
  std::string name;  // with its side
  std::optional<int> before, after, lastTime;
  domain::Findings findings;
  domain::Techniques techniques;
  std::string note;
  std::string shorthand;  // what can be typed to chart it again
  friend bool operator==(const RegionRow&, const RegionRow&) = default;
};

// A point mark in words, in the order of the content.
struct PointRow {
  domain::RegionSlug region;
  domain::PointKind kind = domain::PointKind::tender;
  std::string name;  // "Tender point, low back, side, left"
  std::string note;
  friend bool operator==(const PointRow&, const PointRow&) = default;
};

// A text that speaks of one side while the map holds the other.
struct SideDoubt {
  std::string key;  // stays the same while text and map do; dismissDoubt() takes it
  core::Message question;
  friend bool operator==(const SideDoubt&, const SideDoubt&) = default;
};

struct ShorthandIssue {
  core::Message problem;
  std::size_t place = 0;  // in characters of the line, 0 is before the first
  friend bool operator==(const ShorthandIssue&, const ShorthandIssue&) = default;
};

struct ShorthandSuggestion {
  std::string code;
  std::string name;  // without its side
  std::string anatomicalName;
};

struct RoomTimer {
  bool runs = false;
  std::string text;  // "0:42": hours and minutes since it was started
  friend bool operator==(const RoomTimer&, const RoomTimer&) = default;
};

struct SessionState {
  bool ready = false;  // false while it is being read
  std::string clientName;
  domain::BodyBuild build = domain::BodyBuild::medium;
  int number = 0;
  domain::SessionContent content;
  std::string serviceDate;                 // as shown
  std::optional<core::Message> dateIssue;  // of what was typed as its date
  std::string minutes;                     // "" when they were not noted
  std::optional<core::Message> minutesIssue;
  RoomTimer timer;
  std::optional<core::Message> entered;  // when it was first entered, where that is another day
  MapShow show = MapShow::before;
  domain::Moment moment = domain::Moment::before;  // which levels are set
  std::optional<int> brush;                        // the level a tap paints; none: a tap selects
  std::optional<domain::PointKind> tool;           // a tap puts such a point
  std::vector<domain::RegionSlug> selected;
  std::optional<std::size_t> selectedPoint;
  std::vector<RegionRow> rows;  // looked at, marked or selected; in the atlas's order
  std::vector<PointRow> points;
  int lookedAt = 0;
  int strong = 0;  // at 3 or more, at the moment shown
  draw::BodyMapMarks marks;
  draw::BodyMapMarks marksAfter;  // of the second map, side by side
  ClientFlags flags;              // as they stand today; none beside a signed session
  std::vector<SideDoubt> doubts;
  std::optional<ShorthandIssue> shorthandIssue;
  SaveState save;
  bool readOnly = false;  // signed
  bool inError = false;
  bool canUndo = false;
  bool canRedo = false;
  std::vector<core::Message> signatureLines;  // who signed what, when
  std::vector<core::Message> signingHints;
  std::optional<std::string>
      draftOffered;  // when it was kept: a draft newer than what is saved waits for an answer
  std::optional<core::Message> problem;  // of the last intent, shown in its line
};

}  // namespace unknot::app
