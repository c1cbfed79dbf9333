// A session of twelve regions with mixed levels before and after, charted three ways: with the mouse, with
// keys while pointing, and by shorthand alone. All three store the same, in few presses.
#include <boost/test/unit_test.hpp>

#include <wx/app.h>
#include <wx/dataview.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "exchange/json.h"
#include "gui/places.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "ui/preview_place.h"
#include "ui/session_place.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

constexpr int kMostClicks = 32;
constexpr int kMostPresses = 26;

domain::SessionContent wanted() {
  std::ifstream file(std::filesystem::path(UNKNOT_SOURCE_DIR) / "tests/gui/data/twelve-regions.json",
                     std::ios::binary);
  return exchange::readSessionContent(std::string{std::istreambuf_iterator<char>(file), {}});
}

// By region, so that the order in which they were charted does not count.
std::map<std::string, std::pair<int, int>> levelsOf(const domain::SessionContent& content) {
  std::map<std::string, std::pair<int, int>> levels;
  for (const auto& finding : content.findings)
    levels[finding.region] = {finding.before ? finding.before->value() : -1,
                              finding.after ? finding.after->value() : -1};
  return levels;
}

int levelAt(const domain::RegionFinding& finding, domain::Moment moment) {
  return moment == domain::Moment::before ? finding.before->value() : finding.after->value();
}

struct Charting {
  ui::SessionPlace* place = nullptr;
  const domain::SessionContent session = wanted();
  int presses = 0;

