// The questions on paper: everything is asked once, has its field, and can be written on by hand.
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>

#include "document/builders.h"
#include "document/form_names.h"
#include "support/fixed_typesetter.h"
#include "support/page_reader.h"
#include "support/paper_samples.h"

using namespace unknot;
using domain::AnswerState;
using domain::QuestionKind;
using draw::FieldKind;

namespace {

struct Paper {
  test::FixedTypesetter typesetter;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(typesetter, practice);

  document::IntakeFormTexts texts() const {
    const auto& forms = test::shippedContent().intake();
    return {forms.form(context.language).questionnaire, forms.consents(context.language)};
  }
  document::Document blank() const { return document::buildIntakeForm(context, texts()); }
  static std::map<std::string, std::vector<test::ReadField>> fieldsOf(const document::Document& document) {
    std::map<std::string, std::vector<test::ReadField>> fields;
    for (const auto& page : test::read(document))
      for (const auto& field : page.fields) fields[field.field.name].push_back(field);
    return fields;
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(IntakeForm, Paper)

BOOST_AUTO_TEST_CASE(EveryQuestionHasItsFieldsAndNoneTwice) {
  const auto fields = fieldsOf(blank());
  for (const auto& section : texts().questionnaire.sections)
    for (const auto& question : section.questions) {
      BOOST_TEST(fields.at(document::formField(question.slug, document::kFormState)).size() == 2U);
      std::string name = document::formField(question.slug, document::kFormText);
      if (!domain::rowFields(question.kind).empty())
        name = document::formRow(question.slug, 1, domain::rowFields(question.kind).front());
      if (question.kind == QuestionKind::bodyMap) name = document::formTick(question.slug, "area", "belly");
      if (question.kind == QuestionKind::yesNo || question.kind == QuestionKind::oneOf ||
          question.kind == QuestionKind::scale)
        name = document::formField(question.slug, document::kFormOne);
      if (question.kind == QuestionKind::severalOf)
        name = document::formTick(question.slug, "choice", question.choices.front().slug);
      BOOST_TEST(fields.contains(name), name);
    }
  for (const auto& [name, places] : fields) {
    std::set<std::string> options;
    for (const auto& place : places) options.insert(place.field.option);
    BOOST_TEST(options.size() == places.size(), name);
    if (places.front().field.kind != FieldKind::choice) BOOST_TEST(places.size() == 1U, name);
    if (name != document::kFormAbout) BOOST_TEST(!places.front().field.description.empty(), name);
  }
}

BOOST_AUTO_TEST_CASE(NamesStayWhatTheyAre) {
  const auto fields = fieldsOf(blank());
  for (const std::string name :
       {"q.medicines.2.dose", "q.new-signs.choice.fever", "q.how-it-began.detail", "q.how-it-began.one",
        "q.where.area.belly", "q.where.words", "q.injuries.1.side", "q.doctor-advice.detail",
        "q.pain-today.one", "q.want-to-do-again.5.score", "consent.hands-on.decision", "form.date"})
    BOOST_TEST(fields.contains(name), name);
}

BOOST_AUTO_TEST_CASE(TheFormSaysWhichQuestionsItAsks) {
  const auto fields = fieldsOf(blank());
  const auto about = document::formAboutFrom(fields.at(std::string(document::kFormAbout)).front().field.text);
  BOOST_REQUIRE(about.has_value());
  BOOST_TEST(about->questionnaire == "general/2");
  BOOST_TEST(about->language == "en");
  BOOST_TEST(about->code == domain::definitionCode(texts().questionnaire));
  BOOST_TEST(!document::formAboutFrom("another-form/1 general/2 0 en").has_value());
  BOOST_TEST(!document::formAboutFrom("unknot-intake-form/1 general/2").has_value());
}

// 8 mm, and boxes that a pen meets.
BOOST_AUTO_TEST_CASE(ThereIsRoomToWrite) {
  constexpr double kEightMillimetres = 8 / 25.4 * 72;
  for (const bool large : {false, true}) {
    context.largePrint = large;
    for (const auto& page : test::read(blank())) {
      std::vector<test::ReadField> lines;
      for (const auto& field : page.fields)
        if (field.field.kind == FieldKind::line) lines.push_back(field);
      for (const auto& one : lines)
        for (const auto& other : lines) {
          const bool below = other.where.y > one.where.y + 0.5;
          const bool sameColumn = other.where.x < one.where.right() && one.where.x < other.where.right();
          if (below && sameColumn)
            BOOST_TEST(other.where.bottom() - one.where.bottom() >= kEightMillimetres - 0.01,
                       one.field.name << " and " << other.field.name);
        }
    }
  }
}

BOOST_AUTO_TEST_CASE(NoFieldLiesOnAnotherOrOffThePage) {
  for (const std::string language : {"en", "de", "es", "fr"})
    for (const bool large : {false, true}) {
      context.language = language;
      context.largePrint = large;
      for (const auto& page : test::read(blank())) {
        BOOST_TEST(page.isBalanced());
        for (std::size_t i = 0; i < page.fields.size(); ++i) {
          const auto& one = page.fields[i].where;
          BOOST_TEST(one.x >= 0);
          BOOST_TEST(one.right() <= 595.28);
          BOOST_TEST(one.bottom() <= 841.89);
          for (std::size_t k = i + 1; k < page.fields.size(); ++k) {
            const auto& other = page.fields[k].where;
            const bool apart = one.right() <= other.x + 0.01 || other.right() <= one.x + 0.01 ||
                               one.bottom() <= other.y + 0.01 || other.bottom() <= one.y + 0.01;
            BOOST_TEST(apart, language << ": " << page.fields[i].field.name << " "
                                       << page.fields[i].field.option << " and " << page.fields[k].field.name
                                       << " " << page.fields[k].field.option);
          }
        }
      }
    }
}

BOOST_AUTO_TEST_CASE(ConditionsArePlainWords) {
  const auto text = test::allText(blank());
  for (const std::string part :
       {"If you ticked “By e-mail”:",
        "If you ticked “Sitting for long” or “Working at a screen” or “Driving”:",
        "If there was something to tell at", "If yes: Which ones?", "I agree", "I do not agree", "Signature",
        "not sure", "I’d rather tell you", "Your left"})
    BOOST_TEST(contains(text, part), part);
  BOOST_TEST(!contains(text, "paper.intakeForm"));
}

BOOST_AUTO_TEST_CASE(AnAnsweredFormHasTheAnswersAndNoFields) {
  domain::Intake intake;
  intake.version = 3;
  intake.questionnaire = "general/2";
  intake.takenOn = core::Date(2026, 11, 20);
  intake.answers = {
      {"name", AnswerState::answered, {"Alex Example"}},
      {"reason", AnswerState::answered, {"My back, since the spring.\nIt began in the garden."}},
      {"where", AnswerState::answered, {}, {}, {{{"area", "belly"}, {"words", "dull"}}}},
      {"medicines", AnswerState::answered, {}, {}, {{{"name", "Fish oil"}, {"dose", "one a day"}}}},
      {"in-care", AnswerState::ratherTell, {}}};
  domain::Consent consent;
  consent.text = texts().consents.front();
  consent.decision = domain::ConsentDecision::accepted;
  consent.signer = "Alex Example";
  consent.on = core::Date(2026, 11, 20);
  const auto client = test::sampleClient();
  const auto filled = document::buildFilledIntakeForm(context, texts(), {client, intake, {consent}});
  BOOST_TEST(fieldsOf(filled).empty());
  const auto text = test::allText(filled);
  for (const std::string part :
       {"Alex Example · version 3", "It began in the garden.", "Fish oil", "one a day", "Belly, dull"})
    BOOST_TEST(contains(text, part), part);
}

BOOST_AUTO_TEST_CASE(ALongAnswerHasTheRoomThatItNeeds) {
  domain::Intake intake;
  intake.questionnaire = "general/2";
  std::string lines;
  for (int i = 0; i < 60; ++i) lines += "One more line of it, number " + std::to_string(i) + ".\n";
  intake.answers = {{"reason", AnswerState::answered, {lines}}};
  const auto client = test::sampleClient();
  const auto text = test::allText(document::buildFilledIntakeForm(context, texts(), {client, intake, {}}));
  BOOST_TEST(contains(text, "number 59."));
}

BOOST_AUTO_TEST_SUITE_END()
