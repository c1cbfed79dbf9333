// The returned week without a window: a grid of ticks for the plan's movements, or an answer from memory, and
// what came back before.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk.h"
#include "app/presenter.h"

namespace unknot::app {

struct PracticeLogLine {
  domain::ExerciseSlug exercise;
  std::string title;
  std::array<bool, domain::kDaysOfWeek> days{};
  friend bool operator==(const PracticeLogLine&, const PracticeLogLine&) = default;
};

struct PracticeLogState {
  bool ready = false;
  domain::ClientId client;
  std::string clientName;
  std::string week;      // "Week of 2 March 2026"
  bool mayGoOn = false;  // a later week has begun
  std::vector<PracticeLogLine> rows;
  bool brought = true;
  std::optional<domain::DaysFromMemory> fromMemory;
  std::string note;
  std::string summary;               // "4 days", as ticked so far
  std::vector<std::string> history;  // newest week first, gaps told
  bool changed = false;
  std::string savedAt;
  std::optional<core::Message> problem;
  friend bool operator==(const PracticeLogState&, const PracticeLogState&) = default;
};

// One line a week from the first plan to today, the newest first: days practised, from the grid or from
// memory, and weeks of which nothing came back. No praise and no blame.
std::vector<std::string> practiceHistory(const core::Words& words, const std::string& language,
                                         const std::optional<core::Date>& planned,
                                         const std::vector<domain::PracticeLog>& logs,
                                         const core::Date& today);

class PracticeLogPresenter final : public Presenter<PracticeLogState> {
 public:
  explicit PracticeLogPresenter(Desk& desk);

  // At the last full week that nothing came back of.
  void open(domain::ClientId client);
  // A week earlier or later; what was entered is saved first.
  void goBy(int weeks);
  void tick(std::size_t row, std::size_t day, bool done);
  // All days of a movement, or none where all are ticked.
  void tickRow(std::size_t row);
  void setBrought(bool brought);
  void setFromMemory(std::optional<domain::DaysFromMemory> days);
  void setNote(const std::string& note);
  // Saves the week as it stands, also one without a tick: it came back, and nothing was done in it.
  void save();
  // Saves what changed. Where it was not said what came back, nothing is saved; a note alone is not let go
  // of.
  void flush(std::function<void(bool saved)> done);

 private:
  struct Read;
  // A week on its way to be saved; a second try finds its id again.
  struct Attempt {
    domain::PracticeLog words;
    domain::PracticeLogId id;
  };
  domain::PracticeLog entry() const;
  void store(std::function<void(bool)> done);
  void failed(std::exception_ptr error) override;
  void take(const Read& read);
  void showWeek(const core::Date& monday);
  std::optional<core::Date> planned() const;
  void edit(const std::function<void(PracticeLogState&)>& change);

  Desk& m_desk;
  core::Date m_weekOf{1970, 1, 5};
  std::vector<domain::PracticeLog> m_logs;
  std::vector<domain::ExercisePlan> m_plans;  // oldest first
  domain::PracticeLog m_loaded;               // the week as it was shown first
  bool m_saving = false;
  std::shared_ptr<Attempt> m_attempt;
};

}  // namespace unknot::app
