#include <cmath>
#include <limits>
#include <set>

#include "domain/required.h"
#include "exchange/parts.h"

namespace unknot::exchange {

using domain::Findings;
using domain::MeasureValue;
using domain::Observation;
using domain::PointMark;
using domain::RegionFinding;
using domain::SessionContent;
using domain::Techniques;
using domain::Tension;
using nlohmann::json;

namespace {

template <class Letters, class Flags>
OutJson letterList(const Letters& letters, const Flags& flags) {
  OutJson list = OutJson::array();
  for (const auto& [letter, flag] : letters)
    if (flags.*flag) list.push_back(letter);
  return list;
}

template <class Flags, class Letters>
Flags flagsFrom(const Letters& letters, const Fields& fields, std::string_view name) {
  Flags flags;
  const auto words = fields.texts(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string place = fields.placeOf(name) + "[" + std::to_string(i) + "]";
    std::string allowed;
    bool known = false;
    for (const auto& [letter, flag] : letters) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(letter);
      if (letter != words[i]) continue;
      known = true;
      if (flags.*flag) throw core::InputError({"error.twice", {{"field", place}, {"value", words[i]}}, {}});
      flags.*flag = true;
    }
    if (!known)
      throw core::InputError(
          {"error.choice", {{"field", place}, {"value", shortened(words[i])}, {"allowed", allowed}}, {}});
  }
  return flags;
}

OutJson findingJson(const RegionFinding& finding) {
  OutJson out{{"region", finding.region}};
  if (finding.before) out["before"] = finding.before->value();
  if (finding.after) out["after"] = finding.after->value();
  out["findings"] = letterList(domain::kFindingLetters, finding.findings);
  out["techniques"] = letterList(domain::kTechniqueLetters, finding.techniques);
  out["note"] = finding.note;
  return out;
}

std::optional<Tension> tensionFrom(const Fields& fields, std::string_view name) {
  if (!fields.has(name)) return {};
  return Tension(fields.whole(name, Tension::kLowest, Tension::kHighest));
}

RegionFinding findingFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"region", "before", "after", "findings", "techniques", "note"});
  RegionFinding finding;
  finding.region = fields.text("region");
  finding.before = tensionFrom(fields, "before");
  finding.after = tensionFrom(fields, "after");
  finding.findings = flagsFrom<Findings>(domain::kFindingLetters, fields, "findings");
  finding.techniques = flagsFrom<Techniques>(domain::kTechniqueLetters, fields, "techniques");
  finding.note = fields.text("note", "");
  return finding;
}

OutJson pointJson(const PointMark& mark) {
  OutJson out{{"region", mark.region},
              {"view", domain::toString(mark.view)},
              {"kind", domain::toString(mark.kind)},
              {"across", mark.across},
              {"down", mark.down}};
  if (mark.kind == domain::PointKind::radiating) {
    out["reachX"] = mark.reachX;
    out["reachY"] = mark.reachY;
  }
  out["note"] = mark.note;
  return out;
}

PointMark pointFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"region", "view", "kind", "across", "down", "reachX", "reachY", "note"});
  PointMark mark;
  mark.region = fields.text("region");
  mark.view = fields.choice("view", domain::bodyViewFrom);
  mark.kind = fields.choice("kind", domain::pointKindFrom);
  mark.across = fields.whole("across", 0, domain::kThousandths);
  mark.down = fields.whole("down", 0, domain::kThousandths);
  mark.reachX = fields.whole("reachX", -domain::kThousandths, domain::kThousandths, 0);
  mark.reachY = fields.whole("reachY", -domain::kThousandths, domain::kThousandths, 0);
  mark.note = fields.text("note", "");
  return mark;
}

OutJson observationJson(const Observation& seen) {
  OutJson out{{"item", seen.item}};
  if (!seen.before.empty()) out["before"] = seen.before;
  if (!seen.after.empty()) out["after"] = seen.after;
  return out;
}

Observation observationFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"item", "before", "after"});
  return {fields.text("item"), fields.text("before", ""), fields.text("after", "")};
}

std::vector<MeasureValue> measuresFrom(const Fields& fields, std::string_view name) {
  std::vector<MeasureValue> measures;
  fields.each(name, [&](const json& item, const std::string& at) {
    measures.push_back(measureFrom(Fields(item, at, {"instrument", "item", "value"})));
  });
  return measures;
}

}  // namespace

OutJson measureJson(const MeasureValue& value) {
  OutJson out{{"instrument", value.instrument}};
  if (!value.item.empty()) out["item"] = value.item;
  constexpr double kExact = 1e15;
  if (value.value == std::floor(value.value) && std::abs(value.value) < kExact)
    out["value"] = static_cast<std::int64_t>(value.value);
  else
    out["value"] = value.value;
  return out;
}

MeasureValue measureFrom(const Fields& fields) {
  return {fields.text("instrument"), fields.text("item", ""), fields.number("value")};
}

