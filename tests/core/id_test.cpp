#include "core/id.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace unknot::core;

namespace {

struct HandClock : Clock {
  Instant time{1'700'000'000'000};
  Instant now() const override { return time; }
  std::int64_t monotonicMs() const override { return time.ms; }
};

struct CountingRandom : Random {
  unsigned char next = 0;
  void fill(std::span<std::byte> bytes) override {
    for (auto& b : bytes) b = static_cast<std::byte>(next++);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(IdSourceTest)

BOOST_AUTO_TEST_CASE(IdsGrowEvenWhenTheClockStandsOrGoesBack) {
  HandClock clock;
  CountingRandom random;
  IdSource source(clock, random);
  Uuid last;
  for (int i = 0; i < 10'000; ++i) {
    if (i == 5000) clock.time.ms -= 60'000;
    const Uuid id = source.next();
    BOOST_REQUIRE(last < id);
    last = id;
  }
}

BOOST_AUTO_TEST_CASE(AnIdIsAVersionSevenUuidOfItsMillisecond) {
  HandClock clock;
  CountingRandom random;
  const std::string text = IdSource(clock, random).next().toString();
  BOOST_TEST(text.substr(0, 13) == "018bcfe5-6800");
  BOOST_TEST(text[14] == '7');
  BOOST_TEST(std::string("89ab").find(text[19]) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(TextFormIsReadBackAndNothingElseIs) {
  const std::string text = "018bcfe5-6800-7abc-8def-0123456789ab";
  BOOST_TEST(Uuid::parse(text).value().toString() == text);
  BOOST_TEST(Uuid::parse("018BCFE5-6800-7ABC-8DEF-0123456789AB").value().toString() == text);
  for (const char* none : {"", "018bcfe5-6800-7abc-8def-0123456789a", "018bcfe5-6800-7abc-8def-0123456789abc",
                           "018bcfe56800-7abc-8def-0123456789ab--", "018bcfe5-6800-7abc-8def-0123456789ag"})
    BOOST_TEST(!Uuid::parse(none), none);
}

BOOST_AUTO_TEST_SUITE_END()
