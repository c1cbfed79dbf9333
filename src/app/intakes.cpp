#include "app/intakes.h"

#include <algorithm>
#include <charconv>

#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "content/questionnaire_loader.h"
#include "core/error.h"
#include "core/utf8.h"
#include "unicode/dates.h"

namespace unknot::app {

using domain::CardField;
using domain::Intake;
using domain::IntakeAnswer;
using domain::Question;
using domain::QuestionKind;

namespace {

constexpr std::string_view kPainToday = "pain-today";

core::InputError badChoice(const std::string& place, const std::string& value, const std::string& allowed) {
  return core::InputError({"error.choice", {{"field", place}, {"value", value}, {"allowed", allowed}}, {}});
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

void checkRows(const Question& question, const IntakeAnswer& answer, const std::string& place) {
  const auto& fields = domain::rowFields(question.kind);
  if (fields.empty() && !answer.rows.empty())
    throw core::InputError({"error.intake.rows", {{"field", place + ".rows"}}, {}});
  for (std::size_t i = 0; i < answer.rows.size(); ++i)
    for (const auto& [field, text] : answer.rows[i])
      if (std::find(fields.begin(), fields.end(), field) == fields.end())
        throw badChoice(place + ".rows[" + std::to_string(i) + "]", field, listed(fields));
}

// A choice by its slug, or yes and no; what other questions take is free text.
void checkAnswer(const Question& question, const IntakeAnswer& answer, const std::string& place) {
  checkRows(question, answer, place);
  if (question.kind != QuestionKind::severalOf && answer.values.size() > 1)
    throw core::InputError({"error.intake.one", {{"field", place + ".values"}}, {}});
  std::vector<std::string> allowed;
  if (question.kind == QuestionKind::yesNo) allowed = {"yes", "no"};
  for (const auto& choice : question.choices) allowed.push_back(choice.slug);
  if (allowed.empty()) return;
  for (std::size_t i = 0; i < answer.values.size(); ++i)
    if (std::find(allowed.begin(), allowed.end(), answer.values[i]) == allowed.end())
      throw badChoice(place + ".values[" + std::to_string(i) + "]", answer.values[i], listed(allowed));
}

void checkAgainst(const domain::Questionnaire& questionnaire, const Intake& intake) {
  if (intake.questionnaire != questionnaire.name())
    throw badChoice("questionnaire", intake.questionnaire, questionnaire.name());
  for (std::size_t i = 0; i < intake.answers.size(); ++i) {
    const auto& answer = intake.answers[i];
    const std::string place = "answers[" + std::to_string(i) + "]";
    const Question* question = questionnaire.find(answer.question);
    if (question == nullptr)
      throw core::InputError(
          {"error.intake.question", {{"field", place + ".question"}, {"value", answer.question}}, {}});
    checkAnswer(*question, answer, place);
  }
}

// What was asked and answered; version, author and time are the program's.
bool sameAnswers(Intake a, const Intake& b) {
  a.version = b.version;
  a.author = b.author;
  a.enteredAt = b.enteredAt;
  return a == b;
}

std::optional<int> scoreOf(const std::string& text) {
  const std::string plain = core::trimmed(text);
  int score = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), score);
  if (fault != std::errc() || end != plain.data() + plain.size() || score < 0 || score > 10) return {};
  return score;
}

// What an answer measures; a score that can't be understood measures nothing.
std::vector<domain::MeasureValue> measuresIn(const Question& question, const IntakeAnswer& answer) {
  std::vector<domain::MeasureValue> values;
  if (answer.state != domain::AnswerState::answered) return values;
  if (question.kind == QuestionKind::scale && question.slug == kPainToday && !answer.values.empty())
    if (const auto score = scoreOf(answer.values.front()))
      values.push_back({"nprs-now", "", static_cast<double>(*score)});
  if (question.kind == QuestionKind::activities)
    for (const auto& row : answer.rows) {
      const auto activity = row.find("activity");
      const auto score = row.find("score");
      if (activity == row.end() || score == row.end()) continue;
      if (const auto number = scoreOf(score->second))
        values.push_back({"psfs", activity->second, static_cast<double>(*number)});
    }
  return values;
}

void addMeasures(Workspace& work, const domain::Questionnaire& questionnaire, const Intake& intake,
                 const Intake* before) {
  for (const auto& answer : intake.answers) {
    const IntakeAnswer* earlier =
        before == nullptr ? nullptr : domain::answerTo(before->answers, answer.question);
    if (earlier != nullptr && *earlier == answer) continue;
    for (const auto& value : measuresIn(*questionnaire.find(answer.question), answer)) {
      domain::Measure measure;
      measure.id = work.ids.make<domain::MeasureId>();
      measure.client = intake.client;
      measure.value = value;
      measure.takenOn = intake.takenOn;
      measure.author = intake.author;
      measure.enteredAt = intake.enteredAt;
      work.store.measures().add(measure);
    }
  }
}

// Adds a record, or gives back the one that an earlier try of the same has added after all: everything is as
// wanted then, but for author and time.
template <class Repository, class Record>
Record addOnce(Workspace& work, Repository& repository, Record wanted) {
  work.store.atomically([&] {
    for (const auto& one : repository.ofClient(wanted.client)) {
      if (one.id != wanted.id) continue;
      Record same = wanted;
      same.author = one.author;
      same.enteredAt = one.enteredAt;
      if (same != one) continue;
      wanted = one;
      return;
    }
    repository.add(wanted);
  });
  publishAfterCommit(work, {Change::Kind::intake, wanted.client.value, wanted.id.value});
  return wanted;
}

const Intake* newestOf(const std::vector<Intake>& intakes) {
  return intakes.empty() ? nullptr : &intakes.back();
}

}  // namespace

