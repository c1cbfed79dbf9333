// A document that came in, on its way into the chart: its pages, and beside them what has to be known of it.
#pragma once

#include <wx/textctrl.h>

#include <memory>

#include "app/filing_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/navigation.h"
#include "ui/pages_view.h"
#include "ui/place.h"

namespace unknot::ui {

class FilingPlace final : public Place {
 public:
  FilingPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void open(domain::ClientId client, const std::filesystem::path& file);

  wxString title() const override { return around().say("filing.place"); }
  void entered() override { m_sender->SetFocus(); }
  // It is either filed or given up knowingly.
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command) override { file(); }
  std::vector<KeyHelp> keys() const override;
  std::vector<wxWindow*> panes() override { return {m_sender, m_pages}; }
  std::function<void(Navigation&)> reopen() const override;

  app::FilingPresenter& presenter() { return m_presenter; }
  PagesView* pages() { return m_pages; }

 private:
  void mirror(const app::FilingState& state);
  void file();

  Navigation& m_navigation;
  app::FilingPresenter m_presenter;
  std::shared_ptr<const raster::Sheets> m_shown;
  std::unique_ptr<Form> m_form;
  FlowText* m_fileName = nullptr;
  wxTextCtrl* m_sender = nullptr;
  wxTextCtrl* m_dated = nullptr;
  wxTextCtrl* m_title = nullptr;
  wxButton* m_file = nullptr;
  FlowText* m_problem = nullptr;
  PagesView* m_pages = nullptr;
};

}  // namespace unknot::ui
