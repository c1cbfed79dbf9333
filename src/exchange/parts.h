// The objects that the files are made of, as JSON values. Inside `exchange` only.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "domain/practice_store.h"
#include "exchange/fields.h"

namespace unknot::exchange {

using OutJson = nlohmann::ordered_json;

// "schema" first, then the fields of `value`.
std::string withSchema(std::string_view schema, const OutJson& value);
// The file without its "schema". Throws InputError for another one.
nlohmann::json fileOf(std::string_view text, std::string_view schema, std::size_t limit);

OutJson clientJson(const domain::Client& client);
domain::Client clientFrom(const nlohmann::json& value, const std::string& place);
// `client` of what is read stays nil.
OutJson intakeJson(const domain::Intake& intake);
domain::Intake intakeFrom(const nlohmann::json& value, const std::string& place);
OutJson flagClosingJson(const domain::FlagClosing& closing);
domain::FlagClosing flagClosingFrom(const nlohmann::json& value, const std::string& place);
OutJson consentJson(const domain::Consent& consent);
domain::Consent consentFrom(const nlohmann::json& value, const std::string& place);
OutJson planJson(const domain::ExercisePlan& plan);
domain::ExercisePlan planFrom(const nlohmann::json& value, const std::string& place);
OutJson practiceLogJson(const domain::PracticeLog& log);
domain::PracticeLog practiceLogFrom(const nlohmann::json& value, const std::string& place);
OutJson contentJson(const domain::SessionContent& content);
domain::SessionContent contentFrom(const nlohmann::json& value, const std::string& place);
// Region twice, empty finding, minutes and measures out of range.
void checkContent(const domain::SessionContent& content, const std::string& place);
OutJson measureJson(const domain::MeasureValue& value);
domain::MeasureValue measureFrom(const Fields& fields);
// As domain::check, with the places of the file. `place` is that of the measure ("measures[0]").
void checkMeasure(const domain::MeasureValue& value, const std::string& place);

template <class TypedId>
void putId(OutJson& out, const char* name, const TypedId& id) {
  if (!id.isNil()) out[name] = id.toString();
}
inline void putInstant(OutJson& out, const char* name, core::Instant at) {
  if (at.ms != 0) out[name] = at.toIso();
}

}  // namespace unknot::exchange