content::IntakeForm intakeForm(Workspace& work, std::string_view language) {
  content::IntakeForm form = work.content.intake().form(language);
  if (!form.customBroken) return form;
  const auto kept = work.store.intakes().newestDefinition(language);
  if (!kept) return form;
  try {
    form.questionnaire = content::readQuestionnaire("intake", *kept);
    form.text = *kept;
  } catch (const core::InputError&) {
    // Kept by a program that read more than this one: the shipped questions are asked.
  }
  return form;
}

domain::Questionnaire questionsOf(Workspace& work, const Intake& intake) {
  if (const auto kept = work.store.intakes().definition(intake.definition)) {
    try {
      return content::readQuestionnaire("intake", *kept);
    } catch (const core::InputError&) {
      // As above: what is still known of the questions is shown.
    }
  }
  if (const auto* earlier = work.content.intake().earlier(intake.questionnaire)) return *earlier;
  return work.content.intake().form(intake.language).questionnaire;
}

Intake addIntake(Workspace& work, Intake intake) {
  requireRight(work.store, Right::writeClient);
  intake.client = requireClient(work, intake.client).id;
  check(intake);
  const auto form = intakeForm(work, intake.language);
  checkAgainst(form.questionnaire, intake);
  if (intake.takenOn > work.today())
    throw core::InputError(
        {"error.use.takenOn", {{"field", "takenOn"}, {"value", intake.takenOn.toIso()}}, {}});
  if (intake.id.isNil()) intake.id = work.ids.make<domain::IntakeId>();
  const auto tell = [&] {
    publishAfterCommit(work, {Change::Kind::intake, intake.client.value, intake.id.value});
  };
  work.store.atomically([&] {
    intake.definition = work.store.intakes().keepDefinition(intake.language, form.text);
    const auto earlier = work.store.intakes().ofClient(intake.client);
    for (const auto& one : earlier) {
      if (one.id != intake.id || !sameAnswers(one, intake)) continue;
      // A try that seemed to fail was saved after all.
      intake = one;
      return;
    }
    intake.version = 1;
    // Each client's own are numbered, whatever chart they are read in.
    for (const auto& one : earlier)
      if (one.client == intake.client) intake.version = one.version + 1;
    intake.author = work.store.user().id;
    intake.enteredAt = work.clock.now();
    work.store.intakes().add(intake);
    addMeasures(work, form.questionnaire, intake, newestOf(earlier));
  });
  tell();
  return intake;
}

namespace {

template <class Record>
std::vector<Record> onlyOf(std::vector<Record> all, domain::ClientId client) {
  std::erase_if(all, [&](const Record& one) { return one.client != client; });
  return all;
}

// The intakes whose newest raises flags, with what was said of these: all of the chart; or, where charts were
// put together and nobody answered anew since, those of each client by themselves.
struct FlagGround {
  std::vector<Intake> intakes;
  std::vector<domain::FlagClosing> closings;
};

std::vector<FlagGround> flagGrounds(Workspace& work, domain::ClientId client) {
  auto intakes = work.store.intakes().ofClient(client);
  auto closings = work.store.flagClosings().ofClient(client);
  const auto merges = work.store.chartMerges().standing(client);
  if (merges.empty() || intakes.empty() || intakes.back().enteredAt > merges.back().mergedAt)
    return {{std::move(intakes), std::move(closings)}};
  std::vector<FlagGround> grounds;
  for (const auto part : work.store.chartMerges().partsOf(client))
    grounds.push_back({onlyOf(intakes, part), onlyOf(closings, part)});
  return grounds;
}

std::vector<domain::StandingFlag> flagsOn(Workspace& work, const FlagGround& ground) {
  return domain::standingFlags(work.content.safetyFlags(), ground.intakes, ground.closings);
}

}  // namespace

