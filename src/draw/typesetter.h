// The port through which drawings and documents get text laid out; `text` implements it with Pango and
// HarfBuzz.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "draw/canvas.h"

namespace unknot::draw {

enum class Weight { regular, semibold };

struct TextStyle {
  double size = 12;
  Weight weight = Weight::regular;
  bool italic = false;
  Color color = rgb(0x22303A);
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// A stretch of text in one style.
struct TextSpan {
  std::string text;
  TextStyle style;
  std::string link;  // address, or ""
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

enum class Align { left, centre, right };

// One laid-out line: runs with their places on a common baseline.
struct TextLine {
  struct PlacedRun {
    GlyphRun run;
    double x = 0;  // from the line's left end
    Color color;
    std::string link;
  };
  std::vector<PlacedRun> runs;
  double width = 0;
  double ascent = 0;   // above the baseline
  double descent = 0;  // below it, positive

  void draw(Canvas& canvas, Point baselineStart) const;
};

// A paragraph: lines from the top.
struct TextBlock {
  std::vector<TextLine> lines;
  std::vector<double> xs;         // left end of each line, from alignment and direction
  std::vector<double> baselines;  // of each line, from the block's top
  double width = 0;
  double height = 0;

  void draw(Canvas& canvas, Point topLeft) const;
  // Lines share the space between baselines: a line begins where the previous one's share ends. The line
  // behind the last begins at the block's end.
  double topOf(std::size_t line) const;
  // One line, with its own top left corner there.
  void drawLine(Canvas& canvas, std::size_t line, Point topLeft) const;
  // Lines first to last-1 only, moved up so that the first one starts at the top.
  TextBlock slice(std::size_t first, std::size_t last) const;
};

struct ParagraphStyle {
  double width = 0;           // where lines break; 0: never
  double lineHeight = 1.35;   // of the font size
  Align align = Align::left;  // of the paragraph's own direction: left means right in Arabic
  std::string language = "en";
};

// A text to be laid out at several widths: shaping it, which costs the most, is done once. Lives no longer
// than its typesetter.
class ShapedText {
 public:
  virtual ~ShapedText() = default;
  // As Typesetter::paragraph() gives it.
  virtual TextBlock paragraph(double width, double lineHeight, Align align) = 0;
};

// Not safe for use by several threads at once; make one a thread.
class Typesetter {
 public:
  virtual ~Typesetter() = default;
  virtual TextLine line(std::string_view text, const TextStyle& style) = 0;
  virtual TextBlock paragraph(const std::vector<TextSpan>& spans, const ParagraphStyle& style) = 0;
  // A typesetter that has nothing to remember lays out each paragraph anew.
  virtual std::unique_ptr<ShapedText> shaped(std::vector<TextSpan> spans, std::string language);
};

// The commonest call: one line at a place.
enum class Anchor { start, middle, end };
void drawLine(Canvas& canvas, Typesetter& typesetter, std::string_view text, const TextStyle& style,
              Point baseline, Anchor anchor = Anchor::start);

}  // namespace unknot::draw
