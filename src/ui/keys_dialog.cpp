#include "ui/keys_dialog.h"

#include <wx/sizer.h>

#include "ui/controls.h"

namespace unknot::ui {

KeysDialog::KeysDialog(wxWindow* parent, const Surroundings& around,
                       const std::function<bool(Command)>& canPerform)
    : wxDialog(parent, wxID_ANY, around.say("keySheet.title")) {
  auto* grid = new wxFlexGridSizer(3, FromDIP(space::kSmall), FromDIP(space::kWide));
  for (const auto& entry : commandTable()) {
    if (entry.shortcut.empty() || !canPerform(entry.command)) continue;
    const wxString text = wxControl::RemoveMnemonics(around.say("command." + entry.name + ".text"));
    grid->Add(makeText(this, entry.shortcut, Look::strong));
    grid->Add(makeText(this, toUtf8(text), Look::text));
    grid->Add(makeText(this, around.words.say("command." + entry.name + ".help"), Look::muted));
  }
  auto* close = new wxButton(this, wxID_CANCEL, around.say("verb.close"));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(makeText(this, around.words.say("keySheet.title"), Look::heading), 0, wxALL,
             FromDIP(space::kWide));
  sizer->Add(grid, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::kWide));
  sizer->Add(close, 0, wxALIGN_RIGHT | wxALL, FromDIP(space::kWide));
  SetSizerAndFit(sizer);
  SetEscapeId(wxID_CANCEL);
  close->SetFocus();
  CentreOnParent();
}

}  // namespace unknot::ui