std::vector<domain::StandingFlag> flagsOf(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::readChart);
  std::vector<std::vector<domain::StandingFlag>> each;
  for (const auto& ground : flagGrounds(work, client)) each.push_back(flagsOn(work, ground));
  return each.size() == 1 ? each.front() : domain::together(work.content.safetyFlags(), each);
}

namespace {

void requireEvidence(Workspace& work, const domain::FlagClosing& closing) {
  if (!closing.evidence) return;
  const auto documents = work.store.documents().ofClient(closing.client);
  if (std::none_of(documents.begin(), documents.end(),
                   [&](const auto& each) { return each.id == *closing.evidence; }))
    throw core::InputError({"error.document.notInChart", {{"field", "evidence"}}, {}});
}

}  // namespace

domain::FlagClosing closeFlag(Workspace& work, domain::FlagClosing closing) {
  requireRight(work.store, Right::writeChart);
  const auto holder = requireClient(work, closing.client).id;
  closing.client = holder;
  check(closing, work.today());
  requireEvidence(work, closing);
  const auto user = work.store.user();
  closing.author = user.id;
  closing.authorName = user.name;
  closing.enteredAt = work.clock.now();
  // It stands with the answers it speaks of, in each chart that raises the flag.
  std::vector<domain::FlagClosing> said;
  for (const auto& ground : flagGrounds(work, holder)) {
    const auto standing = flagsOn(work, ground);
    if (std::none_of(standing.begin(), standing.end(),
                     [&](const auto& each) { return each.flag->slug == closing.flag; }))
      continue;
    auto one = closing;
    if (one.id.isNil() || !said.empty()) one.id = work.ids.make<domain::FlagClosingId>();
    one.intake = ground.intakes.back().id;
    one.client = ground.intakes.back().client;
    said.push_back(std::move(one));
  }
  if (said.empty())
    throw core::InputError({"error.flag.notRaised", {{"field", "flag"}, {"value", closing.flag}}, {}});
  work.store.atomically([&] {
    for (auto& one : said) one = addOnce(work, work.store.flagClosings(), one);
    publishAfterCommit(work, {Change::Kind::intake, holder.value, said.front().id.value});
  });
  return said.front();
}

domain::Consent addConsent(Workspace& work, domain::Consent consent, bool onPaper) {
  requireRight(work.store, Right::writeClient);
  const auto client = requireClient(work, consent.client);
  consent.client = client.id;
  check(consent, work.today());
  if (consent.decision == domain::ConsentDecision::withdrawn)
    throw core::InputError(
        {"error.choice",
         {{"field", "decision"}, {"value", "withdrawn"}, {"allowed", "accepted, declined"}},
         {}});
  const auto needed = domain::signerNeeded(client.birthDate, consent.on, work.store.practice().adultAge);
  if (needed == domain::SignerNeeded::guardian && core::trimmed(consent.guardianAs).empty())
    throw core::InputError({"error.consent.guardian", {{"field", "guardianAs"}}, {}});
  if (consent.decision == domain::ConsentDecision::accepted && consent.signature.isEmpty() && !onPaper)
    throw core::InputError({"error.consent.signature", {{"field", "signature"}}, {}});
  if (consent.id.isNil()) consent.id = work.ids.make<domain::ConsentId>();
  consent.author = work.store.user().id;
  consent.enteredAt = work.clock.now();
  return addOnce(work, work.store.consents(), consent);
}

domain::Consent withdrawConsent(Workspace& work, domain::ClientId client, const std::string& slug,
                                const std::string& signer, const std::string& reason) {
  requireRight(work.store, Right::writeClient);
  requireClient(work, client);
  const auto standing = domain::standingConsents(work.store.consents().ofClient(client));
  const auto found = std::find_if(standing.begin(), standing.end(), [&](const domain::Consent& each) {
    return each.text.slug == slug && each.decision == domain::ConsentDecision::accepted;
  });
  if (found == standing.end())
    throw core::InputError({"error.consent.notAccepted", {{"field", "slug"}, {"value", slug}}, {}});
  domain::Consent withdrawal = *found;
  withdrawal.id = work.ids.make<domain::ConsentId>();
  withdrawal.decision = domain::ConsentDecision::withdrawn;
  withdrawal.on = work.today();
  withdrawal.signer = signer;
  withdrawal.signature = {};
  withdrawal.reason = reason;
  withdrawal.author = work.store.user().id;
  withdrawal.enteredAt = work.clock.now();
  check(withdrawal, work.today());
  withdrawal = addOnce(work, work.store.consents(), withdrawal);
  // It may have been said in a chart that is part of this one.
  publishAfterCommit(work, {Change::Kind::intake, requireClient(work, client).id.value, withdrawal.id.value});
  return withdrawal;
}

}  // namespace unknot::app
