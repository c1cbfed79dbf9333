#include <algorithm>
#include <cmath>
#include <set>

#include "document/block_layout.h"
#include "document/parts.h"
#include "document/report_data.h"
#include "draw/charts.h"

namespace unknot::document {
namespace {

using draw::MapMoment;

// Least and largest heights in points of ordinary print.
constexpr double kLowestMap = 130;
constexpr double kLowestChart = 90;
constexpr double kHighestChart = 190;

// What the first page's room decides.
struct ReportLayout {
  double mapHeight = 0;
  double chartHeight = 0;
  bool trendsBeside = false;  // tension at the left and pain at the right, each on its own axis
};

class Report {
 public:
  Report(const BuildContext& context, const Parts& parts, const ReportData& data, const ReportLayout& layout)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_data(data),
        m_layout(layout) {}

  Blocks block(std::string_view name) const {
    if (name == "maps") return maps();
    if (name == "metrics") return metrics();
    if (name == "tension-trend") return m_layout.trendsBeside ? bothTrends() : tensionTrend(m_parts.width());
    if (name == "pain-trend") return m_layout.trendsBeside ? Blocks{} : painTrend(m_parts.width());
    if (name == "regions") return regions();
    return activities();
  }

  // At which the figures are as wide as their panels allow.
  double highestMap() const {
    const auto* front = m_context.content.atlas().view(domain::BodyView::front);
    if (front == nullptr || front->size.width <= 0) return m_look.space(kLowestMap);
    const double cell = (half() - 2 * mapPanelPadding(m_parts)) / 2;
    return cell * front->size.height / front->size.width;
  }

 private:
  std::string say(std::string_view id, std::vector<core::Message::Arg> args = {}) const {
    return m_words.say("paper.report." + std::string(id), std::move(args));
  }
  std::string sayCount(std::string_view id, long count) const {
    return m_words.sayCount("paper.report." + std::string(id), count);
  }
  double gap() const { return m_look.space(14); }
  // A panel's or a chart's width with another one beside it.
  double half() const { return (m_parts.width() - gap()) / 2; }

  MapPanel panelOf(const std::string& title, const ReportLook& shown) const {
    const bool after = shown.moment == MapMoment::after;
    MapPanel map;
    map.title = title;
    map.detail = say(after ? "lookAfter" : "lookBefore",
                     {{"number", std::to_string(shown.session.number)},
                      {"date", mediumDate(m_context, shown.session.content->serviceDate)}});
    map.content = shown.session.content;
    map.subject = shown.moment == MapMoment::after ? MapSubject::after : MapSubject::before;
    map.views = {domain::BodyView::front, domain::BodyView::back};
    map.width = half();
    map.viewHeight = m_layout.mapHeight;
    return map;
  }

  Blocks maps() const {
    if (m_data.sessions.empty()) return {plainParagraph(say("noSessions"))};
    if (!m_data.before && !m_data.now) return {plainParagraph(say("noMaps"))};
    Group group;
    if (m_data.before && m_data.now) {
      auto before = panelOf(say("before"), *m_data.before);
      auto now = panelOf(say("now"), *m_data.now);
      before.leastTitles = now.leastTitles =
          std::max(mapTitlesHeight(m_parts, before), mapTitlesHeight(m_parts, now));
      group.blocks.push_back(
          SideBySide{{{mapPanel(m_context, m_parts, before)}, {mapPanel(m_context, m_parts, now)}}, gap()});
    } else {
      // A single look, or a first one that was only charted afterwards: nothing to compare with.
      const auto& only = m_data.before ? *m_data.before : *m_data.now;
      group.blocks.push_back(Columns{{mapPanel(m_context, m_parts, panelOf(say("onlyLook"), only))},
                                     half(),
                                     gap(),
                                     {plainParagraph(say("nothingToCompare"))}});
    }
    group.blocks.push_back(tensionKey(m_context, m_parts));
    return {std::move(group)};
  }

