#include "content/builds_file.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content/toml_file.h"

namespace unknot::content {
namespace {

using domain::BodyBuild;
using domain::FigureStrips;
using domain::MonotoneCurve;

// Between these a build is a build, and not a slip of the pen.
constexpr double kLeastFactor = .5;
constexpr double kMostFactor = 2;
constexpr std::size_t kUprightStrips = 4;
constexpr std::size_t kSideStrips = 3;
constexpr std::size_t kSideStill = 2;  // the body's own axis

MonotoneCurve column(const std::vector<std::vector<double>>& rows, std::size_t at) {
  std::vector<core::Point> points;
  for (const auto& row : rows) points.push_back({row.front(), row[at]});
  return MonotoneCurve(std::move(points));
}

std::vector<MonotoneCurve> readColumns(TomlTable& table, std::string_view key, std::size_t count, double low,
                                       double high, const std::string& allowed) {
  const auto rows = table.numberRows(key, count + 1);
  if (rows.empty()) throw table.fault("error.file.type", key, {{"allowed", "one row or more"}});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto refuse = [&](const std::string& what) {
      return table.faultAt(table.lineOfRow(key, i), "error.file.type", key, {{"allowed", what}});
    };
    if (rows[i].front() < 0 || rows[i].front() > domain::kFigureHeight ||
        (i > 0 && rows[i].front() <= rows[i - 1].front()))
      throw refuse("heights from 0 to 1000, each below the one before");
    if (std::any_of(rows[i].begin() + 1, rows[i].end(), [&](double n) { return n < low || n > high; }))
      throw refuse(allowed);
  }
  std::vector<MonotoneCurve> columns;
  for (std::size_t at = 1; at <= count; ++at) columns.push_back(column(rows, at));
  return columns;
}

std::vector<MonotoneCurve> readLines(TomlTable& table, std::string_view key, std::size_t count, bool middle) {
  auto lines = readColumns(table, key, count, 0, 1000, "places from 0 to 1000");
  if (middle) lines.insert(lines.begin(), MonotoneCurve({{0, 0}}));
  if (const auto height = domain::narrowStrip({lines, {}, 0}, domain::kFigureHeight))
    throw table.fault("error.file.type", key,
                      {{"allowed", "in each row, places that grow by 1 or more (they don’t at height " +
                                       std::to_string(*height) + ")"}});
  return lines;
}

}  // namespace

std::map<BodyBuild, BuildStrips> readBuilds(const FoundFile& found) {
  const TomlFile file(found);
  TomlTable root = file.root();
  TomlTable lines = root.table("medium");
  const auto upright = readLines(lines, "upright", kUprightStrips, true);
  const auto side = readLines(lines, "side", kSideStrips + 1, false);
  std::map<BodyBuild, BuildStrips> builds;
  for (const BodyBuild build : {BodyBuild::slender, BodyBuild::broad}) {
    TomlTable table = root.table(domain::toString(build));
    const auto factors = [&](std::string_view key, std::size_t count) {
      return readColumns(table, key, count, kLeastFactor, kMostFactor, "factors from 0.5 to 2");
    };
    builds.emplace(build, BuildStrips{{upright, factors("upright", kUprightStrips), 0},
                                      {side, factors("side", kSideStrips), kSideStill}});
    table.finish();
  }
  lines.finish();
  root.finish();
  return builds;
}

FigureStrips mirroredStrips(const FigureStrips& half, double middle) {
  FigureStrips whole{{}, {}, half.lines.size() - 1};
  for (auto line = half.lines.rbegin(); line != half.lines.rend(); ++line)
    whole.lines.push_back(line->mapped(-1, middle));
  for (auto line = half.lines.begin() + 1; line != half.lines.end(); ++line)
    whole.lines.push_back(line->mapped(1, middle));
  whole.factors.assign(half.factors.rbegin(), half.factors.rend());
  whole.factors.insert(whole.factors.end(), half.factors.begin(), half.factors.end());
  return whole;
}

}  // namespace unknot::content
