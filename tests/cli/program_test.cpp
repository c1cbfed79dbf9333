// The commands over a practice in memory: what is printed, what is written, which exit code.
#include "cli/program.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/error.h"
#include "support/fake_forms.h"
#include "support/fakes.h"
#include "support/memory_practice.h"

namespace unknot::cli {
namespace {

// Gives out the same practices again and again.
class SharedVault final : public domain::PracticeVault {
 public:
  explicit SharedVault(domain::PracticeVault& vault) : m_vault(vault) {}
  domain::CreatedPractice create(const std::filesystem::path& folder,
                                 const domain::NewPractice& wanted) override {
    return m_vault.create(folder, wanted);
  }
  domain::PracticeLabel label(const std::filesystem::path& folder) override { return m_vault.label(folder); }
  std::unique_ptr<domain::PracticeStore> open(const std::filesystem::path& folder, std::string_view user,
                                              std::string_view password) override {
    return m_vault.open(folder, user, password);
  }
  void confirmPassword(const std::filesystem::path& folder, std::string_view user,
                       std::string_view password) override {
    m_vault.confirmPassword(folder, user, password);
  }
  void recover(const std::filesystem::path& folder, std::string_view user, std::string_view recoveryKey,
               std::string_view newPassword) override {
    m_vault.recover(folder, user, recoveryKey, newPassword);
  }

 private:
  domain::PracticeVault& m_vault;
};

class CountingPdf final : public document::PdfWriter {
 public:
  std::string write(const document::Document& document) override {
    return "%PDF " + std::to_string(document.pages.size());
  }
};

struct Terminal {
  test::FakeClock clock;
  test::FakeRandom random;
  test::MemoryVault vault{clock, random};
  std::shared_ptr<test::FakeForms> forms = std::make_shared<test::FakeForms>();
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> variables{{"UNKNOT_PASSWORD", "correct horse"}};
  std::ostringstream out;
  std::ostringstream err;

