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
    return content::loadAtlases(shippedFolders(), problems).at(domain::BodyBuild::medium);
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

}  // namespace unknot::test
