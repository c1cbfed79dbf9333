#include "app/home_practice_presenter.h"

#include <algorithm>
#include <utility>

#include "app/own_library.h"
#include "app/plan_templates.h"
#include "app/require_client.h"
#include "core/error.h"
#include "core/utf8.h"
#include "unicode/dates.h"
#include "unicode/folding.h"
#include "unicode/time_zone.h"

namespace unknot::app {

HomePracticePresenter::HomePracticePresenter(core::Tasks& tasks, Workspace& work,
                                             const content::Content& content, const core::Clock& clock,
                                             std::string language, Listener listener)
    : m_tasks(tasks),
      m_work(work),
      m_content(content),
      m_clock(clock),
      m_language(std::move(language)),
      m_listener(std::move(listener)) {}

void HomePracticePresenter::open(domain::ClientId client) {
  struct Read {
    std::string name, timeZone, language;
    domain::FigureLook look;
    domain::BodyBuild build = domain::BodyBuild::medium;
    std::vector<std::string> words;
    HomePracticeGrounds grounds;
    std::optional<domain::ExercisePlan> plan;
    std::vector<domain::PlanTemplate> templates;
  };
  m_state.ready = false;
  m_tasks.run(
      m_alive,
      [&work = m_work, client] {
        Read read;
        if (const auto person = findHolder(work, client)) {
          read.name = domain::spokenName(*person);
          read.language = person->language;
          read.look = person->look;
          read.build = person->build;
          read.words = unicode::searchWords(person->name + " " + read.name);
        }
        read.grounds = groundsOf(work, client);
        read.timeZone = work.store.practice().timeZone;
        read.plan = work.store.plans().current(client);
        read.templates = planTemplates(work);
        return read;
      },
      [this, client](Read read) {
        m_timeZone = read.timeZone;
        m_clientLanguage = read.language;
        m_clientWords = std::move(read.words);
        m_grounds = std::move(read.grounds);
        m_templates = std::move(read.templates);
        m_heldBack.clear();
        m_unknown.clear();
        m_plan = {};
        if (read.plan)
          m_plan = *read.plan;
        else
          m_plan.from = unicode::dateIn(m_clock.now(), m_timeZone);
        m_plan.client = client;
        m_state = {};
        m_state.ready = true;
        m_state.clientName = read.name;
        m_state.look = read.look;
        m_state.build = read.build;
        if (m_plan.reviewOn)
          m_state.reviewOn = unicode::formatDate(*m_plan.reviewOn, m_language, unicode::DateForm::medium);
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void HomePracticePresenter::setSearch(const std::string& words) {
  m_state.search = words;
  publish();
}

void HomePracticePresenter::setPosition(std::optional<domain::Position> position) {
  m_state.position = position;
  publish();
}

void HomePracticePresenter::setShelf(Shelf shelf) {
  m_state.shelf = shelf;
  m_state.told.reset();
  publish();
}

void HomePracticePresenter::add(const std::string& card) {
  if (m_state.shelf == Shelf::putAway) return putBack(card);
  if (m_state.shelf != Shelf::series) return addExercise(card);
  const auto& exercises = m_content.exercises();
  if (const auto* kept = templateOf(card))
    return take(domain::give(m_plan, *kept, exercises, m_grounds.raised));
  const auto& all = m_content.library().series();
  const auto series =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.slug == card; });
  if (series == all.end()) throw core::BugError("a series that is not in the library");
  take(domain::give(m_plan, series->items, exercises, m_grounds.raised));
}

void HomePracticePresenter::take(domain::Given given) {
  m_state.told.reset();
  m_heldBack = std::move(given.leftOut);
  m_unknown = std::move(given.unknown);
  if (given.added == 0) return publish();
  choose(m_plan.items.size() - 1);
  changed();
}

void HomePracticePresenter::addExercise(const domain::ExerciseSlug& slug) {
  const auto isIt = [&](const domain::PlanItem& item) { return item.exercise == slug; };
  const auto there = std::find_if(m_plan.items.begin(), m_plan.items.end(), isIt);
  if (there != m_plan.items.end()) {
    select(static_cast<std::size_t>(there - m_plan.items.begin()));
    return;
  }
  const auto* exercise = m_content.exercise(slug);
  if (exercise == nullptr) throw core::BugError("a movement that is not in the library");
  const auto waiting = std::find_if(m_heldBack.begin(), m_heldBack.end(), isIt);
  m_plan.items.push_back(waiting == m_heldBack.end() ? domain::usualItem(*exercise) : *waiting);
  choose(m_plan.items.size() - 1);
  changed();
}

void HomePracticePresenter::choose(std::optional<std::size_t> row) {
  m_state.selected = row;
  m_state.videoIssue.reset();
}

void HomePracticePresenter::refreshGrounds() {
  if (!m_state.ready) return;
  m_tasks.run(
      m_alive, [&work = m_work, client = m_plan.client] { return groundsOf(work, client); },
      [this, client = m_plan.client](HomePracticeGrounds grounds) {
        if (client != m_plan.client) return;
        m_grounds = std::move(grounds);
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void HomePracticePresenter::failed(std::exception_ptr error) {
  m_state.problem = core::describe(std::move(error));
  publish();
}

// A movement that needs a reason is selected, so that its field is seen.
void HomePracticePresenter::refused(const core::Message& message) {
  m_state.problem = message;
  if (message.id != "error.plan.reason") return;
  for (std::size_t row = 0; row < m_plan.items.size(); ++row)
    for (const auto& arg : message.args)
      if (arg.name == "field" && arg.value == "items[" + std::to_string(row) + "].reason") choose(row);
}

void HomePracticePresenter::select(std::optional<std::size_t> row) {
  choose(row && *row < m_plan.items.size() ? row : std::nullopt);
  publish();
}

void HomePracticePresenter::removeSelected() {
  if (!m_state.selected) return;
  m_plan.items.erase(m_plan.items.begin() + static_cast<std::ptrdiff_t>(*m_state.selected));
  choose(m_plan.items.empty() ? std::nullopt
                              : std::optional(std::min(*m_state.selected, m_plan.items.size() - 1)));
  changed();
}

void HomePracticePresenter::moveSelected(int by) {
  if (!m_state.selected) return;
  const auto to = static_cast<std::ptrdiff_t>(*m_state.selected) + by;
  if (to >= 0 && to < static_cast<std::ptrdiff_t>(m_plan.items.size()))
    move(*m_state.selected, static_cast<std::size_t>(to));
}

void HomePracticePresenter::move(std::size_t from, std::size_t to) {
  auto& items = m_plan.items;
  if (from >= items.size() || to >= items.size() || from == to) return;
  auto item = std::move(items[from]);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(from));
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(to), std::move(item));
  choose(to);
  changed();
}

template <class Edit>
void HomePracticePresenter::editSelected(Edit change) {
  if (!m_state.selected) return;
  auto& item = m_plan.items[*m_state.selected];
  const auto before = item;
  change(item);
  if (!(item == before)) changed();
}

void HomePracticePresenter::setSide(domain::PlanSide side) {
  editSelected([&](domain::PlanItem& item) { item.side = side; });
}

void HomePracticePresenter::setRepetitions(int count) {
  editSelected([&](domain::PlanItem& item) { item.repetitions = count; });
}

void HomePracticePresenter::setRounds(int count) {
  editSelected([&](domain::PlanItem& item) { item.rounds = count; });
}

void HomePracticePresenter::setTimesADay(int count) {
  editSelected([&](domain::PlanItem& item) { item.timesADay = count; });
}

void HomePracticePresenter::setMinutes(int minutes) {
  editSelected([&](domain::PlanItem& item) { item.minutes = minutes; });
}

void HomePracticePresenter::setCue(const std::string& cue) {
  editSelected([&](domain::PlanItem& item) { item.cue = cue; });
}

void HomePracticePresenter::setReason(const std::string& reason) {
  editSelected([&](domain::PlanItem& item) { item.reason = reason; });
}

void HomePracticePresenter::setVideo(const std::string& address) {
  if (!m_state.selected || (address == m_state.video && !m_state.videoIssue)) return;
  const auto slug = m_plan.items[*m_state.selected].exercise;
  const auto isSelected = [this, slug] {
    return m_state.selected && m_plan.items[*m_state.selected].exercise == slug;
  };
  m_tasks.run(
      m_alive, [&work = m_work, slug, address] { app::setVideo(work, slug, address); },
      [this, isSelected] {
        if (isSelected()) m_state.videoIssue.reset();
        publish();
      },
      [this, isSelected, address](std::exception_ptr error) {
        const auto message = core::describe(std::move(error));
        if (isSelected()) {
          m_state.videoIssue = message;
          m_state.video = address;
        } else {
          m_state.problem = message;
        }
        publish();
      });
}

void HomePracticePresenter::setWeeks(int weeks) {
  if (m_plan.weeks == weeks) return;
  m_plan.weeks = weeks;
  changed();
}

void HomePracticePresenter::setGrouped(bool grouped) {
  if (m_plan.grouped == grouped) return;
  m_plan.grouped = grouped;
  changed();
}

void HomePracticePresenter::setNote(const std::string& note) {
  if (m_plan.note == note) return;
  m_plan.note = note;
  changed();
}

void HomePracticePresenter::setReviewOn(const std::string& typed) {
  if (typed == m_state.reviewOn && !m_state.reviewIssue) return;
  m_state.reviewOn = typed;
  m_state.reviewIssue.reset();
  if (core::trimmed(typed).empty()) {
    m_plan.reviewOn.reset();
    changed();
    return;
  }
  // A review lies ahead: two digits of a year mean this century.
  const core::Date today = unicode::dateIn(m_clock.now(), m_timeZone);
  const auto date = unicode::parseDate(typed, m_language, today.plusDays(365 * 20));
  if (!date) {
    m_state.reviewIssue = core::Message{"session.dateUnknown", {{"value", typed}}, {}};
  } else if (*date < today) {
    m_state.reviewIssue = core::Message{"plan.reviewPast", {}, {}};
  } else {
    m_plan.reviewOn = date;
    m_state.reviewOn = unicode::formatDate(*date, m_language, unicode::DateForm::medium);
    changed();
    return;
  }
  publish();
}

void HomePracticePresenter::flush(std::function<void(bool)> done) {
  if (m_state.reviewIssue) {
    // The rest is saved all the same.
    done = [done = std::move(done)](bool) { done(false); };
  }
  if (lacksMovement()) {
    m_state.problem = core::Message{"plan.needsMovement", {}, {}};
    publish();
    done(false);
    return;
  }
  if (!m_state.changed || (m_plan.items.empty() && m_plan.id.isNil())) {
    done(true);
    return;
  }
  if (m_saving) {
    m_tasks.run(
        m_alive, [] {}, [this, done = std::move(done)]() mutable { flush(std::move(done)); },
        [](std::exception_ptr) {});
    return;
  }
  m_saving = true;
  // Each change is a version of its own, with a new id; the earlier ones stay as they were. A second try of
  // the same change finds its id and day again, so that a commit that was not certain can't double it.
  if (!m_attempt || m_attempt->words != m_plan)
    m_attempt = std::make_shared<Attempt>(Attempt{m_plan, {}, unicode::dateIn(m_clock.now(), m_timeZone)});
  m_tasks.run(
      m_alive,
      [&work = m_work, attempt = m_attempt] {
        if (attempt->id.isNil()) attempt->id = work.ids.make<domain::PlanId>();
        auto plan = attempt->words;
        plan.id = attempt->id;
        plan.from = attempt->from;
        return savePlan(work, plan);
      },
      [this, sent = m_plan, done](domain::ExercisePlan saved) {
        m_saving = false;
        m_attempt.reset();
        const bool all = m_plan == sent;
        m_plan.id = saved.id;
        m_plan.version = saved.version;
        m_plan.from = saved.from;
        m_state.changed = !all;
        m_state.problem.reset();
        m_state.savedAt = unicode::formatTime(saved.savedAt, m_timeZone, m_language);
        publish();
        done(all);
      },
      [this, done](std::exception_ptr error) {
        m_saving = false;
        refused(core::describe(std::move(error)));
        publish();
        done(false);
      });
}

bool HomePracticePresenter::lacksMovement() const {
  const bool written = !core::trimmed(m_plan.note).empty() || m_plan.reviewOn;
  return m_plan.items.empty() && m_plan.id.isNil() && written;
}

void HomePracticePresenter::dropChanges() {
  m_state.changed = false;
  m_state.reviewIssue.reset();
  m_state.problem.reset();
}

void HomePracticePresenter::changed() {
  m_state.changed = true;
  m_state.told.reset();
  // The day to look at it has come: a plan that begins today is looked at again on another one.
  if (m_plan.reviewOn && *m_plan.reviewOn < unicode::dateIn(m_clock.now(), m_timeZone)) {
    m_state.told = core::Message{"plan.reviewOver", {{"date", m_state.reviewOn}}, {}};
    m_plan.reviewOn.reset();
    m_state.reviewOn.clear();
  }
  m_state.problem.reset();
  publish();
}

void HomePracticePresenter::publish() {
  m_state.plan.clear();
  for (const auto& item : m_plan.items) m_state.plan.push_back(rowOf(item));
  m_state.note = m_plan.note;
  m_state.weeks = m_plan.weeks;
  m_state.grouped = m_plan.grouped;
  const auto* selected =
      m_state.selected ? m_content.exercise(m_plan.items[*m_state.selected].exercise) : nullptr;
  if (!m_state.videoIssue) m_state.video = selected == nullptr ? std::string() : selected->video;
  m_state.manyExercises = m_plan.items.size() > domain::kFewExercises;
  fillShelf();
  if (m_listener) m_listener(m_state);
}

}  // namespace unknot::app
