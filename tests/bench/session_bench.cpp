// The session screen without its window, on a practice on disk: opening the fullest session (90 regions, 40
// points, 10,000 words, nine sessions before it), and what a key in a note, a tap and a line of shorthand
// cost on it before anything is painted.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "app/assembly.h"
#include "app/session_presenter.h"
#include "core/executor.h"
#include "pdf/form_reader.h"
#include "pdf/pdf_writer.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "storage/vault.h"
#include "support/temporary_folder.h"

namespace unknot::bench {
namespace {

constexpr const char* kPassword = "correct horse battery";
constexpr int kWords = 10'000;
constexpr int kPoints = 40;
constexpr int kEarlierSessions = 9;

class Fullest {
 public:
  Fullest()
      : m_assembly(UNKNOT_SOURCE_DIR, {}, m_clock, m_random,
                   app::PdfTools{pdf::makePdfWriter, pdf::makeFormReader()}) {
    domain::NewPractice wanted;
    wanted.practice.name = "Quiet Hands";
    wanted.practice.practitionerName = "Robin Example";
    wanted.userName = "Robin";
    wanted.password = kPassword;
    m_store = storage::makeVault(m_clock, m_random, m_folder / "state", "bench")
                  ->create(m_folder / "practice", wanted)
                  .store;
    m_work.emplace(m_assembly.workspace(*m_store));
    domain::Client client;
    client.id = m_work->ids.make<domain::ClientId>();
    client.name = "Ann Example";
    client.createdAt = m_clock.now();
    m_store->clients().save(client);
    for (int i = 0; i <= kEarlierSessions; ++i) {
      m_session = m_work->ids.make<domain::SessionId>();
      app::saveSession(*m_work, m_session, client.id, content());
    }
    m_presenter = std::make_unique<app::SessionPresenter>(m_tasks, *m_work, m_assembly.content(), m_clock,
                                                          "en", [](const app::SessionState&) {});
    open();
  }

  void open() { m_presenter->open(m_session); }
  app::SessionPresenter& presenter() { return *m_presenter; }

 private:
  domain::SessionContent content() const {
    domain::SessionContent content;
    content.serviceDate = m_work->today();
    const auto& atlas = m_assembly.content().atlas();
    for (const auto& region : atlas.regions()) {
      domain::RegionFinding finding;
      finding.region = region.slug;
      finding.before = domain::Tension(static_cast<int>(content.findings.size() % 5));
      finding.after = domain::Tension(static_cast<int>(content.findings.size() % 3));
      finding.findings.contracted = true;
      finding.note = "lets go after the second round";
      content.findings.push_back(std::move(finding));
    }
    for (int i = 0; i < kPoints; ++i) {
      const auto& region = atlas.regions()[static_cast<std::size_t>(i * 2)];
      const auto& [view, shape] = *region.shapes.begin();
      content.points.push_back(*domain::markAt(atlas, view, shape.label, domain::PointKind::tender));
    }
    while (content.work.size() < kWords * 6) content.work += "slowly again ";
    return content;
  }

  test::TemporaryFolder m_folder;
  platform::SystemClock m_clock;
  platform::SystemRandom m_random;
  app::Assembly m_assembly;
  std::unique_ptr<domain::PracticeStore> m_store;
  std::optional<app::Workspace> m_work;
  core::InPlaceExecutor m_here;
  core::Tasks m_tasks{m_here, m_here};
  domain::SessionId m_session;
  std::unique_ptr<app::SessionPresenter> m_presenter;
};

void openFullest(benchmark::State& state) {
  Fullest fullest;
  for (auto _ : state) fullest.open();
  if (fullest.presenter().state().rows.size() != 90U) state.SkipWithError("regions are missing");
}
BENCHMARK(openFullest)->Name("session, open the fullest/unknot")->Unit(benchmark::kMillisecond);

void oneKey(benchmark::State& state) {
  Fullest fullest;
  std::string text = fullest.presenter().state().content.response;
  for (auto _ : state) {
    text += text.size() % 7 == 0 ? ' ' : 'a';
    fullest.presenter().setText(app::SessionText::response, text);
  }
}
BENCHMARK(oneKey)->Name("session, a key in a note/unknot")->Unit(benchmark::kMillisecond);

void oneTap(benchmark::State& state) {
  Fullest fullest;
  int level = 0;
  for (auto _ : state) {
    fullest.presenter().setBrush(level++ % 5);
    fullest.presenter().tapRegion("ql-l", false);
  }
}
BENCHMARK(oneTap)->Name("session, brush and tap/unknot")->Unit(benchmark::kMillisecond);

void oneLine(benchmark::State& state) {
  Fullest fullest;
  int level = 0;
  for (auto _ : state)
    fullest.presenter().enterShorthand("l ql " + std::to_string(level++ % 5) + ">1 C AP \"ticklish\"");
}
BENCHMARK(oneLine)->Name("session, a line of shorthand/unknot")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace unknot::bench
