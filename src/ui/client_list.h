// The list of clients as a native control that screen readers see row by row.
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <vector>

#include "app/clients_presenter.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class ClientList final : public wxDataViewCtrl {
 public:
  ClientList(wxWindow* parent, const Surroundings& around);

  // Keeps the selection by id.
  void show(const std::vector<app::ClientRow>& rows, const std::optional<domain::ClientId>& selected);

  std::function<void(std::optional<domain::ClientId>)> onSelect;
  std::function<void(domain::ClientId)> onOpen;

 private:
  class Model;

  std::optional<domain::ClientId> clientAt(const wxDataViewItem& item) const;
  void sizeColumns();

  wxObjectDataPtr<Model> m_model;
  bool m_mirroring = false;
};

}  // namespace unknot::ui
