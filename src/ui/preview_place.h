// A document before it is handed out: the same pages as on paper, to print or to save.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>

#include <memory>
#include <vector>

#include "app/preview_presenter.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/pages_view.h"
#include "ui/place.h"

namespace unknot::ui {

class PreviewPlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  PreviewPlace(wxWindow* parent, const Surroundings& around, app::Workspace& work,
               const content::Content& content, Navigation& navigation);

  void open(domain::ClientId client, domain::DocumentKind kind, app::PreviewOf which = {});

  wxString title() const override;
  void entered() override;
  std::vector<wxWindow*> panes() override;
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::function<void(Navigation&)> reopen() const override;

  // For tests.
  app::PreviewPresenter& presenter() { return *m_presenter; }

 private:
  void show(const app::PreviewState& state);
  void print();
  void save();

  Navigation& m_navigation;
  std::unique_ptr<app::PreviewPresenter> m_presenter;
  app::PreviewState m_shown;

  wxStaticText* m_title = nullptr;
  wxStaticText* m_count = nullptr;
  std::vector<std::string> m_languages;  // that a handout can be written in
  wxChoice* m_language = nullptr;
  wxChoice* m_paper = nullptr;
  wxCheckBox* m_large = nullptr;
  wxButton* m_print = nullptr;
  wxButton* m_save = nullptr;
  PagesView* m_pages = nullptr;
  FlowText* m_done = nullptr;
  FlowText* m_problem = nullptr;
};

}  // namespace unknot::ui
