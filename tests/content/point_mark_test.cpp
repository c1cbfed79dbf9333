// Point marks on the shipped atlas.
#include <boost/test/unit_test.hpp>

#include <cmath>

#include "content/content.h"
#include "core/error.h"
#include "domain/point_mark.h"
#include "scratch.h"
#include "support/throws.h"

using namespace unknot;
using domain::BodyView;
using domain::PointKind;
using domain::PointMark;

namespace {

const domain::BodyAtlas& atlas() {
  static const content::Content s_content = content::Content::load(tests::shippedFolders());
  return s_content.atlas();
}

// The same regions, drawn half as wide and a little lower.
domain::BodyAtlas redrawn() {
  const core::Affine map{.5, 0, 0, .9, 40, 60};
  auto views = atlas().views();
  for (auto& view : views) view.outline = view.outline.transformed(map);
  auto regions = atlas().regions();
  for (auto& region : regions)
    for (auto& [view, shape] : region.shapes) {
      shape.path = shape.path.transformed(map);
      shape.label = map.apply(shape.label);
    }
  return {std::move(views), std::move(regions)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PointMarkTest)

BOOST_AUTO_TEST_CASE(APlaceComesBackWhereItWasPut) {
  int places = 0;
  for (const auto& region : atlas().regions())
    for (const auto& [view, shape] : region.shapes) {
      const auto box = shape.path.bounds();
      for (double x = .05; x < 1; x += .1)
        for (double y = .05; y < 1; y += .1) {
          const core::Point at{box.x + x * box.width, box.y + y * box.height};
          if (atlas().hit(view, at) != &region) continue;
          const auto mark = domain::markAt(atlas(), view, at, PointKind::tender);
          BOOST_REQUIRE(mark);
          BOOST_REQUIRE(mark->region == region.slug);
          const auto back = domain::placeOf(atlas(), *mark);
          BOOST_REQUIRE(back);
          // A thousandth of the box, and never outside the region.
          BOOST_TEST(core::distance(*back, at) < .02 * std::hypot(box.width, box.height), region.slug);
          BOOST_TEST(atlas().hit(view, *back) == &region);
          ++places;
        }
    }
  BOOST_TEST(places > 5000);
}

BOOST_AUTO_TEST_CASE(BesideTheFigureThereIsNoMark) {
  BOOST_TEST(!domain::markAt(atlas(), BodyView::front, {2, 2}, PointKind::scar));
}

BOOST_AUTO_TEST_CASE(LeftAndRightAreMirrorImages) {
  const double width = atlas().view(BodyView::back)->size.width;
  const auto* left = atlas().find("ql-l");
  const core::Point at = left->shapes.at(BodyView::back).label + core::Point{3, 5};
  const core::Point end = at + core::Point{20, 120};
  const auto a = domain::markAt(atlas(), BodyView::back, at, PointKind::radiating, end);
  const auto b = domain::markAt(atlas(), BodyView::back, {width - at.x, at.y}, PointKind::radiating,
                                core::Point{width - end.x, end.y});
  BOOST_REQUIRE(a);
  BOOST_REQUIRE(b);
  BOOST_TEST(b->region == "ql-r");
  auto mirrored = *a;
  mirrored.region = "ql-r";
  BOOST_TEST((mirrored == *b));
  const auto reach = domain::reachOf(atlas(), *b);
  BOOST_REQUIRE(reach);
  BOOST_TEST(core::distance(*reach, {width - end.x, end.y}) < 2);
}

BOOST_AUTO_TEST_CASE(RedrawnArtworkTakesTheMarkWithItsRegion) {
  const auto other = redrawn();
  for (const auto& region : atlas().regions())
    for (const auto& [view, shape] : region.shapes)
      for (const int across : {0, 300, 500, 1000})
        for (const int down : {0, 500, 1000}) {
          const PointMark mark{region.slug, view, PointKind::ache, across, down, 0, 0, ""};
          const auto here = domain::placeOf(atlas(), mark);
          const auto there = domain::placeOf(other, mark);
          BOOST_REQUIRE(here);
          BOOST_REQUIRE(there);
          const auto* hit = other.hit(view, *there);
          BOOST_REQUIRE(hit);
          BOOST_TEST(hit->slug == region.slug);
        }
}

BOOST_AUTO_TEST_CASE(ARadiatingLineIsNeverADotAndStaysOnTheSheet) {
  const auto at = atlas().find("glmax-l")->shapes.at(BodyView::back).label;
  const auto dot = domain::markAt(atlas(), BodyView::back, at, PointKind::radiating, at);
  BOOST_REQUIRE(dot);
  BOOST_TEST(std::hypot(dot->reachX, dot->reachY) >= domain::kShortestReach);
  const auto far =
      domain::markAt(atlas(), BodyView::back, at, PointKind::radiating, core::Point{-5000, 9000});
  BOOST_REQUIRE(far);
  domain::check(*far, "points[0]");
  const auto end = domain::reachOf(atlas(), *far);
  BOOST_REQUIRE(end);
  BOOST_TEST(end->x >= 0);
  BOOST_TEST(end->y <= atlas().view(BodyView::back)->size.height);
}

BOOST_AUTO_TEST_CASE(WhatCantBeIsRefusedByPlace) {
  const PointMark good{"ql-l", BodyView::back, PointKind::scar, 500, 500, 0, 0, ""};
  domain::check(good, "points[3]");
  auto wrong = good;
  wrong.across = 1001;
  BOOST_TEST(test::thrownBy([&] { domain::check(wrong, "points[3]"); }).find("points[3].across") !=
             std::string::npos);
  wrong = good;
  wrong.reachX = 5;
  BOOST_TEST(test::thrownBy([&] { domain::check(wrong, "points[3]"); }).starts_with("error.point.reach"));
  wrong = good;
  wrong.kind = PointKind::radiating;
  BOOST_TEST(test::thrownBy([&] { domain::check(wrong, "points[3]"); }).starts_with("error.point.reach"));
  wrong = good;
  wrong.region.clear();
  BOOST_TEST(test::thrownBy([&] { domain::check(wrong, "points[3]"); }).starts_with("error.text.empty"));
}

BOOST_AUTO_TEST_SUITE_END()
