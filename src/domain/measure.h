// Serial measures that are free to use (data/measures.toml names their sources).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

// Instruments by permanent slug: "nprs-now", "nprs-worst", "nprs-average" (0..10 whole), "psfs" (0..10 whole,
// `item` is the client's own activity), "groc" (-5..5), "rom" (degrees, `item` says joint and side), "sleep",
// "stress", "mood", "scale" (0..10 whole, a scale of the practice's own; `item` is its name).
struct MeasureValue {
  std::string instrument;
  std::string item;  // empty where the instrument has none
  double value = 0;
  friend bool operator==(const MeasureValue&, const MeasureValue&) = default;
};

// A measure taken on a day, inside a session or by itself.
struct Measure {
  MeasureId id;
  ClientId client;
  std::optional<SessionId> session;
  MeasureValue value;
  core::Date takenOn{1970, 1, 1};
  UserId author;
  core::Instant enteredAt;
  friend bool operator==(const Measure&, const Measure&) = default;
};

struct Instrument {
  std::string slug;
  std::string name;  // "Pain today"
  double low = 0;
  double high = 10;
  bool whole = true;
  bool hasItem = false;
  // A change smaller than this is within measurement error; none where no figure was published.
  std::optional<double> minimalDetectableChange;
  std::string source;
};

// The instruments the program knows, with their ranges. Names on screen come from the word catalogue
// ("measure.<slug>").
const std::vector<Instrument>& instruments();
const Instrument* instrument(std::string_view slug);

// Throws InputError naming the instrument and its range: unknown slug, value out of range or not whole,
// missing item.
void check(const MeasureValue& value);

}  // namespace unknot::domain
