// A text before it is in any language: an id in the word catalogue, its arguments, and a count for plurals.
// Everything below the window speaks in Messages; `Words` makes a sentence of one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unknot::core {

struct Message {
  struct Arg {
    std::string name;
    std::string value;
    friend bool operator==(const Arg&, const Arg&) = default;
  };

  std::string id;
  std::vector<Arg> args;
  std::optional<long> count;

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace unknot::core
