// Those of a file who may be here already, side by side with whom they are like, and what becomes of each.
#pragma once

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/panel.h>

#include <memory>
#include <string>
#include <vector>

#include "app/import_presenter.h"
#include "ui/controls.h"
#include "ui/text_table.h"

namespace unknot::ui {

class ImportDoubles final : public wxPanel {
 public:
  // Keeps both for as long as it lives.
  ImportDoubles(wxWindow* parent, const Surroundings& around, app::ImportPresenter& presenter);

  void mirror(const app::ImportState& state);
  void focusFirst();

 private:
  void makeDoubles(Card* card);
  void choose(int index);

  const Surroundings& m_around;
  app::ImportPresenter& m_presenter;
  FlowText* m_summary = nullptr;
  Card* m_card = nullptr;
  TextTable* m_doubles = nullptr;
  TextTable* m_pairs = nullptr;
  wxChoice* m_choice = nullptr;
  wxButton* m_forAll = nullptr;
  Card* m_toldCard = nullptr;
  wxListBox* m_told = nullptr;
  std::shared_ptr<const std::vector<app::DoubleRow>> m_shown;
  std::vector<std::string> m_toldShown;
};

}  // namespace unknot::ui
