// The shipped pictures, the inheritance of frames, and what happens to a broken file.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "content/pose_loader.h"

using namespace unknot;

namespace {

const std::filesystem::path kSource = UNKNOT_SOURCE_DIR;

struct PoseFolder {
  std::filesystem::path root;
  explicit PoseFolder(const std::string& name)
      : root(std::filesystem::temp_directory_path() / ("unknot-poses-" + name)) {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root / "data/poses");
  }
  ~PoseFolder() { std::filesystem::remove_all(root); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root / "data/poses" / name, std::ios::binary) << text;
  }
  content::PoseFrames load(std::vector<content::Problem>& problems) const {
    return content::loadPoses({root / "data", root / "templates", {}}, problems);
  }
};

const std::string kStanding = R"([[frame]]
figure = "front"
view = [-2, 0, 2, 9]
pelvis = [0, 4]
right_arm = { target = [1, 2], shorten = [0.9, 1, 1] }
arrows = [{ line = [[0, 0], [1, 1]] }]
caption = "Breathe in"
breath = "in"
contact = [[0, 0], [1, 0.5]]
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(PoseLoader)

BOOST_AUTO_TEST_CASE(EveryShippedExerciseHasTwoToFourFrames) {
  std::vector<content::Problem> problems;
  const auto poses = content::loadPoses({kSource / "data", kSource / "templates", {}}, problems);
  for (const auto& problem : problems)
    BOOST_ERROR(problem.file << ":" << problem.line << " " << problem.message.id);
  for (const auto& [slug, frames] : poses) BOOST_TEST((frames.size() >= 2 && frames.size() <= 4), slug);
  for (const auto* slug :
       {"arch-and-flatten", "arch-and-curl", "back-lift", "diagonal-arch-and-curl", "side-curl", "washrag",
        "seated-twist", "flower", "leg-rotation", "seated-arch-and-round", "top-shelf-reach",
        "neck-side-with-shoulder", "look-behind", "soma-scan"})
    BOOST_TEST(poses.contains(slug), slug);
}

BOOST_AUTO_TEST_CASE(ALaterFrameStatesOnlyWhatChanges) {
  const PoseFolder folder("like");
  folder.write("x.toml", kStanding + R"([[frame]]
like = 1
chest_yaw = -30
right_arm = { angles = [10, 20] }
)");
  std::vector<content::Problem> problems;
  const auto poses = folder.load(problems);
  BOOST_REQUIRE(problems.empty());
  const auto& frames = poses.at("x");
  BOOST_REQUIRE_EQUAL(frames.size(), 2u);
  const auto& first = std::get<domain::FrontPose>(frames[0].figure);
  const auto& second = std::get<domain::FrontPose>(frames[1].figure);
  BOOST_TEST(first.rightArm.target.has_value());
  BOOST_TEST(!second.rightArm.target.has_value());  // new angles: it no longer reaches for a place
  BOOST_TEST(second.rightArm.proximal == 10);
  BOOST_TEST(second.rightArm.shorten[0] == .9);
  BOOST_TEST(second.chestYaw == -30);
  BOOST_TEST(second.pelvis.y == 4);
  BOOST_TEST(frames[0].arrows.size() == 1u);
  BOOST_TEST(frames[1].arrows.empty());
  BOOST_TEST(frames[0].caption == "Breathe in");
  BOOST_TEST(frames[1].caption.empty());
  BOOST_TEST(frames[1].view.width == 4);
  BOOST_TEST((frames[0].breath == domain::Breath::in));
  BOOST_TEST((frames[1].breath == domain::Breath::none));
  BOOST_REQUIRE_EQUAL(frames[0].contact.size(), 2u);
  BOOST_TEST(frames[0].contact[1].y == .5);
  BOOST_TEST(frames[1].contact.empty());
}

BOOST_AUTO_TEST_CASE(ABrokenFileIsReportedWithItsLineAndTheOthersLoad) {
  struct Case {
    const char* what;
    std::string text;
    const char* id;
    int line;
  };
  const std::vector<Case> cases{
      {"no toml", "[[frame]\n", "error.file.syntax", 1},
      {"no frames", "title = \"x\"\n", "error.drawing.frames", 1},
      {"misspelt", kStanding + "pelivs = [1, 2]\n", "error.file.unknown", 10},
      {"in a limb", kStanding + "left_leg = { angels = [1, 2] }\n", "error.file.unknown", 10},
      {"inherited", kStanding + "[[frame]]\nlike = 1\n\nneck = \"up\"\n", "error.file.type", 13},
      {"likes itself", kStanding + "[[frame]]\nlike = 2\n", "error.drawing.like", 11},
      {"shows nothing", "[[frame]]\nfigure = \"front\"\npelvis = [0, 0]\nview = [1, 1, 1, 2]\n",
       "error.drawing.empty", 4},
      {"too short a curve", kStanding + "[[frame]]\nlike = 1\narrows = [{ curve = [[0, 0], [1, 1]] }]\n",
       "error.drawing.points", 12},
      {"breathes sideways", kStanding + "[[frame]]\nlike = 1\nbreath = \"both\"\n", "error.file.choice", 12},
      {"breath is no text", kStanding + "[[frame]]\nlike = 1\nbreath = 1\n", "error.file.type", 12},
      {"contact is one point", kStanding + "[[frame]]\nlike = 1\ncontact = [0, 1]\n", "error.file.type", 12},
      {"contact in space", kStanding + "[[frame]]\nlike = 1\ncontact = [[0, 1, 2]]\n", "error.file.type", 12},
      {"contact is words", kStanding + "[[frame]]\nlike = 1\ncontact = [[\"floor\", 1]]\n", "error.file.type",
       12}};
  for (const auto& c : cases) {
    BOOST_TEST_CONTEXT(c.what) {
      const PoseFolder folder("broken");
      folder.write("broken.toml", c.text);
      folder.write("good.toml", kStanding);
      std::vector<content::Problem> problems;
      const auto poses = folder.load(problems);
      BOOST_TEST(poses.contains("good"));
      BOOST_TEST(!poses.contains("broken"));
      BOOST_REQUIRE_EQUAL(problems.size(), 1u);
      BOOST_TEST(problems[0].file == "data/poses/broken.toml");
      BOOST_TEST(problems[0].message.id == c.id);
      BOOST_TEST(problems[0].line == c.line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