  int run(const std::vector<std::string>& words) {
    out.str("");
    err.str("");
    clock.advanceMs(1000);
    Surroundings surroundings{
        out,
        err,
        "0.1.0",
        "Europe/Berlin",
        [this](const std::string& name) -> std::optional<std::string> {
          const auto found = variables.find(name);
          if (found == variables.end()) return {};
          return found->second;
        },
        [this](const std::filesystem::path& file, std::size_t) {
          const auto found = files.find(file.string());
          if (found == files.end()) throw core::StorageError({"error.unexpected", {{"what", "no file"}}, {}});
          return found->second;
        },
        [this](const std::filesystem::path& file, std::string_view bytes) { files[file.string()] = bytes; },
        [this](const std::optional<std::filesystem::path>& practice) {
          return std::make_unique<app::Assembly>(
              UNKNOT_SOURCE_DIR, practice, clock, random,
              app::PdfTools{[](const auto&) { return std::make_unique<CountingPdf>(); }, forms});
        },
        [this] { return std::make_unique<SharedVault>(vault); }};
    return cli::run(words, surroundings);
  }
  nlohmann::json json() const { return nlohmann::json::parse(out.str()); }
  // What a command printed, without the newline.
  std::string line() const {
    auto text = out.str();
    if (text.ends_with('\n')) text.pop_back();
    return text;
  }
};

struct WithClient : Terminal {
  std::string ana;
  WithClient() {
    BOOST_REQUIRE(run({"init", "p", "--name", "Example", "--practitioner", "Robin"}) == kDone);
    files["ana.json"] = R"({"schema":"unknot/client/1","name":"Ana Silva","birthDate":"1980-02-29"})";
    BOOST_REQUIRE(run({"client", "add", "p", "ana.json"}) == kDone);
    ana = line();
    files["session.json"] =
        R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","work":"x","findings":[{"region":"ql-l","before":3,"after":1}],"sign":true})";
    files["plan.json"] =
        R"({"schema":"unknot/plan/1","from":"2026-03-02","items":[{"exercise":"side-curl"}]})";
  }
};

BOOST_AUTO_TEST_SUITE(Program)

BOOST_FIXTURE_TEST_CASE(InitPrintsTheRecoveryKeyOnce, Terminal) {
  BOOST_TEST(run({"init", "p", "--name", "Example", "--practitioner", "Robin"}) == kDone);
  BOOST_TEST(out.str().find("FAKE-") != std::string::npos);
  BOOST_TEST(vault.label("p").name == "Example");
  BOOST_TEST(run({"init", "p", "--name", "Example", "--practitioner", "Robin"}) == kRefused);
}

BOOST_FIXTURE_TEST_CASE(TheDemoNeedsNoPasswordAndTellsItsOwn, Terminal) {
  variables.clear();
  BOOST_TEST(run({"demo", "d", "--json"}) == kDone, err.str());
  BOOST_TEST(json()["password"] == "demo");
  variables["UNKNOT_PASSWORD"] = "demo";
  BOOST_TEST(run({"clients", "d", "--json"}) == kDone);
  BOOST_TEST(json().size() >= 5U);
}

BOOST_FIXTURE_TEST_CASE(WithoutAPasswordItIsWrongUsage, WithClient) {
  variables.clear();
  BOOST_TEST(run({"clients", "p"}) == kWrongUsage);
  BOOST_TEST(err.str().find("UNKNOT_PASSWORD") != std::string::npos);
  files["secret"] = "correct horse\n";
  BOOST_TEST(run({"clients", "p", "--password-file", "secret"}) == kDone);
  files["secret"] = "wrong horse\n";
  BOOST_TEST(run({"clients", "p", "--password-file", "secret"}) == kRefused);
}

BOOST_FIXTURE_TEST_CASE(APasswordAmongTheArgumentsIsRefusedWithTheReason, WithClient) {
  BOOST_TEST(run({"clients", "p", "--password", "correct horse"}) == kWrongUsage);
  BOOST_TEST(err.str().find("list of processes") != std::string::npos);
  BOOST_TEST(err.str().find("correct horse") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(ClientsAreListedAndFound, WithClient) {
  BOOST_TEST(run({"clients", "p", "sil"}) == kDone);
  BOOST_TEST(line() == ana + "  Ana Silva  1980-02-29  -  0 sessions");
  BOOST_TEST(run({"clients", "p", "nobody", "--json"}) == kDone);
  BOOST_TEST(json() == nlohmann::json::array());
}

BOOST_FIXTURE_TEST_CASE(AWholePracticeVerifies, WithClient) {
  BOOST_REQUIRE(run({"session", "add", "p", "ana", "session.json"}) == kDone);
  BOOST_TEST(run({"verify", "p"}) == kDone, err.str());
  BOOST_TEST(out.str().find("clients 1, sessions 1, their versions 1, signatures 1") != std::string::npos);
  BOOST_TEST(out.str().ends_with("Everything is as it was written.\n"));
}

BOOST_FIXTURE_TEST_CASE(WhatDoesNotVerifyIsNamedByItsId, WithClient) {
  BOOST_REQUIRE(run({"session", "add", "p", "ana", "session.json"}) == kDone);
  BOOST_REQUIRE(run({"map", "p", "ana", "-o", "map.svg", "--json"}) == kDone);
  const std::string document = json()["id"];
  const auto store = vault.open("p", "", "correct horse");
  dynamic_cast<test::MemoryPractice&>(*store).data().documents.front().second.clear();
  BOOST_TEST(run({"verify", "p"}) == kRefused);
  BOOST_TEST(out.str().find(document) != std::string::npos);
  BOOST_TEST(err.str().starts_with("The practice did not verify: one fault"));
  BOOST_TEST(run({"verify", "p", "--json"}) == kRefused);
  BOOST_TEST(json()["verified"] == false);
  BOOST_TEST(json()["faults"].size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(ASignedSessionGivenAgainChangesNothing, WithClient) {
  files["session.json"].insert(1, R"("id":"018f2c6e-7a10-7b6d-9c3e-2f8a1b4c5d6e",)");
  for (int i = 0; i < 2; ++i) {
    BOOST_TEST(run({"session", "add", "p", "ana", "session.json", "--json"}) == kDone, err.str());
    BOOST_TEST(json()["version"] == 1);
    BOOST_TEST(json()["signed"] == true);
  }
  files["session.json"].replace(files["session.json"].find("\"x\""), 3, "\"y\"");
  BOOST_TEST(run({"session", "add", "p", "ana", "session.json"}) == kRefused);
}

BOOST_FIXTURE_TEST_CASE(ASessionThatCantBeSignedIsNotKeptEither, WithClient) {
  files["session.json"] = R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","sign":true})";
  BOOST_TEST(run({"session", "add", "p", "ana", "session.json"}) == kFailed);
  BOOST_TEST(run({"show", "p", "ana", "--json"}) == kDone);
  BOOST_TEST(json()["sessions"].empty());
}

BOOST_FIXTURE_TEST_CASE(AMalformedFileIsToldThePlaceAndNothingIsKept, WithClient) {
  files["session.json"] =
      R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","findings":[{"region":"ql-l","before":7}]})";
  BOOST_TEST(run({"session", "add", "p", "ana", "session.json"}) == kFailed);
  BOOST_TEST(err.str() == "findings[0].before: 7 is out of range. Allowed: 0 to 4.\n");
  BOOST_TEST(out.str().empty());
}

BOOST_FIXTURE_TEST_CASE(PapersAreWrittenAndKeptInTheChart, WithClient) {
  BOOST_REQUIRE(run({"session", "add", "p", "ana", "session.json"}) == kDone);
  BOOST_TEST(run({"handout", "p", "ana", "-o", "out.pdf"}) == kFailed);
  BOOST_TEST(err.str().find("home practice") != std::string::npos);
  BOOST_REQUIRE(run({"plan", "set", "p", "ana", "plan.json"}) == kDone);
  BOOST_TEST(run({"handout", "p", "ana", "-o", "out.pdf", "--paper", "letter", "--large-print"}) == kDone,
             err.str());
  BOOST_TEST(files["out.pdf"].starts_with("%PDF"));
  BOOST_TEST(run({"report", "p", "ana", "-o", "report.pdf", "--from", "2026-01-01"}) == kDone, err.str());
  BOOST_TEST(run({"map", "p", "ana", "-o", "map.png", "--session", "1", "--after"}) == kDone, err.str());
  BOOST_TEST(files["map.png"].substr(1, 3) == "PNG");
  BOOST_TEST(run({"map", "p", "ana", "-o", "map.svg"}) == kDone, err.str());
  BOOST_TEST(files["map.svg"].find("<svg") != std::string::npos);
  BOOST_REQUIRE(run({"show", "p", "ana", "--json"}) == kDone);
  const auto documents = json()["documents"];
  BOOST_REQUIRE(documents.size() == 4U);
  BOOST_TEST(documents[0]["paper"] == "letter");
  BOOST_TEST(documents[0]["largePrint"] == true);
}

BOOST_FIXTURE_TEST_CASE(AnExerciseIsShownWithSomebodyLikeTheClient, WithClient) {
  const auto shown = [&](std::vector<std::string> look) {
    std::vector<std::string> words{"exercise", "show", "arch-and-flatten", "-o", "x.svg"};
    words.insert(words.end(), look.begin(), look.end());
    BOOST_TEST(run(words) == kDone, err.str());
    return files["x.svg"];
  };
  const std::string usual = shown({});
  BOOST_TEST(shown({"--skin", "light", "--hair", "cropped", "--hair-color", "brown", "--build", "medium"}) ==
             usual);
  for (const auto& look : std::vector<std::vector<std::string>>{
           {"--skin", "dark"}, {"--hair", "long"}, {"--hair-color", "grey"}, {"--build", "broad"}})
    BOOST_TEST(shown(look) != usual, look[0]);
  struct Wrong {
    const char* option;
    const char* allowed;
  };
  for (const Wrong& wrong : {Wrong{"--skin", "pale, light, tan, brown, dark"},
                             {"--hair", "cropped, curly, tied, long, none"},
                             {"--hair-color", "black, brown, blond, red, grey"},
                             {"--build", "slender, medium, broad"}}) {
    BOOST_TEST(run({"exercise", "show", "arch-and-flatten", "-o", "y.svg", wrong.option, "plaid"}) ==
               kWrongUsage);
    BOOST_TEST(err.str().find(wrong.allowed) != std::string::npos, err.str());
  }
  BOOST_TEST(!files.contains("y.svg"));
}

BOOST_FIXTURE_TEST_CASE(WhatCantBeWrittenIsRefusedBeforeAnythingIsKept, WithClient) {
  BOOST_REQUIRE(run({"plan", "set", "p", "ana", "plan.json"}) == kDone);
  const auto folder = std::filesystem::temp_directory_path();
  BOOST_TEST(run({"handout", "p", "ana", "-o", (folder / "no such folder" / "x.pdf").string()}) == kFailed);
  BOOST_TEST(run({"handout", "p", "ana", "-o", "out.txt"}) == kWrongUsage);
  BOOST_TEST(run({"map", "p", "ana", "-o", "out.jpg"}) == kWrongUsage);
  BOOST_TEST(run({"report", "p", "ana", "-o", "x.pdf", "--to", "2026-02-30"}) == kWrongUsage);
  BOOST_TEST(run({"report", "p", "ana", "-o", "x.pdf", "--from", "2026-02-02", "--to", "2026-02-01"}) ==
             kFailed);
  BOOST_TEST(run({"map", "p", "ana", "-o", "x.png", "--session", "one"}) == kWrongUsage);
  BOOST_TEST(run({"map", "p", "ana", "-o", "x.png", "--session", "9"}) == kFailed);
  BOOST_TEST(run({"handout", "p", "ana", "-o", "x.pdf", "--paper", "a3"}) == kWrongUsage);
  BOOST_REQUIRE(run({"show", "p", "ana", "--json"}) == kDone);
  BOOST_TEST(json()["documents"].empty());
}

BOOST_FIXTURE_TEST_CASE(WhatShowPrintsCanBeImportedAndShownAgain, WithClient) {
  BOOST_REQUIRE(run({"session", "add", "p", "ana", "session.json"}) == kDone);
  BOOST_REQUIRE(run({"plan", "set", "p", "ana", "plan.json"}) == kDone);
  BOOST_REQUIRE(run({"handout", "p", "ana", "-o", "out.pdf"}) == kDone);
  BOOST_REQUIRE(run({"show", "p", "ana", "--json"}) == kDone);
  const auto first = out.str();
  files["record.json"] = first;
  BOOST_REQUIRE(run({"init", "q", "--name", "Other", "--practitioner", "Sam"}) == kDone);
  BOOST_TEST(run({"import", "q", "record.json"}) == kDone, err.str());
  BOOST_TEST(line() == ana);
  BOOST_TEST(run({"show", "q", ana, "--json"}) == kDone);
  BOOST_TEST(out.str() == first);
  BOOST_TEST(run({"import", "q", "record.json", "--json"}) == kDone);
  BOOST_TEST(json()["changed"] == false);
}

BOOST_FIXTURE_TEST_CASE(ATemplateGoesFromOneClientToAnotherWithoutWhatTheIntakeLeavesOut, WithClient) {
  files["plan.json"] =
      R"({"schema":"unknot/plan/1","from":"2026-03-02","reviewOn":"2026-03-20","weeks":3,"items":[
         {"exercise":"washrag","cue":"Like a cat."},{"exercise":"arch-and-flatten","cue":"Let the breath do it."}]})";
  files["bo.json"] = R"({"schema":"unknot/client/1","name":"Bo Berg"})";
  files["intake.json"] = R"({"schema":"unknot/intake/1","questionnaire":"general/2","takenOn":"2026-03-02",
      "answers":[{"question":"conditions","values":["osteoporosis"]}]})";
  BOOST_TEST(run({"plan", "keep", "p", "ana", "--name", "First lesson"}) == kFailed);
  BOOST_REQUIRE(run({"plan", "set", "p", "ana", "plan.json"}) == kDone);
  BOOST_REQUIRE(run({"client", "add", "p", "bo.json"}) == kDone);
  BOOST_REQUIRE(run({"intake", "add", "p", "bo", "intake.json"}) == kDone);
  BOOST_REQUIRE(run({"plan", "keep", "p", "ana", "--name", "First lesson"}) == kDone);
  const auto id = line();
  BOOST_TEST(run({"plan", "keep", "p", "ana", "--name", "first LESSON"}) == kRefused);
  BOOST_TEST(run({"plan", "apply", "p", "bo", "Second lesson"}) == kFailed);
  BOOST_REQUIRE(run({"plan", "apply", "p", "bo", id}) == kDone);
  BOOST_TEST(err.str().find("washrag") != std::string::npos, err.str());
  BOOST_REQUIRE(run({"show", "p", "bo", "--json"}) == kDone);
  const auto plan = json()["plans"][0];
  BOOST_TEST(plan["items"].size() == 1U);
  BOOST_TEST(plan["items"][0]["cue"] == "Let the breath do it.");
  BOOST_TEST(plan["weeks"] == 3);
  BOOST_TEST(!plan.contains("reviewOn"));
  BOOST_TEST(run({"plan", "apply", "p", "bo", "first lesson"}) == kFailed);

