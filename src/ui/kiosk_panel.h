// The whole screen in a client's hands: large, one group of questions at a time, and no way to anything else
// of the program without the practitioner's password.
#pragma once

#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>
#include <wx/timer.h>

#include <functional>
#include <memory>
#include <vector>

#include "app/kiosk_presenter.h"
#include "app/login_presenter.h"
#include "ui/controls.h"
#include "ui/question_form.h"
#include "ui/services.h"
#include "ui/signature_pad.h"

namespace unknot::ui {

class KioskPanel final : public wxPanel {
 public:
  // Keeps the references for as long as it lives. `room` is the open practice behind it: its user's password
  // leads out.
  KioskPanel(wxWindow* parent, const Services& services, const Surroundings& around, app::Desk& desk,
             app::RoomPtr room, domain::ClientId client, bool consentsOnly);
  ~KioskPanel() override;

  // The password was right and everything typed is kept.
  std::function<void()> onLeft;

  // For closing and signals: `done` hears whether everything typed is kept.
  void keepNow(std::function<void(bool)> done) { m_presenter.keepNow(std::move(done)); }
  // For tests.
  app::KioskPresenter& presenter() { return m_presenter; }
  SignaturePad* pad() { return m_pad; }

 private:
  void mirror(const app::KioskState& state);
  void layOut(const app::KioskState& state);
  void layOutFrame();
  void addWelcome(const app::KioskState& state);
  void addGroup(const app::KioskState& state);
  void addStop(const app::KioskState& state);
  void addConsent(const app::KioskState& state);
  void addSign(const app::KioskState& state);
  void addThanks();
  void addLeave();
  void addText(const std::string& text, Look look, int above);
  wxToggleButton* addToggle(wxSizer* row, const std::string& words, bool down, std::function<void()> press);
  void askToLeave(bool leaving);
  void showLogin(const app::LoginState& state);
  void speak(const std::string& language);
  const Surroundings& words() const { return *m_speaking; }

  const Surroundings& m_around;
  app::Desk& m_desk;
  app::KioskPresenter m_presenter;
  app::LoginPresenter m_door;
  std::unique_ptr<Surroundings> m_speaking;  // in the client's language
  std::string m_language;
  bool m_leaving = false;
  int m_laid = -1;
  wxTimer m_timer;

  wxPanel* m_frame = nullptr;  // made anew with each page
  ScrolledPage* m_page = nullptr;
  wxPanel* m_content = nullptr;
  FlowText* m_issue = nullptr;
  FlowText* m_problem = nullptr;
  wxButton* m_back = nullptr;
  wxButton* m_next = nullptr;
  wxButton* m_leave = nullptr;
  std::vector<wxToggleButton*> m_choices;
  SignaturePad* m_pad = nullptr;
  wxTextCtrl* m_password = nullptr;
  FlowText* m_doorProblem = nullptr;
};

}  // namespace unknot::ui
