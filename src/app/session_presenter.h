// The session screen without a window: what is shown and what a tap, a key or a word means. Lives on the
// window's thread; saving runs on the storage thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/charting.h"
#include "core/executor.h"
#include "draw/body_map_figure.h"
#include "unicode/dates.h"

namespace unknot::app {

// The one true thing the screen says about saving.
struct SaveState {
  enum class Kind { nothingYet, saved, draftKept, unsaved, failed };
  Kind kind = Kind::nothingYet;
  std::string time;       // of saved, and with seconds of draftKept, in the practice's time zone
  core::Message problem;  // of failed
  friend bool operator==(const SaveState&, const SaveState&) = default;
};

enum class SessionText { lesson, theirWords, postureAndGait, work, response, nextTime };
enum class Finding { contracted, limited, noControl };
enum class Technique { meansWhereby, kineticMirroring, assistedPandiculation };

// One line of the native list beside the map.
struct RegionRow {
  domain::RegionSlug region;
  std::string name;  // with its side
  std::optional<int> before, after, lastTime;
  domain::Findings findings;
  domain::Techniques techniques;
  std::string note;
  friend bool operator==(const RegionRow&, const RegionRow&) = default;
};

struct SessionState {
  bool ready = false;  // false while it is being read
  std::string clientName;
  int number = 0;
  domain::SessionContent content;
  std::string serviceDate;                 // as shown
  std::optional<core::Message> dateIssue;  // of what was typed as its date
  std::string minutes;                     // "" when they were not noted
  std::optional<core::Message> minutesIssue;
  draw::MapMoment moment = draw::MapMoment::before;
  std::optional<int> brush;  // the level a tap paints; none: a tap selects
  std::vector<domain::RegionSlug> selected;
  std::vector<RegionRow> rows;  // looked at, marked or selected; in the atlas's order
  int lookedAt = 0;
  int strong = 0;  // at 3 or more, at the moment shown
  draw::BodyMapMarks marks;
  SaveState save;
  bool readOnly = false;  // signed
  bool inError = false;
  bool canUndo = false;
  bool canRedo = false;
  std::vector<core::Message> signatureLines;  // who signed what, when
  std::vector<core::Message> signingHints;
  std::optional<std::string>
      draftOffered;  // when it was kept: a draft newer than what is saved waits for an answer
  std::optional<core::Message> problem;  // of the last intent, shown in its line
};

class SessionPresenter {
 public:
  using Listener = std::function<void(const SessionState&)>;

  // Keeps `tasks`, `work`, `content` and `clock` for as long as it lives. `work` is only touched on the
  // storage thread.
  SessionPresenter(core::Tasks& tasks, Workspace& work, const content::Content& content,
                   const core::Clock& clock, std::string language, Listener listener);
  ~SessionPresenter();
  SessionPresenter(const SessionPresenter&) = delete;
  SessionPresenter& operator=(const SessionPresenter&) = delete;

  void start(domain::ClientId client, domain::SessionKind kind);
  void open(domain::SessionId session);
  const SessionState& state() const { return m_state; }
  domain::ClientId client() const { return m_open.client; }
  // None while nothing of it was ever saved.
  std::optional<domain::SessionId> savedSession() const {
    return m_everSaved ? std::optional(m_open.session) : std::nullopt;
  }

  // With a brush: paints its level. Without: selects; `extend` adds to the selection or takes out of it.
  void tapRegion(const domain::RegionSlug& region, bool extend);
  // A drag with a brush: paints every region it comes over, as one step of undo until endDrag().
  void dragOver(const domain::RegionSlug& region);
  void endDrag();
  void select(std::vector<domain::RegionSlug> regions);
  void setBrush(std::optional<int> level);
  void setMoment(draw::MapMoment moment);
  // Level of the selected regions at the moment shown; none empties it ("not looked at").
  void setLevel(std::optional<int> level);
  void setLevel(draw::MapMoment moment, std::optional<int> level);
  // Fills "after" of the selected regions from their "before".
  void sameAsBefore();
  // Takes the ghost's level over for the selected regions, only where there is nothing yet.
  void confirmGhost();
  void toggle(Finding finding);
  void toggle(Technique technique);
  void setNote(const std::string& note);
  void setText(SessionText field, const std::string& text);
  // As typed, in any form the language uses.
  void setServiceDate(const std::string& typed);
  // As typed; empty is "not noted".
  void setMinutes(const std::string& typed);
  // Puts, or with no value takes away, the session's value of an instrument (and item).
  void setMeasure(const std::string& instrument, const std::string& item, std::optional<double> value);
  void undo();
  void redo();

  void takeDraft();
  void dropDraft();
  // Called by the window a few times a second: keeps drafts (700 ms after the last change, at least every 2
  // s) and saves a version every 5 minutes.
  void tick();
  // Commits what is open; `done` is called with whether everything is saved.
  void flush(std::function<void(bool saved)> done);
  // At once, for lock, close and focus change.
  void keepDraftNow();
  void sign(std::function<void()> done);
  // `done` hears whether it is signed; a text that is not must not be lost by whoever holds it.
  void addLaterNote(const std::string& text, std::function<void(bool)> done);
  void markEnteredInError(const std::string& reason, std::function<void(bool)> done);

 private:
  struct Step {
    domain::SessionContent content;
    // Typing into one field is one step.
    std::optional<SessionText> text;
  };

  template <class Edit>
  void edit(Edit change, std::optional<SessionText> typedInto = {});
  void editSelected(const std::function<void(domain::RegionFinding&)>& change);
  // What the window needs to show a session, read in one go.
  struct Opened {
    OpenSession session;
    std::string clientName;
    std::string timeZone;
  };
  static Opened look(Workspace& work, OpenSession session);
  // Nothing of the session before is left to be edited while another one is being read.
  void forget();
  // `job` gives the Opened to show.
  template <class Job>
  void read(Job job);
  void opened(Opened result);
  template <class Job>
  void appendSignature(Job job, std::function<void(bool)> done);
  std::string timeOf(core::Instant at, unicode::TimeForm form = unicode::TimeForm::minutes) const;
  void failed(std::exception_ptr error);
  void reread();
  void publish();
  draw::BodyMapMarks marks() const;
  std::vector<RegionRow> rows() const;
  std::string regionName(const domain::BodyRegion& region) const;
  domain::RegionFinding findingAt(const domain::RegionSlug& region) const;
  // What the hand compares with: before hands-on what was left last time, after it what was met today.
  std::optional<domain::Tension> ghost(const domain::RegionFinding& finding) const;

  core::Tasks& m_tasks;
  Workspace& m_work;
  const content::Content& m_content;
  const core::Clock& m_clock;
  std::string m_language;
  std::string m_timeZone = "UTC";
  Listener m_listener;
  std::shared_ptr<int> m_alive = std::make_shared<int>(0);

  OpenSession m_open;
  domain::SessionContent m_saved;
  bool m_everSaved = false;
  SessionState m_state;
  std::vector<Step> m_undo;
  std::vector<Step> m_redo;
  bool m_dragging = false;
  std::optional<std::int64_t> m_changedAt;      // monotonic; of the last change not in a draft yet
  std::optional<std::int64_t> m_firstChangeAt;  // of the first one since the last draft
  std::int64_t m_versionAt = 0;                 // monotonic; of the last commit
  int m_asked = 0;                              // the newest wish to open counts
  bool m_saving = false;
  bool m_keeping = false;
  bool m_signing = false;
};

}  // namespace unknot::app
