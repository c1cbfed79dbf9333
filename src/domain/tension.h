// Scores that hold their rule.
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace unknot::domain {

// What the practitioner's hand finds, on the program's own neutral scale: 0 soft, 1 slight, 2 moderate, 3
// strong, 4 rigid. A region not looked at has no Tension at all: std::optional, never 0.
class Tension {
 public:
  static constexpr int kLowest = 0;
  static constexpr int kHighest = 4;

  // Throws InputError ("error.tension") outside 0..4.
  explicit Tension(int value);
  int value() const { return m_value; }
  friend auto operator<=>(Tension, Tension) = default;

 private:
  int m_value;
};

// The client's own pain (NPRS): whole number 0 to 10. Never on one axis with Tension.
class PainScore {
 public:
  // Throws InputError ("error.pain") outside 0..10.
  explicit PainScore(int value);
  int value() const { return m_value; }
  friend auto operator<=>(PainScore, PainScore) = default;

 private:
  int m_value;
};

// Signed after minus before; nothing ("not compared") when either side was not looked at.
std::optional<int> difference(std::optional<Tension> before, std::optional<Tension> after);

}  // namespace unknot::domain
