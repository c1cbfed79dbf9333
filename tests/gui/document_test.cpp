// A letter that came in: from the file into the chart, onto the screen, and the pages of what was handed out.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/papers.h"
#include "gui/places.h"
#include "gui/stage.h"
#include "gui/synthetic.h"
#include "support/pdfs.h"
#include "support/photos.h"
#include "support/temporary_folder.h"
#include "ui/accessible.h"
#include "ui/chart_place.h"
#include "ui/document_place.h"
#include "ui/filing_place.h"
#include "ui/text.h"

using namespace unknot;
using namespace unknot::gui_test;

namespace {

constexpr int kDocumentsTab = 4;

std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A handout of the demo: a real PDF of ours, with letters and pictures.
std::string realLetter(domain::ClientId client) {
  return onStorage(
      [&](app::Workspace& work) { return work.pdf.write(app::composeReport(work, client, {}, {})); });
}

bool openDocuments(domain::ClientId client) {
  frame().shell()->openChart(client);
  const bool there = waitFor([&] {
    return seen<ui::ChartPlace>() && seen<ui::ChartPlace>()->presenter().state().client == client &&
           seen<ui::ChartPlace>()->presenter().state().ready;
  });
  if (there) seen<ui::ChartPlace>()->tabs()->SetSelection(kDocumentsTab);
  return there;
}

bool pagesAreSeen(ui::PagesView* pages) {
  return waitFor([&] { return pages->pageCount() > 0 && pages->isDrawn(); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DocumentTest)

BOOST_AUTO_TEST_CASE(ALetterIsFiledAndReadInTheChart) {
  BOOST_REQUIRE(openDemo());
  const test::TemporaryFolder folder;
  const auto client = firstClient();
  const auto letter = realLetter(client);
  std::ofstream(folder / "scan0001.pdf", std::ios::binary) << letter;
  BOOST_REQUIRE(openDocuments(client));
  keepPicture("documents-before");
  chooseInNextFileDialog(folder / "scan0001.pdf");
  BOOST_REQUIRE(clickOn("File a document…"));
  BOOST_REQUIRE(waitFor([] { return seen<ui::FilingPlace>() != nullptr; }));
  auto* place = seen<ui::FilingPlace>();
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().ready; }));
  BOOST_TEST(pagesAreSeen(place->pages()));
  keepPicture("filing-empty");
  BOOST_REQUIRE(clickOn("File it"));
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().issues.contains("sender"); }));
  keepPicture("filing-missing");
  type(&frame(), "Dr Example, orthopaedics");
  BOOST_REQUIRE(waitFor([&] { return place->presenter().state().sender == "Dr Example, orthopaedics"; }));
  place->presenter().setDated("27 Feb 2026");
  place->presenter().setTitle("Knee, after the operation");
  keepPicture("filing-filled");
  BOOST_REQUIRE(clickOn("File it"));
  BOOST_REQUIRE(waitFor([] { return seen<ui::ChartPlace>() != nullptr; }));
  auto* chart = seen<ui::ChartPlace>();
  BOOST_REQUIRE(waitFor([&] {
    const auto& documents = chart->presenter().state().documents;
    return !documents.empty() && documents.front().record.sender == "Dr Example, orthopaedics";
  }));
  BOOST_TEST(chart->tabs()->GetSelection() == kDocumentsTab);
  keepPicture("documents-filed");
  const auto record = chart->presenter().state().documents.front().record;
  frame().shell()->openDocument(record.id);
  BOOST_REQUIRE(waitFor([] { return seen<ui::DocumentPlace>() != nullptr; }));
  auto* document = seen<ui::DocumentPlace>();
  BOOST_REQUIRE(waitFor([&] { return document->presenter().state().sheets != nullptr; }));
  BOOST_TEST(pagesAreSeen(document->pages()));
  BOOST_TEST(ui::toUtf8(ui::accessibleName(document->pages())) == "Pages");
  keepPicture("document-letter");
  const double before = document->pages()->zoom();
  BOOST_REQUIRE(clickOn("Zoom in"));
  BOOST_REQUIRE(waitFor([&] { return document->pages()->zoom() > before; }));
  BOOST_TEST(pagesAreSeen(document->pages()));
  document->presenter().save(folder / "copy.pdf");
  BOOST_REQUIRE(waitFor([&] { return document->presenter().state().remark.has_value(); }));
  BOOST_TEST(contentOf(folder / "copy.pdf") == letter);
  keepPicture("document-saved");
}

BOOST_AUTO_TEST_CASE(AScanAndABrokenFileAreSeenBeforeTheyAreFiled) {
  BOOST_REQUIRE(openDemo());
  const test::TemporaryFolder folder;
  const auto client = firstClient();
  std::ofstream(folder / "photo.jpg", std::ios::binary) << test::photoJpegFromACamera(1200, 900);
  std::ofstream(folder / "broken.pdf", std::ios::binary) << "%PDF-1.7 and no more";
  BOOST_REQUIRE(openDocuments(client));
  frame().shell()->fileDocument(client, folder / "photo.jpg");
  BOOST_REQUIRE(waitFor([] {
    return seen<ui::FilingPlace>() != nullptr && seen<ui::FilingPlace>()->presenter().state().ready;
  }));
  BOOST_TEST(pagesAreSeen(seen<ui::FilingPlace>()->pages()));
  keepPicture("filing-photo");
  frame().shell()->fileDocument(client, folder / "broken.pdf");
  BOOST_REQUIRE(waitFor([] { return seen<ui::FilingPlace>()->presenter().state().problem.has_value(); }));
  BOOST_TEST(seen<ui::FilingPlace>()->pages()->pageCount() == 0);
  keepPicture("filing-broken");
  BOOST_REQUIRE(clickOn("Cancel"));
  BOOST_TEST(waitFor([] { return seen<ui::ChartPlace>() != nullptr; }));
}

BOOST_AUTO_TEST_SUITE_END()
