// What a practice prints of itself.
#include "app/practice_details_presenter.h"

#include <boost/test/unit_test.hpp>

#include "app/desk_support.h"

using namespace unknot;

namespace {

struct DetailsDesk : test::PresenterDesk {
  app::PracticeDetailsPresenter presenter{desk};
  DetailsDesk() { presenter.open(); }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PracticeDetailsPresenterTest, DetailsDesk)

BOOST_AUTO_TEST_CASE(WhatIsTypedIsSavedAndReadAgain) {
  BOOST_TEST(presenter.state().practitioner == "Robin Example");
  presenter.setPhone(" 01632 960 171 ");
  presenter.setAccent("#1F6E6B");
  presenter.setPaper(domain::Paper::letter);
  BOOST_TEST(presenter.state().changed);
  BOOST_TEST(flush());
  BOOST_TEST(!presenter.state().changed);
  const auto practice = store.practice();
  BOOST_TEST(practice.phone == "01632 960 171");
  BOOST_TEST(practice.accent == "#1f6e6b");
  BOOST_TEST((practice.paper == domain::Paper::letter));
  presenter.open();
  BOOST_TEST(presenter.state().accent == "#1f6e6b");
}

BOOST_AUTO_TEST_CASE(WhatIsNoColourAndNoNameIsToldAtItsFieldAndNothingIsSaved) {
  presenter.setAccent("green");
  presenter.setPhone("1");
  BOOST_TEST(!flush());
  BOOST_TEST(presenter.state().issues.at("accent").id == "error.practiceColor");
  BOOST_TEST(store.practice().phone.empty());
  presenter.setAccent("");
  presenter.setPractitioner("  ");
  BOOST_TEST(!flush());
  BOOST_TEST(presenter.state().issues.contains("practitioner"));
  presenter.dropChanges();
  BOOST_TEST(flush());
  BOOST_TEST(store.practice().practitionerName == "Robin Example");
}

BOOST_AUTO_TEST_SUITE_END()
