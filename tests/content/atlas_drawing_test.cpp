// The shipped drawing, in every build: regions tile the figure, stand where they belong, and leave room for a
// number; and the builds differ as bodies do.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "content/atlas_loader.h"
#include "scratch.h"

using namespace unknot;
using domain::BodyRegion;
using domain::BodyView;
using domain::Direction;
using domain::Polygons;
using domain::Side;

namespace {

constexpr std::array kBuilds{"slender", "medium", "broad"};
constexpr std::array kDirections{Direction::left, Direction::right, Direction::up, Direction::down};
// The narrowest white seam between two regions, in figure units.
constexpr double kSeam = 1.7;

const domain::BodyAtlas& shipped(std::string_view build) {
  static const auto atlases = [] {
    std::vector<content::Problem> problems;
    auto loaded = content::loadAtlases(tests::shippedFolders(), problems);
    BOOST_REQUIRE_EQUAL(problems.size(), 0u);
    BOOST_REQUIRE_EQUAL(loaded.builds().size(), 3u);
    return loaded;
  }();
  return atlases.of(domain::bodyBuildFrom(build));
}

struct Span {
  double from, to;
  double width() const { return to - from; }
  friend bool operator<(const Span& a, const Span& b) { return a.from < b.from; }
};

// What of a row lies inside closed polygons (winding not zero), from left to right.
std::vector<Span> spansAt(const Polygons& polygons, double y) {
  std::vector<std::pair<double, int>> crossings;
  for (const auto& polygon : polygons)
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
      const auto a = polygon[j];
      const auto b = polygon[i];
      if ((a.y <= y) == (b.y <= y)) continue;
      crossings.emplace_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), a.y <= y ? 1 : -1);
    }
  std::sort(crossings.begin(), crossings.end());
  std::vector<Span> spans;
  int winding = 0;
  for (const auto& [x, turn] : crossings) {
    if (winding == 0) spans.push_back({x, x});
    winding += turn;
    if (winding == 0) spans.back().to = x;
  }
  return spans;
}

std::vector<Span> without(const std::vector<Span>& whole, std::vector<Span> parts) {
  std::sort(parts.begin(), parts.end());
  std::vector<Span> rest;
  for (const auto& span : whole) {
    double at = span.from;
    for (const auto& part : parts) {
      if (part.to <= at || part.from >= span.to) continue;
      if (part.from > at) rest.push_back({at, part.from});
      at = std::max(at, part.to);
    }
    if (at < span.to) rest.push_back({at, span.to});
  }
  return rest;
}

struct Shape {
  const BodyRegion* region;
  core::Rect bounds;
  Polygons polygons;
};

std::vector<Shape> shapesOf(const domain::BodyAtlas& atlas, BodyView view) {
  std::vector<Shape> shapes;
  for (const auto& region : atlas.regions())
    if (const auto found = region.shapes.find(view); found != region.shapes.end())
      shapes.push_back({&region, found->second.path.bounds(), found->second.path.flattened(.05)});
  return shapes;
}

std::string where(BodyView view, core::Point p) {
  return std::string(domain::toString(view)) + " " + std::to_string(p.x) + ", " + std::to_string(p.y);
}

// How wide a build is drawn from the front, or deep from the side: the span at this height, counted from the
// left.
double widthAt(std::string_view build, BodyView view, double y, std::size_t span) {
  return spansAt(shipped(build).view(view)->outline.flattened(.05), y).at(span).width();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AtlasDrawing)

BOOST_DATA_TEST_CASE(NoGapIsWiderThanTheSeam, boost::unit_test::data::make(kBuilds), build) {
  const auto& atlas = shipped(build);
  for (const auto& view : atlas.views()) {
    const auto outline = view.outline.flattened(.05);
    const auto shapes = shapesOf(atlas, view.view);
    int rows = 0;
    for (double y = .5; y < view.size.height; y += 1) {
      std::vector<Span> covered;
      for (const auto& shape : shapes)
        if (y >= shape.bounds.y && y <= shape.bounds.bottom())
          for (const auto& span : spansAt(shape.polygons, y)) covered.push_back(span);
      const auto inside = spansAt(outline, y);
      rows += inside.empty() ? 0 : 1;
      for (const auto& gap : without(inside, covered))
        for (double x = gap.from + .05; x < gap.to; x += .2) {
          double least = 1e9;
          for (const auto& shape : shapes)
            if (shape.bounds.inflated(kSeam).contains({x, y}))
              least = std::min(least, domain::borderDistance(shape.polygons, {x, y}));
          BOOST_TEST(least <= kSeam / 2, where(view.view, {x, y}) << " is " << least << " from any region");
        }
    }
    BOOST_TEST(rows > 980);
  }
}

