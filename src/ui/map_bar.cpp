#include "ui/map_bar.h"

#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

constexpr int kLevels = domain::Tension::kHighest + 1;
// Two rows must leave the map its room on a small screen.
constexpr int kRowHeight = 32;
constexpr int kDigitWidth = 34;
constexpr int kViewsWidth = 138;
constexpr int kToolWidth = 118;
constexpr const char* kViewIds[] = {"session.views.frontAndBack", "session.views.sides", "session.views.all"};

}  // namespace

MapBar::MapBar(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter,
               std::function<void(MapViews)> onViews)
    : wxPanel(parent), m_around(around), m_presenter(presenter), m_onViews(std::move(onViews)) {
  // In a narrow window what does not fit goes under the rest.
  auto* all = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  const auto group = [&](const std::function<void(wxSizer*)>& fill) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    fill(row);
    all->Add(row, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(space::kTight)));
  };
  using app::MapShow;
  group([&](wxSizer* row) {
    for (const auto& [show, id] : std::initializer_list<std::pair<MapShow, const char*>>{
             {MapShow::before, "session.moment.before"},
             {MapShow::after, "session.moment.after"},
             {MapShow::sideBySide, "session.moment.sideBySide"},
             {MapShow::difference, "session.moment.difference"}})
      m_shows.emplace_back(show, addToggle(row, id, [this, show = show] { m_presenter.setShow(show); }));
    addViews(row);
  });
  group([&](wxSizer* row) { addTools(row); });
  group([&](wxSizer* row) { addBrushes(row); });
  SetSizer(all);
}

wxToggleButton* MapBar::addToggle(wxSizer* row, const char* id, std::function<void()> onPress) {
  auto* button = new wxToggleButton(this, wxID_ANY, m_around.say(std::string(id) + ".text"),
                                    wxDefaultPosition, FromDIP(wxSize(-1, kRowHeight)), wxBU_EXACTFIT);
  setLook(button, Look::compact);
  setAccessibleName(button, m_around.words.say(std::string(id) + ".name"));
  button->SetToolTip(m_around.say(std::string(id) + ".name"));
  button->Bind(wxEVT_TOGGLEBUTTON, [onPress = std::move(onPress)](wxCommandEvent&) { onPress(); });
  row->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(2)));
  return button;
}

void MapBar::addViews(wxSizer* row) {
  wxArrayString names;
  for (const char* id : kViewIds) names.Add(m_around.say(id));
  m_views = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(kViewsWidth, kRowHeight)), names);
  setLook(m_views, Look::compact);
  m_views->SetSelection(0);
  setAccessibleName(m_views, m_around.words.say("session.views.name"));
  m_views->SetToolTip(m_around.say("session.views.name"));
  m_views->Bind(wxEVT_CHOICE,
                [this](wxCommandEvent& event) { m_onViews(static_cast<MapViews>(event.GetSelection())); });
  row->Add(m_views, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kTight)));
}

void MapBar::nextViews() {
  const int next = (m_views->GetSelection() + 1) % static_cast<int>(std::size(kViewIds));
  m_views->SetSelection(next);
  m_onViews(static_cast<MapViews>(next));
}

void MapBar::addBrushes(wxSizer* row) {
  const std::string brush = m_around.words.say("session.brush");
  row->Add(makeText(this, brush, Look::label),
           wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kTight)));
  for (int i = -1; i < kLevels; ++i) {
    const std::optional<int> level = i < 0 ? std::nullopt : std::optional(i);
    const std::string word =
        m_around.words.say(level ? "tension." + std::to_string(i) : std::string("session.brushNone.text"));
    auto* button =
        new wxToggleButton(this, wxID_ANY, toWx(level ? std::to_string(i) : word), wxDefaultPosition,
                           FromDIP(wxSize(level ? kDigitWidth : -1, kRowHeight)), wxBU_EXACTFIT);
    setLook(button, Look::compact);
    button->SetToolTip(toWx(level ? word : m_around.words.say("session.brushNone.name")));
    setAccessibleName(button, brush + ": " + (level ? word : m_around.words.say("session.brushNone.name")));
    button->Bind(wxEVT_TOGGLEBUTTON, [this, level](wxCommandEvent&) { m_presenter.setBrush(level); });
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(2)));
    m_brushes.push_back(button);
  }
}

void MapBar::addTools(wxSizer* row) {
  wxArrayString names;
  names.Add(m_around.say("session.tool.none"));
  for (const auto kind : domain::pointKinds())
    names.Add(m_around.say("point.kind." + std::string(domain::toString(kind))));
  m_tool = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(kToolWidth, kRowHeight)), names);
  setLook(m_tool, Look::compact);
  m_tool->SetSelection(0);
  setAccessibleName(m_tool, m_around.words.say("session.tool.name"));
  m_tool->SetToolTip(m_around.say("session.tool.name"));
  m_tool->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    const int at = event.GetSelection();
    if (at <= 0)
      m_presenter.setTool({});
    else
      m_presenter.setTool(domain::pointKinds()[static_cast<std::size_t>(at) - 1]);
  });
  row->Add(m_tool, wxSizerFlags().CentreVertical());
}

void MapBar::show(const app::SessionState& state) {
  const bool editable = state.ready && !state.readOnly && !state.draftOffered;
  for (const auto& [show, button] : m_shows) button->SetValue(state.show == show);
  for (std::size_t i = 0; i < m_brushes.size(); ++i) {
    m_brushes[i]->SetValue(state.brush ? static_cast<int>(i) == *state.brush + 1 : i == 0 && !state.tool);
    m_brushes[i]->Enable(editable);
  }
  const auto& kinds = domain::pointKinds();
  const auto tool = state.tool ? std::find(kinds.begin(), kinds.end(), *state.tool) - kinds.begin() + 1 : 0;
  if (m_tool->GetSelection() != static_cast<int>(tool)) m_tool->SetSelection(static_cast<int>(tool));
  m_tool->Enable(editable);
}

}  // namespace unknot::ui
