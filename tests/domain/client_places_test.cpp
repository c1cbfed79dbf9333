#include "domain/client_places.h"

#include <boost/test/unit_test.hpp>

using namespace unknot;

namespace {

const std::vector<domain::PlainArea> kAreas{{"low-back-left", {"ql-l", "para-l-l"}},
                                            {"foot-left", {"foot-l"}}};

}  // namespace

BOOST_AUTO_TEST_SUITE(ClientPlacesTest)

BOOST_AUTO_TEST_CASE(APointComesBackAsItWasPut) {
  domain::PointMark mark;
  mark.region = "ql-l";
  mark.view = domain::BodyView::back;
  mark.across = 310;
  mark.down = 720;
  const auto row = domain::rowOfPoint(mark);
  BOOST_TEST(domain::isPoint(row));
  BOOST_REQUIRE(domain::pointIn(row).has_value());
  BOOST_TEST((*domain::pointIn(row) == mark));
}

BOOST_AUTO_TEST_CASE(AreasBecomeTheirRegions) {
  const auto places =
      domain::placesIn(kAreas, {domain::rowOfArea(kAreas[0]), {{"area", "foot-left"}, {"words", "numb"}}});
  BOOST_TEST(places.regions.size() == 3U);
  BOOST_TEST(places.regions.contains("para-l-l"));
  BOOST_TEST(places.points.empty());
}

BOOST_AUTO_TEST_CASE(WhatCantBeUnderstoodShowsNothing) {
  const std::vector<domain::AnswerRow> rows{
      {{"area", "gone"}},
      {{"words", "somewhere in the middle"}},
      {{"region", "ql-l"}},
      {{"region", "ql-l"}, {"view", "inside"}, {"across", "1"}, {"down", "2"}},
      {{"region", "ql-l"}, {"view", "back"}, {"across", "1001"}, {"down", "2"}},
      {{"region", "ql-l"}, {"view", "back"}, {"across", "one"}, {"down", "2"}}};
  BOOST_TEST(domain::placesIn(kAreas, rows).isEmpty());
}

BOOST_AUTO_TEST_CASE(EachRegionHasItsArea) {
  BOOST_TEST(domain::areaOf(kAreas, "ql-l")->slug == "low-back-left");
  BOOST_TEST((domain::areaOf(kAreas, "nowhere") == nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
