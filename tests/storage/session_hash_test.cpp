// The canonical form of a session version is part of the file format. The expected hashes were worked out by
// a program of its own from the written form ("name:length:value\n"), not by the code under test.
#include "storage/session_hash.h"

#include <boost/test/unit_test.hpp>

#include "support/samples.h"

using namespace unknot;

namespace {

domain::SessionVersion small() {
  domain::SessionVersion version;
  version.salt = "00112233445566778899aabbccddeeff";
  version.id = test::idOf<domain::SessionVersionId>(5);
  version.session = test::idOf<domain::SessionId>(6);
  version.client = test::idOf<domain::ClientId>(1);
  version.author = test::idOf<domain::UserId>(9);
  version.savedAt = {1'772'442'000'123};
  version.content.serviceDate = core::Date(2026, 3, 2);
  version.content.minutes = 60;
  version.content.theirWords = "Tight.";
  domain::RegionFinding finding;
  finding.region = "ql-l";
  finding.before = domain::Tension(3);
  finding.findings.contracted = true;
  finding.techniques.assistedPandiculation = true;
  version.content.findings = {finding};
  return version;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SessionHash)

BOOST_AUTO_TEST_CASE(AVersionThatTheFirstFormCanHoldKeepsItsHash) {
  BOOST_TEST(storage::hashOf(small()) == "4a13b20f766e9ff1404e8f58568d6d559f87b6214c1c8c4f3271ea37f3df4da7");
}

BOOST_AUTO_TEST_CASE(TheSecondFormHoldsWhatTheFirstHasNoPlaceFor) {
  auto version = small();
  version.content.privateMemo = "Mine.";
  version.content.points = {{"ql-l", domain::BodyView::back, domain::PointKind::scar, 120, 990, 0, 0, ""}};
  version.content.observations = {{"limp", "", "left"}};
  BOOST_TEST(storage::hashOf(version) == "f6e5889d6e59e4f52d7b6831221b7b5a6ca0d8cec8991097d28a41ca48d753e5");
}

BOOST_AUTO_TEST_CASE(EveryPartOfTheContentChangesTheHash) {
  auto version = small();
  version.content = test::fullContent();
  const std::string whole = storage::hashOf(version);
  const auto differs = [&](auto change) {
    auto other = version;
    change(other.content);
    return storage::hashOf(other) != whole;
  };
  BOOST_TEST(differs([](auto& c) { c.privateMemo += "."; }));
  BOOST_TEST(differs([](auto& c) { c.points[0].across = 121; }));
  BOOST_TEST(differs([](auto& c) { c.points[0].view = domain::BodyView::left; }));
  BOOST_TEST(differs([](auto& c) { c.points[1].reachY = 311; }));
  BOOST_TEST(differs([](auto& c) { c.points.pop_back(); }));
  BOOST_TEST(differs([](auto& c) { std::swap(c.points[0], c.points[1]); }));
  BOOST_TEST(differs([](auto& c) { std::swap(c.observations[0].before, c.observations[0].after); }));
  BOOST_TEST(differs([](auto& c) { c.measuresAfter[0].value = 3; }));
  BOOST_TEST(differs([](auto& c) { std::swap(c.measures, c.measuresAfter); }));
}

BOOST_AUTO_TEST_SUITE_END()