  Charting() {
    BOOST_REQUIRE(openDemo());
    const auto client = firstClient();
    BOOST_REQUIRE(openFreshSession(client));
    place = seen<ui::SessionPlace>();
    BOOST_REQUIRE(session.findings.size() == 12U);
  }
  app::SessionPresenter& presenter() const { return place->presenter(); }
  wxPoint placeOf(const domain::RegionSlug& region) const {
    std::optional<wxPoint> found;
    BOOST_REQUIRE(waitFor([&] {
      found = place->map().placeOf(region);
      return found.has_value();
    }));
    return *found;
  }
  // What was stored, once it is.
  std::map<std::string, std::pair<int, int>> stored() const {
    BOOST_REQUIRE(flushed());
    const auto id = presenter().savedSession();
    BOOST_REQUIRE(id.has_value());
    const auto kept = onStorage([&](app::Workspace& work) { return work.store.sessions().find(*id); });
    BOOST_REQUIRE(kept.has_value());
    return levelsOf(kept->current.content);
  }
  bool holds(const domain::RegionSlug& region, domain::Moment moment, int level) const {
    const auto* finding = domain::findingOf(presenter().state().content, region);
    return finding != nullptr && (moment == domain::Moment::before ? finding->before : finding->after) &&
           levelAt(*finding, moment) == level;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ChartingTest, Charting)

BOOST_AUTO_TEST_CASE(WithTheMouseALevelIsChosenOnceAndTapped) {
  const std::map<int, std::string> words{{0, "Brush: soft"},
                                         {1, "Brush: slight"},
                                         {2, "Brush: moderate"},
                                         {3, "Brush: strong"},
                                         {4, "Brush: rigid"}};
  for (const auto moment : {domain::Moment::before, domain::Moment::after}) {
    if (moment == domain::Moment::after) {
      BOOST_REQUIRE(clickOn("Chart after hands-on (X)"));
      ++presses;
    }
    std::set<int> levels;
    for (const auto& finding : session.findings) levels.insert(levelAt(finding, moment));
    for (const int level : levels) {
      BOOST_REQUIRE(clickOn(words.at(level)));
      ++presses;
      for (const auto& finding : session.findings) {
        if (levelAt(finding, moment) != level) continue;
        clickAt(&place->map(), placeOf(finding.region));
        ++presses;
        BOOST_REQUIRE_MESSAGE(waitFor([&] { return holds(finding.region, moment, level); }), finding.region);
      }
    }
  }
  keepPicture("charting-mouse");
  BOOST_TEST(presses <= kMostClicks);
  BOOST_TEST_MESSAGE("clicks: " << presses);
  BOOST_TEST((stored() == levelsOf(session)));
  presenter().setBrush({});
}

BOOST_AUTO_TEST_CASE(WithKeysALevelGoesToWhatIsPointedAt) {
  for (const auto moment : {domain::Moment::before, domain::Moment::after}) {
    if (moment == domain::Moment::after) {
      pressKey(&frame(), GDK_KEY_x);
      ++presses;
      BOOST_REQUIRE(waitFor([&] { return presenter().state().moment == domain::Moment::after; }));
    }
    for (const auto& finding : session.findings) {
      pointAt(&place->map(), placeOf(finding.region));
      pressKey(&frame(), static_cast<guint>(GDK_KEY_0 + levelAt(finding, moment)));
      ++presses;
      BOOST_REQUIRE_MESSAGE(waitFor([&] { return holds(finding.region, moment, levelAt(finding, moment)); }),
                            finding.region);
    }
  }
  BOOST_TEST(presses <= kMostPresses);
  BOOST_TEST_MESSAGE("presses: " << presses);
  BOOST_TEST((stored() == levelsOf(session)));
}

BOOST_AUTO_TEST_CASE(ByShorthandAloneItIsTheSameSession) {
  const auto& atlas = workspace().content.atlas();
  // A side typed on the map begins the line.
  pressKey(&frame(), GDK_KEY_l);
  BOOST_REQUIRE(waitFor([&] { return place->shorthand().field()->HasFocus(); }));
  bool first = true;
  for (const auto& finding : session.findings) {
    const auto& region = atlas.require("region", finding.region);
    std::string line = region.side == domain::Side::left ? "l " : "r ";
    if (first) line = line.substr(1);
    first = false;
    line += region.code + " " + std::to_string(finding.before->value()) + ">" +
            std::to_string(finding.after->value());
    type(&frame(), line);
    pressKey(&frame(), GDK_KEY_Return);
    BOOST_REQUIRE_MESSAGE(waitFor([&] {
                            return holds(finding.region, domain::Moment::after,
                                         levelAt(finding, domain::Moment::after));
                          }),
                          line);
    BOOST_TEST(place->shorthand().field()->IsEmpty());
  }
  keepPicture("charting-shorthand");
  type(&frame(), "l qx 3");
  pressKey(&frame(), GDK_KEY_Return);
  BOOST_TEST(waitFor([&] { return presenter().state().shorthandIssue.has_value(); }));
  keepPicture("charting-shorthand-issue");
  // What is wrong is read, and leaving waits for it; what can be read is saved meanwhile.
  const auto& issue = place->shorthand().issue();
  BOOST_TEST(waitFor([&] { return issue.IsShownOnScreen() && issue.GetSize().y > 10; }));
  BOOST_TEST(place->shorthand().GetClientRect().Contains(issue.GetRect()));
  BOOST_TEST(!flushed());
  place->shorthand().field()->Clear();
  BOOST_TEST(!presenter().state().shorthandIssue.has_value());
  BOOST_TEST((stored() == levelsOf(session)));
}

BOOST_AUTO_TEST_CASE(EveryWayOfShowingIsPainted) {
  BOOST_TEST(presenter().enterShorthand("l ql 3>1 C AP \"ticklish\"; r ql 2>2; l ut 1>3; r jaw 2; l gm 4>2"));
  presenter().setTool(domain::PointKind::scar);
  const auto& atlas = workspace().content.atlas();
  presenter().placePoint(domain::BodyView::back,
                         atlas.find("para-l-r")->shapes.at(domain::BodyView::back).label, {});
  presenter().setTool(domain::PointKind::radiating);
  const auto hip = atlas.find("glmax-r")->shapes.at(domain::BodyView::back).label;
  presenter().placePoint(domain::BodyView::back, hip, hip + core::Point{10, 260});
  BOOST_TEST(!presenter().state().tool.has_value());
  presenter().setShow(app::MapShow::sideBySide);
  keepPicture("show-side-by-side");
  presenter().setShow(app::MapShow::difference);
  keepPicture("show-difference");
  presenter().select({"ql-l"});
  const auto* list = dynamic_cast<wxDataViewCtrl*>(findByName("Regions"));
  BOOST_REQUIRE(list != nullptr);
  const auto* model = dynamic_cast<const wxDataViewVirtualListModel*>(list->GetModel());
  BOOST_REQUIRE(model != nullptr);
  // The region and its levels; marks and a note not every region has.
  for (const unsigned column : {0U, 1U}) {
    wxVariant shown;
    model->GetValue(shown, model->GetItem(0), list->GetColumn(column)->GetModelColumn());
    BOOST_TEST(!shown.GetString().empty(), "column " << column << " of the list shows nothing");
  }
  presenter().setShow(app::MapShow::before);
  presenter().setObservation("limp", domain::Moment::before, "left");
  presenter().setText(app::SessionText::work, "Worked on the left jaw.");
  presenter().tick();
  BOOST_TEST(waitFor([&] { return !presenter().state().doubts.empty(); }));
  keepPicture("show-doubt");
  place->texts().SetSelection(1);
  keepPicture("show-observations");
  place->texts().SetSelection(6);
  keepPicture("show-measures");
  place->texts().SetSelection(0);
  BOOST_REQUIRE(clickOn("Leave it so"));
  BOOST_TEST(waitFor([&] { return presenter().state().doubts.empty(); }));
}

BOOST_AUTO_TEST_CASE(ANoteWithoutHandsOnIsAllWords) {
  frame().shell()->startSession(presenter().client(), domain::SessionKind::call);
  BOOST_REQUIRE(waitFor([&] {
    return presenter().state().ready && presenter().state().content.kind == domain::SessionKind::call;
  }));
  BOOST_TEST(!place->map().IsShownOnScreen());
  presenter().setText(app::SessionText::theirWords, "Called: the back is quiet, and may the walk be longer?");
  keepPicture("show-call");
  BOOST_REQUIRE(flushed());
  frame().shell()->startSession(presenter().client(), domain::SessionKind::handsOn);
  BOOST_TEST(waitFor([&] { return place->map().IsShownOnScreen(); }));
}

BOOST_AUTO_TEST_CASE(APhraseIsPutInAfterItsCodeAndASpace) {
  place->texts().SetSelection(2);
  BOOST_REQUIRE(clickOn("What was done"));
  type(&frame(), "Side curl ;half ");
  BOOST_TEST(waitFor([&] { return presenter().state().content.work == "Side curl with half the effort "; }),
             presenter().state().content.work);
  place->texts().SetSelection(0);
}

BOOST_AUTO_TEST_CASE(ASignedSessionIsPrintedAsItIsSeen) {
  presenter().enterShorthand("l ql 3>1");
  bool isSigned = false;
  presenter().sign(
      {}, [&] { isSigned = true; }, [](const auto&) {});
  BOOST_REQUIRE(waitFor([&] { return isSigned && presenter().state().readOnly; }));
  keepPicture("show-signed");
  BOOST_REQUIRE(clickOn("Print the session"));
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::PreviewPlace>() && seen<ui::PreviewPlace>()->presenter().state().document != nullptr;
  }));
  keepPicture("show-summary");
}

BOOST_AUTO_TEST_SUITE_END()
