#include <algorithm>

#include "document/parts.h"
#include "document/written_by_hand.h"
#include "domain/answer_text.h"

namespace unknot::document {
namespace {

class Referral {
 public:
  Referral(const BuildContext& context, const Parts& parts, const domain::Client& client,
           const ReferralGrounds& grounds)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_client(client),
        m_grounds(grounds) {}

  Blocks block(std::string_view name) const {
    if (name == "to") return to();
    if (name == "client") return person();
    if (name == "reported") return reported();
    if (name == "reason") return reason();
    if (name == "reply") return reply();
    return signature();
  }

 private:
  std::string say(std::string_view id, std::vector<core::Message::Arg> args = {}) const {
    return m_words.say("paper.referral." + std::string(id), std::move(args));
  }

  Blocks to() const {
    Blocks blocks;
    if (m_grounds.physician.empty())
      blocks.push_back(plainParagraph(say("toUnknown", {{"client", m_client.name}})));
    else
      blocks.push_back(plainParagraph(say("to", {{"physician", m_grounds.physician}})));
    return blocks;
  }

  Blocks person() const {
    Spans spans = plainSpans(m_client.name, true);
    if (m_client.birthDate)
      spans.push_back(
          {", " + say("born", {{"date", longDate(m_context, *m_client.birthDate)}}), false, false, {}});
    return {Paragraph{std::move(spans), Tone::text, false}};
  }

  Blocks reported() const {
    List list;
    for (const auto& answer : m_grounds.answers) {
      const auto* question = m_grounds.questionnaire.find(answer.question);
      const domain::Question unknown{answer.question, domain::QuestionKind::text, answer.question};
      const auto& asked = question == nullptr ? unknown : *question;
      list.items.push_back({{{asked.label + "\n", true, false, {}},
                             {domain::answerText(m_words, asked, answer), false, false, {}}}});
    }
    return {plainParagraph(say("said", {{"date", longDate(m_context, m_grounds.takenOn)}}), Tone::small),
            std::move(list)};
  }

  // The answers that raise the flag, as the client read them when ticking.
  void addSigns(const std::vector<domain::SafetySign>& signs, std::vector<std::string>& names) const {
    for (const auto& sign : signs) {
      const auto* answer = domain::answerTo(m_grounds.answers, sign.question);
      const auto* question = m_grounds.questionnaire.find(sign.question);
      if (answer == nullptr || question == nullptr || !domain::says(*answer, sign.answer)) continue;
      std::string name = question->label;
      for (const auto& choice : question->choices)
        if (choice.slug == sign.answer) name = choice.label;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      addSigns(sign.together, names);
    }
  }

  Blocks reason() const {
    std::vector<std::string> names;
    addSigns(m_grounds.flag.raisedBy, names);
    Blocks blocks;
    if (!names.empty()) {
      std::string list;
      for (const auto& name : names) list.append(list.empty() ? "" : "; ").append(name);
      blocks.push_back(
          Callout{{plainParagraph(say("about", {{"signs", list}}))}, m_look.panel, true, m_look.accent});
    }
    using domain::SafetyLevel;
    if (m_grounds.flag.level == SafetyLevel::stopNow || m_grounds.flag.level == SafetyLevel::clearanceFirst)
      blocks.push_back(plainParagraph(say("waits")));
    return blocks;
  }

  Blocks reply() const {
    const double width = m_parts.width();
    const auto layout = m_parts.layout();
    return {Group{{tickLine(layout, say("mayGoOn"), width), tickLine(layout, say("limits"), width, 1),
                   tickLine(layout, say("wait"), width),
                   signatureLines(layout, {say("physicianSigns")}, width)}}};
  }

  Blocks signature() const {
    std::string from = practitionerOf(m_context);
    for (const auto* more : {&m_context.practice.name, &m_context.practice.phone})
      if (!more->empty() && *more != practitionerOf(m_context)) from.append(" · ").append(*more);
    return {Group{{signatureLines(m_parts.layout(), {say("practitionerSigns")}, m_parts.width() / 2),
                   plainParagraph(from)}}};
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const domain::Client& m_client;
  const ReferralGrounds& m_grounds;
};

}  // namespace

Document buildReferral(const BuildContext& context, const domain::Client& client,
                       const ReferralGrounds& grounds) {
  const auto& source = context.content.documentTemplate("referral", context.language);
  const Placeholders placeholders{{"client", client.name},
                                  {"date", longDate(context, context.today)},
                                  {"practice", context.practice.name},
                                  {"practitioner", practitionerOf(context)}};
  const auto inSize = [&](double bodyPt) {
    BuildContext own = context;
    own.bodyPt = bodyPt;
    const Parts parts(
        own, {filled(source.title, placeholders), {}, filled(source.footer, placeholders), recordOf(context)},
        Density::tight);
    const Referral letter(own, parts, client, grounds);
    return parts.finish(templateBlocks(parts.look(), source, placeholders,
                                       [&](std::string_view name) { return letter.block(name); }));
  };
  auto document = inSize(context.bodyPt);
  // A letter is one page, where a little less size makes it one.
  for (const double smaller : {11.5, 11.0})
    if (document.pages.size() > 1 && !context.largePrint) document = inSize(smaller);
  return document;
}

}  // namespace unknot::document
