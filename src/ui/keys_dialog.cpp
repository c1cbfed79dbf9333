#include "ui/keys_dialog.h"

#include <wx/sizer.h>

#include "ui/controls.h"

namespace unknot::ui {

KeysDialog::KeysDialog(wxWindow* parent, const Surroundings& around,
                       const std::function<bool(Command)>& canPerform, const std::vector<KeyHelp>& own)
    : wxDialog(parent, wxID_ANY, around.say("keySheet.title")) {
  // Beside the place's own keys there is no room to explain each command.
  const bool brief = !own.empty();
  auto* grid = new wxFlexGridSizer(brief ? 2 : 3, FromDIP(space::kSmall), FromDIP(space::kWide));
  for (const auto& entry : commandTable()) {
    if (entry.shortcut.empty() || !canPerform(entry.command)) continue;
    const wxString text = wxControl::RemoveMnemonics(around.say("command." + entry.name + ".text"));
    grid->Add(makeText(this, entry.shortcut, Look::strong));
    grid->Add(makeText(this, toUtf8(text), Look::text));
    if (!brief) grid->Add(makeText(this, around.words.say("command." + entry.name + ".help"), Look::muted));
  }
  auto* ownGrid = new wxFlexGridSizer(2, FromDIP(wxSize(space::kLarge, space::kTight)));
  for (const auto& [keysId, textId] : own) {
    ownGrid->Add(makeText(this, around.words.say(keysId), Look::strong));
    ownGrid->Add(makeText(this, around.words.say(textId), Look::text));
  }
  auto* close = new wxButton(this, wxID_CANCEL, around.say("verb.close"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeText(this, around.words.say("keySheet.title"), Look::heading), 0, wxALL,
             FromDIP(space::kWide));
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(grid, 0, wxRIGHT, FromDIP(space::kWide));
  columns->Add(ownGrid, 0);
  sizer->Add(columns, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  sizer->Add(close, 0, wxALIGN_RIGHT | wxALL, FromDIP(space::kWide));
  SetSizerAndFit(sizer);
  SetEscapeId(wxID_CANCEL);
  close->SetFocus();
  CentreOnParent();
}

}  // namespace unknot::ui
