// The door of a practice: who, the password, and the way in with the recovery sheet.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/practice_room.h"
#include "app/presenter.h"

namespace unknot::app {

struct LoginState {
  bool ready = false;  // false while the practice's name is being read
  std::string practiceName;
  std::vector<std::string> users;
  int user = 0;
  bool demo = false;  // the password may be told
  bool busy = false;
  bool recovering = false;  // asks for the recovery key and a new password instead
  std::optional<core::Message> problem;
  std::optional<core::Message> notice;  // something that went well
  friend bool operator==(const LoginState&, const LoginState&) = default;
};

class LoginPresenter final : public Presenter<LoginState> {
 public:
  using OnOpened = std::function<void(RoomPtr)>;

  // Keeps `door` for as long as a job runs. `onOpened` is called once, when the password was right.
  // `covered` is a practice that is still open behind the door: then only its own user's password is asked,
  // and it is what `onOpened` gets.
  LoginPresenter(core::Tasks& tasks, FrontDoor& door, std::filesystem::path folder, OnOpened onOpened,
                 RoomPtr covered = {});

  void chooseUser(int index);
  void open(const std::string& password);
  void startRecovery();
  void cancelRecovery();
  // Sets a new password; the login then takes it.
  void recover(const std::string& recoveryKey, const std::string& newPassword, const std::string& again);

 private:
  void failed(std::exception_ptr error) override;
  std::string userName() const;

  FrontDoor& m_door;
  std::filesystem::path m_folder;
  OnOpened m_onOpened;
  RoomPtr m_covered;
};

// The rule for a new password: 8 characters or more, typed twice alike. Nothing when it holds.
std::optional<core::Message> passwordIssue(const std::string& password);
std::optional<core::Message> repeatIssue(const std::string& password, const std::string& again);

}  // namespace unknot::app
