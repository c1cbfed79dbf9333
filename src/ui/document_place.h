// A document of a chart on its own pages: handed out, or come in.
#pragma once

#include "app/document_presenter.h"
#include "ui/controls.h"
#include "ui/navigation.h"
#include "ui/pages_view.h"
#include "ui/place.h"

namespace unknot::ui {

class DocumentPlace final : public Place {
 public:
  DocumentPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk);

  void open(domain::DocumentId document);

  wxString title() const override;
  void entered() override { m_pages->SetFocus(); }
  std::vector<wxWindow*> panes() override { return {m_pages, m_save}; }
  bool canPerform(Command command) const override;
  void perform(Command command) override;
  std::vector<KeyHelp> keys() const override;
  std::function<void(Navigation&)> reopen() const override;

  app::DocumentPresenter& presenter() { return m_presenter; }
  PagesView* pages() { return m_pages; }

 private:
  void mirror(const app::DocumentState& state);
  void save();

  app::DocumentPresenter m_presenter;
  std::shared_ptr<const raster::Sheets> m_shown;
  FlowText* m_title = nullptr;
  FlowText* m_facts = nullptr;
  wxButton* m_save = nullptr;
  wxButton* m_print = nullptr;
  FlowText* m_remark = nullptr;
  FlowText* m_problem = nullptr;
  PagesView* m_pages = nullptr;
};

// The keys of pages that are looked at, for the sheet of keys.
std::vector<KeyHelp> pageKeys();

}  // namespace unknot::ui
