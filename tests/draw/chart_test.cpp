// Charts tell their lines apart, leave gaps open and keep their texts from running into each other.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

#include "draw/charts.h"
#include "support/fixed_typesetter.h"

using namespace unknot;
using Marker = draw::ChartSeries::Marker;

namespace {

// Keeps what was drawn.
class RecordingCanvas : public draw::Canvas {
 public:
  struct Text {
    std::string text;
    draw::Rect box;
  };
  struct Stroked {
    draw::Path path;
    draw::Stroke stroke;
  };
  void save() override {}
  void restore() override {}
  void transform(const draw::Affine&) override {}
  void clip(const draw::Path&) override {}
  void fill(const draw::Path& path, draw::Color color) override { fills.emplace_back(path, color); }
  void stroke(const draw::Path& path, const draw::Stroke& stroke) override {
    strokes.push_back({path, stroke});
  }
  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color) override {
    std::string text;
    for (const auto& glyph : run.glyphs) text += glyph.text;
    texts.push_back({text, {origin.x, origin.y - run.size, run.width, run.size}});
  }
  void image(const draw::Image&, const draw::Rect&) override {}

  std::vector<std::pair<draw::Path, draw::Color>> fills;
  std::vector<Stroked> strokes;
  std::vector<Text> texts;
};

constexpr draw::Color kOrange = draw::rgb(0xC8632D);
constexpr draw::Color kTeal = draw::rgb(0x1F7A7D);
constexpr draw::Rect kWhere{20, 30, 400, 150};

RecordingCanvas drawn(const draw::LineChart& chart) {
  RecordingCanvas canvas;
  test::FixedTypesetter typesetter;
  draw::drawLineChart(canvas, typesetter, chart, {9}, kWhere);
  return canvas;
}

bool overlap(const draw::Rect& a, const draw::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

const RecordingCanvas::Stroked& lineOf(const RecordingCanvas& canvas, draw::Color color) {
  const auto found = std::find_if(canvas.strokes.begin(), canvas.strokes.end(),
                                  [&](const auto& s) { return s.stroke.color == color; });
  BOOST_REQUIRE(found != canvas.strokes.end());
  return *found;
}

long movesOf(const draw::Path& path) {
  return std::count(path.verbs().begin(), path.verbs().end(), draw::Path::Verb::move);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LineChart)

BOOST_AUTO_TEST_CASE(AGapIsAGapAndNeverZero) {
  draw::LineChart chart{
      0, 4, 1, {"a", "b", "c", "d"}, {}, {{"Before", kTeal, Marker::circle, false, {3, {}, 2, 1}}}};
  const auto canvas = drawn(chart);
  const auto& line = lineOf(canvas, kTeal);
  BOOST_TEST(movesOf(line.path) == 2);
  BOOST_TEST(line.path.points().size() == 3u);
}

BOOST_AUTO_TEST_CASE(LinesDifferByDashAndByMark) {
  draw::LineChart chart{
      0,
      4,
      1,
      {"a", "b"},
      {},
      {{"Before", kOrange, Marker::square, false, {3, 2}}, {"After", kTeal, Marker::circle, true, {2, 1}}}};
  const auto canvas = drawn(chart);
  BOOST_TEST(lineOf(canvas, kOrange).stroke.dash.empty());
  BOOST_TEST(!lineOf(canvas, kTeal).stroke.dash.empty());
}

BOOST_AUTO_TEST_CASE(NamesAtTheLineEndsDoNotOverlap) {
  draw::LineChart chart{0, 10, 2, {"a", "b"}, {}, {}};
  for (const char* name : {"One", "Two", "Three", "Four"})
    chart.series.push_back({name, kTeal, Marker::circle, false, {5, 0}});
  const auto canvas = drawn(chart);
  std::vector<RecordingCanvas::Text> names;
  for (const auto& text : canvas.texts)
    if (text.box.x > kWhere.right() - 60 && text.text.size() >= 3) names.push_back(text);
  BOOST_REQUIRE_EQUAL(names.size(), 4u);
  for (std::size_t i = 0; i < names.size(); ++i) {
    BOOST_TEST(names[i].box.right() <= kWhere.right() + 1);
    BOOST_TEST(names[i].box.y >= kWhere.y);
    for (std::size_t j = 0; j < i; ++j) BOOST_TEST(!overlap(names[i].box, names[j].box));
  }
}

BOOST_AUTO_TEST_CASE(CrowdedTicksAreThinnedAndTheNewestStays) {
  draw::LineChart chart{0, 10, 5, {}, {}, {{"Sleep", kTeal, Marker::circle, false, {}}}};
  for (int i = 0; i < 60; ++i) {
    chart.ticks.push_back("day " + std::to_string(100 + i));
    chart.series[0].values.push_back(i % 10);
  }
  const auto canvas = drawn(chart);
  std::vector<RecordingCanvas::Text> days;
  for (const auto& text : canvas.texts)
    if (text.text.starts_with("day")) days.push_back(text);
  BOOST_TEST(days.size() >= 3u);
  BOOST_TEST(days.size() < 30u);
  const auto is = [&](const char* day) {
    return std::any_of(days.begin(), days.end(), [&](const auto& text) { return text.text == day; });
  };
  BOOST_TEST(is("day 159"));
  BOOST_TEST(is("day 100"));
  for (std::size_t i = 0; i < days.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) BOOST_TEST(!overlap(days[i].box, days[j].box));
}

BOOST_AUTO_TEST_CASE(ASingleValueStandsInTheMiddle) {
  const auto canvas = drawn({0, 10, 5, {"today"}, {}, {{"Pain", kOrange, Marker::circle, false, {5}}}});
  BOOST_REQUIRE(!canvas.fills.empty());
  const auto mark = canvas.fills.front().first.bounds();
  for (const double v : {mark.x, mark.y, mark.width}) BOOST_TEST(std::isfinite(v));
  BOOST_TEST(mark.x > kWhere.x + 100);
  BOOST_TEST(mark.right() < kWhere.right() - 60);
}

BOOST_AUTO_TEST_CASE(NothingToShowIsNoFault) {
  BOOST_TEST(drawn({0, 10, 2, {}, {}, {}}).fills.empty());
  BOOST_TEST(
      drawn({0, 10, 2, {"a", "b"}, {}, {{"Empty", kTeal, Marker::circle, false, {{}, {}}}}}).fills.empty());
  BOOST_TEST(drawn({3, 3, 0, {"a"}, {}, {{"Flat", kTeal, Marker::circle, false, {3}}}}).fills.size() > 0u);
}

BOOST_AUTO_TEST_CASE(PositionsInTimePlaceThePoints) {
  draw::LineChart chart{
      0, 4, 1, {"a", "b", "c"}, {0, .1, 1}, {{"x", kTeal, Marker::circle, false, {1, 1, 1}}}};
  const auto canvas = drawn(chart);
  const auto points = lineOf(canvas, kTeal).path.points();
  BOOST_TEST(std::abs((points[1].x - points[0].x) / (points[2].x - points[0].x) - .1) < 1e-9);
}

BOOST_AUTO_TEST_SUITE_END()
