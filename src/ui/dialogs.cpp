#include "ui/dialogs.h"

#include <gtk/gtk.h>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "core/error.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

constexpr const char* kProgramName = "Unknot";
constexpr int kTextWidth = 460;
constexpr const char* kPicturePatterns =
    "*.png;*.PNG;*.jpg;*.JPG;*.jpeg;*.JPEG;*.gif;*.GIF;*.bmp;*.BMP;*.webp;*.WEBP";

// A sentence over its verbs. wx's own message box runs a loop that only the person can end; this one also
// ends when the program has to close.
class Question final : public wxDialog {
 public:
  Question(wxWindow* parent, const std::string& sentence)
      : wxDialog(parent, wxID_ANY, toWx(kProgramName)), m_verbs(new wxBoxSizer(wxHORIZONTAL)) {
    setLook(this, Look::page);
    auto* text = makeText(this, sentence, Look::text);
    text->Wrap(FromDIP(kTextWidth));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(text, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(space::kWide)));
    m_verbs->AddStretchSpacer();
    column->Add(m_verbs, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kLarge)));
    SetSizer(column);
  }

  wxButton* addVerb(int answer, const std::string& words) {
    auto* button = new wxButton(this, answer, toWx(words));
    setAccessibleName(button, toUtf8(wxControl::RemoveMnemonics(toWx(words))));
    button->Bind(wxEVT_BUTTON, [this, answer](wxCommandEvent&) { EndModal(answer); });
    m_verbs->Add(button, wxSizerFlags().Border(wxLEFT, FromDIP(space::kSmall)));
    return button;
  }

  // Between the sentence, which is its name, and the verbs.
  wxTextCtrl* addField(const std::string& sentence, const std::string& text) {
    auto* field = new wxTextCtrl(this, wxID_ANY, toWx(text));
    setAccessibleName(field, sentence);
    GetSizer()->Insert(1, field,
                       wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kWide)));
    return field;
  }

  // `quiet`: the verb that Enter and Escape stand for.
  int put(wxButton* quiet) { return put(quiet, quiet, quiet); }
  int put(wxButton* onEscape, wxButton* onEnter, wxWindow* first) {
    SetEscapeId(onEscape->GetId());
    onEnter->SetDefault();
    GetSizer()->Fit(this);
    CentreOnParent();
    first->SetFocus();
    return ShowModal();
  }

 private:
  wxBoxSizer* m_verbs;
};

// The system's own dialogs run a loop of GTK's.
bool answerSystemDialog() {
  bool answered = false;
  GList* const windows = gtk_window_list_toplevels();
  for (GList* at = windows; at != nullptr && !answered; at = at->next) {
    auto* window = static_cast<GtkWidget*>(at->data);
    if (!GTK_IS_DIALOG(window) || !gtk_widget_get_visible(window)) continue;
    gtk_dialog_response(GTK_DIALOG(window), GTK_RESPONSE_CANCEL);
    answered = true;
  }
  g_list_free(windows);
  return answered;
}

}  // namespace

void tell(wxWindow* parent, const core::Words& words, const core::Message& message) {
  Question dialog(parent, words.say(message));
  dialog.put(dialog.addVerb(wxID_CLOSE, words.say("verb.close")));
}

void tell(wxWindow* parent, const core::Words& words, std::exception_ptr error) {
  tell(parent, words, core::describe(std::move(error)));
}

bool ask(wxWindow* parent, const core::Words& words, const core::Message& question,
         std::string_view yesVerbId, std::string_view noVerbId) {
  Question dialog(parent, words.say(question));
  wxButton* const no = dialog.addVerb(wxID_NO, words.say(noVerbId));
  dialog.addVerb(wxID_YES, words.say(yesVerbId));
  return dialog.put(no) == wxID_YES;
}

std::optional<std::string> askText(wxWindow* parent, const core::Words& words, const core::Message& question,
                                   const std::string& text, std::string_view yesVerbId,
                                   std::string_view noVerbId) {
  const std::string sentence = words.say(question);
  Question dialog(parent, sentence);
  wxTextCtrl* const field = dialog.addField(sentence, text);
  wxButton* const no = dialog.addVerb(wxID_NO, words.say(noVerbId));
  wxButton* const yes = dialog.addVerb(wxID_YES, words.say(yesVerbId));
  field->SelectAll();
  if (dialog.put(no, yes, field) != wxID_YES) return {};
  return toUtf8(field->GetValue());
}

bool answerOpenQuestion() {
  if (answerSystemDialog()) return true;
  wxDialog* newest = nullptr;
  for (wxWindow* window : wxTopLevelWindows)
    if (auto* dialog = dynamic_cast<wxDialog*>(window); dialog != nullptr && dialog->IsModal())
      newest = dialog;
  if (newest != nullptr) newest->EndModal(wxID_CANCEL);
  return newest != nullptr;
}

std::optional<std::filesystem::path> askFolder(wxWindow* parent, const core::Words& words,
                                               std::string_view titleId, const std::filesystem::path& start) {
  wxDirDialog dialog(parent, toWx(words.say(titleId)), fromPath(start), wxDD_DEFAULT_STYLE);
  if (dialog.ShowModal() != wxID_OK) return {};
  return toPath(dialog.GetPath());
}

std::optional<std::filesystem::path> askOpenFile(wxWindow* parent, const core::Words& words,
                                                 std::string_view titleId, const std::string& patterns) {
  wxFileDialog dialog(parent, toWx(words.say(titleId)), wxString(), wxString(), toWx(patterns),
                      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() != wxID_OK) return {};
  return toPath(dialog.GetPath());
}

std::optional<std::filesystem::path> askPicture(wxWindow* parent, const core::Words& words,
                                                std::string_view titleId) {
  return askOpenFile(parent, words, titleId, words.say("dialog.pictures") + "|" + kPicturePatterns);
}

std::optional<std::filesystem::path> askSaveFile(wxWindow* parent, const core::Words& words,
                                                 std::string_view titleId, const std::string& name,
                                                 const std::string& pattern) {
  wxFileDialog dialog(parent, toWx(words.say(titleId)), wxString(), toWx(name), toWx(pattern),
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return {};
  return toPath(dialog.GetPath());
}

std::filesystem::path toPath(const wxString& path) {
  return std::filesystem::path(toUtf8(path));
}

wxString fromPath(const std::filesystem::path& path) {
  return toWx(path.string());
}

}  // namespace unknot::ui
