#include "exchange/json.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "exchange/base64.h"
#include "exchange/json_text.h"
#include "support/samples.h"

namespace unknot::exchange {
namespace {

using test::idOf;

ClientExport fullExport() {
  ClientExport record;
  record.client = test::fullClient();
  const auto owner = record.client.id;
  auto intake = test::fullIntake();
  intake.client = owner;
  record.intakes = {intake};
  record.definitions = {{"de", "slug = \"general\"\n"}};
  domain::FlagClosing closing;
  closing.id = idOf<domain::FlagClosingId>(41);
  closing.client = owner;
  closing.flag = "osteoporosis";
  closing.intake = intake.id;
  closing.kind = domain::ClosingKind::referred;
  closing.who = "Dr Example";
  closing.on = core::Date(2026, 3, 1);
  closing.reason = "asked for limits";
  closing.evidence = idOf<domain::DocumentId>(6);
  closing.author = idOf<domain::UserId>(9);
  closing.authorName = "Robin Example";
  closing.enteredAt = {1'772'442'000'111};
  record.flagClosings = {closing};
  domain::Consent consent;
  consent.id = idOf<domain::ConsentId>(42);
  consent.client = owner;
  consent.text = {"hands-on", 2, "Hands-on work", "You stay dressed.\n\nSay stop at any time."};
  consent.language = "de";
  consent.decision = domain::ConsentDecision::accepted;
  consent.on = core::Date(2026, 3, 1);
  consent.signer = "Zoë Example";
  consent.guardianAs = "mother";
  consent.signature = {{{{0, 10}, {500, 200}}, {{700, 0}}}, 250};
  consent.author = idOf<domain::UserId>(9);
  consent.enteredAt = {1'772'442'000'222};
  record.consents = {consent};
  for (const int number : {7, 5}) {
    domain::SessionVersion version;
    version.id = idOf<domain::SessionVersionId>(100 + number);
    version.session = idOf<domain::SessionId>(number);
    version.client = owner;
    version.content = test::fullContent();
    version.author = idOf<domain::UserId>(9);
    version.savedAt = {1'772'442'000'789};
    version.salt = "00ff";
    version.hash = "aa";
    auto later = version;
    later.id = idOf<domain::SessionVersionId>(200 + number);
    later.number = 2;
    later.previousHash = "aa";
    later.hash = "bb";
    later.salt = "01ff";
    domain::Signature signature{idOf<domain::SignatureId>(300 + number),
                                version.session,
                                later.id,
                                domain::SignatureKind::laterNote,
                                "A note",
                                idOf<domain::UserId>(9),
                                "Robin Example",
                                {1'772'442'100'000}};
    record.sessions.push_back({{version, later}, {signature}});
  }
  auto plan = test::fullPlan();
  plan.client = owner;
  record.plans = {plan};
  auto log = test::fullPracticeLog();
  log.client = owner;
  auto remembered = log;
  remembered.id = idOf<domain::PracticeLogId>(12);
  remembered.grid.clear();
  remembered.fromMemory = domain::DaysFromMemory::everyDay;
  record.practiceLogs = {log, remembered};
  domain::Measure measure;
  measure.id = idOf<domain::MeasureId>(4);
  measure.client = owner;
  measure.value = {"rom", "neck, turn left", 55};
  measure.takenOn = core::Date(2026, 3, 1);
  measure.author = idOf<domain::UserId>(9);
  measure.enteredAt = {1'772'300'000'000};
  record.measures = {measure};
  domain::DocumentRecord document;
  document.id = idOf<domain::DocumentId>(6);
  document.client = owner;
  document.kind = domain::DocumentKind::report;
  document.title = "Progress";
  document.language = "de";
  document.paper = domain::Paper::letter;
  document.largePrint = true;
  document.pages = 3;
  document.bytes = 4;
  document.sha256 = "cafe";
  document.author = idOf<domain::UserId>(9);
  document.createdAt = {1'772'442'200'000};
  record.documents = {{document, std::string("%P\0\xFF", 4)}};
  return record;
}

BOOST_AUTO_TEST_SUITE(ExchangeJson)

BOOST_AUTO_TEST_CASE(AClientComesBackWithEveryField) {
  const auto client = test::fullClient();
  BOOST_CHECK(readClient(writeClient(client)) == client);
}

BOOST_AUTO_TEST_CASE(ASessionComesBackWithEveryField) {
  const auto content = test::fullContent();
  BOOST_CHECK(readSessionContent(writeSessionContent(content)) == content);
  BOOST_CHECK(readSession(writeSessionContent(content)).content == content);
}

BOOST_AUTO_TEST_CASE(EverySetOfLettersComesBack) {
  for (unsigned bits = 0; bits < 64; ++bits) {
    auto content = test::fullContent();
    content.findings[0].findings = {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
    content.findings[0].techniques = {(bits & 8U) != 0, (bits & 16U) != 0, (bits & 32U) != 0};
    BOOST_CHECK(readSessionContent(writeSessionContent(content)) == content);
  }
}

BOOST_AUTO_TEST_CASE(ADraftThatNoRuleWouldPassComesBackAsItWas) {
  auto content = test::fullContent();
  content.minutes = 9999;
  content.findings.push_back({"ql-l", {}, {}, {}, {}, ""});
  content.measures.push_back({"nprs-now", "", 2.5});
  BOOST_CHECK(readSessionContent(writeSessionContent(content)) == content);
}

BOOST_AUTO_TEST_CASE(APlanAndAnIntakeComeBackWithEveryField) {
  BOOST_CHECK(readPlan(writePlan(test::fullPlan())) == test::fullPlan());
  BOOST_CHECK(readPracticeLog(writePracticeLog(test::fullPracticeLog())) == test::fullPracticeLog());
  BOOST_CHECK(readIntake(writeIntake(test::fullIntake())) == test::fullIntake());
}

BOOST_AUTO_TEST_CASE(EachTemplateOfTheListComesBackWithEveryField) {
  const auto kept = test::fullPlanTemplate();
  const auto list = nlohmann::json::parse(writePlanTemplates({kept, kept}));
  BOOST_REQUIRE(list.size() == 2U);
  BOOST_CHECK(readPlanTemplate(list[1].dump()) == kept);
  auto wrong = list[0];
  wrong["items"][0]["reason"] = "Agreed.";
  BOOST_CHECK_THROW(readPlanTemplate(wrong.dump()), core::InputError);
}

BOOST_AUTO_TEST_CASE(WhatWasNotLookedAtIsLeftOutAndNeverZero) {
  const auto text = writeSessionContent(test::fullContent());
  const auto second = nlohmann::json::parse(text)["findings"][1];
  BOOST_TEST(second["before"] == 1);
  BOOST_TEST(!second.contains("after"));
}

BOOST_AUTO_TEST_CASE(TheSmallestFilesTakeTheDefaults) {
  const auto client = readClient(R"({"schema":"unknot/client/1","name":"Ana"})");
  BOOST_TEST(client.name == "Ana");
  BOOST_TEST(client.language == "en");
  BOOST_TEST(client.id.isNil());
  const auto session = readSession(R"({"schema":"unknot/session/1","serviceDate":"2026-03-02"})");
  BOOST_CHECK(session.content.kind == domain::SessionKind::handsOn);
  BOOST_TEST(!session.sign);
}

BOOST_AUTO_TEST_CASE(ASessionFileMayAskToBeSignedAndNameItself) {
  const auto session = readSession(
      R"({"schema":"unknot/session/1","id":"018f2c6e-7a10-7b6d-9c3e-2f8a1b4c5d6e","serviceDate":"2026-03-02","sign":true})");
  BOOST_TEST(session.sign);
  BOOST_TEST(session.id.toString() == "018f2c6e-7a10-7b6d-9c3e-2f8a1b4c5d6e");
}

BOOST_AUTO_TEST_CASE(AByteOrderMarkIsPassedOver) {
  BOOST_TEST(readClient("\xEF\xBB\xBF{\"schema\":\"unknot/client/1\",\"name\":\"Ana\"}").name == "Ana");
}

BOOST_AUTO_TEST_CASE(AWholeRecordComesBackByteForByte) {
  const auto first = writeExport(fullExport());
  BOOST_TEST(writeExport(readExport(first)) == first);
}

BOOST_AUTO_TEST_CASE(AWholeRecordKeepsWhatItHolds) {
  const auto wanted = fullExport();
  const auto back = readExport(writeExport(wanted));
  BOOST_CHECK(back.client == wanted.client);
  BOOST_CHECK(back.intakes == wanted.intakes);
  BOOST_CHECK(back.definitions == wanted.definitions);
  BOOST_CHECK(back.flagClosings == wanted.flagClosings);
  BOOST_CHECK(back.consents == wanted.consents);
  BOOST_CHECK(back.plans == wanted.plans);
  BOOST_CHECK(back.measures == wanted.measures);
  BOOST_REQUIRE(back.sessions.size() == 2);
  // In the order of their ids.
  BOOST_CHECK(back.sessions[0] == wanted.sessions[1]);
  BOOST_CHECK(back.sessions[1] == wanted.sessions[0]);
  BOOST_REQUIRE(back.documents.size() == 1);
  BOOST_CHECK(back.documents[0].record == wanted.documents[0].record);
  BOOST_CHECK(back.documents[0].content == wanted.documents[0].content);
}

BOOST_AUTO_TEST_CASE(TheOrderOfThePartsDoesNotChangeTheRecord) {
  auto turned = fullExport();
  std::swap(turned.sessions[0], turned.sessions[1]);
  BOOST_TEST(writeExport(turned) == writeExport(fullExport()));
}

BOOST_AUTO_TEST_CASE(Base64IsThatOfTheStandard) {
  // RFC 4648, section 10.
  const std::vector<std::pair<std::string, std::string>> kCases = {{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : kCases) {
    BOOST_TEST(toBase64(bytes) == text);
    BOOST_TEST(fromBase64(text).value() == bytes);
  }
  for (const char* wrong : {"Zg=", "Zg", "Zh==", "Z===", "====", "Zm9=Zg==", "Zm 9v", "Zm9\n", "Zm9-"})
    BOOST_TEST(!fromBase64(wrong).has_value(), wrong);
}

// What a wrong file is told: the message and the place.
struct Wrong {
  enum class Kind { client, session, plan, intake, record } kind;
  std::string text;
  std::string id;
  std::string field;
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
  return out << wrong.text.substr(0, 200);
}

std::string client(const std::string& fields) {
  return R"({"schema":"unknot/client/1")" + fields + "}";
}
std::string session(const std::string& fields) {
  return R"({"schema":"unknot/session/1","serviceDate":"2026-03-02")" + fields + "}";
}
std::string finding(const std::string& fields) {
  return session(R"(,"findings":[{"region":"ql-l","before":1},{"region":"ql-r")" + fields + "}]");
}
std::string plan(const std::string& fields) {
  return R"({"schema":"unknot/plan/1","from":"2026-03-02")" + fields + "}";
}
std::string item(const std::string& fields) {
  return plan(R"(,"items":[{"exercise":"flower")" + fields + "}]");
}
std::string intake(const std::string& fields) {
  return R"({"schema":"unknot/intake/1","questionnaire":"general/1","takenOn":"2026-03-02")" + fields + "}";
}
// The full record with one place changed.
std::string record(const std::function<void(nlohmann::json&)>& change) {
  auto json = nlohmann::json::parse(writeExport(fullExport()));
  change(json);
  return json.dump();
}

const std::vector<Wrong>& wrongFiles() {
  using K = Wrong::Kind;
  const std::string kBadByte = "{\"schema\":\"unknot/client/1\",\n\"name\":\"\xFF\"}";
  static const std::vector<Wrong> kFiles = {
      {K::client, "", "error.json.syntax", ""},
      {K::client, "{", "error.json.syntax", ""},
      {K::client, client(R"(,"name":"Ana",)"), "error.json.syntax", ""},
      {K::client, client(R"(,"name":"Ana"} {)"), "error.json.syntax", ""},
      {K::client, client(R"(,"name":NaN)"), "error.json.syntax", ""},
      {K::client, client(R"(,"name":"\ud800")"), "error.json.syntax", ""},
      {K::client, "[]", "error.json.object", "JSON"},
      {K::client, "null", "error.json.object", "JSON"},
      {K::client, kBadByte, "error.json.utf8", ""},
      {K::client, std::string(30, '['), "error.json.deep", ""},
      {K::client, std::string(kFileLimit + 1, ' '), "error.json.large", ""},
      {K::client, R"({"name":"Ana"})", "error.json.missing", "schema"},
      {K::client, R"({"schema":1,"name":"Ana"})", "error.json.text", "schema"},
      {K::client, R"({"schema":"unknot/client/2","name":"Ana"})", "error.json.schema", ""},
      {K::client, R"({"schema":"unknot/session/1","name":"Ana"})", "error.json.schema", ""},
      {K::client, client(""), "error.json.missing", "name"},
      {K::client, client(R"(,"name":"Ana","name":"Eva")"), "error.json.twice", "name"},
      {K::client, client(R"(,"name":"Ana","nickname":"A")"), "error.json.unknown", "nickname"},
      {K::client, client(R"(,"name":17)"), "error.json.text", "name"},
      {K::client, client(R"(,"name":null)"), "error.json.text", "name"},
      {K::client, client(R"(,"name":"Ana","id":"17")"), "error.json.id", "id"},
      {K::client, client(R"(,"name":"Ana","id":"00000000-0000-0000-0000-000000000000")"), "error.json.id",
       "id"},
      {K::client, client(R"(,"name":"Ana","birthDate":"2024-02-30")"), "error.json.date", "birthDate"},
      {K::client, client(R"(,"name":"Ana","birthDate":"29.02.1980")"), "error.json.date", "birthDate"},
      {K::client, client(R"(,"name":"Ana","birthDate":19800229)"), "error.json.text", "birthDate"},
      {K::client, client(R"(,"name":"Ana","largePrint":"yes")"), "error.json.flag", "largePrint"},
      {K::client, client(R"(,"name":"Ana","status":"gone")"), "error.choice", "status"},
      {K::client, client(R"(,"name":"Ana","createdAt":"yesterday")"), "error.json.instant", "createdAt"},
      {K::session, R"({"schema":"unknot/session/1"})", "error.json.missing", "serviceDate"},
      {K::session, session(R"(,"minutes":60.0)"), "error.json.whole", "minutes"},
      {K::session, session(R"(,"minutes":"60")"), "error.json.whole", "minutes"},
      {K::session, session(R"(,"minutes":601)"), "error.range", "minutes"},
      {K::session, session(R"(,"minutes":-1)"), "error.range", "minutes"},
      {K::session, session(R"(,"minutes":99999999999999999999)"), "error.json.whole", "minutes"},
      {K::session, session(R"(,"minutes":1e999)"), "error.json.syntax", ""},
      {K::session, session(R"(,"kind":"massage")"), "error.choice", "kind"},
      {K::session, session(R"(,"sign":1)"), "error.json.flag", "sign"},
      {K::session, session(R"(,"findings":{})"), "error.json.list", "findings"},
      {K::session, session(R"(,"findings":["ql-l"])"), "error.json.object", "findings[0]"},
      {K::session, session(R"(,"findings":[{"before":1}])"), "error.json.missing", "findings[0].region"},
      {K::session, finding(R"(,"before":5)"), "error.range", "findings[1].before"},
      {K::session, finding(R"(,"before":null)"), "error.json.whole", "findings[1].before"},
      {K::session, finding(R"(,"after":-1)"), "error.range", "findings[1].after"},
      {K::session, finding(R"(,"findings":["R"])"), "error.choice", "findings[1].findings[0]"},
      {K::session, finding(R"(,"findings":["C","C"])"), "error.twice", "findings[1].findings[1]"},
      {K::session, finding(R"(,"techniques":["AP","XX"])"), "error.choice", "findings[1].techniques[1]"},
      {K::session, finding(R"(,"techniques":"AP")"), "error.json.list", "findings[1].techniques"},
      {K::session, finding(R"(,"techniques":[1])"), "error.json.text", "findings[1].techniques[0]"},
      {K::session, finding(R"(,"tension":1)"), "error.json.unknown", "findings[1].tension"},
      {K::session, finding(R"(,"before":1,"before":2)"), "error.json.twice", "findings[1].before"},
      {K::session, finding(""), "error.json.emptyFinding", "findings[1]"},
      {K::session, session(R"(,"findings":[{"region":"ql-l","before":1},{"region":"ql-l","before":2}])"),
       "error.twice", "findings[1].region"},
      {K::session, session(R"(,"measures":[{"instrument":"vas","value":1}])"), "error.choice",
       "measures[0].instrument"},
      {K::session, session(R"(,"measures":[{"instrument":"nprs-now","value":11}])"), "error.range",
       "measures[0].value"},
      {K::session, session(R"(,"measures":[{"instrument":"nprs-now","value":2.5}])"), "error.whole",
       "measures[0].value"},
      {K::session, session(R"(,"measures":[{"instrument":"nprs-now","value":"5"}])"), "error.json.number",
       "measures[0].value"},
      {K::session, session(R"(,"measures":[{"instrument":"psfs","value":5}])"), "error.text.empty",
       "measures[0].item"},
      {K::plan, plan(""), "error.json.missing", "items"},
      {K::plan, R"({"schema":"unknot/plan/1","items":[]})", "error.json.missing", "from"},
      {K::plan, plan(R"(,"items":[{}])"), "error.json.missing", "items[0].exercise"},
      {K::plan, item(R"(,"repetitions":0)"), "error.range", "items[0].repetitions"},
      {K::plan, item(R"(,"rounds":21)"), "error.range", "items[0].rounds"},
      {K::plan, item(R"(,"timesADay":1.5)"), "error.json.whole", "items[0].timesADay"},
      {K::plan, item(R"(,"side":"up")"), "error.choice", "items[0].side"},
      {K::plan, plan(R"(,"items":[],"reviewOn":"")"), "error.json.date", "reviewOn"},
      {K::intake, intake(R"(,"answers":[{"values":["x"]}])"), "error.json.missing", "answers[0].question"},
      {K::intake, intake(R"(,"answers":[{"question":"sleep","state":"maybe"}])"), "error.choice",
       "answers[0].state"},
      {K::intake, intake(R"(,"answers":[{"question":"sleep","values":"well"}])"), "error.json.list",
       "answers[0].values"},
      {K::intake, intake(R"(,"answers":[{"question":"sleep","values":[true]}])"), "error.json.text",
       "answers[0].values[0]"},
      {K::record, record([](auto& r) { r["client"].erase("id"); }), "error.json.missing", "client.id"},
      {K::record, record([](auto& r) { r["secret"] = 1; }), "error.json.unknown", "secret"},
      {K::record, record([](auto& r) { r["plans"][0].erase("id"); }), "error.json.missing", "plans[0].id"},
      {K::record, record([](auto& r) { r["plans"].push_back(r["plans"][0]); }), "error.twice", "plans[1].id"},
      {K::record, record([](auto& r) { r["sessions"][0]["versions"][1]["number"] = 3; }), "error.range",
       "sessions[0].versions[1].number"},
      {K::record, record([](auto& r) { r["sessions"][1]["versions"] = nlohmann::json::array(); }),
       "error.json.missing", "sessions[1].versions[0]"},
      {K::record, record([](auto& r) { r["sessions"][0]["versions"][0].erase("salt"); }),
       "error.json.missing", "sessions[0].versions[0].salt"},
      {K::record,
       record([](auto& r) { r["sessions"][0]["versions"][0]["content"]["findings"][0]["before"] = 9; }),
       "error.range", "sessions[0].versions[0].content.findings[0].before"},
      {K::record, record([](auto& r) { r["sessions"][0]["signatures"][0]["version"] = r["client"]["id"]; }),
       "error.json.reference", "sessions[0].signatures[0].version"},
      {K::record, record([](auto& r) { r["measures"][0]["value"] = 400; }), "error.range",
       "measures[0].value"},
      {K::record, record([](auto& r) { r["documents"][0]["content"] = "?"; }), "error.json.base64",
       "documents[0].content"},
      {K::record, record([](auto& r) { r["documents"][0]["bytes"] = 5; }), "error.json.length",
       "documents[0].bytes"},
  };
  return kFiles;
}

void readAs(Wrong::Kind kind, const std::string& text) {
  switch (kind) {
    case Wrong::Kind::client:
      readClient(text);
      break;
    case Wrong::Kind::session:
      readSession(text);
      break;
    case Wrong::Kind::plan:
      readPlan(text);
      break;
    case Wrong::Kind::intake:
      readIntake(text);
      break;
    case Wrong::Kind::record:
      readExport(text);
      break;
  }
}

BOOST_DATA_TEST_CASE(AWrongFileIsToldWhatAndWhere, boost::unit_test::data::make(wrongFiles()), wrong) {
  BOOST_CHECK_EXCEPTION(readAs(wrong.kind, wrong.text), core::InputError, [&](const core::InputError& error) {
    BOOST_TEST(error.message().id == wrong.id);
    BOOST_TEST(test::argument(error, "field") == wrong.field);
    return true;
  });
}

BOOST_AUTO_TEST_CASE(ASyntaxErrorNamesLineAndColumn) {
  BOOST_CHECK_EXCEPTION(readClient("{\n  \"naïve\" 1}"), core::InputError, [](const core::InputError& error) {
    BOOST_TEST(test::argument(error, "line") == "2");
    BOOST_TEST(test::argument(error, "column") == "11");
    return true;
  });
}

BOOST_AUTO_TEST_CASE(ABrokenByteNamesItsLine) {
  BOOST_CHECK_EXCEPTION(readClient("{\n\n\"name\": \"\xC3\"\n}"), core::InputError,
                        [](const core::InputError& error) {
                          BOOST_TEST(test::argument(error, "line") == "3");
                          return true;
                        });
}

BOOST_AUTO_TEST_CASE(ALongValueIsNotRepeatedWhole) {
  const std::string text = client(R"(,"name":"Ana","status":")" + std::string(5000, 'x') + "\"");
  BOOST_CHECK_EXCEPTION(readClient(text), core::InputError, [](const core::InputError& error) {
    BOOST_TEST(test::argument(error, "value").size() < 100U);
    return true;
  });
}

BOOST_AUTO_TEST_CASE(ManyFieldsAreReadInReasonableSteps) {
  // Six hundred thousand fields of one object: a list that is searched from its start for each would not end.
  std::string text = "{";
  for (int i = 0; i < 600'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
  text += "\"schema\":\"unknot/client/1\"}";
  BOOST_CHECK_THROW(readClient(text), core::InputError);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::exchange
