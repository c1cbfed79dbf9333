#include "ui/dialogs.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/msgdlg.h>

#include "core/error.h"
#include "ui/text.h"

namespace unknot::ui {

namespace {

constexpr const char* kProgramName = "Unknot";

}  // namespace

void tell(wxWindow* parent, const core::Words& words, const core::Message& message) {
  wxMessageDialog dialog(parent, toWx(words.say(message)), toWx(kProgramName), wxOK | wxCENTRE);
  dialog.SetOKLabel(toWx(words.say("verb.close")));
  dialog.ShowModal();
}

void tell(wxWindow* parent, const core::Words& words, std::exception_ptr error) {
  tell(parent, words, core::describe(std::move(error)));
}

bool ask(wxWindow* parent, const core::Words& words, const core::Message& question,
         std::string_view yesVerbId, std::string_view noVerbId) {
  wxMessageDialog dialog(parent, toWx(words.say(question)), toWx(kProgramName),
                         wxYES_NO | wxNO_DEFAULT | wxCENTRE);
  dialog.SetYesNoLabels(toWx(words.say(yesVerbId)), toWx(words.say(noVerbId)));
  return dialog.ShowModal() == wxID_YES;
}

std::optional<std::filesystem::path> askFolder(wxWindow* parent, const core::Words& words,
                                               std::string_view titleId, const std::filesystem::path& start) {
  wxDirDialog dialog(parent, toWx(words.say(titleId)), fromPath(start), wxDD_DEFAULT_STYLE);
  if (dialog.ShowModal() != wxID_OK) return {};
  return toPath(dialog.GetPath());
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
