// What came back: the fields of a PDF form, whoever filled it in. Implemented by `pdf`.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace unknot::document {

struct FilledForm {
  // By full name, "q.sleep.detail". Of a text what was typed, in UTF-8 with newlines, without characters that
  // nobody sees; of a box that is ticked "yes"; of a choice what was chosen. What is empty is left out.
  std::map<std::string, std::string, std::less<>> values;
  int pages = 0;
};

inline constexpr std::size_t kLargestForm = 10'000'000;  // bytes

class FormReader {
 public:
  virtual ~FormReader() = default;
  // Throws core::InputError with a sentence for the user ("error.form.*"): too large, not a PDF, damaged,
  // locked with a password, without fields or with far too many.
  virtual FilledForm read(std::string_view pdf) const = 0;
};

}  // namespace unknot::document
