// The shipped atlas and poses, and a map with invented values, for the drawing tests.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/atlas_loader.h"
#include "content/pose_loader.h"
#include "draw/body_map_figure.h"

namespace unknot::test {

inline content::Folders shippedFolders() {
  const std::filesystem::path source = UNKNOT_SOURCE_DIR;
  return {source / "data", source / "templates", {}};
}

inline const domain::BodyAtlas& shippedAtlas() {
  static const domain::BodyAtlas atlas = [] {
    std::vector<content::Problem> problems;
    return content::loadAtlases(shippedFolders(), problems).of(domain::BodyBuild::medium);
  }();
  return atlas;
}

inline const content::PoseFrames& shippedPoses() {
  static const content::PoseFrames poses = [] {
    std::vector<content::Problem> problems;
    return content::loadPoses(shippedFolders(), problems);
  }();
  return poses;
}

inline draw::BodyMapMarks inventedMarks() {
  const std::map<std::string, int> levels{
      {"trap-u-r", 4},   {"trap-u-l", 2},  {"scm-r", 3},      {"scm-l", 1},      {"jaw-r", 2},
      {"jaw-l", 2},      {"subocc-r", 3},  {"subocc-l", 2},   {"para-c-r", 2},   {"para-c-l", 1},
      {"trap-m-r", 3},   {"trap-m-l", 2},  {"trap-l-r", 1},   {"trap-l-l", 0},   {"rhomboid-r", 3},
      {"rhomboid-l", 1}, {"rotcuff-r", 2}, {"para-t-r", 2},   {"para-t-l", 2},   {"para-l-r", 4},
      {"para-l-l", 3},   {"lat-r", 2},     {"lat-l", 0},      {"ql-r", 4},       {"ql-l", 1},
      {"oblique-r", 3},  {"oblique-l", 0}, {"ribs-r", 2},     {"ribs-l", 0},     {"diaphragm-r", 3},
      {"pec-r", 2},      {"pec-l", 1},     {"rectus-u-r", 1}, {"rectus-u-l", 1}, {"rectus-l-r", 0},
      {"hipflex-r", 3},  {"hipflex-l", 1}, {"tfl-r", 3},      {"tfl-l", 0},      {"glmed-r", 4},
      {"glmed-l", 1},    {"glmax-r", 2},   {"glmax-l", 1},    {"sacrum-r", 1},   {"sacrum-l", 1},
      {"ham-r", 2},      {"ham-l", 2},     {"quad-r", 1},     {"quad-l", 0},     {"adductor-l", 3},
      {"biceps-l", 1},   {"triceps-r", 2}, {"calf-r", 2},     {"calf-l", 1},     {"shin-r", 0}};
  draw::BodyMapMarks marks;
  for (const auto& [slug, level] : levels) marks.tension.emplace(slug, domain::Tension(level));
  return marks;
}

// Every step of change, regions looked at only once, and most not at all.
inline draw::BodyMapMarks inventedChange() {
  const std::map<std::string, int> changes{
      {"trap-u-r", -2},  {"trap-u-l", -1},   {"scm-r", -1},     {"scm-l", 0},      {"jaw-r", -1},
      {"jaw-l", 0},      {"para-c-r", -1},   {"trap-m-r", -1},  {"trap-m-l", 0},   {"rhomboid-r", -2},
      {"para-t-r", -1},  {"para-t-l", 0},    {"para-l-r", -3},  {"para-l-l", -2},  {"lat-r", -1},
      {"lat-l", 1},      {"ql-r", -4},       {"ql-l", 1},       {"oblique-r", -3}, {"oblique-l", 2},
      {"ribs-r", -1},    {"diaphragm-r", 0}, {"pec-r", -2},     {"pec-l", 0},      {"rectus-u-r", 0},
      {"rectus-l-r", 3}, {"hipflex-r", -2},  {"hipflex-l", 1},  {"tfl-r", -1},     {"glmed-r", -4},
      {"glmed-l", 1},    {"glmax-r", 4},     {"glmax-l", -1},   {"sacrum-r", 0},   {"ham-r", -1},
      {"ham-l", 3},      {"quad-r", -1},     {"adductor-l", 4}, {"calf-r", 2},     {"calf-l", -3}};
  draw::BodyMapMarks marks;
  marks.picture = draw::MapPicture::change;
  for (const auto& [slug, change] : changes) marks.change.emplace(slug, change);
  marks.notCompared = {"quad-l",    "tfl-l",  "delt-r",    "subocc-r", "subocc-l",
                       "rotcuff-r", "shin-r", "triceps-l", "ribs-l",   "rectus-l-l"};
  return marks;
}

// One of each kind on every view, on levels and on hatching.
inline std::vector<domain::PointMark> inventedPoints() {
  using domain::BodyView;
  using domain::PointKind;
  return {{"trap-u-r", BodyView::back, PointKind::tender, 400, 500, 0, 0, ""},
          {"rhomboid-l", BodyView::back, PointKind::tender, 500, 300, 0, 0, ""},
          {"ql-r", BodyView::back, PointKind::ache, 500, 250, 0, 0, ""},
          {"glmax-r", BodyView::back, PointKind::radiating, 450, 350, 20, 330, ""},
          {"para-l-l", BodyView::back, PointKind::heat, 500, 300, 0, 0, ""},
          {"calf-l", BodyView::back, PointKind::numbness, 600, 400, 0, 0, ""},
          {"pec-l", BodyView::front, PointKind::scar, 700, 600, 0, 0, ""},
          {"pec-r", BodyView::front, PointKind::tender, 300, 300, 0, 0, ""},
          {"forearm-f-l", BodyView::front, PointKind::numbness, 500, 400, 0, 0, ""},
          {"knee-r", BodyView::front, PointKind::heat, 500, 400, 0, 0, ""},
          {"hipflex-r", BodyView::front, PointKind::radiating, 500, 400, -20, 120, ""},
          {"oblique-l", BodyView::front, PointKind::ache, 500, 600, 0, 0, ""},
          {"shin-l", BodyView::front, PointKind::scar, 500, 500, 0, 0, ""},
          {"delt-l", BodyView::left, PointKind::ache, 500, 600, 0, 0, ""},
          {"tfl-l", BodyView::left, PointKind::numbness, 500, 500, 0, 0, ""},
          {"oblique-r", BodyView::right, PointKind::scar, 500, 500, 0, 0, ""},
          {"glmed-r", BodyView::right, PointKind::radiating, 500, 500, 10, 280, ""},
          {"calf-r", BodyView::right, PointKind::heat, 500, 500, 0, 0, ""}};
}

}  // namespace unknot::test
