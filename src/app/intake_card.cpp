// What answers propose for the client's card.
#include <algorithm>

#include "app/clients.h"
#include "app/intakes.h"
#include "core/utf8.h"
#include "unicode/dates.h"

namespace unknot::app {

using domain::CardField;
using domain::Client;

namespace {

// The member of a field that is plain text; nullptr for the others.
std::string Client::*textMember(CardField field) {
  switch (field) {
    case CardField::name:
      return &Client::name;
    case CardField::calledAs:
      return &Client::calledAs;
    case CardField::pronouns:
      return &Client::pronouns;
    case CardField::phone:
      return &Client::phone;
    case CardField::email:
      return &Client::email;
    case CardField::address:
      return &Client::address;
    case CardField::occupation:
      return &Client::occupation;
    case CardField::emergencyContact:
      return &Client::emergencyContact;
    case CardField::language:
      return &Client::language;
    default:
      return nullptr;
  }
}

std::string onCard(const Client& client, CardField field) {
  if (field == CardField::birthDate) return client.birthDate ? client.birthDate->toIso() : std::string();
  if (field == CardField::largePrint) return client.largePrint ? "yes" : "no";
  return client.*textMember(field);
}

// As the card would keep it; nothing where the answer can't be understood.
std::optional<std::string> forCard(const domain::Question& question, const domain::IntakeAnswer& answer,
                                   std::string_view language, const core::Date& today) {
  if (answer.state != domain::AnswerState::answered || answer.values.empty()) return {};
  const std::string given = core::trimmed(answer.values.front());
  if (given.empty()) return {};
  switch (*question.fills) {
    case CardField::birthDate: {
      const auto day = unicode::parseDate(given, language, today);
      return day ? std::optional(day->toIso()) : std::nullopt;
    }
    case CardField::largePrint: {
      const bool wanted = domain::says(answer, "yes") || domain::says(answer, "large-print");
      // In a list of several wishes, that this one is missing says nothing.
      if (!wanted && question.kind == domain::QuestionKind::severalOf) return {};
      return std::string(wanted ? "yes" : "no");
    }
    default:
      return given;
  }
}

}  // namespace

std::vector<CardProposal> cardProposals(const Client& client, const domain::Questionnaire& questionnaire,
                                        const std::vector<domain::IntakeAnswer>& answers,
                                        std::string_view language, const core::Date& today) {
  std::vector<CardProposal> proposals;
  for (const auto& section : questionnaire.sections)
    for (const auto& question : section.questions) {
      const auto* answer = domain::answerTo(answers, question.slug);
      if (!question.fills || answer == nullptr) continue;
      const auto given = forCard(question, *answer, language, today);
      const std::string now = onCard(client, *question.fills);
      if (given && *given != now) proposals.push_back({*question.fills, now, *given});
    }
  return proposals;
}

Client withProposals(Client client, const std::vector<CardProposal>& proposals) {
  for (const auto& proposal : proposals) {
    if (proposal.field == CardField::birthDate)
      client.birthDate = core::Date::parseIso(proposal.given);
    else if (proposal.field == CardField::largePrint)
      client.largePrint = proposal.given == "yes";
    else
      client.*textMember(proposal.field) = proposal.given;
  }
  return client;
}

void fillCard(Workspace& work, const domain::Intake& intake) {
  const auto client = resolveClient(work, intake.client.toString());
  const auto form = intakeForm(work, intake.language);
  auto proposals = cardProposals(client, form.questionnaire, intake.answers, intake.language, work.today());
  std::erase_if(proposals, [](const CardProposal& each) {
    return !each.now.empty() || each.field == domain::CardField::language ||
           each.field == domain::CardField::largePrint;
  });
  if (!proposals.empty()) changeClient(work, withProposals(client, proposals));
}

}  // namespace unknot::app
