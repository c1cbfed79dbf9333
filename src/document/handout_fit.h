// Chooses how the exercises of a handout are laid out: on as few pages as they can be, with pictures as large
// as that allows.
#pragma once

#include <utility>
#include <vector>

#include "document/exercise_block.h"

namespace unknot::document {

class HandoutFit {
 public:
  // Lives no longer than `parts`.
  explicit HandoutFit(const Parts& parts) : m_parts(parts) {}

  void addExercise(ExerciseBlock exercise);
  // Stands in a document for all exercises; at most once.
  static Blocks placeOfExercises();
  std::vector<Piece> fitted(const Blocks& blocks);

 private:
  struct Choice {
    std::vector<std::size_t> variants;  // one an exercise
    bool withPurpose = false;
  };

  // An exercise as it stands on paper.
  struct LaidOut {
    std::vector<Piece> pieces;
    double height = 0;
  };

  std::vector<Piece> pieces(const Choice& choice);
  // What is bad about a choice, the worse first: exercises taller than a page, then pages.
  using Cost = std::pair<std::size_t, std::size_t>;
  Cost cost(const Choice& choice);
  const LaidOut& exercise(std::size_t index, std::size_t variant, bool withPurpose);
  void enlarge(Choice& choice, const Cost& allowed);

  const Parts& m_parts;
  std::vector<ExerciseBlock> m_exercises;
  // Each exercise by variant and purpose, laid out when first asked for.
  std::vector<std::vector<LaidOut>> m_laid;
  std::vector<Piece> m_before;
  std::vector<Piece> m_after;
  bool m_keepWithBefore = false;  // a heading stands before the exercises
};

}  // namespace unknot::document
