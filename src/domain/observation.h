// What is looked at in standing, walking and lying still, before and after the lesson: items with a few
// plain answers each. The list is data (data/session/observations.toml); a session keeps slugs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot::domain {

// An answer of an item: "left-higher", "Left higher".
struct ObservationChoice {
  std::string slug;  // permanent
  std::string name;
};

struct ObservationItem {
  std::string slug;  // "shoulder-heights"; permanent
  std::string name;
  std::vector<ObservationChoice> choices;  // in order; at least two
  const ObservationChoice* choice(std::string_view slug) const;
};

struct ObservationGroup {
  std::string slug;  // "standing", "gait", "soma-scan"
  std::string name;
  std::vector<ObservationItem> items;
};

// In the order they are looked at.
class ObservationList {
 public:
  ObservationList() = default;
  // Throws InputError ("error.twice") when an item's slug stands twice.
  explicit ObservationList(std::vector<ObservationGroup> groups);
  const std::vector<ObservationGroup>& groups() const { return m_groups; }
  // nullptr when there is none.
  const ObservationItem* item(std::string_view slug) const;

 private:
  std::vector<ObservationGroup> m_groups;
};

// What was seen of one item. An empty side was not looked at; not both are empty.
struct Observation {
  std::string item;
  std::string before;
  std::string after;
  friend bool operator==(const Observation&, const Observation&) = default;
};

// Throws InputError naming `field` ("observations[2]"): no item, nothing seen, too long.
void check(const Observation& observation, std::string_view field);
// Throws InputError ("error.choice") for an item or an answer that the list does not have.
void checkKnown(const ObservationList& list, const Observation& observation, std::string_view field);

}  // namespace unknot::domain
