// The door of a practice; also the cover while it is locked.
#pragma once

#include <wx/choice.h>
#include <wx/textctrl.h>

#include <functional>
#include <memory>

#include "app/login_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/services.h"

namespace unknot::ui {

class LoginPanel final : public wxPanel {
 public:
  // covered: a practice that is still open waits behind it with something unsaved, given as `covered`.
  enum class Reason { opening, locked, covered };
  LoginPanel(wxWindow* parent, const Services& services, const Surroundings& around,
             const std::filesystem::path& folder, Reason reason, app::RoomPtr covered);

  // `covered`, or the room that was opened.
  std::function<void(app::RoomPtr)> onOpened;
  std::function<void()> onOther;  // choose another practice

 private:
  void makePasswordPart(Card* card, Reason reason);
  void makeRecoveryPart(Card* card);
  void mirror(const app::LoginState& state);
  void open();
  void recover();

  const Surroundings& m_around;
  app::LoginPresenter m_presenter;
  wxStaticText* m_practice = nullptr;
  FlowText* m_problem = nullptr;
  FlowText* m_notice = nullptr;
  FlowText* m_demoHint = nullptr;
  wxPanel* m_passwordPart = nullptr;
  wxPanel* m_recoveryPart = nullptr;
  std::unique_ptr<Form> m_form;
  wxChoice* m_user = nullptr;
  wxTextCtrl* m_password = nullptr;
  wxTextCtrl* m_key = nullptr;
  wxTextCtrl* m_newPassword = nullptr;
  wxTextCtrl* m_again = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_setPassword = nullptr;
  bool m_recovering = false;
};

}  // namespace unknot::ui