BOOST_DATA_TEST_CASE(NoTwoRegionsOverlap, boost::unit_test::data::make(kBuilds), build) {
  for (const auto& view : shipped(build).views()) {
    const auto shapes = shapesOf(shipped(build), view.view);
    for (double y = .5; y < view.size.height; y += 1) {
      std::vector<std::pair<Span, const Shape*>> spans;
      for (const auto& shape : shapes)
        if (y >= shape.bounds.y && y <= shape.bounds.bottom())
          for (const auto& span : spansAt(shape.polygons, y)) spans.emplace_back(span, &shape);
      for (const auto& [a, first] : spans)
        for (const auto& [b, second] : spans) {
          if (first >= second || a.to <= b.from || b.to <= a.from) continue;
          const core::Point middle{(std::max(a.from, b.from) + std::min(a.to, b.to)) / 2, y};
          const double depth = std::min(domain::borderDistance(first->polygons, middle),
                                        domain::borderDistance(second->polygons, middle));
          BOOST_TEST(depth < .15, where(view.view, middle)
                                      << " is in " << first->region->slug << " and " << second->region->slug);
        }
    }
  }
}

BOOST_DATA_TEST_CASE(EveryRegionLiesInsideTheOutline, boost::unit_test::data::make(kBuilds), build) {
  for (const auto& view : shipped(build).views()) {
    const auto outline = view.outline.flattened(.05);
    for (const auto& shape : shapesOf(shipped(build), view.view))
      for (const auto& polygon : shape.polygons)
        for (const auto p : polygon)
          BOOST_TEST((domain::isInside(outline, p) || domain::borderDistance(outline, p) < .25),
                     shape.region->slug << " " << where(view.view, p));
  }
}

BOOST_DATA_TEST_CASE(TheFigureFitsItsView, boost::unit_test::data::make(kBuilds), build) {
  for (const auto& view : shipped(build).views())
    for (const auto& polygon : view.outline.flattened(.05))
      for (const auto p : polygon)
        BOOST_TEST((p.x > 20 && p.x < view.size.width - 20 && p.y > 0 && p.y < 1000));
}

BOOST_DATA_TEST_CASE(ALabelHasTheRoomItSays, boost::unit_test::data::make(kBuilds), build) {
  const auto& atlas = shipped(build);
  for (const auto& view : atlas.views())
    for (const auto& shape : shapesOf(atlas, view.view)) {
      const auto& drawn = shape.region->shapes.at(view.view);
      const auto* hit = atlas.hit(view.view, drawn.label);
      BOOST_REQUIRE(hit);
      BOOST_TEST(hit->slug == shape.region->slug);
      BOOST_TEST(drawn.labelRadius > 4, shape.region->slug);
      BOOST_TEST(domain::borderDistance(shape.polygons, drawn.label) > drawn.labelRadius - .1,
                 shape.region->slug << " " << domain::toString(view.view));
    }
}

// Which views show what: f front, b back, s the side of its own. What lies on the front of the body is not
// drawn on its back.
BOOST_DATA_TEST_CASE(EveryRegionShowsInTheViewsThatSeeIt, boost::unit_test::data::make(kBuilds), build) {
  const std::map<std::string, std::string> seen{
      {"scalp", "fbs"},    {"temple", "fs"},    {"jaw", "fs"},        {"throat", "fs"},     {"scm", "fs"},
      {"scalene", "fs"},   {"subocc", "bs"},    {"para-c", "bs"},     {"trap-u", "fbs"},    {"trap-m", "bs"},
      {"trap-l", "b"},     {"rhomboid", "bs"},  {"rotcuff", "bs"},    {"delt", "fbs"},      {"pec", "fs"},
      {"lat", "bs"},       {"para-t", "bs"},    {"para-l", "bs"},     {"ql", "bs"},         {"ribs", "fs"},
      {"diaphragm", "fs"}, {"rectus-u", "fs"},  {"rectus-l", "fs"},   {"oblique", "fbs"},   {"hipflex", "fs"},
      {"tfl", "fs"},       {"glmed", "bs"},     {"glmax", "bs"},      {"rotators", "bs"},   {"sacrum", "bs"},
      {"adductor", "fb"},  {"quad", "fs"},      {"itb", "bs"},        {"ham", "bs"},        {"knee", "fbs"},
      {"shin", "fs"},      {"peroneal", "fbs"}, {"calf", "fbs"},      {"achilles", "bs"},   {"foot", "fbs"},
      {"biceps", "fs"},    {"triceps", "bs"},   {"forearm-f", "fbs"}, {"forearm-e", "fbs"}, {"hand", "fbs"}};
  for (const auto& region : shipped(build).regions()) {
    const auto side = region.side == Side::left ? BodyView::left : BodyView::right;
    std::string views;
    for (const auto view : region.views()) {
      BOOST_TEST((view == BodyView::front || view == BodyView::back || view == side), region.slug);
      views += view == BodyView::front ? "f" : view == BodyView::back ? "b" : "s";
    }
    BOOST_TEST(views == seen.at(region.base), region.slug);
  }
}