  BOOST_REQUIRE(run({"templates", "p", "--json"}) == kDone);
  files["template.json"] = json()[0].dump();
  BOOST_REQUIRE(run({"init", "q", "--name", "Other", "--practitioner", "Sam"}) == kDone);
  BOOST_TEST(run({"template", "add", "q", "template.json"}) == kDone, err.str());
  BOOST_TEST(run({"templates", "q"}) == kDone);
  BOOST_TEST(line() == id + "  First lesson  (washrag, arch-and-flatten)");
}

BOOST_FIXTURE_TEST_CASE(WhatWasAnsweredIsShownAndAFlagIsClosedByName, WithClient) {
  BOOST_TEST(run({"intake", "show", "p", "ana"}) == kFailed);
  BOOST_TEST(run({"flags", "p", "ana"}) == kDone);
  BOOST_TEST(line() == "Nothing in the newest answers raises a flag.");
  files["intake.json"] =
      R"({"schema":"unknot/intake/1","questionnaire":"general/2","takenOn":"2026-03-02","answers":[
      {"question":"new-signs","values":["calf"]},
      {"question":"medicines","rows":[{"name":"Aspirin","dose":"100 mg"},{"name":"a cream"}]}]})";
  BOOST_REQUIRE(run({"intake", "add", "p", "ana", "intake.json"}) == kDone);
  BOOST_REQUIRE(run({"intake", "show", "p", "ana"}) == kDone);
  BOOST_TEST(out.str().find("Aspirin, 100 mg; a cream") != std::string::npos, out.str());
  BOOST_REQUIRE(run({"intake", "show", "p", "ana", "--json"}) == kDone);
  BOOST_TEST(json()["answers"][1]["rows"][0]["dose"] == "100 mg");
  BOOST_REQUIRE(run({"flags", "p", "ana", "--json"}) == kDone);
  BOOST_TEST(json()["flags"][0]["flag"] == "calf");
  BOOST_TEST(json()["flags"][0]["open"] == true);
  // Nobody is named who cleared it.
  BOOST_TEST(run({"flag", "close", "p", "ana", "calf", "--as", "cleared"}) == kFailed);
  BOOST_TEST(run({"flag", "close", "p", "ana", "calf", "--as", "forgotten", "--who", "Dr Berg"}) == kFailed);
  BOOST_TEST(run({"flag", "close", "p", "ana", "saddle", "--as", "cleared", "--who", "Dr Berg"}) == kFailed);
  BOOST_TEST(run({"flag", "close", "p", "ana", "calf", "--as", "cleared", "--who", "Dr Berg", "--on",
                  "1 May"}) == kFailed);
  BOOST_REQUIRE(run({"flag", "close", "p", "ana", "calf", "--as", "cleared", "--who", "Dr Berg"}) == kDone);
  BOOST_REQUIRE(run({"flags", "p", "ana", "--json"}) == kDone);
  BOOST_TEST(json()["flags"][0]["open"] == false);
  BOOST_TEST(json()["flags"][0]["closing"]["who"] == "Dr Berg");
  BOOST_REQUIRE(run({"flags", "p", "ana"}) == kDone);
  BOOST_TEST(out.str().find("Cleared by Dr Berg") != std::string::npos, out.str());
}

