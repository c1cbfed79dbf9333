#include "draw/charts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace unknot::draw {
namespace {

constexpr Color kGrid = rgb(0xDDE3E7);
constexpr Color kAxis = rgb(0x9AA7B0);
constexpr Color kPaper = rgb(0xFFFFFF);
constexpr Color kDarkInk = rgb(0x22303A);
// Text in a series' colour must be readable (WCAG AA).
constexpr double kReadable = 4.5;
// More points than this make the marks smaller.
constexpr std::size_t kManyPoints = 40;

std::string numberText(double value) {
  std::array<char, 32> buffer{};
  const double rounded = std::round(value * 100) / 100 + 0.0;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded).ptr};
}

Color readable(Color color) {
  color.a = 1;
  for (double share = 0; share < 1; share += .1)
    if (const Color darkened = mixed(color, kDarkInk, share); contrast(darkened, kPaper) >= kReadable)
      return darkened;
  return kDarkInk;
}

Path markerPath(ChartSeries::Marker marker, Point at, double radius) {
  if (marker == ChartSeries::Marker::circle) return Path::circle(at, radius);
  if (marker == ChartSeries::Marker::square) {
    const double half = radius * .9;
    return Path::rectangle({at.x - half, at.y - half, 2 * half, 2 * half});
  }
  const double r = radius * 1.2;
  return Path::polyline({{at.x, at.y - r}, {at.x + r * .95, at.y + r * .7}, {at.x - r * .95, at.y + r * .7}},
                        true);
}

class LineChartPainter {
 public:
  LineChartPainter(Canvas& canvas, Typesetter& typesetter, const LineChart& chart, const TextStyle& label,
                   const Rect& where)
      : m_canvas(canvas), m_chart(chart), m_label(label), m_typesetter(typesetter) {
    TextStyle quiet = label;
    quiet.weight = Weight::regular;
    const double range = chart.high - chart.low;
    const double step = chart.step > 0 ? chart.step : std::max(range, 1.0);
    double numbersWidth = 0;
    for (int i = 0; chart.low + i * step <= chart.high + step * 1e-6; ++i) {
      const double value = chart.low + i * step;
      m_grid.push_back({value, typesetter.line(numberText(value), quiet)});
      numbersWidth = std::max(numbersWidth, m_grid.back().text.width);
    }
    for (const auto& text : chart.ticks) m_ticks.push_back(typesetter.line(text, quiet));
    layOutNames();
    const double left = numbersWidth + label.size * .7;
    const double right = m_names.empty() ? label.size * .6 : namesWidth() + label.size * 2.6;
    const double bottom = chart.ticks.empty() ? label.size * .6 : label.size * 2;
    const double top = label.size * .6;
    m_plot = {where.x + left, where.y + top, std::max(1.0, where.width - left - right),
              std::max(1.0, where.height - top - bottom)};
  }

  void paint() {
    paintGrid();
    paintTicks();
    for (const auto& series : m_chart.series) paintLine(series);
    for (const auto& series : m_chart.series) paintMarkers(series);
    paintNames();
  }

 private:
  struct GridLine {
    double value;
    TextLine text;
  };
  struct Name {
    const ChartSeries* series;
    TextLine text;
    Point end;     // the last point of the line
    double y = 0;  // middle of the name
  };

  double markerRadius() const { return m_label.size * (m_chart.ticks.size() > kManyPoints ? .2 : .32); }
  double yOf(double value) const {
    const double range = m_chart.high - m_chart.low;
    const double share = range > 0 ? (std::clamp(value, m_chart.low, m_chart.high) - m_chart.low) / range : 0;
    return m_plot.bottom() - share * m_plot.height;
  }
  // Marks keep off the edges, so that none is cut and a single one stands in the middle.
  double xOf(std::size_t tick) const {
    const std::size_t count = tickCount();
    double share = count > 1 ? static_cast<double>(tick) / static_cast<double>(count - 1) : .5;
    if (tick < m_chart.positions.size()) share = std::clamp(m_chart.positions[tick], 0.0, 1.0);
    const double inset = std::min(m_label.size * .8, m_plot.width * .1);
    return m_plot.x + inset + share * (m_plot.width - 2 * inset);
  }
  std::size_t tickCount() const {
    std::size_t count = m_chart.ticks.size();
    for (const auto& series : m_chart.series) count = std::max(count, series.values.size());
    return count;
  }
  Point pointOf(const ChartSeries& series, std::size_t tick) const {
    return {xOf(tick), yOf(*series.values[tick])};
  }

  void layOutNames() {
    for (const auto& series : m_chart.series) {
      const auto present = [](const std::optional<double>& value) { return value.has_value(); };
      if (series.name.empty() || std::none_of(series.values.begin(), series.values.end(), present)) continue;
      TextStyle style = m_label;
      style.weight = Weight::semibold;
      style.color = readable(series.color);
      m_names.push_back({&series, m_typesetter.line(series.name, style), {}, 0});
    }
  }
  double namesWidth() const {
    double width = 0;
    for (const auto& name : m_names) width = std::max(width, name.text.width);
    return width;
  }

