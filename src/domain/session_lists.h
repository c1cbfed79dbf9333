// What the session screen offers beside the body map: lists that a practice changes to its own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/observation.h"

namespace unknot::domain {

struct SessionLists {
  ObservationList observations;
  std::vector<std::string> lessons;  // in order, to choose from; any other words do as well
  std::vector<std::string> scales;   // names of the practice's own scales, 0 to 10 (instrument "scale")
  std::map<std::string, std::string, std::less<>> phrases;  // by code
};

// A phrase that was just typed out: `;code` right before `caret`, with nothing of a word before it.
struct PhraseSpot {
  std::size_t at = 0;      // of the ';', in bytes
  std::size_t length = 0;  // of ';' and code
  const std::string* text = nullptr;
};
// Nothing found has no `text`. `caret` is a place in bytes.
PhraseSpot phraseBefore(const SessionLists& lists, std::string_view typed, std::size_t caret);

}  // namespace unknot::domain
