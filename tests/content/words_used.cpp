// Every sentence that the program asks for is in the catalogue, and gets the arguments that it names.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "domain/client.h"
#include "domain/document_record.h"
#include "domain/exercise.h"
#include "domain/exercise_plan.h"
#include "domain/measure.h"
#include "domain/practice.h"
#include "domain/session.h"
#include "scratch.h"

namespace unknot::content {
namespace {

namespace fs = std::filesystem;

const core::Words& english() {
  static const Content s_content = Content::load(tests::shippedFolders());
  return s_content.words("en");
}

struct Used {
  std::string id;
  std::string where;
};

// Literals that look like an id: a known first word, a dot, and more. "chart.kind." is the beginning of ids
// that the code puts together.
std::vector<Used> idsInSources() {
  std::set<std::string> tables;
  for (const auto& [id, entry] : english().entries()) tables.insert(id.substr(0, id.find('.')));
  static const std::regex kLiteral(R"re("([a-z][A-Za-z0-9]*)((?:\.[A-Za-z0-9-]+)+\.?|\.)")re");
  std::vector<Used> used;
  const fs::path root = fs::path(UNKNOT_SOURCE_DIR) / "src";
  for (const auto& file : fs::recursive_directory_iterator(root)) {
    if (file.path().extension() != ".cpp" && file.path().extension() != ".h") continue;
    std::ifstream in(file.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.find("#include") != std::string::npos) continue;
      for (std::sregex_iterator found(line.begin(), line.end(), kLiteral), end; found != end; ++found)
        if (tables.contains((*found)[1]))
          used.push_back({(*found)[1].str() + (*found)[2].str(),
                          fs::relative(file.path(), root).string() + ":" + std::to_string(number)});
    }
  }
  return used;
}

bool isKnown(const std::string& id) {
  // Helpers that throw take the id without its first word: refused("password.wrong").
  if (english().has(id) || english().has("error." + id)) return true;
  const std::string beginning = id.back() == '.' ? id : id + ".";
  const auto next = english().entries().lower_bound(beginning);
  return next != english().entries().end() && next->first.starts_with(beginning);
}

BOOST_AUTO_TEST_SUITE(WordsUsedTest)

BOOST_AUTO_TEST_CASE(EverySentenceTheProgramAsksForIsThere) {
  const auto used = idsInSources();
  BOOST_TEST(used.size() > 50U, "the sources were not found");
  for (const auto& [id, where] : used)
    BOOST_TEST(isKnown(id), where << ": no entry \"" << id << "\" in data/words.en.toml");
}

BOOST_AUTO_TEST_CASE(EveryWordOfTheDomainHasAName) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& table, std::string_view word) {
    ids.push_back(table + "." + std::string(word));
  };
  for (int level = domain::Tension::kLowest; level <= domain::Tension::kHighest; ++level)
    add("tension", std::to_string(level));
  for (const auto& instrument : domain::instruments()) add("measure", instrument.slug);
  using domain::Position;
  for (const auto position :
       {Position::lyingOnBack, Position::lyingOnFront, Position::lyingOnSide, Position::sittingOnFloor,
        Position::sittingOnChair, Position::standing, Position::allFours})
    add("position", domain::toString(position));
  using domain::SessionKind;
  for (const auto kind : {SessionKind::handsOn, SessionKind::call, SessionKind::message, SessionKind::noShow,
                          SessionKind::endedBeforeHandsOn, SessionKind::referred})
    add("sessionKind", domain::toString(kind));
  using domain::SignatureKind;
  for (const auto kind : domain::pointKinds()) add("point.kind", domain::toString(kind));
  for (const auto kind : {SignatureKind::signedAsIs, SignatureKind::laterNote, SignatureKind::enteredInError})
    add("signatureKind", domain::toString(kind));
  using domain::PlanSide;
  for (const auto side : {PlanSide::none, PlanSide::left, PlanSide::right, PlanSide::both})
    add("planSide", domain::toString(side));
  using domain::ClientStatus;
  for (const auto status : {ClientStatus::active, ClientStatus::paused, ClientStatus::ended})
    add("clientStatus", domain::toString(status));
  for (const auto build : {domain::BodyBuild::slender, domain::BodyBuild::medium, domain::BodyBuild::broad})
    add("bodyBuild", domain::toString(build));
  using domain::DocumentKind;
  for (const auto kind :
       {DocumentKind::handout, DocumentKind::report, DocumentKind::map, DocumentKind::session})
    add("documentKind", domain::toString(kind));
  for (const auto role :
       {domain::Role::owner, domain::Role::practitioner, domain::Role::assistant, domain::Role::auditor})
    add("role", domain::toString(role));
  const Content content = Content::load(tests::shippedFolders());
  for (const auto& exercise : content.exercises()) {
    for (const auto& pattern : exercise.patterns) add("pattern", pattern);
    for (const auto& movement : exercise.movements) add("movement", movement);
  }
  for (const auto& id : ids) BOOST_TEST(english().has(id), id);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content
