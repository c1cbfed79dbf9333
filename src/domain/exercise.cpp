#include "domain/exercise.h"

#include <algorithm>

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<Position, 7> kPositionWords{{{Position::lyingOnBack, "lying-on-back"},
                                               {Position::lyingOnFront, "lying-on-front"},
                                               {Position::lyingOnSide, "lying-on-side"},
                                               {Position::sittingOnFloor, "sitting-on-floor"},
                                               {Position::sittingOnChair, "sitting-on-chair"},
                                               {Position::standing, "standing"},
                                               {Position::allFours, "all-fours"}}};

}  // namespace

std::string_view toString(Position position) {
  return choiceText(kPositionWords, position);
}
Position positionFrom(std::string_view text) {
  return choiceFrom(kPositionWords, "position", text);
}

bool isOnFloor(Position position) {
  return position != Position::sittingOnChair && position != Position::standing;
}

const PoseFrame* pictureNamed(const std::vector<Exercise>& library, std::string_view name) {
  const std::size_t colon = name.rfind(':');
  if (colon == std::string_view::npos || colon + 2 != name.size()) return nullptr;
  const auto number = static_cast<std::size_t>(name.back() - '1');
  const auto found = std::find_if(library.begin(), library.end(),
                                  [&](const Exercise& each) { return each.slug == name.substr(0, colon); });
  const bool there = found != library.end() && found->pictures.empty() && number < found->frames.size();
  return there ? &found->frames[number] : nullptr;
}

bool isPhotoName(std::string_view name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !name.starts_with('.') && std::all_of(name.begin(), name.end(), allowed) &&
         (name.ends_with(".jpg") || name.ends_with(".jpeg") || name.ends_with(".png"));
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
