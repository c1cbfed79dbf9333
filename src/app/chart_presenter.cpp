#include "app/chart_presenter.h"

#include <algorithm>

#include "app/intakes.h"
#include "app/practice_log_presenter.h"
#include "domain/answer_text.h"
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

}  // namespace

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
  const auto asked = state().client;
  run([&work = m_desk.work, asked] { return readChart(work, asked); },
      [this, asked](const Chart& chart) {
        // It may be part of another one, which is then shown.
        if (asked != state().client) return;
        m_intakes.assign(chart.intakes.rbegin(), chart.intakes.rend());
        update([&](ChartState& state) { state = stateOf(chart); });
      });
}

void ChartPresenter::separate(domain::ClientId other) {
  // What is committed is read again.
  run([&work = m_desk.work, client = state().client, other] { separateCharts(work, client, other); }, [] {});
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
  for (const auto& one : chart.held)
    state.held.push_back(
        {one.merge.other,
         m_desk.words.say("chart.held.line", {{"name", one.name},
                                              {"date", m_desk.dateText(m_desk.dayOf(one.merge.mergedAt))}})});
  if (!chart.client.pronouns.empty()) state.facts.push_back(chart.client.pronouns);
  if (chart.client.birthDate)
    state.facts.push_back(
        m_desk.words.sayCount("chart.years", chart.client.birthDate->yearsUntil(m_desk.today())));
  if (!chart.client.phone.empty()) state.facts.push_back(chart.client.phone);
  state.flags = flagLines(m_desk.words, m_desk.content.atlas(), chart.flags, chart.questions,
                          chart.intakes.empty() ? nullptr : &chart.intakes.back());
  int number = 0;
  for (const auto& session : chart.sessions) {
    const bool handsOn = session.current.content.kind == domain::SessionKind::handsOn;
    ++number;
    state.sessions.push_back(sessionOf(session, handsOn ? number : 0));
    if (handsOn && !session.isInError()) state.lastTime = lastTimeOf(session, number);
  }
  if (state.lastTime)
    state.lastTime->maps.before.caution = state.lastTime->maps.after.caution =
        domain::touchedRegions(chart.flags);
  std::reverse(state.sessions.begin(), state.sessions.end());
  if (chart.plan) addPlan(state, *chart.plan);
  state.practised = practiceHistory(m_desk.words, m_desk.practice.language, chart.planned, chart.practiceLogs,
                                    m_desk.today());
  // Counted by their place: two charts that are read as one have each a first.
  for (std::size_t i = 0; i < m_intakes.size(); ++i)
    state.intakes.push_back(
        m_desk.words.say("chart.intake.heading",
                         {{"version", std::to_string(m_intakes.size() - i)},
                          {"date", unicode::formatDate(m_intakes[i].takenOn, m_desk.practice.language)}}));
  if (!m_intakes.empty()) addIntake(state, chart.questions, 0);
  if (chart.intakeDraftAt)
    state.intakeDraft =
        m_desk.dateText(m_desk.dayOf(*chart.intakeDraftAt)) + " " +
        unicode::formatTime(*chart.intakeDraftAt, m_desk.practice.timeZone, m_desk.practice.language);
  addConsents(state, chart);
  for (const auto& record : chart.documents) state.documents.push_back(documentOf(record));
  return state;
}

