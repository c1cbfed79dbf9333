#include "ui/signed_text_dialog.h"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/dialogs.h"

namespace unknot::ui {

std::optional<std::string> askSignedText(wxWindow* parent, const Surroundings& around,
                                         const SignedTextWords& words, const std::string& before) {
  wxDialog dialog(parent, wxID_ANY, around.say(words.titleId));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeText(&dialog, around.words.say(std::string(words.titleId) + "Help"), Look::label),
              wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(space::kSmall)));
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, toWx(before), wxDefaultPosition,
                              dialog.FromDIP(wxSize(460, 140)), wxTE_MULTILINE);
  setAccessibleName(text, around.words.say(words.titleId));
  column->Add(text, wxSizerFlags(1).Expand());
  const auto leave = [&around, &dialog, text] {
    if (text->IsEmpty() || ask(&dialog, around.words, {"session.draft.discardText", {}, {}},
                               "session.draft.discard", "session.draft.keepTyping"))
      dialog.EndModal(wxID_CANCEL);
  };
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(makeButton(&dialog, around, "session.cancel", leave),
               wxSizerFlags().Border(wxRIGHT, dialog.FromDIP(space::kSmall)));
  buttons->Add(
      makeButton(&dialog, around, words.verbId, Look::primary, [&dialog] { dialog.EndModal(wxID_OK); }));
  column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, dialog.FromDIP(space::kMedium)));
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(column, wxSizerFlags(1).Expand().Border(wxALL, dialog.FromDIP(space::kLarge)));
  dialog.SetSizerAndFit(margin);
  dialog.Bind(wxEVT_CLOSE_WINDOW, [leave](wxCloseEvent&) { leave(); });
  dialog.Bind(wxEVT_CHAR_HOOK, [leave](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE)
      leave();
    else
      event.Skip();
  });
  text->SetFocus();
  if (dialog.ShowModal() != wxID_OK) return {};
  return toUtf8(text->GetValue());
}

}  // namespace unknot::ui
