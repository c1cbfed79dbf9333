// The real program on a real disk: exit codes, what is written, and what is not.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "platform/file_lock.h"
#include "support/pdfs.h"
#include "support/photos.h"
#include "support/temporary_folder.h"

namespace unknot {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string shellWord(const std::string& word) {
  std::string safe = "'";
  for (const char c : word) safe += c == '\'' ? "'\\''" : std::string(1, c);
  return safe + "'";
}

struct RealTerminal {
  test::TemporaryFolder folder;
  std::string password = "correct horse battery";
  std::string out;
  std::string err;
  std::string practice = (folder / "practice").string();

  int run(const std::vector<std::string>& words) {
    std::string line = "env -u UNKNOT_USER -u UNKNOT_PASSWORD XDG_STATE_HOME=";
    line += shellWord((folder / "state").string());
    if (!password.empty()) line += " UNKNOT_PASSWORD=" + shellWord(password);
    line += " UNKNOT_DATA_DIR=" + shellWord(UNKNOT_SOURCE_DIR) + " " + shellWord(UNKNOT_CLI);
    for (const auto& word : words) line += " " + shellWord(word);
    line += " >" + shellWord((folder / "out").string()) + " 2>" + shellWord((folder / "err").string()) +
            " </dev/null";
    const int status = std::system(line.c_str());
    out = contentOf(folder / "out");
    err = contentOf(folder / "err");
    return (status >> 8) & 255;
  }
  std::string file(const std::string& name, const std::string& text) {
    write(folder / name, text);
    return (folder / name).string();
  }
  void init() {
    BOOST_REQUIRE_MESSAGE(run({"init", practice, "--name", "Example", "--practitioner", "Robin"}) == 0, err);
  }
  std::string addClient() {
    const auto path =
        file("client.json", R"({"schema":"unknot/client/1","name":"Zoë Müller","birthDate":"1980-02-29"})");
    BOOST_REQUIRE_MESSAGE(run({"client", "add", practice, path}) == 0, err);
    return out.substr(0, out.find('\n'));
  }
  bool oneLineOnErr() const { return err.find('\n') == err.size() - 1 && err.size() > 20; }
};

const char* const kSession =
    R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","minutes":60,"theirWords":"Tight.","work":"Side curl.",
"findings":[{"region":"ql-l","before":3,"after":1,"findings":["C","M"],"techniques":["AP"],"note":"ticklish"}],
"measures":[{"instrument":"nprs-now","value":5}],"sign":true})";
const char* const kPlan =
    R"({"schema":"unknot/plan/1","from":"2026-03-02","items":[{"exercise":"arch-and-flatten"}]})";

BOOST_FIXTURE_TEST_SUITE(TerminalProgram, RealTerminal)

BOOST_AUTO_TEST_CASE(APracticeIsMadeOnceAndTheRecoveryKeyIsShown) {
  init();
  BOOST_TEST(out.find(practice) != std::string::npos);
  BOOST_TEST(out.size() > practice.size() + 100);
  BOOST_TEST(fs::exists(fs::path(practice) / "practice.db"));
  BOOST_TEST(run({"init", practice, "--name", "Example", "--practitioner", "Robin"}) == 3);
  BOOST_TEST(oneLineOnErr(), err);
}

