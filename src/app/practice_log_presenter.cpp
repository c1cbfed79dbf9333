#include "app/practice_log_presenter.h"

#include <algorithm>
#include <utility>

#include "app/home_practice.h"
#include "unicode/dates.h"
#include "unicode/time_zone.h"

namespace unknot::app {
namespace {

constexpr std::int64_t kWeek = domain::kDaysOfWeek;

std::string weekText(const core::Words& words, const std::string& language, const core::Date& monday) {
  return words.say("practiceLog.week",
                   {{"date", unicode::formatDate(monday, language, unicode::DateForm::medium)}});
}

std::string daysText(const core::Words& words, const domain::PracticeLog& log) {
  if (log.fromMemory)
    return words.say(
        "practiceLog.fromMemory",
        {{"days", words.say("practiceLog.memory." + std::string(domain::toString(*log.fromMemory)))}});
  return words.sayCount("practiceLog.days", domain::daysPractised(log));
}

}  // namespace

std::vector<std::string> practiceHistory(const core::Words& words, const std::string& language,
                                         const std::optional<core::Date>& planned,
                                         const std::vector<domain::PracticeLog>& logs,
                                         const core::Date& today) {
  const auto counting = domain::countingLogs(logs);
  if (counting.empty()) return {};
  auto first = counting.front().weekOf;
  if (planned) first = std::min(first, domain::mondayOf(*planned));
  // A week that has only begun is no gap.
  auto last = std::max(counting.back().weekOf, domain::mondayOf(today).plusDays(-kWeek));
  std::vector<std::string> lines;
  for (auto week = last; week >= first; week = week.plusDays(-kWeek)) {
    const auto log =
        std::find_if(counting.begin(), counting.end(), [&](const auto& each) { return each.weekOf == week; });
    std::string text = weekText(words, language, week) + ": " +
                       (log == counting.end() ? words.say("practiceLog.gap") : daysText(words, *log));
    if (log != counting.end() && !log->note.empty()) text += " · " + log->note;
    lines.push_back(std::move(text));
  }
  return lines;
}

struct PracticeLogPresenter::Read {
  domain::ClientId client;
  std::string name;
  std::vector<domain::PracticeLog> logs;
  std::vector<domain::ExercisePlan> plans;
};

PracticeLogPresenter::PracticeLogPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void PracticeLogPresenter::open(domain::ClientId client) {
  update([&](PracticeLogState& state) {
    state = {};
    state.client = client;
  });
  run(
      [&work = m_desk.work, client] {
        const auto person = work.store.clients().find(client);
        return Read{client, person ? domain::spokenName(*person) : std::string(),
                    work.store.practiceLogs().ofClient(client), work.store.plans().ofClient(client)};
      },
      [this](const Read& read) { take(read); });
}

void PracticeLogPresenter::take(const Read& read) {
  m_logs = read.logs;
  m_plan.reset();
  m_planned.reset();
  if (!read.plans.empty()) {
    m_plan = read.plans.back();
    m_planned = read.plans.front().from;
  }
  const auto counting = domain::countingLogs(m_logs);
  const auto last = domain::mondayOf(m_desk.today()).plusDays(-kWeek);
  auto week = last;
  // The oldest gap of the last four weeks: grids are brought late.
  for (int back = 3; back >= 0; --back) {
    const auto wanted = last.plusDays(-kWeek * back);
    const bool there = std::any_of(counting.begin(), counting.end(),
                                   [&](const auto& each) { return each.weekOf == wanted; });
    if (there || (m_planned && wanted < domain::mondayOf(*m_planned))) continue;
    week = wanted;
    break;
  }
  update([&](PracticeLogState& state) {
    state.ready = true;
    state.clientName = read.name;
  });
  showWeek(week);
}

void PracticeLogPresenter::showWeek(const core::Date& monday) {
  m_weekOf = monday;
  const auto counting = domain::countingLogs(m_logs);
  const auto log =
      std::find_if(counting.begin(), counting.end(), [&](const auto& each) { return each.weekOf == monday; });
  const auto titleOf = [&](const domain::ExerciseSlug& slug) {
    const auto* exercise = m_desk.content.exercise(slug);
    return exercise == nullptr ? slug : exercise->text.title;
  };
  const std::string& language = m_desk.practice.language;
  update([&](PracticeLogState& state) {
    state.week = weekText(m_desk.words, language, monday);
    state.mayGoOn = monday.plusDays(kWeek) <= m_desk.today();
    state.rows.clear();
    state.brought = true;
    state.fromMemory.reset();
    state.note.clear();
    state.changed = false;
    if (log != counting.end()) {
      state.brought = !log->fromMemory;
      state.fromMemory = log->fromMemory;
      state.note = log->note;
      for (const auto& row : log->grid) state.rows.push_back({row.exercise, titleOf(row.exercise), row.days});
    }
    if (m_plan && state.rows.empty())
      for (const auto& item : m_plan->items)
        state.rows.push_back({item.exercise, titleOf(item.exercise), {}});
    state.summary = log == counting.end() ? std::string() : daysText(m_desk.words, *log);
    state.history = practiceHistory(m_desk.words, language, m_planned, m_logs, m_desk.today());
  });
}

void PracticeLogPresenter::goBy(int weeks) {
  const auto wanted = m_weekOf.plusDays(kWeek * weeks);
  if (wanted > m_desk.today()) return;
  flush([this, wanted](bool saved) {
    if (saved) showWeek(wanted);
  });
}

void PracticeLogPresenter::edit(const std::function<void(PracticeLogState&)>& change) {
  update([&](PracticeLogState& state) {
    const auto before = state;
    change(state);
    if (state == before) return;
    state.changed = true;
    state.problem.reset();
    domain::PracticeLog log;
    if (!state.brought) log.fromMemory = state.fromMemory;
    for (const auto& row : state.rows) log.grid.push_back({row.exercise, row.days});
    state.summary = state.brought || state.fromMemory ? daysText(m_desk.words, log) : std::string();
  });
}

void PracticeLogPresenter::tick(std::size_t row, std::size_t day, bool done) {
  edit([&](PracticeLogState& state) {
    if (row < state.rows.size() && day < domain::kDaysOfWeek) state.rows[row].days[day] = done;
  });
}

void PracticeLogPresenter::tickRow(std::size_t row) {
  edit([&](PracticeLogState& state) {
    if (row >= state.rows.size()) return;
    auto& days = state.rows[row].days;
    days.fill(!std::all_of(days.begin(), days.end(), [](bool done) { return done; }));
  });
}

void PracticeLogPresenter::setBrought(bool brought) {
  edit([&](PracticeLogState& state) { state.brought = brought; });
}

void PracticeLogPresenter::setFromMemory(domain::DaysFromMemory days) {
  edit([&](PracticeLogState& state) {
    state.brought = false;
    state.fromMemory = days;
  });
}

void PracticeLogPresenter::setNote(const std::string& note) {
  edit([&](PracticeLogState& state) { state.note = note; });
}

void PracticeLogPresenter::save() {
  if (state().rows.empty() && state().brought) return;
  update([](PracticeLogState& state) { state.changed = true; });
  flush([](bool) {});
}

void PracticeLogPresenter::flush(std::function<void(bool)> done) {
  if (!state().changed) return done(true);
  domain::PracticeLog log;
  log.client = state().client;
  log.weekOf = m_weekOf;
  log.note = state().note;
  if (state().brought) {
    for (const auto& row : state().rows) log.grid.push_back({row.exercise, row.days});
  } else {
    log.fromMemory = state().fromMemory;
  }
  m_done = std::move(done);
  run([&work = m_desk.work, log] { return addPracticeLog(work, log); },
      [this](const domain::PracticeLog& saved) {
        m_logs.push_back(saved);
        update([&](PracticeLogState& state) {
          state.changed = false;
          state.savedAt =
              unicode::formatTime(saved.enteredAt, m_desk.practice.timeZone, m_desk.practice.language);
          state.history =
              practiceHistory(m_desk.words, m_desk.practice.language, m_planned, m_logs, m_desk.today());
        });
        if (const auto tell = std::exchange(m_done, {})) tell(true);
      });
}

void PracticeLogPresenter::failed(std::exception_ptr error) {
  update([&](PracticeLogState& state) { state.problem = core::describe(std::move(error)); });
  if (const auto tell = std::exchange(m_done, {})) tell(false);
}

}  // namespace unknot::app
