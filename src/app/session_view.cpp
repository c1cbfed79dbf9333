#include "app/session_view.h"

#include <algorithm>

#include "core/error.h"
#include "domain/shorthand.h"

namespace unknot::app {
namespace {

using domain::Moment;
using domain::RegionFinding;
using domain::SessionContent;
using domain::Tension;

constexpr int kStrong = 3;

// What is known of a region from last time: what was left behind, else what was met.
std::optional<Tension> lastLevel(const std::optional<SessionContent>& lastTime, std::string_view region) {
  if (!lastTime) return {};
  const auto* finding = domain::findingOf(*lastTime, region);
  if (finding == nullptr) return {};
  return finding->after ? finding->after : finding->before;
}

template <class Content>
auto& textIn(Content& content, SessionText field) {
  switch (field) {
    case SessionText::lesson:
      return content.lesson;
    case SessionText::theirWords:
      return content.theirWords;
    case SessionText::postureAndGait:
      return content.postureAndGait;
    case SessionText::work:
      return content.work;
    case SessionText::response:
      return content.response;
    case SessionText::nextTime:
      return content.nextTime;
    case SessionText::privateMemo:
      return content.privateMemo;
  }
  throw core::BugError("session text");
}

}  // namespace

std::string& textOf(SessionContent& content, SessionText field) {
  return textIn(content, field);
}

const std::string& textOf(const SessionContent& content, SessionText field) {
  return textIn(content, field);
}

std::optional<int> levelNumber(const std::optional<Tension>& tension) {
  if (!tension) return {};
  return tension->value();
}

std::optional<Tension>& levelOf(RegionFinding& finding, Moment moment) {
  return moment == Moment::before ? finding.before : finding.after;
}

const std::optional<Tension>& levelOf(const RegionFinding& finding, Moment moment) {
  return moment == Moment::before ? finding.before : finding.after;
}

bool& flagOf(domain::Findings& findings, Finding finding) {
  switch (finding) {
    case Finding::contracted:
      return findings.contracted;
    case Finding::limited:
      return findings.limited;
    case Finding::noControl:
      return findings.noControl;
  }
  throw core::BugError("finding");
}

bool& flagOf(domain::Techniques& techniques, Technique technique) {
  switch (technique) {
    case Technique::meansWhereby:
      return techniques.meansWhereby;
    case Technique::kineticMirroring:
      return techniques.kineticMirroring;
    case Technique::assistedPandiculation:
      return techniques.assistedPandiculation;
  }
  throw core::BugError("technique");
}

std::string regionNameOf(const core::Words& words, const domain::BodyRegion& region) {
  return words.say(region.side == domain::Side::left ? "side.regionLeft" : "side.regionRight",
                   {{"region", region.name}});
}

RegionFinding findingAt(const SessionContent& content, const domain::RegionSlug& region) {
  if (const auto* found = domain::findingOf(content, region)) return *found;
  RegionFinding empty;
  empty.region = region;
  return empty;
}

std::optional<Tension> ghostOf(const OpenSession& open, const RegionFinding& finding, Moment moment) {
  return moment == Moment::before ? lastLevel(open.lastTime, finding.region) : finding.before;
}

void SessionView::choose(draw::BodyMapMarks& marks, const SessionState& state) const {
  marks.selected = {state.selected.begin(), state.selected.end()};
  marks.points = m_open.content.points;
  marks.selectedPoint = state.selectedPoint;
  marks.caution = state.flags.touched;
}

draw::BodyMapMarks SessionView::marks(const SessionState& state, Moment moment) const {
  auto marks = draw::marksOf(m_open.content, moment);
  // What could still be confirmed; a signed chart holds what was found and nothing else.
  for (const auto& region : m_content.atlas().regions()) {
    if (state.readOnly || marks.tension.contains(region.slug)) continue;
    if (const auto level = ghostOf(m_open, findingAt(m_open.content, region.slug), moment))
      marks.ghost.emplace(region.slug, *level);
  }
  choose(marks, state);
  return marks;
}

draw::BodyMapMarks SessionView::changes(const SessionState& state) const {
  auto marks = draw::differenceOf(m_open.content);
  choose(marks, state);
  return marks;
}

std::vector<RegionRow> SessionView::rows(const std::vector<domain::RegionSlug>& selected) const {
  std::vector<RegionRow> rows;
  for (const auto& region : m_content.atlas().regions()) {
    const auto* finding = domain::findingOf(m_open.content, region.slug);
    const bool chosen = std::find(selected.begin(), selected.end(), region.slug) != selected.end();
    if (finding == nullptr && !chosen) continue;
    RegionRow row;
    row.region = region.slug;
    row.name = regionNameOf(m_words, region);
    row.lastTime = levelNumber(lastLevel(m_open.lastTime, region.slug));
    if (finding != nullptr) {
      row.before = levelNumber(finding->before);
      row.after = levelNumber(finding->after);
      row.findings = finding->findings;
      row.techniques = finding->techniques;
      row.note = finding->note;
      row.shorthand = domain::printShorthand(m_content.atlas(), *finding);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<PointRow> SessionView::points() const {
  std::vector<PointRow> rows;
  for (const auto& mark : m_open.content.points) {
    PointRow row{mark.region, mark.kind, {}, mark.note};
    const auto* region = m_content.atlas().find(mark.region);
    row.name = m_words.say("point.at",
                           {{"kind", m_words.say("point.kind." + std::string(toString(mark.kind)))},
                            {"region", region == nullptr ? mark.region : regionNameOf(m_words, *region)}});
    rows.push_back(std::move(row));
  }
  return rows;
}

void SessionView::fill(SessionState& state) const {
  state.rows = rows(state.selected);
  state.points = points();
  state.marks = state.show == MapShow::difference   ? changes(state)
                : state.show == MapShow::sideBySide ? marks(state, Moment::before)
                                                    : marks(state, state.moment);
  state.marksAfter = state.show == MapShow::sideBySide ? marks(state, Moment::after) : draw::BodyMapMarks();
  state.lookedAt = 0;
  state.strong = 0;
  for (const auto& finding : m_open.content.findings) {
    if (finding.before || finding.after) ++state.lookedAt;
    const auto& level = levelOf(finding, state.moment);
    if (level && level->value() >= kStrong) ++state.strong;
  }
}

}  // namespace unknot::app
