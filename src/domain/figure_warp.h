// Another build of the same figure: a map of a view's space onto itself that moves points sideways only,
// smoothly, and never one past another. So regions that tile the drawing tile the warped one, none overlaps,
// and every point lies in the region it lay in before.
#pragma once

#include <optional>
#include <vector>

#include "core/geometry.h"
#include "domain/body_atlas.h"
#include "domain/monotone_curve.h"

namespace unknot::domain {

// Lines that run down a view, from its left to its right, and what happens to the strips between them.
struct FigureStrips {
  std::vector<MonotoneCurve> lines;    // x at each height
  std::vector<MonotoneCurve> factors;  // at each height, one a strip: how much wider it becomes
  std::size_t still = 0;               // the line that stays where it is
};

// The least room between two lines.
constexpr double kLeastStrip = 1;
// The first height, of the whole ones down to `figureHeight`, at which two lines come nearer than that.
std::optional<int> narrowStrip(const FigureStrips& strips, double figureHeight);

class FigureWarp {
 public:
  // For `view`, whose width grows or shrinks with its outline, so that the room beside the figure stays.
  // The strips are wide enough (narrowStrip).
  FigureWarp(const FigureView& view, const FigureStrips& strips);

  // The view that the warp was made for, warped.
  const FigureView& view() const { return m_view; }
  core::Point apply(core::Point point) const;
  // Within a fifteenth of a figure unit of the true one, the closing line included.
  core::Path apply(const core::Path& path) const;
  // The label keeps its place in the region; its free radius is measured anew.
  RegionShape apply(const RegionShape& shape) const;

 private:
  struct Derivative {
    double dx, dy;  // of the new x
  };

  Derivative derivativeAt(core::Point point) const;
  void addCurve(core::Path& path, core::Point a, core::Point b, core::Point c, core::Point d,
                int depth) const;
  void addLine(core::Path& path, core::Point from, core::Point to) const;

  std::vector<MonotoneCurve> m_rows;  // old x to new x, one a unit of height
  double m_offset = 0;
  FigureView m_view;
};

}  // namespace unknot::domain
