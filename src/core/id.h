// Identity: UUIDv7 (time-ordered), made by the program before the first save, so that a retry can't double.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"

namespace unknot::core {

struct Uuid {
  std::array<std::byte, 16> bytes{};

  // Lower-case, "018f2c6e-…"
  std::string toString() const;
  static std::optional<Uuid> parse(std::string_view text);
  bool isNil() const { return *this == Uuid{}; }
  friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

// A Uuid that knows what it names. Default-made ids are nil: not yet given.
template <class Tag>
struct Id {
  Uuid value;

  std::string toString() const { return value.toString(); }
  bool isNil() const { return value.isNil(); }
  static std::optional<Id> parse(std::string_view text) {
    if (const auto uuid = Uuid::parse(text)) return Id{*uuid};
    return {};
  }
  friend auto operator<=>(const Id&, const Id&) = default;
};

class IdSource {
 public:
  // Keeps both for as long as it lives.
  IdSource(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}
  // Strictly growing within one source, even when the clock stands or goes back.
  Uuid next();
  template <class TypedId>
  TypedId make() {
    return TypedId{next()};
  }

 private:
  const Clock& m_clock;
  Random& m_random;
  std::int64_t m_lastMs = 0;
  unsigned m_sequence = 0;
};

}  // namespace unknot::core
