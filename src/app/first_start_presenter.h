// The first minutes: set up a practice, with a recovery key that really was written down, or look around in
// the demo.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/practice_room.h"
#include "app/presenter.h"

namespace unknot::app {

struct FirstStartState {
  enum class Step { choose, details, recovery };
  Step step = Step::choose;
  std::string practiceName;
  std::string userName;
  domain::Paper paper = domain::Paper::a4;
  std::string folder;  // where the practice will live
  std::map<std::string, core::Message>
      issues;  // by field: practiceName, userName, password, again, folder, group1, group2
  bool busy = false;
  std::optional<core::Message> problem;
  std::vector<std::string> recoveryGroups;  // of the key, to be printed; only in the last step
  std::array<int, 2> askedGroups{};         // counted from 1: the two that are typed back
  bool recoveryKept = false;                // printed or saved
  friend bool operator==(const FirstStartState&, const FirstStartState&) = default;
};

struct FirstStartPlaces {
  std::filesystem::path practiceFolder;  // offered for a new practice
  std::filesystem::path demoFolder;
  std::string timeZone;
};

class FirstStartPresenter final : public Presenter<FirstStartState> {
 public:
  using OnOpened = std::function<void(RoomPtr)>;

  FirstStartPresenter(core::Tasks& tasks, FrontDoor& door, FirstStartPlaces places, OnOpened onOpened);

  void beginSetUp();
  void backToChoice();
  void setPracticeName(const std::string& name);
  void setUserName(const std::string& name);
  void setPaper(domain::Paper paper);
  // A field that the presenter isn't told of ("password", "group1" ...) is being mended.
  void typedAgain(const std::string& field);
  void setFolder(const std::filesystem::path& folder);
  void create(const std::string& password, const std::string& again);
  // Case, spaces and dashes do not count. Opens the practice when both are right.
  void confirmRecovery(const std::string& firstGroup, const std::string& secondGroup);
  // The sheet as plain text, to be printed or saved.
  std::string recoverySheet(const core::Words& words) const;
  void saveRecoverySheet(const std::filesystem::path& file, const core::Words& words);
  void lookAround();

 private:
  void failed(std::exception_ptr error) override;
  std::map<std::string, core::Message> issuesOf(const std::string& password, const std::string& again) const;

  FrontDoor& m_door;
  FirstStartPlaces m_places;
  OnOpened m_onOpened;
  RoomPtr m_room;
};

}  // namespace unknot::app
