#include "gui/stage.h"

#include <wx/app.h>
#include <wx/dialog.h>
#include <wx/stopwatch.h>

#include <gtk/gtk.h>

#include <cstdlib>
#include <utility>

#include "gui/synthetic.h"
#include "ui/accessible.h"
#include "ui/app.h"
#include "ui/dialogs.h"
#include "ui/shell.h"
#include "ui/text.h"

namespace unknot::gui_test {

namespace {

constexpr long kPatienceMs = 10'000;

core::Executor* storageOfMain = nullptr;

wxWindow* findBelow(wxWindow* window, const wxString& name) {
  for (wxWindow* child : window->GetChildren()) {
    if (!child->IsShown()) continue;
    if (!child->IsTopLevel() && ui::accessibleName(child) == name) return child;
    if (wxWindow* const found = findBelow(child, name)) return found;
  }
  return nullptr;
}

}  // namespace

ui::MainFrame& frame() {
  return *static_cast<ui::App*>(wxTheApp)->frame();
}

bool waitFor(const std::function<bool()>& condition) {
  const wxStopWatch watch;
  while (!condition()) {
    if (watch.Time() > kPatienceMs) return false;
    wxTheApp->Yield();
    if (!condition()) wxMilliSleep(1);
  }
  return true;
}

wxWindow* findByName(std::string_view name) {
  return findByName(name, &frame());
}

wxWindow* findByName(std::string_view name, wxWindow* within) {
  return findBelow(within, ui::toWx(name));
}

bool clickOn(std::string_view name) {
  if (!waitFor([&] { return findByName(name) != nullptr && findByName(name)->IsEnabled(); })) return false;
  // Where it is once nothing is laid out any more, not where it was before.
  constexpr int kQuietRounds = 20;
  int quiet = 0;
  wxRect before;
  waitFor([&] {
    const wxWindow* const window = findByName(name);
    const wxRect now = window == nullptr ? wxRect() : window->GetScreenRect();
    const bool still = !now.IsEmpty() && now == before && !g_main_context_pending(nullptr);
    quiet = still ? quiet + 1 : 0;
    before = now;
    return quiet > kQuietRounds;
  });
  wxWindow* const window = findByName(name);
  if (window == nullptr) return false;
  click(window);
  return true;
}

namespace {

void savePictureOf(GdkWindow* window, const std::string& name) {
  const char* const folder = std::getenv("UNKNOT_PICTURES");
  if (folder == nullptr) return;
  // Pictures of what is drawn, so all that waits to be drawn comes first.
  int quiet = 0;
  waitFor([&] {
    gdk_display_sync(gdk_display_get_default());
    quiet = g_main_context_pending(nullptr) ? 0 : quiet + 1;
    return quiet > 60;
  });
  GdkPixbuf* const picture =
      gdk_pixbuf_get_from_window(window, 0, 0, gdk_window_get_width(window), gdk_window_get_height(window));
  gdk_pixbuf_save(picture, (std::string(folder) + "/" + name + ".png").c_str(), "png", nullptr, nullptr);
  g_object_unref(picture);
}

gboolean answerOne(gpointer data) {
  auto* const look = static_cast<std::function<void()>*>(data);
  bool open = false;
  for (wxWindow* window : wxTopLevelWindows) {
    const auto* dialog = dynamic_cast<wxDialog*>(window);
    open = open || (dialog != nullptr && dialog->IsModal());
  }
  if (!open) return G_SOURCE_CONTINUE;
  (*look)();
  delete look;
  ui::answerOpenQuestion();
  return G_SOURCE_REMOVE;
}

// Names the file, and takes it once the dialog has found it.
gboolean chooseFile(gpointer data) {
  auto* const file = static_cast<std::string*>(data);
  GtkWidget* dialog = nullptr;
  GList* const windows = gtk_window_list_toplevels();
  for (GList* at = windows; at != nullptr; at = at->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG(at->data) && gtk_widget_get_visible(static_cast<GtkWidget*>(at->data)))
      dialog = static_cast<GtkWidget*>(at->data);
  g_list_free(windows);
  if (dialog == nullptr) return G_SOURCE_CONTINUE;
  gchar* const named = gtk_file_chooser_get_filename(GTK_FILE_CHOOSER(dialog));
  const bool found = named != nullptr && *file == named;
  g_free(named);
  if (!found) {
    gtk_file_chooser_set_filename(GTK_FILE_CHOOSER(dialog), file->c_str());
    return G_SOURCE_CONTINUE;
  }
  delete file;
  gtk_dialog_response(GTK_DIALOG(dialog), GTK_RESPONSE_ACCEPT);
  return G_SOURCE_REMOVE;
}

}  // namespace

void keepPicture(const std::string& name) {
  keepPictureOf(frame(), name);
}

void keepPictureOf(wxWindow& window, const std::string& name) {
  savePictureOf(gtk_widget_get_window(window.GetHandle()), name);
}

void keepScreen(const std::string& name) {
  savePictureOf(gdk_get_default_root_window(), name);
}

void answerNextQuestion(std::function<void()> look) {
  constexpr unsigned kLookEveryMs = 5;
  g_timeout_add(kLookEveryMs, answerOne, new std::function<void()>(std::move(look)));
}

void chooseInNextFileDialog(const std::filesystem::path& file) {
  constexpr unsigned kLookEveryMs = 20;
  g_timeout_add(kLookEveryMs, chooseFile, new std::string(file.string()));
}

void setStorage(core::Executor& executor) {
  storageOfMain = &executor;
}

core::Executor& storage() {
  return *storageOfMain;
}

app::Workspace& workspace() {
  return frame().shell()->workspace();
}

bool openDemo() {
  if (frame().shell() != nullptr) return true;
  return clickOn("Look around first") && waitFor([] { return frame().shell() != nullptr; });
}

}  // namespace unknot::gui_test
