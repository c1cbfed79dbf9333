// Opening a practice, and saving a session of 30 regions against its floor: one bare commit of the same rows
// into the same file with the same settings, without history, hashes or audit chain.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "core/id.h"
#include "domain/practice_store.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "storage/columns.h"
#include "storage/keys.h"
#include "storage/session_rows.h"
#include "storage/sqlcipher_engine.h"
#include "storage/vault.h"
#include "support/temporary_folder.h"

namespace unknot::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPassword = "correct horse battery";

// A practice with one client, made for one benchmark and removed after it.
class Bench {
 public:
  Bench() {
    domain::NewPractice wanted;
    wanted.practice.name = "Quiet Hands";
    wanted.practice.practitionerName = "Robin Example";
    wanted.userName = "Robin";
    wanted.password = kPassword;
    m_store = m_vault->create(place(), wanted).store;
    domain::Client client;
    client.id = m_ids.make<domain::ClientId>();
    client.name = "Ann Example";
    client.createdAt = m_clock.now();
    m_client = client.id;
    m_store->clients().save(client);
  }

  fs::path place() const { return m_folder / "practice"; }
  domain::PracticeStore& store() { return *m_store; }
  domain::ClientId client() const { return m_client; }
  void close() { m_store.reset(); }
  void open() { m_store = m_vault->open(place(), {}, kPassword); }

  storage::Secret key() const {
    auto keys = storage::loadKeyFile(place());
    return storage::unwrapWithPassword(keys, keys.users.front(), kPassword);
  }

  // A new session with 30 regions and notes as people write them.
  domain::SessionVersion thirtyRegions() {
    domain::SessionVersion version;
    version.id = m_ids.make<domain::SessionVersionId>();
    version.session = m_ids.make<domain::SessionId>();
    version.client = m_client;
    version.author = m_author;
    version.savedAt = m_clock.now();
    auto& content = version.content;
    content.serviceDate = {2026, 3, 1};
    content.minutes = 60;
    content.theirWords = "Stiff in the morning, better after walking. The left hip pulls when sitting long.";
    content.work = "Arch and flatten, side curl, then the back lift with half the effort on each side.";
    content.response = "Breath went lower; the left shoulder came down by itself after the third repetition.";
    for (int i = 0; i < 30; ++i) {
      domain::RegionFinding finding;
      finding.region = "region-" + std::to_string(i);
      finding.before = domain::Tension(i % 5);
      finding.after = domain::Tension(i % 3);
      finding.techniques.assistedPandiculation = true;
      finding.note = i % 3 == 0 ? "lets go after the second round" : "";
      content.findings.push_back(std::move(finding));
    }
    content.measures.push_back({"nprs-now", "", 4});
    return version;
  }

 private:
  test::TemporaryFolder m_folder;
  platform::SystemClock m_clock;
  platform::SystemRandom m_random;
  core::IdSource m_ids{m_clock, m_random};
  std::unique_ptr<domain::PracticeVault> m_vault =
      storage::makeVault(m_clock, m_random, m_folder / "state", "bench");
  std::unique_ptr<domain::PracticeStore> m_store;
  domain::ClientId m_client;
  domain::UserId m_author = m_ids.make<domain::UserId>();
};

void keyDerivation(benchmark::State& state) {
  Bench bench;
  for (auto _ : state) {
    auto key = bench.key();
    benchmark::DoNotOptimize(key.data());
  }
}
BENCHMARK(keyDerivation)->Name("opening/key derivation")->Unit(benchmark::kMillisecond);

// From the right password to a practice that can be asked, key derivation included.
void openPractice(benchmark::State& state) {
  Bench bench;
  for (int i = 0; i < 100; ++i) bench.store().sessions().append(bench.thirtyRegions());
  for (auto _ : state) {
    bench.close();
    bench.open();
  }
}
BENCHMARK(openPractice)->Name("opening/open practice")->Unit(benchmark::kMillisecond);

void saveSession(benchmark::State& state) {
  Bench bench;
  for (auto _ : state) {
    state.PauseTiming();
    const auto version = bench.thirtyRegions();
    state.ResumeTiming();
    bench.store().sessions().append(version);
  }
}
BENCHMARK(saveSession)->Name("session, save 30 regions/unknot")->Unit(benchmark::kMillisecond);

void bareCommit(benchmark::State& state) {
  Bench bench;
  bench.close();
  const auto key = bench.key();
  const auto db =
      storage::openSqlCipher(fs::canonical(bench.place()) / "practice.db", key, storage::OpenMode::existing);
  for (auto _ : state) {
    state.PauseTiming();
    auto version = bench.thirtyRegions();
    version.number = 1;
    version.salt = std::string(32, '0');
    version.hash = std::string(64, '0');
    state.ResumeTiming();
    storage::Transaction transaction(*db);
    const auto row = db->prepare(
        "INSERT INTO session (id, client, created_at, newest, kind, service_date) VALUES (:id, :client, 0, "
        "1, "
        "'hands-on', '2026-03-01')");
    storage::bindId(*row, "id", version.session);
    storage::bindId(*row, "client", version.client);
    row->run();
    storage::insertRows(*db, version);
    transaction.commit();
  }
}
BENCHMARK(bareCommit)->Name("session, save 30 regions/floor")->Unit(benchmark::kMillisecond);

// A chart of 100 sessions, as it is opened: each is held against its hash.
void readChart(benchmark::State& state) {
  Bench bench;
  for (int i = 0; i < 100; ++i) bench.store().sessions().append(bench.thirtyRegions());
  for (auto _ : state) {
    const auto sessions = bench.store().sessions().ofClient(bench.client());
    if (sessions.size() != 100U) state.SkipWithError("sessions are missing");
  }
}
BENCHMARK(readChart)->Name("sessions, read 100/unknot")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace unknot::bench
