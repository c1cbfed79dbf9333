#include "app/session_presenter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/require_client.h"
#include "app/session_view.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "unicode/dates.h"
#include "unicode/time_zone.h"

namespace unknot::app {
namespace {

using domain::Moment;

constexpr std::int64_t kVersionEveryMs = 5 * 60 * 1000;

}  // namespace

SessionPresenter::SessionPresenter(core::Tasks& tasks, Workspace& work, const content::Content& content,
                                   const core::Clock& clock, std::string language, Listener listener)
    : m_tasks(tasks),
      m_work(work),
      m_content(content),
      m_clock(clock),
      m_language(std::move(language)),
      m_listener(std::move(listener)),
      m_doubts(content, content.words(m_language)) {}

SessionPresenter::~SessionPresenter() = default;

SessionPresenter::Opened SessionPresenter::look(Workspace& work, const core::Words& words,
                                                OpenSession session) {
  Opened result;
  if (const auto client = findHolder(work, session.client)) {
    result.clientName = domain::spokenName(*client);
    result.build = client->build;
  }
  result.timeZone = work.store.practice().timeZone;
  // A signed one speaks of its own day: what stands today is no part of it.
  if (session.signatures.empty()) result.flags = clientFlags(work, words, session.client);
  result.session = std::move(session);
  return result;
}

void SessionPresenter::forget() {
  m_state = {};
  m_open = {};
  m_saved = {};
  m_everSaved = false;
  m_history.clear();
  m_doubts.clear();
  m_timer.stop();
  m_pointed.reset();
  m_drafts.clear();
  publish();
}

template <class Job>
void SessionPresenter::read(Job job) {
  const int asked = ++m_asked;
  m_tasks.run(
      m_alive, std::move(job),
      [this, asked](Opened result) {
        if (asked == m_asked) opened(std::move(result));
      },
      [this, asked](std::exception_ptr error) {
        if (asked == m_asked) failed(std::move(error));
      });
}

void SessionPresenter::start(domain::ClientId client, domain::SessionKind kind) {
  forget();
  read([&work = m_work, &words = m_content.words(m_language), client, kind] {
    return look(work, words, startSession(work, client, kind));
  });
}

void SessionPresenter::open(domain::SessionId session) {
  forget();
  read([&work = m_work, &words = m_content.words(m_language), session] {
    return look(work, words, openSession(work, session));
  });
}

void SessionPresenter::reread() {
  read([&work = m_work, &words = m_content.words(m_language), session = m_open.session] {
    return look(work, words, openSession(work, session));
  });
}

void SessionPresenter::opened(Opened result) {
  m_open = std::move(result.session);
  m_timeZone = std::move(result.timeZone);
  m_state.clientName = std::move(result.clientName);
  m_state.build = result.build;
  m_state.flags = std::move(result.flags);
  m_everSaved = m_open.savedAt.has_value();
  m_saved = m_open.content;
  m_history.clear();
  m_doubts.clear();
  m_drafts.clear();
  m_signing = false;
  m_versionAt = m_clock.monotonicMs();
  m_state.ready = true;
  m_state.problem.reset();
  m_state.dateIssue.reset();
  m_state.minutesIssue.reset();
  m_state.shorthandIssue.reset();
  m_state.save = {};
  if (m_open.savedAt) m_state.save = {SaveState::Kind::saved, timeOf(*m_open.savedAt), {}};
  m_state.draftOffered.reset();
  if (m_open.draftContent && m_open.draft) m_state.draftOffered = timeOf(m_open.draft->keptAt);
  publish();
}

std::string SessionPresenter::timeOf(core::Instant at, unicode::TimeForm form) const {
  return unicode::formatTime(at, m_timeZone, m_language, form);
}

void SessionPresenter::failed(std::exception_ptr error) {
  m_state.problem = core::describe(std::move(error));
  publish();
}

bool SessionPresenter::mayEdit() {
  if (!m_state.ready || m_state.readOnly || m_signing) return false;
  // An edit would write over the draft that waits for an answer.
  if (m_state.draftOffered) {
    m_state.problem = core::Message{"session.draft.answerFirst", {}, {}};
    publish();
    return false;
  }
  return true;
}

void SessionPresenter::edit(const std::function<void(domain::SessionContent&)>& change,
                            const std::string& field) {
  if (!mayEdit()) return;
  domain::SessionContent next = m_open.content;
  m_state.problem.reset();
  try {
    change(next);
  } catch (...) {
    failed(std::current_exception());
    return;
  }
  if (next != m_open.content) {
    m_history.note(m_open.content, field);
    m_open.content = std::move(next);
    touched();
  }
  publish();
}

// The content is another than it was: the next draft has something to keep.
void SessionPresenter::touched() {
  m_drafts.changed(m_clock.monotonicMs());
  m_state.save = {SaveState::Kind::unsaved, {}, {}};
}

void SessionPresenter::setText(SessionText field, const std::string& text) {
  edit([&](domain::SessionContent& content) { textOf(content, field) = text; },
       "text " + std::to_string(static_cast<int>(field)));
}

void SessionPresenter::setObservation(const std::string& item, Moment moment, const std::string& choice) {
  edit([&](domain::SessionContent& content) {
    domain::Observation seen{item, {}, {}};
    if (const auto* known = domain::observationOf(content, item)) seen = *known;
    (moment == Moment::before ? seen.before : seen.after) = choice;
    domain::setObservation(content, seen);
  });
}

void SessionPresenter::setServiceDate(const std::string& typed) {
  const core::Date today = unicode::dateIn(m_clock.now(), m_timeZone);
  const auto date = unicode::parseDate(typed, m_language, today);
  m_state.dateIssue.reset();
  if (!date)
    m_state.dateIssue = core::Message{"session.dateUnknown", {{"value", typed}}, {}};
  else if (*date > today)
    m_state.dateIssue = core::Message{"error.serviceDate", {{"value", date->toIso()}}, {}};
  if (m_state.dateIssue)
    publish();
  else
    edit([&](domain::SessionContent& content) { content.serviceDate = *date; });
}

void SessionPresenter::setMinutes(const std::string& typed) {
  const std::string text = core::trimmed(typed);
  int minutes = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  const bool number = text.empty() || (fault == std::errc{} && end == text.data() + text.size());
  m_state.minutesIssue.reset();
  try {
    if (number)
      domain::checkRange("minutes", minutes, 0, domain::kLongestMinutes);
    else
      m_state.minutesIssue = core::Message{"session.minutesUnknown", {{"value", text}}, {}};
  } catch (const core::InputError& error) {
    m_state.minutesIssue = error.message();
  }
  m_state.minutes = typed;
  if (m_state.minutesIssue) {
    publish();
    return;
  }
  m_timer.stop();
  edit([&](domain::SessionContent& content) { content.minutes = minutes; }, "minutes");
}

void SessionPresenter::toggleTimer() {
  if (m_timer.runs()) {
    noteMinutes();
    m_timer.stop();
  } else if (mayEdit()) {
    m_timer.start(m_clock.monotonicMs(), m_open.content.minutes);
  }
  publish();
}

// What the timer says so far; it goes on. Nobody's step: undo has nothing to take back.
void SessionPresenter::noteMinutes() {
  if (!m_timer.runs() || !mayEdit()) return;
  m_state.minutesIssue.reset();
  const int minutes = m_timer.minutes(m_clock.monotonicMs());
  if (minutes == m_open.content.minutes) return;
  m_open.content.minutes = minutes;
  touched();
}

void SessionPresenter::setMeasure(Moment moment, const std::string& instrument, const std::string& item,
                                  std::optional<double> value) {
  edit([&](domain::SessionContent& content) {
    auto& measures = moment == Moment::before ? content.measures : content.measuresAfter;
    const auto known = std::find_if(measures.begin(), measures.end(), [&](const domain::MeasureValue& m) {
      return m.instrument == instrument && m.item == item;
    });
    if (!value) {
      if (known != measures.end()) measures.erase(known);
      return;
    }
    const domain::MeasureValue measure{instrument, item, *value};
    domain::check(measure);
    if (known == measures.end())
      measures.push_back(measure);
    else
      *known = measure;
  });
}

void SessionPresenter::dismissDoubt(const std::string& key) {
  m_doubts.dismiss(key);
  publish();
}

void SessionPresenter::undo() {
  if (!m_state.readOnly && m_history.undo(m_open.content)) stepped();
}

void SessionPresenter::redo() {
  if (!m_state.readOnly && m_history.redo(m_open.content)) stepped();
}

void SessionPresenter::stepped() {
  touched();
  publish();
}

void SessionPresenter::takeDraft() {
  if (!m_open.draftContent) return;
  m_state.draftOffered.reset();
  edit([&](domain::SessionContent& content) { content = *m_open.draftContent; });
  m_open.draftContent.reset();
}

void SessionPresenter::dropDraft() {
  m_state.draftOffered.reset();
  m_open.draftContent.reset();
  m_tasks.run(
      m_alive,
      [&work = m_work, session = m_open.session] { work.store.drafts().remove("session", session.value); },
      [] {}, [this](std::exception_ptr error) { failed(std::move(error)); });
  publish();
}

void SessionPresenter::readFlags() {
  m_tasks.run(
      m_alive,
      [&work = m_work, &words = m_content.words(m_language), client = m_open.client] {
        return clientFlags(work, words, client);
      },
      [this, session = m_open.session](ClientFlags flags) {
        if (m_open.session != session || m_state.readOnly) return;
        m_state.flags = std::move(flags);
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void SessionPresenter::tick() {
  if (!m_state.ready || m_state.readOnly) return;
  const std::int64_t now = m_clock.monotonicMs();
  if (m_doubts.look(m_open.content) || m_timer.text(now) != m_state.timer.text) publish();
  if (m_drafts.isDue(now)) keepDraftNow();
  if (m_open.content != m_saved && now - m_versionAt >= kVersionEveryMs) flush([](bool) {});
}

void SessionPresenter::keepDraftNow() {
  if (!m_drafts.hasChanges() || m_keeping || m_state.readOnly) return;
  m_drafts.clear();
  m_keeping = true;
  m_tasks.run(
      m_alive,
      [&work = m_work, session = m_open.session, client = m_open.client, content = m_open.content] {
        keepDraft(work, session, client, content);
        return work.clock.now();
      },
      [this, session = m_open.session](core::Instant at) {
        m_keeping = false;
        if (m_open.session == session && m_state.save.kind == SaveState::Kind::unsaved &&
            !m_drafts.hasChanges()) {
          m_state.save = {SaveState::Kind::draftKept, timeOf(at, unicode::TimeForm::seconds), {}};
          publish();
        }
      },
      [this, session = m_open.session](std::exception_ptr error) {
        m_keeping = false;
        if (m_open.session != session) return;
        // It is tried again with the next ticks.
        m_drafts.changed(m_clock.monotonicMs());
        m_state.save = {SaveState::Kind::failed, {}, core::describe(std::move(error))};
        publish();
      });
}

void SessionPresenter::flush(std::function<void(bool)> done) {
  noteMinutes();
  if (const auto& issue = m_state.dateIssue ? m_state.dateIssue : m_state.minutesIssue) {
    m_state.problem = issue;
    publish();
    done(false);
    return;
  }
  if (!m_state.ready || m_state.readOnly ||
      (m_open.content == m_saved && (m_everSaved || !m_history.canUndo()))) {
    done(true);
    return;
  }
  // One commit at a time: a second wish to save waits for the first and then saves what came in between.
  if (m_saving) {
    m_tasks.run(
        m_alive, [] {}, [this, done = std::move(done)]() mutable { flush(std::move(done)); },
        [](std::exception_ptr) {});
    return;
  }
  m_saving = true;
  const auto session = m_open.session;
  m_tasks.run(
      m_alive,
      [&work = m_work, session, client = m_open.client, content = m_open.content] {
        return saveSession(work, session, client, content);
      },
      [this, session, done](const domain::SessionVersion& version) {
        m_saving = false;
        if (m_open.session != session) {
          done(true);
          return;
        }
        m_everSaved = true;
        m_saved = version.content;
        m_open.savedAt = version.savedAt;
        m_versionAt = m_clock.monotonicMs();
        const bool all = m_open.content == m_saved;
        if (all) {
          m_drafts.clear();
          m_state.save = {SaveState::Kind::saved, timeOf(version.savedAt), {}};
        }
        publish();
        done(all);
      },
      [this, session, done](std::exception_ptr error) {
        m_saving = false;
        if (m_open.session == session) {
          m_versionAt = m_clock.monotonicMs();
          m_state.save = {SaveState::Kind::failed, {}, core::describe(std::move(error))};
          publish();
        }
        done(false);
      });
}

void SessionPresenter::sign(const std::string& reason, std::function<void()> done, NeedsReason needsReason) {
  flush([this, reason, done = std::move(done), needsReason = std::move(needsReason)](bool saved) {
    if (!saved || m_signing) return;
    m_signing = true;
    m_tasks.run(
        m_alive, [&work = m_work, session = m_open.session, reason] { signSession(work, session, reason); },
        [this, done] {
          reread();
          done();
        },
        [this, needsReason](std::exception_ptr error) {
          m_signing = false;
          const core::Message message = core::describe(error);
          if (message.id == "error.session.openFlag")
            needsReason(message);
          else
            failed(std::move(error));
        });
  });
}

template <class Job>
void SessionPresenter::appendSignature(Job job, std::function<void(bool)> done) {
  m_tasks.run(
      m_alive, std::move(job),
      [this, done] {
        reread();
        done(true);
      },
      [this, done](std::exception_ptr error) {
        failed(std::move(error));
        done(false);
      });
}

void SessionPresenter::addLaterNote(const std::string& text, std::function<void(bool)> done) {
  // Named in full: the use case has the presenter's own word.
  appendSignature(
      [&work = m_work, session = m_open.session, text] { unknot::app::addLaterNote(work, session, text); },
      std::move(done));
}

void SessionPresenter::markEnteredInError(const std::string& reason, std::function<void(bool)> done) {
  appendSignature([&work = m_work, session = m_open.session,
                   reason] { unknot::app::markEnteredInError(work, session, reason); },
                  std::move(done));
}

std::string SessionPresenter::dayOf(core::Date day) const {
  return unicode::formatDate(day, m_language, unicode::DateForm::medium);
}

// The record keeps the day of the work and the time of entry; the second is shown where it tells something.
void SessionPresenter::describeEntry() {
  m_state.entered.reset();
  if (!m_open.createdAt) return;
  const core::Date day = unicode::dateIn(*m_open.createdAt, m_timeZone);
  if (day != m_open.content.serviceDate)
    m_state.entered =
        core::Message{"session.entered", {{"date", dayOf(day)}, {"time", timeOf(*m_open.createdAt)}}, {}};
}

void SessionPresenter::describeSignatures() {
  m_state.signatureLines.clear();
  m_state.readOnly = false;
  m_state.inError = false;
  for (const auto& s : m_open.signatures) {
    m_state.signatureLines.push_back({"session.signature." + std::string(domain::formOf(s)),
                                      {{"name", s.authorName},
                                       {"date", dayOf(unicode::dateIn(s.signedAt, m_timeZone))},
                                       {"time", timeOf(s.signedAt)},
                                       {"text", s.text}},
                                      {}});
    m_state.readOnly = m_state.readOnly || s.kind == domain::SignatureKind::signedAsIs;
    m_state.inError = m_state.inError || s.kind == domain::SignatureKind::enteredInError;
  }
}

void SessionPresenter::publish() {
  m_state.number = m_open.number;
  m_state.content = m_open.content;
  if (m_state.selectedPoint && *m_state.selectedPoint >= m_open.content.points.size())
    m_state.selectedPoint.reset();
  m_state.serviceDate = dayOf(m_open.content.serviceDate);
  const int minutes = m_open.content.minutes;
  // What can't be read stays as it was typed.
  if (!m_state.minutesIssue) m_state.minutes = minutes == 0 ? std::string() : std::to_string(minutes);
  describeEntry();
  describeSignatures();
  if (m_state.readOnly) {
    m_timer.stop();
    m_state.flags = {};
  }
  m_state.timer = {m_timer.runs(), m_timer.text(m_clock.monotonicMs())};
  m_state.canUndo = m_history.canUndo() && !m_state.readOnly;
  m_state.canRedo = m_history.canRedo() && !m_state.readOnly;
  m_state.signingHints = signingHints(m_open.content);
  m_state.doubts = m_doubts.doubts();
  SessionView(m_open, m_content, m_content.words(m_language)).fill(m_state);
  if (m_listener) m_listener(m_state);
}

}  // namespace unknot::app
