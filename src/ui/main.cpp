// The window's main: the only place here that knows every layer. Wires them, then runs the window.
#include <cstdio>
#include <string>
#include <string_view>

#include "app/assembly.h"
#include "core/error.h"
#include "pdf/form_reader.h"
#include "pdf/pdf_writer.h"
#include "platform/places.h"
#include "platform/process.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "platform/worker_thread.h"
#include "platform/workstation.h"
#include "storage/vault.h"
#include "ui/app.h"
#include "unicode/time_zone.h"

namespace {

using namespace unknot;

struct CommandLine {
  std::optional<std::filesystem::path> practice;
  bool version = false;
  bool help = false;
  bool checkDisplay = false;
  bool wrong = false;
};

CommandLine read(int argc, char** argv) {
  CommandLine line;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--version")
      line.version = true;
    else if (word == "--help" || word == "-h")
      line.help = true;
    else if (word == "--check-display")
      line.checkDisplay = true;
    else if (word.starts_with("-") || line.practice)
      line.wrong = true;
    else
      line.practice = std::filesystem::absolute(word);
  }
  return line;
}

int runWindow(int argc, char** argv, const CommandLine& line) {
  platform::SystemClock clock;
  platform::SystemRandom random;
  const auto programData = platform::programDataFolder(UNKNOT_SOURCE_DIR, UNKNOT_INSTALL_DATA_DIR);
  const app::PdfTools pdfTools{pdf::makePdfWriter, pdf::makeFormReader()};
  app::Assembly assembly(programData, {}, clock, random, pdfTools);
  const auto typesetter = assembly.makeTypesetter();
  const auto vault = storage::makeVault(clock, random, platform::stateFolder(), platform::workstationName());
  platform::WorkerThread storageThread;
  app::FrontDoor door({*vault, programData, clock, random, pdfTools}, storageThread);
  ui::UiExecutor executor;
  core::Tasks tasks(storageThread, executor);
  platform::WorkerThread drawingThread;
  core::Tasks drawing(drawingThread, executor);
  // Its last jobs run while all that they use is still there.
  const platform::FinishAtEnd finish(storageThread);
  const platform::FinishAtEnd finishDrawing(drawingThread);
  const auto practiceFolder = platform::defaultPracticeFolder();
  const ui::Services services{
      .door = door,
      .executor = executor,
      .tasks = tasks,
      .drawing = drawing,
      .content = assembly.content(),
      .words = assembly.content().words("en"),
      .clock = clock,
      .typesetter = *typesetter,
      .fonts = assembly.fonts(),
      .configFolder = platform::configFolder(),
      .places = {practiceFolder, practiceFolder.parent_path() / "Unknot demo", unicode::systemTimeZone()},
      .practice = line.practice,
      .version = UNKNOT_VERSION,
  };
  return ui::run(argc, argv, services);
}

}  // namespace

int main(int argc, char** argv) {
  platform::prepareProcess();
  const CommandLine line = read(argc, argv);
  if (line.version) {
    std::puts("unknot " UNKNOT_VERSION);
    return 0;
  }
  if (line.help || line.wrong) {
    std::fputs(
        "usage: unknot [PRACTICE]\n"
        "       unknot --version | --help | --check-display\n"
        "PRACTICE is the folder of a practice; without it the last one is opened.\n"
        "--check-display opens no window: its exit status is 0 where a window could be opened, else 1.\n",
        line.wrong ? stderr : stdout);
    return line.wrong ? 2 : 0;
  }
  if (line.checkDisplay) return ui::canOpenDisplay() ? 0 : 1;
  try {
    return runWindow(argc, argv, line);
  } catch (const core::Error& error) {
    std::fputs((std::string("unknot: ") + error.what() + "\n").c_str(), stderr);
    return 1;
  }
}
