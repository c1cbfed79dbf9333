// Questions and messages with buttons that are verbs. Windows call these only; nothing below them asks
// anybody. Each is answered before the call returns: by the person, or by answerOpenQuestion().
#pragma once

#include <wx/window.h>

#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/message.h"
#include "core/words.h"

namespace unknot::ui {

// One sentence, one button ("Close").
void tell(wxWindow* parent, const core::Words& words, const core::Message& message);
void tell(wxWindow* parent, const core::Words& words, std::exception_ptr error);

// True when the first verb was chosen; Escape is the second. Ids of the word catalogue.
bool ask(wxWindow* parent, const core::Words& words, const core::Message& question,
         std::string_view yesVerbId, std::string_view noVerbId);

// One line of text, with `text` to begin with; Enter is the first verb. Nothing when the person changed their
// mind.
std::optional<std::string> askText(wxWindow* parent, const core::Words& words, const core::Message& question,
                                   const std::string& text, std::string_view yesVerbId,
                                   std::string_view noVerbId);

// Answers the newest open dialog, ours or the system's, with no; whoever asked goes on once this returns to
// the main loop. False when none is open.
bool answerOpenQuestion();

// Nothing when the person changed their mind.
std::optional<std::filesystem::path> askFolder(wxWindow* parent, const core::Words& words,
                                               std::string_view titleId, const std::filesystem::path& start);
// `patterns` as wx wants them, "Tables|*.csv|All files|*".
std::optional<std::filesystem::path> askOpenFile(wxWindow* parent, const core::Words& words,
                                                 std::string_view titleId, const std::string& patterns);
// A photo, drawing or logo.
std::optional<std::filesystem::path> askPicture(wxWindow* parent, const core::Words& words,
                                                std::string_view titleId);
// `pattern` as wx wants it, "*.pdf". An existing file is asked about.
std::optional<std::filesystem::path> askSaveFile(wxWindow* parent, const core::Words& words,
                                                 std::string_view titleId, const std::string& name,
                                                 const std::string& pattern);

// Paths keep their bytes on the way through wx.
std::filesystem::path toPath(const wxString& path);
wxString fromPath(const std::filesystem::path& path);

}  // namespace unknot::ui
