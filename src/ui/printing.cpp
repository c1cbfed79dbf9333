#include "ui/printing.h"

#include <gtk/gtk.h>
#include <gtk/gtkunixprint.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wx/weakref.h>

#include <memory>
#include <utility>

#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

using OnProblem = std::function<void(const core::Message&)>;

template <class T>
using Shared = std::shared_ptr<T>;

// Takes over a reference; nothing for nullptr.
template <class T>
Shared<T> owned(T* object) {
  return {object, [](T* last) {
            if (last != nullptr) g_object_unref(last);
          }};
}

// Bytes that GTK reads as if from a file, and that are never on a disk.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : m_handle(memfd_create("print", MFD_CLOEXEC)) {
    std::size_t written = 0;
    while (m_handle >= 0 && written < bytes.size()) {
      const ssize_t count = ::write(m_handle, bytes.data() + written, bytes.size() - written);
      if (count <= 0) return;
      written += static_cast<std::size_t>(count);
    }
    m_whole = m_handle >= 0 && ::lseek(m_handle, 0, SEEK_SET) == 0;
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (m_handle >= 0) ::close(m_handle);
  }
  int handle() const { return m_handle; }
  bool isWhole() const { return m_whole; }

 private:
  int m_handle;
  bool m_whole = false;
};

// What lives until the spooler is done with the document.
struct Job {
  OnProblem onProblem;
  MemoryFile file;
};

void jobDone(GtkPrintJob*, gpointer data, const GError* error) {
  const std::unique_ptr<Job> job(static_cast<Job*>(data));
  if (error != nullptr) job->onProblem({"preview.printFailed", {}, {}});
}

struct Chosen {
  std::string title;
  Shared<GtkPrinter> printer;
  Shared<GtkPrintSettings> settings;
  Shared<GtkPageSetup> setup;
};

bool send(const Chosen& chosen, const std::string& pdf, OnProblem onProblem) {
  std::unique_ptr<Job> job(new Job{std::move(onProblem), MemoryFile(pdf)});
  if (!job->file.isWhole()) return false;
  const auto print = owned(gtk_print_job_new(chosen.title.c_str(), chosen.printer.get(),
                                             chosen.settings.get(), chosen.setup.get()));
  if (gtk_print_job_set_source_fd(print.get(), job->file.handle(), nullptr) == FALSE) return false;
  gtk_print_job_send(print.get(), jobDone, job.release(), nullptr);
  return true;
}

}  // namespace

SendToPrinter choosePrinter(wxWindow* parent, const std::string& title, OnProblem onProblem) {
  auto* top = GTK_WINDOW(gtk_widget_get_toplevel(static_cast<GtkWidget*>(parent->GetHandle())));
  GtkWidget* dialog = gtk_print_unix_dialog_new(title.c_str(), top);
  auto* print = GTK_PRINT_UNIX_DIALOG(dialog);
  gtk_print_unix_dialog_set_manual_capabilities(
      print,
      static_cast<GtkPrintCapabilities>(GTK_PRINT_CAPABILITY_GENERATE_PDF | GTK_PRINT_CAPABILITY_COPIES));
  SendToPrinter answer;
  if (gtk_dialog_run(GTK_DIALOG(dialog)) == GTK_RESPONSE_OK) {
    // The settings are ours; printer and page setup are the dialog's, so we hold them ourselves.
    GtkPrinter* printer = gtk_print_unix_dialog_get_selected_printer(print);
    GtkPageSetup* setup = gtk_print_unix_dialog_get_page_setup(print);
    if (printer != nullptr && setup != nullptr) {
      const Chosen chosen{title, owned(GTK_PRINTER(g_object_ref(printer))),
                          owned(gtk_print_unix_dialog_get_settings(print)),
                          owned(GTK_PAGE_SETUP(g_object_ref(setup)))};
      answer = [chosen, onProblem = std::move(onProblem)](const std::string& pdf) {
        return send(chosen, pdf, onProblem);
      };
    }
  }
  gtk_widget_destroy(dialog);
  return answer;
}

SendToPrinter choosePrinterFor(wxWindow* place, const core::Words& words, const std::string& title) {
  const wxWeakRef<wxWindow> top(wxGetTopLevelParent(place));
  return choosePrinter(place, title, [top, &words](const core::Message& problem) {
    if (top) tell(top, words, problem);
  });
}

}  // namespace unknot::ui
