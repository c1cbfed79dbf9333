#include "content/atlas_loader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "content/overlay.h"
#include "content/toml_file.h"

namespace unknot::content {
namespace {

using domain::BodyRegion;
using domain::BodyView;
using domain::FigureView;
using domain::RegionShape;
using domain::Side;

constexpr std::string_view kRegionsFile = "data/body/regions.toml";
constexpr std::string_view kFigureFile = "data/body/figure.toml";
constexpr double kFigureHeight = 1000;
constexpr double kEdgeWidth = 2.2;
constexpr double kDetailWidth = 1.7;

using RegionShapes = std::map<std::string, std::map<BodyView, RegionShape>, std::less<>>;

// What figure.toml holds: four views, the shapes of the left-sided regions, and how each view's other half
// mirrors.
struct Figure {
  std::vector<FigureView> views;
  RegionShapes leftShapes;  // by region base
  std::map<BodyView, core::Affine> mirrors;
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
  view.size = {table.number("width"), kFigureHeight};
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
    figure.mirrors[which] = {-1, 0, 0, 1, figure.views.back().size.width, 0};
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
  figure.views.push_back(
      mirroredView(BodyView::right, figure.views.back(), figure.mirrors.at(BodyView::left)));
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

// The first version of a file that `read` can use; faults of the others are reported.
template <class Reading>
auto firstUsable(const Folders& folders, std::string_view name, std::vector<Problem>& problems,
                 Reading&& read) -> std::optional<decltype(read(std::declval<FoundFile>()))> {
  const auto versions = versionsOf(folders, name);
  for (const auto& found : versions) {
    try {
      return read(found);
    } catch (const core::InputError& error) {
      problems.push_back(problemOf(error, found.shown));
    }
  }
  if (versions.empty())
    problems.push_back({std::string(name), 0, {"error.file.unreadable", {{"file", std::string(name)}}, {}}});
  return {};
}

}  // namespace

domain::BodyAtlas loadAtlas(const Folders& folders, std::vector<Problem>& problems) {
  auto regions = firstUsable(folders, kRegionsFile, problems,
                             [&](const FoundFile& found) { return readRegions(found, problems); });
  auto figure = firstUsable(folders, kFigureFile, problems,
                            [&](const FoundFile& found) { return readFigure(found, problems); });
  if (!regions || !figure) return {};

  const std::string name(kFigureFile);
  std::vector<BodyRegion> both;
  for (auto& region : *regions) {
    const auto shapes = figure->leftShapes.find(region.base);
    if (shapes == figure->leftShapes.end()) {
      problems.push_back({name, 0, {"error.drawing.undrawn", {{"file", name}, {"value", region.base}}, {}}});
      continue;
    }
    region.shapes = std::move(shapes->second);
    figure->leftShapes.erase(shapes);
    both.push_back(region);
    both.push_back(mirroredRegion(region, figure->mirrors));
  }
  for (const auto& [base, shapes] : figure->leftShapes)
    problems.push_back({name, 0, {"error.drawing.region", {{"file", name}, {"value", base}}, {}}});
  return domain::BodyAtlas(std::move(figure->views), std::move(both));
}

}  // namespace unknot::content
