// Real paper: the shipped fonts, the PDF writer, and the tools a reader would use. Pages are saved as
// pictures for looking at where $UNKNOT_TEST_PICTURES names a folder.
#include <boost/test/unit_test.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "document/builders.h"
#include "pdf/pdf_writer.h"
#include "support/fonts.h"
#include "support/paper_samples.h"
#include "support/pictures.h"
#include "support/samples.h"
#include "support/temporary_folder.h"

using namespace unknot;
namespace fs = std::filesystem;

namespace {

struct Press {
  test::TemporaryFolder folder;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(test::testTypesetter(), practice);

  // What a command prints; its exit code must be 0.
  static std::string run(const std::string& command) {
    std::string output;
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    char buffer[4096];
    for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
      output.append(buffer, count);
    BOOST_TEST(pclose(pipe) == 0, command << ": " << output);
    return output;
  }

  // Writes, has it checked by qpdf, saves its pages as pictures, gives the text a reader finds, on single
  // spaces.
  std::string print(const document::Document& document, const std::string& name) {
    const fs::path file = folder / (name + ".pdf");
    std::ofstream(file, std::ios::binary) << pdf::makePdfWriter(test::testFonts())->write(document);
    run("qpdf --check '" + file.string() + "'");
    if (const char* pictures = std::getenv("UNKNOT_TEST_PICTURES")) {
      fs::create_directories(pictures);
      run("pdftoppm -r 80 -png '" + file.string() + "' '" + (fs::path(pictures) / name).string() + "'");
    }
    const std::string text = run("pdftotext '" + file.string() + "' -");
    std::string single;
    for (const char c : text) {
      const char plain = c == '\n' || c == '\f' ? ' ' : c;
      if (plain != ' ' || single.empty() || single.back() != ' ') single += plain;
    }
    return single;
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Printed, Press)

BOOST_AUTO_TEST_CASE(TheHandoutIsSoundAndReadable) {
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      context.paper = paper;
      context.largePrint = large;
      const std::string name =
          std::string("handout-") + std::string(domain::toString(paper)) + (large ? "-large" : "");
      const auto text =
          print(document::buildHandout(context, test::sampleClient(), test::samplePlan()), name);
      for (const std::string sentence : {"Your home practice", "Prepared for Alex Example", "Arch & Flatten",
                                         "Do it 5 times, slowly. Once a day. About 5 minutes.", "Page 1 of"})
        BOOST_TEST(contains(text, sentence), name << ": " << sentence);
    }
  }
}

BOOST_AUTO_TEST_CASE(TheReportIsSoundAndReadable) {
  const auto sessions = test::sampleSessions();
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter}) {
    for (const bool large : {false, true}) {
      context.paper = paper;
      context.largePrint = large;
      const std::string name =
          std::string("report-") + std::string(domain::toString(paper)) + (large ? "-large" : "");
      const auto text = print(document::buildReport(context, test::sampleClient(), sessions, {}, {}), name);
      for (const std::string sentence :
           {"Progress report", "Region by region", "Lifting my grandchild", "not a diagnosis"})
        BOOST_TEST(contains(text, sentence), name << ": " << sentence);
    }
  }
  context.paper = domain::Paper::a4;
  context.largePrint = false;
  const std::vector<domain::Session> one{sessions.front()};
  print(document::buildReport(context, test::sampleClient(), one, {}, {}), "report-one");
  print(document::buildReport(context, test::sampleClient(), {}, {}, {}), "report-none");
  print(document::buildMapSheet(context, test::sampleClient(), sessions[2], 3, document::MapSubject::before),
        "map");
}

BOOST_AUTO_TEST_CASE(TheSessionSummaryIsSoundAndReadable) {
  domain::Session session;
  session.current.content = test::fullContent();
  session.createdAt = {1'772'442'000'000};
  for (std::size_t i = 0; i < 24; ++i) {
    domain::RegionFinding finding;
    finding.region = test::shippedContent().atlas().regions()[i].slug;
    finding.before = domain::Tension(static_cast<int>(i % 5));
    if (i % 3 != 0) finding.after = domain::Tension(static_cast<int>((i + 3) % 5));
    if (i % 6 == 0) finding.note = "held, then soft; warm afterwards";
    domain::setFinding(session.current.content, finding);
  }
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter})
    for (const bool large : {false, true}) {
      context.paper = paper;
      context.largePrint = large;
      const std::string name =
          std::string("session-") + std::string(domain::toString(paper)) + (large ? "-large" : "");
      const auto text = print(document::buildSessionSummary(context, test::sampleClient(), session, 4), name);
      for (const std::string sentence : {"Session summary", "Region by region", "held, then soft",
                                         "Shoulder heights", "Look at the waist again."})
        BOOST_TEST(contains(text, sentence), name << ": " << sentence);
    }
  context.paper = domain::Paper::a4;
  context.largePrint = false;
  print(document::buildMapSheet(context, test::sampleClient(), session, 4, document::MapSubject::difference),
        "map-difference");
}

BOOST_AUTO_TEST_CASE(NamesOfEveryScriptAndLongTextsArePrinted) {
  auto plan = test::samplePlan();
  plan.items[0].cue = "\u05D4\u05E8\u05E4\u05D9 \u05D0\u05EA \u05D4\u05DC\u05E1\u05EA";
  plan.items[1].cue.clear();
  for (int i = 0; i < 48; ++i) plan.items[1].cue += "slow and " + std::to_string(i);
  const auto client = test::sampleClient(
      "\u05D3\u05E0\u05D4 \u05DC\u05D5\u05D9 Dana Levi, called Zo\u00EB \u0141ukasz \u039D\u03AF\u03BA\u03B7 "
      "\u0391\u03BD\u03B1\u03C3\u03C4\u03B1\u03C3\u03B9\u03AC\u03B4\u03BF\u03C5-Papadopoulou");
  const auto text = print(document::buildHandout(context, client, plan), "handout-names");
  BOOST_TEST(contains(text, "Dana Levi"));
  BOOST_TEST(contains(text, "\u039D\u03AF\u03BA\u03B7"));
}

BOOST_AUTO_TEST_SUITE_END()