BOOST_FIXTURE_TEST_CASE(ATableComesInAndGoesAgain, WithClient) {
  files["list.csv"] = "Name,Born,Extra\nBo Sample,1980-02-29,tea\n,,nobody\n";
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--dry-run"}) == kDone, err.str());
  BOOST_TEST(out.str().find("Would come in: 1") != std::string::npos);
  BOOST_REQUIRE(run({"clients", "p", "--json"}) == kDone);
  BOOST_TEST(json().size() == 1U);
  BOOST_REQUIRE(run({"import", "csv", "p", "list.csv", "--columns", ",,leave-out", "--json"}) == kDone);
  const auto brought = json();
  BOOST_TEST(brought["added"] == 1);
  BOOST_TEST(brought["refused"].size() == 1U);
  BOOST_TEST(brought["columns"][2]["meaning"] == "leave-out");
  BOOST_REQUIRE(run({"import", "list", "p", "--json"}) == kDone);
  BOOST_TEST(json().at(0)["id"] == brought["id"]);
  BOOST_TEST(run({"import", "undo", "p", brought["id"]}) == kDone);
  BOOST_TEST(line() == "1 client was taken away again.");
  BOOST_TEST(run({"import", "undo", "p", brought["id"]}) == kRefused);
  BOOST_TEST(run({"import", "undo", "p", "nonsense"}) == kFailed);
  BOOST_REQUIRE(run({"clients", "p", "--json"}) == kDone);
  BOOST_TEST(json().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(WhatAColumnMeansIsSaidByItsHeading, WithClient) {
  files["list.csv"] = "Wer,Was\nBo Sample,Baker\n";
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--columns", "Wer=name,Was=occupation"}) == kDone,
             err.str());
  BOOST_REQUIRE(run({"show", "p", "bo", "--json"}) == kDone);
  BOOST_TEST(json()["client"]["occupation"] == "Baker");
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--columns", "Wer=nonsense"}) == kWrongUsage);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--columns", "Wie=name"}) == kWrongUsage);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--columns", "name,about,about"}) == kWrongUsage);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--separator", "%"}) == kWrongUsage);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--encoding", "EBCDIC"}) == kFailed);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--doubles", "merge"}) == kWrongUsage);
}

