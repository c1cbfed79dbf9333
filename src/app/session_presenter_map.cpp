// The session screen's map: taps, brush, shorthand and points.
#include <algorithm>
#include <charconv>
#include <utility>

#include "app/session_presenter.h"
#include "app/session_view.h"
#include "core/error.h"
#include "domain/region_names.h"
#include "domain/shorthand.h"

namespace unknot::app {
namespace {

using domain::Moment;

std::optional<domain::Tension> tension(std::optional<int> level) {
  if (!level) return {};
  return domain::Tension(*level);
}

}  // namespace

std::vector<domain::RegionSlug> SessionPresenter::aimed() const {
  if (m_pointed) return {*m_pointed};
  return m_state.selected;
}

void SessionPresenter::editAimed(const std::function<void(domain::RegionFinding&)>& change,
                                 const std::string& field) {
  edit(
      [&](domain::SessionContent& content) {
        for (const auto& region : aimed()) {
          auto finding = findingAt(content, region);
          change(finding);
          domain::setFinding(content, finding);
        }
      },
      field);
}

bool SessionPresenter::showsLevels() {
  if (m_state.show != MapShow::difference) return true;
  m_state.problem = core::Message{"session.difference.noLevels", {}, {}};
  publish();
  return false;
}

void SessionPresenter::paint(const domain::RegionSlug& region, Moment moment) {
  m_state.selected = {region};
  edit([&](domain::SessionContent& content) {
    auto finding = findingAt(content, region);
    levelOf(finding, moment) = tension(m_state.brush);
    domain::setFinding(content, finding);
  });
}

void SessionPresenter::tapRegion(const domain::RegionSlug& region, bool extend,
                                 std::optional<Moment> moment) {
  m_content.atlas().require("region", region);
  m_pointed.reset();
  m_state.selectedPoint.reset();
  if (moment && m_state.show == MapShow::sideBySide) m_state.moment = *moment;
  if (m_state.brush && !m_state.readOnly && m_state.show != MapShow::difference) {
    paint(region, m_state.moment);
    return;
  }
  auto& selected = m_state.selected;
  const auto found = std::find(selected.begin(), selected.end(), region);
  if (!extend)
    selected = {region};
  else if (found == selected.end())
    selected.push_back(region);
  else
    selected.erase(found);
  publish();
}

void SessionPresenter::dragOver(const domain::RegionSlug& region, std::optional<Moment> moment) {
  if (!m_state.brush || m_state.show == MapShow::difference) return;
  if (moment && m_state.show == MapShow::sideBySide && *moment != m_state.moment) return;
  const auto finding = findingAt(m_open.content, region);
  if (levelNumber(levelOf(finding, m_state.moment)) == m_state.brush) return;
  tapRegion(region, false);
}

void SessionPresenter::beginDrag() {
  m_history.beginDrag();
}

void SessionPresenter::endDrag() {
  m_history.endDrag();
}

void SessionPresenter::pointAt(const std::optional<domain::RegionSlug>& region,
                               std::optional<Moment> moment) {
  m_pointed = region;
  if (!region || !moment || m_state.show != MapShow::sideBySide || m_state.moment == *moment) return;
  m_state.moment = *moment;
  publish();
}

void SessionPresenter::select(std::vector<domain::RegionSlug> regions) {
  m_pointed.reset();
  m_state.selectedPoint.reset();
  m_state.selected = std::move(regions);
  publish();
}

void SessionPresenter::setBrush(std::optional<int> level) {
  if (level) static_cast<void>(domain::Tension(*level));
  m_state.brush = level;
  if (level) m_state.tool.reset();
  publish();
}

void SessionPresenter::setShow(MapShow show) {
  m_state.show = show;
  if (show == MapShow::before) m_state.moment = Moment::before;
  if (show == MapShow::after) m_state.moment = Moment::after;
  publish();
}

void SessionPresenter::switchMoment() {
  const Moment other = m_state.moment == Moment::before ? Moment::after : Moment::before;
  if (m_state.show == MapShow::sideBySide) {
    m_state.moment = other;
    publish();
  } else {
    setShow(other == Moment::before ? MapShow::before : MapShow::after);
  }
}

void SessionPresenter::setLevel(std::optional<int> level) {
  if (!showsLevels()) return;
  editAimed([&](domain::RegionFinding& finding) { levelOf(finding, m_state.moment) = tension(level); });
}

void SessionPresenter::setLevelOfSelected(Moment moment, std::optional<int> level) {
  m_pointed.reset();
  editAimed([&](domain::RegionFinding& finding) { levelOf(finding, moment) = tension(level); });
}

void SessionPresenter::sameAsBefore() {
  editAimed([](domain::RegionFinding& finding) {
    if (finding.before) finding.after = finding.before;
  });
}

void SessionPresenter::confirmGhost() {
  if (!showsLevels()) return;
  editAimed([&](domain::RegionFinding& finding) {
    auto& level = levelOf(finding, m_state.moment);
    if (!level) level = ghostOf(m_open, finding, m_state.moment);
  });
}

void SessionPresenter::toggle(Finding finding) {
  const auto regions = aimed();
  const bool all = std::all_of(regions.begin(), regions.end(), [&](const auto& region) {
    auto known = findingAt(m_open.content, region);
    return flagOf(known.findings, finding);
  });
  editAimed([&](domain::RegionFinding& f) { flagOf(f.findings, finding) = !all; });
}

void SessionPresenter::toggle(Technique technique) {
  const auto regions = aimed();
  const bool all = std::all_of(regions.begin(), regions.end(), [&](const auto& region) {
    auto known = findingAt(m_open.content, region);
    return flagOf(known.techniques, technique);
  });
  editAimed([&](domain::RegionFinding& f) { flagOf(f.techniques, technique) = !all; });
}

// Typed into a field that belongs to what is selected, wherever the pointer rests meanwhile.
void SessionPresenter::setNote(const std::string& note) {
  m_pointed.reset();
  std::string field = "note";
  for (const auto& region : m_state.selected) field += " " + region;
  editAimed([&](domain::RegionFinding& finding) { finding.note = note; }, field);
}

bool SessionPresenter::enterShorthand(const std::string& line) {
  m_state.shorthandIssue.reset();
  if (!mayEdit()) return false;
  std::vector<domain::ShorthandEntry> entries;
  try {
    entries = domain::parseShorthand(m_content.atlas(), line);
  } catch (const core::InputError& error) {
    std::size_t place = 0;
    for (const auto& arg : error.message().args)
      if (arg.name == "place") std::from_chars(arg.value.data(), arg.value.data() + arg.value.size(), place);
    // The parser counts from 1.
    m_state.shorthandIssue = ShorthandIssue{error.message(), place > 0 ? place - 1 : 0};
    publish();
    return false;
  }
  if (entries.empty()) {
    publish();
    return false;
  }
  m_pointed.reset();
  m_state.selected.clear();
  for (const auto& entry : entries)
    m_state.selected.insert(m_state.selected.end(), entry.regions.begin(), entry.regions.end());
  edit([&](domain::SessionContent& content) {
    for (const auto& entry : entries) domain::apply(content, entry);
  });
  return true;
}

void SessionPresenter::forgetShorthandIssue() {
  if (!m_state.shorthandIssue) return;
  m_state.shorthandIssue.reset();
  publish();
}

std::vector<ShorthandSuggestion> SessionPresenter::suggest(std::string_view line) const {
  constexpr std::size_t kMost = 4;
  const std::string_view typed = domain::regionBeingTyped(line);
  std::vector<ShorthandSuggestion> suggestions;
  // After a blank the word is written; what follows is another one, or a level.
  if (typed.empty() || typed.data() + typed.size() != line.data() + line.size()) return suggestions;
  for (const auto& found : domain::regionsBeginning(m_content.atlas(), typed)) {
    if (suggestions.size() == kMost) break;
    suggestions.push_back({found.region->code, found.region->name, found.region->anatomicalName});
  }
  return suggestions;
}

std::string SessionPresenter::completed(std::string_view line, const ShorthandSuggestion& suggestion) const {
  const std::size_t typed = domain::regionBeingTyped(line).size();
  return std::string(line.substr(0, line.size() - typed)) + suggestion.code + " ";
}

void SessionPresenter::setTool(std::optional<domain::PointKind> kind) {
  m_state.tool = kind;
  if (kind) m_state.brush.reset();
  publish();
}

void SessionPresenter::placePoint(domain::BodyView view, core::Point at, std::optional<core::Point> end) {
  if (!m_state.tool || !mayEdit()) return;
  const auto mark = domain::markAt(m_content.atlas(m_state.build), view, at, *m_state.tool, end);
  if (!mark) return;
  m_pointed.reset();
  m_state.selected = {mark->region};
  const std::size_t index = m_open.content.points.size();
  edit([&](domain::SessionContent& content) {
    content.points.push_back(*mark);
    domain::check(content, content.serviceDate);
  });
  if (m_open.content.points.size() == index) return;
  m_state.tool.reset();
  selectPoint(index);
}

void SessionPresenter::addPoint(domain::PointKind kind) {
  if (m_state.selected.empty()) return;
  const auto* region = m_content.atlas(m_state.build).find(m_state.selected.front());
  if (region == nullptr || region->shapes.empty()) return;
  const auto& [view, shape] = *region->shapes.begin();
  const auto tool = std::exchange(m_state.tool, kind);
  placePoint(view, shape.label, {});
  m_state.tool = tool;
  publish();
}

void SessionPresenter::selectPoint(std::optional<std::size_t> index) {
  if (index && *index >= m_open.content.points.size()) return;
  m_pointed.reset();
  m_state.selectedPoint = index;
  if (index) m_state.selected = {m_open.content.points[*index].region};
  publish();
}

void SessionPresenter::setPointNote(std::size_t index, const std::string& note) {
  if (index < m_open.content.points.size())
    edit([&](domain::SessionContent& content) { content.points[index].note = note; },
         "point " + std::to_string(index));
}

void SessionPresenter::removePoint(std::size_t index) {
  if (index >= m_open.content.points.size()) return;
  m_state.selectedPoint.reset();
  edit([&](domain::SessionContent& content) {
    content.points.erase(content.points.begin() + static_cast<std::ptrdiff_t>(index));
  });
}

}  // namespace unknot::app
