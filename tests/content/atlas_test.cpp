// The shipped body atlas, and what happens to a broken one.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "content/atlas_loader.h"

using namespace unknot;
using domain::BodyView;
using domain::Side;

namespace {

const std::filesystem::path kSource = UNKNOT_SOURCE_DIR;

const domain::BodyAtlas& shipped() {
  static const domain::BodyAtlas atlas = [] {
    std::vector<content::Problem> problems;
    auto loaded = content::loadAtlas({kSource / "data", kSource / "templates", {}}, problems);
    BOOST_REQUIRE_EQUAL(problems.size(), 0u);
    return loaded;
  }();
  return atlas;
}

bool inside(const std::vector<std::vector<core::Point>>& polygons, core::Point p) {
  int winding = 0;
  for (const auto& polygon : polygons)
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
      const auto a = polygon[j];
      const auto b = polygon[i];
      const double turn = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
      if (a.y <= p.y && b.y > p.y && turn > 0) ++winding;
      if (a.y > p.y && b.y <= p.y && turn < 0) --winding;
    }
  return winding != 0;
}

// A practice's own folder with changed files in it; removed afterwards.
struct CustomFolder {
  std::filesystem::path root;
  explicit CustomFolder(const std::string& name)
      : root(std::filesystem::temp_directory_path() / ("unknot-atlas-" + name)) {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root / "data/body");
  }
  ~CustomFolder() { std::filesystem::remove_all(root); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root / "data/body" / name, std::ios::binary) << text;
  }
  content::Folders folders() const { return {kSource / "data", kSource / "templates", root}; }
};

