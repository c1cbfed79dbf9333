#include "domain/arrow_moves.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace unknot::domain {
namespace {

constexpr std::array kDirections{Direction::left, Direction::right, Direction::up, Direction::down};
// The least way forward, in figure units, and as a share of the way sideways: anywhere, and where an arrow
// meets the other shape first.
constexpr double kLeastForward = 4;
constexpr double kForwardShare = .6;
constexpr double kForwardShareAhead = .25;
// A way sideways counts this much more than a way forward.
constexpr double kSideways = 1.5;
// What a move counts less for each of its two ends from which the arrow meets the other shape first.
constexpr double kAhead = .7;
// How much farther than the best move one that also leads back may go.
constexpr double kSlack = 2;

std::size_t indexOf(Direction direction) {
  return static_cast<std::size_t>(direction);
}

Direction reverse(Direction direction) {
  switch (direction) {
    case Direction::left:
      return Direction::right;
    case Direction::right:
      return Direction::left;
    case Direction::up:
      return Direction::down;
    case Direction::down:
      return Direction::up;
  }
  return direction;
}

bool isLevel(Direction direction) {
  return direction == Direction::left || direction == Direction::right;
}

// How far one goes along the arrow when one goes `way`.
double along(core::Point way, Direction direction) {
  const double positive = isLevel(direction) ? way.x : way.y;
  return direction == Direction::left || direction == Direction::up ? -positive : positive;
}

// How far the arrow flies until it meets the shape.
std::optional<double> distanceAhead(const Polygons& shape, core::Point from, Direction direction) {
  std::optional<double> nearest;
  const bool level = isLevel(direction);
  for (const auto& polygon : shape)
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
      const core::Point a = polygon[j] - from;
      const core::Point b = polygon[i] - from;
      const double aSide = level ? a.y : a.x;
      const double bSide = level ? b.y : b.x;
      if ((aSide > 0) == (bSide > 0)) continue;
      const double distance = along(a + (b - a) * (aSide / (aSide - bSide)), direction);
      if (distance > 0 && (!nearest || distance < *nearest)) nearest = distance;
    }
  return nearest;
}

ArrowMoves firstMet(const std::vector<ArrowStop>& stops) {
  ArrowMoves met(stops.size());
  for (std::size_t from = 0; from < stops.size(); ++from)
    for (const Direction direction : kDirections) {
      std::optional<double> least;
      for (std::size_t to = 0; to < stops.size(); ++to) {
        if (to == from) continue;
        const auto distance = distanceAhead(*stops[to].shape, stops[from].place, direction);
        if (!distance || (least && *distance >= *least)) continue;
        least = distance;
        met[from][indexOf(direction)] = to;
      }
    }
  return met;
}

// What a move costs; none when it doesn't go that way. `met`: how many of its ends meet the other one first.
std::optional<double> costOf(core::Point way, Direction direction, int met) {
  const double forward = along(way, direction);
  const double sideways = std::abs(isLevel(direction) ? way.y : way.x);
  if (forward < kLeastForward || forward < (met > 0 ? kForwardShareAhead : kForwardShare) * sideways)
    return {};
  return (forward + kSideways * sideways) * std::pow(kAhead, met);
}

struct Move {
  double cost;
  std::size_t from, to;
  Direction direction;
  bool operator<(const Move& other) const {
    return std::tie(cost, from, to) < std::tie(other.cost, other.from, other.to);
  }
};

// All moves there could be, the cheapest first.
std::vector<Move> possibleMoves(const std::vector<ArrowStop>& stops) {
  const ArrowMoves met = firstMet(stops);
  std::vector<Move> moves;
  for (std::size_t from = 0; from < stops.size(); ++from)
    for (std::size_t to = 0; to < stops.size(); ++to)
      for (const Direction direction : kDirections) {
        const int both = (met[from][indexOf(direction)] == to ? 1 : 0) +
                         (met[to][indexOf(reverse(direction))] == from ? 1 : 0);
        if (const auto cost = costOf(stops[to].place - stops[from].place, direction, both))
          moves.push_back({*cost, from, to, direction});
      }
  std::sort(moves.begin(), moves.end());
  return moves;
}

using Reached = std::vector<bool>;

// Which stops can be reached from one, or (backwards) from which it can be reached.
Reached reachedFrom(const ArrowMoves& moves, std::size_t start, bool backwards) {
  std::vector<std::vector<std::size_t>> next(moves.size());
  for (std::size_t from = 0; from < moves.size(); ++from)
    for (const auto& to : moves[from])
      if (to) next[backwards ? *to : from].push_back(backwards ? from : *to);
  Reached reached(moves.size(), false);
  reached[start] = true;
  for (std::vector<std::size_t> open{start}; !open.empty();) {
    const std::size_t at = open.back();
    open.pop_back();
    for (const std::size_t to : next[at])
      if (!reached[to]) {
        reached[to] = true;
        open.push_back(to);
      }
  }
  return reached;
}

struct Connected {
  Reached from, to;  // the stops reached from the start, and those that reach it
  std::size_t count = 0;
};

Connected connectedWith(const ArrowMoves& moves, std::size_t start) {
  Connected connected{reachedFrom(moves, start, false), reachedFrom(moves, start, true), 0};
  for (std::size_t i = 0; i < moves.size(); ++i) connected.count += connected.from[i] && connected.to[i];
  return connected;
}

// Turns single arrows, the cheapest first, until every place reaches every other.
void connect(ArrowMoves& moves, const std::vector<Move>& possible) {
  std::size_t start = 0;
  Connected best = connectedWith(moves, start);
  for (std::size_t i = 1; i < moves.size() && best.count < moves.size(); ++i)
    if (auto other = connectedWith(moves, i); other.count > best.count) {
      best = std::move(other);
      start = i;
    }
  const auto improve = [&] {
    for (const auto& move : possible) {
      const bool reaches = best.from[move.from] && !best.from[move.to];
      const bool leadsBack = !best.to[move.from] && best.to[move.to];
      if (!reaches && !leadsBack) continue;
      auto& arrow = moves[move.from][indexOf(move.direction)];
      const auto old = arrow;
      arrow = move.to;
      if (auto changed = connectedWith(moves, start); changed.count > best.count) {
        best = std::move(changed);
        return true;
      }
      arrow = old;
    }
    return false;
  };
  while (best.count < moves.size() && improve()) {
  }
}

}  // namespace

ArrowMoves arrowMoves(const std::vector<ArrowStop>& stops) {
  ArrowMoves moves(stops.size());
  if (stops.empty()) return moves;
  const auto possible = possibleMoves(stops);

  std::vector<std::array<std::optional<Move>, 4>> cheapest(stops.size());
  for (const auto& move : possible) {
    auto& slot = cheapest[move.from][indexOf(move.direction)];
    if (!slot) slot = move;
  }
  for (const auto& move : possible) {
    auto& there = moves[move.from][indexOf(move.direction)];
    auto& back = moves[move.to][indexOf(reverse(move.direction))];
    if (there || back) continue;
    if (move.cost > kSlack * cheapest[move.from][indexOf(move.direction)]->cost ||
        move.cost > kSlack * cheapest[move.to][indexOf(reverse(move.direction))]->cost)
      continue;
    there = move.to;
    back = move.from;
  }
  for (std::size_t from = 0; from < stops.size(); ++from)
    for (const Direction direction : kDirections)
      if (const auto& move = cheapest[from][indexOf(direction)]; move && !moves[from][indexOf(direction)])
        moves[from][indexOf(direction)] = move->to;
  connect(moves, possible);
  return moves;
}

}  // namespace unknot::domain
