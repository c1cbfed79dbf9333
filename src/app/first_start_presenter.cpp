#include "app/first_start_presenter.h"

#include <algorithm>
#include <cctype>

#include "app/login_presenter.h"
#include "core/utf8.h"
#include "platform/files.h"

namespace unknot::app {

namespace {

// Groups are what stands between dashes or spaces.
std::vector<std::string> groupsOf(const std::string& key) {
  std::vector<std::string> groups(1);
  for (const char c : key) {
    if (c != '-' && c != ' ')
      groups.back() += c;
    else if (!groups.back().empty())
      groups.emplace_back();
  }
  if (groups.back().empty()) groups.pop_back();
  return groups;
}

// As the key itself is read: the letters that are easily taken for a digit count as that digit.
std::string plainGroup(const std::string& text) {
  std::string plain;
  for (const char typed : text) {
    const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    if (c == 'O')
      plain += '0';
    else if (c == 'I' || c == 'L')
      plain += '1';
    else if (c != '-' && c != ' ')
      plain += c;
  }
  return plain;
}

core::Message words(const char* id) {
  return {id, {}, {}};
}

}  // namespace

FirstStartPresenter::FirstStartPresenter(core::Tasks& tasks, FrontDoor& door, FirstStartPlaces places,
                                         OnOpened onOpened)
    : Presenter(tasks), m_door(door), m_places(std::move(places)), m_onOpened(std::move(onOpened)) {
  update([this](FirstStartState& state) { state.folder = m_places.practiceFolder.string(); });
}

void FirstStartPresenter::beginSetUp() {
  update([](FirstStartState& state) {
    state.step = FirstStartState::Step::details;
    state.problem.reset();
  });
}

void FirstStartPresenter::backToChoice() {
  update([](FirstStartState& state) {
    state.step = FirstStartState::Step::choose;
    state.issues.clear();
    state.problem.reset();
  });
}

void FirstStartPresenter::setPracticeName(const std::string& name) {
  update([&](FirstStartState& state) {
    state.practiceName = name;
    state.issues.erase("practiceName");
  });
}

void FirstStartPresenter::setUserName(const std::string& name) {
  update([&](FirstStartState& state) {
    state.userName = name;
    state.issues.erase("userName");
  });
}

void FirstStartPresenter::typedAgain(const std::string& field) {
  update([&](FirstStartState& state) { state.issues.erase(field); });
}

void FirstStartPresenter::setPaper(domain::Paper paper) {
  update([paper](FirstStartState& state) { state.paper = paper; });
}

void FirstStartPresenter::setFolder(const std::filesystem::path& folder) {
  update([&](FirstStartState& state) {
    state.folder = folder.string();
    state.issues.erase("folder");
  });
}

void FirstStartPresenter::create(const std::string& password, const std::string& again) {
  if (state().busy) return;
  const auto issues = issuesOf(password, again);
  update([&](FirstStartState& state) {
    state.issues = issues;
    state.problem.reset();
    state.busy = issues.empty();
  });
  if (!issues.empty()) return;
  domain::NewPractice wanted;
  wanted.practice.name = core::trimmed(state().practiceName);
  wanted.practice.practitionerName = core::trimmed(state().userName);
  wanted.practice.paper = state().paper;
  wanted.practice.timeZone = m_places.timeZone;
  wanted.practice.createdAt = m_door.now();
  wanted.userName = wanted.practice.practitionerName;
  wanted.password = password;
  run([&door = m_door, folder = std::filesystem::path(state().folder),
       wanted] { return door.create(folder, wanted); },
      [this](NewRoom made) {
        m_room = std::move(made.room);
        update([&](FirstStartState& state) {
          state.busy = false;
          state.step = FirstStartState::Step::recovery;
          state.recoveryGroups = groupsOf(made.recoveryKey);
          const int count = static_cast<int>(state.recoveryGroups.size());
          // The second and the last but one: whoever kept only the beginning is found out.
          state.askedGroups = {std::min(2, count), std::max(1, count - 1)};
        });
      });
}

void FirstStartPresenter::confirmRecovery(const std::string& firstGroup, const std::string& secondGroup) {
  if (!m_room) return;
  std::map<std::string, core::Message> issues;
  const auto fits = [this](int asked, const std::string& typed) {
    return plainGroup(state().recoveryGroups.at(static_cast<std::size_t>(asked - 1))) == plainGroup(typed);
  };
  if (!fits(state().askedGroups[0], firstGroup)) issues["group1"] = words("setup.recovery.wrongGroup");
  if (!fits(state().askedGroups[1], secondGroup)) issues["group2"] = words("setup.recovery.wrongGroup");
  update([&](FirstStartState& state) { state.issues = issues; });
  if (issues.empty()) m_onOpened(std::move(m_room));
}

std::string FirstStartPresenter::recoverySheet(const core::Words& catalogue) const {
  std::string key;
  for (const auto& group : state().recoveryGroups) key += (key.empty() ? "" : "-") + group;
  return catalogue.say("setup.sheet",
                       {{"practice", state().practiceName}, {"user", state().userName}, {"key", key}});
}

void FirstStartPresenter::saveRecoverySheet(const std::filesystem::path& file, const core::Words& catalogue) {
  run([file, text = recoverySheet(catalogue)] { platform::writeFileCarefully(file, text); },
      [this] { update([](FirstStartState& state) { state.recoveryKept = true; }); });
}

void FirstStartPresenter::lookAround() {
  if (state().busy) return;
  update([](FirstStartState& state) {
    state.busy = true;
    state.problem.reset();
  });
  run([&door = m_door, places = m_places] { return door.openDemo(places.demoFolder, places.timeZone); },
      [this](RoomPtr room) {
        update([](FirstStartState& state) { state.busy = false; });
        m_onOpened(std::move(room));
      });
}

void FirstStartPresenter::failed(std::exception_ptr error) {
  update([&](FirstStartState& state) {
    state.busy = false;
    state.problem = core::describe(error);
  });
}

std::map<std::string, core::Message> FirstStartPresenter::issuesOf(const std::string& password,
                                                                   const std::string& again) const {
  std::map<std::string, core::Message> issues;
  if (core::trimmed(state().practiceName).empty())
    issues["practiceName"] = words("setup.practiceName.missing");
  if (core::trimmed(state().userName).empty()) issues["userName"] = words("setup.userName.missing");
  if (const auto issue = passwordIssue(password)) issues["password"] = *issue;
  if (const auto issue = repeatIssue(password, again)) issues["again"] = *issue;
  if (state().folder.empty()) issues["folder"] = words("setup.folder.missing");
  return issues;
}

}  // namespace unknot::app
