// The session: the body map in the middle of everything.
#pragma once

#include <wx/choice.h>
#include <wx/notebook.h>
#include <wx/splitter.h>
#include <wx/timer.h>

#include <map>
#include <memory>
#include <vector>

#include "app/session_presenter.h"
#include "ui/body_map_panel.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/place.h"
#include "ui/session_regions.h"

namespace unknot::ui {

class SessionPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  SessionPlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
               const content::Content& content, const core::Clock& clock, Navigation& navigation);
  ~SessionPlace() override;

  void start(domain::ClientId client, domain::SessionKind kind);
  void open(domain::SessionId session);

  wxString title() const override;
  void entered() override;
  void flush(Done done) override;
  std::vector<wxWindow*> panes() override;
  core::Message saveStatus() const override;
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;

  // For tests.
  app::SessionPresenter& presenter() { return *m_presenter; }
  BodyMapPanel& map() { return *m_map; }

 private:
  wxSizer* makeHeader();
  wxSizer* makeBrushRow(wxWindow* parent);
  wxWindow* makeTexts(wxWindow* parent);
  wxSizer* makeLesson(wxWindow* parent);
  wxWindow* makeMeasures(wxWindow* parent);
  void takeDate();
  void showHover(const domain::BodyRegion* region);
  void show(const app::SessionState& state);
  void showMap();
  void showSignatures(const app::SessionState& state);
  void onKey(wxKeyEvent& event);
  bool handleKey(const wxKeyEvent& event);
  void moveOnMap(int dx, int dy, bool extend);
  void askToSign();
  // Signs a text; the second argument hears whether it is kept.
  using SignText = std::function<void(const std::string&, std::function<void(bool)>)>;
  void askText(const char* titleId, const char* verbId, const SignText& sign, const std::string& before);

  const content::Content& m_content;
  Navigation& m_navigation;
  std::unique_ptr<app::SessionPresenter> m_presenter;
  app::SessionState m_shown;
  wxTimer m_timer;
  bool m_mirroring = false;

  wxStaticText* m_title = nullptr;
  wxTextCtrl* m_date = nullptr;
  FlowText* m_dateIssue = nullptr;
  wxTextCtrl* m_minutes = nullptr;
  wxToggleButton* m_momentBefore = nullptr;
  wxToggleButton* m_momentAfter = nullptr;
  wxToggleButton* m_sides = nullptr;
  std::vector<wxToggleButton*> m_brushes;  // none, 0 to 4
  wxStaticText* m_hover = nullptr;
  BodyMapPanel* m_map = nullptr;
  SessionRegions* m_regions = nullptr;
  wxSplitterWindow* m_splitter = nullptr;
  wxNotebook* m_texts = nullptr;
  std::map<app::SessionText, wxTextCtrl*> m_textFields;
  std::map<std::string, wxChoice*> m_measureFields;
  FlowText* m_problem = nullptr;
  wxPanel* m_draftBar = nullptr;
  wxStaticText* m_draftText = nullptr;
  wxStaticText* m_signed = nullptr;
  wxButton* m_sign = nullptr;
  wxButton* m_laterNote = nullptr;
  wxButton* m_inError = nullptr;
};

}  // namespace unknot::ui
