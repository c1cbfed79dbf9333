#include <algorithm>

#include "document/block_layout.h"
#include "document/form_names.h"
#include "document/form_question.h"

namespace unknot::document {
namespace {

// In the middle between reading matter and a form of an office, so that fifty questions don't look like a
// book; who needs larger letters has large print.
constexpr double kBodyPt = 11;

class IntakeForm {
 public:
  IntakeForm(const BuildContext& context, const Parts& parts, const IntakeFormTexts& texts,
             const IntakeFormAnswers* answers)
      : m_context(context),
        m_parts(parts),
        m_words(wordsOf(context)),
        m_texts(texts),
        m_answers(answers),
        m_questions(context, parts, texts.questionnaire, answers == nullptr ? nullptr : &answers->intake) {}

  std::vector<Piece> pieces() const {
    auto all = beginning();
    for (const auto& section : m_texts.questionnaire.sections) addSection(all, section);
    addConsents(all);
    return all;
  }

 private:
  std::string say(std::string_view id, std::vector<core::Message::Arg> args = {}) const {
    return m_words.say("paper.intakeForm." + std::string(id), std::move(args));
  }
  std::vector<Piece> laid(const Blocks& blocks) const {
    return layOut(blocks, m_parts.width(), m_parts.layout());
  }

  std::vector<Piece> beginning() const {
    std::vector<Piece> all;
    const auto& look = m_parts.look();
    if (m_answers == nullptr)
      all = laid({Callout{{plainParagraph(say("intro"))}, look.panel, true, look.accent}});
    auto day = m_questions.labelled(
        {{m_words.say("kiosk.consent.today"), std::string(kFormDate),
          m_answers == nullptr ? std::string() : longDate(m_context, m_answers->intake.takenOn)}});
    auto about = m_questions.scene();
    about.note(std::string(kFormAbout),
               toString(FormAbout{m_texts.questionnaire.name(), domain::definitionCode(m_texts.questionnaire),
                                  m_texts.questionnaire.language}));
    all.push_back(about.piece(0));
    all.push_back(std::move(day));
    return all;
  }

  void addSection(std::vector<Piece>& all, const domain::QuestionnaireSection& section) const {
    Blocks head{Heading{2, section.title}};
    if (!section.intro.empty()) head.push_back(Group{{plainParagraph(section.intro)}, 0, true});
    append(all, laid(head));
    bool first = true;
    for (const auto& question : section.questions) {
      auto pieces = m_questions.pieces(question);
      if (first) pieces.front().breakBefore = Break::never;
      first = false;
      append(all, std::move(pieces));
    }
  }

  // The newest word on it, where it is on the same text.
  const domain::Consent* saidOf(const domain::ConsentText& text) const {
    if (m_answers == nullptr) return nullptr;
    const auto found = std::find_if(
        m_answers->consents.begin(), m_answers->consents.end(),
        [&](const auto& each) { return each.text.slug == text.slug && each.text.version == text.version; });
    return found == m_answers->consents.end() ? nullptr : &*found;
  }

  void addConsents(std::vector<Piece>& all) const {
    if (m_texts.consents.empty()) return;
    append(all, laid({Heading{2, m_words.say("kiosk.consent.title")},
                      Group{{plainParagraph(say("consents"))}, 0, true}}));
    const domain::Consent* newest = nullptr;
    for (std::size_t i = 0; i < m_texts.consents.size(); ++i) {
      const auto& text = m_texts.consents[i];
      const auto* said = saidOf(text);
      if (said != nullptr && (newest == nullptr || newest->on < said->on)) newest = said;
      auto pieces = laid({Heading{3, text.title}, paragraphs(text.text)});
      pieces.push_back(m_questions.decision(
          formConsent(text.slug, "decision"), text.title,
          {{"accepted", m_words.say("kiosk.consent.accept")},
           {"declined", m_words.say("kiosk.consent.decline")}},
          said == nullptr ? std::string() : std::string(domain::toString(said->decision))));
      for (std::size_t k = 1; k < pieces.size(); ++k)
        pieces[k].breakBefore = std::max(pieces[k].breakBefore, Break::group);
      if (i == 0) pieces.front().breakBefore = Break::never;
      append(all, std::move(pieces));
    }
    append(all, signing(newest));
  }

  // Paragraphs of a text are apart by a blank line.
  static Group paragraphs(std::string_view text) {
    Group group;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      if (end > 0) {
        std::string one(text.substr(0, end));
        while (one.ends_with('\n')) one.pop_back();
        Paragraph paragraph = plainParagraph(std::move(one));
        paragraph.fullWidth = true;
        group.blocks.push_back(std::move(paragraph));
      }
      text.remove_prefix(std::min(end + 2, text.size()));
    }
    return group;
  }

  std::vector<Piece> signing(const domain::Consent* said) const {
    const bool known = said != nullptr;
    std::vector<Piece> pieces;
    pieces.push_back(m_questions.labelled(
        {{m_words.say("kiosk.consent.signer"), "consent.signer", known ? said->signer : std::string()},
         {m_words.say("kiosk.consent.today"), "consent.date",
          known ? longDate(m_context, said->on) : std::string()}}));
    append(pieces, laid({Group{{plainParagraph(
                       say("guardian", {{"age", std::to_string(m_context.practice.adultAge)}}))}}}));
    pieces.push_back(m_questions.labelled({{m_words.say("kiosk.consent.guardianAs"), "consent.guardian-as",
                                            known ? said->guardianAs : std::string()}}));
    append(pieces, laid({signatureLines(m_parts.layout(), {say("signature")}, m_parts.width() * 0.7)}));
    pieces.front().gapBefore = m_parts.look().space(6);
    for (std::size_t i = 1; i < pieces.size(); ++i)
      pieces[i].breakBefore = std::max(pieces[i].breakBefore, Break::group);
    return pieces;
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const core::Words& m_words;
  const IntakeFormTexts& m_texts;
  const IntakeFormAnswers* m_answers;
  FormQuestions m_questions;
};

Document build(BuildContext context, const IntakeFormTexts& texts, const IntakeFormAnswers* answers) {
  context.bodyPt = kBodyPt;
  const auto& words = wordsOf(context);
  const std::string details =
      answers == nullptr
          ? context.practice.name
          : words.say("paper.intakeForm.details", {{"client", answers->client.name},
                                                   {"version", std::to_string(answers->intake.version)},
                                                   {"date", mediumDate(context, answers->intake.takenOn)}});
  const Parts parts(context,
                    {words.say("paper.intakeForm.title"), details,
                     // What was answered is not to be sent back.
                     answers != nullptr || context.practice.name.empty()
                         ? context.practice.name
                         : words.say("paper.intakeForm.footer", {{"practice", context.practice.name}}),
                     answers == nullptr ? std::string() : recordOf(context)},
                    Density::tight);
  return parts.finish(IntakeForm(context, parts, texts, answers).pieces());
}

}  // namespace

Document buildIntakeForm(const BuildContext& context, const IntakeFormTexts& texts) {
  return build(context, texts, nullptr);
}

Document buildFilledIntakeForm(const BuildContext& context, const IntakeFormTexts& texts,
                               const IntakeFormAnswers& answers) {
  return build(context, texts, &answers);
}

}  // namespace unknot::document
