#include "ui/printing.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>

#include <memory>
#include <utility>

namespace unknot::ui {
namespace {

// What lives until the job is done.
struct Job {
  std::function<void(const core::Message&)> onProblem;
  std::string file;

  Job() = default;
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;
  ~Job() {
    if (!file.empty()) g_remove(file.c_str());
  }
};

void jobDone(GtkPrintJob*, gpointer data, const GError* error) {
  const std::unique_ptr<Job> job(static_cast<Job*>(data));
  if (error != nullptr) job->onProblem({"preview.printFailed", {}, {}});
}

}  // namespace

void printPdf(wxWindow* parent, const std::string& title, const std::string& pdf,
              std::function<void(const core::Message&)> onProblem) {
  auto* top = GTK_WINDOW(gtk_widget_get_toplevel(static_cast<GtkWidget*>(parent->GetHandle())));
  GtkWidget* dialog = gtk_print_unix_dialog_new(title.c_str(), top);
  gtk_print_unix_dialog_set_manual_capabilities(
      GTK_PRINT_UNIX_DIALOG(dialog),
      static_cast<GtkPrintCapabilities>(GTK_PRINT_CAPABILITY_GENERATE_PDF | GTK_PRINT_CAPABILITY_COPIES));
  const int answer = gtk_dialog_run(GTK_DIALOG(dialog));
  GtkPrinter* printer = answer == GTK_RESPONSE_OK
                            ? gtk_print_unix_dialog_get_selected_printer(GTK_PRINT_UNIX_DIALOG(dialog))
                            : nullptr;
  if (printer != nullptr) {
    auto job = std::make_unique<Job>();
    job->onProblem = std::move(onProblem);
    GtkPrintSettings* settings = gtk_print_unix_dialog_get_settings(GTK_PRINT_UNIX_DIALOG(dialog));
    GtkPageSetup* setup = gtk_print_unix_dialog_get_page_setup(GTK_PRINT_UNIX_DIALOG(dialog));
    GtkPrintJob* print = gtk_print_job_new(title.c_str(), printer, settings, setup);
    gchar* name = nullptr;
    const int handle = g_file_open_tmp("unknot-XXXXXX.pdf", &name, nullptr);
    const bool written =
        handle >= 0 && g_file_set_contents_full(name, pdf.data(), static_cast<gssize>(pdf.size()),
                                                G_FILE_SET_CONTENTS_NONE, 0600, nullptr) != FALSE;
    if (handle >= 0) {
      g_close(handle, nullptr);
      job->file = name;
    }
    g_free(name);
    if (written && gtk_print_job_set_source_file(print, job->file.c_str(), nullptr) != FALSE) {
      gtk_print_job_send(print, jobDone, job.release(), nullptr);
    } else {
      job->onProblem({"preview.printFailed", {}, {}});
    }
    g_object_unref(print);
    g_object_unref(settings);
  }
  gtk_widget_destroy(dialog);
}

}  // namespace unknot::ui