BOOST_FIXTURE_TEST_CASE(DatesOfTwoSensesNeedAnOrder, WithClient) {
  files["list.csv"] = "Name,Born\nBo Sample,3/2/1980\n";
  BOOST_TEST(run({"import", "csv", "p", "list.csv"}) == kWrongUsage);
  BOOST_TEST(err.str().find("--dates") != std::string::npos);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--dates", "month-first"}) == kDone);
  BOOST_REQUIRE(run({"show", "p", "bo", "--json"}) == kDone);
  BOOST_TEST(json()["client"]["birthDate"] == "1980-03-02");
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--dates", "year-first"}) == kWrongUsage);
}

BOOST_FIXTURE_TEST_CASE(DoublesAreTreatedAsTheTerminalSays, WithClient) {
  BOOST_REQUIRE(run({"clients", "p", "--json"}) == kDone);
  const std::string name = json().at(0)["name"];
  files["list.csv"] = "Name,Job\n" + name + ",Baker\n";
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--doubles", "leave-out", "--json"}) == kDone);
  BOOST_TEST(json()["leftOut"] == 1);
  BOOST_TEST(json()["doubles"][0]["client"] == ana);
  BOOST_TEST(run({"import", "csv", "p", "list.csv", "--doubles", "fill", "--json"}) == kDone);
  BOOST_TEST(json()["filled"] == 1);
  BOOST_TEST(json()["added"] == 0);
}