  void paintGrid() {
    for (const auto& line : m_grid) {
      const double y = yOf(line.value);
      const bool base = line.value == m_chart.low;
      m_canvas.stroke(Path().moveTo({m_plot.x, y}).lineTo({m_plot.right(), y}),
                      {base ? kAxis : kGrid, base ? .9 : .6, {}, false});
      line.text.draw(m_canvas, {m_plot.x - m_label.size * .5 - line.text.width, y + m_label.size * .35});
    }
  }

  // The newest and the first text always stand; of the others those that keep their distance.
  void paintTicks() {
    std::vector<std::pair<double, double>> taken;
    const auto place = [&](std::size_t tick, bool always) {
      const double width = m_ticks[tick].width;
      const double x = std::clamp(xOf(tick) - width / 2, m_plot.x - m_label.size * .5,
                                  std::max(m_plot.x, m_plot.right() + m_label.size * .5 - width));
      const double gap = m_label.size * .7;
      const bool free = std::none_of(taken.begin(), taken.end(), [&](const auto& span) {
        return x < span.second + gap && span.first < x + width + gap;
      });
      if (!free && !always) return;
      taken.emplace_back(x, x + width);
      m_canvas.stroke(Path()
                          .moveTo({xOf(tick), m_plot.bottom()})
                          .lineTo({xOf(tick), m_plot.bottom() + m_label.size * .3}),
                      {kAxis, .6, {}, false});
      m_ticks[tick].draw(m_canvas, {x, m_plot.bottom() + m_label.size * 1.5});
    };
    if (m_ticks.empty()) return;
    place(m_ticks.size() - 1, true);
    if (m_ticks.size() > 1) place(0, false);
    for (std::size_t i = m_ticks.size() - 1; i-- > 1;) place(i, false);
  }

  void paintLine(const ChartSeries& series) {
    Path path;
    bool drawing = false;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (!series.values[i]) {
        drawing = false;
        continue;
      }
      const Point at = pointOf(series, i);
      drawing ? path.lineTo(at) : path.moveTo(at);
      drawing = true;
    }
    if (path.isEmpty()) return;
    const double width = m_label.size * .18;
    const std::vector<double> dash =
        series.dashed ? std::vector{width * 2.6, width * 2.4} : std::vector<double>{};
    m_canvas.stroke(path, {series.color, width, dash, true});
  }

  void paintMarker(const ChartSeries& series, Point at, double radius) {
    // Hollow on a dashed line: where two points meet, both are seen.
    const Path path = markerPath(series.marker, at, series.dashed ? radius * .82 : radius);
    if (!series.dashed) m_canvas.stroke(path, {kPaper, radius * .5, {}, true});
    m_canvas.fill(path, series.dashed ? kPaper : series.color);
    if (series.dashed) m_canvas.stroke(path, {series.color, radius * .45, {}, true});
  }

  void paintMarkers(const ChartSeries& series) {
    for (std::size_t i = 0; i < series.values.size(); ++i)
      if (series.values[i]) paintMarker(series, pointOf(series, i), markerRadius());
  }

  // Names at the ends of their lines, pushed apart where the lines end close together.
  void paintNames() {
    if (m_names.empty()) return;
    for (auto& name : m_names) {
      std::size_t last = name.series->values.size() - 1;
      while (!name.series->values[last]) --last;
      name.end = pointOf(*name.series, last);
      name.y = name.end.y;
    }
    std::sort(m_names.begin(), m_names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    const double distance = m_label.size * 1.35;
    for (std::size_t i = 1; i < m_names.size(); ++i)
      m_names[i].y = std::max(m_names[i].y, m_names[i - 1].y + distance);
    // What ran out below moves up again.
    double lowest = m_plot.bottom();
    for (auto name = m_names.rbegin(); name != m_names.rend(); ++name) {
      name->y = std::min(name->y, lowest);
      lowest = name->y - distance;
    }
    const double x = m_plot.right() + m_label.size * .9;
    for (const auto& name : m_names) {
      const Point from{name.end.x + markerRadius() * 1.8, name.end.y};
      const Point to{x - m_label.size * .45, name.y};
      if (std::abs(to.y - from.y) > 1 || to.x - from.x > m_label.size * 1.5) {
        Color faint = name.series->color;
        faint.a = .45;
        m_canvas.stroke(Path().moveTo(from).lineTo(to), {faint, .7, {}, true});
      }
      paintMarker(*name.series, {x + m_label.size * .2, name.y}, m_label.size * .26);
      name.text.draw(m_canvas, {x + m_label.size * .75, name.y + m_label.size * .35});
    }
  }

  Canvas& m_canvas;
  const LineChart& m_chart;
  const TextStyle& m_label;
  Typesetter& m_typesetter;
  std::vector<GridLine> m_grid;
  std::vector<TextLine> m_ticks;
  std::vector<Name> m_names;
  Rect m_plot;
};

}  // namespace

void drawLineChart(Canvas& canvas, Typesetter& typesetter, const LineChart& chart, const TextStyle& label,
                   const Rect& where) {
  if (where.isEmpty() || label.size <= 0) return;
  LineChartPainter(canvas, typesetter, chart, label, where).paint();
}

}  // namespace unknot::draw
