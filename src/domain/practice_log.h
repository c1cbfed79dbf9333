// What a client did at home, as it came back: a week-grid of ticks, or an answer from memory where the grid
// was not brought. Entries are only ever added; of one week the newest counts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"

namespace unknot::domain {

inline constexpr std::size_t kDaysOfWeek = 7;
// Stable words, Monday first: in exchange, and at the end of the ids of the word catalogue.
inline constexpr std::array<std::string_view, kDaysOfWeek> kWeekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

enum class DaysFromMemory { none, oneOrTwo, threeOrFour, fiveOrSix, everyDay };

struct PracticeLogRow {
  ExerciseSlug exercise;
  std::array<bool, kDaysOfWeek> days{};  // Monday first
  friend bool operator==(const PracticeLogRow&, const PracticeLogRow&) = default;
};

struct PracticeLog {
  PracticeLogId id;
  ClientId client;
  core::Date weekOf{1970, 1, 5};  // its Monday
  std::vector<PracticeLogRow> grid;
  std::optional<DaysFromMemory> fromMemory;  // when it is set, `grid` is empty
  std::string note;
  UserId author;
  core::Instant enteredAt;
  friend bool operator==(const PracticeLog&, const PracticeLog&) = default;
};

// "none", "1-2", "3-4", "5-6", "every-day". Parsing throws InputError ("error.choice").
std::string_view toString(DaysFromMemory days);
DaysFromMemory daysFromMemoryFrom(std::string_view text);

// The Monday on or before `day`.
core::Date mondayOf(const core::Date& day);

// Days of the week on which anything was ticked.
int daysPractised(const PracticeLog& log);

// One entry a week, oldest week first: of several the one entered last.
std::vector<PracticeLog> countingLogs(std::vector<PracticeLog> logs);

// Throws InputError naming the field: a week that does not begin on a Monday or lies after `today`; neither a
// grid nor an answer, or both; an exercise twice; more than 60 rows; a note too long.
void check(const PracticeLog& log, const core::Date& today);

}  // namespace unknot::domain
