// The session: the body map in the middle of everything.
#pragma once

#include <wx/notebook.h>
#include <wx/splitter.h>
#include <wx/timer.h>

#include <memory>
#include <vector>

#include "app/session_presenter.h"
#include "ui/body_map_panel.h"
#include "ui/controls.h"
#include "ui/doubt_bar.h"
#include "ui/flag_chips.h"
#include "ui/map_bar.h"
#include "ui/navigation.h"
#include "ui/place.h"
#include "ui/session_header.h"
#include "ui/session_keys.h"
#include "ui/session_points.h"
#include "ui/session_regions.h"
#include "ui/session_texts.h"
#include "ui/shorthand_line.h"
#include "ui/signed_text_dialog.h"

namespace unknot::ui {

class SessionPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  SessionPlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
               const content::Content& content, const core::Clock& clock, Navigation& navigation);
  ~SessionPlace() override;

  void start(domain::ClientId client, domain::SessionKind kind);
  void open(domain::SessionId session);
  // Opens it with the caret in that text.
  void resume(domain::SessionId session, app::SessionText text);

  wxString title() const override;
  void entered() override;
  void flush(Done done) override;
  std::vector<wxWindow*> panes() override;
  core::Message saveStatus() const override;
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;
  std::vector<KeyHelp> keys() const override;

  // For tests.
  app::SessionPresenter& presenter() { return *m_presenter; }
  BodyMapPanel& map() { return *m_map; }
  ShorthandLine& shorthand() { return *m_shorthand; }
  SessionTexts& texts() { return *m_texts; }

 private:
  wxWindow* makeDraftBar();
  wxWindow* makeMapSide(wxWindow* parent);
  wxWindow* makeLists(wxWindow* parent);
  // The figure is that of the client's build; another one needs another panel.
  void makeMap(domain::BodyBuild build);
  app::MapHandlers mapHandlers();

  void show(const app::SessionState& state);
  void showMap(const app::SessionState& state);
  void showHover(const std::optional<app::MapRegion>& hit);
  // Whether the focus is where single keys chart: around the map and its lists, not in a field of words or
  // a choice that takes letters itself.
  bool keysChart(const wxWindow* focus) const;
  void showSignatures(const app::SessionState& state);
  // Without hands-on there is nothing to chart: the words have the whole place.
  void showHandsOn(bool handsOn);
  void makeRoomForTexts();
  // Regions are the first, points the second.
  void chooseList(int list);
  wxString headingOf(const app::SessionState& state) const;
  domain::Moment momentOf(std::size_t pane) const;

  void onKey(wxKeyEvent& event);
  void print();
  void askToSign();
  // Over a flag that asks for a physician first.
  void signOver(const core::Message& why, const std::string& before);
  // Signs a text; the second argument hears whether it is kept.
  using SignText = std::function<void(const std::string&, std::function<void(bool)>)>;
  void askText(const SignedTextWords& words, const SignText& sign, const std::string& before);

  const content::Content& m_content;
  Navigation& m_navigation;
  std::unique_ptr<app::SessionPresenter> m_presenter;
  std::unique_ptr<SessionKeys> m_keys;
  app::SessionState m_shown;
  wxTimer m_timer;
  MapViews m_views = MapViews::frontAndBack;
  domain::BodyBuild m_build = domain::BodyBuild::medium;
  bool m_handsOn = true;
  std::optional<app::SessionText> m_resume;

  SessionHeader* m_header = nullptr;
  FlagChips* m_flags = nullptr;
  wxPanel* m_draftBar = nullptr;
  wxStaticText* m_draftText = nullptr;
  wxSplitterWindow* m_rows = nullptr;     // map and lists above, texts below
  wxSplitterWindow* m_columns = nullptr;  // map left, lists right
  MapBar* m_bar = nullptr;
  wxPanel* m_mapSide = nullptr;
  BodyMapPanel* m_map = nullptr;
  ShorthandLine* m_shorthand = nullptr;
  wxNotebook* m_lists = nullptr;
  SessionRegions* m_regions = nullptr;
  SessionPoints* m_points = nullptr;
  SessionTexts* m_texts = nullptr;
  DoubtBar* m_doubts = nullptr;
  FlowText* m_problem = nullptr;
  wxStaticText* m_signed = nullptr;
};

}  // namespace unknot::ui
