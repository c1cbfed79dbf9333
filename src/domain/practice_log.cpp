#include "domain/practice_log.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/exercise_plan.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<DaysFromMemory, 5> kFromMemory{{{DaysFromMemory::none, "none"},
                                                  {DaysFromMemory::oneOrTwo, "1-2"},
                                                  {DaysFromMemory::threeOrFour, "3-4"},
                                                  {DaysFromMemory::fiveOrSix, "5-6"},
                                                  {DaysFromMemory::everyDay, "every-day"}}};

void checkGrid(const std::vector<PracticeLogRow>& grid) {
  if (grid.size() > kMostPlanItems)
    throw core::InputError({"error.log.many", {{"field", "grid"}}, static_cast<long>(grid.size())});
  std::set<std::string> seen;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const std::string place = "grid[" + std::to_string(i) + "].exercise";
    checkRequired(place, grid[i].exercise, core::kNameLimit);
    if (!seen.insert(grid[i].exercise).second)
      throw core::InputError({"error.twice", {{"field", place}, {"value", grid[i].exercise}}, {}});
  }
}

}  // namespace

std::string_view toString(DaysFromMemory days) {
  return choiceText(kFromMemory, days);
}
DaysFromMemory daysFromMemoryFrom(std::string_view text) {
  return choiceFrom(kFromMemory, "fromMemory", text);
}

core::Date mondayOf(const core::Date& day) {
  // Day 0, 1970-01-01, was a Thursday.
  constexpr std::int64_t kThursday = 3;
  constexpr auto kWeek = static_cast<std::int64_t>(kDaysOfWeek);
  const std::int64_t fromMonday = ((day.dayNumber() + kThursday) % kWeek + kWeek) % kWeek;
  return day.plusDays(-fromMonday);
}

int daysPractised(const PracticeLog& log) {
  int days = 0;
  for (std::size_t day = 0; day < kDaysOfWeek; ++day)
    if (std::any_of(log.grid.begin(), log.grid.end(), [&](const auto& row) { return row.days[day]; })) ++days;
  return days;
}

std::vector<PracticeLog> countingLogs(std::vector<PracticeLog> logs) {
  std::sort(logs.begin(), logs.end(), [](const PracticeLog& a, const PracticeLog& b) {
    return std::tie(a.weekOf, b.enteredAt, b.id) < std::tie(b.weekOf, a.enteredAt, a.id);
  });
  logs.erase(std::unique(logs.begin(), logs.end(),
                         [](const auto& a, const auto& b) { return a.weekOf == b.weekOf; }),
             logs.end());
  return logs;
}

void check(const PracticeLog& log, const core::Date& today) {
  const std::string week = log.weekOf.toIso();
  if (mondayOf(log.weekOf) != log.weekOf)
    throw core::InputError({"error.log.monday",
                            {{"field", "weekOf"}, {"value", week}, {"monday", mondayOf(log.weekOf).toIso()}},
                            {}});
  if (log.weekOf > today)
    throw core::InputError({"error.log.future", {{"field", "weekOf"}, {"value", week}}, {}});
  if (log.grid.empty() != log.fromMemory.has_value())
    throw core::InputError({"error.log.either", {{"field", "grid"}}, {}});
  checkGrid(log.grid);
  core::checkText("note", log.note, core::kLineLimit);
}

}  // namespace unknot::domain
