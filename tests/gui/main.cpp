// The GUI tests' main: the real window over a practice in memory; Boost.Test runs inside its event loop.
#define BOOST_TEST_NO_MAIN
#include <boost/test/unit_test.hpp>

#include "app/assembly.h"
#include "gui/stage.h"
#include "pdf/form_reader.h"
#include "pdf/pdf_writer.h"
#include "platform/places.h"
#include "platform/worker_thread.h"
#include "support/fakes.h"
#include "support/memory_practice.h"
#include "support/temporary_folder.h"
#include "ui/app.h"
#include "ui/main_frame.h"

namespace {

using namespace unknot;

class TestApp final : public ui::App {
 public:
  TestApp(const ui::Services& services, int argumentCount, char** arguments, int& result)
      : ui::App(services), m_argumentCount(argumentCount), m_arguments(arguments), m_result(result) {}

  bool OnInit() override {
    if (!ui::App::OnInit()) return false;
    CallAfter([this] {
      m_result = boost::unit_test::unit_test_main([] { return true; }, m_argumentCount, m_arguments);
      closeCleanly();
    });
    return true;
  }

 private:
  int m_argumentCount;
  char** m_arguments;
  int& m_result;
};

}  // namespace

int main(int argc, char** argv) {
  setenv("UNKNOT_ABORT_ON_ASSERT", "1", 1);
  const test::TemporaryFolder folder;
  test::FakeClock clock;
  test::FakeRandom random;
  const app::PdfTools pdfTools{pdf::makePdfWriter, pdf::makeFormReader()};
  app::Assembly assembly(UNKNOT_SOURCE_DIR, {}, clock, random, pdfTools);
  const auto typesetter = assembly.makeTypesetter();
  test::MemoryVault vault(clock, random);
  int result = 1;
  {
    platform::WorkerThread storageThread;
    gui_test::setStorage(storageThread);
    app::FrontDoor door({vault, UNKNOT_SOURCE_DIR, clock, random, pdfTools}, storageThread);
    ui::UiExecutor executor;
    core::Tasks tasks(storageThread, executor);
    platform::WorkerThread drawingThread;
    core::Tasks drawing(drawingThread, executor);
    // Its last jobs run while all that they use is still there.
    const platform::FinishAtEnd finish(storageThread);
    const platform::FinishAtEnd finishDrawing(drawingThread);
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
        .configFolder = folder.path() / "config",
        .places = {folder.path() / "practice", folder.path() / "demo", "Europe/Berlin"},
        .practice = {},
        .version = "test",
    };
    char* programOnly[] = {argv[0], nullptr};
    ui::run(1, programOnly, new TestApp(services, argc, argv, result));
  }
  return result;
}
