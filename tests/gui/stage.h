// The real window over a practice in memory, and how a test looks at it.
#pragma once

#include <wx/window.h>

#include <filesystem>
#include <functional>
#include <future>
#include <string>
#include <string_view>

#include "app/workspace.h"
#include "core/executor.h"
#include "ui/main_frame.h"

namespace unknot::gui_test {

// The window of the test program.
ui::MainFrame& frame();

// Lets the program work until the condition holds; false after ten seconds. Tests never sleep.
bool waitFor(const std::function<bool()>& condition);

// The shown control with this accessible name, anywhere in the frame or in another window; nullptr when there
// is none.
wxWindow* findByName(std::string_view name);
wxWindow* findByName(std::string_view name, wxWindow* within);
// Waits until it is there and clicks it; false when it never came.
bool clickOn(std::string_view name);

// Keeps a picture of the frame in $UNKNOT_PICTURES, where that is set: for people to look at.
void keepPicture(const std::string& name);
void keepPictureOf(wxWindow& window, const std::string& name);
// The same of the whole screen, with dialogs.
void keepScreen(const std::string& name);

// The next dialog that opens is answered with no, after `look`, while the caller waits for it to come back.
void answerNextQuestion(std::function<void()> look);

// The system's dialog for files that opens next is answered with this one.
void chooseInNextFileDialog(const std::filesystem::path& file);

// The demo practice, opened by the first start's "Look around"; does nothing when it is open already.
bool openDemo();

// Where the practice is worked on; main says it once.
void setStorage(core::Executor& storage);
core::Executor& storage();
app::Workspace& workspace();

// What `job` says of the opened practice, asked on the storage thread after all jobs before.
template <class Job>
auto onStorage(Job job) {
  using Answer = std::invoke_result_t<Job, app::Workspace&>;
  const auto task = std::make_shared<std::packaged_task<Answer()>>(
      [&work = workspace(), job = std::move(job)] { return job(work); });
  storage().post([task] { (*task)(); });
  return task->get_future().get();
}

}  // namespace unknot::gui_test
