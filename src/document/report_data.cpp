#include "document/report_data.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace unknot::document {
namespace {

using draw::MapMoment;

constexpr int kStrong = 3;

std::optional<domain::Tension> levelOf(const domain::RegionFinding& finding, MapMoment moment) {
  return moment == MapMoment::before ? finding.before : finding.after;
}

bool hasLevels(const domain::SessionContent& content, MapMoment moment) {
  return std::any_of(content.findings.begin(), content.findings.end(),
                     [&](const auto& finding) { return levelOf(finding, moment).has_value(); });
}

bool isWithin(const core::Date& date, const ReportPeriod& period) {
  return (!period.from || *period.from <= date) && (!period.to || date <= *period.to);
}

std::vector<const domain::Session*> byServiceDate(const std::vector<domain::Session>& sessions) {
  std::vector<const domain::Session*> sorted;
  for (const auto& session : sessions) sorted.push_back(&session);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
    return std::tie(a->current.content.serviceDate, a->createdAt) <
           std::tie(b->current.content.serviceDate, b->createdAt);
  });
  return sorted;
}

std::vector<ReportSession> sessionsOf(const std::vector<domain::Session>& sessions,
                                      const ReportPeriod& period) {
  std::vector<ReportSession> chosen;
  int number = 0;
  for (const auto* session : byServiceDate(sessions)) {
    ++number;
    const auto& content = session->current.content;
    if (content.kind == domain::SessionKind::handsOn && !session->isInError() &&
        isWithin(content.serviceDate, period))
      chosen.push_back({number, &content});
  }
  return chosen;
}

void chooseLooks(ReportData& data) {
  for (const auto& session : data.sessions) {
    if (!hasLevels(*session.content, MapMoment::before)) continue;
    data.before = ReportLook{session, MapMoment::before};
    break;
  }
  for (auto session = data.sessions.rbegin(); session != data.sessions.rend() && !data.now; ++session)
    for (const auto moment : {MapMoment::after, MapMoment::before})
      if (!data.now && hasLevels(*session->content, moment)) data.now = ReportLook{*session, moment};
  const bool same = data.before && data.now && data.before->session.content == data.now->session.content &&
                    data.before->moment == data.now->moment;
  if (same) data.now.reset();
}

void compare(ReportData& data, const domain::BodyAtlas& atlas) {
  if (!data.before || !data.now) return;
  const auto& now = *data.now->session.content;
  std::set<std::string> looked;
  for (const auto& finding : data.before->session.content->findings) {
    if (!finding.before) continue;
    looked.insert(finding.region);
    const auto* other = domain::findingOf(now, finding.region);
    const auto level = other == nullptr ? std::nullopt : levelOf(*other, data.now->moment);
    if (level)
      data.compared.push_back({finding.region, finding.before->value(), level->value()});
    else
      ++data.notCompared;
  }
  for (const auto& finding : now.findings)
    if (levelOf(finding, data.now->moment) && !looked.contains(finding.region)) ++data.notCompared;

  std::map<std::string, std::size_t, std::less<>> place;
  for (std::size_t i = 0; i < atlas.regions().size(); ++i) place[atlas.regions()[i].slug] = i;
  std::stable_sort(data.compared.begin(), data.compared.end(),
                   [&](const RegionChange& a, const RegionChange& b) {
                     return std::tuple(-std::abs(a.change()), a.change(), place[a.region]) <
                            std::tuple(-std::abs(b.change()), b.change(), place[b.region]);
                   });
}

// Every measure of the period by instrument and item, in the order they were first taken.
std::vector<MeasureLine> measureLines(const std::vector<domain::Session>& sessions,
                                      const std::vector<domain::Measure>& measures,
                                      const ReportPeriod& period) {
  struct Taken {
    core::Date date;
    const domain::MeasureValue* value;
  };
  std::vector<Taken> taken;
  std::set<domain::SessionId> known;
  for (const auto* session : byServiceDate(sessions)) {
    known.insert(session->id);
    if (session->isInError()) continue;
    for (const auto& value : session->current.content.measures)
      taken.push_back({session->current.content.serviceDate, &value});
  }
  // A measure of a session is in its newest version already.
  for (const auto& measure : measures)
    if (!measure.session || !known.contains(*measure.session))
      taken.push_back({measure.takenOn, &measure.value});
  std::stable_sort(taken.begin(), taken.end(),
                   [](const Taken& a, const Taken& b) { return a.date < b.date; });

  std::vector<MeasureLine> lines;
  for (const auto& [date, value] : taken) {
    if (!isWithin(date, period)) continue;
    auto line = std::find_if(lines.begin(), lines.end(), [&](const MeasureLine& l) {
      return l.instrument == value->instrument && l.item == value->item;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), {value->instrument, value->item, {}});
    if (!line->values.empty() && line->values.back().date == date)
      line->values.back().value = value->value;
    else
      line->values.push_back({date, value->value});
  }
  return lines;
}

}  // namespace

std::optional<double> meanTension(const domain::SessionContent& content, MapMoment moment) {
  double sum = 0;
  int count = 0;
  for (const auto& finding : content.findings) {
    if (const auto level = levelOf(finding, moment)) {
      sum += level->value();
      ++count;
    }
  }
  if (count == 0) return {};
  return sum / count;
}

LevelSummary summaryOf(const std::vector<RegionChange>& compared, bool now) {
  LevelSummary summary;
  for (const auto& region : compared) {
    const int level = now ? region.now : region.before;
    summary.mean += level;
    if (level >= kStrong) ++summary.strong;
  }
  if (!compared.empty()) summary.mean /= static_cast<double>(compared.size());
  return summary;
}

ReportData reportData(const domain::BodyAtlas& atlas, const std::vector<domain::Session>& sessions,
                      const std::vector<domain::Measure>& measures, const ReportPeriod& period) {
  ReportData data;
  data.sessions = sessionsOf(sessions, period);
  chooseLooks(data);
  compare(data, atlas);
  const auto lines = measureLines(sessions, measures, period);
  for (const std::string_view instrument : {"nprs-now", "nprs-average", "nprs-worst"})
    for (const auto& line : lines)
      if (line.instrument == instrument) data.pain.push_back(line);
  for (const auto& line : lines)
    if (line.instrument == "psfs") data.activities.push_back(line);
  return data;
}

}  // namespace unknot::document
