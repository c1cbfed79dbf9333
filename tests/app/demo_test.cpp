// Making the demo: days that count back from today, refusals that name file and place, one practice filled.
#include "app/demo.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "storage/vault.h"
#include "support/fakes.h"
#include "support/memory_practice.h"
#include "support/temporary_folder.h"
#include "support/throws.h"

using namespace unknot;

namespace {

const core::Date kToday(2026, 3, 2);

std::string demoClient(const std::string& parts) {
  return R"({"schema":"unknot/demo-client/1","client":{"schema":"unknot/client/1","name":"Ann Example"})" +
         parts + "}";
}

std::string session(const std::string& fields) {
  return R"({"session":{"schema":"unknot/session/1",)" + fields + "}";
}

std::string refusal(const std::string& json) {
  return test::thrownBy<core::InputError>([&] { app::readDemoClient(json, "ann.json", kToday); });
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Shelf {
  test::FakeClock clock;
  test::FakeRandom random;
  core::IdSource ids{clock, random};
  test::MemoryVault vault{clock, random};
  std::filesystem::path source = UNKNOT_SOURCE_DIR;

  std::unique_ptr<domain::PracticeStore> make(const content::Content& content) {
    return app::makeDemoPractice(vault, "demo", content, clock, ids, "America/New_York");
  }
};

const content::Content& shipped() {
  static const content::Content kContent =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                              {}});
  return kContent;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ADemoClient)

BOOST_AUTO_TEST_CASE(HasItsDaysCountedFromToday) {
  const auto demo = app::readDemoClient(
      demoClient(R"(,"sessions":[)" + session(R"("serviceDate":{"daysAgo":2})") + R"(}],"plans":[{
        "schema":"unknot/plan/1","from":{"daysAgo":1},"reviewOn":{"inDays":30},
        "items":[{"exercise":"flower"}]}])"),
      "ann.json", kToday);
  BOOST_TEST(demo.sessions.at(0).file.content.serviceDate.toIso() == "2026-02-28");
  BOOST_TEST(demo.plans.at(0).from.toIso() == "2026-03-01");
  BOOST_TEST(demo.plans.at(0).reviewOn.value().toIso() == "2026-04-01");
}

BOOST_AUTO_TEST_CASE(MayHoldMeasuresOfItsOwn) {
  const auto demo = app::readDemoClient(
      demoClient(R"(,"measures":[{"instrument":"sleep","value":6,"takenOn":{"daysAgo":5}}])"), "ann.json",
      kToday);
  BOOST_TEST(demo.measures.at(0).value.instrument == "sleep");
  BOOST_TEST(demo.measures.at(0).takenOn.toIso() == "2026-02-25");
}

BOOST_AUTO_TEST_CASE(IsRefusedWithFileAndPlace) {
  const std::string unknown = refusal(demoClient(R"(,"invoices":[])"));
  BOOST_TEST(contains(unknown, "ann.json"));
  BOOST_TEST(contains(unknown, "invoices"));

  const std::string deep = refusal(
      demoClient(R"(,"sessions":[)" +
                 session(R"("serviceDate":{"daysAgo":2},"findings":[{"region":"ql-l","before":7}])") + "}]"));
  BOOST_TEST(contains(deep, "sessions[0].session"));

  BOOST_TEST(contains(refusal("{"), "error.demo"));
  BOOST_TEST(contains(refusal("[]"), "error.demo"));
  BOOST_TEST(contains(refusal(R"({"schema":"unknot/demo-client/2"})"), "schema"));
  BOOST_TEST(contains(refusal(R"({"schema":7})"), "schema"));
  BOOST_TEST(contains(refusal(R"({"schema":"unknot/demo-client/1"})"), "client"));
}

BOOST_AUTO_TEST_CASE(TakesNoDaysThatAreNone) {
  for (const std::string day : {R"({"daysAgo":-2})", R"({"daysAgo":"2"})", R"({"daysAgo":2,"inDays":1})",
                                R"({"daysAgo":99999999})", R"({"weeksAgo":2})"})
    BOOST_TEST(contains(refusal(demoClient(R"(,"sessions":[)" + session(R"("serviceDate":)" + day) + "}]")),
                        "error.demo"),
               day);
}