  Blocks metrics() const {
    if (m_data.compared.empty()) return {};
    const auto before = summaryOf(m_data.compared, false);
    const auto now = summaryOf(m_data.compared, true);
    Table table;
    table.columns = {
        {sayCount("comparedRegions", static_cast<long>(m_data.compared.size())), 1, 0, draw::Align::left},
        {say("before"), 0, m_look.space(66), draw::Align::right},
        {say("now"), 0, m_look.space(66), draw::Align::right}};
    table.rows.push_back({textCell(say("mean")), textCell(shortNumber(m_context, before.mean)),
                          textCell(shortNumber(m_context, now.mean))});
    table.rows.push_back({textCell(say("strong")), textCell(std::to_string(before.strong)),
                          textCell(std::to_string(now.strong))});
    return {std::move(table)};
  }

  // Where each day stands between the first and the last one, 0..1.
  static std::vector<double> positionsOf(const std::vector<core::Date>& dates) {
    std::vector<double> positions;
    const auto days = static_cast<double>(std::max<std::int64_t>(dates.front().daysUntil(dates.back()), 1));
    for (const auto& date : dates)
      positions.push_back(static_cast<double>(dates.front().daysUntil(date)) / days);
    return positions;
  }

  Block chart(const draw::LineChart& lines, const std::string& alternative, double width) const {
    const draw::Size size{width, m_layout.chartHeight};
    const auto drawing = Recording::of([&](draw::Canvas& canvas) {
      draw::drawLineChart(canvas, m_context.typesetter, lines, m_look.small(),
                          {0, 0, size.width, size.height});
    });
    return Figure{size, alternative, drawing, draw::Align::left};
  }

  // "Before: 12 Jan 2025 2.8; 19 Jan 2025 2.5."
  std::string inWords(const draw::ChartSeries& series, const std::vector<core::Date>& dates) const {
    std::string words;
    for (std::size_t i = 0; i < dates.size(); ++i)
      if (series.values[i])
        words += (words.empty() ? "" : "; ") + mediumDate(m_context, dates[i]) + " " +
                 shortNumber(m_context, *series.values[i]);
    return series.name + ": " + words + ".";
  }

  Block trend(const std::string& title, const std::string& note, draw::LineChart lines,
              const std::vector<core::Date>& dates, double width) const {
    std::string alternative = title + ".";
    for (const auto& date : dates) lines.ticks.push_back(mediumDate(m_context, date));
    for (const auto& series : lines.series) alternative += " " + inWords(series, dates);
    lines.positions = positionsOf(dates);
    return Group{{Heading{2, title}, chart(lines, alternative, width), plainParagraph(note, Tone::small)}, 0};
  }

  Blocks bothTrends() const {
    const auto tension = tensionTrend(half());
    const auto pain = painTrend(half());
    if (tension.empty() || pain.empty())
      return tension.empty() ? painTrend(m_parts.width()) : tensionTrend(m_parts.width());
    return {SideBySide{{tension, pain}, gap()}};
  }

  Blocks tensionTrend(double width) const {
    std::vector<core::Date> dates;
    draw::ChartSeries before{
        say("seriesBefore"), m_look.accent, draw::ChartSeries::Marker::circle, false, {}};
    draw::ChartSeries after{say("seriesAfter"), m_look.caution, draw::ChartSeries::Marker::square, true, {}};
    for (const auto& session : m_data.sessions) {
      const auto meanBefore = meanTension(*session.content, MapMoment::before);
      const auto meanAfter = meanTension(*session.content, MapMoment::after);
      if (!meanBefore && !meanAfter) continue;
      dates.push_back(session.content->serviceDate);
      before.values.push_back(meanBefore);
      after.values.push_back(meanAfter);
    }
    if (dates.empty()) return {};
    if (dates.size() == 1) return {Heading{2, say("tension")}, plainParagraph(say("trendNeedsTwo"))};
    draw::LineChart lines;
    lines.low = domain::Tension::kLowest;
    lines.high = domain::Tension::kHighest;
    lines.step = 1;
    for (auto* series : {&before, &after})
      if (std::any_of(series->values.begin(), series->values.end(),
                      [](const auto& v) { return v.has_value(); }))
        lines.series.push_back(std::move(*series));
    return {trend(say("tension"), say("tensionNote"), std::move(lines), dates, width)};
  }

