// A body to point at: where it hurts, in the client's own layer. The lines under it say the same by keys.
#pragma once

#include <wx/panel.h>
#include <wx/tglbtn.h>

#include <functional>
#include <string>

#include "app/intake_sheet.h"
#include "app/workspace.h"
#include "ui/body_map_panel.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class PlacesMap final : public wxPanel {
 public:
  using Edit = std::function<void(const std::function<void(app::IntakeSheet&)>&)>;
  // `edit` changes the answer to `question`. References outlive the map.
  PlacesMap(wxWindow* parent, const Surroundings& around, const content::Content& content, Edit edit,
            std::string question);

  // nullptr: nothing was shown yet.
  void show(const domain::IntakeAnswer* answer);
  BodyMapPanel& map() { return *m_map; }

 private:
  void addTool(wxSizer* row, const char* wordsId, app::MapTool tool);
  void tap(const domain::RegionSlug& region);
  void place(domain::BodyView view, core::Point at);

  const Surroundings& m_around;
  const content::Content& m_content;
  Edit m_edit;
  std::string m_question;
  BodyMapPanel* m_map = nullptr;
  std::vector<std::pair<app::MapTool, wxToggleButton*>> m_tools;
  std::vector<domain::AnswerRow> m_rows;
};

}  // namespace unknot::ui
