#include "ui/rail.h"

#include <wx/sizer.h>

#include "ui/accessible.h"
#include "ui/brand.h"
#include "ui/controls.h"

namespace unknot::ui {

namespace {

constexpr int kRailWidth = 196;
constexpr int kIconSize = 20;

}  // namespace

Rail::Rail(wxWindow* parent, const Surroundings& around, const std::string& practiceName)
    : wxPanel(parent), m_around(around) {
  setLook(this, Look::rail);
  SetMinSize(FromDIP(wxSize(kRailWidth, -1)));
  auto* items = new wxBoxSizer(wxVERTICAL);
  items->Add(makeBrand(this, around, true), 0, wxALL, FromDIP(space::kSmall));
  items->AddSpacer(FromDIP(space::kLarge));
  addItem(items, Command::goToday);
  addItem(items, Command::goClients);
  items->AddStretchSpacer();
  auto* practice = new FlowText(this, practiceName, Look::railTextQuiet);
  items->Add(practice, 0, wxEXPAND | wxALL, FromDIP(space::kSmall));
  addItem(items, Command::lock);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(items, 1, wxEXPAND | wxALL, FromDIP(space::kMedium));
  SetSizer(sizer);
}

wxButton* Rail::addItem(wxSizer* sizer, Command command) {
  const CommandInfo& entry = info(command);
  const wxString words = wxControl::RemoveMnemonics(m_around.say("command." + entry.name + ".text"));
  auto* button = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_LEFT);
  setLook(button, Look::railItem);
  setIcon(m_around.theme, m_around.icons, button, entry.icon, Tone::onRail, kIconSize);
  setAccessibleName(button, toUtf8(words));
  const wxString help = m_around.say("command." + entry.name + ".help");
  button->SetToolTip(help + toWx(" (" + entry.shortcut + ")"));
  button->Bind(wxEVT_BUTTON, [this, command](wxCommandEvent&) { onCommand(command); });
  sizer->Add(button, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kTight));
  m_items[command] = button;
  return button;
}

void Rail::select(std::optional<Command> place) {
  if (place == m_selected) return;
  if (m_selected && m_items.contains(*m_selected)) removeLook(m_items[*m_selected], Look::railSelected);
  m_selected = place;
  if (m_selected && m_items.contains(*m_selected)) setLook(m_items[*m_selected], Look::railSelected);
}

}  // namespace unknot::ui