void checkMeasure(const MeasureValue& value, const std::string& place) {
  try {
    domain::check(value);
  } catch (const core::InputError& error) {
    std::string field;
    for (const auto& arg : error.message().args)
      if (arg.name == "field") field = arg.value;
    const char* part = field.ends_with(".instrument") ? ".instrument"
                       : field.ends_with(".item")     ? ".item"
                                                      : ".value";
    Fields::placed(place + part, [&] { domain::check(value); });
  }
}

OutJson contentJson(const SessionContent& content) {
  OutJson out{{"serviceDate", content.serviceDate.toIso()},
              {"minutes", content.minutes},
              {"lesson", content.lesson},
              {"kind", domain::toString(content.kind)},
              {"theirWords", content.theirWords},
              {"postureAndGait", content.postureAndGait},
              {"work", content.work},
              {"response", content.response},
              {"nextTime", content.nextTime},
              {"privateMemo", content.privateMemo},
              {"findings", OutJson::array()},
              {"points", OutJson::array()},
              {"observations", OutJson::array()},
              {"measures", OutJson::array()},
              {"measuresAfter", OutJson::array()}};
  for (const auto& finding : content.findings) out["findings"].push_back(findingJson(finding));
  for (const auto& mark : content.points) out["points"].push_back(pointJson(mark));
  for (const auto& seen : content.observations) out["observations"].push_back(observationJson(seen));
  for (const auto& measure : content.measures) out["measures"].push_back(measureJson(measure));
  for (const auto& measure : content.measuresAfter) out["measuresAfter"].push_back(measureJson(measure));
  return out;
}

SessionContent contentFrom(const json& value, const std::string& place) {
  const Fields fields(
      value, place,
      {"serviceDate", "minutes", "lesson", "kind", "theirWords", "postureAndGait", "work", "response",
       "nextTime", "privateMemo", "findings", "points", "observations", "measures", "measuresAfter"});
  constexpr int kAny = std::numeric_limits<int>::max();
  SessionContent content;
  content.serviceDate = fields.date("serviceDate");
  content.minutes = fields.whole("minutes", -kAny, kAny, 0);
  content.lesson = fields.text("lesson", "");
  content.kind = fields.choice("kind", domain::sessionKindFrom, domain::SessionKind::handsOn);
  content.theirWords = fields.text("theirWords", "");
  content.postureAndGait = fields.text("postureAndGait", "");
  content.work = fields.text("work", "");
  content.response = fields.text("response", "");
  content.nextTime = fields.text("nextTime", "");
  content.privateMemo = fields.text("privateMemo", "");
  fields.each("findings", [&](const json& item, const std::string& at) {
    content.findings.push_back(findingFrom(item, at));
  });
  fields.each("points", [&](const json& item, const std::string& at) {
    content.points.push_back(pointFrom(item, at));
  });
  fields.each("observations", [&](const json& item, const std::string& at) {
    content.observations.push_back(observationFrom(item, at));
  });
  content.measures = measuresFrom(fields, "measures");
  content.measuresAfter = measuresFrom(fields, "measuresAfter");
  return content;
}

void checkContent(const SessionContent& content, const std::string& place) {
  const std::string prefix = place.empty() ? "" : place + ".";
  domain::checkRange(prefix + "minutes", content.minutes, 0, domain::kLongestMinutes);
  std::set<std::string> seen;
  for (std::size_t i = 0; i < content.findings.size(); ++i) {
    const auto& finding = content.findings[i];
    const std::string at = prefix + "findings[" + std::to_string(i) + "]";
    if (!seen.insert(finding.region).second)
      throw core::InputError(
          {"error.twice", {{"field", at + ".region"}, {"value", shortened(finding.region)}}, {}});
    if (finding.isEmpty()) throw core::InputError({"error.json.emptyFinding", {{"field", at}}, {}});
  }
  const auto placeOf = [&](const char* list, std::size_t i) {
    return prefix + list + "[" + std::to_string(i) + "]";
  };
  for (std::size_t i = 0; i < content.points.size(); ++i)
    domain::check(content.points[i], placeOf("points", i));
  std::set<std::string> looked;
  for (std::size_t i = 0; i < content.observations.size(); ++i) {
    const auto& observation = content.observations[i];
    domain::check(observation, placeOf("observations", i));
    if (!looked.insert(observation.item).second)
      throw core::InputError(
          {"error.twice",
           {{"field", placeOf("observations", i) + ".item"}, {"value", shortened(observation.item)}},
           {}});
  }
  for (std::size_t i = 0; i < content.measures.size(); ++i)
    checkMeasure(content.measures[i], placeOf("measures", i));
  for (std::size_t i = 0; i < content.measuresAfter.size(); ++i)
    checkMeasure(content.measuresAfter[i], placeOf("measuresAfter", i));
}

}  // namespace unknot::exchange
