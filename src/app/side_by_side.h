// The details of two people, field beside field, for somebody to judge whether they are one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/words.h"
#include "domain/client.h"

namespace unknot::app {

struct FieldPair {
  std::string field;  // its label
  std::string left;
  std::string right;
  friend bool operator==(const FieldPair&, const FieldPair&) = default;
};

// Fields that are empty in both are left out. Days as `language` writes them.
std::vector<FieldPair> sideBySide(const core::Words& words, std::string_view language,
                                  const domain::Client& left, const domain::Client& right);

}  // namespace unknot::app
