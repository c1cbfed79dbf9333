#include "content/pose_loader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "content/overlay.h"
#include "content/toml_file.h"

namespace unknot::content {
namespace {

using domain::FrontPose;
using domain::LimbPose;
using domain::PoseArrow;
using domain::PoseFrame;
using domain::PoseProp;
using domain::SidePose;

constexpr std::size_t kMostFrames = 4;
constexpr std::string_view kExtension = ".toml";

const std::vector<std::string> kHands{"relaxed", "palm", "palm-", "back", "back-", "none"};
const std::vector<std::string> kParts{"legR", "legL", "torso", "head", "armR", "armL"};

// A second frame states only what changes: tables are laid over those of the frame it is like, lists
// replaced. A limb that is given new angles no longer reaches for a place, and the other way round.
void layOver(toml::table& base, const toml::table& changes) {
  if (changes.contains("angles")) base.erase("target");
  if (changes.contains("target")) base.erase("angles");
  for (const auto& [key, node] : changes) {
    auto* below = base.get_as<toml::table>(key.str());
    if (below && node.is_table())
      layOver(*below, *node.as_table());
    else
      base.insert_or_assign(key, node);
  }
}

core::Point pointOf(const std::vector<double>& numbers) {
  return {numbers[0], numbers[1]};
}

std::optional<core::Point> pointIf(TomlTable& table, std::string_view key) {
  if (!table.has(key)) return {};
  return pointOf(table.numbers(key, 2));
}

template <std::size_t N>
void readNumbers(TomlTable& table, std::string_view key, std::array<double, N>& into) {
  if (!table.has(key)) return;
  const auto numbers = table.numbers(key, N);
  std::copy(numbers.begin(), numbers.end(), into.begin());
}

LimbPose readLimb(std::optional<TomlTable> given) {
  LimbPose limb;
  if (!given) return limb;
  TomlTable& table = *given;
  std::array<double, 2> angles{limb.proximal, limb.distal};
  readNumbers(table, "angles", angles);
  limb.proximal = angles[0];
  limb.distal = angles[1];
  limb.target = pointIf(table, "target");
  limb.end = table.numberIf("end");
  limb.bend = table.numberOr("bend", limb.bend);
  readNumbers(table, "shorten", limb.shorten);
  if (table.has("hand")) limb.hand = table.oneOf("hand", kHands);
  limb.far = table.flagOr("far", limb.far);
  limb.knee = table.numberOr("knee", limb.knee);
  limb.thighFirst = table.flagOr("thigh_first", limb.thighFirst);
  table.finish();
  return limb;
}

SidePose readSide(TomlTable& table) {
  SidePose pose;
  pose.hip = pointOf(table.numbers("hip", 2));
  readNumbers(table, "spine", pose.spine);
  pose.neck = table.numberOr("neck", pose.neck);
  pose.head = table.numberOr("head", pose.head);
  pose.facesLeft = table.flagOr("faces_left", false);
  pose.eyesClosed = table.flagOr("eyes_closed", false);
  pose.nearLeg = readLimb(table.tableIf("near_leg"));
  pose.farLeg = readLimb(table.tableIf("far_leg"));
  pose.nearArm = readLimb(table.tableIf("near_arm"));
  pose.farArm = readLimb(table.tableIf("far_arm"));
  pose.headOverArm = table.flagOr("head_over_arm", false);
  pose.settle = table.numberIf("settle");
  if (auto face = table.tableIf("turned_face")) {
    SidePose::TurnedFace turned{pointOf(face->numbers("at", 2)), face->numberOr("up", 90),
                                face->numberOr("yaw", 0), pointIf(*face, "hand")};
    face->finish();
    pose.turnedFace = turned;
  }
  return pose;
}

FrontPose readFront(TomlTable& table) {
  FrontPose pose;
  pose.pelvis = pointOf(table.numbers("pelvis", 2));
  pose.tilt = table.numberOr("tilt", 0);
  pose.yaw = table.numberOr("yaw", 0);
  pose.chestTilt = table.numberOr("chest_tilt", 0);
  pose.chestYaw = table.numberOr("chest_yaw", 0);
  pose.shrugRight = table.numberOr("shrug_right", 0);
  pose.shrugLeft = table.numberOr("shrug_left", 0);
  readNumbers(table, "spine", pose.spine);
  pose.spineShorten = table.numberOr("spine_shorten", 1);
  pose.neck = table.numberOr("neck", 90);
  pose.neckShorten = table.numberOr("neck_shorten", 1);
  pose.head = table.numberOr("head", 90);
  pose.headYaw = table.numberOr("head_yaw", 0);
  pose.headPitch = table.numberOr("head_pitch", 0);
  pose.gaze = table.numberOr("gaze", 0);
  pose.eyesClosed = table.flagOr("eyes_closed", false);
  pose.seat = table.numberOr("seat", pose.seat);
  pose.rightLeg = readLimb(table.tableIf("right_leg"));
  pose.leftLeg = readLimb(table.tableIf("left_leg"));
  pose.rightArm = readLimb(table.tableIf("right_arm"));
  pose.leftArm = readLimb(table.tableIf("left_arm"));
  if (table.has("order")) pose.order = table.someOf("order", kParts);
  pose.shadow = table.flagOr("shadow", false);
  return pose;
}

struct PropKind {
  PoseProp::Kind kind;
  std::string name;
  std::vector<std::size_t> counts;  // of numbers it may have
  std::vector<double> usual;        // when none are given
};

const std::vector<PropKind>& propKinds() {
  using Kind = PoseProp::Kind;
  static const std::vector<PropKind> kinds{{Kind::mat, "mat", {2}, {}},
                                           {Kind::matFront, "mat_front", {4, 5}, {}},
                                           {Kind::matAbove, "mat_above", {4}, {}},
                                           {Kind::floor, "floor", {0, 4}, {0, 0, 1.25, .16}},
                                           {Kind::chair, "chair", {0}, {}},
                                           {Kind::chairFront, "chair_front", {0}, {}},
                                           {Kind::wall, "wall", {3}, {}},
                                           {Kind::shelf, "shelf", {2}, {}},
                                           {Kind::cushion, "cushion", {4}, {}}};
  return kinds;
}

PoseProp readProp(TomlTable& table) {
  std::vector<std::string> names;
  for (const auto& kind : propKinds()) names.push_back(kind.name);
  const auto name = table.oneOf("kind", names);
  for (const auto& kind : propKinds()) {
    if (kind.name != name) continue;
    std::vector<double> numbers = table.has("at") ? table.numbers("at") : std::vector<double>{};
    if (std::find(kind.counts.begin(), kind.counts.end(), numbers.size()) == kind.counts.end())
      throw table.fault("error.drawing.numbers", "at", {{"count", std::to_string(kind.counts.back())}});
    table.finish();
    if (numbers.empty()) numbers = kind.usual;
    return {kind.kind, numbers};
  }
  throw core::BugError("prop without a kind");
}

PoseArrow readArrow(TomlTable& table) {
  PoseArrow arrow;
  const auto points = [&](std::string_view key, std::size_t least) {
    for (const auto& row : table.numberRows(key, 2)) arrow.points.push_back(pointOf(row));
    if (arrow.points.size() < least)
      throw table.fault("error.drawing.points", key, {{"least", std::to_string(least)}});
  };
  if (table.has("curve")) {
    arrow.kind = PoseArrow::Kind::curve;
    points("curve", 3);
  } else if (table.has("centre")) {
    arrow.kind = PoseArrow::Kind::arc;
    arrow.points.push_back(pointOf(table.numbers("centre", 2)));
    arrow.radius = table.number("radius");
    arrow.radiusY = table.numberIf("radius_y");
    arrow.from = table.number("from");
    arrow.to = table.number("to");
    if (arrow.radius <= 0) throw table.fault("error.file.type", "radius", {{"allowed", "> 0"}});
  } else {
    points("line", 2);
  }
  table.finish();
  return arrow;
}

domain::Breath readBreath(TomlTable& table) {
  if (!table.has("breath")) return domain::Breath::none;
  return table.oneOf("breath", {"in", "out"}) == "in" ? domain::Breath::in : domain::Breath::out;
}

PoseFrame readFrame(TomlTable& table) {
  PoseFrame frame;
  if (table.oneOf("figure", {"side", "front"}) == "side")
    frame.figure = readSide(table);
  else
    frame.figure = readFront(table);
  for (auto& prop : table.tables("props")) frame.props.push_back(readProp(prop));
  for (auto& arrow : table.tables("arrows")) frame.arrows.push_back(readArrow(arrow));
  const auto view = table.numbers("view", 4);
  frame.view = {view[0], view[1], view[2] - view[0], view[3] - view[1]};
  if (frame.view.isEmpty()) throw table.fault("error.drawing.empty", "view");
  frame.turn = table.numberOr("turn", 0);
  frame.mirrored = table.flagOr("mirrored", false);
  frame.gap = table.flagOr("gap", false);
  frame.breath = readBreath(table);
  if (table.has("contact"))
    for (const auto& row : table.numberRows("contact", 2)) frame.contact.push_back(pointOf(row));
  frame.caption = table.textOr("caption");
  table.finish();
  return frame;
}

// A frame as it stands in the file, and with what it takes over from an earlier one.
struct WrittenFrame {
  const toml::table* written;
  std::optional<std::size_t> like;
  toml::table whole;
};

std::vector<WrittenFrame> readWritten(std::vector<TomlTable>& tables, const toml::array& items) {
  std::vector<WrittenFrame> frames;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const toml::table& written = *items[i].as_table();
    WrittenFrame frame{&written, {}, written};
    if (tables[i].has("like")) {
      const auto like = static_cast<std::size_t>(tables[i].whole("like", 1, static_cast<long>(kMostFrames)));
      if (like > i) throw tables[i].fault("error.drawing.like", "like");
      frame.like = like - 1;
      toml::table base = frames[like - 1].whole;
      // What belongs to one frame only.
      for (const auto* key : {"caption", "arrows", "breath", "contact"}) base.erase(key);
      frame.whole.erase("like");
      layOver(base, frame.whole);
      frame.whole = std::move(base);
    }
    frames.push_back(std::move(frame));
  }
  return frames;
}

// The line of a key, or of the nearest table around it, in the frame that wrote it.
unsigned lineOfKey(std::string key, const std::vector<WrittenFrame>& frames, std::size_t frame) {
  while (!key.empty()) {
    for (std::optional<std::size_t> at = frame; at; at = frames[*at].like)
      if (const auto node = frames[*at].written->at_path(key)) return node.node()->source().begin.line;
    const auto dot = key.rfind('.');
    key.erase(dot == std::string::npos ? 0 : dot);
  }
  return frames[frame].written->source().begin.line;
}

// Copies of TOML values have forgotten their lines: the line of the key the fault is about, in the frame that
// wrote it.
core::InputError withLine(const core::InputError& error, const std::vector<WrittenFrame>& frames,
                          std::size_t frame) {
  core::Message message = error.message();
  std::string key;
  for (const auto& arg : message.args)
    if (arg.name == "key") key = arg.value;
  if (key.starts_with("frame.")) key.erase(0, std::string_view("frame.").size());
  const unsigned line = lineOfKey(key, frames, frame);
  for (auto& arg : message.args)
    if (arg.name == "line") arg.value = std::to_string(line);
  return core::InputError(std::move(message));
}

std::vector<PoseFrame> readPoses(const FoundFile& found) {
  const TomlFile file(found);
  TomlTable root = file.root();
  auto tables = root.tables("frame");
  if (tables.empty() || tables.size() > kMostFrames) throw root.fault("error.drawing.frames", "frame");
  const auto written = readWritten(tables, *root.raw("frame")->as_array());
  root.finish();
  std::vector<PoseFrame> frames;
  for (std::size_t i = 0; i < written.size(); ++i) {
    TomlTable table(written[i].whole, found.shown, "frame");
    try {
      frames.push_back(readFrame(table));
    } catch (const core::InputError& error) {
      throw withLine(error, written, i);
    }
  }
  return frames;
}

}  // namespace

PoseFrames loadPoses(const Folders& folders, std::vector<Problem>& problems) {
  PoseFrames poses;
  for (const auto& name : namesIn(folders, "data/poses", kExtension)) {
    const std::string slug = name.substr(0, name.size() - kExtension.size());
    for (const auto& found : versionsOf(folders, "data/poses/" + name)) {
      try {
        poses.emplace(slug, readPoses(found));
        break;
      } catch (const core::InputError& error) {
        problems.push_back(problemOf(error, found.shown));
      }
    }
  }
  return poses;
}

}  // namespace unknot::content