BOOST_FIXTURE_TEST_CASE(AFileOfAnotherKindIsNamed, WithClient) {
  files["cards.vcf"] = "BEGIN:VCARD\nFN:Bo Sample\nEND:VCARD\n";
  files["list.csv"] = "Name\nBo Sample\n";
  files["sheet.xlsx"] = "PK\x03\x04";
  files["open.csv"] = "Name\n\"Bo\n";
  BOOST_TEST(run({"import", "csv", "p", "cards.vcf"}) == kFailed);
  BOOST_TEST(err.str().find("import vcard") != std::string::npos);
  BOOST_TEST(run({"import", "vcard", "p", "list.csv"}) == kFailed);
  BOOST_TEST(run({"import", "csv", "p", "sheet.xlsx"}) == kFailed);
  BOOST_TEST(run({"import", "csv", "p", "open.csv"}) == kFailed);
  BOOST_TEST(err.str().find("line 2") != std::string::npos);
  BOOST_TEST(run({"import", "csv", "p", "missing.csv"}) == kFailed);
  BOOST_TEST(run({"import", "csv", "p"}) == kWrongUsage);
  BOOST_TEST(run({"import", "vcard", "p", "cards.vcf", "--json"}) == kDone);
  BOOST_TEST(json()["kind"] == "vcard");
}

