// library_grid [--in-place]: what it costs to show a grid of 60 movements with their pictures. One line of
// JSON: the longest time the window's thread is busy at a stretch while the grid is scrolled from end to end
// for the first time, every picture still to be drawn (with --in-place: drawn by that thread itself, when it
// is first seen); a frame of the same way back, painted from what was kept; and one screenful beside the same
// bitmaps blitted bare.
#include <glib.h>
#include <wx/wx.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "content/exercise_loader.h"
#include "platform/worker_thread.h"
#include "support/fonts.h"
#include "support/temporary_folder.h"
#include "ui/home_practice_lists.h"
#include "ui/ui_executor.h"

namespace {

using namespace unknot;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMovements = 60;
constexpr int kFrameMs = 16;
constexpr int kPaintings = 200;
const wxSize kPanel(480, 640);

double msSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

// The shipped movements, and as many copies as make sixty of them.
content::Content contentOfSixty(const std::filesystem::path& custom) {
  content::Folders folders{std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                           std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates", custom};
  auto content = content::Content::load(folders);
  const auto shipped = content.exercises();
  std::filesystem::create_directories(custom / "data" / "exercises");
  for (std::size_t i = shipped.size(); i < kMovements; ++i) {
    auto copy = shipped[i % shipped.size()];
    copy.pictures = {copy.slug + ":1", copy.slug + ":2"};
    copy.slug += "-" + std::to_string(i);
    copy.side.reset();
    std::ofstream(custom / "data" / "exercises" / (copy.slug + ".toml"))
        << content::writeExercise(copy, static_cast<long>(5000 + i));
  }
  content.library().reload();
  return content;
}

// A panel that paints nothing but bitmaps.
class BarePanel final : public wxWindow {
 public:
  BarePanel(wxWindow* parent, std::vector<std::pair<wxPoint, wxBitmap>> bitmaps)
      : wxWindow(parent, wxID_ANY, wxPoint(0, 0), kPanel), m_bitmaps(std::move(bitmaps)) {
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
      wxPaintDC dc(this);
      for (const auto& [at, bitmap] : m_bitmaps) dc.DrawBitmap(bitmap, at);
    });
  }

 private:
  std::vector<std::pair<wxPoint, wxBitmap>> m_bitmaps;
};

class GridApp final : public wxApp {
 public:
  GridApp(bool inPlace, ui::UiExecutor& executor, core::Tasks& drawing)
      : m_inPlace(inPlace), m_executor(executor), m_drawing(drawing) {}

  bool OnInit() override {
    m_executor.open(*this);
    m_shown = std::make_unique<Shown>(*this, m_drawing);
    m_frame = new wxFrame(nullptr, wxID_ANY, wxString::FromUTF8("Grid"));
    m_frame->SetClientSize(kPanel);
    m_grid = new ui::LibraryGrid(m_frame, m_shown->around, m_shown->content, m_shown->pictures,
                                 [](const std::string&) {});
    m_frame->Show();
    CallAfter([this] { measure(); });
    return true;
  }
  int OnExit() override {
    m_executor.close();
    return wxApp::OnExit();
  }

 private:
  // Lets the window work until `end`; the longest it was busy at a stretch.
  double workUntil(Clock::time_point end) {
    double longest = 0;
    while (Clock::now() < end) {
      const auto start = Clock::now();
      ProcessPendingEvents();
      const bool worked = g_main_context_iteration(nullptr, FALSE) != FALSE;
      longest = std::max(longest, msSince(start));
      if (!worked) g_usleep(200);
    }
    return longest;
  }
  double workFor(int ms) { return workUntil(Clock::now() + std::chrono::milliseconds(ms)); }

  // From end to end as fast as frames come; the longest the thread was busy at a stretch.
  double scroll(bool back) {
    double longest = 0;
    for (std::size_t i = 0; i < kMovements; ++i) {
      const auto start = Clock::now();
      m_grid->ScrollToRow(back ? kMovements - 1 - i : i);
      longest = std::max({longest, msSince(start), workUntil(start + std::chrono::milliseconds(kFrameMs))});
    }
    return longest;
  }

