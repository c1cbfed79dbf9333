#include "exchange/fields.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/utf8.h"

namespace unknot::exchange {
namespace {

using nlohmann::json;

core::InputError fault(const std::string& id, std::string field, std::vector<core::Message::Arg> more = {}) {
  std::vector<core::Message::Arg> args{{"field", std::move(field)}};
  args.insert(args.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return core::InputError({"error.json." + id, std::move(args), {}});
}

}  // namespace

std::string shortened(std::string_view text) {
  constexpr std::size_t kMost = 40;
  if (core::codePointCount(text) <= kMost) return std::string(text);
  std::size_t end = 0;
  for (std::size_t points = 0; points < kMost; ++points) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  }
  return std::string(text.substr(0, end)) + "…";
}

Fields::Fields(const json& value, std::string place, std::initializer_list<std::string_view> allowed)
    : m_value(value), m_place(std::move(place)) {
  if (!value.is_object()) throw fault("object", m_place.empty() ? "JSON" : m_place);
  for (const auto& [name, ignored] : value.items()) {
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    std::string names;
    for (const auto word : allowed) names += (names.empty() ? "" : ", ") + std::string(word);
    throw fault("unknown", placeOf(shortened(name)), {{"allowed", names}});
  }
}

std::string Fields::placeOf(std::string_view name) const {
  return (m_place.empty() ? "" : m_place + ".") + std::string(name);
}

const json& Fields::required(std::string_view name) const {
  const auto found = m_value.find(name);
  if (found == m_value.end()) throw fault("missing", placeOf(name));
  return *found;
}

std::string Fields::text(std::string_view name) const {
  const json& value = required(name);
  if (!value.is_string()) throw fault("text", placeOf(name));
  return value.get<std::string>();
}

std::string Fields::text(std::string_view name, std::string_view missing) const {
  return has(name) ? text(name) : std::string(missing);
}

std::int64_t Fields::large(std::string_view name) const {
  const json& value = required(name);
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > kMost))
    throw fault("whole", placeOf(name));
  return value.get<std::int64_t>();
}

int Fields::whole(std::string_view name, int low, int high) const {
  const std::int64_t value = large(name);
  if (value < low || value > high)
    throw core::InputError({"error.range",
                            {{"field", placeOf(name)},
                             {"value", std::to_string(value)},
                             {"low", std::to_string(low)},
                             {"high", std::to_string(high)}},
                            {}});
  return static_cast<int>(value);
}

int Fields::whole(std::string_view name, int low, int high, int missing) const {
  return has(name) ? whole(name, low, high) : missing;
}

double Fields::number(std::string_view name) const {
  const json& value = required(name);
  if (!value.is_number() || !std::isfinite(value.get<double>())) throw fault("number", placeOf(name));
  return value.get<double>();
}

bool Fields::flag(std::string_view name, bool missing) const {
  if (!has(name)) return missing;
  const json& value = required(name);
  if (!value.is_boolean()) throw fault("flag", placeOf(name));
  return value.get<bool>();
}

core::Date Fields::date(std::string_view name) const {
  const std::string value = text(name);
  if (const auto day = core::Date::parseIso(value)) return *day;
  throw fault("date", placeOf(name), {{"value", shortened(value)}});
}

std::optional<core::Date> Fields::optionalDate(std::string_view name) const {
  if (!has(name)) return {};
  return date(name);
}

core::Instant Fields::instant(std::string_view name) const {
  const std::string value = text(name);
  if (const auto moment = core::Instant::parseIso(value)) return *moment;
  throw fault("instant", placeOf(name), {{"value", shortened(value)}});
}

std::optional<core::Instant> Fields::optionalInstant(std::string_view name) const {
  if (!has(name)) return {};
  return instant(name);
}

std::vector<std::string> Fields::texts(std::string_view name) const {
  std::vector<std::string> result;
  each(name, [&](const json& item, const std::string& place) {
    if (!item.is_string()) throw fault("text", place);
    result.push_back(item.get<std::string>());
  });
  return result;
}

void Fields::each(std::string_view name,
                  const std::function<void(const json& item, const std::string& place)>& read) const {
  if (!has(name)) return;
  const json& list = required(name);
  if (!list.is_array()) throw fault("list", placeOf(name));
  std::size_t index = 0;
  for (const auto& item : list) read(item, placeOf(name) + "[" + std::to_string(index++) + "]");
}

core::Uuid Fields::uuid(std::string_view name) const {
  const std::string value = text(name);
  const auto parsed = core::Uuid::parse(value);
  if (!parsed || parsed->isNil()) throw fault("id", placeOf(name), {{"value", shortened(value)}});
  return *parsed;
}

core::Message Fields::withField(core::Message message, const std::string& place) {
  for (auto& arg : message.args) {
    if (arg.name == "field") arg.value = place;
    if (arg.name == "value") arg.value = shortened(arg.value);
  }
  return message;
}

void checkSchema(const json& value, std::string_view wanted) {
  if (!value.is_object()) throw fault("object", "JSON");
  const auto found = value.find("schema");
  if (found == value.end()) throw fault("missing", "schema");
  if (!found->is_string()) throw fault("text", "schema");
  const auto schema = found->get<std::string>();
  if (schema != wanted)
    throw core::InputError(
        {"error.json.schema", {{"value", shortened(schema)}, {"wanted", std::string(wanted)}}, {}});
}

}  // namespace unknot::exchange
