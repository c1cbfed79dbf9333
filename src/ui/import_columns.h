// How a file is read: its letters and separator, what each column means, and the first rows as they would
// come in.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <string>
#include <vector>

#include "app/import_presenter.h"
#include "ui/controls.h"
#include "ui/text_table.h"

namespace unknot::ui {

class ImportColumns final : public wxPanel {
 public:
  // Keeps both for as long as it lives.
  ImportColumns(wxWindow* parent, const Surroundings& around, app::ImportPresenter& presenter);

  void mirror(const app::ImportState& state);
  // The first thing to choose.
  void focusFirst();

 private:
  wxSizer* makeOptions();
  wxChoice* makeChoice(wxSizer* row, const char* labelId, const std::vector<std::string>& labels,
                       wxStaticText** label);
  // Anew when the columns are others.
  void makeRows(const app::ImportState& state);

  const Surroundings& m_around;
  app::ImportPresenter& m_presenter;
  wxChoice* m_encoding = nullptr;
  wxChoice* m_separator = nullptr;
  wxCheckBox* m_headings = nullptr;
  wxChoice* m_order = nullptr;
  wxStaticText* m_separatorLabel = nullptr;
  wxStaticText* m_orderLabel = nullptr;
  Card* m_columnsCard = nullptr;
  ScrolledPage* m_rows = nullptr;
  std::vector<std::pair<std::string, std::string>> m_shown;  // headings and examples of the rows
  std::vector<wxChoice*> m_meanings;
  wxStaticText* m_previewTitle = nullptr;
  TextTable* m_preview = nullptr;
};

}  // namespace unknot::ui
