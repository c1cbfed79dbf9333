#include "ui/text_table.h"

#include <algorithm>
#include <utility>

#include "ui/accessible.h"

namespace unknot::ui {

class TextTable::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(unsigned columns) : m_columns(columns) {}
  unsigned GetColumnCount() const override { return m_columns; }
  wxString GetColumnType(unsigned) const override { return wxDataViewTextRenderer::GetDefaultType(); }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    const bool there = row < m_rows.size() && column < m_rows[row].size();
    value = there ? toWx(m_rows[row][column]) : wxString();
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

  void take(std::vector<std::vector<std::string>> rows) {
    const bool sameLength = rows.size() == m_rows.size();
    const auto before = std::exchange(m_rows, std::move(rows));
    if (!sameLength) {
      Reset(static_cast<unsigned>(m_rows.size()));
      return;
    }
    std::vector<unsigned> changed;
    for (unsigned row = 0; row < m_rows.size(); ++row)
      if (m_rows[row] != before[row]) changed.push_back(row);
    // Telling of thousands one by one takes longer than showing them anew.
    if (changed.size() > kMostSingle)
      Reset(static_cast<unsigned>(m_rows.size()));
    else
      for (const unsigned row : changed) RowChanged(row);
  }
  const std::vector<std::vector<std::string>>& rows() const { return m_rows; }

 private:
  static constexpr std::size_t kMostSingle = 100;
  unsigned m_columns;
  std::vector<std::vector<std::string>> m_rows;
};

TextTable::TextTable(wxWindow* parent, const Surroundings& around, std::string_view name,
                     const std::vector<Column>& columns)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE),
      m_model(new Model(static_cast<unsigned>(columns.size()))) {
  constexpr int kCellPadding = 24;
  AssociateModel(m_model.get());
  for (std::size_t i = 0; i < columns.size(); ++i)
    AppendTextColumn(around.say(columns[i].titleId), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT,
                     GetTextExtent(toWx(columns[i].widest)).x + FromDIP(kCellPadding), wxALIGN_LEFT,
                     wxDATAVIEW_COL_RESIZABLE);
  setAccessibleName(this, name);
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const auto item = GetSelection();
    if (!m_mirroring && item.IsOk() && onSelect) onSelect(m_model->GetRow(item));
  });
}

void TextTable::show(std::vector<std::vector<std::string>> rows) {
  m_mirroring = true;
  m_model->take(std::move(rows));
  m_mirroring = false;
}

void TextTable::select(std::optional<std::size_t> row) {
  m_mirroring = true;
  if (!row || *row >= m_model->rows().size()) {
    UnselectAll();
  } else if (const auto item = m_model->GetItem(static_cast<unsigned>(*row)); GetSelection() != item) {
    Select(item);
    EnsureVisible(item);
  }
  m_mirroring = false;
}

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace unknot::ui
