// One movement of a handout, laid out in several ways to choose from.
#pragma once

#include <vector>

#include "document/parts.h"
#include "domain/exercise_plan.h"

namespace unknot::document {

struct ExerciseVariant {
  double pictureSize = 0;  // square root of a frame's area, points; 0: no picture
  // Without what stands above: the title, and what the movement is for.
  Blocks blocks;
};

struct ExerciseBlock {
  Blocks title;
  Blocks purpose;  // one line under the title; may be empty
  // From the lowest to the highest, each with larger pictures than the one before. At least one.
  std::vector<ExerciseVariant> variants;

  // Stays on one page while it fits one.
  std::vector<Piece> pieces(const Parts& parts, std::size_t variant, bool withPurpose) const;
};

// "4.  Side Curl, left side"
std::string numberedTitle(const BuildContext& context, const domain::ExercisePlan& plan, std::size_t index);

// Pictures beside the steps; in large print above them, where lines would get too short.
ExerciseBlock exerciseBlock(const BuildContext& context, const Parts& parts, const domain::ExercisePlan& plan,
                            std::size_t index);

}  // namespace unknot::document
