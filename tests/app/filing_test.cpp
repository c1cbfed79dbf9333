// Documents that came in, from the file into the chart, onto the screen and out again.
#include "app/filing.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/chart_presenter.h"
#include "app/desk_support.h"
#include "app/document_presenter.h"
#include "app/filing_presenter.h"
#include "app/transfer.h"
#include "support/pdfs.h"
#include "support/photos.h"
#include "support/temporary_folder.h"
#include "support/throws.h"

using namespace unknot;
using test::thrownBy;

namespace {

struct FilingDesk : test::PresenterDesk {
  test::TemporaryFolder folder;
  domain::ClientId zoe = client("Zoë Example");
  app::FilingPresenter filing{desk, tasks};
  app::DocumentPresenter document{desk, tasks};
  const std::string letter = test::letterPdf(2);

  app::IncomingDocument incoming(const std::string& content) {
    return {{}, zoe, content, "Dr Example", core::Date(2026, 2, 27), "About the knee"};
  }
  std::filesystem::path written(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return folder / name;
  }
  static std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Filing, FilingDesk)

BOOST_AUTO_TEST_CASE(WhatCameInIsKeptByteForByteWithSenderAndDay) {
  const auto record = app::fileDocument(work, incoming(letter));
  BOOST_TEST((record.kind == domain::DocumentKind::incoming));
  BOOST_TEST((record.format == domain::DocumentFormat::pdf));
  BOOST_TEST(record.sender == "Dr Example");
  BOOST_TEST((record.dated == core::Date(2026, 2, 27)));
  BOOST_TEST(record.pages == 2);
  BOOST_TEST(store.documents().content(record.id) == letter);
  BOOST_TEST((published.back().client == zoe.value));
  BOOST_TEST(app::openDocument(work, record.id).content == letter);
  BOOST_TEST(newestAudit() == "read document " + record.id.toString());
}

BOOST_AUTO_TEST_CASE(TheFormatIsWhatTheBytesSay) {
  auto picture = incoming(test::photoPng(40, 30));
  BOOST_TEST((app::fileDocument(work, picture).format == domain::DocumentFormat::png));
  picture.content = test::photoJpeg(40, 30);
  const auto record = app::fileDocument(work, picture);
  BOOST_TEST((record.format == domain::DocumentFormat::jpeg));
  BOOST_TEST(record.pages == 1);
}

BOOST_AUTO_TEST_CASE(WhatCantBeShownOrNamedIsRefusedAndNothingIsKept) {
  const auto refused = [&](const app::IncomingDocument& wanted) {
    return thrownBy<core::InputError>([&] { app::fileDocument(work, wanted); });
  };
  BOOST_TEST(refused(incoming("Dear colleague")) == "error.document.kind");
  BOOST_TEST(refused(incoming("")) == "error.document.kind");
  BOOST_TEST(refused(incoming(test::tinyGif())) == "error.document.kind");
  BOOST_TEST(refused(incoming("%PDF-1.4 and no more")) == "error.paper.broken");
  BOOST_TEST(refused(incoming(test::lockedPdf())) == "error.paper.locked");
  BOOST_TEST(refused(incoming(test::photoPng(40, 30).substr(0, 400))) == "error.picture.broken");
  BOOST_TEST(refused(incoming(letter + std::string(app::kDocumentLimit, ' '))) ==
             "error.document.large limit=40");
  auto wanted = incoming(letter);
  wanted.sender = " ";
  BOOST_TEST(refused(wanted).starts_with("error.text.empty field=sender"));
  wanted = incoming(letter);
  wanted.dated = core::Date(2026, 3, 3);
  BOOST_TEST(refused(wanted).starts_with("error.use.takenOn field=dated"));
  wanted = incoming(letter);
  wanted.client = ids.make<domain::ClientId>();
  BOOST_TEST(refused(wanted) == "error.client.none");
  BOOST_TEST(store.data().documents.empty());
}

BOOST_AUTO_TEST_CASE(TheSameBytesAreFiledOnceInAChart) {
  app::fileDocument(work, incoming(letter));
  BOOST_TEST(thrownBy([&] { app::fileDocument(work, incoming(letter)); }) ==
             "error.document.there date=2026-03-02");
  auto elsewhere = incoming(letter);
  elsewhere.client = client("Ada Example");
  BOOST_CHECK_NO_THROW(app::fileDocument(work, elsewhere));
  // Handed out by ourselves and sent back is another thing.
  BOOST_CHECK_NO_THROW(app::fileDocument(work, incoming(test::letterPdf(1))));
}

BOOST_AUTO_TEST_CASE(ATryThatWasKeptAfterAllIsNotFiledTwice) {
  auto wanted = incoming(letter);
  wanted.id = ids.make<domain::DocumentId>();
  const auto first = app::fileDocument(work, wanted);
  clock.advanceMs(5000);
  BOOST_TEST((app::fileDocument(work, wanted) == first));
  BOOST_TEST(store.data().documents.size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhoMayReadMayNotFileAndAnAssistantMayNeither) {
  const auto record = app::fileDocument(work, incoming(letter));
  actAs(domain::Role::auditor);
  BOOST_CHECK_NO_THROW(app::openDocument(work, record.id));
  BOOST_TEST(thrownBy([&] { app::fileDocument(work, incoming(test::letterPdf(1))); }) ==
             "error.use.permission");
  BOOST_TEST(thrownBy([&] { app::giveOutDocument(work, record.id, domain::AuditAction::printed); }) ==
             "error.use.permission");
  actAs(domain::Role::assistant);
  BOOST_TEST(thrownBy([&] { app::openDocument(work, record.id); }) == "error.use.permission");
}

BOOST_AUTO_TEST_CASE(APictureIsPrintedOnThePaperOfThePracticeAndAPdfAsItIs) {
  const auto paper = app::fileDocument(work, incoming(letter));
  BOOST_TEST(app::printablePdf(work, app::openDocument(work, paper.id)) == letter);
  const auto picture = app::fileDocument(work, incoming(test::photoPng(40, 30)));
  BOOST_TEST(app::printablePdf(work, app::openDocument(work, picture.id)) == "%PDF 1");
}

BOOST_AUTO_TEST_CASE(WhatCameInLeavesWithTheRecordAndComesBackByteForByte) {
  app::fileDocument(work, incoming(letter));
  auto scan = incoming(test::photoJpeg(40, 30));
  scan.dated.reset();
  scan.title.clear();
  app::fileDocument(work, scan);
  const auto first = exchange::writeExport(app::exportClient(work, zoe));
  test::Desk other;
  BOOST_TEST(app::importClient(other.work, exchange::readExport(first)));
  BOOST_TEST(exchange::writeExport(app::exportClient(other.work, zoe)) == first);
  const auto there = other.store.documents().ofClient(zoe);
  BOOST_REQUIRE(there.size() == 2U);
  for (const auto& record : there)
    BOOST_TEST(other.store.documents().content(record.id) == store.documents().content(record.id));
}

BOOST_AUTO_TEST_CASE(AFileIsLookedAtNamedAndFiled) {
  bool filed = false;
  filing.open(zoe, written("scan0001.dat", letter));
  BOOST_REQUIRE(filing.state().ready);
  BOOST_TEST(filing.state().sheets->count() == 2);
  BOOST_TEST(filing.state().fileName == "scan0001.dat");
  filing.file([&] { filed = true; });
  BOOST_TEST(!filed);
  BOOST_TEST(filing.state().issues.at("sender").id == "filing.sender.missing");
  filing.setSender("Dr Example");
  filing.setDated("27.2.26");
  BOOST_TEST(filing.state().datedRead == "27 February 2026");
  filing.setDated("soon");
  filing.file([&] { filed = true; });
  BOOST_TEST(!filed);
  BOOST_TEST(filing.state().issues.at("dated").id == "filing.dated.unreadable");
  filing.setDated("");
  filing.setTitle("About the knee");
  BOOST_TEST(filing.state().changed);
  filing.file([&] { filed = true; });
  BOOST_TEST(filed);
  BOOST_TEST(!filing.state().changed);
  const auto record = store.documents().ofClient(zoe).front();
  BOOST_TEST(record.title == "About the knee");
  BOOST_TEST(!record.dated.has_value());

  app::ChartPresenter chart(desk);
  chart.open(zoe);
  BOOST_REQUIRE(chart.state().documents.size() == 1U);
  BOOST_TEST(chart.state().documents.front().line ==
             "2 Mar 2026  ·  Came in  ·  from Dr Example  ·  About the knee");
}

BOOST_AUTO_TEST_CASE(AFileThatCantBeFiledIsSaidAtOnce) {
  filing.open(zoe, written("letter.pdf", "Dear colleague"));
  BOOST_TEST(!filing.state().ready);
  BOOST_TEST(filing.state().problem.value().id == "error.document.kind");
  filing.open(zoe, folder / "gone.pdf");
  BOOST_TEST(filing.state().problem.has_value());
  std::ofstream(folder / "vast.pdf") << "%PDF-1.4";
  std::filesystem::resize_file(folder / "vast.pdf", app::kDocumentLimit + 1);
  filing.open(zoe, folder / "vast.pdf");
  BOOST_TEST(filing.state().problem.value().id == "error.document.large");
}

BOOST_AUTO_TEST_CASE(ADocumentIsShownPrintedAndSavedAndThatIsNoted) {
  const auto record = app::fileDocument(work, incoming(letter));
  document.open(record.id);
  const auto& state = document.state();
  BOOST_TEST(state.ready);
  BOOST_TEST(state.title == "About the knee");
  BOOST_TEST(state.facts == "from Dr Example  ·  dated 27 Feb 2026  ·  filed on 2 Mar 2026  ·  2 pages");
  BOOST_TEST(state.suggestedName == "Came in 2026-02-27.pdf");
  BOOST_REQUIRE(state.sheets != nullptr);
  document.save(folder / "copy.pdf");
  BOOST_TEST(read(folder / "copy.pdf") == letter);
  BOOST_TEST(state.remark.value().id == "document.saved");
  BOOST_TEST(newestAudit() == "exported document " + record.id.toString());
  document.print([] { return app::DocumentPresenter::Send(); });
  BOOST_TEST(newestAudit() == "exported document " + record.id.toString());
  std::string printed;
  document.print([&]() -> app::DocumentPresenter::Send {
    return [&](const std::string& sent) {
      printed = sent;
      return true;
    };
  });
  BOOST_TEST(printed == letter);
  BOOST_TEST(newestAudit() == "printed document " + record.id.toString());
  document.print([]() -> app::DocumentPresenter::Send { return [](const std::string&) { return false; }; });
  BOOST_TEST(state.problem.value().id == "preview.printFailed");
}

// It may have come in with a record from elsewhere.
BOOST_AUTO_TEST_CASE(ADocumentThatCantBeShownCanStillBeSaved) {
  domain::DocumentRecord record;
  record.id = ids.make<domain::DocumentId>();
  record.client = zoe;
  record.kind = domain::DocumentKind::incoming;
  record.sender = "Dr Example";
  record.createdAt = clock.now();
  store.documents().add(record, test::lockedPdf());
  document.open(record.id);
  BOOST_TEST(document.state().ready);
  BOOST_TEST(document.state().sheets == nullptr);
  BOOST_TEST(document.state().problem.value().id == "error.paper.locked");
  document.save(folder / "copy.pdf");
  BOOST_TEST(read(folder / "copy.pdf") == test::lockedPdf());
}

BOOST_AUTO_TEST_SUITE_END()
