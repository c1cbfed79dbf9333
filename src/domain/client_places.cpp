#include "domain/client_places.h"

#include <algorithm>
#include <charconv>

#include "core/error.h"

namespace unknot::domain {
namespace {

const std::string* field(const AnswerRow& row, std::string_view name) {
  const auto found = row.find(name);
  return found == row.end() ? nullptr : &found->second;
}

std::optional<int> thousandths(const std::string* text) {
  if (text == nullptr) return {};
  int value = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (fault != std::errc() || end != text->data() + text->size() || value < 0 || value > kThousandths)
    return {};
  return value;
}

}  // namespace

const PlainArea* areaOf(const std::vector<PlainArea>& areas, const RegionSlug& region) {
  for (const auto& area : areas)
    if (std::find(area.regions.begin(), area.regions.end(), region) != area.regions.end()) return &area;
  return nullptr;
}

AnswerRow rowOfArea(const PlainArea& area) {
  return {{"area", area.slug}};
}

AnswerRow rowOfPoint(const PointMark& mark) {
  return {{"region", mark.region},
          {"view", std::string(toString(mark.view))},
          {"across", std::to_string(mark.across)},
          {"down", std::to_string(mark.down)}};
}

bool isPoint(const AnswerRow& row) {
  return row.contains("region");
}

std::optional<PointMark> pointIn(const AnswerRow& row) {
  const auto* view = field(row, "view");
  const auto across = thousandths(field(row, "across"));
  const auto down = thousandths(field(row, "down"));
  if (!isPoint(row) || view == nullptr || !across || !down) return {};
  PointMark mark;
  mark.region = *field(row, "region");
  try {
    mark.view = bodyViewFrom(*view);
  } catch (const core::InputError&) {
    return {};
  }
  mark.across = *across;
  mark.down = *down;
  return mark;
}

ClientPlaces placesIn(const std::vector<PlainArea>& areas, const std::vector<AnswerRow>& rows) {
  ClientPlaces places;
  for (const auto& row : rows) {
    if (auto point = pointIn(row)) {
      places.points.push_back(std::move(*point));
      continue;
    }
    const auto* named = field(row, "area");
    if (named == nullptr) continue;
    for (const auto& area : areas)
      if (area.slug == *named) places.regions.insert(area.regions.begin(), area.regions.end());
  }
  return places;
}

}  // namespace unknot::domain
