// A table of texts as a native control that screen readers see row by row.
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/surroundings.h"

namespace unknot::ui {

// For a row: lines become spaces.
std::string oneLine(std::string text);

class TextTable final : public wxDataViewCtrl {
 public:
  struct Column {
    const char* titleId;
    const char* widest;  // as wide as this text, in any text size
  };

  TextTable(wxWindow* parent, const Surroundings& around, std::string_view name,
            const std::vector<Column>& columns);

  // Row by row, a text for each column. Keeps what is selected and where it is scrolled to when nothing
  // changed.
  void show(std::vector<std::vector<std::string>> rows);
  void select(std::optional<std::size_t> row);

  // Made by the person, never by show() or select().
  std::function<void(std::size_t row)> onSelect;

 private:
  class Model;

  wxObjectDataPtr<Model> m_model;
  bool m_mirroring = false;
};

}  // namespace unknot::ui
