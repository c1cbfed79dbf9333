// What a progress report says, computed from sessions and measures. Missing is never zero: means and changes
// are made only of what was looked at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/builders.h"

namespace unknot::document {

struct ReportSession {
  int number = 1;  // which session of the client this is, of all of them, by service date
  const domain::SessionContent* content = nullptr;
};

// The levels of one moment of a session.
struct ReportLook {
  ReportSession session;
  draw::MapMoment moment = draw::MapMoment::before;
};

struct RegionChange {
  domain::RegionSlug region;
  int before = 0;
  int now = 0;
  int change() const { return now - before; }
};

struct LevelSummary {
  double mean = 0;
  int strong = 0;  // at 3 or more
};

struct DatedValue {
  core::Date date;
  double value = 0;
};

// A measure over time, oldest first, one value a day (the last one entered).
struct MeasureLine {
  std::string instrument;
  std::string item;
  std::vector<DatedValue> values;
};

struct ReportData {
  std::vector<ReportSession> sessions;  // hands-on, not in error, of the period; oldest first
  std::optional<ReportLook> before;     // first session with levels from before
  std::optional<ReportLook> now;        // newest levels; none when `before` is all there is
  std::vector<RegionChange> compared;   // regions looked at both times, the largest change first
  int notCompared = 0;                  // looked at only one of the two times
  std::vector<MeasureLine> pain;        // "nprs-now", "nprs-average", "nprs-worst" as far as there are values
  std::vector<MeasureLine> activities;  // "psfs", in the order they were first named
};

// Keeps pointers into `sessions`.
ReportData reportData(const domain::BodyAtlas& atlas, const std::vector<domain::Session>& sessions,
                      const std::vector<domain::Measure>& measures, const ReportPeriod& period);

// Mean of the regions looked at, none when there are none.
std::optional<double> meanTension(const domain::SessionContent& content, draw::MapMoment moment);
// Of compared regions; `now` chooses the second look.
LevelSummary summaryOf(const std::vector<RegionChange>& compared, bool now);

}  // namespace unknot::document
