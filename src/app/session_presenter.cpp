#include "app/session_presenter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "unicode/dates.h"
#include "unicode/time_zone.h"

namespace unknot::app {
namespace {

constexpr std::int64_t kDraftAfterMs = 700;
constexpr std::int64_t kDraftAtLeastMs = 2000;
constexpr std::int64_t kVersionEveryMs = 5 * 60 * 1000;
constexpr std::size_t kMostSteps = 500;
constexpr int kStrong = 3;

std::string& textOf(domain::SessionContent& content, SessionText field) {
  switch (field) {
    case SessionText::lesson:
      return content.lesson;
    case SessionText::theirWords:
      return content.theirWords;
    case SessionText::postureAndGait:
      return content.postureAndGait;
    case SessionText::work:
      return content.work;
    case SessionText::response:
      return content.response;
    case SessionText::nextTime:
      return content.nextTime;
  }
  throw core::BugError("session text");
}

std::optional<int> number(const std::optional<domain::Tension>& tension) {
  if (!tension) return {};
  return tension->value();
}

std::optional<domain::Tension> tension(std::optional<int> level) {
  if (!level) return {};
  return domain::Tension(*level);
}

std::optional<domain::Tension>& levelOf(domain::RegionFinding& finding, draw::MapMoment moment) {
  return moment == draw::MapMoment::before ? finding.before : finding.after;
}

// What is known of a region from last time: what was left behind, else what was met.
std::optional<domain::Tension> lastLevel(const std::optional<domain::SessionContent>& lastTime,
                                         std::string_view region) {
  if (!lastTime) return {};
  const auto* finding = domain::findingOf(*lastTime, region);
  if (finding == nullptr) return {};
  return finding->after ? finding->after : finding->before;
}

}  // namespace

SessionPresenter::SessionPresenter(core::Tasks& tasks, Workspace& work, const content::Content& content,
                                   const core::Clock& clock, std::string language, Listener listener)
    : m_tasks(tasks),
      m_work(work),
      m_content(content),
      m_clock(clock),
      m_language(std::move(language)),
      m_listener(std::move(listener)) {}

SessionPresenter::~SessionPresenter() = default;

SessionPresenter::Opened SessionPresenter::look(Workspace& work, OpenSession session) {
  Opened result;
  if (const auto client = work.store.clients().find(session.client))
    result.clientName = domain::spokenName(*client);
  result.timeZone = work.store.practice().timeZone;
  result.session = std::move(session);
  return result;
}

void SessionPresenter::forget() {
  SessionState fresh;
  fresh.brush = m_state.brush;
  m_state = std::move(fresh);
  m_open = {};
  m_saved = {};
  m_everSaved = false;
  m_undo.clear();
  m_redo.clear();
  m_dragging = false;
  m_changedAt.reset();
  m_firstChangeAt.reset();
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
  read([&work = m_work, client, kind] { return look(work, startSession(work, client, kind)); });
}

void SessionPresenter::open(domain::SessionId session) {
  forget();
  read([&work = m_work, session] { return look(work, openSession(work, session)); });
}

void SessionPresenter::reread() {
  read([&work = m_work, session = m_open.session] { return look(work, openSession(work, session)); });
}

void SessionPresenter::opened(Opened result) {
  m_open = std::move(result.session);
  m_timeZone = std::move(result.timeZone);
  m_state.clientName = std::move(result.clientName);
  m_everSaved = m_open.savedAt.has_value();
  m_saved = m_open.content;
  m_undo.clear();
  m_redo.clear();
  m_changedAt.reset();
  m_firstChangeAt.reset();
  m_signing = false;
  m_versionAt = m_clock.monotonicMs();
  m_state.ready = true;
  m_state.problem.reset();
  m_state.dateIssue.reset();
  m_state.minutesIssue.reset();
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

template <class Edit>
void SessionPresenter::edit(Edit change, std::optional<SessionText> typedInto) {
  if (!m_state.ready || m_state.readOnly || m_signing) return;
  // An edit would write over the draft that waits for an answer.
  if (m_state.draftOffered) {
    m_state.problem = core::Message{"session.draft.answerFirst", {}, {}};
    publish();
    return;
  }
  domain::SessionContent next = m_open.content;
  m_state.problem.reset();
  try {
    change(next);
  } catch (...) {
    failed(std::current_exception());
    return;
  }
  if (next == m_open.content) {
    publish();
    return;
  }
  const bool goesOn =
      !m_undo.empty() && m_redo.empty() && ((typedInto && m_undo.back().text == typedInto) || m_dragging);
  if (!goesOn) m_undo.push_back({m_open.content, typedInto});
  if (m_undo.size() > kMostSteps) m_undo.erase(m_undo.begin());
  m_redo.clear();
  m_open.content = std::move(next);
  const std::int64_t now = m_clock.monotonicMs();
  m_changedAt = now;
  if (!m_firstChangeAt) m_firstChangeAt = now;
  m_state.save = {SaveState::Kind::unsaved, {}, {}};
  publish();
}

domain::RegionFinding SessionPresenter::findingAt(const domain::RegionSlug& region) const {
  if (const auto* found = domain::findingOf(m_open.content, region)) return *found;
  domain::RegionFinding empty;
  empty.region = region;
  return empty;
}

void SessionPresenter::editSelected(const std::function<void(domain::RegionFinding&)>& change) {
  edit([&](domain::SessionContent& content) {
    for (const auto& region : m_state.selected) {
      auto finding = findingAt(region);
      change(finding);
      domain::setFinding(content, finding);
    }
  });
}

void SessionPresenter::tapRegion(const domain::RegionSlug& region, bool extend) {
  m_content.atlas().require("region", region);
  if (m_state.brush) {
    m_state.selected = {region};
    edit([&](domain::SessionContent& content) {
      auto finding = findingAt(region);
      levelOf(finding, m_state.moment) = tension(m_state.brush);
      domain::setFinding(content, finding);
    });
    return;
  }
  auto& selected = m_state.selected;
  const auto found = std::find(selected.begin(), selected.end(), region);
  if (!extend)
    selected = {region};
  else if (found == selected.end())
    selected.push_back(region);
  else
    selected.erase(found);
  publish();
}

void SessionPresenter::dragOver(const domain::RegionSlug& region) {
  if (!m_state.brush) return;
  const auto finding = findingAt(region);
  const auto& level = m_state.moment == draw::MapMoment::before ? finding.before : finding.after;
  if (number(level) == m_state.brush) return;
  tapRegion(region, false);
  // The first painted region of a drag makes the step; the later ones belong to it.
  m_dragging = true;
}

void SessionPresenter::endDrag() {
  m_dragging = false;
}

void SessionPresenter::select(std::vector<domain::RegionSlug> regions) {
  m_state.selected = std::move(regions);
  publish();
}

void SessionPresenter::setBrush(std::optional<int> level) {
  if (level) static_cast<void>(domain::Tension(*level));
  m_state.brush = level;
  publish();
}

void SessionPresenter::setMoment(draw::MapMoment moment) {
  m_state.moment = moment;
  publish();
}

void SessionPresenter::setLevel(std::optional<int> level) {
  setLevel(m_state.moment, level);
}

void SessionPresenter::setLevel(draw::MapMoment moment, std::optional<int> level) {
  editSelected([&](domain::RegionFinding& finding) { levelOf(finding, moment) = tension(level); });
}

void SessionPresenter::sameAsBefore() {
  editSelected([](domain::RegionFinding& finding) {
    if (finding.before) finding.after = finding.before;
  });
}

std::optional<domain::Tension> SessionPresenter::ghost(const domain::RegionFinding& finding) const {
  return m_state.moment == draw::MapMoment::before ? lastLevel(m_open.lastTime, finding.region)
                                                   : finding.before;
}

void SessionPresenter::confirmGhost() {
  editSelected([&](domain::RegionFinding& finding) {
    auto& level = levelOf(finding, m_state.moment);
    if (!level) level = ghost(finding);
  });
}

void SessionPresenter::toggle(Finding finding) {
  const auto flag = [finding](domain::Findings& f) -> bool& {
    return finding == Finding::contracted ? f.contracted
           : finding == Finding::limited  ? f.limited
                                          : f.noControl;
  };
  const bool all = std::all_of(m_state.selected.begin(), m_state.selected.end(), [&](const auto& region) {
    auto known = findingAt(region);
    return flag(known.findings);
  });
  editSelected([&](domain::RegionFinding& f) { flag(f.findings) = !all; });
}

void SessionPresenter::toggle(Technique technique) {
  const auto flag = [technique](domain::Techniques& t) -> bool& {
    return technique == Technique::meansWhereby       ? t.meansWhereby
           : technique == Technique::kineticMirroring ? t.kineticMirroring
                                                      : t.assistedPandiculation;
  };
  const bool all = std::all_of(m_state.selected.begin(), m_state.selected.end(), [&](const auto& region) {
    auto known = findingAt(region);
    return flag(known.techniques);
  });
  editSelected([&](domain::RegionFinding& f) { flag(f.techniques) = !all; });
}

void SessionPresenter::setNote(const std::string& note) {
  editSelected([&](domain::RegionFinding& finding) { finding.note = note; });
}

void SessionPresenter::setText(SessionText field, const std::string& text) {
  edit([&](domain::SessionContent& content) { textOf(content, field) = text; }, field);
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
  if (m_state.minutesIssue)
    publish();
  else
    edit([&](domain::SessionContent& content) { content.minutes = minutes; });
}

void SessionPresenter::setMeasure(const std::string& instrument, const std::string& item,
                                  std::optional<double> value) {
  edit([&](domain::SessionContent& content) {
    std::erase_if(content.measures, [&](const domain::MeasureValue& m) {
      return m.instrument == instrument && m.item == item;
    });
    if (!value) return;
    const domain::MeasureValue measure{instrument, item, *value};
    domain::check(measure);
    content.measures.push_back(measure);
  });
}

void SessionPresenter::undo() {
  if (m_undo.empty() || m_state.readOnly) return;
  m_redo.push_back({std::exchange(m_open.content, std::move(m_undo.back().content)), {}});
  m_undo.pop_back();
  m_changedAt = m_clock.monotonicMs();
  if (!m_firstChangeAt) m_firstChangeAt = m_changedAt;
  m_state.save.kind = SaveState::Kind::unsaved;
  publish();
}

void SessionPresenter::redo() {
  if (m_redo.empty() || m_state.readOnly) return;
  m_undo.push_back({std::exchange(m_open.content, std::move(m_redo.back().content)), {}});
  m_redo.pop_back();
  m_changedAt = m_clock.monotonicMs();
  if (!m_firstChangeAt) m_firstChangeAt = m_changedAt;
  m_state.save.kind = SaveState::Kind::unsaved;
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

void SessionPresenter::tick() {
  if (!m_state.ready || m_state.readOnly) return;
  const std::int64_t now = m_clock.monotonicMs();
  if (m_changedAt && (now - *m_changedAt >= kDraftAfterMs || now - *m_firstChangeAt >= kDraftAtLeastMs))
    keepDraftNow();
  if (m_open.content != m_saved && now - m_versionAt >= kVersionEveryMs) flush([](bool) {});
}

void SessionPresenter::keepDraftNow() {
  if (!m_changedAt || m_keeping || m_state.readOnly) return;
  m_changedAt.reset();
  m_firstChangeAt.reset();
  m_keeping = true;
  m_tasks.run(
      m_alive,
      [&work = m_work, session = m_open.session, client = m_open.client, content = m_open.content] {
        keepDraft(work, session, client, content);
        return work.clock.now();
      },
      [this, session = m_open.session](core::Instant at) {
        m_keeping = false;
        if (m_open.session == session && m_state.save.kind == SaveState::Kind::unsaved && !m_changedAt) {
          m_state.save = {SaveState::Kind::draftKept, timeOf(at, unicode::TimeForm::seconds), {}};
          publish();
        }
      },
      [this, session = m_open.session](std::exception_ptr error) {
        m_keeping = false;
        if (m_open.session != session) return;
        // It is tried again with the next ticks.
        m_changedAt = m_clock.monotonicMs();
        if (!m_firstChangeAt) m_firstChangeAt = m_changedAt;
        m_state.save = {SaveState::Kind::failed, {}, core::describe(std::move(error))};
        publish();
      });
}

void SessionPresenter::flush(std::function<void(bool)> done) {
  if (const auto& issue = m_state.dateIssue ? m_state.dateIssue : m_state.minutesIssue) {
    m_state.problem = issue;
    publish();
    done(false);
    return;
  }
  if (!m_state.ready || m_state.readOnly || (m_open.content == m_saved && (m_everSaved || m_undo.empty()))) {
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
          m_changedAt.reset();
          m_firstChangeAt.reset();
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

void SessionPresenter::sign(std::function<void()> done) {
  flush([this, done = std::move(done)](bool saved) {
    if (!saved || m_signing) return;
    m_signing = true;
    m_tasks.run(
        m_alive, [&work = m_work, session = m_open.session] { signSession(work, session); },
        [this, done] {
          reread();
          done();
        },
        [this](std::exception_ptr error) {
          m_signing = false;
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

std::string SessionPresenter::regionName(const domain::BodyRegion& region) const {
  const auto& words = m_content.words(m_language);
  return words.say(region.side == domain::Side::left ? "side.regionLeft" : "side.regionRight",
                   {{"region", region.name}});
}

draw::BodyMapMarks SessionPresenter::marks() const {
  auto marks = draw::marksOf(m_open.content, m_state.moment);
  for (const auto& region : m_content.atlas().regions()) {
    if (marks.tension.contains(region.slug)) continue;
    if (const auto level = ghost(findingAt(region.slug))) marks.ghost.emplace(region.slug, *level);
  }
  marks.selected = {m_state.selected.begin(), m_state.selected.end()};
  return marks;
}

std::vector<RegionRow> SessionPresenter::rows() const {
  std::vector<RegionRow> rows;
  for (const auto& region : m_content.atlas().regions()) {
    const auto* finding = domain::findingOf(m_open.content, region.slug);
    const bool selected =
        std::find(m_state.selected.begin(), m_state.selected.end(), region.slug) != m_state.selected.end();
    if (finding == nullptr && !selected) continue;
    RegionRow row;
    row.region = region.slug;
    row.name = regionName(region);
    row.lastTime = number(lastLevel(m_open.lastTime, region.slug));
    if (finding != nullptr) {
      row.before = number(finding->before);
      row.after = number(finding->after);
      row.findings = finding->findings;
      row.techniques = finding->techniques;
      row.note = finding->note;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

void SessionPresenter::publish() {
  m_state.number = m_open.number;
  m_state.content = m_open.content;
  m_state.serviceDate =
      unicode::formatDate(m_open.content.serviceDate, m_language, unicode::DateForm::medium);
  m_state.signatureLines.clear();
  for (const auto& s : m_open.signatures)
    m_state.signatureLines.push_back({"session.signature." + std::string(domain::toString(s.kind)),
                                      {{"name", s.authorName},
                                       {"date", unicode::formatDate(unicode::dateIn(s.signedAt, m_timeZone),
                                                                    m_language, unicode::DateForm::medium)},
                                       {"time", timeOf(s.signedAt)},
                                       {"text", s.text}},
                                      {}});
  m_state.readOnly = std::any_of(m_open.signatures.begin(), m_open.signatures.end(),
                                 [](const auto& s) { return s.kind == domain::SignatureKind::signedAsIs; });
  m_state.inError = std::any_of(m_open.signatures.begin(), m_open.signatures.end(), [](const auto& s) {
    return s.kind == domain::SignatureKind::enteredInError;
  });
  m_state.canUndo = !m_undo.empty() && !m_state.readOnly;
  m_state.canRedo = !m_redo.empty() && !m_state.readOnly;
  m_state.signingHints = signingHints(m_open.content);
  m_state.marks = marks();
  m_state.rows = rows();
  m_state.lookedAt = 0;
  m_state.strong = 0;
  for (const auto& finding : m_open.content.findings) {
    if (finding.before || finding.after) ++m_state.lookedAt;
    const auto& level = m_state.moment == draw::MapMoment::before ? finding.before : finding.after;
    if (level && level->value() >= kStrong) ++m_state.strong;
  }
  if (m_listener) m_listener(m_state);
}

}  // namespace unknot::app