BOOST_DATA_TEST_CASE(FromTheFrontTheClientsLeftIsOnTheViewersRight, boost::unit_test::data::make(kBuilds),
                     build) {
  const auto& atlas = shipped(build);
  BOOST_TEST((atlas.view(BodyView::front)->viewerRight == Side::left));
  BOOST_TEST((atlas.view(BodyView::front)->viewerLeft == Side::right));
  BOOST_TEST((atlas.view(BodyView::back)->viewerRight == Side::right));
  BOOST_TEST((atlas.view(BodyView::back)->viewerLeft == Side::left));
  BOOST_TEST((atlas.view(BodyView::left)->viewerRight == Side::left));
  BOOST_TEST((atlas.view(BodyView::right)->viewerLeft == Side::right));
  for (const auto view : {BodyView::front, BodyView::back}) {
    const double middle = atlas.view(view)->size.width / 2;
    for (const auto& shape : shapesOf(atlas, view)) {
      const bool viewersRight = (shape.region->side == Side::left) == (view == BodyView::front);
      for (const auto& polygon : shape.polygons)
        for (const auto p : polygon)
          BOOST_TEST((viewersRight ? p.x > middle - .1 : p.x < middle + .1),
                     shape.region->slug << " " << where(view, p));
    }
  }
  // The left view faces the viewer's left, the right one the right: noses.
  const auto nose = [&](BodyView view) {
    const auto face = spansAt(atlas.view(view)->outline.flattened(.05), 90).at(0);
    const auto crown = spansAt(atlas.view(view)->outline.flattened(.05), 25).at(0);
    return (face.from + face.to - crown.from - crown.to) / 2;
  };
  BOOST_TEST(nose(BodyView::left) < -3);
  BOOST_TEST(nose(BodyView::right) > 3);
}

BOOST_DATA_TEST_CASE(ArrowKeysReachEveryRegionOfAView, boost::unit_test::data::make(kBuilds), build) {
  const auto& atlas = shipped(build);
  for (const auto& view : atlas.views()) {
    const auto shapes = shapesOf(atlas, view.view);
    int moves = 0, wayBack = 0;
    for (const auto& shape : shapes) {
      std::map<std::string, bool> reached{{shape.region->slug, true}};
      for (std::vector<const BodyRegion*> open{shape.region}; !open.empty();) {
        const auto* at = open.back();
        open.pop_back();
        for (const auto direction : kDirections)
          if (const auto* to = atlas.neighbour(view.view, *at, direction);
              to && reached.emplace(to->slug, true).second)
            open.push_back(to);
      }
      BOOST_TEST(reached.size() == shapes.size(), shape.region->slug);

      const std::array ways{core::Point{-1, 0}, core::Point{1, 0}, core::Point{0, -1}, core::Point{0, 1}};
      const std::array back{Direction::right, Direction::left, Direction::down, Direction::up};
      for (std::size_t i = 0; i < kDirections.size(); ++i) {
        const auto* to = atlas.neighbour(view.view, *shape.region, kDirections[i]);
        if (!to) continue;
        ++moves;
        wayBack += atlas.neighbour(view.view, *to, back[i]) == shape.region ? 1 : 0;
        const auto way = to->shapes.at(view.view).label - shape.region->shapes.at(view.view).label;
        BOOST_TEST(way.x * ways[i].x + way.y * ways[i].y > 2, shape.region->slug << " to " << to->slug);
      }
    }
    BOOST_TEST(wayBack > moves * .75, domain::toString(view.view) << ": " << wayBack << " of " << moves);
  }
}

BOOST_AUTO_TEST_CASE(ArrowKeysFollowTheBody) {
  const auto& atlas = shipped("medium");
  const auto step = [&](BodyView view, const char* from, Direction direction) {
    const auto* to = atlas.neighbour(view, *atlas.find(from), direction);
    return to ? to->slug : "none";
  };
  // Down the spine, over to the other side of it, and down the leg.
  BOOST_TEST(step(BodyView::back, "subocc-r", Direction::down) == "para-c-r");
  BOOST_TEST(step(BodyView::back, "para-c-r", Direction::down) == "para-t-r");
  BOOST_TEST(step(BodyView::back, "para-t-r", Direction::down) == "para-l-r");
  BOOST_TEST(step(BodyView::back, "para-l-r", Direction::down) == "sacrum-r");
  BOOST_TEST(step(BodyView::back, "para-l-r", Direction::left) == "para-l-l");
  BOOST_TEST(step(BodyView::back, "para-l-r", Direction::right) == "ql-r");
  BOOST_TEST(step(BodyView::back, "ham-l", Direction::down) == "knee-l");
  BOOST_TEST(step(BodyView::front, "pec-r", Direction::right) == "pec-l");
  BOOST_TEST(step(BodyView::front, "pec-l", Direction::right) == "delt-l");
  BOOST_TEST(step(BodyView::front, "quad-l", Direction::down) == "knee-l");
  BOOST_TEST(step(BodyView::left, "ribs-l", Direction::down) == "diaphragm-l");
  BOOST_TEST(step(BodyView::left, "diaphragm-l", Direction::down) == "oblique-l");
  BOOST_TEST(step(BodyView::front, "foot-l", Direction::down) == "none");
}