BOOST_AUTO_TEST_CASE(HasLaterNotesOnlyBehindASignature) {
  const std::string notes = R"(,"laterNotes":["More."]}])";
  BOOST_TEST(contains(refusal(demoClient(R"(,"sessions":[)" +
                                         session(R"("serviceDate":{"daysAgo":2},"sign":false)") + notes)),
                      "laterNotes"));
  const auto demo = app::readDemoClient(
      demoClient(R"(,"sessions":[)" + session(R"("serviceDate":{"daysAgo":2},"sign":true)") + notes),
      "ann.json", kToday);
  BOOST_TEST(demo.sessions.at(0).laterNotes.at(0) == "More.");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(TheDemoPractice, Shelf)

BOOST_AUTO_TEST_CASE(IsMadeWithItsEightClients) {
  const auto store = make(shipped());
  BOOST_TEST(store->practice().demo);
  BOOST_TEST(store->practice().timeZone == "America/New_York");
  BOOST_TEST(store->clients().list().size() == 8U);
  BOOST_TEST(store->user().name == store->practice().practitionerName);
}

BOOST_AUTO_TEST_CASE(HasSignedSessionsOneOpenOneAndALaterNote) {
  const auto store = make(shipped());
  std::size_t sessions = 0;
  long laterNotes = 0;
  for (const auto& client : store->clients().list()) {
    for (const auto& session : store->sessions().ofClient(client.id)) {
      ++sessions;
      laterNotes +=
          std::count_if(session.signatures.begin(), session.signatures.end(), [](const domain::Signature& s) {
            return s.kind == domain::SignatureKind::laterNote && !s.text.empty();
          });
      BOOST_TEST(session.current.savedAt.ms == clock.now().ms);
      BOOST_CHECK(session.current.content.serviceDate < kToday);
    }
  }
  BOOST_TEST(sessions > 35U);
  BOOST_TEST(laterNotes == 1);
  BOOST_TEST(store->sessions().unsignedOnes().size() == 1U);
}

BOOST_AUTO_TEST_CASE(KeepsEveryPlanVersionAndMeasure) {
  const auto store = make(shipped());
  const auto found = store->clients().search("zoe");
  BOOST_REQUIRE(found.size() == 1U);
  const auto plans = store->plans().ofClient(found[0].id);
  BOOST_REQUIRE(plans.size() == 2U);
  BOOST_TEST(plans[1].version == 2);
  BOOST_TEST(plans[1].items.size() == 8U);
  BOOST_TEST(store->sessions().ofClient(found[0].id).size() == 8U);
  const auto measures = store->measures().ofClient(found[0].id);
  BOOST_TEST(std::count_if(measures.begin(), measures.end(),
                           [](const domain::Measure& m) { return !m.session; }) == 1);
  BOOST_TEST(store->intakes().ofClient(found[0].id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(OpensWithItsPassword) {
  make(shipped()).reset();
  BOOST_TEST(vault.label("demo").demo);
  BOOST_TEST(vault.open("demo", "", app::kDemoPassword)->clients().list().size() == 8U);
}

BOOST_AUTO_TEST_CASE(IsNotBegunWhenAFileIsWrong) {
  const test::TemporaryFolder data;
  std::filesystem::copy(source / "data", data.path(), std::filesystem::copy_options::recursive);
  const auto file = data / "demo" / "lukasz-wojcik.json";
  std::ofstream(file) << demoClient(
      R"(,"sessions":[)" +
      session(R"("serviceDate":{"daysAgo":2},"findings":[{"region":"tail-l","before":1}])") + "}]");
  const auto content = content::Content::load({data.path(), source / "templates", {}});
  const std::string why = test::thrownBy<core::InputError>([&] { make(content); });
  BOOST_TEST(contains(why, "lukasz-wojcik.json"));
  BOOST_TEST(contains(why, "tail-l"));
  BOOST_CHECK_THROW(vault.label("demo"), core::RefusedError);
}

BOOST_AUTO_TEST_CASE(IsEncryptedOnDiskAndOpensWithItsPassword) {
  const test::TemporaryFolder places;
  const auto real = storage::makeVault(clock, random, places / "state", "test");
  app::makeDemoPractice(*real, places / "demo", shipped(), clock, ids, "UTC").reset();

  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(places / "demo")) {
    if (!entry.is_regular_file()) continue;
    ++files;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    for (const std::string name : {"Müller", "Wójcik", "coat hanger", "SQLite format"})
      BOOST_TEST(!contains(bytes, name), entry.path().filename().string() << ": " << name);
  }
  BOOST_TEST(files >= 2U);

  BOOST_TEST(real->label(places / "demo").demo);
  BOOST_CHECK_THROW(real->open(places / "demo", "", "not the password"), core::RefusedError);
  const auto store = real->open(places / "demo", "", app::kDemoPassword);
  BOOST_TEST(store->clients().list().size() == 8U);
  BOOST_TEST(store->clients().search("mull").size() == 1U);
  BOOST_TEST(store->sessions().unsignedOnes().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