std::string shippedText(const std::string& name) {
  std::ifstream stream(kSource / "data/body" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(AtlasLoader)

BOOST_AUTO_TEST_CASE(ThereAreNinetyRegionsInMirroredPairs) {
  const auto& atlas = shipped();
  BOOST_TEST(atlas.regions().size() == 90u);
  BOOST_TEST(atlas.views().size() == 4u);
  std::set<std::string> slugs, names;
  for (const auto& region : atlas.regions()) {
    BOOST_TEST(slugs.insert(region.slug).second);
    BOOST_TEST(!region.shapes.empty(), region.slug);
    BOOST_TEST(region.slug == region.base + (region.side == Side::left ? "-l" : "-r"));
    const auto* mirror = atlas.mirror(region);
    BOOST_REQUIRE(mirror);
    BOOST_TEST(mirror->name == region.name);
    BOOST_TEST(mirror->shapes.size() == region.shapes.size());
    if (region.side == Side::left) BOOST_TEST(names.insert(region.name).second, region.name);
  }
}

// Charts are kept by these slugs: one that was published never vanishes.
BOOST_AUTO_TEST_CASE(PublishedSlugsAreThere) {
  for (const auto* base :
       {"scalp",   "temple",  "jaw",       "throat",    "scm",       "scalene",  "subocc",   "para-c",
        "trap-u",  "trap-m",  "trap-l",    "rhomboid",  "rotcuff",   "delt",     "pec",      "lat",
        "para-t",  "para-l",  "ql",        "ribs",      "diaphragm", "rectus-u", "rectus-l", "oblique",
        "hipflex", "tfl",     "glmed",     "glmax",     "rotators",  "sacrum",   "adductor", "quad",
        "itb",     "ham",     "knee",      "shin",      "peroneal",  "calf",     "achilles", "foot",
        "biceps",  "triceps", "forearm-f", "forearm-e", "hand"}) {
    BOOST_TEST(shipped().find(std::string(base) + "-l"), base);
    BOOST_TEST(shipped().find(std::string(base) + "-r"), base);
  }
}

BOOST_AUTO_TEST_CASE(RegionsHavePlainAndAnatomicalNames) {
  const auto& ql = shipped().require("region", "ql-l");
  BOOST_TEST(ql.name == "Low back, side");
  BOOST_TEST(ql.anatomicalName == "Quadratus lumborum");
  BOOST_TEST(ql.code == "QL");
}

BOOST_AUTO_TEST_CASE(ARegionAlsoHasTheEverydayWordsThatMayMeanItOnBothSides) {
  for (const auto* slug : {"ql-l", "ql-r"}) {
    const auto& words = shipped().require("region", slug).everyday;
    BOOST_TEST((std::find(words.begin(), words.end(), "low back") != words.end()), slug);
  }
}

BOOST_AUTO_TEST_CASE(ASideViewShowsOnlyItsOwnSide) {
  for (const auto& region : shipped().regions()) {
    if (region.shapes.contains(BodyView::left)) BOOST_TEST((region.side == Side::left), region.slug);
    if (region.shapes.contains(BodyView::right)) BOOST_TEST((region.side == Side::right), region.slug);
  }
}

BOOST_AUTO_TEST_CASE(FromTheFrontTheClientsLeftIsOnTheViewersRight) {
  const auto& atlas = shipped();
  BOOST_TEST((atlas.view(BodyView::front)->viewerRight == Side::left));
  BOOST_TEST((atlas.view(BodyView::front)->viewerLeft == Side::right));
  BOOST_TEST((atlas.view(BodyView::back)->viewerRight == Side::right));
  BOOST_TEST((atlas.view(BodyView::back)->viewerLeft == Side::left));
  BOOST_TEST((atlas.view(BodyView::left)->viewerRight == Side::left));
  BOOST_TEST((atlas.view(BodyView::right)->viewerLeft == Side::right));
  for (const auto& region : atlas.regions())
    for (const auto& [view, shape] : region.shapes) {
      if (view != BodyView::front && view != BodyView::back) continue;
      const bool viewersRight = shape.label.x > atlas.view(view)->size.width / 2;
      BOOST_TEST(viewersRight == ((region.side == Side::left) == (view == BodyView::front)), region.slug);
    }
}

BOOST_AUTO_TEST_CASE(EveryLabelPointHitsItsRegion) {
  for (const auto& region : shipped().regions())
    for (const auto& [view, shape] : region.shapes) {
      const auto* hit = shipped().hit(view, shape.label);
      BOOST_REQUIRE(hit);
      BOOST_TEST(hit->slug == region.slug);
      BOOST_TEST(shape.labelRadius > 3);
    }
}

BOOST_AUTO_TEST_CASE(RegionsTileTheFigureWithoutOverlap) {
  for (const auto& view : shipped().views()) {
    const auto outline = view.outline.flattened(.1);
    std::vector<std::vector<std::vector<core::Point>>> shapes;
    for (const auto& region : shipped().regions())
      if (const auto found = region.shapes.find(view.view); found != region.shapes.end())
        shapes.push_back(found->second.path.flattened(.1));
    int samples = 0, uncovered = 0, doubled = 0;
    for (double y = 1.3; y < view.size.height; y += 4)
      for (double x = 1.7; x < view.size.width; x += 4) {
        if (!inside(outline, {x, y})) continue;
        ++samples;
        const auto count = std::count_if(shapes.begin(), shapes.end(), [&](const auto& s) {
          return inside(s, {x, y});
        });
        uncovered += count == 0;
        doubled += count > 1;
      }
    BOOST_TEST(samples > 5000);
    BOOST_TEST(uncovered < samples * .005, domain::toString(view.view)
                                               << ": " << uncovered << " of " << samples);
    BOOST_TEST(doubled < samples * .005, domain::toString(view.view) << ": " << doubled << " of " << samples);
  }
}

BOOST_AUTO_TEST_CASE(ABrokenPathLeavesOneRegionOutAndSaysWhere) {
  const CustomFolder custom("path");
  custom.write("figure.toml",
               replaced(shippedText("figure.toml"), "scalp = { label = [241.1, 35.8, 18.2], path = \"M",
                        "scalp = { label = [241.1, 35.8, 18.2], path = \"Q"));
  std::vector<content::Problem> problems;
  const auto atlas = content::loadAtlas(custom.folders(), problems);
  BOOST_REQUIRE_EQUAL(problems.size(), 1u);
  BOOST_TEST(problems[0].file == "custom/data/body/figure.toml");
  BOOST_TEST(problems[0].line > 8);
  BOOST_TEST(problems[0].message.id == "error.drawing.path");
  BOOST_TEST(atlas.regions().size() == 90u);
  BOOST_TEST(!atlas.find("scalp-l")->shapes.contains(BodyView::front));
  BOOST_TEST(!atlas.find("scalp-r")->shapes.contains(BodyView::front));
}

BOOST_AUTO_TEST_CASE(ABrokenOwnFileIsReportedAndTheShippedOneUsed) {
  const CustomFolder custom("syntax");
  custom.write("regions.toml", "[[region]\nslug = 1\n");
  std::vector<content::Problem> problems;
  const auto atlas = content::loadAtlas(custom.folders(), problems);
  BOOST_REQUIRE_EQUAL(problems.size(), 1u);
  BOOST_TEST(problems[0].line == 1);
  BOOST_TEST(atlas.regions().size() == 90u);
}

BOOST_AUTO_TEST_CASE(AMisspeltFieldIsAFaultOfThatRegionOnly) {
  const CustomFolder custom("field");
  custom.write("regions.toml", replaced(shippedText("regions.toml"), "anatomical =", "anatomic ="));
  std::vector<content::Problem> problems;
  const auto atlas = content::loadAtlas(custom.folders(), problems);
  BOOST_REQUIRE(!problems.empty());
  BOOST_TEST(problems[0].line > 1);
  BOOST_TEST(atlas.regions().size() == 88u);
}

BOOST_AUTO_TEST_CASE(EverydayWordsThatAreNoListAreAFaultOfThatRegionWithItsLine) {
  const CustomFolder custom("everyday");
  const std::string text = shippedText("regions.toml");
  const std::string wrong = replaced(text, "everyday = [\"temple\"]", "everyday = \"temple\"");
  custom.write("regions.toml", wrong);
  std::vector<content::Problem> problems;
  const auto atlas = content::loadAtlas(custom.folders(), problems);
  BOOST_REQUIRE(!problems.empty());
  BOOST_TEST(problems[0].file == "custom/data/body/regions.toml");
  const auto before = wrong.substr(0, wrong.find("everyday = \"temple\""));
  BOOST_TEST(problems[0].line == 1 + std::count(before.begin(), before.end(), '\n'));
  BOOST_TEST(atlas.find("temple-l") == nullptr);
  BOOST_TEST(atlas.find("jaw-l") != nullptr);
}

BOOST_AUTO_TEST_CASE(WithoutFilesTheAtlasIsEmptyAndThatIsSaid) {
  std::vector<content::Problem> problems;
  const auto atlas = content::loadAtlas({kSource / "nowhere", kSource / "nowhere", {}}, problems);
  BOOST_TEST(atlas.regions().empty());
  BOOST_TEST(problems.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
