#include "ui/places_map.h"

#include <wx/sizer.h>

#include <algorithm>

#include "domain/client_places.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

constexpr int kMapHeight = 540;

}  // namespace

PlacesMap::PlacesMap(wxWindow* parent, const Surroundings& around, const content::Content& content, Edit edit,
                     std::string question)
    : wxPanel(parent),
      m_around(around),
      m_content(content),
      m_edit(std::move(edit)),
      m_question(std::move(question)) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(new FlowText(this, around.words.say("kiosk.map.instruction"), Look::text), 0,
              wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  auto* tools = new wxBoxSizer(wxHORIZONTAL);
  addTool(tools, "kiosk.map.area", app::MapTool::choose);
  addTool(tools, "kiosk.map.point", app::MapTool::point);
  m_tools.front().second->SetValue(true);
  column->Add(tools, 0, wxBOTTOM, FromDIP(space::kSmall));
  app::MapHandlers handlers;
  handlers.tap = [this](const app::MapRegion& hit, bool) { tap(hit.region); };
  handlers.place = [this](domain::BodyView view, core::Point at, std::optional<core::Point>) {
    place(view, at);
  };
  m_map = new BodyMapPanel(this, around, content.atlas(), std::move(handlers));
  m_map->SetMinSize(FromDIP(wxSize(-1, kMapHeight)));
  setAccessibleName(m_map, around.words.say("kiosk.map.name"));
  column->Add(m_map, 1, wxEXPAND);
  SetSizer(column);
}

void PlacesMap::addTool(wxSizer* row, const char* wordsId, app::MapTool tool) {
  auto* button = new wxToggleButton(this, wxID_ANY, m_around.say(wordsId));
  setLook(button, Look::choice);
  setAccessibleName(button, m_around.words.say(wordsId));
  button->Bind(wxEVT_TOGGLEBUTTON, [this, tool](wxCommandEvent&) {
    for (const auto& [each, other] : m_tools) other->SetValue(each == tool);
    m_map->setTool(tool);
  });
  m_tools.emplace_back(tool, button);
  row->Add(button, 0, wxRIGHT, FromDIP(space::kSmall));
}

void PlacesMap::show(const domain::IntakeAnswer* answer) {
  m_rows = answer == nullptr ? std::vector<domain::AnswerRow>{} : answer->rows;
  auto places = domain::placesIn(m_content.areas(), m_rows);
  draw::BodyMapMarks marks;
  marks.picture = draw::MapPicture::places;
  marks.places = std::move(places.regions);
  marks.points = std::move(places.points);
  m_map->showPanes({{domain::BodyView::front, marks, m_around.words.say("kiosk.map.front")},
                    {domain::BodyView::back, marks, m_around.words.say("kiosk.map.back")}});
}

void PlacesMap::tap(const domain::RegionSlug& region) {
  const auto* area = domain::areaOf(m_content.areas(), region);
  if (area == nullptr) return;
  const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const domain::AnswerRow& each) {
    const auto named = each.find("area");
    return named != each.end() && named->second == area->slug;
  });
  if (row == m_rows.end()) {
    m_edit([&](app::IntakeSheet& sheet) { sheet.addRow(m_question, domain::rowOfArea(*area)); });
    return;
  }
  const auto at = static_cast<std::size_t>(row - m_rows.begin());
  m_edit([&](app::IntakeSheet& sheet) { sheet.removeRow(m_question, at); });
}

void PlacesMap::place(domain::BodyView view, core::Point at) {
  const auto mark = domain::markAt(m_content.atlas(), view, at, domain::PointKind::tender);
  if (mark) m_edit([&](app::IntakeSheet& sheet) { sheet.addRow(m_question, domain::rowOfPoint(*mark)); });
}

}  // namespace unknot::ui
