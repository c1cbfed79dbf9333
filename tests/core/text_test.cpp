#include <boost/test/unit_test.hpp>

#include "core/executor.h"
#include "core/utf8.h"
#include "core/words.h"
#include "support/throws.h"

using namespace unknot::core;
using unknot::test::thrownBy;

BOOST_AUTO_TEST_SUITE(Utf8Test)

BOOST_AUTO_TEST_CASE(BrokenSequencesAreFound) {
  for (const char* good : {"", "plain", "Zoë", "Ёлкина", "佐藤 花子", "\xF0\x9F\x99\x82"})
    BOOST_TEST(isValidUtf8(good), good);
  for (const char* bad :
       {"\xFF", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "Zo\xC3", "\x80"})
    BOOST_TEST(!isValidUtf8(bad));
}

BOOST_AUTO_TEST_CASE(LimitsCountCodePointsAndRefuseBeforeCutting) {
  const std::string kana = "花子";
  BOOST_TEST(codePointCount(kana) == 2U);
  BOOST_TEST(thrownBy([&] { checkText("name", kana, 2); }) == "");
  BOOST_TEST(thrownBy([&] { checkText("name", kana, 1); }) == "error.text.long field=name length=2 limit=1");
  BOOST_TEST(thrownBy([] { checkText("name", std::string("a\0b", 3), 9); }) ==
             "error.text.control field=name");
  BOOST_TEST(thrownBy([] { checkText("name", "a\nb\tc", 9); }) == "");
  BOOST_TEST(thrownBy([] { checkText("name", "\xFF", 9); }) == "error.text.utf8 field=name");
}

BOOST_AUTO_TEST_CASE(TrimmingTakesNoBreakSpacesToo) {
  BOOST_TEST(trimmed(" \xC2\xA0 a b \n\xC2\xA0") == "a b");
  BOOST_TEST(trimmed(" \t ") == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(WordsTest)

BOOST_AUTO_TEST_CASE(ArgumentsAndPluralsAreFilledIn) {
  const Words words("en", {{"a", {"", "Hello {name}, {missing}"}}, {"n", {"one region", "{count} regions"}}});
  BOOST_TEST(words.say("a", {{"name", "{count}"}}) == "Hello {count}, {missing}");
  BOOST_TEST(words.sayCount("n", 1) == "one region");
  BOOST_TEST(words.sayCount("n", 0) == "0 regions");
}

BOOST_AUTO_TEST_CASE(AnUnknownIdIsNeverSilent) {
  BOOST_TEST(Words().say("x.y", {{"field", "name"}}) == "x.y field=name");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(TasksTest)

BOOST_AUTO_TEST_CASE(AResultForSomebodyGoneIsDropped) {
  struct Queue : Executor {
    std::vector<std::function<void()>> jobs;
    void post(std::function<void()> job) override { jobs.push_back(std::move(job)); }
  };
  InPlaceExecutor work;
  Queue back;
  Tasks tasks(work, back);
  int results = 0;
  auto alive = std::make_shared<int>(0);
  tasks.run(
      alive, [] { return 7; }, [&](int r) { results += r; }, [](std::exception_ptr) {});
  auto gone = std::make_shared<int>(0);
  tasks.run(
      gone, [] { return 100; }, [&](int r) { results += r; }, [](std::exception_ptr) {});
  gone.reset();
  for (auto& job : back.jobs) job();
  BOOST_TEST(results == 7);
}

BOOST_AUTO_TEST_CASE(AnErrorReachesTheAsker) {
  InPlaceExecutor here;
  Tasks tasks(here, here);
  auto alive = std::make_shared<int>(0);
  std::string said;
  tasks.run(
      alive,
      []() -> int {
        throw InputError({"error.x", {}, {}});
      },
      [](int) {}, [&](std::exception_ptr e) { said = describe(e).id; });
  BOOST_TEST(said == "error.x");
}

BOOST_AUTO_TEST_SUITE_END()
