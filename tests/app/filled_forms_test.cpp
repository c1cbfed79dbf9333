// A filled form comes back: what it says, what it would change, and what is kept of it.
#include "app/filled_forms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "app/intake_presenter.h"
#include "core/error.h"
#include "desk_support.h"
#include "document/form_names.h"
#include "support/temporary_folder.h"
#include "support/throws.h"
#include "support/tools.h"

using namespace unknot;
using domain::AnswerState;
using test::thrownBy;

namespace {

struct ComingBack : test::PresenterDesk {
  domain::ClientId ana = client("Ana Example");
  const domain::Questionnaire& questions = work.content.intake().form("en").questionnaire;

  ComingBack() { fill({}); }
  // A form of today's questions with these fields.
  void fill(std::map<std::string, std::string, std::less<>> values) {
    forms.form.values = std::move(values);
    forms.form.values[std::string(document::kFormAbout)] =
        document::toString({questions.name(), domain::definitionCode(questions), "en"});
    forms.form.pages = 8;
  }
  app::FormReading reading() { return app::readFilledForm(work, ana, "%PDF-"); }
  domain::IntakeAnswer answer(const std::string& question) {
    const auto read = reading();
    const auto* found = domain::answerTo(read.intake.answers, question);
    BOOST_REQUIRE_MESSAGE(found != nullptr, question);
    return *found;
  }
  void answerBefore(std::vector<domain::IntakeAnswer> answers) {
    domain::Intake intake;
    intake.client = ana;
    intake.questionnaire = questions.name();
    intake.takenOn = work.today();
    intake.answers = std::move(answers);
    app::addIntake(work, intake);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(FilledForms, ComingBack)

BOOST_AUTO_TEST_CASE(EveryKindOfAnswerIsRead) {
  fill({{"q.name.text", "Ana Example"},
        {"q.how-it-began.one", "after-event"},
        {"q.how-it-began.detail", "A fall in 2019"},
        {"q.new-signs.choice.fever", "yes"},
        {"q.new-signs.choice.calf", "yes"},
        {"q.pain-today.one", "4"},
        {"q.medicines.1.name", "Fish oil"},
        {"q.medicines.3.name", "Magnesium"},
        {"q.medicines.3.for", "cramps"},
        {"q.injuries.1.what", "Ankle"},
        {"q.injuries.1.side", "left"},
        {"q.where.area.belly", "yes"},
        {"q.where.words", "dull"},
        {"q.in-care.state", "rather-tell"},
        {"q.large-print.one", "no"},
        {"form.date", "1 March 2026"}});
  BOOST_TEST(
      (answer("how-it-began") ==
       domain::IntakeAnswer{"how-it-began", AnswerState::answered, {"after-event"}, "A fall in 2019"}));
  BOOST_TEST((answer("new-signs").values == std::vector<std::string>{"fever", "calf"}));
  BOOST_TEST(answer("pain-today").values.front() == "4");
  BOOST_TEST(
      (answer("medicines").rows ==
       std::vector<domain::AnswerRow>{{{"name", "Fish oil"}}, {{"name", "Magnesium"}, {"for", "cramps"}}}));
  BOOST_TEST(
      (answer("injuries").rows == std::vector<domain::AnswerRow>{{{"what", "Ankle"}, {"side", "left"}}}));
  BOOST_TEST(
      (answer("where").rows == std::vector<domain::AnswerRow>{{{"area", "belly"}, {"words", "dull"}}}));
  BOOST_TEST((answer("in-care").state == AnswerState::ratherTell));
  const auto read = reading();
  BOOST_TEST(read.remarks.empty());
  BOOST_TEST((read.intake.takenOn == core::Date(2026, 3, 1)));
  BOOST_TEST(read.changes.size() == read.intake.answers.size());
}

BOOST_AUTO_TEST_CASE(WhatIsLeftBlankStaysAsItWasAnswered) {
  answerBefore(
      {{"reason", AnswerState::answered, {"My back"}}, {"since-when", AnswerState::answered, {"spring"}}});
  fill({{"q.since-when.text", "last spring"}, {"q.name.text", "  "}});
  const auto read = reading();
  BOOST_TEST(answer("reason").values.front() == "My back");
  BOOST_REQUIRE(read.changes.size() == 1U);
  BOOST_TEST(read.changes.front().question == "since-when");
  BOOST_TEST(read.changes.front().before->values.front() == "spring");
}

BOOST_AUTO_TEST_CASE(WhatCanBeNoAnswerIsToldAndNotLost) {
  fill({{"q.pregnancy.one", "perhaps not"},
        {"q.lately.choice.none", "yes"},
        {"q.lately.choice.stroke", "yes"},
        {"q.doctor-advice.detail", "no jumping"},
        {"q.since-when.text", "spring"},
        {"q.since-when.state", "not-sure"},
        {"q.gone.text", "asked no more"},
        {"q.medicines.500.name", "far down"}});
  const auto read = reading();
  BOOST_TEST((answer("lately").values == std::vector<std::string>{"stroke"}));
  std::vector<std::string> told;
  for (const auto& remark : read.remarks) told.push_back(remark.text);
  for (const std::string text :
       {"perhaps not", "None of these", "no jumping", "Not sure", "asked no more", "far down"})
    BOOST_TEST((std::find(told.begin(), told.end(), text) != told.end()), text);
  BOOST_TEST(domain::answerTo(read.intake.answers, "pregnancy") == nullptr);
}

BOOST_AUTO_TEST_CASE(AFormOfOthersOrOfOtherQuestionsIsRefused) {
  forms.form.values.clear();
  BOOST_TEST(thrownBy<core::InputError>([&] { reading(); }) == "error.form.foreign");
  forms.form.values[std::string(document::kFormAbout)] = "tax/1";
  BOOST_TEST(thrownBy<core::InputError>([&] { reading(); }) == "error.form.foreign");
  forms.form.values[std::string(document::kFormAbout)] = document::toString({"general/1", "0", "en"});
  BOOST_TEST(thrownBy<core::InputError>([&] { reading(); }) ==
             "error.form.questions asked=general/1 now=general/2");
}

BOOST_AUTO_TEST_CASE(OtherWordingAndTickedConsentsAreTold) {
  fill({{"consent.hands-on.decision", "accepted"}});
  BOOST_TEST(reading().consentsTicked);
  BOOST_TEST(!reading().otherWording);
  forms.form.values[std::string(document::kFormAbout)] = document::toString({"general/2", "0", "en"});
  BOOST_TEST(reading().otherWording);
  app::saveFilledForm(work, reading(), ids.make<domain::IntakeId>(), "%PDF-");
  BOOST_TEST(store.consents().ofClient(ana).empty());
}

BOOST_AUTO_TEST_CASE(SavingAddsAVersionFillsTheCardAndKeepsTheFile) {
  answerBefore({{"reason", AnswerState::answered, {"My back"}}});
  fill({{"q.phone.text", "030 1234567"}, {"form.date", "in the future"}});
  const auto id = ids.make<domain::IntakeId>();
  const auto read = reading();
  const auto saved = app::saveFilledForm(work, read, id, "%PDF- as it came");
  BOOST_TEST(saved.version == 2);
  BOOST_TEST((saved.takenOn == work.today()));
  BOOST_TEST(store.clients().find(ana)->phone == "030 1234567");
  auto kept = store.documents().ofClient(ana);
  BOOST_REQUIRE(kept.size() == 1U);
  BOOST_TEST((kept.front().kind == domain::DocumentKind::incoming));
  BOOST_TEST(store.documents().content(kept.front().id) == "%PDF- as it came");
  BOOST_TEST(newestAudit() == "imported document " + kept.front().id.toString());
  // A second try of the same adds nothing.
  app::saveFilledForm(work, read, id, "%PDF- as it came");
  BOOST_TEST(store.intakes().ofClient(ana).size() == 2U);
  BOOST_TEST(store.documents().ofClient(ana).size() == 1U);
}

BOOST_AUTO_TEST_CASE(AFailedSaveLeavesNothing) {
  fill({{"q.phone.text", "030 1234567"}});
  const auto read = reading();
  store.failWrites(true);
  BOOST_CHECK_THROW(app::saveFilledForm(work, read, ids.make<domain::IntakeId>(), "%PDF-"), core::Error);
  store.failWrites(false);
  BOOST_TEST(store.intakes().ofClient(ana).empty());
  BOOST_TEST(store.documents().ofClient(ana).empty());
  BOOST_TEST(store.clients().find(ana)->phone.empty());
}

BOOST_AUTO_TEST_CASE(OnScreenNothingIsSavedBeforeItIsTakenOver) {
  test::TemporaryFolder folder;
  test::writeFile(folder / "form.pdf", "%PDF-");
  fill({{"q.reason.text", "My back"}, {"q.pregnancy.one", "perhaps not"}});
  app::IntakePresenter presenter(desk);
  presenter.open(ana);
  presenter.readForm(folder / "form.pdf");
  BOOST_REQUIRE(presenter.state().form.has_value());
  BOOST_TEST(presenter.state().form->changes.size() == 1U);
  BOOST_TEST(presenter.state().form->changes.front().after == "My back");
  BOOST_TEST(presenter.state().form->remarks.size() == 1U);
  BOOST_TEST(store.intakes().ofClient(ana).empty());
  presenter.dropForm();
  BOOST_TEST(!presenter.state().form);
  presenter.readForm(folder / "form.pdf");
  bool done = false;
  presenter.takeForm([&] { done = true; });
  BOOST_TEST(done);
  BOOST_TEST(store.intakes().ofClient(ana).size() == 1U);
}

BOOST_AUTO_TEST_CASE(WhileSomethingTypedIsNotSavedNoFormIsRead) {
  test::TemporaryFolder folder;
  test::writeFile(folder / "form.pdf", "%PDF-");
  app::IntakePresenter presenter(desk);
  presenter.open(ana);
  presenter.edit([](app::IntakeSheet& sheet) { sheet.setText("reason", "My neck"); });
  presenter.readForm(folder / "form.pdf");
  BOOST_TEST(presenter.state().problem.value().id == "intake.form.saveFirst");
  BOOST_TEST(!presenter.state().form);
}

BOOST_AUTO_TEST_SUITE_END()