  static std::vector<double> paint(wxWindow* window) {
    std::vector<double> times;
    for (int i = 0; i < kPaintings; ++i) {
      window->Refresh();
      const auto start = Clock::now();
      window->Update();
      times.push_back(msSince(start));
    }
    return times;
  }

  std::vector<app::LibraryCard> cards() const {
    std::vector<app::LibraryCard> cards;
    for (const auto& exercise : m_shown->content.exercises()) {
      app::LibraryCard card;
      card.slug = card.picture = exercise.slug;
      card.title = exercise.text.title;
      card.place =
          m_shown->content.words("en").say("position." + std::string(domain::toString(exercise.position)));
      card.lines = {exercise.text.purpose};
      cards.push_back(std::move(card));
    }
    return cards;
  }

  void measure() {
    workFor(500);
    m_grid->show(cards());
    const double cold = scroll(false);
    workFor(1500);
    const double warm = scroll(true);
    workFor(200);
    const double screenful = median(paint(m_grid));
    auto* bare = new BarePanel(m_frame, shownBitmaps());
    m_grid->Hide();
    workFor(300);
    const double floor = median(paint(bare));
    std::printf(
        "{\"program\": \"%s\", \"cold_longest_ms\": %.2f, \"warm_longest_ms\": %.2f, \"screenful_ms\": %.3f, "
        "\"floor_ms\": %.3f, \"pictures\": %zu}\n",
        m_inPlace ? "in place" : "ahead", cold, warm, screenful, floor, m_rows);
    m_frame->Destroy();
    ExitMainLoop();
  }

  // The pictures of the first screenful, where the grid shows them.
  std::vector<std::pair<wxPoint, wxBitmap>> shownBitmaps() {
    std::vector<std::pair<wxPoint, wxBitmap>> bitmaps;
    const auto& exercises = m_shown->content.exercises();
    for (std::size_t row = m_grid->GetVisibleRowsBegin(); row < m_grid->GetVisibleRowsEnd(); ++row) {
      const wxRect rect = m_grid->GetItemRect(row);
      const auto picture = m_shown->pictures.picture(m_grid, exercises[row], m_grid->pictureSize());
      bitmaps.emplace_back(rect.GetTopLeft() + wxPoint(8, 8), ui::toBitmap(*picture));
    }
    m_rows = bitmaps.size();
    return bitmaps;
  }

  bool m_inPlace;
  ui::UiExecutor& m_executor;
  core::Tasks& m_drawing;
  // Made once wx is there.
  struct Shown {
    Shown(GridApp& app, core::Tasks& drawing)
        : around{content.words("en"), theme, icons, drawing, drawing, test::testTypesetter(),
                 test::testFonts()},
          pictures(around,
                   [&app](const domain::ExerciseSlug& exercise) { app.m_grid->pictureDrawn(exercise); }) {}
    test::TemporaryFolder custom;
    content::Content content = contentOfSixty(custom.path());
    ui::Theme theme{ui::AppearanceChoice::light};
    ui::Icons icons{content.folders().data / "icons"};
    ui::Surroundings around;
    ui::ExercisePictures pictures;
  };
  std::unique_ptr<Shown> m_shown;
  wxFrame* m_frame = nullptr;
  ui::LibraryGrid* m_grid = nullptr;
  std::size_t m_rows = 0;
};

}  // namespace

int main(int argc, char** argv) {
  setenv("GDK_GL", "disable", 0);
  const bool inPlace = argc > 1 && std::strcmp(argv[1], "--in-place") == 0;
  ui::UiExecutor executor;
  core::InPlaceExecutor here;
  platform::WorkerThread thread;
  core::Tasks ahead(thread, executor);
  core::Tasks atOnce(here, here);
  const platform::FinishAtEnd finish(thread);
  wxApp::SetInstance(new GridApp(inPlace, executor, inPlace ? atOnce : ahead));
  int programOnly = 1;
  return wxEntry(programOnly, argv);
}
