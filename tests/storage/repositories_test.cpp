#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/error.h"
#include "storage/keys.h"
#include "storage/practice_fixture.h"
#include "storage/session_hash.h"
#include "storage/sqlcipher_engine.h"
#include "storage/stored_drafts.h"
#include "support/samples.h"
#include "support/throws.h"

using namespace unknot;
using namespace unknot::domain;
using test::thrownBy;
namespace fs = std::filesystem;

namespace {

struct Opened : test::PracticeFixture {
  Opened() { open(); }
  Client saved(const std::string& name) {
    const auto made = client(name);
    store->clients().save(made);
    return made;
  }
  std::vector<std::string> found(const std::string& words) {
    std::vector<std::string> names;
    for (const auto& line : store->clients().search(words)) names.push_back(line.name);
    return names;
  }
  std::string refused(const std::function<void()>& call) {
    const auto head = store->auditHead();
    const std::string said = thrownBy<core::RefusedError>(call);
    BOOST_TEST(store->auditHead() == head);
    return said;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Clients, Opened)

BOOST_AUTO_TEST_CASE(EveryFieldComesBack) {
  const auto full = test::fullClient();
  Client bare = client("Ann");
  store->clients().save(full);
  store->clients().save(bare);
  open();
  BOOST_TEST((store->clients().find(full.id) == full));
  BOOST_TEST((store->clients().find(bare.id) == bare));
  BOOST_TEST(!store->clients().find(ids.make<ClientId>()));
}

BOOST_AUTO_TEST_CASE(AChangeIsNotedOnceAndTheRowBeforeIsKept) {
  auto ann = saved("Ann");
  ann.phone = "030 1";
  store->clients().save(ann);
  store->clients().save(ann);
  const auto tail = store->auditTail(2);
  BOOST_TEST((tail[0].action == AuditAction::changed));
  BOOST_TEST((tail[1].action == AuditAction::created));
  BOOST_TEST(tail[0].subject == "client " + ann.id.toString());
  store.reset();
  auto keys = storage::loadKeyFile(place);
  const auto key = storage::unwrapWithPassword(keys, keys.users.front(), test::kPassword);
  const auto db =
      storage::openSqlCipher(fs::canonical(place) / "practice.db", key, storage::OpenMode::existing);
  const auto row = db->prepare("SELECT number, previous FROM client_history");
  BOOST_REQUIRE(row->step());
  BOOST_TEST(row->integer(0) == 1);
  BOOST_TEST(row->text(1).find("\"name\":\"Ann\"") != std::string::npos);
  BOOST_TEST(row->text(1).find("030 1") == std::string::npos);
  BOOST_TEST(!row->step());
}

BOOST_AUTO_TEST_CASE(TheListIsSortedAndSumsUp) {
  auto zoe = test::fullClient();
  store->clients().save(zoe);
  saved("Ann");
  saved("Ångström");
  auto first = version(zoe.id);
  first.content = test::fullContent();
  first.content.serviceDate = {2026, 2, 27};
  store->sessions().append(first);
  store->sessions().addSignature(signature(first, SignatureKind::signedAsIs));
  auto call = version(zoe.id);
  call.content.kind = SessionKind::call;
  store->sessions().append(call);
  auto wrong = version(zoe.id);
  wrong.content.serviceDate = {2026, 3, 2};
  store->sessions().append(wrong);
  store->sessions().addSignature(signature(wrong, SignatureKind::signedAsIs));
  store->sessions().addSignature(signature(wrong, SignatureKind::enteredInError));
  ExercisePlan plan;
  plan.id = ids.make<PlanId>();
  plan.client = zoe.id;
  plan.reviewOn = core::Date{2026, 4, 1};
  plan.items.emplace_back().exercise = "arch-and-flatten";
  plan.author = store->user().id;
  store->plans().append(plan);
  for (int again = 0; again < 2; ++again) {
    const auto list = store->clients().list();
    BOOST_REQUIRE(list.size() == 3U);
    BOOST_TEST(list[0].name == "Ångström");
    BOOST_TEST(list[1].name == "Ann");
    const auto& line = list[2];
    BOOST_TEST(line.sortName == "Müller, Zoë");
    BOOST_TEST((line.birthDate == zoe.birthDate));
    BOOST_TEST((line.status == ClientStatus::paused));
    BOOST_TEST((line.lastSeen == core::Date{2026, 2, 27}));
    BOOST_TEST(line.sessionCount == 2);
    BOOST_TEST(line.unsignedCount == 1);
    BOOST_TEST((line.reviewOn == core::Date{2026, 4, 1}));
    BOOST_TEST(list[1].sessionCount == 0);
    BOOST_TEST(!list[1].lastSeen);
    // The same read from the file as remembered.
    open();
  }
}

BOOST_AUTO_TEST_CASE(SearchFindsHoweverItIsTyped) {
  auto zoe = test::fullClient();
  zoe.phone = "+49 (0)30 123-456";
  store->clients().save(zoe);
  saved("Łukasz Strauß");
  saved("Maeve O’Brien");
  saved("Γιώργος Ωμέγα");
  struct Case {
    const char* words;
    const char* name;  // empty: nobody
  };
  const std::vector<Case> cases{{"zoe", "Zoë Müller"},
                                {"ZOË", "Zoë Müller"},
                                {"mull", "Zoë Müller"},
                                {"mull zo", "Zoë Müller"},
                                {"uller", ""},
                                {"zoe strauss", ""},
                                {"lukasz", "Łukasz Strauß"},
                                {"strauss", "Łukasz Strauß"},
                                {"obri", "Maeve O’Brien"},
                                {"o'bri", "Maeve O’Brien"},
                                {"brien", "Maeve O’Brien"},
                                {"γιωργοσ", "Γιώργος Ωμέγα"},
                                {"zoe@example", "Zoë Müller"},
                                {"123456", "Zoë Müller"},
                                {"123-456", "Zoë Müller"},
                                {"030123", "Zoë Müller"},
                                {"777", ""},
                                {"%", "*"}};
  for (const auto& c : cases) {
    const auto names = found(c.words);
    if (std::string(c.name) == "*")
      BOOST_TEST(names.size() == 4U);
    else
      BOOST_TEST((names.empty() ? "" : names.front()) == c.name, c.words);
    if (std::string(c.name) != "*") BOOST_TEST(names.size() == (c.name[0] ? 1U : 0U), c.words);
  }
  BOOST_TEST(found("").size() == 4U);
}

BOOST_AUTO_TEST_CASE(SearchKnowsEveryChangeAndNothingUndone) {
  auto ann = saved("Ann");
  BOOST_TEST(found("ann").size() == 1U);
  ann.name = "Beate";
  store->clients().save(ann);
  BOOST_TEST(found("ann").empty());
  BOOST_TEST(found("beate").size() == 1U);
  const auto undone = client("Carla");
  BOOST_CHECK_THROW(store->atomically([&] {
    store->clients().save(undone);
    BOOST_TEST(found("carla").size() == 1U);
    throw std::runtime_error("undone");
  }),
                    std::runtime_error);
  BOOST_TEST(found("carla").empty());
  BOOST_TEST(!store->clients().find(undone.id));
  BOOST_TEST(found("beate").size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(Sessions, Opened)

BOOST_AUTO_TEST_CASE(EveryFieldComesBackInTheOrderItWasEntered) {
  const auto zoe = saved("Zoë");
  auto first = version(zoe.id);
  first.content = test::fullContent();
  const auto stored = store->sessions().append(first);
  BOOST_TEST(stored.number == 1);
  BOOST_TEST(stored.hash.size() == 64U);
  BOOST_TEST(stored.previousHash.empty());
  BOOST_TEST((stored.content == first.content));
  open();
  const auto session = store->sessions().find(first.session);
  BOOST_REQUIRE(session);
  BOOST_TEST((session->current == stored));
  BOOST_TEST((session->client == zoe.id));
  BOOST_TEST((session->createdAt == first.savedAt));
  BOOST_TEST(!session->isSigned());
  BOOST_TEST(!store->sessions().find(ids.make<SessionId>()));
}

BOOST_AUTO_TEST_CASE(VersionsAreOnlyAddedAndHoldTogether) {
  const auto zoe = saved("Zoë");
  const auto first = store->sessions().append(version(zoe.id));
  auto second = first;
  second.id = ids.make<SessionVersionId>();
  second.content.kind = SessionKind::call;
  second.content.response = "better";
  clock.advanceMs(60'000);
  second.savedAt = clock.now();
  const auto stored = store->sessions().append(second);
  BOOST_TEST(stored.number == 2);
  BOOST_TEST(stored.previousHash == first.hash);
  BOOST_TEST(stored.salt != first.salt);
  BOOST_TEST(stored.hash == storage::hashOf(stored));
  BOOST_TEST((store->sessions().versions(first.session) == std::vector<SessionVersion>{first, stored}));
  BOOST_TEST((store->sessions().find(first.session)->current == stored));
  BOOST_TEST((store->sessions().find(first.session)->createdAt == first.savedAt));
}

BOOST_AUTO_TEST_CASE(ARetryDoesNotDouble) {
  const auto zoe = saved("Zoë");
  const auto first = version(zoe.id);
  const auto stored = store->sessions().append(first);
  const auto head = store->auditHead();
  BOOST_TEST((store->sessions().append(first) == stored));
  BOOST_TEST(store->auditHead() == head);
  BOOST_TEST(store->sessions().versions(first.session).size() == 1U);
  auto other = first;
  other.content.work = "something else";
  BOOST_TEST(refused([&] { store->sessions().append(other); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(ASignedSessionTakesNothingButNotes) {
  const auto zoe = saved("Zoë");
  const auto first = store->sessions().append(version(zoe.id));
  auto second = first;
  second.id = ids.make<SessionVersionId>();
  second.content.work = "more";
  const auto later = signature(first, SignatureKind::laterNote);
  BOOST_TEST(refused([&] { store->sessions().addSignature(later); }) == "error.practice.notSigned");
  const auto newest = store->sessions().append(second);
  BOOST_TEST(refused([&] { store->sessions().addSignature(signature(first, SignatureKind::signedAsIs)); }) ==
             "error.practice.notNewest");
  const auto signing = signature(newest, SignatureKind::signedAsIs);
  store->sessions().addSignature(signing);
  store->sessions().addSignature(signing);
  auto third = newest;
  third.id = ids.make<SessionVersionId>();
  BOOST_TEST(refused([&] { store->sessions().append(third); }) == "error.practice.signed");
  // What was saved before is still left alone.
  BOOST_TEST((store->sessions().append(second) == newest));
  BOOST_TEST(refused([&] { store->sessions().addSignature(signature(newest, SignatureKind::signedAsIs)); }) ==
             "error.practice.alreadySigned");
  store->sessions().addSignature(later);
  const auto error = signature(newest, SignatureKind::enteredInError);
  store->sessions().addSignature(error);
  const auto session = store->sessions().find(first.session);
  BOOST_TEST((session->signatures == std::vector<Signature>{signing, later, error}));
  BOOST_TEST(session->isSigned());
  BOOST_TEST(session->isInError());
  BOOST_TEST(refused([&] {
               store->sessions().addSignature(signature(version(zoe.id), SignatureKind::signedAsIs));
             }) == "error.practice.noSession");
}

BOOST_AUTO_TEST_CASE(ASessionNeedsItsClient) {
  BOOST_TEST(refused([&] { store->sessions().append(version(ids.make<ClientId>())); }) ==
             "error.practice.noClient");
  const auto zoe = saved("Zoë");
  const auto ann = saved("Ann");
  auto first = store->sessions().append(version(zoe.id));
  first.id = ids.make<SessionVersionId>();
  first.client = ann.id;
  BOOST_TEST(refused([&] { store->sessions().append(first); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(AZeroWithASignIsTheZeroThatIsRead) {
  auto first = version(saved("Ann").id);
  first.content.measures.push_back({"nprs-now", "", -0.0});
  store->sessions().append(first);
  storage::requireWhole({store->sessions().versions(first.session), {}});
}

BOOST_AUTO_TEST_CASE(SessionsAreInTheOrderOfTheWork) {
  const auto zoe = saved("Zoë");
  std::vector<SessionVersion> made;
  for (const unsigned day : {20U, 3U, 11U}) {
    auto one = version(zoe.id);
    one.content.serviceDate = {2026, 2, day};
    made.push_back(store->sessions().append(one));
  }
  store->sessions().addSignature(signature(made[2], SignatureKind::signedAsIs));
  const auto all = store->sessions().ofClient(zoe.id);
  BOOST_REQUIRE(all.size() == 3U);
  BOOST_TEST((all[0].current == made[1]));
  BOOST_TEST((all[1].current == made[2]));
  BOOST_TEST(all[1].isSigned());
  BOOST_TEST((all[2].current == made[0]));
  const auto open = store->sessions().unsignedOnes();
  BOOST_REQUIRE(open.size() == 2U);
  BOOST_TEST((open[0].id == made[0].session));
  BOOST_TEST((open[1].id == made[1].session));
}

BOOST_AUTO_TEST_CASE(AHistoryLeavesAndComesBackWhole) {
  const auto zoe = saved("Zoë");
  auto one = version(zoe.id);
  one.content = test::fullContent();
  const auto first = store->sessions().append(one);
  auto two = first;
  two.id = ids.make<SessionVersionId>();
  two.content.findings.pop_back();
  const auto second = store->sessions().append(two);
  store->sessions().addSignature(signature(second, SignatureKind::signedAsIs));
  store->sessions().addSignature(signature(first, SignatureKind::laterNote));
  const SessionHistory history{store->sessions().versions(first.session),
                               store->sessions().find(first.session)->signatures};
  const auto head = store->auditHead();
  store->sessions().restore(history);
  BOOST_TEST(store->auditHead() == head);

  // Into another practice that knows the client.
  store.reset();
  fs::remove_all(place);
  fs::copy(test::MadeOnce::get().folder / "practice", place, fs::copy_options::recursive);
  open();
  BOOST_TEST(refused([&] { store->sessions().restore(history); }) == "error.practice.noClient");
  store->clients().save(zoe);
  struct Case {
    const char* what;
    std::function<void(SessionHistory&)> tamper;
  };
  const std::vector<Case> cases{
      {"text", [](SessionHistory& h) { h.versions[0].content.work += "."; }},
      {"side", [](SessionHistory& h) { h.versions[0].content.findings[0].region = "ql-r"; }},
      {"not looked at", [](SessionHistory& h) { h.versions[0].content.findings[1].after = Tension(0); }},
      {"measure", [](SessionHistory& h) { h.versions[0].content.measures[0].value = 3; }},
      {"day", [](SessionHistory& h) { h.versions[1].savedAt.ms += 1; }},
      {"salt", [](SessionHistory& h) { h.versions[0].salt[0] = h.versions[0].salt[0] == 'a' ? 'b' : 'a'; }},
      {"taken away", [](SessionHistory& h) { h.versions.erase(h.versions.begin()); }},
      {"unsigned newest", [](SessionHistory& h) { h.versions.pop_back(); }},
      {"order", [](SessionHistory& h) { std::swap(h.versions[0], h.versions[1]); }},
      {"signature of another", [&](SessionHistory& h) { h.signatures[0].session = ids.make<SessionId>(); }},
      {"note without signing", [](SessionHistory& h) { h.signatures.erase(h.signatures.begin()); }},
      {"nothing", [](SessionHistory& h) { h = {}; }}};
  for (const auto& c : cases) {
    auto tampered = history;
    c.tamper(tampered);
    BOOST_TEST(refused([&] { store->sessions().restore(tampered); }) == "error.practice.brokenChain", c.what);
    BOOST_TEST(!store->sessions().find(first.session), c.what);
  }
  store->sessions().restore(history);
  BOOST_TEST((store->sessions().versions(first.session) == history.versions));
  BOOST_TEST((store->sessions().find(first.session)->signatures == history.signatures));
  BOOST_TEST((store->sessions().find(first.session)->current == second));
  auto shorter = history;
  shorter.signatures.pop_back();
  BOOST_TEST(refused([&] { store->sessions().restore(shorter); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(WhatIsSavedTogetherIsOneCommitOrNone) {
  const auto zoe = client("Zoë");
  const auto first = version(zoe.id);
  const auto head = store->auditHead();
  BOOST_CHECK_THROW(store->atomically([&] {
    store->clients().save(zoe);
    store->sessions().append(first);
    store->atomically([&] { store->audit(AuditAction::imported, "client 1"); });
    throw std::runtime_error("undone");
  }),
                    std::runtime_error);
  BOOST_TEST(!store->clients().find(zoe.id));
  BOOST_TEST(store->auditHead() == head);
  store->atomically([&] {
    store->clients().save(zoe);
    BOOST_CHECK_THROW(store->atomically([&] {
      store->sessions().append(first);
      throw std::runtime_error("undone");
    }),
                      std::runtime_error);
  });
  BOOST_TEST(!store->sessions().find(first.session));
  BOOST_TEST((store->clients().find(zoe.id) == zoe));
}

BOOST_AUTO_TEST_CASE(WhatFollowsACommitFollowsTheOutermostAndNoUndoneOne) {
  std::string order;
  const auto note = [&](const char* what) { store->afterCommit([&order, what] { order += what; }); };
  note("a");
  BOOST_TEST(order == "a");
  store->atomically([&] {
    note("b");
    store->atomically([&] { note("c"); });
    BOOST_CHECK_THROW(store->atomically([&] {
      note("x");
      throw std::runtime_error("undone");
    }),
                      std::runtime_error);
    BOOST_TEST(order == "a");
  });
  BOOST_TEST(order == "abc");
  BOOST_CHECK_THROW(store->atomically([&] {
    note("y");
    throw std::runtime_error("undone");
  }),
                    std::runtime_error);
  store->atomically([] {});
  BOOST_TEST(order == "abc");
}

BOOST_AUTO_TEST_CASE(OneFollowerThatFailsKeepsNoOtherBack) {
  bool told = false;
  BOOST_CHECK_THROW(store->atomically([&] {
    store->afterCommit([] { throw std::runtime_error("told when all have run"); });
    store->afterCommit([&] { told = true; });
  }),
                    std::runtime_error);
  BOOST_TEST(told);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(Others, Opened)

BOOST_AUTO_TEST_CASE(IntakesComeBackAndARetryDoesNotDouble) {
  const auto zoe = saved("Zoë");
  Intake intake;
  intake.id = ids.make<IntakeId>();
  intake.client = zoe.id;
  intake.questionnaire = "general/1";
  intake.takenOn = {2026, 3, 1};
  intake.answers = {{"goal", AnswerState::answered, {"sleep on the left side"}},
                    {"conditions", AnswerState::answered, {"osteoporosis", "dizziness \"at night\""}},
                    {"surgery", AnswerState::ratherTell, {}},
                    {"sport", AnswerState::notSure, {}},
                    {"pregnancy", AnswerState::answered, {"yes"}, "week 12"},
                    {"medicines", AnswerState::answered, {}, {}, {{{"name", "Aspirin"}, {"dose", "½"}}}}};
  intake.language = "de";
  intake.definition = store->intakes().keepDefinition("de", "slug = \"general\"");
  intake.author = store->user().id;
  intake.enteredAt = clock.now();
  store->intakes().add(intake);
  store->intakes().add(intake);
  auto later = intake;
  later.id = ids.make<IntakeId>();
  later.version = 2;
  store->intakes().add(later);
  open();
  BOOST_TEST((store->intakes().ofClient(zoe.id) == std::vector<Intake>{intake, later}));
  auto other = intake;
  other.answers.pop_back();
  BOOST_TEST(refused([&] { store->intakes().add(other); }) == "error.practice.sameId");
  other.id = ids.make<IntakeId>();
  BOOST_TEST(refused([&] { store->intakes().add(other); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(TheQuestionsAreKeptOnceByTheirHash) {
  const auto hash = store->intakes().keepDefinition("en", "one");
  BOOST_TEST(hash.size() == 64U);
  BOOST_TEST(store->intakes().keepDefinition("en", "one") == hash);
  clock.advanceMs(1000);
  const auto other = store->intakes().keepDefinition("en", "two");
  BOOST_TEST(other != hash);
  open();
  BOOST_TEST(store->intakes().definition(hash).value() == "one");
  BOOST_TEST(!store->intakes().definition(std::string(64, '0')).has_value());
  BOOST_TEST(store->intakes().newestDefinition("en").value() == "two");
  BOOST_TEST(!store->intakes().newestDefinition("fr").has_value());
}

BOOST_AUTO_TEST_CASE(ClosingsAndConsentsComeBackInTheOrderOfEntryAndARetryDoesNotDouble) {
  const auto zoe = saved("Zoë");
  Intake intake;
  intake.id = ids.make<IntakeId>();
  intake.client = zoe.id;
  intake.questionnaire = "general/2";
  intake.author = store->user().id;
  store->intakes().add(intake);
  FlagClosing closing;
  closing.id = ids.make<FlagClosingId>();
  closing.client = zoe.id;
  closing.flag = "fever";
  closing.intake = intake.id;
  closing.kind = ClosingKind::referred;
  closing.who = "Dr Example";
  closing.on = {2026, 3, 1};
  closing.reason = "fever for two days";
  closing.author = store->user().id;
  closing.authorName = "Robin Example";
  closing.enteredAt = clock.now();
  store->flagClosings().add(closing);
  store->flagClosings().add(closing);
  clock.advanceMs(10);
  auto cleared = closing;
  cleared.id = ids.make<FlagClosingId>();
  cleared.kind = ClosingKind::cleared;
  cleared.evidence = ids.make<DocumentId>();
  cleared.enteredAt = clock.now();
  store->flagClosings().add(cleared);
  Consent consent;
  consent.id = ids.make<ConsentId>();
  consent.client = zoe.id;
  consent.text = {"hands-on", 3, "Hands-on work", "You stay dressed."};
  consent.decision = ConsentDecision::accepted;
  consent.on = {2026, 3, 1};
  consent.signer = "Zoë";
  consent.guardianAs = "aunt";
  consent.signature = {{{{0, 0}, {1000, 250}}, {{5, 5}}}, 250};
  consent.author = store->user().id;
  consent.enteredAt = clock.now();
  store->consents().add(consent);
  store->consents().add(consent);
  open();
  BOOST_TEST((store->flagClosings().ofClient(zoe.id) == std::vector<FlagClosing>{closing, cleared}));
  BOOST_TEST((store->consents().ofClient(zoe.id) == std::vector<Consent>{consent}));
  auto other = consent;
  other.decision = ConsentDecision::declined;
  BOOST_TEST(refused([&] { store->consents().add(other); }) == "error.practice.sameId");
  cleared.who = "Somebody";
  BOOST_TEST(refused([&] { store->flagClosings().add(cleared); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(PlansAreNumberedByClient) {
  const auto zoe = saved("Zoë");
  ExercisePlan plan;
  plan.id = ids.make<PlanId>();
  plan.client = zoe.id;
  plan.version = 17;
  plan.from = {2026, 3, 2};
  plan.reviewOn = core::Date{2026, 3, 16};
  plan.items = {{"arch-and-flatten", PlanSide::none, 8, 2, 1, 4, "small", ""},
                {"side-curl", PlanSide::left, 3, 1, 2, 5, "", "agreed with her surgeon"}};
  plan.weeks = 3;
  plan.grouped = true;
  plan.note = "before breakfast";
  plan.author = store->user().id;
  plan.savedAt = clock.now();
  BOOST_TEST(!store->plans().current(zoe.id));
  const auto first = store->plans().append(plan);
  BOOST_TEST(first.version == 1);
  BOOST_TEST((store->plans().append(plan) == first));
  plan.id = ids.make<PlanId>();
  plan.reviewOn.reset();
  const auto second = store->plans().append(plan);
  BOOST_TEST(second.version == 2);
  open();
  BOOST_TEST((store->plans().current(zoe.id) == second));
  BOOST_TEST((store->plans().ofClient(zoe.id) == std::vector<ExercisePlan>{first, second}));
  plan.note = "other";
  BOOST_TEST(refused([&] { store->plans().append(plan); }) == "error.practice.sameId");
}

BOOST_AUTO_TEST_CASE(ClientsWhosePlansOrWeeksNameAMovementAreCountedOnce) {
  const auto zoe = saved("Zoë");
  const auto ann = saved("Ann");
  auto plan = test::fullPlan();
  plan.client = zoe.id;
  store->plans().append(plan);
  plan.id = ids.make<PlanId>();
  plan.items.pop_back();
  store->plans().append(plan);
  auto week = test::fullPracticeLog();
  week.client = zoe.id;
  store->practiceLogs().add(week);
  week.id = ids.make<PracticeLogId>();
  week.client = ann.id;
  week.grid.pop_back();
  store->practiceLogs().add(week);
  BOOST_TEST(store->plans().clientsNaming("side-curl") == 1);
  BOOST_TEST(store->plans().clientsNaming("arch-and-flatten") == 2);
  BOOST_TEST(store->plans().clientsNaming("flower") == 0);
}

BOOST_AUTO_TEST_CASE(ATemplateIsKeptReplacedAndTakenAway) {
  auto first = test::fullPlanTemplate();
  auto second = first;
  second.id = ids.make<PlanTemplateId>();
  second.name = "Evenings";
  store->planTemplates().save(first);
  store->planTemplates().save(second);
  open();
  BOOST_TEST((store->planTemplates().all() == std::vector<PlanTemplate>{first, second}));
  first.name = "First lesson";
  first.items.erase(first.items.begin());
  first.items[0].cue = "As small as a breath.";
  first.weeks = 1;
  first.grouped = false;
  store->planTemplates().save(first);
  store->planTemplates().remove(second.id);
  store->planTemplates().remove(second.id);
  const auto tail = store->auditTail(2);
  BOOST_TEST((tail[0].action == AuditAction::removed));
  BOOST_TEST(tail[0].subject == "plan-template " + second.id.toString());
  BOOST_TEST((tail[1].action == AuditAction::changed));
  open();
  BOOST_TEST((store->planTemplates().all() == std::vector<PlanTemplate>{first}));
}

BOOST_AUTO_TEST_CASE(ReturnedWeeksComeBackAndARetryDoesNotDouble) {
  const auto zoe = saved("Zoë");
  auto grid = test::fullPracticeLog();
  grid.client = zoe.id;
  store->practiceLogs().add(grid);
  store->practiceLogs().add(grid);
  auto remembered = grid;
  remembered.id = ids.make<PracticeLogId>();
  remembered.grid.clear();
  remembered.fromMemory = DaysFromMemory::threeOrFour;
  remembered.enteredAt = {grid.enteredAt.ms + 1};
  store->practiceLogs().add(remembered);
  open();
  BOOST_TEST((store->practiceLogs().ofClient(zoe.id) == std::vector<PracticeLog>{grid, remembered}));
  BOOST_TEST(store->practiceLogs().ofClient(saved("Ann").id).empty());
  grid.note = "other";
  BOOST_TEST(refused([&] { store->practiceLogs().add(grid); }) == "error.practice.sameId");
  grid.id = ids.make<PracticeLogId>();
  grid.client = ids.make<ClientId>();
  BOOST_TEST(refused([&] { store->practiceLogs().add(grid); }) == "error.practice.noClient");
}

BOOST_AUTO_TEST_CASE(MeasuresAreThoseOfTheNewestVersionsAndThoseByThemselves) {
  const auto zoe = saved("Zoë");
  Measure alone;
  alone.id = ids.make<MeasureId>();
  alone.client = zoe.id;
  alone.value = {"psfs", "climbing stairs", 4.5};
  alone.takenOn = {2026, 2, 28};
  alone.author = store->user().id;
  alone.enteredAt = clock.now();
  store->measures().add(alone);
  store->measures().add(alone);
  auto first = version(zoe.id);
  first.content.serviceDate = {2026, 2, 1};
  first.content.measures = {{"nprs-now", "", 9}};
  store->sessions().append(first);
  auto second = first;
  second.id = ids.make<SessionVersionId>();
  second.content.measures = {{"nprs-now", "", 6}, {"sleep", "", 3}};
  store->sessions().append(second);
  const auto all = store->measures().ofClient(zoe.id);
  BOOST_REQUIRE(all.size() == 3U);
  BOOST_TEST((all[0].value == MeasureValue{"nprs-now", "", 6}));
  BOOST_TEST((all[0].session == first.session));
  BOOST_TEST((all[0].takenOn == core::Date{2026, 2, 1}));
  BOOST_TEST((all[1].value == MeasureValue{"sleep", "", 3}));
  BOOST_TEST((all[0].id != all[1].id));
  BOOST_TEST((all[2] == alone));
  open();
  BOOST_TEST((store->measures().ofClient(zoe.id) == all));
  alone.value.value = 5;
  BOOST_TEST(refused([&] { store->measures().add(alone); }) == "error.practice.sameId");
  store->sessions().addSignature(signature(second, SignatureKind::signedAsIs));
  store->sessions().addSignature(signature(second, SignatureKind::enteredInError));
  BOOST_TEST(store->measures().ofClient(zoe.id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(DocumentsComeBackByteForByteOrAreSaidToBeDamaged) {
  const auto zoe = saved("Zoë");
  DocumentRecord record;
  record.id = ids.make<DocumentId>();
  record.client = zoe.id;
  record.kind = DocumentKind::report;
  record.title = "Progress";
  record.language = "de";
  record.paper = Paper::letter;
  record.largePrint = true;
  record.pages = 3;
  record.author = store->user().id;
  record.createdAt = clock.now();
  const std::string content = "%PDF-1.7\n" + std::string("\0\xFF", 2) + std::string(100'000, 'x');
  const auto stored = store->documents().add(record, content);
  BOOST_TEST(stored.bytes == static_cast<std::int64_t>(content.size()));
  BOOST_TEST(stored.sha256.size() == 64U);
  BOOST_TEST((store->documents().add(record, content) == stored));
  BOOST_TEST(refused([&] { store->documents().add(record, "other"); }) == "error.practice.sameId");
  auto second = record;
  second.id = ids.make<DocumentId>();
  second.createdAt.ms += 1;
  const auto copy = store->documents().add(second, content);
  open();
  BOOST_TEST((store->documents().ofClient(zoe.id) == std::vector<DocumentRecord>{copy, stored}));
  BOOST_TEST((store->documents().content(record.id) == content));
  // The refused one left a file that no row names; the two that are alike share one.
  std::vector<fs::path> files(fs::directory_iterator(place / "documents"), fs::directory_iterator{});
  BOOST_REQUIRE(files.size() == 2U);
  for (const auto& file : files) {
    std::string bytes = test::bytesOf(file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    test::put(file, bytes);
  }
  BOOST_TEST(thrownBy<core::DamageError>([&] { store->documents().content(record.id); }) ==
             "error.practice.documentDamaged");
  for (const auto& file : files) fs::remove(file);
  BOOST_TEST(thrownBy<core::DamageError>([&] { store->documents().content(record.id); }) ==
             "error.practice.documentMissing");
}

BOOST_AUTO_TEST_CASE(DraftsBridgeARestartAndADamagedOneIsKept) {
  const auto subject = ids.next();
  const auto other = ids.next();
  store->drafts().keep({"session", subject, {1000}, "half a sen"});
  store->drafts().keep({"session", subject, {2000}, "half a sentence"});
  store->drafts().keep({"client", other, {1500}, ""});
  open();
  const auto drafts = store->drafts().list();
  BOOST_REQUIRE(drafts.size() == 2U);
  BOOST_TEST(drafts[0].content == "half a sentence");
  BOOST_TEST(drafts[0].kind == "session");
  BOOST_TEST((drafts[0].subject == subject));
  BOOST_TEST(drafts[0].keptAt.ms == 2000);
  store->drafts().remove("session", subject);
  store->drafts().remove("session", subject);
  BOOST_TEST(store->drafts().list().size() == 1U);
  for (const auto& [file, content] : test::snapshot(state / "drafts")) {
    std::string bytes = content.first;
    bytes[30] = static_cast<char>(bytes[30] ^ 1);
    test::put(file, bytes);
  }
  BOOST_TEST(store->drafts().list().empty());
  BOOST_TEST(dynamic_cast<storage::StoredDrafts&>(store->drafts()).damaged() == 1U);
  BOOST_TEST(test::snapshot(state / "drafts").size() == 1U);
}

BOOST_AUTO_TEST_CASE(ADraftOutOfProportionHidesNoOther) {
  const auto subject = ids.next();
  store->drafts().keep({"session", ids.next(), {1000}, "out of proportion"});
  constexpr std::uintmax_t kHuge = 100 * 1024 * 1024;
  for (const auto& [file, content] : test::snapshot(state / "drafts")) fs::resize_file(file, kHuge);
  store->drafts().keep({"session", subject, {2000}, "half a sentence"});
  const auto drafts = store->drafts().list();
  BOOST_REQUIRE(drafts.size() == 1U);
  BOOST_TEST((drafts[0].subject == subject));
  BOOST_TEST(dynamic_cast<storage::StoredDrafts&>(store->drafts()).damaged() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