  Blocks painTrend(double width) const {
    std::set<core::Date> days;
    for (const auto& line : m_data.pain)
      for (const auto& value : line.values) days.insert(value.date);
    const std::vector<core::Date> dates(days.begin(), days.end());
    if (dates.empty()) return {};
    if (dates.size() == 1) {
      std::string words;
      for (const auto& line : m_data.pain)
        words += say("painOnce", {{"name", m_words.say("measure." + line.instrument)},
                                  {"value", shortNumber(m_context, line.values.front().value)},
                                  {"date", longDate(m_context, dates.front())}}) +
                 " ";
      return {Heading{2, say("pain.title")}, plainParagraph(words + say("trendNeedsTwo"))};
    }
    static const draw::Color kColors[] = {draw::rgb(0x3E4C8A), draw::rgb(0x8A3E6B), draw::rgb(0x5A6872)};
    draw::LineChart lines;
    lines.low = 0;
    lines.high = 10;
    lines.step = 2;
    for (std::size_t i = 0; i < m_data.pain.size(); ++i) {
      using Marker = draw::ChartSeries::Marker;
      static constexpr Marker kMarkers[] = {Marker::triangle, Marker::circle, Marker::square};
      draw::ChartSeries series{
          m_words.say("measure." + m_data.pain[i].instrument), kColors[i % 3], kMarkers[i % 3], i > 0, {}};
      for (const auto& date : dates) {
        const auto& values = m_data.pain[i].values;
        const auto found =
            std::find_if(values.begin(), values.end(), [&](const DatedValue& v) { return v.date == date; });
        series.values.push_back(found == values.end() ? std::nullopt : std::optional(found->value));
      }
      lines.series.push_back(std::move(series));
    }
    return {trend(say("pain.title"), say("pain.note"), std::move(lines), dates, width)};
  }

  // An arrow and a bar as long as the change is large.
  Cell bar(int value) const {
    const double height = m_look.space(8);
    const auto color = value < 0 ? m_look.accent : m_look.caution;
    return {{},
            [value, height, color, line = m_look.line](draw::Canvas& canvas, const draw::Rect& where) {
              const double middle = where.centre().y;
              if (value == 0) {
                canvas.fill(draw::Path::rectangle({where.x, middle - 0.5, height, 1}), line);
                return;
              }
              const double tip = value < 0 ? middle + height / 2 : middle - height / 2;
              const double foot = value < 0 ? middle - height / 2 : middle + height / 2;
              canvas.fill(draw::Path::polyline(
                              {{where.x, foot}, {where.x + height, foot}, {where.x + height / 2, tip}}, true),
                          color);
              const double start = where.x + height * 1.8;
              const double length = (where.right() - start) * std::abs(value) / domain::Tension::kHighest;
              canvas.fill(draw::Path::roundedRectangle({start, middle - height * 0.36, length, height * 0.72},
                                                       height * 0.3),
                          draw::mixed(color, draw::rgb(0xFFFFFF), 0.35));
            },
            height,
            {}};
  }

  Blocks regions() const {
    if (!m_data.before || !m_data.now) return {};
    Blocks blocks{Heading{2, say("regions")}};
    if (!m_data.compared.empty()) {
      Table table;
      table.padY = m_look.space(1.5);
      // Large print needs the width for names.
      if (m_context.largePrint) table.padX = m_look.space(4);
      table.columns = {{say("region"), 1, 0, draw::Align::left},
                       {say("before"), 0, m_look.space(m_context.largePrint ? 50 : 54), draw::Align::right},
                       {say("now"), 0, m_look.space(m_context.largePrint ? 38 : 46), draw::Align::right},
                       {say("change"), 0, m_look.space(m_context.largePrint ? 56 : 62), draw::Align::right},
                       {"", 0, m_context.largePrint ? 76.0 : 100.0, draw::Align::left}};
      for (const auto& region : m_data.compared)
        table.rows.push_back({textCell(regionName(m_context, region.region)),
                              textCell(std::to_string(region.before)), textCell(std::to_string(region.now)),
                              textCell(signedChange(m_context, region.change()), true),
                              bar(region.change())});
      blocks.push_back(std::move(table));
    } else {
      blocks.push_back(plainParagraph(say("noneCompared")));
    }
    if (m_data.notCompared > 0)
      blocks.push_back(plainParagraph(sayCount("notCompared", m_data.notCompared), Tone::small));
    return blocks;
  }

