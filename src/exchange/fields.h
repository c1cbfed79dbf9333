// One JSON object being read: typed fields, each fault with the field's place ("findings[3].before").
#pragma once

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/error.h"
#include "core/id.h"

namespace unknot::exchange {

// Refuses at once what is no object ("error.json.object") and any field outside `allowed`
// ("error.json.unknown": field, allowed). A getter throws InputError: "error.json.missing" for a field that
// must be there, and "error.json.text",
// ".number", ".whole", ".flag", ".list", ".date", ".instant", ".id" for a value of another kind. Keeps the
// value by reference.
class Fields {
 public:
  Fields(const nlohmann::json& value, std::string place, std::initializer_list<std::string_view> allowed);

  // "findings[3]" and "before" make "findings[3].before".
  std::string placeOf(std::string_view name) const;
  bool has(std::string_view name) const { return m_value.contains(name); }

  std::string text(std::string_view name) const;
  std::string text(std::string_view name, std::string_view missing) const;
  // Throws "error.range" (field, value, low, high) outside low..high.
  int whole(std::string_view name, int low, int high) const;
  int whole(std::string_view name, int low, int high, int missing) const;
  std::int64_t large(std::string_view name) const;
  double number(std::string_view name) const;
  bool flag(std::string_view name, bool missing) const;
  core::Date date(std::string_view name) const;
  std::optional<core::Date> optionalDate(std::string_view name) const;
  core::Instant instant(std::string_view name) const;
  std::optional<core::Instant> optionalInstant(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;  // missing: none

  template <class TypedId>
  TypedId id(std::string_view name) const {
    return TypedId{uuid(name)};
  }
  template <class TypedId>
  TypedId optionalId(std::string_view name) const {
    return has(name) ? TypedId{uuid(name)} : TypedId{};
  }

  // A word of an enumeration by its domain parser; the fault names the place.
  template <class Parser>
  auto choice(std::string_view name, Parser parser) const {
    const std::string word = text(name);
    return placed(placeOf(name), [&] { return parser(word); });
  }
  template <class Parser, class Value>
  Value choice(std::string_view name, Parser parser, Value missing) const {
    return has(name) ? choice(name, parser) : missing;
  }

  // Each item with its place; a missing list is empty.
  void each(std::string_view name,
            const std::function<void(const nlohmann::json& item, const std::string& place)>& read) const;
  const nlohmann::json& required(std::string_view name) const;

  // Runs `work`; the field of an InputError it throws becomes `place`.
  template <class Work>
  static auto placed(const std::string& place, Work work) {
    try {
      return work();
    } catch (const core::InputError& error) {
      throw core::InputError(withField(error.message(), place));
    }
  }

 private:
  const nlohmann::json& m_value;
  std::string m_place;

  core::Uuid uuid(std::string_view name) const;
  static core::Message withField(core::Message message, const std::string& place);
};

// What stands at the top of every file. Throws InputError ("error.json.schema": value, wanted;
// "error.json.missing").
void checkSchema(const nlohmann::json& value, std::string_view wanted);

// For messages: no more of a value than helps to find it.
std::string shortened(std::string_view text);

}  // namespace unknot::exchange
