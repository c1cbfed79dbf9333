// The lines of an answer that has several fields: medicines, injuries, places that hurt, activities.
#pragma once

#include <wx/panel.h>
#include <wx/sizer.h>

#include <functional>
#include <string>
#include <vector>

#include "app/intake_sheet.h"
#include "domain/plain_area.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class AnswerRows final : public wxPanel {
 public:
  using Edit = std::function<void(const std::function<void(app::IntakeSheet&)>&)>;
  // `edit` changes the sheet; `resized` is told when lines came or went. `areas` outlive the control.
  AnswerRows(wxWindow* parent, const Surroundings& around, const std::vector<domain::PlainArea>& areas,
             const domain::Question& question, Edit edit, std::function<void()> resized);

  // Lays the lines out as they are in the answer; nullptr: none yet. One empty line stands there to begin
  // with.
  void show(const domain::IntakeAnswer* answer);

 private:
  void addLine(std::size_t row, const domain::AnswerRow& filled);
  wxWindow* makeField(std::size_t row, const std::string& field, const std::string& text);
  void set(std::size_t row, const std::string& field, const std::string& text);
  void layOut();

  const Surroundings& m_around;
  const std::vector<domain::PlainArea>& m_areas;
  domain::Question m_question;
  Edit m_edit;
  std::function<void()> m_resized;
  std::vector<domain::AnswerRow> m_rows;
};

}  // namespace unknot::ui
