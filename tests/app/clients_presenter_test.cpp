#include "app/clients_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/client_form_presenter.h"
#include "app/desk_support.h"
#include "app/today_presenter.h"
#include "support/held_executor.h"

using namespace unknot;

namespace {

struct List : test::PresenterDesk {
  domain::ClientId zoe = client("Zoë Müller");
  domain::ClientId ada = client("Ada Example");
  app::ClientsPresenter presenter{desk};
};

struct FormDesk : test::PresenterDesk {
  app::ClientFormPresenter presenter{desk};
  std::optional<domain::ClientId> saved;
  int notSaved = 0;

  void save() {
    presenter.save([this](domain::ClientId id) { saved = id; }, [this] { ++notSaved; });
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ClientsPresenterTest, List)

BOOST_AUTO_TEST_CASE(WithoutWordsEverybodyIsThere) {
  presenter.refresh();
  BOOST_TEST(presenter.state().rows.size() == 2U);
  BOOST_TEST(!presenter.state().note.has_value());
}

BOOST_AUTO_TEST_CASE(WordsNarrowTheListAndEnterOpensTheFirst) {
  presenter.find("zo");
  BOOST_REQUIRE(presenter.state().rows.size() == 1U);
  BOOST_TEST((presenter.toOpen() == zoe));
}

BOOST_AUTO_TEST_CASE(WordsThatFitNobodySaySo) {
  presenter.find("xyz");
  BOOST_TEST(presenter.state().rows.empty());
  BOOST_TEST(presenter.state().note->id == "clients.noneFound");
  BOOST_TEST(!presenter.toOpen().has_value());
}

BOOST_AUTO_TEST_CASE(TheSelectionStaysWithItsClientAndGoesWithIt) {
  presenter.refresh();
  presenter.select(ada);
  presenter.refresh();
  BOOST_TEST((presenter.state().selected == ada));
  presenter.find("zo");
  BOOST_TEST(!presenter.state().selected.has_value());
}

BOOST_AUTO_TEST_CASE(AClientAddedElsewhereAppears) {
  presenter.refresh();
  domain::Client bea;
  bea.name = "Bea Example";
  app::addClient(work, bea);
  BOOST_TEST(presenter.state().rows.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ClientFormPresenterTest, FormDesk)

// A slow disk: "new client" came before the details of another one were read, which then took its place.
BOOST_AUTO_TEST_CASE(DetailsThatComeLateDoNotReplaceAFormBegunMeanwhile) {
  test::HeldExecutor storage;
  core::Tasks slow(storage, here);
  app::Desk atSlow{work,  slow,    test::shippedContent(), test::shippedContent().words("en"),
                   clock, changes, store.practice(),       store.user()};
  app::ClientFormPresenter form(atSlow);
  storage.hold();
  form.open(client("Zoë Müller"));
  form.startNew();
  form.setText("phone", "030 55");
  storage.letGo();
  BOOST_TEST(form.state().isNew);
  BOOST_TEST(form.state().client.phone == "030 55");
  BOOST_TEST(form.state().client.name.empty());
}

BOOST_AUTO_TEST_CASE(ANameIsEnough) {
  presenter.startNew();
  presenter.setText("name", "Ada Example");
  save();
  BOOST_REQUIRE(saved.has_value());
  BOOST_TEST(store.clients().find(*saved)->name == "Ada Example");
  BOOST_TEST(!presenter.state().changed);
}

BOOST_AUTO_TEST_CASE(ATryThatWasSavedAfterAllDoesNotMakeTwoClients) {
  presenter.startNew();
  presenter.setText("name", "Ada Example");
  store.keepNextButFail();
  save();
  BOOST_TEST(notSaved == 1);
  published.clear();
  presenter.setText("phone", "555-0100");
  save();
  BOOST_REQUIRE(saved.has_value());
  BOOST_TEST(published.size() == 1U);
  BOOST_REQUIRE(store.clients().list().size() == 1U);
  BOOST_TEST(store.clients().find(*saved)->phone == "555-0100");
  presenter.startNew();
  presenter.setText("name", "Bea Example");
  save();
  BOOST_TEST(store.clients().list().size() == 2U);
}

BOOST_AUTO_TEST_CASE(WithoutANameTheFieldSaysSoAndNothingIsSaved) {
  presenter.startNew();
  presenter.setText("phone", "555-0100");
  save();
  BOOST_TEST(notSaved == 1);
  BOOST_TEST(presenter.state().issues.at("name").id == "clientForm.name.missing");
  BOOST_TEST(store.clients().list().empty());
}

BOOST_AUTO_TEST_CASE(ABirthDateIsReadAsItIsTyped) {
  presenter.startNew();
  presenter.setBirthDate("21.3.1980");
  BOOST_TEST((presenter.state().client.birthDate == core::Date(1980, 3, 21)));
  BOOST_TEST(presenter.state().birthDateRead.find("21 March 1980") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(ABirthDateThatIsNoDayIsNotLostInSilence) {
  presenter.startNew();
  presenter.setText("name", "Ada Example");
  presenter.setBirthDate("31.2.1980");
  save();
  BOOST_TEST(notSaved == 1);
  BOOST_TEST(presenter.state().issues.at("birthDate").id == "clientForm.birthDate.unreadable");
  BOOST_TEST(presenter.state().birthDate == "31.2.1980");
}

BOOST_AUTO_TEST_CASE(AFailedSaveKeepsWhatWasTypedAndSaysWhy) {
  presenter.startNew();
  presenter.setText("name", "Ada Example");
  store.failWrites(true);
  save();
  BOOST_TEST(notSaved == 1);
  BOOST_TEST(presenter.state().problem.has_value());
  BOOST_TEST(presenter.state().client.name == "Ada Example");
  BOOST_TEST(!presenter.state().busy);
  store.failWrites(false);
  save();
  BOOST_TEST(saved.has_value());
}

BOOST_AUTO_TEST_CASE(DetailsOfAClientComeBackAndAreChanged) {
  const auto id = client("Ada Example");
  presenter.open(id);
  BOOST_TEST(!presenter.state().isNew);
  presenter.setText("phone", "555-0100");
  save();
  BOOST_TEST(store.clients().find(id)->phone == "555-0100");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(TodayPresenterTest, test::PresenterDesk)

BOOST_AUTO_TEST_CASE(AnEmptyPracticeHasNothingThatWaits) {
  app::TodayPresenter presenter(desk);
  presenter.refresh();
  BOOST_TEST(presenter.state().ready);
  BOOST_TEST(presenter.state().unsignedSessions.empty());
  BOOST_TEST(presenter.state().greetingName == "Robin Example");
  BOOST_TEST(presenter.state().day == "2 March 2026");
}

BOOST_AUTO_TEST_SUITE_END()
