#include "platform/process.h"

#include <sys/resource.h>
#include <unistd.h>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "platform/log.h"
#include "platform/system_clock.h"
#include "platform/system_random.h"
#include "platform/worker_thread.h"
#include "support/fakes.h"
#include "support/temporary_folder.h"

using namespace unknot;

BOOST_AUTO_TEST_SUITE(Process)

BOOST_AUTO_TEST_CASE(ABrokenPipeIsAnErrorAndNotTheEnd) {
  platform::ignoreWriteSignals();
  std::array<int, 2> ends{};
  BOOST_REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  BOOST_TEST(::write(ends[1], "x", 1) == -1);
  BOOST_TEST(errno == EPIPE);
  ::close(ends[1]);
}

BOOST_AUTO_TEST_CASE(NoCoreIsDumped) {
  platform::forbidCoreDumps();
  rlimit limit{};
  ::getrlimit(RLIMIT_CORE, &limit);
  BOOST_TEST(limit.rlim_cur == 0U);
}

BOOST_AUTO_TEST_CASE(RandomBytesDiffer) {
  platform::SystemRandom random;
  std::set<std::array<std::byte, 16>> seen;
  for (int i = 0; i < 100; ++i) {
    std::array<std::byte, 16> bytes{};
    random.fill(bytes);
    seen.insert(bytes);
  }
  BOOST_TEST(seen.size() == 100U);
}

BOOST_AUTO_TEST_CASE(TheClockIsSetAndDoesNotGoBack) {
  const platform::SystemClock clock;
  BOOST_TEST(clock.now().ms > 1'700'000'000'000);
  const auto before = clock.monotonicMs();
  BOOST_TEST(clock.monotonicMs() >= before);
}

BOOST_AUTO_TEST_CASE(JobsAreDoneInOrderAndNoneIsLost) {
  std::vector<int> done;
  {
    platform::WorkerThread worker;
    for (int i = 0; i < 1000; ++i) worker.post([&done, i] { done.push_back(i); });
    worker.post([&] { worker.post([&done] { done.push_back(1000); }); });
  }
  BOOST_REQUIRE(done.size() == 1001U);
  for (int i = 0; i <= 1000; ++i) BOOST_REQUIRE(done[static_cast<std::size_t>(i)] == i);
}

BOOST_AUTO_TEST_CASE(AFinishedThreadHasDoneAllThatWasPosted) {
  platform::WorkerThread worker;
  int done = 0;
  {
    const platform::FinishAtEnd finish(worker);
    for (int i = 0; i < 100; ++i) worker.post([&done] { ++done; });
  }
  BOOST_TEST(done == 100);
  worker.finish();
  worker.post([&done] { ++done; });
  BOOST_TEST(done == 100);
}

BOOST_AUTO_TEST_CASE(TheLogRotatesAndHoldsIdsOnly) {
  const test::TemporaryFolder folder;
  const test::FakeClock clock;
  platform::Log log(folder.path(), clock, 200);
  for (int i = 0; i < 9; ++i) BOOST_TEST(log.error({"error.text.long", {{"field", "Zoë Müller"}}, {}}));
  std::string text;
  for (const char* name : {"unknot.log", "unknot.1.log"}) {
    BOOST_TEST(std::filesystem::file_size(folder / name) < 300U);
    std::ifstream in(folder / name);
    text.append(std::istreambuf_iterator<char>(in), {});
  }
  BOOST_TEST(text.find("2026-03-02T09:00:00.000Z error error.text.long\n") != std::string::npos);
  BOOST_TEST(text.find("Zoë") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
