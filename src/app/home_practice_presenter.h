// The home practice screen without a window: the library on one side, the client's plan on the other.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/home_practice.h"
#include "core/executor.h"

namespace unknot::app {

// What the left side shows; on the shelf of series also the practice's own templates.
enum class Shelf { library, suggested, leftOut, series, putAway };

// A movement, or several that are given together, as the screen shows it.
struct LibraryCard {
  std::string slug;  // of the exercise or of the series; of a template its id
  std::string title;
  std::string place;               // position in words; of several how many there are
  std::vector<std::string> lines;  // what it is for, what speaks for it, or what speaks against it
  bool inPlan = false;
  bool leftOut = false;          // for this client, by the safety list
  bool untranslated = false;     // the client's handout would have the author's language
  domain::ExerciseSlug picture;  // of which the picture is shown
  std::optional<domain::PlanTemplateId> planTemplate;
  bool own = false;  // the practice's: it can be taken away
  friend bool operator==(const LibraryCard&, const LibraryCard&) = default;
};

struct PlanRow {
  domain::PlanItem item;
  std::string title;
  std::string dose;     // in words, "5 times, each side"
  std::string against;  // why the safety list leaves it out for this client; "" when it doesn't
  std::string care;     // what asks to keep it small; "" when nothing does
  friend bool operator==(const PlanRow&, const PlanRow&) = default;
};

struct HomePracticeState {
  bool ready = false;
  std::string clientName;
  domain::FigureLook look;  // somebody like the client
  domain::BodyBuild build = domain::BodyBuild::medium;
  std::string search;
  std::optional<domain::Position> position;  // only these
  Shelf shelf = Shelf::library;
  std::size_t suggested = 0;  // how many there are on that shelf
  std::size_t leftOut = 0;
  std::size_t putAway = 0;
  std::vector<core::Message> grounds;  // where suggestions come from, what is missing, what was not added
  std::optional<core::Message> told;   // what was just done with what is the practice's own
  std::vector<LibraryCard> library;    // what is on the shelf
  std::vector<PlanRow> plan;
  std::optional<std::size_t> selected;  // row of the plan
  std::string
      video;  // address of the practice's own film of the selected one, or what was typed with its issue
  std::optional<core::Message> videoIssue;
  int weeks = 2;
  bool grouped = false;
  std::string note;
  std::string reviewOn;  // as shown or typed
  std::optional<core::Message> reviewIssue;
  bool manyExercises = false;  // more than domain::kFewExercises
  bool changed = false;        // not saved yet
  std::string savedAt;         // time of the last commit on this screen; "" before
  std::optional<core::Message> problem;
};

class HomePracticePresenter {
 public:
  using Listener = std::function<void(const HomePracticeState&)>;

  // Keeps the references for as long as it lives. `work` is only touched on the storage thread.
  HomePracticePresenter(core::Tasks& tasks, Workspace& work, const content::Content& content,
                        const core::Clock& clock, std::string language, Listener listener);

  void open(domain::ClientId client);
  // What the chart says for and against movements may have changed meanwhile.
  void refreshGrounds();
  domain::ClientId client() const { return m_plan.client; }
  const HomePracticeState& state() const { return m_state; }

  void setSearch(const std::string& words);
  void setPosition(std::optional<domain::Position> position);
  void setShelf(Shelf shelf);
  // Puts the movement at the end with its usual dose and selects it; one that is there is selected. On the
  // shelf of what was put away: it stands in the library again. On the shelf of series: all movements of that
  // series or template that aren't there yet and that nothing leaves out for this client. The others are
  // named in `grounds`; added by themselves later on, they have the dose and cue that they were given here.
  void add(const std::string& card);
  bool hasTemplate(const std::string& name) const;
  // Titles of the movements whose cue has a word of the client's name in it.
  std::vector<std::string> cuesNamingClient() const;
  // Keeps the plan as it stands on screen, in the place of the template of that name where there is one.
  void keepAsTemplate(const std::string& name);
  void renameTemplate(domain::PlanTemplateId id, const std::string& name);
  // Asks what taking away a card of the practice's own would mean; `ask` is given the question.
  void askRemoval(const std::string& card, std::function<void(const core::Message& question)> ask);
  void remove(const std::string& card);
  void select(std::optional<std::size_t> row);
  void removeSelected();
  // The selected row changes places with its neighbour: -1 up, 1 down.
  void moveSelected(int by);
  // To another place, as a drag does.
  void move(std::size_t from, std::size_t to);
  void setSide(domain::PlanSide side);
  void setRepetitions(int count);
  void setRounds(int count);
  void setTimesADay(int count);
  void setMinutes(int minutes);
  void setCue(const std::string& cue);
  // Why the selected one is given though the safety list leaves it out.
  void setReason(const std::string& reason);
  // Of the selected one, for all clients; saved at once.
  void setVideo(const std::string& address);
  void setWeeks(int weeks);
  void setGrouped(bool grouped);
  void setNote(const std::string& note);
  // As typed; empty takes it away.
  void setReviewOn(const std::string& typed);
  // What was changed and can't be saved is given up.
  void dropChanges();
  // Commits what changed. A plan without a movement is not saved: what was written for it, or a review date
  // that can't be read, is then not kept, and the State says why.
  void flush(std::function<void(bool saved)> done);

 private:
  // A change on its way to be saved; its id is given on the storage thread.
  struct Attempt {
    domain::ExercisePlan words;
    domain::PlanId id;
    core::Date from;
  };
  template <class Edit>
  void editSelected(Edit change);
  void changed();
  bool lacksMovement() const;
  void publish();
  void addExercise(const domain::ExerciseSlug& exercise);
  // What came of giving several movements at once.
  void take(domain::Given given);
  const domain::PlanTemplate* templateOf(const std::string& card) const;
  void changeTemplates(const core::Message& told, std::function<void(Workspace&)> job);
  void putBack(const domain::ExerciseSlug& exercise);
  void failed(std::exception_ptr error);
  void sayWhatWasNotAdded();
  // The one way in which another row becomes the selected one.
  void choose(std::optional<std::size_t> row);
  void refused(const core::Message& message);
  void fillShelf();
  LibraryCard cardOf(const domain::Exercise& exercise, std::vector<std::string> lines) const;
  // Those in the library, or those put away.
  std::vector<LibraryCard> movementCards(bool putAway) const;
  std::vector<LibraryCard> seriesCards() const;
  // Those that the search and the position leave.
  void keepWanted(std::vector<LibraryCard>& cards) const;
  PlanRow rowOf(const domain::PlanItem& item) const;
  std::string titleOf(const domain::PlanItem& item) const;
  std::string doseInWords(const domain::PlanItem& item) const;

  core::Tasks& m_tasks;
  Workspace& m_work;
  const content::Content& m_content;
  const core::Clock& m_clock;
  std::string m_language;
  Listener m_listener;
  std::shared_ptr<int> m_alive = std::make_shared<int>(0);
  std::string m_timeZone = "UTC";
  std::string m_clientLanguage = "en";
  std::vector<std::string> m_clientWords;  // of the client's name, folded
  HomePracticeGrounds m_grounds;
  std::vector<domain::PlanTemplate> m_templates;
  std::vector<domain::PlanItem> m_heldBack;  // given last with others, but left out for this client
  std::vector<domain::PlanItem> m_unknown;   // the same, but not in the library any more
  domain::ExercisePlan m_plan;
  bool m_saving = false;
  std::shared_ptr<Attempt> m_attempt;
  HomePracticeState m_state;
};

}  // namespace unknot::app
