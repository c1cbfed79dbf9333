// Points, rectangles, affine maps and paths. y grows downwards everywhere above the back ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot::core {

struct Point {
  double x = 0;
  double y = 0;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
  friend bool operator==(Point, Point) = default;
};

struct Size {
  double width = 0;
  double height = 0;
  friend bool operator==(Size, Size) = default;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool isEmpty() const { return width <= 0 || height <= 0; }
  // The smallest rectangle around both; an empty one counts for nothing.
  Rect united(const Rect& other) const;
  Rect inflated(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// x' = a x + c y + e,  y' = b x + d y + f
struct Affine {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  static Affine translation(double x, double y) { return {1, 0, 0, 1, x, y}; }
  static Affine scale(double kx, double ky) { return {kx, 0, 0, ky, 0, 0}; }
  // Clockwise on a page whose y grows downwards.
  static Affine rotation(double degrees);
  Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  // First `inner`, then this.
  Affine after(const Affine& inner) const;
  // The factor by which lengths grow, for a map that keeps shapes.
  double lengthScale() const;
  friend bool operator==(const Affine&, const Affine&) = default;
};

// Move, line, cubic Bézier, close. Absolute coordinates.
class Path {
 public:
  enum class Verb : char { move = 'M', line = 'L', curve = 'C', close = 'Z' };

  Path& moveTo(Point p);
  Path& lineTo(Point p);
  Path& curveTo(Point control1, Point control2, Point end);
  Path& close();
  Path& append(const Path& other);

  bool isEmpty() const { return m_verbs.empty(); }
  const std::vector<Verb>& verbs() const { return m_verbs; }
  // One for move and line, three for curve, none for close, in order.
  const std::vector<Point>& points() const { return m_points; }

  Path transformed(const Affine& map) const;
  // Of the control points, so never too small.
  Rect bounds() const;
  // Closed polygons within `tolerance` of the path, one a subpath.
  std::vector<std::vector<Point>> flattened(double tolerance) const;

  // "M1 2 L3 4 C1 2 3 4 5 6 Z" with absolute commands only; numbers by std::from_chars.
  // Throws InputError ("error.path") with the place of the first fault.
  static Path parse(std::string_view text);
  std::string toString() const;

  static Path rectangle(const Rect& r);
  static Path roundedRectangle(const Rect& r, double radius);
  static Path ellipse(Point centre, double radiusX, double radiusY);
  static Path circle(Point centre, double radius) { return ellipse(centre, radius, radius); }
  static Path polyline(const std::vector<Point>& points, bool closed);
  // A smooth curve through all points (Catmull-Rom as Béziers). Tension 1/6 is the usual round one.
  static Path smooth(const std::vector<Point>& points, bool closed, double tension = 1.0 / 6);

  friend bool operator==(const Path&, const Path&) = default;

 private:
  std::vector<Verb> m_verbs;
  std::vector<Point> m_points;
};

double length(Point p);
// Unit vector; {1,0} for the zero vector.
Point normalized(Point p);
double distance(Point a, Point b);

}  // namespace unknot::core
