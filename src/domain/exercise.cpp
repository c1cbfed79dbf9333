#include "domain/exercise.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<Position, 7> kPositions{{{Position::lyingOnBack, "lying-on-back"},
                                           {Position::lyingOnFront, "lying-on-front"},
                                           {Position::lyingOnSide, "lying-on-side"},
                                           {Position::sittingOnFloor, "sitting-on-floor"},
                                           {Position::sittingOnChair, "sitting-on-chair"},
                                           {Position::standing, "standing"},
                                           {Position::allFours, "all-fours"}}};

}  // namespace

std::string_view toString(Position position) {
  return choiceText(kPositions, position);
}
Position positionFrom(std::string_view text) {
  return choiceFrom(kPositions, "position", text);
}

bool isOnFloor(Position position) {
  return position != Position::sittingOnChair && position != Position::standing;
}

Exercise forSide(const Exercise& exercise, Side side) {
  Exercise given = exercise;
  const auto steps = exercise.text.sideSteps.find(side);
  if (steps != exercise.text.sideSteps.end()) given.text.steps = steps->second;
  if (exercise.side && *exercise.side != side)
    for (auto& frame : given.frames) frame.mirrored = !frame.mirrored;
  return given;
}

}  // namespace unknot::domain
