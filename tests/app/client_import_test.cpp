// Clients come in from files of other programs, into a practice on disk, and go again together.
#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>

#include "app/charting.h"
#include "app/client_import.h"
#include "app/clients.h"
#include "app/session_draft.h"
#include "app/work_support.h"
#include "storage/practice_fixture.h"
#include "support/throws.h"

using namespace unknot;
using namespace unknot::app;
using unknot::test::thrownBy;

namespace {

// A workspace over a practice on disk.
struct Practice : test::PracticeFixture {
  test::FixedTypesetter typesetter;
  test::CountingPdf pdf;
  Changes changes;
  std::vector<Change> published;
  std::shared_ptr<void> listening = changes.subscribe([this](const Change& c) { published.push_back(c); });
  test::FakeForms forms;
  Workspace work{open(), test::shippedContent(), clock, ids, typesetter, pdf, changes, forms};

  const core::Words& words() const { return test::shippedContent().words("en"); }

  domain::ClientId add(const std::string& name, const std::string& phone = "",
                       std::optional<core::Date> born = {}) {
    domain::Client made = client(name);
    made.phone = phone;
    made.birthDate = born;
    return addClient(work, made).id;
  }
  std::vector<domain::ClientSummary> everybody() { return work.store.clients().list(); }
  domain::Client named(const std::string& name) {
    for (const auto& one : everybody())
      if (one.name == name) return work.store.clients().find(one.id).value();
    BOOST_FAIL("nobody is called " << name);
    return {};
  }

