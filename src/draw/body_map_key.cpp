// The keys of the body map: what its colours, patterns and symbols mean.
#include <algorithm>
#include <functional>

#include "draw/body_map_figure.h"
#include "draw/change_scale.h"
#include "draw/hatch.h"
#include "draw/point_symbol.h"

namespace unknot::draw {
namespace {

// One swatch and its word.
struct Entry {
  std::string word;
  double width = 2;  // of the swatch, of the font size
  std::function<void(const Rect& box, double size)> draw;
};

// Of the font size.
constexpr double kSwatchHeight = 1.35;
constexpr double kGap = .45;      // between swatch and word
constexpr double kBetween = 1.4;  // between entries
constexpr double kSymbol = 1.05;
constexpr double kRowHeight = 1.75;

double rowWidth(Typesetter& typesetter, const std::vector<Entry>& entries, const TextStyle& style) {
  double width = kBetween * style.size * static_cast<double>(entries.empty() ? 0 : entries.size() - 1);
  for (const auto& entry : entries)
    width += (entry.width + kGap) * style.size + typesetter.line(entry.word, style).width;
  return width;
}

// Letters shrink until the row fits.
void drawRow(Canvas& canvas, Typesetter& typesetter, const std::vector<Entry>& entries, TextStyle style,
             const Rect& where) {
  const double width = rowWidth(typesetter, entries, style);
  if (width > where.width && width > 0) style.size *= where.width / width;
  const double middle = where.centre().y;
  const double height = kSwatchHeight * style.size;
  double x = where.x;
  for (const auto& entry : entries) {
    const Rect box{x, middle - height / 2, entry.width * style.size, height};
    entry.draw(box, style.size);
    const TextLine word = typesetter.line(entry.word, style);
    word.draw(canvas, {box.right() + kGap * style.size, middle + style.size * .36});
    x = box.right() + (kGap + kBetween) * style.size + word.width;
  }
}

Path swatch(const Rect& box) {
  return Path::roundedRectangle(box, box.height * .15);
}

void drawFrame(Canvas& canvas, const Rect& box, double size, const BodyMapColors& colors) {
  canvas.stroke(swatch(box), {mixed(colors.outline, colors.unseen, .35), std::max(.4, size * .05), {}, true});
}

Entry unseenEntry(Canvas& canvas, const std::string& word, const BodyMapColors& colors) {
  return {word, 2, [&canvas, colors](const Rect& box, double size) {
            const double spacing = box.height * .42;
            canvas.fill(swatch(box), colors.unseen);
            canvas.stroke(hatchLines(swatch(box), spacing), {colors.hatch, spacing * kHatchShare, {}, false});
            drawFrame(canvas, box, size, colors);
          }};
}

Entry notComparedEntry(Canvas& canvas, const std::string& word, const BodyMapColors& colors) {
  return {word, 2, [&canvas, colors](const Rect& box, double size) {
            const double spacing = box.height * .3;
            canvas.fill(swatch(box), colors.notCompared);
            canvas.stroke(dots(swatch(box), spacing), {colors.dotted, spacing * kDotShare, {}, true});
            drawFrame(canvas, box, size, colors);
          }};
}

Entry levelEntry(Canvas& canvas, Typesetter& typesetter, const std::string& word, domain::Tension tension) {
  return {word, 2, [&canvas, &typesetter, tension](const Rect& box, double size) {
            canvas.fill(swatch(box), tensionColor(tension));
            const TextStyle number{size, Weight::semibold, false, tensionInk(tension)};
            drawLine(canvas, typesetter, std::to_string(tension.value()), number,
                     {box.centre().x, box.centre().y + size * .36}, Anchor::middle);
            drawFrame(canvas, box, size, BodyMapColors::paper());
          }};
}

// All degrees of one way side by side, the sign in each.
Entry changeEntry(Canvas& canvas, const std::string& word, const std::vector<int>& changes,
                  const BodyMapColors& colors) {
  const double width = changes.size() == 1 ? 2 : 1.3 * static_cast<double>(changes.size());
  return {word, width, [&canvas, changes, colors](const Rect& box, double size) {
            const double cell = box.width / static_cast<double>(changes.size());
            {
              const CanvasState state(canvas);
              canvas.clip(swatch(box));
              for (std::size_t i = 0; i < changes.size(); ++i) {
                const Rect place{box.x + cell * static_cast<double>(i), box.y, cell, box.height};
                canvas.fill(Path::rectangle(place), changeColor(changes[i]));
                canvas.fill(changeSign(changes[i], place.centre(), size), changeInk(changes[i]));
              }
            }
            drawFrame(canvas, box, size, colors);
          }};
}

// Where each entry of the points' key stands, and the height of all rows.
struct PointRows {
  std::vector<Point> places;  // of the symbol's left end, on the middle of its row
  std::vector<TextLine> words;
  double height = 0;
};

PointRows layOutPoints(Typesetter& typesetter, const PointWords& words, const TextStyle& style,
                       double width) {
  PointRows rows;
  const double size = style.size;
  double x = 0;
  double y = kRowHeight * size / 2;
  for (const auto& [kind, word] : words) {
    rows.words.push_back(typesetter.line(word, style));
    const double entry = (kSymbol + kGap) * size + rows.words.back().width;
    if (x > 0 && x + entry > width) {
      x = 0;
      y += kRowHeight * size;
    }
    rows.places.push_back({x, y});
    x += entry + kBetween * size;
  }
  if (!words.empty()) rows.height = y + kRowHeight * size / 2;
  return rows;
}

}  // namespace

void drawTensionKey(Canvas& canvas, Typesetter& typesetter, const std::vector<std::string>& levelWords,
                    const std::string& notLookedAt, const TextStyle& style, const Rect& where) {
  std::vector<Entry> entries{unseenEntry(canvas, notLookedAt, BodyMapColors::paper())};
  for (std::size_t i = 0; i < levelWords.size(); ++i) {
    const auto level = static_cast<int>(std::min<std::size_t>(i, domain::Tension::kHighest));
    entries.push_back(levelEntry(canvas, typesetter, levelWords[i], domain::Tension(level)));
  }
  drawRow(canvas, typesetter, entries, style, where);
}

void drawDifferenceKey(Canvas& canvas, Typesetter& typesetter, const DifferenceWords& words,
                       const TextStyle& style, const Rect& where, const BodyMapColors& colors) {
  drawRow(
      canvas, typesetter,
      {unseenEntry(canvas, words.notLookedAt, colors), notComparedEntry(canvas, words.notCompared, colors),
       changeEntry(canvas, words.softer, {-4, -3, -2, -1}, colors),
       changeEntry(canvas, words.same, {0}, colors), changeEntry(canvas, words.firmer, {1, 2, 3, 4}, colors)},
      style, where);
}

void drawPointKey(Canvas& canvas, Typesetter& typesetter, const PointWords& words, const TextStyle& style,
                  const Rect& where, const BodyMapColors& colors) {
  const PointRows rows = layOutPoints(typesetter, words, style, where.width);
  const double symbol = std::max(kSymbol * style.size, kSmallestPointSymbol);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Point at = rows.places[i] + Point{where.x, where.y};
    drawPointSymbol(canvas, words[i].first, {at.x + kSymbol * style.size / 2, at.y}, symbol, colors.unseen);
    rows.words[i].draw(canvas, {at.x + (kSymbol + kGap) * style.size, at.y + style.size * .36});
  }
}

double pointKeyHeight(Typesetter& typesetter, const PointWords& words, const TextStyle& style, double width) {
  return layOutPoints(typesetter, words, style, width).height;
}

}  // namespace unknot::draw