  Blocks activities() const {
    if (m_data.activities.empty()) return {};
    // Days that are the same in all rows are said once, above.
    const auto firstDay = m_data.activities.front().values.front().date;
    const auto lastDay = m_data.activities.front().values.back().date;
    const bool sameDays =
        std::all_of(m_data.activities.begin(), m_data.activities.end(), [&](const MeasureLine& line) {
          return line.values.front().date == firstDay && line.values.back().date == lastDay;
        });
    const auto title = [&](std::string_view id, const core::Date& day) {
      return say(id) + (sameDays ? "\n" + mediumDate(m_context, day) : "");
    };
    const auto dated = [&](const DatedValue& value) {
      return textCell(shortNumber(m_context, value.value) +
                      (sameDays ? "" : "\n" + mediumDate(m_context, value.date)));
    };
    Table table;
    table.columns = {{say("activity"), 1, 0, draw::Align::left},
                     {title("firstTime", firstDay), 0, m_look.space(94), draw::Align::right},
                     {firstDay == lastDay && sameDays ? say("lastTime") : title("lastTime", lastDay), 0,
                      m_look.space(94), draw::Align::right},
                     {say("change"), 0, m_look.space(62), draw::Align::right}};
    for (const auto& line : m_data.activities) {
      const auto& first = line.values.front();
      const auto& last = line.values.back();
      if (line.values.size() == 1)
        table.rows.push_back({textCell(line.item), dated(first), textCell(say("notAgain")), textCell("")});
      else
        table.rows.push_back({textCell(line.item), dated(first), dated(last),
                              textCell(signedChange(m_context, last.value - first.value), true)});
    }
    return {Heading{2, say("activities")}, std::move(table),
            plainParagraph(say("activitiesScale"), Tone::small)};
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const ReportData& m_data;
  const ReportLayout m_layout;
};

// A template's blocks up to and with the last of those named.
content::DocumentTemplate upTo(const content::DocumentTemplate& source,
                               const std::vector<std::string_view>& names) {
  content::DocumentTemplate part = source;
  while (!part.blocks.empty() &&
         std::find(names.begin(), names.end(), part.blocks.back().block) == names.end())
    part.blocks.pop_back();
  return part;
}

bool nextToEachOther(const content::DocumentTemplate& source, std::string_view one, std::string_view other) {
  const auto& blocks = source.blocks;
  return std::adjacent_find(blocks.begin(), blocks.end(), [&](const auto& a, const auto& b) {
           return a.block == one && b.block == other;
         }) != blocks.end();
}

// `blocksOf` builds a template's blocks in a layout. Maps, numbers and charts fill the first page: figures
// grow first, then charts. What does not fit even at its smallest goes to the second one.
template <class BlocksOf>
ReportLayout fittedLayout(const Parts& parts, const content::DocumentTemplate& source, double highestMap,
                          bool trendsBeside, const BlocksOf& blocksOf) {
  const auto& look = parts.look();
  const double lowestMap = std::min(look.space(kLowestMap), highestMap);
  const double lowestChart = look.space(kLowestChart);
  const auto heightOf = [&](const content::DocumentTemplate& part, const ReportLayout& layout) {
    return Extent::of(layOut(blocksOf(part, layout), parts.width(), parts.layout())).height;
  };
  for (const std::vector<std::string_view>& last :
       {std::vector<std::string_view>{"tension-trend", "pain-trend"}, {"tension-trend"}, {"metrics"}}) {
    const auto part = upTo(source, last);
    if (part.blocks.empty()) continue;
    ReportLayout layout{lowestMap, lowestChart, trendsBeside};
    const double lowest = heightOf(part, layout);
    if (lowest > look.body.height) continue;
    // Without a map or a chart growing takes nothing, and gives nothing.
    layout.mapHeight = std::min(highestMap, lowestMap + look.body.height - lowest);
    const double room = look.body.height - heightOf(part, layout);
    ReportLayout higher = layout;
    higher.chartHeight += 1;
    const double rows = heightOf(part, higher) - heightOf(part, layout);
    if (rows > 0)
      layout.chartHeight = std::min(look.space(kHighestChart), lowestChart + room / rows);
    else
      layout.chartHeight = look.space((kLowestChart + kHighestChart) / 2);
    return layout;
  }
  return {lowestMap, look.space(kHighestChart), trendsBeside};
}

std::string detailsOf(const BuildContext& context, const domain::Client& client, const ReportData& data) {
  const auto& words = wordsOf(context);
  if (data.sessions.empty())
    return words.say("paper.report.detailsNone",
                     {{"client", client.name}, {"date", longDate(context, context.today)}});
  const auto& first = data.sessions.front();
  const auto& last = data.sessions.back();
  if (data.sessions.size() == 1)
    return words.say("paper.report.detailsOne", {{"client", client.name},
                                                 {"number", std::to_string(first.number)},
                                                 {"date", mediumDate(context, first.content->serviceDate)}});
  return words.say("paper.report.details", {{"client", client.name},
                                            {"first", std::to_string(first.number)},
                                            {"last", std::to_string(last.number)},
                                            {"from", mediumDate(context, first.content->serviceDate)},
                                            {"to", mediumDate(context, last.content->serviceDate)}});
}

}  // namespace

Document buildReport(const BuildContext& context, const domain::Client& client,
                     const std::vector<domain::Session>& sessions,
                     const std::vector<domain::Measure>& measures, const ReportPeriod& period) {
  const auto& source = context.content.documentTemplate("report", context.language);
  const ReportData data = reportData(context.content.atlas(), sessions, measures, period);
  const auto dateOf = [&](const ReportSession& session) {
    return longDate(context, session.content->serviceDate);
  };
  const Placeholders placeholders{
      {"client", client.name},
      {"date", longDate(context, context.today)},
      {"practice", context.practice.name},
      {"practitioner", practitionerOf(context)},
      {"from", data.sessions.empty() ? std::string() : dateOf(data.sessions.front())},
      {"to", data.sessions.empty() ? std::string() : dateOf(data.sessions.back())},
      {"sessions", std::to_string(data.sessions.size())}};
  const Parts parts(context, {filled(source.title, placeholders), detailsOf(context, client, data),
                              filled(source.footer, placeholders), recordOf(context)});
  const auto blocksOf = [&](const content::DocumentTemplate& part, const ReportLayout& layout) {
    const Report report(context, parts, data, layout);
    return templateBlocks(parts.look(), part, placeholders,
                          [&](std::string_view name) { return report.block(name); });
  };
  const double highestMap = Report(context, parts, data, {}).highestMap();
  // Half a page is too narrow for charts in large print.
  const bool beside = !context.largePrint && nextToEachOther(source, "tension-trend", "pain-trend");
  const auto fitted = fittedLayout(parts, source, highestMap, beside, blocksOf);
  auto document = parts.finish(blocksOf(source, fitted));
  // Lower charts, and then a little smaller figures, where they save a page: the table of regions begins on
  // the first one.
  for (const double share : {1.0, 0.93, 0.86}) {
    auto layout = fitted;
    layout.chartHeight = std::min(fitted.chartHeight, parts.look().space(kLowestChart));
    layout.mapHeight *= share;
    auto lower = parts.finish(blocksOf(source, layout));
    if (lower.pages.size() < document.pages.size()) document = std::move(lower);
  }
  return document;
}

}  // namespace unknot::document