BOOST_AUTO_TEST_CASE(EveryBuildHasTheSameRegions) {
  const auto& medium = shipped("medium");
  for (const char* build : {"slender", "broad"}) {
    const auto& other = shipped(build);
    BOOST_REQUIRE_EQUAL(other.regions().size(), medium.regions().size());
    for (std::size_t i = 0; i < medium.regions().size(); ++i) {
      const auto& a = medium.regions()[i];
      const auto& b = other.regions()[i];
      BOOST_TEST((a.slug == b.slug && a.base == b.base && a.side == b.side && a.name == b.name));
      BOOST_TEST((a.anatomicalName == b.anatomicalName && a.code == b.code && a.aliases == b.aliases));
      BOOST_TEST((a.patterns == b.patterns && a.views() == b.views()));
    }
  }
}

// Widths against the medium figure. Head, hands and feet belong to the bones, and hardly change.
BOOST_AUTO_TEST_CASE(TheBuildsDifferAsBodiesDo) {
  struct Place {
    const char* name;
    BodyView view;
    double y;
    std::size_t span;
    double slenderFrom, slenderTo, broadFrom, broadTo;
  };
  const std::vector<Place> places{{"head", BodyView::front, 60, 0, .97, 1, 1, 1.05},
                                  {"head", BodyView::left, 60, 0, .97, 1, 1, 1.05},
                                  {"neck", BodyView::front, 148, 0, .88, .96, 1.08, 1.2},
                                  {"shoulders", BodyView::front, 230, 0, .9, .96, 1.05, 1.13},
                                  {"waist", BodyView::front, 394, 1, .8, .9, 1.2, 1.4},
                                  {"belly", BodyView::left, 420, 1, .8, .9, 1.25, 1.45},
                                  {"hips", BodyView::front, 500, 1, .85, .94, 1.12, 1.28},
                                  {"hips", BodyView::left, 502, 1, .83, .93, 1.12, 1.28},
                                  {"thigh", BodyView::front, 620, 0, .8, .93, 1.12, 1.28},
                                  {"thigh", BodyView::left, 620, 0, .8, .93, 1.12, 1.28},
                                  {"knee", BodyView::front, 715, 0, .9, .97, 1.04, 1.15},
                                  {"calf", BodyView::front, 790, 0, .82, .93, 1.1, 1.25},
                                  {"ankle", BodyView::front, 925, 0, .92, 1, 1, 1.1},
                                  {"foot", BodyView::front, 985, 0, .96, 1, 1, 1.05},
                                  {"foot", BodyView::left, 985, 0, .97, 1.01, .99, 1.03},
                                  {"upper arm", BodyView::front, 300, 0, .82, .93, 1.1, 1.25},
                                  {"hand", BodyView::front, 545, 0, .94, 1, 1, 1.06}};
  for (const auto& place : places) {
    const double medium = widthAt("medium", place.view, place.y, place.span);
    const double slender = widthAt("slender", place.view, place.y, place.span) / medium;
    const double broad = widthAt("broad", place.view, place.y, place.span) / medium;
    BOOST_TEST((slender >= place.slenderFrom && slender <= place.slenderTo), place.name << " " << slender);
    BOOST_TEST((broad >= place.broadFrom && broad <= place.broadTo), place.name << " " << broad);
  }
}

BOOST_DATA_TEST_CASE(ArmsAndLegsStayApart, boost::unit_test::data::make(kBuilds), build) {
  const auto outline = shipped(build).view(BodyView::front)->outline.flattened(.05);
  for (double y = 300; y < 560; y += 5) {
    const auto spans = spansAt(outline, y);
    BOOST_REQUIRE(spans.size() >= 3u);
    BOOST_TEST(spans[1].from - spans[0].to > (y < 340 ? 5 : 10), y);
  }
  for (double y = 620; y < 940; y += 5) {
    const auto spans = spansAt(outline, y);
    BOOST_REQUIRE_EQUAL(spans.size(), 2u);
    BOOST_TEST(spans[1].from - spans[0].to > 6, y);
  }
}

BOOST_AUTO_TEST_SUITE_END()