BOOST_AUTO_TEST_CASE(ALetterIsFiledListedAndGivenOutByteForByte) {
  init();
  const auto client = addClient();
  const auto letter = file("scan.dat", test::letterPdf(2));
  BOOST_TEST(run({"document", "add", practice, client, letter}) == 2);
  BOOST_REQUIRE_MESSAGE(run({"document", "add", practice, client, letter, "--from", "Dr Example", "--dated",
                             "2026-02-27", "--title", "Knee"}) == 0,
                        err);
  const auto id = out.substr(0, out.find('\n'));
  BOOST_TEST(run({"document", "add", practice, client, letter, "--from", "Dr Example"}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(run({"document", "list", practice, client}) == 0);
  BOOST_TEST(out == id + "  2026-02-27  incoming  Knee  from Dr Example\n");
  BOOST_TEST(run({"document", "get", practice, id, "-o", (folder / "out.png").string()}) == 2);
  BOOST_TEST(run({"document", "get", practice, id, "-o", (folder / "out.pdf").string()}) == 0, err);
  BOOST_TEST(contentOf(folder / "out.pdf") == test::letterPdf(2));
  BOOST_TEST(run({"document", "get", practice, client, "-o", (folder / "no.pdf").string()}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  // Nothing of it lies readable beside the database.
  for (const auto& each : fs::recursive_directory_iterator(practice))
    if (each.is_regular_file()) BOOST_TEST(contentOf(each.path()).find("/MediaBox") == std::string::npos);
  BOOST_TEST(run({"verify", practice}) == 0, err);
}

BOOST_AUTO_TEST_CASE(OverAnOpenFlagASessionIsSignedOnlyWithAReason) {
  init();
  const auto client = addClient();
  const auto intake = file(
      "intake.json", R"({"schema":"unknot/intake/1","questionnaire":"general/2",)"
                     R"("takenOn":"2026-03-02","answers":[{"question":"new-signs","values":["calf"]}]})");
  BOOST_REQUIRE_MESSAGE(run({"intake", "add", practice, client, intake}) == 0, err);
  const auto session = file("session.json", kSession);
  BOOST_TEST(run({"session", "add", practice, client, session}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(run({"session", "add", practice, client, session, "--reason", "Seen by Dr Example today"}) == 0,
             err);
  BOOST_TEST(run({"show", practice, client, "--json"}) == 0);
  BOOST_TEST(out.find("Seen by Dr Example today") != std::string::npos);
  const auto open = file("open.json", R"({"schema":"unknot/session/1","serviceDate":"2026-03-02"})");
  BOOST_TEST(run({"session", "add", practice, client, open, "--reason", "None"}) == 2);
  BOOST_TEST(oneLineOnErr(), err);
}

BOOST_AUTO_TEST_CASE(AShortPasswordFailsAndLeavesNothing) {
  password = "short";
  BOOST_TEST(run({"init", practice, "--name", "Example", "--practitioner", "Robin"}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(!fs::exists(fs::path(practice) / "practice.db"));
}

BOOST_AUTO_TEST_CASE(WrongPasswordsAndForeignPlacesAreRefused) {
  init();
  password = "wrong horse battery";
  BOOST_TEST(run({"clients", practice}) == 3);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(out.empty());
  password = "correct horse battery";
  BOOST_TEST(run({"clients", (folder / "nowhere").string()}) == 3);
  BOOST_TEST(!fs::exists(folder / "nowhere"));
  BOOST_TEST(run({"clients", practice}) == 0);
}

BOOST_AUTO_TEST_CASE(APlaceThatIsNoPracticeIsToldAndLeftAsItIs) {
  fs::create_directory(folder / "empty");
  fs::create_directory(folder / "other");
  const auto notes = file("other/notes.txt", "x");
  struct Place {
    std::string path;
    const char* said;
  };
  for (const auto& [path, said] :
       std::vector<Place>{{(folder / "nowhere").string(), "is not a folder"},
                          {notes, "is not a folder"},
                          {notes + "/inner", "is not a folder"},
                          {(folder / "empty").string(), "no practice in this folder"},
                          {(folder / "other").string(), "no practice in this folder"}}) {
    BOOST_TEST(run({"clients", path}) == 3, path);
    BOOST_TEST(oneLineOnErr(), err);
    BOOST_TEST(err.find(said) != std::string::npos, err);
    BOOST_TEST(out.empty());
  }
  BOOST_TEST(!fs::exists(folder / "nowhere"));
  BOOST_TEST(fs::is_empty(folder / "empty"));
  BOOST_TEST(contentOf(notes) == "x");
}

BOOST_AUTO_TEST_CASE(APracticeIsMadeOnlyWhereThereIsRoomForIt) {
  fs::create_directory(folder / "other");
  const auto notes = file("other/notes.txt", "x");
  struct Place {
    std::string path;
    int exit;
    const char* said;
  };
  // The last can't be written by anybody, root included.
  for (const auto& [path, exit, said] : std::vector<Place>{{(folder / "other").string(), 3, "not empty"},
                                                           {notes, 3, "is not a folder"},
                                                           {notes + "/inner", 1, "is a file, not a folder"},
                                                           {"/proc/no/practice", 1, "not there any more"}}) {
    BOOST_TEST(run({"init", path, "--name", "Example", "--practitioner", "Robin"}) == exit, path);
    BOOST_TEST(oneLineOnErr(), err);
    BOOST_TEST(err.find(said) != std::string::npos, err);
    BOOST_TEST(run({"demo", path}) == exit, path);
    BOOST_TEST(oneLineOnErr(), err);
  }
  BOOST_TEST(contentOf(notes) == "x");
  BOOST_TEST(std::distance(fs::directory_iterator(folder / "other"), fs::directory_iterator{}) == 1);
}

BOOST_AUTO_TEST_CASE(APracticeThatIsOpenElsewhereIsRefused) {
  init();
  {
    auto held = platform::FileLock::tryTake(fs::path(practice) / "practice.lock");
    BOOST_REQUIRE(held);
    BOOST_TEST(run({"clients", practice}) == 3);
    BOOST_TEST(oneLineOnErr(), err);
    BOOST_TEST(err.find("open already") != std::string::npos, err);
    BOOST_TEST(out.empty());
  }
  BOOST_TEST(run({"clients", practice}) == 0);
}

BOOST_AUTO_TEST_CASE(WrongUsageIsTold) {
  BOOST_TEST(run({}) == 2);
  BOOST_TEST(run({"clients"}) == 2);
  BOOST_TEST(run({"clients", practice, "--password", "x"}) == 2);
  BOOST_TEST(oneLineOnErr(), err);
  password.clear();
  BOOST_TEST(run({"clients", practice}) == 2);
  BOOST_TEST(run({"--version"}) == 0);
}

BOOST_AUTO_TEST_CASE(AClientIsFoundByFoldedWords) {
  init();
  const auto id = addClient();
  for (const char* words : {"zoe", "MULLER", "mull zo"}) {
    BOOST_TEST(run({"clients", practice, words}) == 0);
    BOOST_TEST(out.starts_with(id), words);
  }
  BOOST_TEST(run({"show", practice, "Zoe Mull"}) == 0);
  BOOST_TEST(out.find("Zoë Müller") == 0U);
}

BOOST_AUTO_TEST_CASE(AMalformedFileFailsAndChangesNothing) {
  init();
  const auto id = addClient();
  BOOST_REQUIRE(run({"show", practice, id, "--json"}) == 0);
  const auto before = out;
  const std::vector<std::string> wrong = {
      "",
      "{",
      "[]",
      R"({"schema":"unknot/session/1"})",
      R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","findings":[{"region":"tail","before":1}]})",
      R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","findings":[{"region":"ql-l","before":5}]})",
      R"({"schema":"unknot/session/1","serviceDate":"9999-03-02"})",
      R"({"schema":"unknot/session/1","serviceDate":"2026-03-02","sign":true})",
      std::string("{\"schema\":\"unknot/session/1\",\"serviceDate\":\"2026-03-02\",\"work\":\"\\u0000\"}"),
      "{\"schema\":\"unknot/session/1\",\"serviceDate\":\"2026-03-02\",\"work\":\"\xFF\"}"};
  for (const auto& text : wrong) {
    BOOST_TEST(run({"session", "add", practice, id, file("wrong.json", text)}) == 1, text);
    BOOST_TEST(oneLineOnErr(), err);
    BOOST_TEST(out.empty());
  }
  BOOST_TEST(run({"session", "add", practice, id, (folder / "missing.json").string()}) == 1);
  BOOST_TEST(run({"session", "add", practice, id, folder.path().string()}) == 1);
  BOOST_REQUIRE(run({"show", practice, id, "--json"}) == 0);
  BOOST_TEST(out == before);
}

BOOST_AUTO_TEST_CASE(PapersComeOutAsFilesOfTheirKind) {
  init();
  const auto id = addClient();
  BOOST_REQUIRE_MESSAGE(run({"session", "add", practice, id, file("s.json", kSession)}) == 0, err);
  BOOST_REQUIRE_MESSAGE(run({"plan", "set", practice, id, file("p.json", kPlan)}) == 0, err);
  const auto path = [&](const char* name) { return (folder / name).string(); };
  BOOST_TEST(run({"handout", practice, id, "-o", path("h.pdf")}) == 0, err);
  BOOST_TEST(run({"report", practice, id, "-o", path("r.pdf"), "--paper", "letter"}) == 0, err);
  BOOST_TEST(run({"map", practice, id, "-o", path("m.png"), "--after"}) == 0, err);
  BOOST_TEST(run({"map", practice, id, "-o", path("m.svg")}) == 0, err);
  BOOST_TEST(run({"map", practice, id, "-o", path("m.pdf"), "--session", "1"}) == 0, err);
  for (const char* name : {"h.pdf", "r.pdf", "m.pdf"})
    BOOST_TEST(contentOf(folder / name).starts_with("%PDF-1."));
  BOOST_TEST(contentOf(folder / "m.png").starts_with("\x89PNG"));
  BOOST_TEST(contentOf(folder / "m.svg").find("<svg") != std::string::npos);
  // The copy in the chart is what was written.
  BOOST_REQUIRE(run({"show", practice, id, "--json"}) == 0);
  const auto documents = nlohmann::json::parse(out)["documents"];
  BOOST_REQUIRE(documents.size() == 5U);
  BOOST_TEST(documents[0]["bytes"] == fs::file_size(folder / "h.pdf"));
}

BOOST_AUTO_TEST_CASE(APlaceThatCantBeWrittenIsToldAndKeepsWhatWasThere) {
  init();
  const auto id = addClient();
  BOOST_REQUIRE(run({"plan", "set", practice, id, file("p.json", kPlan)}) == 0);
  fs::create_directories(folder / "folder.pdf");
  BOOST_TEST(run({"handout", practice, id, "-o", (folder / "folder.pdf").string()}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(run({"handout", practice, id, "-o", (folder / "no" / "x.pdf").string()}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  fs::create_symlink(folder / "elsewhere.pdf", folder / "link.pdf");
  BOOST_TEST(run({"handout", practice, id, "-o", (folder / "link.pdf").string()}) == 1);
  BOOST_TEST(oneLineOnErr(), err);
  BOOST_TEST(!fs::exists(folder / "elsewhere.pdf"));
  // What did not go out is not in the chart.
  BOOST_REQUIRE(run({"show", practice, id, "--json"}) == 0);
  BOOST_TEST(nlohmann::json::parse(out)["documents"].empty());
}

BOOST_AUTO_TEST_CASE(ARecordGoesOutComesInAndGoesOutTheSame) {
  init();
  const auto id = addClient();
  BOOST_REQUIRE_MESSAGE(run({"session", "add", practice, id, file("s.json", kSession)}) == 0, err);
  BOOST_REQUIRE(run({"plan", "set", practice, id, file("p.json", kPlan)}) == 0);
  BOOST_REQUIRE_MESSAGE(run({"handout", practice, id, "-o", (folder / "h.pdf").string()}) == 0, err);
  BOOST_REQUIRE(run({"show", practice, id, "--json"}) == 0);
  const auto first = out;
  const auto record = file("record.json", first);
  BOOST_TEST(run({"import", practice, record, "--json"}) == 0, err);
  BOOST_TEST(nlohmann::json::parse(out)["changed"] == false);

  const auto from = practice;
  practice = (folder / "second").string();
  init();
  BOOST_TEST(run({"import", practice, record}) == 0, err);
  BOOST_TEST(run({"show", practice, id, "--json"}) == 0);
  BOOST_TEST((out == first));
  BOOST_TEST(run({"handout", practice, id, "-o", (folder / "h2.pdf").string()}) == 0, err);

  // One word of a signed note changed: the chain says so.
  auto forged = first;
  forged.replace(forged.find("ticklish"), 8, "harmless");
  BOOST_TEST(run({"import", from, file("forged.json", forged)}) == 3);
  BOOST_TEST(oneLineOnErr(), err);
  practice = (folder / "third").string();
  init();
  BOOST_TEST(run({"import", practice, (folder / "forged.json").string()}) == 3);
  BOOST_TEST(run({"clients", practice, "--json"}) == 0);
  BOOST_TEST(out == "[]\n");
}

BOOST_AUTO_TEST_CASE(AMovementOfThePracticesOwnIsShownWithItsPhotoAndOneThatIsDamagedIsTold) {
  const fs::path own = fs::path(practice) / "custom" / "data" / "exercises";
  fs::create_directories(own);
  write(own / "reach.jpg", test::photoJpeg(400, 300));
  write(own / "own-reach.toml",
        "slug = \"own-reach\"\nrank = 5000\nposition = \"standing\"\npatterns = []\nregions = []\n"
        "movements = []\npictures = [\"reach.jpg\"]\n[dose]\nrepetitions = 3\nminutes = 4\n[en]\n"
        "title = \"Reach\"\npurpose = \"P.\"\nsteps = [\"One.\"]\nsense = \"S?\"\n");
  const auto shown = [&](const std::string& name) {
    BOOST_TEST(
        run({"exercise", "show", "own-reach", "--practice", practice, "-o", (folder / name).string()}) == 0,
        err);
    return contentOf(folder / name);
  };
  const auto whole = shown("whole.png");
  BOOST_TEST(whole.starts_with("\x89PNG"));
  BOOST_TEST(err.empty());
  BOOST_TEST(run({"exercises", "--practice", practice, "--json"}) == 0);
  BOOST_TEST(out.find("own-reach") != std::string::npos);
  BOOST_TEST(run({"exercise", "show", "own-reach", "-o", (folder / "none.png").string()}) == 1);
  fs::resize_file(own / "reach.jpg", 3000);
  const auto without = shown("without.png");
  BOOST_TEST(without.size() < whole.size());
  BOOST_TEST(err.find("reach.jpg") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(OutputThatCantBeWrittenIsAFailure) {
  if (!fs::exists("/dev/full")) return;
  const std::string line =
      shellWord(UNKNOT_CLI) + " regions >/dev/full 2>" + shellWord((folder / "err").string());
  BOOST_TEST(((std::system(line.c_str()) >> 8) & 255) == 1);
  BOOST_TEST(contentOf(folder / "err").size() > 20U);
}

BOOST_AUTO_TEST_CASE(WithoutItsDataTheProgramStillSaysWhatIsWrong) {
  const std::string line = "UNKNOT_DATA_DIR=" + shellWord(folder.path().string()) + " " +
                           shellWord(UNKNOT_CLI) + " regions 2>" + shellWord((folder / "err").string());
  BOOST_TEST(((std::system(line.c_str()) >> 8) & 255) == 1);
  BOOST_TEST(contentOf(folder / "err").find("UNKNOT_DATA_DIR") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot
