// data/body/builds.toml: a practice's own, and broken ones.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "content/atlas_loader.h"
#include "content/builds_file.h"
#include "scratch.h"

using namespace unknot;
using domain::BodyBuild;
using domain::BodyView;

namespace {

std::string shippedText(const std::string& name) {
  std::ifstream stream(std::filesystem::path(UNKNOT_SOURCE_DIR) / "data/body" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

// The line, from 1, in which a text first stands.
int lineOf(const std::string& text, const std::string& what) {
  const auto at = text.find(what);
  BOOST_REQUIRE(at != std::string::npos);
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// The shipped data with a practice's own builds over it.
content::Folders withOwn(const tests::Scratch& scratch, const std::string& builds) {
  scratch.write("custom/data/body/builds.toml", builds);
  auto folders = tests::shippedFolders();
  folders.custom = scratch.root() / "custom";
  return folders;
}

double width(const domain::BodyAtlas& atlas) {
  return atlas.view(BodyView::front)->size.width;
}

const char* const kSmall = R"([medium]
upright = [[0, 6, 50, 80, 120]]
side = [[0, 30, 190, 250, 310]]
[slender]
upright = [[0, 1, 1, 1, 1]]
side = [[0, 1, 1, 1]]
[broad]
upright = [
  [0, 1, 1, 1, 1],
  [400, 1, 1.5, 1, 1],
]
side = [[0, 1, 1, 1]]
)";

struct Fault {
  const char* what;
  const char* with;
  int line;
  const char* id;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Builds)

BOOST_AUTO_TEST_CASE(TheMediumBuildIsTheDrawingAsItStands) {
  const auto content = content::Content::load(tests::shippedFolders());
  BOOST_TEST(&content.atlas() == &content.atlas(BodyBuild::medium));
  const auto& outline = content.atlas().view(BodyView::front)->outline;
  BOOST_TEST(shippedText("figure.toml").find("outline = \"" + outline.toString() + "\"") !=
             std::string::npos);
  BOOST_TEST(width(content.atlas(BodyBuild::slender)) < width(content.atlas()));
  BOOST_TEST(width(content.atlas(BodyBuild::broad)) > width(content.atlas()));
}

BOOST_AUTO_TEST_CASE(APracticesOwnBuildsWin) {
  const tests::Scratch scratch;
  std::vector<content::Problem> problems;
  const auto atlases = content::loadAtlases(withOwn(scratch, kSmall), problems);
  BOOST_TEST(problems.empty());
  BOOST_TEST(std::abs(width(atlases.of(BodyBuild::slender)) - width(atlases.of(BodyBuild::medium))) < 1e-6);
  BOOST_TEST(width(atlases.of(BodyBuild::broad)) > width(atlases.of(BodyBuild::medium)) + 20);
  BOOST_TEST(atlases.of(BodyBuild::broad).regions().size() == 90u);
}

BOOST_AUTO_TEST_CASE(AFaultIsNamedWithItsLineAndTheShippedBuildsAreUsed) {
  const std::vector<Fault> faults{{"[slender]", "[slender", 4, "error.file.syntax"},
                                  {"[400, 1, 1.5, 1, 1]", "[400, 1, 2.5, 1, 1]", 10, "error.file.type"},
                                  {"[400, 1, 1.5, 1, 1]", "[400, 1, 0, 1, 1]", 10, "error.file.type"},
                                  {"[400, 1, 1.5, 1, 1]", "[400, 1, 1.5, 1]", 10, "error.file.type"},
                                  {"[400, 1, 1.5, 1, 1]", "[0, 1, 1.5, 1, 1]", 10, "error.file.type"},
                                  {"[400, 1, 1.5, 1, 1]", "[1400, 1, 1.5, 1, 1]", 10, "error.file.type"},
                                  {"[0, 6, 50, 80, 120]", "[0, 6, 50, 50.5, 120]", 2, "error.file.type"},
                                  {"[0, 6, 50, 80, 120]", "[0, 0, 50, 80, 120]", 2, "error.file.type"},
                                  {"[[0, 30, 190, 250, 310]]", "[]", 3, "error.file.type"},
                                  {"[slender]\nupright", "[slender]\nuprigth", 4, "error.file.missing"},
                                  {"[slender]", "[thin]", 1, "error.file.missing"},
                                  {"side = [[0, 1, 1, 1]]\n[broad]",
                                   "side = [[0, 1, 1, 1]]\nhair = 1\n[broad]", 7, "error.file.unknown"}};
  for (const auto& fault : faults) BOOST_TEST_CONTEXT(fault.with) {
      const tests::Scratch scratch;
      std::vector<content::Problem> problems;
      const auto atlases =
          content::loadAtlases(withOwn(scratch, replaced(kSmall, fault.what, fault.with)), problems);
      BOOST_REQUIRE_EQUAL(problems.size(), 1u);
      BOOST_TEST(problems[0].file == "custom/data/body/builds.toml");
      BOOST_TEST(problems[0].line == fault.line);
      BOOST_TEST(problems[0].message.id == fault.id);
      BOOST_TEST(atlases.builds().size() == 3u);
      BOOST_TEST(width(atlases.of(BodyBuild::slender)) < width(atlases.of(BodyBuild::medium)));
    }
}

BOOST_AUTO_TEST_CASE(LinesThatMeetBetweenTheirRowsAreAFaultToo) {
  const tests::Scratch scratch;
  std::vector<content::Problem> problems;
  // Each row grows, but one line bends towards the other half-way.
  const auto text =
      replaced(kSmall, "[[0, 6, 50, 80, 120]]",
               "[[0, 6, 50, 80, 120], [10, 6, 50, 80, 120], [500, 6, 50, 51, 120], [990, 6, 50, 80, 120]]");
  BOOST_TEST(content::loadAtlases(withOwn(scratch, text), problems).builds().size() == 3u);
  BOOST_TEST(problems.empty());
  const auto narrow = replaced(text, "50, 51, 120", "50, 50.9, 120");
  content::loadAtlases(withOwn(scratch, narrow), problems);
  BOOST_REQUIRE_EQUAL(problems.size(), 1u);
  BOOST_TEST(tests::argOf(problems[0].message, "allowed").find("at height 5") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(WithoutBuildsEveryClientHasTheMediumFigure) {
  for (const bool broken : {true, false}) {
    const tests::Scratch scratch;
    for (const char* name : {"regions.toml", "figure.toml"})
      scratch.write(std::string("data/body/") + name, shippedText(name));
    if (broken) scratch.write("data/body/builds.toml", "[medium]\nupright = 3\n");
    const auto content = content::Content::load(scratch.folders());
    const auto problem = std::find_if(content.problems().begin(), content.problems().end(),
                                      [](const auto& p) { return p.file == "data/body/builds.toml"; });
    BOOST_REQUIRE(problem != content.problems().end());
    BOOST_TEST(problem->line == (broken ? 2 : 0));
    BOOST_TEST(&content.atlas(BodyBuild::slender) == &content.atlas());
    BOOST_TEST(&content.atlas(BodyBuild::broad) == &content.atlas());
    BOOST_TEST(content.atlas().regions().size() == 90u);
  }
}

// A region that can't be read is missing from every build, and the rest is drawn.
BOOST_AUTO_TEST_CASE(ABrokenRegionIsLeftOutOfEveryBuild) {
  const tests::Scratch scratch;
  scratch.write("custom/data/body/regions.toml",
                replaced(shippedText("regions.toml"), "slug = \"jaw\"", "slug = 1"));
  auto folders = tests::shippedFolders();
  folders.custom = scratch.root() / "custom";
  std::vector<content::Problem> problems;
  const auto atlases = content::loadAtlases(folders, problems);
  BOOST_REQUIRE(!problems.empty());
  BOOST_TEST(problems[0].line == lineOf(shippedText("regions.toml"), "slug = \"jaw\""));
  for (const auto build : atlases.builds()) BOOST_TEST(atlases.of(build).regions().size() == 88u);
}

// The only shape of a region is broken: it has no place in any build.
BOOST_AUTO_TEST_CASE(ARegionWithoutAnyShapeIsLeftOutOfEveryBuild) {
  const tests::Scratch scratch;
  const auto text = shippedText("figure.toml");
  const auto at = text.find("path = \"M", text.find("\ntrap-l = "));
  scratch.write("custom/data/body/figure.toml", std::string(text).replace(at, 9, "path = \"Q"));
  auto folders = tests::shippedFolders();
  folders.custom = scratch.root() / "custom";
  std::vector<content::Problem> problems;
  const auto atlases = content::loadAtlases(folders, problems);
  BOOST_REQUIRE_EQUAL(problems.size(), 2u);
  BOOST_TEST(problems[0].message.id == "error.drawing.path");
  BOOST_TEST(problems[0].line == lineOf(text, "\ntrap-l = ") + 1);
  BOOST_TEST(problems[1].message.id == "error.drawing.undrawn");
  BOOST_TEST(atlases.builds().size() == 3u);
  for (const auto build : atlases.builds()) BOOST_TEST(atlases.of(build).regions().size() == 88u);
}

// The figure's space is warped, so a point keeps its region wherever the build puts it.
BOOST_AUTO_TEST_CASE(EveryPointLiesInTheRegionItLayInBefore) {
  std::vector<content::Problem> problems;
  const auto atlases = content::loadAtlases(tests::shippedFolders(), problems);
  const auto path = tests::shippedFolders().data / "body/builds.toml";
  const auto builds = content::readBuilds({path, "data/body/builds.toml"});
  const auto& medium = atlases.of(BodyBuild::medium);
  for (const auto& [build, strips] : builds)
    for (const auto which : {BodyView::front, BodyView::back, BodyView::left}) {
      const auto& view = *medium.view(which);
      const domain::FigureWarp warp(view, which == BodyView::left
                                              ? strips.side
                                              : content::mirroredStrips(strips.upright, view.size.width / 2));
      int compared = 0;
      for (double y = 2; y < 1000; y += 7)
        for (double x = 1; x < view.size.width; x += 5) {
          // At a border either side is right.
          const auto* before = medium.hit(which, {x, y});
          const auto same = [&](double dx, double dy) {
            return medium.hit(which, {x + dx, y + dy}) == before;
          };
          if (!before || !same(1, 0) || !same(-1, 0) || !same(0, 1) || !same(0, -1)) continue;
          const auto* after = atlases.of(build).hit(which, warp.apply(core::Point{x, y}));
          BOOST_REQUIRE(after);
          BOOST_TEST(after->slug == before->slug);
          ++compared;
        }
      BOOST_TEST(compared > 1500);
    }
}

BOOST_AUTO_TEST_SUITE_END()
