// Lines over time. Two lines differ by shape and dash as well as colour; gaps are gaps, never zero.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draw/typesetter.h"

namespace unknot::draw {

struct ChartSeries {
  std::string name;
  Color color;
  enum class Marker { circle, square, triangle } marker = Marker::circle;
  bool dashed = false;
  std::vector<std::optional<double>> values;  // one a tick
};

// One axis; series that do not share a scale go into charts of their own (tension 0..4 and pain 0..10 never
// share one).
struct LineChart {
  double low = 0;
  double high = 10;
  double step = 2;                 // between grid lines
  std::vector<std::string> ticks;  // under the x axis; thinned when they do not fit
  std::vector<double> positions;   // of the ticks, 0..1; empty: evenly
  std::vector<ChartSeries> series;
};

void drawLineChart(Canvas& canvas, Typesetter& typesetter, const LineChart& chart, const TextStyle& label,
                   const Rect& where);

}  // namespace unknot::draw
