// Arrow keys among places that nobody drew for them.
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>

#include "domain/arrow_moves.h"

using namespace unknot;
using domain::Direction;

namespace {

constexpr std::array kDirections{Direction::left, Direction::right, Direction::up, Direction::down};

struct Places {
  std::vector<core::Point> at;
  std::vector<domain::Polygons> shapes;
  domain::ArrowMoves moves() const {
    std::vector<domain::ArrowStop> stops;
    for (std::size_t i = 0; i < at.size(); ++i) stops.push_back({at[i], &shapes[i]});
    return domain::arrowMoves(stops);
  }
};

Places squaresAt(const std::vector<core::Point>& at, double size) {
  Places places{at, {}};
  for (const auto p : at)
    places.shapes.push_back(core::Path::rectangle({p.x - size / 2, p.y - size / 2, size, size}).flattened(1));
  return places;
}

std::size_t reachedFrom(const domain::ArrowMoves& moves, std::size_t start) {
  std::vector<bool> reached(moves.size(), false);
  std::vector<std::size_t> open{start};
  reached[start] = true;
  std::size_t count = 0;
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    ++count;
    for (const auto& to : moves[at])
      if (to && !reached[*to]) {
        reached[*to] = true;
        open.push_back(*to);
      }
  }
  return count;
}

core::Point unit(Direction direction) {
  switch (direction) {
    case Direction::left:
      return {-1, 0};
    case Direction::right:
      return {1, 0};
    case Direction::up:
      return {0, -1};
    case Direction::down:
      return {0, 1};
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ArrowMoves)

BOOST_AUTO_TEST_CASE(WithoutPlacesThereAreNoMoves) {
  BOOST_TEST(domain::arrowMoves({}).empty());
  const auto moves = squaresAt({{5, 5}}, 2).moves();
  for (const auto& to : moves.front()) BOOST_TEST(!to.has_value());
}

BOOST_AUTO_TEST_CASE(FromEveryPlaceEveryOtherIsReachedAndEachMoveGoesItsWay) {
  std::mt19937 chance(7);
  std::uniform_real_distribution<double> coordinate(0, 400);
  for (int round = 0; round < 300; ++round) {
    std::vector<core::Point> at;
    while (at.size() < 2 + static_cast<std::size_t>(round) % 40)
      at.push_back({coordinate(chance), coordinate(chance)});
    const auto places = squaresAt(at, 3);
    const auto moves = places.moves();
    for (std::size_t i = 0; i < at.size(); ++i) {
      BOOST_TEST(reachedFrom(moves, i) == at.size(), "round " << round);
      for (const auto direction : kDirections) {
        const auto to = moves[i][static_cast<std::size_t>(direction)];
        if (!to) continue;
        const auto way = at[*to] - at[i];
        const auto arrow = unit(direction);
        BOOST_TEST(way.x * arrow.x + way.y * arrow.y > .2 * core::length(way));
      }
    }
  }
}

// Beside a wide shape whose place is far off lies a small one nearby: the arrow still enters what it meets.
BOOST_AUTO_TEST_CASE(WhatTheArrowMeetsFirstIsPreferred) {
  Places places{{{0, 0}, {60, 30}, {70, -4}}, {}};
  places.shapes.push_back(core::Path::rectangle({-10, -10, 20, 20}).flattened(1));
  places.shapes.push_back(core::Path::rectangle({20, -10, 30, 80}).flattened(1));
  places.shapes.push_back(core::Path::rectangle({65, -9, 10, 10}).flattened(1));
  const auto right = static_cast<std::size_t>(Direction::right);
  BOOST_TEST(*places.moves()[0][right] == 1u);
  places.shapes[1] = core::Path::rectangle({20, 10, 30, 60}).flattened(1);
  BOOST_TEST(*places.moves()[0][right] == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
