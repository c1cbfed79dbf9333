#include "app/login_presenter.h"

#include "core/utf8.h"

namespace unknot::app {

namespace {

constexpr std::size_t kShortestPassword = 8;

}  // namespace

std::optional<core::Message> passwordIssue(const std::string& password) {
  if (core::codePointCount(password) >= kShortestPassword) return {};
  return core::Message{"password.short", {}, {}};
}

std::optional<core::Message> repeatIssue(const std::string& password, const std::string& again) {
  if (password == again) return {};
  return core::Message{"password.differ", {}, {}};
}

LoginPresenter::LoginPresenter(core::Tasks& tasks, FrontDoor& door, std::filesystem::path folder,
                               OnOpened onOpened, RoomPtr covered)
    : Presenter(tasks),
      m_door(door),
      m_folder(std::move(folder)),
      m_onOpened(std::move(onOpened)),
      m_covered(std::move(covered)) {
  run([&door, at = m_folder] { return door.label(at); },
      [this](domain::PracticeLabel label) {
        update([&](LoginState& state) {
          state.ready = true;
          state.practiceName = label.name;
          state.demo = label.demo;
          for (const auto& user : label.users)
            if (!m_covered || user.id == m_covered->user().id) state.users.push_back(user.name);
        });
      });
}

void LoginPresenter::chooseUser(int index) {
  update([index](LoginState& state) { state.user = index; });
}

void LoginPresenter::open(const std::string& password) {
  if (state().busy || !state().ready) return;
  update([](LoginState& state) {
    state.busy = true;
    state.problem.reset();
    state.notice.reset();
  });
  run(
      [&door = m_door, at = m_folder, user = userName(), password, covered = m_covered] {
        if (!covered) return door.open(at, user, password);
        door.confirmPassword(at, covered->user().id.toString(), password);
        return covered;
      },
      [this](RoomPtr room) {
        update([](LoginState& state) { state.busy = false; });
        m_onOpened(std::move(room));
      });
}

void LoginPresenter::startRecovery() {
  update([](LoginState& state) {
    state.recovering = true;
    state.problem.reset();
    state.notice.reset();
  });
}

void LoginPresenter::cancelRecovery() {
  update([](LoginState& state) {
    state.recovering = false;
    state.problem.reset();
  });
}

void LoginPresenter::recover(const std::string& recoveryKey, const std::string& newPassword,
                             const std::string& again) {
  if (state().busy) return;
  auto issue = passwordIssue(newPassword);
  if (!issue) issue = repeatIssue(newPassword, again);
  update([&](LoginState& state) {
    state.problem = issue;
    state.busy = !issue;
  });
  if (issue) return;
  run([&door = m_door, at = m_folder, user = userName(), recoveryKey,
       newPassword] { door.recover(at, user, recoveryKey, newPassword); },
      [this] {
        update([](LoginState& state) {
          state.busy = false;
          state.recovering = false;
          state.notice = core::Message{"login.recovered", {}, {}};
        });
      });
}

void LoginPresenter::failed(std::exception_ptr error) {
  update([&](LoginState& state) {
    state.busy = false;
    state.problem = core::describe(error);
  });
}

std::string LoginPresenter::userName() const {
  const auto index = static_cast<std::size_t>(state().user);
  return index < state().users.size() ? state().users[index] : std::string();
}

}  // namespace unknot::app
