// A filled intake form comes back, by clicks: it is shown before it is taken over.
#include <boost/test/unit_test.hpp>

#include "app/filled_forms.h"
#include "gui/places.h"
#include "support/temporary_folder.h"
#include "support/tools.h"
#include "ui/intake_place.h"

namespace unknot::gui_test {
namespace {

struct WithDemo {
  test::TemporaryFolder folder;
};

BOOST_FIXTURE_TEST_SUITE(Forms, WithDemo)

BOOST_AUTO_TEST_CASE(AFormIsShownBeforeItIsTakenOver) {
  BOOST_REQUIRE(openDemo());
  const auto client = firstClient();
  BOOST_REQUIRE(!client.isNil());
  // The blank form of today, with nothing in it but a day: what is new is nothing, and it is said.
  const auto file = folder / "form.pdf";
  onStorage([&](app::Workspace& work) {
    test::writeFile(file, work.pdf.write(app::composeBlankIntake(work, client, {})));
    return 0;
  });
  frame().shell()->editIntake(client);
  const auto place = [] { return seen<ui::IntakePlace>(); };
  BOOST_REQUIRE(waitFor([&] { return place() != nullptr && place()->presenter().state().ready; }));
  place()->presenter().readForm(file);
  BOOST_REQUIRE(waitFor([&] { return place()->presenter().state().form.has_value(); }));
  BOOST_TEST(place()->presenter().state().form->changes.empty());
  keepPicture("form-offer");
  BOOST_REQUIRE(clickOn("Leave the form"));
  BOOST_TEST(waitFor([&] { return !place()->presenter().state().form; }));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::gui_test
