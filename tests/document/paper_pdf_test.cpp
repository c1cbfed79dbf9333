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
#include "support/page_reader.h"
#include "support/paper_samples.h"
#include "support/photos.h"
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

// A practice with a logo and a movement of its own, with a photo beside a drawn picture.
struct PhotoPress : Press {
  test::TemporaryFolder custom;
  content::Content content = made();
  document::BuildContext ours{content, test::testTypesetter(),   practice,  "en", domain::Paper::a4,
                              false,   core::Date(2026, 11, 22), "1a2b3c4d"};
  domain::ExercisePlan plan = test::samplePlan();

  PhotoPress() {
    ours.logo = content.logo();
    plan.items.resize(2);
    plan.items.insert(plan.items.begin() + 1, test::planItem("own-reach"));
  }
  content::Content made() const {
    const auto write = [&](const std::string& name, const std::string& bytes) {
      const fs::path file = custom.path() / "data" / name;
      fs::create_directories(file.parent_path());
      std::ofstream(file, std::ios::binary) << bytes;
    };
    write("logo.png", test::photoPng(480, 160, 200));
    write("exercises/reach.jpg", test::photoJpeg(1600, 1200));
    write("exercises/own-reach.toml",
          "slug = \"own-reach\"\nrank = 5000\nposition = \"standing\"\npatterns = []\nregions = []\n"
          "movements = []\npictures = [\"reach.jpg\", \"top-shelf-reach:1\"]\n[dose]\nrepetitions = 3\n"
          "minutes = 4\n[en]\ntitle = \"Reach and rest\"\npurpose = \"It lets the shoulder go.\"\n"
          "steps = [\"Stand near a wall.\", \"Reach up slowly.\", \"Rest.\"]\nsense = \"What moves?\"\n"
          "captions = [\"Reach along the wall\", \"\"]\n");
    const fs::path source(UNKNOT_SOURCE_DIR);
    return content::Content::load({source / "data", source / "templates", custom.path()},
                                  raster::makePhotoReader());
  }
};

BOOST_FIXTURE_TEST_CASE(APhotoAndALogoAreImagesOfTheirOwnOnSoundPages, PhotoPress) {
  BOOST_REQUIRE(ours.logo != nullptr);
  for (const auto paper : {domain::Paper::a4, domain::Paper::letter})
    for (const bool large : {false, true}) {
      ours.paper = paper;
      ours.largePrint = large;
      const std::string name =
          std::string("photo-") + std::string(domain::toString(paper)) + (large ? "-large" : "");
      const auto document = document::buildHandout(ours, test::sampleClient(), plan);
      const auto text = print(document, name);
      BOOST_TEST(contains(text, "Reach and rest"));
      BOOST_TEST(contains(text, "Reach along the wall"));
      const auto file = folder / (name + ".pdf");
      const auto images = run("pdfimages -list '" + file.string() + "'");
      BOOST_TEST(contains(images, "rgb"));
      BOOST_TEST(contains(images, "smask"));
      // Small enough to be sent by mail, and nothing of the photo's file as it was.
      BOOST_TEST(fs::file_size(file) < 3'000'000U);
      std::string said;
      for (const auto& page : test::read(document))
        for (const auto& element : page.elements)
          if (element.role == draw::Role::figure) said += element.alternative + " ";
      BOOST_TEST(contains(said, "Logo of Studio Willow."));
      BOOST_TEST(said.find("Logo of") == said.rfind("Logo of"));
      BOOST_TEST(contains(said, "Reach along the wall"));
    }
}

BOOST_FIXTURE_TEST_CASE(EveryPaperOfThePracticeHasItsLogoAndWithoutOneNothingMoves, PhotoPress) {
  const auto sessions = test::sampleSessions();
  const std::vector<document::Document> papers{
      document::buildReport(ours, test::sampleClient(), sessions, {}, {}),
      document::buildSessionSummary(ours, test::sampleClient(), sessions[2], 3),
      document::buildMapSheet(ours, test::sampleClient(), sessions[2], 3, document::MapSubject::before)};
  int number = 0;
  for (const auto& paper : papers) {
    const auto name = "logo-" + std::to_string(++number);
    print(paper, name);
    BOOST_TEST(contains(run("pdfimages -list '" + (folder / (name + ".pdf")).string() + "'"), "smask"));
  }
  ours.logo.reset();
  print(document::buildMapSheet(ours, test::sampleClient(), sessions[2], 3, document::MapSubject::before),
        "logo-none");
  BOOST_TEST(!contains(run("pdfimages -list '" + (folder / "logo-none.pdf").string() + "'"), "smask"));
}

BOOST_FIXTURE_TEST_CASE(AnExercisesCardShowsThePhoto, PhotoPress) {
  const auto* exercise = content.exercise("own-reach");
  BOOST_REQUIRE(exercise != nullptr);
  const auto card = document::buildExerciseCard(test::testTypesetter(), *exercise);
  const auto& page = card.pages.at(0);
  raster::Picture picture(static_cast<int>(page.size.width), static_cast<int>(page.size.height), 1, true,
                          test::testFonts());
  picture.paint([&](draw::Canvas& canvas) { page.draw(canvas); });
  test::savePng(picture, "card-photo");
  const auto image = picture.toImage();
  int red = 0;
  for (std::size_t i = 0; i < image.rgba.size(); i += 4)
    red += image.rgba[i] > 200 && image.rgba[i + 1] < 60 && image.rgba[i + 2] < 60;
  // The upper left quarter of the photo.
  BOOST_TEST(red > 8'000);
}

BOOST_AUTO_TEST_CASE(ALetterToAPhysicianIsOneSoundPage) {
  const auto& flags = test::shippedContent().safetyFlags();
  for (const std::string language : {"en", "de", "es", "fr"}) {
    context.language = language;
    const auto& questions = test::shippedContent().intake().form(language).questionnaire;
    auto client = test::sampleClient();
    client.birthDate = core::Date(1980, 2, 29);
    const auto letter =
        document::buildReferral(context, client,
                                {flags.front(),
                                 {{"new-signs", domain::AnswerState::answered, {"saddle", "night-pain"}}},
                                 questions,
                                 core::Date(2026, 11, 20),
                                 "Dr. Łucja Sample, Riverside"});
    BOOST_TEST(letter.pages.size() == 1U, language);
    const auto text = print(letter, "referral-" + language);
    BOOST_TEST(contains(text, "Dr. Łucja Sample, Riverside"), language);
  }
}

BOOST_AUTO_TEST_CASE(TheBlankIntakeFormIsSoundAndNotTooLong) {
  const auto& forms = test::shippedContent().intake();
  for (const std::string language : {"en", "de", "es", "fr"})
    for (const auto paper : {domain::Paper::a4, domain::Paper::letter})
      for (const bool large : {false, true}) {
        context.language = language;
        context.paper = paper;
        context.largePrint = large;
        const document::IntakeFormTexts texts{forms.form(language).questionnaire, forms.consents(language)};
        const auto form = document::buildIntakeForm(context, texts);
        if (!large)
          BOOST_TEST(form.pages.size() <= (paper == domain::Paper::a4 ? 8U : 9U),
                     language << ": " << form.pages.size());
        const auto text = print(form, "intake-" + language + "-" + std::string(domain::toString(paper)) +
                                          (large ? "-large" : ""));
        for (const auto& section : texts.questionnaire.sections)
          BOOST_TEST(contains(text, section.title), section.title);
      }
}

BOOST_AUTO_TEST_SUITE_END()
