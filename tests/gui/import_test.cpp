// Clients come in from a file through the window, and go again; a client who is here already is asked about.
#include <boost/test/unit_test.hpp>

#include <fstream>

#include "app/clients.h"
#include "gui/places.h"
#include "gui/synthetic.h"
#include "support/temporary_folder.h"
#include "ui/chart_place.h"
#include "ui/client_form_place.h"
#include "ui/import_place.h"
#include "ui/text.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

const app::ImportState& state() {
  return seen<ui::ImportPlace>()->presenter().state();
}

bool openImport() {
  frame().shell()->openClients();
  return waitFor([] { return seen<ui::ClientsPlace>() != nullptr; }) &&
         clickOn("Bring clients in from a file") &&
         waitFor([] { return seen<ui::ImportPlace>() != nullptr; });
}

std::size_t clientCount() {
  return onStorage([](app::Workspace& work) { return work.store.clients().list().size(); });
}

std::string someone() {
  return onStorage([](app::Workspace& work) { return work.store.clients().list().front().name; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ImportTest)

BOOST_AUTO_TEST_CASE(ATableComesInStepByStepAndGoesAgain) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(openImport());
  keepPicture("import-start");
  const std::size_t before = clientCount();
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "clients.csv";
  std::ofstream(file, std::ios::binary)
      << "Vorname;Nachname;Geburtsdatum;Telefon;Handy;E-Mail;Straße;PLZ;Ort;Beruf;Krankenkasse;Bemerkungen\n"
         "Ilse;Beispiel;3/4/1971;030 5550101;0171 5550102;ilse@example.org;Musterweg "
         "4;10115;Berlin;Gärtnerin;privat;"
         "kommt über Jonas\n"
         "Otto;Muster;irgendwann 1960;030 5550103;;;;;;Tischler;;\n"
         ";;;030 5550199;;;;;;;;\n"
      << ";" << someone() << ";;030 5550104;;neu@example.org;;;;;;\n";
  auto* place = seen<ui::ImportPlace>();
  place->presenter().choose(file);
  BOOST_REQUIRE(waitFor([] { return state().step == app::ImportStep::columns && !state().preview.empty(); }));
  BOOST_TEST(!findByName("Compare with the practice")->IsEnabled());
  keepPicture("import-columns");
  place->presenter().setOrder(exchange::DateOrder::dayFirst);
  BOOST_REQUIRE(waitFor([] { return findByName("Compare with the practice")->IsEnabled(); }));
  BOOST_REQUIRE(findByName("What “Krankenkasse” means") != nullptr);
  BOOST_REQUIRE(clickOn("Compare with the practice"));
  BOOST_REQUIRE(waitFor([] { return state().step == app::ImportStep::doubles && !state().pairs.empty(); }));
  BOOST_TEST(state().doubles->size() == 1U);
  BOOST_TEST(findByName("Side by side") != nullptr);
  keepPicture("import-doubles");
  BOOST_REQUIRE(clickOn("Bring them in"));
  BOOST_REQUIRE(waitFor([] { return state().step == app::ImportStep::done; }));
  keepPicture("import-done");
  BOOST_TEST(clientCount() == before + 3);
  answerNextQuestion([] { keepScreen("import-undo-asked"); });
  BOOST_REQUIRE(clickOn("Undo this import"));
  BOOST_TEST(clientCount() == before + 3);
  place->presenter().undo(*state().toUndo);
  BOOST_REQUIRE(waitFor([] { return !state().busy && !state().toUndo; }));
  BOOST_TEST(clientCount() == before);
  keepPicture("import-undone");
  BOOST_REQUIRE(clickOn("Bring in another file"));
  BOOST_REQUIRE(waitFor([] { return state().step == app::ImportStep::choose && !state().earlier.empty(); }));
  keepPicture("import-earlier");
}

BOOST_AUTO_TEST_CASE(CardsShowThePeopleAndNoColumns) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(openImport());
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "cards.vcf";
  std::ofstream(file, std::ios::binary)
      << "BEGIN:VCARD\nVERSION:3.0\nFN:Ilse Beispiel\nTEL:030 5550101\nEND:VCARD\n";
  seen<ui::ImportPlace>()->presenter().choose(file);
  BOOST_REQUIRE(waitFor([] { return state().step == app::ImportStep::columns && !state().preview.empty(); }));
  BOOST_TEST(findByName("Separator") == nullptr);
  keepPicture("import-cards");
}

BOOST_AUTO_TEST_CASE(AFileThatIsNoTableIsToldAndTheNextOneCanBeChosen) {
  BOOST_REQUIRE(openDemo());
  BOOST_REQUIRE(openImport());
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "sheet.xlsx";
  std::ofstream(file, std::ios::binary) << "PK\x03\x04";
  seen<ui::ImportPlace>()->presenter().choose(file);
  BOOST_REQUIRE(waitFor([] { return state().problem.has_value(); }));
  BOOST_TEST(findByName("Choose a file")->IsEnabled());
  keepPicture("import-problem");
}

BOOST_AUTO_TEST_CASE(ANewClientWhoMayBeHereIsAskedAboutInTheForm) {
  BOOST_REQUIRE(openDemo());
  const std::string name = someone();
  const std::size_t before = clientCount();
  frame().shell()->newClient();
  BOOST_REQUIRE(waitFor([] { return findByName("Name") != nullptr; }));
  BOOST_REQUIRE(clickOn("Name"));
  type(&frame(), name);
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([] { return findByName("It is somebody else: save") != nullptr; }));
  BOOST_TEST(clientCount() == before);
  keepPicture("client-form-double");
  BOOST_REQUIRE(clickOn("It is somebody else: save"));
  BOOST_REQUIRE(waitFor([] { return seen<ui::ChartPlace>() != nullptr; }));
  BOOST_TEST(clientCount() == before + 1);
}

BOOST_AUTO_TEST_SUITE_END()
