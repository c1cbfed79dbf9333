// Enumerations as stable words, in storage and exchange. Not for screens: those use the word catalogue.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/error.h"

namespace unknot::domain {

template <class Enum, std::size_t N>
using Choices = std::array<std::pair<Enum, std::string_view>, N>;

template <class Enum, std::size_t N>
std::string_view choiceText(const Choices<Enum, N>& choices, Enum value) {
  for (const auto& [key, text] : choices)
    if (key == value) return text;
  throw core::BugError("choice without a word");
}

// Throws InputError ("error.choice") that names the field, the value and what is allowed.
template <class Enum, std::size_t N>
Enum choiceFrom(const Choices<Enum, N>& choices, std::string_view field, std::string_view text) {
  std::string allowed;
  for (const auto& [key, word] : choices) {
    if (word == text) return key;
    allowed += (allowed.empty() ? "" : ", ") + std::string(word);
  }
  throw core::InputError({"error.choice",
                          {{"field", std::string(field)}, {"value", std::string(text)}, {"allowed", allowed}},
                          {}});
}

}  // namespace unknot::domain
