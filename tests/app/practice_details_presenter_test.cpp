// What a practice prints of itself.
#include "app/practice_details_presenter.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "app/desk_support.h"
#include "app/papers.h"
#include "support/photos.h"
#include "support/temporary_folder.h"

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

BOOST_AUTO_TEST_CASE(TheEmergencyNumberAndTheAgeOfConsentAreSavedWhereTheyCanBeOne) {
  BOOST_TEST(presenter.state().adultAge == "18");
  presenter.setEmergencyNumber(" +43 144 ");
  presenter.setAdultAge(" 14 ");
  BOOST_TEST(flush());
  BOOST_TEST(store.practice().emergencyNumber == "+43 144");
  BOOST_TEST(store.practice().adultAge == 14);
  for (const char* years : {"11", "26", "", "old", "18.5", "1e1"}) {
    presenter.setAdultAge(years);
    BOOST_TEST(!flush(), years);
    BOOST_TEST(presenter.state().issues.at("adultAge").id == "practiceDetails.adultAgeRange");
  }
  presenter.setAdultAge("16");
  BOOST_TEST(presenter.state().issues.empty());
  for (const char* number : {"112 or 144", "1+12", "+", "+49-112", "1234567890123456789012345678901"}) {
    presenter.setEmergencyNumber(number);
    BOOST_TEST(!flush(), number);
    BOOST_TEST(presenter.state().issues.at("emergencyNumber").id == "error.practiceNumber");
  }
  BOOST_TEST(store.practice().adultAge == 14);
  presenter.setEmergencyNumber("");
  BOOST_TEST(flush());
  BOOST_TEST(store.practice().adultAge == 16);
  BOOST_TEST(store.practice().emergencyNumber.empty());
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

// With a folder of the practice's own and pictures beside it.
struct LogoDesk : test::PresenterDesk {
  test::TemporaryFolder custom;
  test::TemporaryFolder pictures;
  content::Content content =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates", custom.path()},
                             raster::makePhotoReader());
  app::Workspace ownWork{store, content, clock, ids, typesetter, pdf, changes, forms};
  app::Desk ownDesk{ownWork, tasks,   content,          content.words("en"),
                    clock,   changes, store.practice(), store.user()};
  app::PracticeDetailsPresenter presenter{ownDesk};
  std::filesystem::path kept = custom.path() / "data" / "logo.png";
  domain::ClientId client = test::Desk::client("Alex Example");

  LogoDesk() { presenter.open(); }
  std::filesystem::path picture(const std::string& name, const std::string& bytes) const {
    std::ofstream(pictures / name, std::ios::binary) << bytes;
    return pictures / name;
  }
  bool flush() {
    bool saved = false;
    presenter.flush([&](bool all) { saved = all; });
    return saved;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PracticeLogoTest, LogoDesk)

BOOST_AUTO_TEST_CASE(ALogoIsSeenAtOnceAndKeptWhenTheDetailsAreSaved) {
  BOOST_TEST(presenter.state().logo == nullptr);
  presenter.chooseLogo(picture("ours.jpg", test::photoJpegFromACamera(900, 300)));
  BOOST_REQUIRE(presenter.state().logo != nullptr);
  BOOST_TEST(presenter.state().changed);
  BOOST_TEST(!std::filesystem::exists(kept));
  BOOST_TEST(flush());
  BOOST_TEST(!presenter.state().changed);
  const auto logo = content.logo();
  BOOST_REQUIRE(logo != nullptr);
  // Upright, and small.
  BOOST_TEST(logo->size().width == 200);
  BOOST_TEST(logo->size().height == 600);
  BOOST_TEST(((std::filesystem::status(kept).permissions() & std::filesystem::perms::others_all) ==
              std::filesystem::perms::none));
  // What is typed afterwards leaves it where it is.
  presenter.setPhone("01632 960 171");
  BOOST_TEST(flush());
  BOOST_TEST(content.logo() != nullptr);
  presenter.removeLogo();
  BOOST_TEST(presenter.state().logo == nullptr);
  BOOST_TEST(std::filesystem::exists(kept));
  BOOST_TEST(flush());
  BOOST_TEST(!std::filesystem::exists(kept));
}

BOOST_AUTO_TEST_CASE(WhatIsNoPictureIsToldAtTheLogoAndTheOldOneStays) {
  presenter.chooseLogo(picture("ours.png", test::photoPng(90, 30)));
  BOOST_REQUIRE(flush());
  const auto before = presenter.state().logo;
  presenter.chooseLogo(picture("notes.png", "Dear diary"));
  BOOST_TEST(presenter.state().issues.at("logo").id == "error.picture.kind");
  presenter.chooseLogo(pictures / "nowhere.png");
  BOOST_TEST(presenter.state().issues.at("logo").id.starts_with("error.storage."));
  BOOST_TEST(presenter.state().logo == before);
  BOOST_TEST(!presenter.state().changed);
  // It is read anew each time.
  BOOST_REQUIRE(content.logo() != nullptr);
  BOOST_TEST(content.logo()->size().width == before->size().width);
}

BOOST_AUTO_TEST_CASE(ADamagedLogoIsToldCanBeTakenAwayAndHoldsUpNoPaper) {
  std::filesystem::create_directories(kept.parent_path());
  std::ofstream(kept) << "damaged";
  presenter.open();
  BOOST_TEST(presenter.state().issues.at("logo").id == "error.logo");
  const auto report = app::composeReport(ownWork, client, {}, {});
  BOOST_TEST(!report.pages.empty());
  presenter.removeLogo();
  BOOST_TEST(presenter.state().issues.empty());
  BOOST_TEST(flush());
  BOOST_TEST(!std::filesystem::exists(kept));
}

BOOST_AUTO_TEST_CASE(WhoMayNotChangeChartsChoosesNoLogo) {
  actAs(domain::Role::auditor);
  presenter.chooseLogo(picture("ours.png", test::photoPng(90, 30)));
  BOOST_TEST(presenter.state().logo == nullptr);
  BOOST_TEST(presenter.state().issues.contains("logo"));
}

BOOST_AUTO_TEST_SUITE_END()