ChartDocument ChartPresenter::documentOf(const domain::DocumentRecord& record) const {
  const auto& words = m_desk.words;
  constexpr const char* kBetween = "  ·  ";
  ChartDocument document{record,
                         m_desk.dateText(m_desk.dayOf(record.createdAt)) + kBetween +
                             words.say("documentKind." + std::string(domain::toString(record.kind))),
                         words.sayCount("preview.pageCount", record.pages)};
  if (!record.sender.empty())
    document.line += kBetween + words.say("chart.documents.from", {{"who", record.sender}});
  if (!record.title.empty()) document.line += kBetween + record.title;
  if (record.dated)
    document.aside = words.say("chart.documents.dated", {{"date", m_desk.dateText(*record.dated)}}) +
                     kBetween + document.aside;
  return document;
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
                               std::size_t index) const {
  const auto& intake = m_intakes.at(index);
  state.shownIntake = index;
  state.answers.clear();
  state.places = {};
  std::vector<domain::AnswerChange> changes;
  if (index + 1 < m_intakes.size()) changes = domain::differences(m_intakes[index + 1], intake);
  for (const auto& section : questions.sections) {
    bool first = true;
    for (const auto& question : section.questions) {
      const auto* answer = domain::answerTo(intake.answers, question.slug);
      const auto change = std::find_if(changes.begin(), changes.end(), [&](const domain::AnswerChange& each) {
        return each.question == question.slug;
      });
      if (answer == nullptr && change == changes.end()) continue;
      ChartAnswer line;
      if (first) line.section = section.title;
      line.question = question.label;
      if (answer != nullptr) line.answer = domain::answerText(m_desk.words, question, *answer);
      line.changed = change != changes.end();
      if (line.changed && change->before)
        line.before = domain::answerText(m_desk.words, question, *change->before);
      state.answers.push_back(std::move(line));
      first = false;
      if (answer != nullptr && question.kind == domain::QuestionKind::bodyMap)
        state.places = domain::placesIn(m_desk.content.areas(), answer->rows);
    }
  }
}

void ChartPresenter::addConsents(ChartState& state, const Chart& chart) const {
  const auto add = [&](const domain::ConsentText& text, const domain::Consent* said) {
    ChartConsent line;
    line.text = text;
    line.accepted = said != nullptr && said->decision == domain::ConsentDecision::accepted;
    if (said == nullptr) {
      line.state = m_desk.words.say("chart.consent.notAsked");
    } else {
      const std::string id = "chart.consent." + std::string(domain::toString(said->decision));
      line.state = m_desk.words.say(id, {{"date", m_desk.dateText(said->on)}, {"name", said->signer}});
    }
    if (said != nullptr && said->text.version < text.version)
      line.state += " " + m_desk.words.say("chart.consent.older");
    state.consents.push_back(std::move(line));
  };
  std::vector<const domain::Consent*> rest;
  for (const auto& consent : chart.consents) rest.push_back(&consent);
  for (const auto& text : m_desk.content.intake().consents(m_desk.practice.language)) {
    const auto said = std::find_if(rest.begin(), rest.end(),
                                   [&](const auto* each) { return each->text.slug == text.slug; });
    add(text, said == rest.end() ? nullptr : *said);
    if (said != rest.end()) rest.erase(said);
  }
  // A text that is no longer asked was signed all the same.
  for (const auto* consent : rest) add(consent->text, consent);
}

void ChartPresenter::showIntake(std::size_t index) {
  if (index >= m_intakes.size()) return;
  run([&work = m_desk.work, intake = m_intakes[index]] { return questionsOf(work, intake); },
      [this, index, client = state().client](const domain::Questionnaire& questions) {
        if (client != state().client || index >= m_intakes.size()) return;
        update([&](ChartState& state) { addIntake(state, questions, index); });
      });
}

void ChartPresenter::withdrawConsent(const std::string& slug, const std::string& reason) {
  run(
      [&work = m_desk.work, client = state().client, name = state().name, slug, reason] {
        app::withdrawConsent(work, client, slug, name, reason);
        return 0;
      },
      [](int) {});
}

void ChartPresenter::signedOnPaper(const std::string& slug) {
  const auto found = std::find_if(state().consents.begin(), state().consents.end(),
                                  [&](const ChartConsent& each) { return each.text.slug == slug; });
  if (found == state().consents.end()) return;
  domain::Consent consent;
  consent.client = state().client;
  consent.text = found->text;
  consent.language = m_desk.practice.language;
  consent.decision = domain::ConsentDecision::accepted;
  consent.on = m_desk.today();
  consent.signer = state().name;
  run(
      [&work = m_desk.work, consent] {
        addConsent(work, consent, true);
        return 0;
      },
      [](int) {});
}

}  // namespace unknot::app
