// 10,000 clients out of a table, into a practice of 20,000: compared, brought in, and undone. The floor is
// one bare commit of the same rows into the same file, without duplicates, audit chain or anything to undo it
// by.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "app/client_import.h"
#include "app/work_support.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "storage/columns.h"
#include "storage/keys.h"
#include "storage/sqlcipher_engine.h"
#include "storage/vault.h"
#include "support/temporary_folder.h"

namespace unknot::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPassword = "correct horse battery";
// A try of the benchmark itself takes a smaller practice: what it measures then says nothing.
const bool kTry = std::getenv("UNKNOT_BENCH_TRY") != nullptr;
const int kThere = kTry ? 1'000 : 20'000;
const int kIncoming = kTry ? 500 : 10'000;

// Names that many share in parts, as they do in a town.
std::string nameOf(int number) {
  static const std::vector<std::string> kFirst = {"Anna",  "Maria", "Zoë",  "Jürgen", "Łukasz",
                                                  "Sofía", "Peter", "Ines", "Clara",  "Otto",
                                                  "Mila",  "Jonas", "Ada",  "Emil"};
  static const std::vector<std::string> kLast = {"Müller", "Schmidt", "García", "Dubois", "Novák", "Rossi"};
  const auto at = static_cast<std::size_t>(number);
  return kFirst[at % kFirst.size()] + " " + kLast[at / kFirst.size() % kLast.size()] +
         std::string(1, static_cast<char>('a' + number / 84 % 26)) +
         std::string(1, static_cast<char>('a' + number / 2184 % 26));
}

std::string table() {
  std::string text = "Name;Geburtsdatum;Telefon;E-Mail;Ort;Bemerkungen\n";
  // One in ten is in the practice already.
  for (int i = 0; i < kIncoming; ++i) {
    const int number = i % 10 == 0 ? i : kThere + i;
    const auto born = core::Date(1940, 1, 1).plusDays(number);
    text += nameOf(number) + ";" + born.toIso() + ";030 " + std::to_string(1'000'000 + number) + ";p" +
            std::to_string(number) + "@example.org;Berlin;\"was recommended\nby a friend\"\n";
  }
  return text;
}

class Practice {
 public:
  Practice() {
    domain::NewPractice wanted;
    wanted.practice.name = "Quiet Hands";
    wanted.practice.practitionerName = "Robin Example";
    wanted.userName = "Robin";
    wanted.password = kPassword;
    m_store = m_vault->create(place(), wanted).store;
    m_store->atomically([&] {
      for (int i = 0; i < kThere; ++i) m_store->clients().save(client(i));
    });
    m_file = app::surveyImport(std::make_shared<const std::string>(table())).file;
    app::settleDates(m_file);
  }

  domain::Client client(int number) {
    domain::Client made;
    made.id = m_ids.make<domain::ClientId>();
    made.name = nameOf(number);
    made.birthDate = core::Date(1940, 1, 1).plusDays(number);
    made.phone = "030 " + std::to_string(1'000'000 + number);
    made.createdAt = m_clock.now();
    return made;
  }
  app::ImportCheck check() {
    auto work = workspace();
    return app::checkImport(work, words(), m_file, {}).value();
  }
  app::ImportResult bringIn(const app::ImportCheck& found) {
    app::DoubleChoices choices;
    for (const auto& one : found.doubles) choices[one.line] = one.proposed();
    auto work = workspace();
    return app::bringIn(work, words(), m_ids.make<domain::ImportId>(), m_file, found, choices, {}).value();
  }
  app::UndoneImport undo(domain::ImportId import) {
    auto work = workspace();
    return app::undoImport(work, import);
  }
  fs::path place() const { return m_folder / "practice"; }
  void close() { m_store.reset(); }

 private:
  static const core::Words& words() { return test::shippedContent().words("en"); }
  app::Workspace workspace() {
    return {*m_store, test::shippedContent(), m_clock, m_ids, m_typesetter, m_pdf, m_changes, m_forms};
  }

  test::TemporaryFolder m_folder;
  platform::SystemClock m_clock;
  platform::SystemRandom m_random;
  core::IdSource m_ids{m_clock, m_random};
  std::unique_ptr<domain::PracticeVault> m_vault =
      storage::makeVault(m_clock, m_random, m_folder / "state", "bench");
  std::unique_ptr<domain::PracticeStore> m_store;
  test::FixedTypesetter m_typesetter;
  test::CountingPdf m_pdf;
  app::Changes m_changes;
  test::FakeForms m_forms;
  app::ImportFile m_file;
};

void compare(benchmark::State& state) {
  Practice practice;
  for (auto _ : state)
    if (practice.check().doubles.size() < static_cast<std::size_t>(kIncoming / 10))
      state.SkipWithError("doubles are missing");
}
BENCHMARK(compare)->Name("import, compare")->Unit(benchmark::kMillisecond)->Iterations(1);

void bringIn(benchmark::State& state) {
  Practice practice;
  for (auto _ : state) {
    state.PauseTiming();
    const auto found = practice.check();
    state.ResumeTiming();
    const auto result = practice.bringIn(found);
    state.PauseTiming();
    if (result.added < kIncoming / 2) state.SkipWithError("clients are missing");
    practice.undo(result.id);
    state.ResumeTiming();
  }
}
BENCHMARK(bringIn)->Name("import, bring in/unknot")->Unit(benchmark::kMillisecond)->Iterations(1);

void undo(benchmark::State& state) {
  Practice practice;
  for (auto _ : state) {
    state.PauseTiming();
    const auto result = practice.bringIn(practice.check());
    state.ResumeTiming();
    if (practice.undo(result.id).takenAway != result.added) state.SkipWithError("clients stayed");
  }
}
BENCHMARK(undo)->Name("import, undo")->Unit(benchmark::kMillisecond)->Iterations(1);

void bareCommit(benchmark::State& state) {
  Practice practice;
  practice.close();
  auto keys = storage::loadKeyFile(practice.place());
  const auto key = storage::unwrapWithPassword(keys, keys.users.front(), kPassword);
  const auto db = storage::openSqlCipher(fs::canonical(practice.place()) / "practice.db", key,
                                         storage::OpenMode::existing);
  for (auto _ : state) {
    storage::Transaction transaction(*db);
    const auto row = db->prepare(
        "INSERT INTO client (id, name, called_as, sort_name, pronouns, birth_date, phone, email, address, "
        "occupation, emergency_contact, language, large_print, about, status, created_at) VALUES (:id, "
        ":name, '', "
        "'', '', :born, :phone, '', '', '', '', 'en', 0, '', 'active', 0)");
    for (int i = 0; i < kIncoming; ++i) {
      const auto one = practice.client(i);
      row->rewind();
      storage::bindId(*row, "id", one.id);
      row->bindText("name", one.name).bindText("phone", one.phone);
      storage::bindDay(*row, "born", one.birthDate);
      row->run();
    }
    transaction.commit();
  }
}
BENCHMARK(bareCommit)->Name("import, bring in/floor")->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace unknot::bench
