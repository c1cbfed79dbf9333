#include "ui/client_list.h"

#include <algorithm>
#include <array>

#include "ui/accessible.h"

namespace unknot::ui {

namespace {

struct ColumnInfo {
  const char* titleId;
  std::string app::ClientRow::*member;
  const char* widest;  // as wide as this text, in any text size
};

constexpr std::array kColumns{
    ColumnInfo{"clients.column.name", &app::ClientRow::name, "Featherstonehaugh-Example"},
    ColumnInfo{"clients.column.age", &app::ClientRow::age, "Age 000"},
    ColumnInfo{"clients.column.lastSeen", &app::ClientRow::lastSeen, "30 Sept 2026"},
    ColumnInfo{"clients.column.sessions", &app::ClientRow::sessions, "Sessions 00"},
    ColumnInfo{"clients.column.status", &app::ClientRow::status, "12 sessions to sign"},
};

}  // namespace

class ClientList::Model final : public wxDataViewVirtualListModel {
 public:
  unsigned GetColumnCount() const override { return static_cast<unsigned>(kColumns.size()); }
  wxString GetColumnType(unsigned) const override { return wxDataViewTextRenderer::GetDefaultType(); }
  void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
    value = row < m_rows.size() ? toWx(m_rows[row].*kColumns[column].member) : wxString();
  }
  bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

  void take(const std::vector<app::ClientRow>& rows) {
    m_rows = rows;
    Reset(static_cast<unsigned>(rows.size()));
  }
  const std::vector<app::ClientRow>& rows() const { return m_rows; }

 private:
  std::vector<app::ClientRow> m_rows;
};

ClientList::ClientList(wxWindow* parent, const Surroundings& around)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE),
      m_model(new Model) {
  AssociateModel(m_model.get());
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const bool isNumber =
        kColumns[i].member == &app::ClientRow::age || kColumns[i].member == &app::ClientRow::sessions;
    AppendTextColumn(around.say(kColumns[i].titleId), static_cast<unsigned>(i), wxDATAVIEW_CELL_INERT,
                     wxCOL_WIDTH_DEFAULT, isNumber ? wxALIGN_RIGHT : wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
  }
  sizeColumns();
  setAccessibleName(this, around.words.say("clients.title"));
  Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    if (!m_mirroring && onSelect) onSelect(clientAt(GetSelection()));
  });
  Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    if (const auto client = clientAt(event.GetItem()); client && onOpen) onOpen(*client);
  });
}

void ClientList::show(const std::vector<app::ClientRow>& rows,
                      const std::optional<domain::ClientId>& selected) {
  m_mirroring = true;
  if (rows != m_model->rows()) m_model->take(rows);
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == selected; });
  if (found == rows.end()) {
    UnselectAll();
  } else {
    const wxDataViewItem item = m_model->GetItem(static_cast<unsigned>(found - rows.begin()));
    if (GetSelection() != item) {
      Select(item);
      EnsureVisible(item);
    }
  }
  m_mirroring = false;
}

std::optional<domain::ClientId> ClientList::clientAt(const wxDataViewItem& item) const {
  if (!item.IsOk()) return {};
  const unsigned row = m_model->GetRow(item);
  if (row >= m_model->rows().size()) return {};
  return m_model->rows()[row].id;
}

void ClientList::sizeColumns() {
  constexpr int kCellPadding = 36;
  for (unsigned i = 0; i < kColumns.size(); ++i)
    GetColumn(i)->SetWidth(GetTextExtent(toWx(kColumns[i].widest)).x + FromDIP(kCellPadding));
}

}  // namespace unknot::ui
