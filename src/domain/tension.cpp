#include "domain/tension.h"

#include <string>

#include "core/error.h"

namespace unknot::domain {

Tension::Tension(int value) : m_value(value) {
  if (value < kLowest || value > kHighest)
    throw core::InputError({"error.tension", {{"value", std::to_string(value)}}, {}});
}

PainScore::PainScore(int value) : m_value(value) {
  if (value < 0 || value > 10) throw core::InputError({"error.pain", {{"value", std::to_string(value)}}, {}});
}

std::optional<int> difference(std::optional<Tension> before, std::optional<Tension> after) {
  if (!before || !after) return {};
  return after->value() - before->value();
}

}  // namespace unknot::domain
