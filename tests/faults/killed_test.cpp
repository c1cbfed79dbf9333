// A process that is killed while it saves: what it had acknowledged is there, once, and the chain holds.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <stdexcept>

#include "faults/failing_writes.h"
#include "faults/faults_support.h"
#include "platform/system_random.h"

using namespace unknot;

namespace {

using Ids = std::vector<domain::SessionVersionId>;

// A process of its own that saves; whatever it tells through the pipe was acknowledged.
class Child {
 public:
  // `work` is given a way to acknowledge; the child ends when it does.
  explicit Child(const std::function<void(const std::function<void(domain::SessionVersionId)>&)>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    m_process = ::fork();
    if (m_process < 0) throw std::runtime_error("no process");
    if (m_process == 0) {
      ::close(ends[0]);
      int result = 0;
      try {
        work([&](domain::SessionVersionId id) {
          const auto text = id.toString() + "\n";
          if (::write(ends[1], text.data(), text.size()) != static_cast<ssize_t>(text.size())) ::_exit(3);
        });
      } catch (...) {
        result = 2;
      }
      // Nothing of the test program it was made from may run in it.
      ::_exit(result);
    }
    ::close(ends[1]);
    m_reading = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { ::close(m_reading); }

  // Waits until it has acknowledged one more; false when it has ended.
  bool hear() {
    constexpr std::size_t kLine = 37;
    std::array<char, kLine> line{};
    std::size_t had = 0;
    while (had < kLine) {
      const ssize_t count = ::read(m_reading, line.data() + had, kLine - had);
      if (count <= 0) return false;
      had += static_cast<std::size_t>(count);
    }
    m_heard.push_back(*domain::SessionVersionId::parse(std::string_view(line.data(), kLine - 1)));
    return true;
  }
  void kill() const { ::kill(m_process, SIGKILL); }
  // Whether it was killed, rather than ending by itself.
  bool wasKilled() {
    while (hear()) {
    }
    int status = 0;
    ::waitpid(m_process, &status, 0);
    if (WIFEXITED(status)) BOOST_TEST(WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  }
  const Ids& heard() const { return m_heard; }

 private:
  pid_t m_process = -1;
  int m_reading = -1;
  Ids m_heard;
};

struct KilledFixture : test::FaultFixture {
  std::string journal() const { return (place / "practice.db-journal").string(); }

  // A version of one session in five, a new session else: both kinds of save.
  domain::SessionVersion next(int number, domain::SessionVersion& last) {
    clock.advanceMs(1000);
    auto made = largeVersion();
    if (number % 5 == 4) made.session = last.session;
    last = made;
    return made;
  }

  // Opens what a killed process left: everything acknowledged is there once, at most one more, and the chain
  // holds. What is there is the new beginning.
  void requireNothingLost(Ids& acknowledged) {
    open();
    Ids there;
    for (const auto& session : store->sessions().ofClient(of)) {
      const auto versions = store->sessions().versions(session.id);
      storage::requireWhole({versions, session.signatures});
      for (const auto& one : versions) there.push_back(one.id);
    }
    std::sort(there.begin(), there.end());
    BOOST_TEST((std::adjacent_find(there.begin(), there.end()) == there.end()), "there twice");
    std::sort(acknowledged.begin(), acknowledged.end());
    BOOST_TEST(std::includes(there.begin(), there.end(), acknowledged.begin(), acknowledged.end()));
    // The one whose commit was done and not told yet.
    BOOST_TEST(there.size() <= acknowledged.size() + 1);
    acknowledged = there;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Killed, KilledFixture)

BOOST_AUTO_TEST_CASE(AtAnyMomentOfSavingNothingAcknowledgedIsLost) {
  begin();
  store.reset();
  Ids acknowledged;
  platform::SystemRandom chance;
  const int loops = test::everyPoint() ? 20 : 4;
  int saved = 0;
  int rolledBack = 0;
  for (int loop = 0; loop < loops; ++loop) {
    random = test::FakeRandom(1000U + static_cast<std::uint64_t>(loop));
    clock.advanceMs(1'000'000);
    Child child([&](const auto& acknowledge) {
      open();
      domain::SessionVersion last;
      for (int i = 0;; ++i) acknowledge(store->sessions().append(next(i, last)).id);
    });
    std::array<std::byte, 3> bytes{};
    chance.fill(bytes);
    for (int i = std::to_integer<int>(bytes[0]) % 8; i >= 0; --i) BOOST_REQUIRE(child.hear());
    // Somewhere within the next few saves.
    ::usleep(static_cast<useconds_t>(std::to_integer<unsigned>(bytes[1]) * 64 +
                                     std::to_integer<unsigned>(bytes[2])));
    child.kill();
    BOOST_TEST(child.wasKilled());
    saved += static_cast<int>(child.heard().size());
    acknowledged.insert(acknowledged.end(), child.heard().begin(), child.heard().end());
    if (std::filesystem::file_size(journal()) > 0) ++rolledBack;
    requireNothingLost(acknowledged);
    store.reset();
  }
  requireWholeFile();
  BOOST_TEST_MESSAGE("killed " << loops << " times while saving, " << saved << " saves acknowledged, "
                               << rolledBack << " times in the middle of a commit");
}

BOOST_AUTO_TEST_CASE(AtEveryWriteOfACommitHalfAWriteIsUndone) {
  begin();
  store.reset();
  Ids acknowledged;
  const int stride = test::everyPoint() ? 1 : 12;
  int killed = 0;
  int rolledBack = 0;
  for (int at = 1;; at += stride) {
    random = test::FakeRandom(5000U + static_cast<std::uint64_t>(at));
    clock.advanceMs(1'000'000);
    Child child([&](const auto& acknowledge) {
      open();
      domain::SessionVersion last;
      acknowledge(store->sessions().append(next(0, last)).id);
      const test::FailingWrites failing(test::Fault::killed, at);
      const auto version = next(1, last);
      store->sessions().append(version);
      acknowledge(version.id);
    });
    const bool met = child.wasKilled();
    BOOST_TEST(child.heard().size() == (met ? 1U : 2U));
    acknowledged.insert(acknowledged.end(), child.heard().begin(), child.heard().end());
    if (std::filesystem::file_size(journal()) > 0) ++rolledBack;
    requireNothingLost(acknowledged);
    store.reset();
    if (!met) break;
    ++killed;
  }
  BOOST_TEST(killed > 0);
  BOOST_TEST(rolledBack > 0);
  requireWholeFile();
  BOOST_TEST_MESSAGE("killed at " << killed << " writes of a commit, each half done; " << rolledBack
                                  << " were rolled back on opening");
}

BOOST_AUTO_TEST_SUITE_END()
