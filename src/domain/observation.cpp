#include "domain/observation.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"

namespace unknot::domain {

const ObservationChoice* ObservationItem::choice(std::string_view wanted) const {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const ObservationChoice& c) { return c.slug == wanted; });
  return found == choices.end() ? nullptr : &*found;
}

ObservationList::ObservationList(std::vector<ObservationGroup> groups) : m_groups(std::move(groups)) {
  std::set<std::string_view> seen;
  for (const auto& group : m_groups)
    for (const auto& item : group.items)
      if (!seen.insert(item.slug).second)
        throw core::InputError({"error.twice", {{"field", "observation"}, {"value", item.slug}}, {}});
}

const ObservationItem* ObservationList::item(std::string_view slug) const {
  for (const auto& group : m_groups)
    for (const auto& item : group.items)
      if (item.slug == slug) return &item;
  return nullptr;
}

void check(const Observation& observation, std::string_view field) {
  const std::string prefix = std::string(field) + ".";
  checkRequired(prefix + "item", observation.item, core::kNameLimit);
  core::checkText(prefix + "before", observation.before, core::kNameLimit);
  core::checkText(prefix + "after", observation.after, core::kNameLimit);
  if (observation.before.empty() && observation.after.empty())
    throw core::InputError({"error.observation.empty", {{"field", std::string(field)}}, {}});
}

void checkKnown(const ObservationList& list, const Observation& observation, std::string_view field) {
  const std::string prefix = std::string(field) + ".";
  const auto unknown = [&](const std::string& part, const std::string& value, const std::string& allowed) {
    return core::InputError(
        {"error.choice", {{"field", prefix + part}, {"value", value}, {"allowed", allowed}}, {}});
  };
  std::string allowed;
  const auto add = [&](const std::string& slug) { allowed += (allowed.empty() ? "" : ", ") + slug; };
  const auto* item = list.item(observation.item);
  if (item == nullptr) {
    for (const auto& group : list.groups())
      for (const auto& known : group.items) add(known.slug);
    throw unknown("item", observation.item, allowed);
  }
  for (const auto& choice : item->choices) add(choice.slug);
  if (!observation.before.empty() && item->choice(observation.before) == nullptr)
    throw unknown("before", observation.before, allowed);
  if (!observation.after.empty() && item->choice(observation.after) == nullptr)
    throw unknown("after", observation.after, allowed);
}

}  // namespace unknot::domain