BOOST_FIXTURE_TEST_CASE(RegionsAndExercisesNeedNoPractice, Terminal) {
  variables.clear();
  BOOST_TEST(run({"regions", "--json"}) == kDone);
  const auto regions = json();
  BOOST_TEST(regions.size() >= 80U);
  for (const auto& region : regions) BOOST_TEST((region.contains("id") && region.contains("side")));
  BOOST_TEST(run({"exercises", "--json"}) == kDone);
  BOOST_TEST(json().size() >= 20U);
  BOOST_TEST(err.str().empty());
}

BOOST_FIXTURE_TEST_CASE(HelpNamesEveryCommandInWords, Terminal) {
  BOOST_TEST(run({"--help"}) == kDone);
  const auto help = out.str();
  for (const char* name : {"init", "demo", "clients", "client add", "intake add", "session add", "plan set",
                           "handout", "report", "map", "show", "import", "regions", "exercises"})
    BOOST_TEST(help.find(std::string("unknot-cli ") + name) != std::string::npos, name);
  BOOST_TEST(help.find("cli.help") == std::string::npos);
  BOOST_TEST(run({"map", "--help"}) == kDone);
  BOOST_TEST(out.str().find("--after") != std::string::npos);
  BOOST_TEST(run({"--version"}) == kDone);
  BOOST_TEST(line() == "unknot-cli 0.1.0");
  BOOST_TEST(run({}) == kWrongUsage);
}

BOOST_FIXTURE_TEST_CASE(TheActingUserMustBeOneOfThePractice, WithClient) {
  BOOST_TEST(run({"clients", "p", "--user", "Robin"}) == kDone);
  BOOST_TEST(run({"clients", "p", "--user", "Sam"}) == kRefused);
  variables["UNKNOT_USER"] = "Sam";
  BOOST_TEST(run({"clients", "p"}) == kRefused);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::cli
