#include "core/geometry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include "core/error.h"

namespace unknot::core {
namespace {

// Control points at this share of the radius make a quarter circle of a cubic (error under 0.03 %).
constexpr double kQuarter = 0.5522847498;

void flattenCurve(Point a, Point b, Point c, Point d, double tolerance, int depth, std::vector<Point>& out) {
  // Distance of the control points from the chord bounds the curve's distance from it.
  const Point chord = d - a;
  const double chordLength = length(chord);
  double off = 0;
  for (const Point p : {b, c}) {
    const Point v = p - a;
    off =
        std::max(off, chordLength > 1e-9 ? std::abs(v.x * chord.y - v.y * chord.x) / chordLength : length(v));
  }
  if (off <= tolerance || depth >= 16) {
    out.push_back(d);
    return;
  }
  const Point ab = (a + b) * .5;
  const Point bc = (b + c) * .5;
  const Point cd = (c + d) * .5;
  const Point abc = (ab + bc) * .5;
  const Point bcd = (bc + cd) * .5;
  const Point middle = (abc + bcd) * .5;
  flattenCurve(a, ab, abc, middle, tolerance, depth + 1, out);
  flattenCurve(middle, bcd, cd, d, tolerance, depth + 1, out);
}

}  // namespace

double length(Point p) {
  return std::hypot(p.x, p.y);
}

Point normalized(Point p) {
  const double l = length(p);
  return l > 0 ? p * (1 / l) : Point{1, 0};
}

double distance(Point a, Point b) {
  return length(b - a);
}

Rect Rect::united(const Rect& other) const {
  if (isEmpty()) return other;
  if (other.isEmpty()) return *this;
  const double left = std::min(x, other.x);
  const double top = std::min(y, other.y);
  return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
}

Affine Affine::rotation(double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
}

Affine Affine::after(const Affine& inner) const {
  const Point origin = apply({inner.e, inner.f});
  return {a * inner.a + c * inner.b,
          b * inner.a + d * inner.b,
          a * inner.c + c * inner.d,
          b * inner.c + d * inner.d,
          origin.x,
          origin.y};
}

double Affine::lengthScale() const {
  return std::sqrt(std::abs(a * d - b * c));
}

Path& Path::moveTo(Point p) {
  m_verbs.push_back(Verb::move);
  m_points.push_back(p);
  return *this;
}

Path& Path::lineTo(Point p) {
  m_verbs.push_back(Verb::line);
  m_points.push_back(p);
  return *this;
}

Path& Path::curveTo(Point control1, Point control2, Point end) {
  m_verbs.push_back(Verb::curve);
  m_points.insert(m_points.end(), {control1, control2, end});
  return *this;
}

Path& Path::close() {
  m_verbs.push_back(Verb::close);
  return *this;
}

Path& Path::append(const Path& other) {
  m_verbs.insert(m_verbs.end(), other.m_verbs.begin(), other.m_verbs.end());
  m_points.insert(m_points.end(), other.m_points.begin(), other.m_points.end());
  return *this;
}

Path Path::transformed(const Affine& map) const {
  Path result = *this;
  for (auto& p : result.m_points) p = map.apply(p);
  return result;
}

Rect Path::bounds() const {
  if (m_points.empty()) return {};
  Point low = m_points.front();
  Point high = low;
  for (const Point p : m_points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

std::vector<std::vector<Point>> Path::flattened(double tolerance) const {
  std::vector<std::vector<Point>> polygons;
  std::size_t at = 0;
  for (const Verb verb : m_verbs) {
    if (verb == Verb::close) continue;
    if (verb == Verb::move || polygons.empty()) {
      polygons.push_back({m_points[at++]});
      continue;
    }
    auto& polygon = polygons.back();
    if (verb == Verb::line) {
      polygon.push_back(m_points[at++]);
    } else {
      flattenCurve(polygon.back(), m_points[at], m_points[at + 1], m_points[at + 2], tolerance, 0, polygon);
      at += 3;
    }
  }
  return polygons;
}

Path Path::parse(std::string_view text) {
  Path path;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto fail = [&]() -> InputError {
    return InputError({"error.path", {{"place", std::to_string(at - text.data() + 1)}}, {}});
  };
  const auto skip = [&] {
    while (at != end && (*at == ' ' || *at == ',' || *at == '\n' || *at == '\t' || *at == '\r')) ++at;
  };
  const auto number = [&] {
    skip();
    double value = 0;
    const auto [rest, problem] = std::from_chars(at, end, value);
    if (problem != std::errc{} || !std::isfinite(value)) throw fail();
    at = rest;
    return value;
  };
  const auto point = [&] {
    const double x = number();
    return Point{x, number()};
  };
  for (skip(); at != end; skip()) {
    const char command = *at;
    if (path.isEmpty() && command != 'M') throw fail();
    if (command != 'M' && command != 'L' && command != 'C' && command != 'Z') throw fail();
    ++at;
    if (command == 'Z') {
      path.close();
      continue;
    }
    // More points after one command repeat it, as in SVG.
    bool first = true;
    for (skip(); first || (at != end && *at != 'M' && *at != 'L' && *at != 'C' && *at != 'Z'); skip()) {
      if (command == 'C') {
        const Point control1 = point();
        const Point control2 = point();
        path.curveTo(control1, control2, point());
      } else if (command == 'M' && first) {
        path.moveTo(point());
      } else {
        path.lineTo(point());
      }
      first = false;
    }
  }
  return path;
}

std::string Path::toString() const {
  std::string text;
  const auto number = [&](double value) {
    std::array<char, 32> buffer{};
    const double rounded = std::round(value * 1000) / 1000;
    text += std::string(buffer.data(),
                        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded + 0.0).ptr);
  };
  std::size_t at = 0;
  for (const Verb verb : m_verbs) {
    if (!text.empty()) text += ' ';
    text += static_cast<char>(verb);
    const std::size_t count = verb == Verb::close ? 0 : verb == Verb::curve ? 3 : 1;
    for (std::size_t i = 0; i < count; ++i, ++at) {
      if (i > 0) text += ' ';
      number(m_points[at].x);
      text += ' ';
      number(m_points[at].y);
    }
  }
  return text;
}

Path Path::rectangle(const Rect& r) {
  Path path;
  path.moveTo({r.x, r.y})
      .lineTo({r.right(), r.y})
      .lineTo({r.right(), r.bottom()})
      .lineTo({r.x, r.bottom()})
      .close();
  return path;
}

Path Path::roundedRectangle(const Rect& r, double radius) {
  const double q = std::min({radius, r.width / 2, r.height / 2});
  if (q <= 0) return rectangle(r);
  const double k = q * (1 - kQuarter);
  Path path;
  path.moveTo({r.x + q, r.y}).lineTo({r.right() - q, r.y});
  path.curveTo({r.right() - k, r.y}, {r.right(), r.y + k}, {r.right(), r.y + q})
      .lineTo({r.right(), r.bottom() - q});
  path.curveTo({r.right(), r.bottom() - k}, {r.right() - k, r.bottom()}, {r.right() - q, r.bottom()});
  path.lineTo({r.x + q, r.bottom()});
  path.curveTo({r.x + k, r.bottom()}, {r.x, r.bottom() - k}, {r.x, r.bottom() - q}).lineTo({r.x, r.y + q});
  path.curveTo({r.x, r.y + k}, {r.x + k, r.y}, {r.x + q, r.y}).close();
  return path;
}

Path Path::ellipse(Point c, double rx, double ry) {
  const double kx = rx * kQuarter;
  const double ky = ry * kQuarter;
  Path path;
  path.moveTo({c.x + rx, c.y});
  path.curveTo({c.x + rx, c.y + ky}, {c.x + kx, c.y + ry}, {c.x, c.y + ry});
  path.curveTo({c.x - kx, c.y + ry}, {c.x - rx, c.y + ky}, {c.x - rx, c.y});
  path.curveTo({c.x - rx, c.y - ky}, {c.x - kx, c.y - ry}, {c.x, c.y - ry});
  path.curveTo({c.x + kx, c.y - ry}, {c.x + rx, c.y - ky}, {c.x + rx, c.y}).close();
  return path;
}

Path Path::polyline(const std::vector<Point>& points, bool closed) {
  Path path;
  for (const Point p : points) path.isEmpty() ? path.moveTo(p) : path.lineTo(p);
  if (closed && !points.empty()) path.close();
  return path;
}

Path Path::smooth(const std::vector<Point>& points, bool closed, double tension) {
  Path path;
  const auto count = static_cast<std::ptrdiff_t>(points.size());
  if (count < 2) return path;
  const auto at = [&](std::ptrdiff_t i) {
    return points[static_cast<std::size_t>(closed ? (i % count + count) % count
                                                  : std::clamp<std::ptrdiff_t>(i, 0, count - 1))];
  };
  path.moveTo(points.front());
  for (std::ptrdiff_t i = 0; i < (closed ? count : count - 1); ++i) {
    const Point b = at(i);
    const Point c = at(i + 1);
    Point t1 = (c - at(i - 1)) * tension;
    Point t2 = (at(i + 2) - b) * tension;
    // Long tangents beside a short segment would make loops.
    const double longest = distance(b, c) * .45;
    if (length(t1) > longest) t1 = normalized(t1) * longest;
    if (length(t2) > longest) t2 = normalized(t2) * longest;
    path.curveTo(b + t1, c - t2, c);
  }
  if (closed) path.close();
  return path;
}

}  // namespace unknot::core