  ImportFile file(const std::string& bytes) {
    auto survey = surveyImport(std::make_shared<const std::string>(bytes));
    settleDates(survey.file);
    return survey.file;
  }
  ImportCheck checked(const ImportFile& from) { return checkImport(work, words(), from, {}).value(); }
  ImportResult take(const std::string& bytes, const DoubleChoices& choices = {}) {
    const auto from = file(bytes);
    return bringIn(work, words(), ids.make<domain::ImportId>(), from, checked(from), choices, {}).value();
  }
  std::vector<std::string> audit(std::size_t most) {
    std::vector<std::string> lines;
    for (const auto& entry : work.store.auditTail(most))
      lines.push_back(std::string(domain::toString(entry.action)) + " " +
                      entry.subject.substr(0, entry.subject.find(' ')));
    return lines;
  }
  std::int64_t faults() {
    return work.store.verify([](const core::Message&) {}).faults;
  }
};

const std::string kTable = "Name,Born,Phone\nAnn Example,1980-02-29,030 111111\nBo Sample,,030 222222\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ClientImportTest, Practice)

BOOST_AUTO_TEST_CASE(EverybodyComesInAsOneAction) {
  published.clear();
  const auto result = take(kTable);
  BOOST_TEST(result.added == 2);
  BOOST_REQUIRE(everybody().size() == 2U);
  BOOST_TEST((named("Ann Example").birthDate == core::Date(1980, 2, 29)));
  BOOST_TEST(!named("Bo Sample").birthDate.has_value());
  BOOST_TEST(named("Bo Sample").phone == "030 222222");
  BOOST_TEST(named("Bo Sample").createdAt.ms == clock.now().ms);
  BOOST_TEST(
      (audit(3) == std::vector<std::string>{"imported client-import", "created client", "created client"}));
  BOOST_REQUIRE(published.size() == 1U);
  BOOST_TEST(published[0].client.isNil());
  const auto imports = listImports(work);
  BOOST_REQUIRE(imports.size() == 1U);
  BOOST_TEST((imports[0].id == result.id));
  BOOST_TEST(imports[0].source == "csv");
  BOOST_TEST(imports[0].added == 2);
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(TheSameImportTriedAgainDoesNotDouble) {
  const auto from = file(kTable);
  const auto id = ids.make<domain::ImportId>();
  const auto first = bringIn(work, words(), id, from, checked(from), {}, {});
  const auto again = bringIn(work, words(), id, from, checked(from), {}, {});
  BOOST_TEST(again->added == first->added);
  BOOST_TEST(everybody().size() == 2U);
}

BOOST_AUTO_TEST_CASE(WhoIsThereAlreadyIsShownAndNothingIsOverwritten) {
  const auto ann = add("Ann Example", "0171 999", core::Date(1980, 2, 29));
  const auto check = checked(file(kTable));
  BOOST_REQUIRE(check.doubles.size() == 1U);
  const auto& one = check.doubles[0];
  BOOST_TEST((one.of.client == ann));
  BOOST_TEST(one.of.likeness.isSure());
  BOOST_TEST((one.proposed() == DoubleChoice::fillEmpty));
  const auto result =
      take("Name,Born,Phone,Job\nExample Ann,1980-02-29,030 111111,Baker\n", {{2, DoubleChoice::fillEmpty}});
  BOOST_TEST(result.added == 0);
  BOOST_TEST(result.filled == 1);
  const auto chart = named("Ann Example");
  BOOST_TEST(chart.phone == "0171 999");
  BOOST_TEST(chart.occupation == "Baker");
  BOOST_TEST(everybody().size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhoIsLeftOutChangesNothing) {
  add("Ann Example", "", core::Date(1980, 2, 29));
  const auto before = named("Ann Example");
  const auto result = take(kTable, {{2, DoubleChoice::leaveOut}});
  BOOST_TEST(result.leftOut == 1);
  BOOST_TEST(result.added == 1);
  BOOST_TEST((named("Ann Example") == before));
}

BOOST_AUTO_TEST_CASE(AFullChartThatIsFilledIsNotChanged) {
  add("Bo Sample", "030 222222");
  const auto result = take("Name,Phone\nBo Sample,030 222222\n", {{2, DoubleChoice::fillEmpty}});
  BOOST_TEST(result.filled == 0);
  BOOST_TEST(result.added == 0);
}

BOOST_AUTO_TEST_CASE(SomebodyWhoStandsTwiceInTheFileIsADoubleToo) {
  const std::string twice =
      "Name,Born,Phone,Email\nAnn Example,1980-02-29,,\nAnn Example,1980-02-29,030 111111,\n"
      "Ann Example,1980-02-29,,ann@example.org\n";
  const auto check = checked(file(twice));
  BOOST_REQUIRE(check.doubles.size() == 2U);
  BOOST_TEST(!check.doubles[0].of.client.has_value());
  BOOST_TEST(check.doubles[0].of.line == 2U);
  const auto result = take(twice, {{3, DoubleChoice::fillEmpty}, {4, DoubleChoice::fillEmpty}});
  BOOST_TEST(result.added == 1);
  const auto ann = named("Ann Example");
  BOOST_TEST(ann.phone == "030 111111");
  BOOST_TEST(ann.email == "ann@example.org");
  // She was saved once, so she can go again.
  BOOST_TEST(undoImport(work, result.id).takenAway == 1);
}

BOOST_AUTO_TEST_CASE(ARowLikeOneThatFilledAChartFillsTheSameChart) {
  const auto id = add("Ann Example", "", core::Date(1980, 2, 29));
  const std::string twice =
      "Name,Born,Phone,Email\nAnn Example,1980-02-29,030 111111,\nAnn Exampel,1980-02-29,030 "
      "111111,ann@example.org\n";
  const auto from = file(twice);
  auto check = checked(from);
  BOOST_REQUIRE(check.doubles.size() == 2U);
  DoubleChoices choices;
  for (const auto& one : check.doubles) choices[one.line] = DoubleChoice::fillEmpty;
  const auto result = bringIn(work, words(), ids.make<domain::ImportId>(), from, check, choices, {}).value();
  BOOST_TEST(result.added == 0);
  BOOST_TEST(result.filled == 1);
  BOOST_TEST(work.store.clients().find(id)->email == "ann@example.org");
}

BOOST_AUTO_TEST_CASE(UndoingTakesEverybodyAwayAndKeepsWhatTheyWere) {
  add("Cy Other");
  const auto result = take(kTable);
  const auto undone = undoImport(work, result.id);
  BOOST_TEST(undone.takenAway == 2);
  BOOST_TEST(undone.recorded.empty());
  BOOST_REQUIRE(everybody().size() == 1U);
  BOOST_TEST(everybody()[0].name == "Cy Other");
  BOOST_TEST(
      (audit(3) == std::vector<std::string>{"undone client-import", "removed client", "removed client"}));
  BOOST_TEST(listImports(work)[0].undoneAt.has_value());
  BOOST_TEST(faults() == 0);
  for (const auto& one : work.store.clientImports().clients(result.id)) {
    BOOST_TEST(one.takenAway);
    BOOST_TEST(thrownBy([&] { readChart(work, one.client); }) == "error.client.none");
  }
  BOOST_TEST(thrownBy<core::RefusedError>([&] { undoImport(work, result.id); }) == "error.import.undone");
  BOOST_TEST(thrownBy<core::InputError>([&] { undoImport(work, ids.make<domain::ImportId>()); }) ==
             "error.import.none");
}

BOOST_AUTO_TEST_CASE(WhoHasSomethingRecordedSinceStaysAndIsNamed) {
  const auto result = take(kTable + "Di Third,,\nEd Fourth,,\n");
  const auto session = ids.make<domain::SessionId>();
  domain::SessionContent content;
  content.serviceDate = core::Date(2026, 3, 2);
  content.theirWords = "stiff";
  saveSession(work, session, named("Ann Example").id, content);
  auto bo = named("Bo Sample");
  bo.occupation = "Baker";
  changeClient(work, bo);
  // Typed, and not saved yet.
  keepDraft(work, ids.make<domain::SessionId>(), named("Di Third").id, content);
  const auto undone = undoImport(work, result.id);
  BOOST_TEST(undone.takenAway == 1);
  BOOST_REQUIRE(undone.recorded.size() == 3U);
  BOOST_TEST(undone.recorded[0].name == "Ann Example");
  BOOST_TEST(everybody().size() == 3U);
  BOOST_TEST(work.store.sessions().ofClient(named("Ann Example").id).size() == 1U);
  BOOST_TEST(faults() == 0);
}

BOOST_AUTO_TEST_CASE(UndoingEmptiesWhatWasFilledUnlessItWasChangedSince) {
  const auto ann = add("Ann Example", "", core::Date(1980, 2, 29));
  const auto bo = add("Bo Sample");
  const auto result =
      take("Name,Born,Phone,Job\nAnn Example,1980-02-29,030 111111,Baker\nBo Sample,,030 222222,\n",
           {{2, DoubleChoice::fillEmpty}, {3, DoubleChoice::fillEmpty}});
  BOOST_TEST(result.filled == 2);
  auto changed = work.store.clients().find(ann).value();
  changed.phone = "0171 5";
  changeClient(work, changed);
  const auto undone = undoImport(work, result.id);
  BOOST_TEST(undone.emptied == 2);
  BOOST_REQUIRE(undone.changed.size() == 1U);
  BOOST_TEST(undone.changed[0].name == "Ann Example");
  BOOST_TEST(work.store.clients().find(ann)->phone == "0171 5");
  BOOST_TEST(work.store.clients().find(ann)->occupation.empty());
  BOOST_TEST(work.store.clients().find(bo)->phone.empty());
}

BOOST_AUTO_TEST_CASE(StoppingUndoesAll) {
  std::string many = "Name\n";
  for (int i = 0; i < 350; ++i) many += "Person" + std::to_string(i) + " Example" + std::to_string(i) + "\n";
  const auto from = file(many);
  const auto check = checked(from);
  std::vector<std::size_t> told;
  const auto head = work.store.auditHead();
  published.clear();
  const auto result =
      bringIn(work, words(), ids.make<domain::ImportId>(), from, check, {}, [&](std::size_t rows) {
        told.push_back(rows);
        return rows < 300;
      });
  BOOST_TEST(!result.has_value());
  BOOST_TEST((told == std::vector<std::size_t>{100, 200, 300}));
  BOOST_TEST(everybody().empty());
  BOOST_TEST(work.store.auditHead() == head);
  BOOST_TEST(published.empty());
  BOOST_TEST(!checkImport(work, words(), from, [](std::size_t) { return false; }).has_value());
  // And the next one goes through.
  BOOST_TEST(bringIn(work, words(), ids.make<domain::ImportId>(), from, check, {}, {})->added == 350);
}

BOOST_AUTO_TEST_CASE(WhatIsNotBroughtInIsToldByItsLine) {
  const std::string bytes = "Name,Born\n,1980-02-29\nAnn Example,once upon a time\n";
  const auto check = checked(file(bytes));
  BOOST_TEST(check.rows == 2U);
  BOOST_REQUIRE(check.refusals.size() == 1U);
  BOOST_TEST(check.refusals[0].line == 2U);
  BOOST_REQUIRE(check.remarks.size() == 1U);
  BOOST_TEST(check.remarks[0].line == 3U);
  BOOST_TEST(words().say(check.remarks[0].message).find("Born") != std::string::npos);
  const auto result = take(bytes);
  BOOST_TEST(result.refused == 1);
  BOOST_TEST(named("Ann Example").about == "Born: once upon a time");
}

BOOST_AUTO_TEST_CASE(ABrokenFileChangesNothing) {
  const std::string broken = "Name,Note\nAnn Example,fine\nBo Sample,\"no end\n";
  const std::string said = "error.import.quoteOpen line=3";
  BOOST_TEST(thrownBy([&] { file(broken); }) == said);
  auto from = file("Name,Note\nAnn Example,fine\n");
  from.bytes = std::make_shared<const std::string>(broken);
  BOOST_TEST(thrownBy([&] { checked(from); }) == said);
  BOOST_TEST(thrownBy([&] { bringIn(work, words(), ids.make<domain::ImportId>(), from, {}, {}, {}); }) ==
             said);
  BOOST_TEST(everybody().empty());
}

BOOST_AUTO_TEST_CASE(CardsComeInTheSameWay) {
  const auto result = take(
      "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Example\nN:Example;Ann\nORG:Bakery\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Sample\nEND:VCARD\n");
  BOOST_TEST(result.added == 2);
  BOOST_TEST(named("Ann Example").about == "Works at: Bakery");
  BOOST_TEST(named("Ann Example").sortName == "Example, Ann");
  BOOST_TEST(listImports(work)[0].source == "vcard");
}

BOOST_AUTO_TEST_CASE(DatesThatCanMeanTwoDaysAreAskedAbout) {
  auto survey = surveyImport(std::make_shared<const std::string>("Name,Born\nAnn Example,3/2/1980\n"));
  BOOST_TEST(settleDates(survey.file));
  survey.file.table.order = exchange::DateOrder::monthFirst;
  const auto first = previewImport(work, words(), survey.file, 5);
  BOOST_REQUIRE(first.size() == 1U);
  BOOST_TEST((first[0].client.birthDate == core::Date(1980, 3, 2)));
}

BOOST_AUTO_TEST_CASE(ATableWithoutHeadingsNamesItsColumns) {
  const auto result = take("Ann Example,tea\n");
  BOOST_TEST(result.added == 0);
  auto from = file("0301234,Ann Example,tea\n");
  BOOST_TEST(!from.table.headings);
  from.table.meanings = {exchange::ColumnMeaning::phone, exchange::ColumnMeaning::name,
                         exchange::ColumnMeaning::headedNote};
  BOOST_TEST(previewImport(work, words(), from, 1).at(0).client.about == "Column 3: tea");
}

BOOST_AUTO_TEST_CASE(SomebodyAddedByHandIsComparedToo) {
  const auto zoe = add("Zoë Müller", "030 1234567", core::Date(1980, 2, 29));
  domain::Client typed;
  typed.name = "Mueller Zoe";
  const auto found = findLookalikes(work, typed);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST((found[0].client == zoe));
  typed.birthDate = core::Date(1991, 7, 1);
  BOOST_TEST(findLookalikes(work, typed).empty());
  typed.phone = "+49 30 / 1234567";
  BOOST_TEST(findLookalikes(work, typed).size() == 1U);
  // Nobody is their own double.
  BOOST_TEST(findLookalikes(work, work.store.clients().find(zoe).value()).empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ClientImportRightsTest, test::Desk)

BOOST_AUTO_TEST_CASE(AnAssistantAddsPeopleButBringsInNoFile) {
  actAs(domain::Role::assistant);
  const ImportFile file = surveyImport(std::make_shared<const std::string>("Name\nAnn\n")).file;
  const auto& words = test::shippedContent().words("en");
  using test::thrownBy;
  BOOST_TEST(thrownBy([&] { checkImport(work, words, file, {}); }) == "error.use.permission");
  BOOST_TEST(thrownBy([&] { bringIn(work, words, {}, file, {}, {}, {}); }) == "error.use.permission");
  BOOST_TEST(thrownBy([&] { undoImport(work, {}); }) == "error.use.permission");
  BOOST_TEST(findLookalikes(work, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
