#include "document/handout_fit.h"

#include <algorithm>

#include "document/block_layout.h"

namespace unknot::document {

void HandoutFit::addExercise(ExerciseBlock exercise) {
  m_laid.emplace_back(exercise.variants.size() * 2);
  m_exercises.push_back(std::move(exercise));
}

Blocks HandoutFit::placeOfExercises() {
  return {Laid{}};
}

std::vector<Piece> HandoutFit::fitted(const Blocks& blocks) {
  const auto place = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
    return std::holds_alternative<Laid>(block.value);
  });
  const Blocks before(blocks.begin(), place);
  m_before = layOut(before, m_parts.width(), m_parts.layout());
  if (place == blocks.end()) return m_before;
  m_after = layOut(Blocks(place + 1, blocks.end()), m_parts.width(), m_parts.layout());
  m_keepWithBefore = !before.empty() && std::holds_alternative<Heading>(before.back().value);

  Choice choice{std::vector<std::size_t>(m_exercises.size(), 0), false};
  const Cost least = cost(choice);
  enlarge(choice, least);
  choice.withPurpose = true;
  if (cost(choice) > least) {
    // What a movement is for is worth smaller pictures, but no page.
    Choice lowest{std::vector<std::size_t>(m_exercises.size(), 0), true};
    if (cost(lowest) <= least) {
      enlarge(lowest, least);
      choice = std::move(lowest);
    } else {
      choice.withPurpose = false;
    }
  }
  return pieces(choice);
}

// A step for each exercise in turn, so that no picture grows at the cost of all others.
void HandoutFit::enlarge(Choice& choice, const Cost& allowed) {
  std::vector<bool> done(m_exercises.size(), false);
  while (std::find(done.begin(), done.end(), false) != done.end()) {
    for (std::size_t i = 0; i < m_exercises.size(); ++i) {
      if (done[i]) continue;
      if (choice.variants[i] + 1 < m_exercises[i].variants.size()) {
        ++choice.variants[i];
        if (cost(choice) <= allowed) continue;
        --choice.variants[i];
      }
      done[i] = true;
    }
  }
}

const HandoutFit::LaidOut& HandoutFit::exercise(std::size_t index, std::size_t variant, bool withPurpose) {
  auto& laid = m_laid[index][variant * 2 + (withPurpose ? 1 : 0)];
  if (!laid.pieces.empty()) return laid;
  laid.pieces = m_exercises[index].pieces(m_parts, variant, withPurpose);
  laid.height = Extent::of(laid.pieces).height;
  if (index == 0 && m_keepWithBefore) laid.pieces.front().breakBefore = Break::never;
  return laid;
}

std::vector<Piece> HandoutFit::pieces(const Choice& choice) {
  std::vector<Piece> all = m_before;
  for (std::size_t i = 0; i < m_exercises.size(); ++i)
    append(all, exercise(i, choice.variants[i], choice.withPurpose).pieces);
  append(all, m_after);
  return all;
}

HandoutFit::Cost HandoutFit::cost(const Choice& choice) {
  const double height = m_parts.look().body.height;
  std::size_t tooTall = 0;
  std::vector<const Piece*> all;
  const auto add = [&](const std::vector<Piece>& pieces) {
    for (const auto& piece : pieces) all.push_back(&piece);
  };
  add(m_before);
  for (std::size_t i = 0; i < m_exercises.size(); ++i) {
    const LaidOut& laid = exercise(i, choice.variants[i], choice.withPurpose);
    if (laid.height > height) ++tooTall;
    add(laid.pieces);
  }
  add(m_after);
  return {tooTall, pageStarts(all, height).size()};
}

}  // namespace unknot::document
