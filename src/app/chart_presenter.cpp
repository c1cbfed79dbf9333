#include "app/chart_presenter.h"

#include <algorithm>

#include "app/practice_log_presenter.h"
#include "platform/files.h"
#include "unicode/dates.h"

namespace unknot::app {

namespace {

constexpr int kStrong = 3;

SessionMaps mapsOf(const domain::SessionContent& content) {
  return {draw::marksOf(content, draw::MapMoment::before), draw::marksOf(content, draw::MapMoment::after)};
}

bool hasLevels(const domain::SessionContent& content) {
  return std::any_of(content.findings.begin(), content.findings.end(),
                     [](const auto& finding) { return finding.before || finding.after; });
}

void appendTo(std::string& list, const std::string& next) {
  if (!list.empty() && !next.empty()) list += ", ";
  list += next;
}

// What a field of a row says.
std::string fieldText(const core::Words& words, const std::string& field, const std::string& text) {
  if (field == "area" && words.entries().contains("area." + text)) return words.say("area." + text);
  if (field == "side" && words.entries().contains("kiosk.side." + text))
    return words.say("kiosk.side." + text);
  if (field == "score") return words.say("kiosk.scale.value", {{"value", text}});
  return text;
}

}  // namespace

std::string answerText(const core::Words& words, const domain::Question& question,
                       const domain::IntakeAnswer& answer) {
  if (answer.state == domain::AnswerState::notSure) return words.say("answer.not-sure");
  if (answer.state == domain::AnswerState::ratherTell) return words.say("answer.rather-tell");
  std::string text;
  for (const auto& value : answer.values) {
    const auto choice = std::find_if(question.choices.begin(), question.choices.end(),
                                     [&](const auto& entry) { return entry.slug == value; });
    if (choice != question.choices.end())
      appendTo(text, choice->label);
    else if (question.kind == domain::QuestionKind::yesNo && (value == "yes" || value == "no"))
      appendTo(text, words.say(value == "yes" ? "answer.yes" : "answer.no"));
    else
      appendTo(text, value);
  }
  for (const auto& row : answer.rows) {
    std::string line;
    for (const auto& field : domain::writtenFields(question.kind))
      if (const auto found = row.find(field); found != row.end())
        appendTo(line, fieldText(words, field, found->second));
    if (!text.empty() && !line.empty()) text += "; ";
    text += line;
  }
  if (!answer.detail.empty()) text += " (" + answer.detail + ")";
  return text;
}

ChartPresenter::ChartPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {
  m_subscription = desk.changes.subscribe([this](const Change& change) {
    const bool many = change.kind == Change::Kind::client && change.client.isNil();
    if (many || change.client == state().client.value) refresh();
  });
}

void ChartPresenter::open(domain::ClientId client) {
  if (client != state().client)
    update([client](ChartState& state) {
      state = {};
      state.client = client;
    });
  refresh();
}

void ChartPresenter::refresh() {
  if (state().client.isNil()) return;
  run([&work = m_desk.work, client = state().client] { return readChart(work, client); },
      [this](const Chart& chart) {
        if (chart.client.id != state().client) return;
        update([&](ChartState& state) { state = stateOf(chart); });
      });
}

void ChartPresenter::saveDocument(domain::DocumentId document, const std::filesystem::path& file,
                                  std::function<void()> done) {
  run(
      [&work = m_desk.work, document, file] {
        const std::string bytes = work.store.documents().content(document);
        // Noted before it leaves: a copy outside that nobody knows of is worse than a note too many.
        work.store.audit(domain::AuditAction::exported, "document " + document.toString());
        platform::writeFileCarefully(file, bytes);
      },
      std::move(done));
}

void ChartPresenter::failed(std::exception_ptr error) {
  update([&](ChartState& state) {
    state.ready = true;
    state.problem = core::describe(error);
  });
}

ChartState ChartPresenter::stateOf(const Chart& chart) const {
  ChartState state;
  state.ready = true;
  state.client = chart.client.id;
  state.name = chart.client.name;
  state.build = chart.client.build;
  state.about = chart.client.about;
  if (!chart.client.pronouns.empty()) state.facts.push_back(chart.client.pronouns);
  if (chart.client.birthDate)
    state.facts.push_back(
        m_desk.words.sayCount("chart.years", chart.client.birthDate->yearsUntil(m_desk.today())));
  if (!chart.client.phone.empty()) state.facts.push_back(chart.client.phone);
  int number = 0;
  for (const auto& session : chart.sessions) {
    const bool handsOn = session.current.content.kind == domain::SessionKind::handsOn;
    ++number;
    state.sessions.push_back(sessionOf(session, handsOn ? number : 0));
    if (handsOn && !session.isInError()) state.lastTime = lastTimeOf(session, number);
  }
  std::reverse(state.sessions.begin(), state.sessions.end());
  if (chart.plan) addPlan(state, *chart.plan);
  state.practised = practiceHistory(m_desk.words, m_desk.practice.language, chart.planned, chart.practiceLogs,
                                    m_desk.today());
  if (!chart.intakes.empty()) addIntake(state, chart.questions, chart.intakes.back());
  for (const auto& record : chart.documents)
    state.documents.push_back({record, m_desk.dateText(m_desk.dayOf(record.createdAt)),
                               m_desk.words.say("documentKind." + std::string(domain::toString(record.kind))),
                               m_desk.words.sayCount("preview.pageCount", record.pages)});
  return state;
}

ChartSession ChartPresenter::sessionOf(const domain::Session& session, int number) const {
  const domain::SessionContent& content = session.current.content;
  ChartSession line;
  line.id = session.id;
  line.number = number;
  line.day = m_desk.dateText(content.serviceDate);
  line.what = number > 0 ? m_desk.words.say("chart.session", {{"number", std::to_string(number)}})
                         : m_desk.words.say("sessionKind." + std::string(domain::toString(content.kind)));
  line.lesson = content.lesson;
  line.isSigned = session.isSigned();
  line.state = m_desk.words.say(session.isInError()  ? "chart.state.inError"
                                : session.isSigned() ? "chart.state.signed"
                                                     : "chart.state.unsigned");
  line.hasMap = hasLevels(content);
  line.maps = mapsOf(content);
  const auto lookedAt = line.maps.before.tension.size();
  const auto strong = std::count_if(line.maps.before.tension.begin(), line.maps.before.tension.end(),
                                    [](const auto& mark) { return mark.second.value() >= kStrong; });
  if (lookedAt > 0) {
    core::Message regions{"chart.regions", {}, static_cast<long>(lookedAt)};
    regions.args.push_back({"strong", std::to_string(strong)});
    line.regions = m_desk.words.say(regions);
  }
  return line;
}

ChartLastTime ChartPresenter::lastTimeOf(const domain::Session& session, int number) const {
  const domain::SessionContent& content = session.current.content;
  ChartLastTime last;
  last.session = session.id;
  last.heading =
      m_desk.words.say("chart.lastTime.heading",
                       {{"number", std::to_string(number)},
                        {"date", unicode::formatDate(content.serviceDate, m_desk.practice.language)}});
  last.lesson = content.lesson;
  last.theirWords = content.theirWords;
  last.work = content.work;
  last.response = content.response;
  last.nextTime = content.nextTime;
  last.hasMap = hasLevels(content);
  last.maps = mapsOf(content);
  return last;
}

void ChartPresenter::addPlan(ChartState& state, const domain::ExercisePlan& plan) const {
  const std::string from = unicode::formatDate(plan.from, m_desk.practice.language);
  core::Message heading{"chart.plan.from", {}, {}};
  heading.args.push_back({"from", from});
  if (plan.reviewOn) {
    heading.id = "chart.plan.review";
    heading.args.push_back({"review", unicode::formatDate(*plan.reviewOn, m_desk.practice.language)});
  }
  state.planHeading = m_desk.words.say(heading);
  for (const auto& item : plan.items) {
    const domain::Exercise* exercise = m_desk.content.exercise(item.exercise);
    std::string line = exercise != nullptr ? exercise->text.title : item.exercise;
    if (item.side != domain::PlanSide::none)
      appendTo(line, m_desk.words.say("plan.dose.side." + std::string(domain::toString(item.side))));
    appendTo(line, m_desk.words.sayCount("plan.dose.times", item.repetitions));
    state.planLines.push_back(std::move(line));
  }
}

void ChartPresenter::addIntake(ChartState& state, const domain::Questionnaire& questions,
                               const domain::Intake& intake) const {
  state.intakeHeading = m_desk.words.say(
      "chart.intake.heading", {{"version", std::to_string(intake.version)},
                               {"date", unicode::formatDate(intake.takenOn, m_desk.practice.language)}});
  for (const auto& section : questions.sections) {
    bool first = true;
    for (const auto& question : section.questions) {
      const auto* answer = domain::answerTo(intake.answers, question.slug);
      if (answer == nullptr) continue;
      state.answers.push_back({first ? section.title : std::string(), question.label,
                               answerText(m_desk.words, question, *answer)});
      first = false;
    }
  }
}

}  // namespace unknot::app
