#include "app/practice_log_presenter.h"

#include <algorithm>
#include <utility>

#include "app/home_practice.h"
#include "app/permission.h"
#include "app/require_client.h"
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
  long gaps = 0;
  const auto tellGaps = [&] {
    if (gaps > 0) lines.push_back(words.sayCount("practiceLog.gaps", gaps));
    gaps = 0;
  };
  auto log = counting.rbegin();
  for (auto week = last; week >= first;) {
    if (log != counting.rend() && log->weekOf == week) {
      tellGaps();
      std::string text = weekText(words, language, week) + ": " + daysText(words, *log);
      if (!log->note.empty()) text += " · " + log->note;
      lines.push_back(std::move(text));
      ++log;
      week = week.plusDays(-kWeek);
      continue;
    }
    // At once to the next one that came back: there may be years between them.
    const auto next = log == counting.rend() ? first.plusDays(-kWeek) : log->weekOf;
    gaps = static_cast<long>(next.daysUntil(week) / kWeek);
    week = next;
  }
  tellGaps();
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
        requireRight(work.store, Right::readChart);
        const auto person = findHolder(work, client);
        return Read{client, person ? domain::spokenName(*person) : std::string(),
                    work.store.practiceLogs().ofClient(client), work.store.plans().ofClient(client)};
      },
      [this](const Read& read) { take(read); });
}

std::optional<core::Date> PracticeLogPresenter::planned() const {
  return m_plans.empty() ? std::nullopt : std::optional(m_plans.front().from);
}

void PracticeLogPresenter::take(const Read& read) {
  m_logs = read.logs;
  m_plans = read.plans;
  const auto counting = domain::countingLogs(m_logs);
  const auto thisWeek = domain::mondayOf(m_desk.today());
  const auto first = planned() ? domain::mondayOf(*planned()) : thisWeek.plusDays(-kWeek);
  auto week = std::max(first, thisWeek.plusDays(-kWeek));
  // The oldest gap of the last four weeks: grids are brought late.
  for (int back = 4; back >= 1; --back) {
    const auto wanted = thisWeek.plusDays(-kWeek * back);
    const bool there = std::any_of(counting.begin(), counting.end(),
                                   [&](const auto& each) { return each.weekOf == wanted; });
    if (there || wanted < first) continue;
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
  const auto add = [&](PracticeLogState& state, const domain::ExerciseSlug& slug,
                       const std::array<bool, domain::kDaysOfWeek>& days) {
    const bool there = std::any_of(state.rows.begin(), state.rows.end(),
                                   [&](const auto& row) { return row.exercise == slug; });
    const auto* exercise = m_desk.content.exercise(slug);
    if (!there) state.rows.push_back({slug, exercise == nullptr ? slug : exercise->text.title, days});
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
    state.problem.reset();
    if (log != counting.end()) {
      state.brought = !log->fromMemory;
      state.fromMemory = log->fromMemory;
      state.note = log->note;
      for (const auto& row : log->grid) add(state, row.exercise, row.days);
    }
    // The plan that the client had that week, in the order in which it was printed.
    const auto plan = std::find_if(m_plans.rbegin(), m_plans.rend(),
                                   [&](const auto& each) { return each.from < monday.plusDays(kWeek); });
    if (plan != m_plans.rend())
      for (const auto& item : domain::inOrderOfPrint(*plan, m_desk.content.exercises()).items)
        add(state, item.exercise, {});
    state.summary = log == counting.end() ? std::string() : daysText(m_desk.words, *log);
    state.history = practiceHistory(m_desk.words, language, planned(), m_logs, m_desk.today());
  });
  m_loaded = entry();
}

domain::PracticeLog PracticeLogPresenter::entry() const {
  domain::PracticeLog log;
  log.client = state().client;
  log.weekOf = m_weekOf;
  log.note = state().note;
  if (!state().brought)
    log.fromMemory = state().fromMemory;
  else
    for (const auto& row : state().rows) log.grid.push_back({row.exercise, row.days});
  return log;
}

void PracticeLogPresenter::goBy(int weeks) {
  const auto wanted = m_weekOf.plusDays(kWeek * weeks);
  if (wanted > m_desk.today()) return;
  flush([this, wanted](bool saved) {
    if (saved) showWeek(wanted);
  });
}

void PracticeLogPresenter::edit(const std::function<void(PracticeLogState&)>& change) {
  if (!state().ready) return;
  update([&](PracticeLogState& state) {
    change(state);
    state.problem.reset();
  });
  const auto now = entry();
  update([&](PracticeLogState& state) {
    state.changed = now != m_loaded || state.brought != !m_loaded.fromMemory.has_value();
    state.summary = now.grid.empty() && !now.fromMemory ? std::string() : daysText(m_desk.words, now);
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

void PracticeLogPresenter::setFromMemory(std::optional<domain::DaysFromMemory> days) {
  edit([&](PracticeLogState& state) {
    state.brought = false;
    state.fromMemory = days;
  });
}

void PracticeLogPresenter::setNote(const std::string& note) {
  edit([&](PracticeLogState& state) { state.note = note; });
}

void PracticeLogPresenter::save() {
  if (!state().ready || (state().rows.empty() && state().brought)) return;
  store([](bool) {});
}

void PracticeLogPresenter::flush(std::function<void(bool)> done) {
  if (!state().ready || !state().changed) return done(true);
  const auto now = entry();
  const bool said = !now.grid.empty() || now.fromMemory;
  if (!said && now.note.empty()) return done(true);
  store(std::move(done));
}

void PracticeLogPresenter::store(std::function<void(bool)> done) {
  if (m_saving) {
    // Behind the one that is under way.
    run([] {}, [this, done = std::move(done)]() mutable { flush(std::move(done)); });
    return;
  }
  m_saving = true;
  const auto sent = entry();
  if (!m_attempt || m_attempt->words != sent) m_attempt = std::make_shared<Attempt>(Attempt{sent, {}});
  m_tasks.run(
      m_alive,
      [&work = m_desk.work, attempt = m_attempt] {
        if (attempt->id.isNil()) attempt->id = work.ids.make<domain::PracticeLogId>();
        auto log = attempt->words;
        log.id = attempt->id;
        return addPracticeLog(work, log);
      },
      [this, sent, done](const domain::PracticeLog& saved) {
        m_saving = false;
        m_attempt.reset();
        m_logs.push_back(saved);
        if (sent.weekOf == m_weekOf && sent.client == state().client) m_loaded = sent;
        const bool all = entry() == m_loaded;
        update([&](PracticeLogState& state) {
          state.changed = !all;
          state.savedAt =
              unicode::formatTime(saved.enteredAt, m_desk.practice.timeZone, m_desk.practice.language);
          state.history =
              practiceHistory(m_desk.words, m_desk.practice.language, planned(), m_logs, m_desk.today());
        });
        done(all);
      },
      [this, done](std::exception_ptr error) {
        m_saving = false;
        failed(std::move(error));
        done(false);
      });
}

void PracticeLogPresenter::failed(std::exception_ptr error) {
  update([&](PracticeLogState& state) { state.problem = core::describe(std::move(error)); });
}

}  // namespace unknot::app
