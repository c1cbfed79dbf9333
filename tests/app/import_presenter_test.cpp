// Bringing clients in, step by step, and the guard of the form for a new client.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>

#include "app/client_form_presenter.h"
#include "app/desk_support.h"
#include "app/import_presenter.h"
#include "support/held_executor.h"
#include "support/temporary_folder.h"

using namespace unknot;
using namespace unknot::app;

namespace {

struct Screen : test::PresenterDesk {
  test::TemporaryFolder folder;
  ImportPresenter screen{desk};

  const ImportState& state() const { return screen.state(); }
  void choose(const std::string& bytes) {
    const auto file = folder.path() / "list.csv";
    std::ofstream(file, std::ios::binary) << bytes;
    screen.choose(file);
  }
  std::string problem() const { return state().problem ? state().problem->id : ""; }
  std::string notReady() const { return state().notReady ? state().notReady->id : ""; }
};

const std::string kTable =
    "Vorname;Nachname;Geburtsdatum;Kasse\nZoë;Müller;29.02.1980;privat\nAnn;Example;irgendwann;\n;;1.2.1970;"
    "\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ImportPresenterTest, Screen)

BOOST_AUTO_TEST_CASE(AFileShowsItsColumnsAndItsFirstPeople) {
  screen.open();
  choose(kTable);
  BOOST_TEST((state().step == ImportStep::columns));
  BOOST_TEST(state().fileName == "list.csv");
  BOOST_TEST(state().encoding == "UTF-8");
  BOOST_TEST(state().separator == ';');
  BOOST_REQUIRE(state().columns.size() == 4U);
  BOOST_TEST(state().columns[0].name == "Vorname");
  BOOST_TEST(state().columns[0].examples == "Zoë · Ann");
  BOOST_TEST((state().columns[3].meaning == exchange::ColumnMeaning::headedNote));
  BOOST_REQUIRE(state().preview.size() == 3U);
  BOOST_TEST(state().preview[0].name == "Zoë Müller");
  BOOST_TEST(state().preview[0].born == "29 Feb 1980");
  BOOST_TEST(state().preview[0].rest == "Kasse: privat");
  BOOST_TEST(state().preview[1].rest == "Geburtsdatum: irgendwann");
  BOOST_TEST(state().preview[2].rest.find("no name") != std::string::npos);
  BOOST_TEST(!state().asksForOrder);
  BOOST_TEST(notReady() == "");
}

BOOST_AUTO_TEST_CASE(WhatAColumnMeansCanBeChosenAnew) {
  choose(kTable);
  screen.setMeaning(3, exchange::ColumnMeaning::leaveOut);
  BOOST_TEST(state().preview[0].rest == "");
  screen.setMeaning(0, exchange::ColumnMeaning::about);
  screen.setMeaning(1, exchange::ColumnMeaning::about);
  BOOST_TEST(notReady() == "error.import.noName");
  screen.check();
  BOOST_TEST((state().step == ImportStep::columns));
  screen.setMeaning(9, exchange::ColumnMeaning::name);
}

BOOST_AUTO_TEST_CASE(AWrongGuessOfTheSeparatorOrTheHeadingsIsMended) {
  choose("Example, Ann\nSample, Bo\n");
  screen.setSeparator('|');
  BOOST_REQUIRE(state().columns.size() == 1U);
  screen.setHeadings(false);
  BOOST_TEST(state().columns[0].name == "Column 1");
  screen.setMeaning(0, exchange::ColumnMeaning::name);
  BOOST_REQUIRE(state().preview.size() == 2U);
  BOOST_TEST(state().preview[0].name == "Ann Example");
}

BOOST_AUTO_TEST_CASE(AWrongGuessOfTheLettersIsMended) {
  choose("Name\nM\xFCller\n");
  BOOST_TEST(state().encoding == "windows-1252");
  BOOST_TEST(state().preview[0].name == "Müller");
  screen.setEncoding("KOI8-R");
  BOOST_TEST(state().preview[0].name == "MЭller");
}

BOOST_AUTO_TEST_CASE(ADateOfTwoSensesHoldsItUpUntilTheOrderIsSaid) {
  choose("Name,Born\nAnn Example,3/2/1980\n");
  BOOST_TEST(state().asksForOrder);
  BOOST_TEST(notReady() == "importClients.order.ask");
  screen.check();
  BOOST_TEST((state().step == ImportStep::columns));
  screen.setOrder(exchange::DateOrder::dayFirst);
  BOOST_TEST(state().preview[0].born == "3 Feb 1980");
  BOOST_TEST(notReady() == "");
}

BOOST_AUTO_TEST_CASE(DoublesAreShownSideBySideAndChosenOneByOneOrAllAtOnce) {
  domain::Client zoe;
  zoe.name = "Zoë Müller";
  zoe.birthDate = core::Date(1980, 2, 29);
  zoe.phone = "030 123456";
  addClient(work, zoe);
  choose(kTable);
  screen.check();
  BOOST_TEST((state().step == ImportStep::doubles));
  BOOST_REQUIRE(state().doubles->size() == 1U);
  const auto& row = state().doubles->front();
  BOOST_TEST(row.of == "Zoë Müller, 29 Feb 1980");
  BOOST_TEST(row.why == "same name, same birth date");
  BOOST_TEST((row.choice == DoubleChoice::fillEmpty));
  BOOST_TEST((state().selected == 2U));
  const auto pairs = state().pairs;
  BOOST_TEST((pairs == std::vector<FieldPair>{{"Name", "Zoë Müller", "Zoë Müller"},
                                              {"Born on", "29 Feb 1980", "29 Feb 1980"},
                                              {"Phone", "", "030 123456"},
                                              {"Notes", "Kasse: privat", ""}}));
  BOOST_TEST(state().summary.starts_with("1 person comes in"));
  screen.setChoice(2, DoubleChoice::keepNew);
  BOOST_TEST(state().summary.starts_with("2 people come in"));
  screen.setChoiceForAll(DoubleChoice::leaveOut);
  BOOST_TEST((state().doubles->front().choice == DoubleChoice::leaveOut));
  BOOST_REQUIRE(state().told.size() == 2U);
  BOOST_TEST(state().told[0].starts_with("Line 4"));
  screen.bringIn();
  BOOST_TEST((state().step == ImportStep::done));
  BOOST_TEST(store.clients().list().size() == 2U);
  BOOST_TEST((state().result ==
              std::vector<std::string>{"1 client came in.", "1 row was left out.", "1 row can’t come in."}));
}

BOOST_AUTO_TEST_CASE(AnImportIsUndoneFromItsResultOrLater) {
  choose("Name\nAnn Example\nBo Sample\n");
  screen.check();
  screen.bringIn();
  BOOST_REQUIRE(state().toUndo.has_value());
  BOOST_REQUIRE(state().earlier.size() == 1U);
  BOOST_TEST(state().earlier[0].text == "2 Mar 2026, 09:00: 2 clients came, 0 charts filled");
  screen.open();
  BOOST_REQUIRE(state().earlier.size() == 1U);
  BOOST_TEST(state().earlier[0].canUndo);
  screen.undo(state().earlier[0].id);
  BOOST_TEST(store.clients().list().empty());
  BOOST_TEST((state().result == std::vector<std::string>{"2 clients were taken away again."}));
  BOOST_TEST(!state().earlier[0].canUndo);
}

BOOST_AUTO_TEST_CASE(WhoStaysIsNamed) {
  choose("Name\nAnn Example\nBo Sample\n");
  screen.check();
  screen.bringIn();
  auto bo = store.clients().find(store.clients().list()[1].id).value();
  bo.phone = "030 123456";
  changeClient(work, bo);
  screen.undo(*state().toUndo);
  BOOST_REQUIRE(state().result.size() == 2U);
  BOOST_TEST(state().result[1].find("Bo Sample") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(AFileThatCantBeReadIsASentence) {
  choose("PK\x03\x04");
  BOOST_TEST(problem() == "error.import.spreadsheet");
  BOOST_TEST((state().step == ImportStep::choose));
  screen.choose(folder.path() / "nothing.csv");
  BOOST_TEST(problem() != "");
  BOOST_TEST(!state().busy);
  choose("Name,Note\nAnn,\"open\n");
  screen.check();
  BOOST_TEST(problem() == "error.import.quoteOpen");
}

BOOST_AUTO_TEST_CASE(AnImportThatFailsIsTriedAgainWithoutDoubling) {
  choose("Name\nAnn Example\n");
  screen.check();
  store.failWrites(true);
  screen.bringIn();
  BOOST_TEST((state().step == ImportStep::doubles));
  BOOST_TEST(problem() == "error.unexpected");
  store.failWrites(false);
  screen.bringIn();
  BOOST_TEST((state().step == ImportStep::done));
  BOOST_TEST(store.clients().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(EveryMeaningAndEveryChoiceHasWords) {
  for (const auto meaning : ImportPresenter::meanings())
    BOOST_TEST(desk.words.has("importClients.meaning." + std::string(toString(meaning))));
  for (const auto choice : {DoubleChoice::keepNew, DoubleChoice::leaveOut, DoubleChoice::fillEmpty})
    BOOST_TEST(desk.words.has("importClients.choice." + std::string(toString(choice))));
  for (const auto& field : domain::fillableFields()) BOOST_TEST(desk.words.has("fieldName." + field));
}

BOOST_AUTO_TEST_CASE(BackGoesOneStep) {
  choose("Name\nAnn Example\n");
  screen.check();
  screen.back();
  BOOST_TEST((state().step == ImportStep::columns));
  screen.back();
  BOOST_TEST((state().step == ImportStep::choose));
}

BOOST_AUTO_TEST_SUITE_END()

// Stopped by hand while it runs on a thread that is held.
BOOST_AUTO_TEST_SUITE(ImportStopTest)

BOOST_AUTO_TEST_CASE(StoppingKeepsNobody) {
  test::Desk practice;
  test::HeldExecutor storage;
  core::InPlaceExecutor here;
  core::Tasks tasks{storage, here};
  app::Desk desk{practice.work,
                 tasks,
                 test::shippedContent(),
                 test::shippedContent().words("en"),
                 practice.clock,
                 practice.changes,
                 practice.store.practice(),
                 practice.store.user()};
  ImportPresenter screen{desk};
  const test::TemporaryFolder folder;
  std::string bytes = "Name\n";
  for (int i = 0; i < 300; ++i) bytes += "Person" + std::to_string(i) + " Example" + std::to_string(i) + "\n";
  std::ofstream(folder.path() / "list.csv", std::ios::binary) << bytes;
  screen.choose(folder.path() / "list.csv");
  screen.check();
  storage.hold();
  screen.bringIn();
  BOOST_TEST(screen.state().busy);
  BOOST_TEST(screen.state().canStop);
  screen.stop();
  storage.letGo();
  BOOST_TEST(!screen.state().busy);
  BOOST_TEST((screen.state().step == ImportStep::doubles));
  BOOST_TEST(screen.state().problem.value().id == "importClients.stopped");
  BOOST_TEST(practice.store.clients().list().empty());
  screen.bringIn();
  BOOST_TEST(practice.store.clients().list().size() == 300U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ClientFormGuardTest, test::PresenterDesk)

namespace {

void type(ClientFormPresenter& form, const char* name) {
  form.startNew();
  form.setText("name", name);
}

}  // namespace

BOOST_AUTO_TEST_CASE(ANewClientWhoMayBeHereAlreadyIsAskedAbout) {
  const auto zoe = client("Zoë Müller");
  ClientFormPresenter form(desk);
  type(form, "Mueller Zoe");
  bool saved = false, notSaved = false;
  form.save([&](domain::ClientId) { saved = true; }, [&] { notSaved = true; });
  BOOST_TEST(!saved);
  BOOST_TEST(notSaved);
  BOOST_REQUIRE(form.state().lookalikes.size() == 1U);
  BOOST_TEST((form.state().lookalikes[0].client == zoe));
  BOOST_TEST(form.lookalikeText(form.state().lookalikes[0]) == "Zoë Müller");
  BOOST_TEST(store.clients().list().size() == 1U);
  form.somebodyElse();
  BOOST_TEST(form.state().lookalikes.empty());
  form.save([&](domain::ClientId) { saved = true; });
  BOOST_TEST(saved);
  BOOST_TEST(store.clients().list().size() == 2U);
}

BOOST_AUTO_TEST_CASE(TypingOnTakesTheQuestionAway) {
  client("Zoë Müller");
  ClientFormPresenter form(desk);
  type(form, "Zoe Müller");
  form.save([](domain::ClientId) {});
  BOOST_TEST(form.state().lookalikes.size() == 1U);
  form.setText("name", "Zoe Millner");
  BOOST_TEST(form.state().lookalikes.empty());
}

BOOST_AUTO_TEST_CASE(WhereNobodyCanBeAskedItIsSaved) {
  client("Zoë Müller");
  ClientFormPresenter form(desk);
  type(form, "Zoë Müller");
  bool saved = false;
  form.save([&](domain::ClientId) { saved = true; }, {}, ClientFormPresenter::Guard::none);
  BOOST_TEST(saved);
}

BOOST_AUTO_TEST_CASE(WhoIsThereAlreadyIsChangedWithoutAQuestion) {
  const auto first = client("Zoë Müller");
  client("Zoe Mueller");
  ClientFormPresenter form(desk);
  form.open(first);
  form.setText("calledAs", "Zo");
  bool saved = false;
  form.save([&](domain::ClientId) { saved = true; });
  BOOST_TEST(saved);
}

BOOST_AUTO_TEST_CASE(ATryThatWasSavedAfterAllIsNotAskedAbout) {
  ClientFormPresenter form(desk);
  type(form, "Zoë Müller");
  store.keepNextButFail();
  form.save([](domain::ClientId) {});
  BOOST_TEST(form.state().problem.has_value());
  bool saved = false;
  form.save([&](domain::ClientId) { saved = true; });
  BOOST_TEST(saved);
  BOOST_TEST(store.clients().list().size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
