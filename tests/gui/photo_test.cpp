// A photo for a movement of one's own and a logo, from the file dialog to the printed page.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "app/papers.h"
#include "app/practice_details.h"
#include "gui/places.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "support/photos.h"
#include "support/temporary_folder.h"
#include "ui/accessible.h"
#include "ui/home_practice_place.h"
#include "ui/own_exercise_place.h"
#include "ui/practice_details_place.h"
#include "ui/preview_place.h"
#include "ui/text.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

std::filesystem::path written(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PhotoTest)

BOOST_AUTO_TEST_CASE(APhotoIsChosenSeenAndSavedWithTheMovement) {
  BOOST_REQUIRE(openDemo());
  const test::TemporaryFolder pictures;
  frame().shell()->openToday();
  frame().shell()->openOwnExercise("top-shelf-reach");
  BOOST_REQUIRE(waitFor([] { return seen<ui::OwnExercisePlace>() != nullptr; }));
  auto* place = seen<ui::OwnExercisePlace>();
  auto& presenter = place->presenter();
  BOOST_REQUIRE(waitFor([&] { return presenter.state().texts.contains("title"); }));
  while (presenter.state().chosen.size() > 1) presenter.setPicture(1, "");
  dynamic_cast<wxScrolledWindow*>(place->panes().back())->Scroll(0, 60);

  chooseInNextFileDialog(written(pictures / "notes.png", "Dear diary"));
  BOOST_REQUIRE(clickOn("Add a photo or drawing…"));
  BOOST_REQUIRE(waitFor([&] { return presenter.state().issues.contains("photo"); }));
  keepPicture("photo-refused");
  chooseInNextFileDialog(written(pictures / "reach.jpg", test::photoJpegFromACamera(800, 600)));
  BOOST_REQUIRE(clickOn("Add a photo or drawing…"));
  BOOST_REQUIRE(waitFor([&] { return presenter.state().chosen.size() == 2U; }));
  BOOST_TEST(presenter.state().issues.empty());
  BOOST_TEST(place->caption(1)->IsEnabled());
  BOOST_TEST(!place->caption(2)->IsEnabled());
  BOOST_TEST(ui::toUtf8(ui::accessibleName(place->caption(1))) == "Words under picture 2");
  place->caption(1)->SetFocus();
  type(&frame(), "Reach along the wall");
  BOOST_REQUIRE(waitFor([&] { return presenter.state().captions[1] == "Reach along the wall"; }));
  keepPicture("photo-form");
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([&] { return !presenter.state().savedTitle.empty(); }));
  const auto slug = presenter.state().slug;
  const auto kept = onStorage([&](app::Workspace& work) { return *work.content.exercise(slug); });
  BOOST_REQUIRE(kept.frames.size() == 2U);
  BOOST_TEST(std::holds_alternative<domain::PosePhoto>(kept.frames[1].figure));
  BOOST_TEST(flushed());

  const auto client = firstClient();
  frame().shell()->openHomePractice(client);
  BOOST_REQUIRE(waitFor([] { return seen<ui::HomePracticePlace>() != nullptr; }));
  auto& practice = seen<ui::HomePracticePlace>()->presenter();
  BOOST_REQUIRE(waitFor([&] { return practice.state().ready; }));
  practice.setSearch("mine");
  practice.add(slug);
  keepPicture("photo-plan");
  BOOST_TEST(flushed());
}

BOOST_AUTO_TEST_CASE(ALogoIsChosenSeenSavedAndPrinted) {
  BOOST_REQUIRE(openDemo());
  const test::TemporaryFolder pictures;
  const auto client = firstClient();
  frame().shell()->openPracticeDetails();
  BOOST_REQUIRE(waitFor([] { return seen<ui::PracticeDetailsPlace>() != nullptr; }));
  auto* place = seen<ui::PracticeDetailsPlace>();
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().ready; }));
  BOOST_TEST(!place->logo()->IsShown());
  keepPicture("logo-none");
  chooseInNextFileDialog(written(pictures / "logo.png", test::photoPng(480, 160, 200)));
  BOOST_REQUIRE(clickOn("Choose a logo…"));
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().logo != nullptr; }));
  BOOST_TEST(place->logo()->IsShown());
  keepPicture("logo-chosen");
  BOOST_REQUIRE(clickOn("Save"));
  BOOST_REQUIRE(waitFor([&] { return !place->presenter().state().changed; }));
  BOOST_TEST(onStorage([](app::Workspace& work) { return work.content.logo() != nullptr; }));
  frame().shell()->openPreview(client, domain::DocumentKind::handout);
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::PreviewPlace>() && seen<ui::PreviewPlace>()->presenter().state().document != nullptr;
  }));
  keepPicture("logo-preview");
  frame().shell()->openPracticeDetails();
  BOOST_REQUIRE(waitFor([] { return seen<ui::PracticeDetailsPlace>() != nullptr; }));
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().logo != nullptr; }));
  BOOST_REQUIRE(clickOn("Take it away"));
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().logo == nullptr; }));
  BOOST_TEST(flushed());
  BOOST_TEST(onStorage([](app::Workspace& work) { return work.content.logo() == nullptr; }));
}

BOOST_AUTO_TEST_SUITE_END()
