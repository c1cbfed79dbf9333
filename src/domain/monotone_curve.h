// A smooth curve through given points that never swings over or under its neighbours: where the points grow,
// the curve grows (piecewise cubic, slopes after Fritsch and Butland, doi 10.1137/0905021).
#pragma once

#include <vector>

#include "core/geometry.h"

namespace unknot::domain {

class MonotoneCurve {
 public:
  // One point or more, x growing. Beyond the ends the curve stays at its end value.
  explicit MonotoneCurve(std::vector<core::Point> points);

  double at(double x) const;
  // The curve of `factor` times the value, and `shift`.
  MonotoneCurve mapped(double factor, double shift) const;

 private:
  std::vector<core::Point> m_points;
  std::vector<double> m_slopes;
};

}  // namespace unknot::domain
