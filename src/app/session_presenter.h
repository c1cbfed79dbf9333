// The session screen without a window: what is shown and what a tap, a key or a word means. Lives on the
// window's thread; saving runs on the storage thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/charting.h"
#include "app/draft_clock.h"
#include "app/edit_history.h"
#include "app/room_timer.h"
#include "app/session_state.h"
#include "app/side_doubts.h"
#include "core/executor.h"
#include "unicode/dates.h"

namespace unknot::app {

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

  // --- the map ---
  // With a brush: paints its level. Without: selects; `extend` adds to the selection or takes out of it.
  // Beside each other, `moment` says on which map; otherwise the one shown counts.
  void tapRegion(const domain::RegionSlug& region, bool extend, std::optional<domain::Moment> moment = {});
  // Until endDrag() all that is painted is one step of undo.
  void beginDrag();
  // A drag with a brush: paints every region it comes over, on the map where it began.
  void dragOver(const domain::RegionSlug& region, std::optional<domain::Moment> moment = {});
  void endDrag();
  // What the pointer has come to: the next level or mark goes there, until something is chosen. None:
  // nowhere.
  void pointAt(const std::optional<domain::RegionSlug>& region, std::optional<domain::Moment> moment = {});
  void select(std::vector<domain::RegionSlug> regions);
  void setBrush(std::optional<int> level);
  void setShow(MapShow show);
  // From before to after and back, leaving the other ways of showing.
  void switchMoment();

  // --- regions; of what is pointed at, else of those selected ---
  // Level at the moment shown; none empties it ("not looked at"). Not while the map shows what changed.
  void setLevel(std::optional<int> level);
  // Of those selected, wherever the pointer rests meanwhile.
  void setLevelOfSelected(domain::Moment moment, std::optional<int> level);
  // Fills "after" from "before".
  void sameAsBefore();
  // Takes the ghost's level over, only where there is nothing yet.
  void confirmGhost();
  void toggle(Finding finding);
  void toggle(Technique technique);
  void setNote(const std::string& note);
  // A line of shorthand, whole or not at all; true when it was entered. What is wrong stands in the State.
  bool enterShorthand(const std::string& line);
  // The line is being mended.
  void forgetShorthandIssue();
  // Regions that the words a line ends with may mean, the likeliest first; at most a few.
  std::vector<ShorthandSuggestion> suggest(std::string_view line) const;
  // The line with those words replaced by what was suggested.
  std::string completed(std::string_view line, const ShorthandSuggestion& suggestion) const;

  // --- points ---
  // The point a tap puts; none: taps mean regions again.
  void setTool(std::optional<domain::PointKind> kind);
  // At a point of figure space, with the end of the line for a radiating one; the tool is put down with it.
  // Beside the figure: nothing.
  void placePoint(domain::BodyView view, core::Point at, std::optional<core::Point> end);
  // In the middle of the first selected region, for those who don't use the map.
  void addPoint(domain::PointKind kind);
  void selectPoint(std::optional<std::size_t> index);
  void setPointNote(std::size_t index, const std::string& note);
  void removePoint(std::size_t index);

  // --- the rest of the session ---
  void setText(SessionText field, const std::string& text);
  void setObservation(const std::string& item, domain::Moment moment, const std::string& choice);
  // As typed, in any form the language uses.
  void setServiceDate(const std::string& typed);
  // As typed; empty is "not noted".
  void setMinutes(const std::string& typed);
  // Starts or stops the room timer; stopping notes the minutes.
  void toggleTimer();
  // Puts, or with no value takes away, the session's value of an instrument (and item).
  void setMeasure(domain::Moment moment, const std::string& instrument, const std::string& item,
                  std::optional<double> value);
  void dismissDoubt(const std::string& key);
  void undo();
  void redo();

  void takeDraft();
  void dropDraft();
  // After something was said of one.
  void readFlags();
  // Called by the window a few times a second: keeps drafts (700 ms after the last change, at least every 2
  // s), saves a version every 5 minutes, moves the timer on, and looks for mixed up sides.
  void tick();
  // Commits what is open; `done` is called with whether everything is saved.
  void flush(std::function<void(bool saved)> done);
  // At once, for lock, close and focus change.
  void keepDraftNow();
  // `needsReason` hears that something the client answered asks for a physician first, with a sentence that
  // names it: over that only a written reason signs.
  using NeedsReason = std::function<void(const core::Message&)>;
  void sign(const std::string& reason, std::function<void()> done, NeedsReason needsReason);
  // `done` hears whether it is signed; a text that is not must not be lost by whoever holds it.
  void addLaterNote(const std::string& text, std::function<void(bool)> done);
  void markEnteredInError(const std::string& reason, std::function<void(bool)> done);

 private:
  // Whether anything may be changed now; says why not where the person can do something about it.
  bool mayEdit();
  void edit(const std::function<void(domain::SessionContent&)>& change, const std::string& field = {});
  // The regions that the next level or mark goes to.
  std::vector<domain::RegionSlug> aimed() const;
  void editAimed(const std::function<void(domain::RegionFinding&)>& change, const std::string& field = {});
  // What changed is computed: there is no level to set on it.
  bool showsLevels();
  void paint(const domain::RegionSlug& region, domain::Moment moment);
  void touched();
  void stepped();
  // What the window needs to show a session, read in one go.
  struct Opened {
    OpenSession session;
    std::string clientName;
    domain::BodyBuild build = domain::BodyBuild::medium;
    std::string timeZone;
    ClientFlags flags;
  };
  static Opened look(Workspace& work, const core::Words& words, OpenSession session);
  // Nothing of the session before is left to be edited while another one is being read.
  void forget();
  // `job` gives the Opened to show.
  template <class Job>
  void read(Job job);
  void opened(Opened result);
  void noteMinutes();
  template <class Job>
  void appendSignature(Job job, std::function<void(bool)> done);
  std::string timeOf(core::Instant at, unicode::TimeForm form = unicode::TimeForm::minutes) const;
  std::string dayOf(core::Date day) const;
  void failed(std::exception_ptr error);
  void reread();
  void publish();
  void describeEntry();
  void describeSignatures();

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
  EditHistory m_history;
  SideDoubts m_doubts;
  RoomClock m_timer;
  std::optional<domain::RegionSlug> m_pointed;
  DraftClock m_drafts;
  std::int64_t m_versionAt = 0;  // monotonic; of the last commit
  int m_asked = 0;               // the newest wish to open counts
  bool m_saving = false;
  bool m_keeping = false;
  bool m_signing = false;
};

}  // namespace unknot::app
