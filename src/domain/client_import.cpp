#include "domain/client_import.h"

#include <array>
#include <utility>

#include "core/error.h"

namespace unknot::domain {
namespace {

constexpr const char* kBirthDate = "birthDate";

// Language, looks and status always say something; the name is what the chart is known by.
constexpr std::array<std::pair<const char*, std::string Client::*>, 8> kTexts{
    {{"calledAs", &Client::calledAs},
     {"pronouns", &Client::pronouns},
     {"phone", &Client::phone},
     {"email", &Client::email},
     {"address", &Client::address},
     {"occupation", &Client::occupation},
     {"emergencyContact", &Client::emergencyContact},
     {"about", &Client::about}}};

void setField(Client& client, const std::string& field, const std::string& value) {
  if (field == kBirthDate) {
    client.birthDate = core::Date::parseIso(value);
    return;
  }
  for (const auto& [name, member] : kTexts)
    if (field == name) {
      client.*member = value;
      return;
    }
  throw core::BugError("a field that is not filled");
}

}  // namespace

const std::vector<std::string>& fillableFields() {
  static const std::vector<std::string> kFields = [] {
    std::vector<std::string> fields{kBirthDate};
    for (const auto& [name, member] : kTexts) fields.emplace_back(name);
    return fields;
  }();
  return kFields;
}

std::string fieldText(const Client& client, const std::string& field) {
  if (field == kBirthDate) return client.birthDate ? client.birthDate->toIso() : std::string();
  for (const auto& [name, member] : kTexts)
    if (field == name) return client.*member;
  return {};
}

std::vector<FilledField> fillEmpty(Client& chart, const Client& from) {
  std::vector<FilledField> filled;
  for (const auto& field : fillableFields()) {
    const std::string value = fieldText(from, field);
    if (value.empty() || !fieldText(chart, field).empty()) continue;
    setField(chart, field, value);
    filled.push_back({field, value});
  }
  return filled;
}

std::vector<FilledField> emptyFilled(Client& chart, const std::vector<FilledField>& filled) {
  std::vector<FilledField> changed;
  for (const auto& one : filled) {
    if (fieldText(chart, one.field) == one.value)
      setField(chart, one.field, {});
    else
      changed.push_back(one);
  }
  return changed;
}

}  // namespace unknot::domain
