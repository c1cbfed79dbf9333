#include "document/form_names.h"

#include <algorithm>
#include <array>

namespace unknot::document {
namespace {

constexpr std::string_view kForm = "unknot-intake-form/1";

template <class... Parts>
std::string joined(std::string_view first, const Parts&... parts) {
  std::string name(first);
  (name.append(".").append(parts), ...);
  return name;
}

}  // namespace

std::string formField(std::string_view question, std::string_view part) {
  return joined("q", question, part);
}

std::string formTick(std::string_view question, std::string_view part, std::string_view slug) {
  return joined("q", question, part, slug);
}

std::string formRow(std::string_view question, std::size_t row, std::string_view field) {
  return joined("q", question, std::to_string(row), field);
}

std::string formConsent(std::string_view slug, std::string_view part) {
  return joined("consent", slug, part);
}

std::string toString(const FormAbout& about) {
  std::string text(kForm);
  for (const auto* part : {&about.questionnaire, &about.code, &about.language})
    text.append(" ").append(*part);
  return text;
}

std::optional<FormAbout> formAboutFrom(std::string_view text) {
  std::array<std::string, 4> words;
  for (auto& word : words) {
    const std::size_t end = std::min(text.find(' '), text.size());
    word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) return {};
  }
  if (words[0] != kForm || !text.empty()) return {};
  return FormAbout{words[1], words[2], words[3]};
}

}  // namespace unknot::document
