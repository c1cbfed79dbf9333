#include "ui/theme.h"

#include <gtk/gtk.h>
#include <wx/button.h>
#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

#include "gui/stage.h"
#include "ui/commands.h"
#include "ui/style_sheet.h"
#include "ui/text.h"

using namespace unknot;
using ui::Appearance;

namespace {

// WCAG 2.1, success criterion 1.4.3 (AA): text of ordinary size.
constexpr double kReadable = 4.5;

const Appearance kAppearances[] = {Appearance::light, Appearance::dark};

}  // namespace

BOOST_AUTO_TEST_SUITE(ThemeTest)

BOOST_AUTO_TEST_CASE(EveryTextIsReadableOnItsGround) {
  for (const auto appearance : kAppearances)
    for (const auto& [text, ground] : ui::readablePairs())
      BOOST_TEST(
          draw::contrast(ui::toneColor(text, appearance), ui::toneColor(ground, appearance)) >= kReadable,
          "tone " << static_cast<int>(text) << " on " << static_cast<int>(ground) << " is too faint");
}

BOOST_AUTO_TEST_CASE(AColourIsWrittenAsTheStyleSheetWantsIt) {
  BOOST_TEST(ui::toHex(draw::rgb(0x0A10FF)) == "#0a10ff");
}

BOOST_AUTO_TEST_CASE(LightAndDarkHaveSheetsOfTheirOwn) {
  BOOST_TEST(ui::styleSheet(Appearance::light) != ui::styleSheet(Appearance::dark));
}

// The desktop's own styles let colours fade for 200 ms, in which every button of a new place looked like a
// stranger.
BOOST_AUTO_TEST_CASE(AButtonHasItsColoursAtOnce) {
  g_object_set(gtk_settings_get_default(), "gtk-enable-animations", TRUE, nullptr);
  auto* button = new wxButton(&gui_test::frame(), wxID_ANY, ui::toWx("x"));
  GtkStyleContext* const style = gtk_widget_get_style_context(button->GetHandle());
  const auto shown = [&] {
    GdkRGBA color{};
    gtk_style_context_get_color(style, gtk_style_context_get_state(style), &color);
    return ui::toHex({color.red, color.green, color.blue, 1});
  };
  const auto toned = [](ui::Tone tone) { return ui::toHex(ui::toneColor(tone, Appearance::light)); };
  BOOST_REQUIRE(gui_test::waitFor([&] {
    return gtk_widget_get_mapped(button->GetHandle()) != FALSE && shown() == toned(ui::Tone::text);
  }));
  ui::setLook(button, ui::Look::primary);
  BOOST_TEST(shown() == toned(ui::Tone::onAccent));
  button->Destroy();
  g_object_set(gtk_settings_get_default(), "gtk-enable-animations", FALSE, nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(CommandsTest)

BOOST_AUTO_TEST_CASE(NoTwoCommandsShareAKey) {
  std::set<std::string> keys;
  for (const auto& entry : ui::commandTable())
    if (!entry.shortcut.empty())
      BOOST_TEST(keys.insert(entry.shortcut).second, entry.shortcut << " is there twice");
}

BOOST_AUTO_TEST_CASE(ACommandIsFoundByItsMenuId) {
  for (const auto& entry : ui::commandTable())
    BOOST_TEST((ui::commandOf(ui::menuId(entry.command)) == entry.command));
}

BOOST_AUTO_TEST_SUITE_END()
