#include "content/atlas_loader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "content/builds_file.h"
#include "content/overlay.h"
#include "content/toml_file.h"
#include "domain/figure_warp.h"

namespace unknot::content {
namespace {

using domain::BodyBuild;
using domain::BodyRegion;
using domain::BodyView;
using domain::FigureView;
using domain::ReflexPattern;
using domain::RegionShape;
using domain::Side;

constexpr std::string_view kRegionsFile = "data/body/regions.toml";
constexpr std::string_view kFigureFile = "data/body/figure.toml";
constexpr std::string_view kBuildsFile = "data/body/builds.toml";
const std::vector<std::string> kPatterns = {"green", "red", "trauma", "twist"};
using Builds = std::map<BodyBuild, BuildStrips>;
constexpr double kEdgeWidth = 2.2;
constexpr double kDetailWidth = 1.7;

using RegionShapes = std::map<std::string, std::map<BodyView, RegionShape>, std::less<>>;

// What figure.toml holds: three views, and the shapes of the left-sided regions.
struct Figure {
  std::vector<FigureView> views;
  RegionShapes leftShapes;  // by region base
};

std::optional<Side> opposite(std::optional<Side> side) {
  if (!side) return side;
  return *side == Side::left ? Side::right : Side::left;
}

// Runs `read`; a fault in what is read is reported and left out.
template <class Reading>
void orReport(std::vector<Problem>& problems, std::string_view file, Reading&& read) {
  try {
    read();
  } catch (const core::InputError& error) {
    problems.push_back(problemOf(error, file));
  }
}

core::Path pathFrom(const TomlTable& table, std::string_view key, std::string_view text) {
  try {
    core::Path path = core::Path::parse(text);
    if (path.isEmpty()) throw table.fault("error.drawing.path", key, {{"place", "1"}});
    return path;
  } catch (const core::InputError& error) {
    if (error.message().id != "error.path") throw;
    throw table.fault("error.drawing.path", key, error.message().args);
  }
}

BodyRegion readRegion(TomlTable& table) {
  BodyRegion region;
  region.base = table.text("slug");
  region.slug = region.base + "-l";
  region.name = table.text("name");
  region.anatomicalName = table.text("anatomical");
  region.code = table.text("code");
  region.aliases = table.textsOrNone("aliases");
  for (const auto& word : table.someOf("patterns", kPatterns))
    region.patterns.push_back(domain::reflexPatternFrom(word));
  region.neutral = table.flagOr("neutral", false);
  region.traumaOnOtherSide = table.flagOr("trauma_on_other_side", false);
  if (region.traumaOnOtherSide && !region.countsTo(ReflexPattern::trauma))
    throw table.fault("error.file.type", "trauma_on_other_side",
                      {{"allowed", "true where “patterns” holds \"trauma\""}});
  region.everyday = table.textsOrNone("everyday");
  table.finish();
  return region;
}

// Left-sided, in the order of the file.
std::vector<BodyRegion> readRegions(const FoundFile& found, std::vector<Problem>& problems) {
  const TomlFile file(found);
  TomlTable root = file.root();
  std::vector<BodyRegion> regions;
  for (auto& table : root.tables("region"))
    orReport(problems, found.shown, [&] {
      BodyRegion region = readRegion(table);
      for (const auto& other : regions) {
        if (other.base == region.base)
          throw table.fault("error.file.twice", "slug", {{"value", region.base}});
        if (other.code == region.code)
          throw table.fault("error.file.twice", "code", {{"value", region.code}});
      }
      regions.push_back(std::move(region));
    });
  root.finish();
  return regions;
}

std::optional<Side> readSide(TomlTable& table, std::string_view key) {
  if (!table.has(key)) return {};
  return domain::sideFrom(table.oneOf(key, {"left", "right"}));
}

FigureView readView(BodyView which, TomlTable& table) {
  FigureView view;
  view.view = which;
  view.size = {table.number("width"), domain::kFigureHeight};
  if (view.size.width <= 0) throw table.fault("error.file.type", "width", {{"allowed", "> 0"}});
  view.outline = pathFrom(table, "outline", table.text("outline"));
  view.viewerLeft = readSide(table, "viewer_left");
  view.viewerRight = readSide(table, "viewer_right");
  for (const auto& text : table.textsOrNone("edges"))
    view.lines.push_back({pathFrom(table, "edges", text), kEdgeWidth, false});
  for (const auto& text : table.textsOrNone("details"))
    view.lines.push_back({pathFrom(table, "details", text), kDetailWidth, true});
  return view;
}

RegionShape readShape(TomlTable table) {
  const auto label = table.numbers("label", 3);
  RegionShape shape{pathFrom(table, "path", table.text("path")), {label[0], label[1]}, label[2]};
  table.finish();
  return shape;
}

FigureView mirroredView(BodyView which, const FigureView& source, const core::Affine& map) {
  FigureView view = source;
  view.view = which;
  view.outline = source.outline.transformed(map);
  for (auto& line : view.lines) line.path = line.path.transformed(map);
  view.viewerLeft = opposite(source.viewerRight);
  view.viewerRight = opposite(source.viewerLeft);
  return view;
}

Figure readFigure(const FoundFile& found, std::vector<Problem>& problems) {
  const TomlFile file(found);
  TomlTable root = file.root();
  Figure figure;
  for (const BodyView which : {BodyView::front, BodyView::back, BodyView::left}) {
    TomlTable table = root.table(domain::toString(which));
    figure.views.push_back(readView(which, table));
    TomlTable shapes = table.table("regions");
    for (const auto& base : shapes.keys())
      orReport(problems, found.shown,
               [&] { figure.leftShapes[base].emplace(which, readShape(shapes.table(base))); });
    table.finish();
  }
  TomlTable right = root.table("right");
  right.oneOf("mirrors", {"left"});
  right.finish();
  root.finish();
  return figure;
}

// The other side of a region: in its own half of front and back, and in the view of its own side.
BodyRegion mirroredRegion(const BodyRegion& left, const std::map<BodyView, core::Affine>& mirrors) {
  BodyRegion right = left;
  right.slug = left.base + "-r";
  right.side = Side::right;
  right.shapes.clear();
  for (const auto& [view, shape] : left.shapes) {
    const auto& map = mirrors.at(view);
    right.shapes.emplace(view == BodyView::left ? BodyView::right : view,
                         RegionShape{shape.path.transformed(map), map.apply(shape.label), shape.labelRadius});
  }
  return right;
}

// Regions without a drawing and drawings without a region are reported and left out.
void pairUp(std::vector<BodyRegion>& regions, Figure& figure, std::vector<Problem>& problems) {
  const std::string name(kFigureFile);
  std::erase_if(figure.leftShapes, [](const auto& shapes) { return shapes.second.empty(); });
  std::erase_if(regions, [&](const BodyRegion& region) {
    if (figure.leftShapes.contains(region.base)) return false;
    problems.push_back({name, 0, {"error.drawing.undrawn", {{"file", name}, {"value", region.base}}, {}}});
    return true;
  });
  std::erase_if(figure.leftShapes, [&](const auto& shapes) {
    const bool known = std::any_of(regions.begin(), regions.end(),
                                   [&](const BodyRegion& region) { return region.base == shapes.first; });
    if (!known)
      problems.push_back({name, 0, {"error.drawing.region", {{"file", name}, {"value", shapes.first}}, {}}});
    return !known;
  });
}

Figure reshaped(const Figure& figure, const BuildStrips& build) {
  Figure result;
  std::map<BodyView, domain::FigureWarp> warps;
  for (const auto& view : figure.views) {
    const domain::FigureStrips strips =
        view.view == BodyView::left ? build.side : mirroredStrips(build.upright, view.size.width / 2);
    const auto& warp = warps.emplace(view.view, domain::FigureWarp(view, strips)).first->second;
    result.views.push_back(warp.view());
  }
  for (const auto& [base, shapes] : figure.leftShapes)
    for (const auto& [view, shape] : shapes)
      result.leftShapes[base].emplace(view, warps.at(view).apply(shape));
  return result;
}

struct Drawn {
  std::vector<FigureView> views;
  std::vector<BodyRegion> regions;
};

// Both halves, and both sides.
Drawn drawn(const std::vector<BodyRegion>& leftRegions, const Figure& figure) {
  std::map<BodyView, core::Affine> mirrors;
  for (const auto& view : figure.views) mirrors[view.view] = {-1, 0, 0, 1, view.size.width, 0};
  Drawn result{figure.views, {}};
  for (const auto& view : figure.views)
    if (view.view == BodyView::left)
      result.views.push_back(mirroredView(BodyView::right, view, mirrors.at(BodyView::left)));
  for (BodyRegion region : leftRegions) {
    region.shapes = figure.leftShapes.find(region.base)->second;
    result.regions.push_back(region);
    result.regions.push_back(mirroredRegion(region, mirrors));
  }
  return result;
}

}  // namespace

Atlases loadAtlases(const Folders& folders, std::vector<Problem>& problems) {
  auto regions = firstUsable(folders, kRegionsFile, problems,
                             [&](const FoundFile& found) { return readRegions(found, problems); });
  auto figure = firstUsable(folders, kFigureFile, problems,
                            [&](const FoundFile& found) { return readFigure(found, problems); });
  if (!regions || !figure) return {};

  pairUp(*regions, *figure, problems);
  auto medium = drawn(*regions, *figure);
  auto builds = firstUsable(folders, kBuildsFile, problems, readBuilds).value_or(Builds{});
  std::vector<BodyBuild> others;
  for (const auto& build : builds) others.push_back(build.first);
  return {domain::BodyAtlas(std::move(medium.views), std::move(medium.regions)), others,
          [regions = std::move(*regions), figure = std::move(*figure), builds = std::move(builds)](
              const domain::BodyAtlas& atlas, BodyBuild build) {
            auto other = drawn(regions, reshaped(figure, builds.at(build)));
            return atlas.redrawn(std::move(other.views), std::move(other.regions));
          }};
}

}  // namespace unknot::content
