// The colours of the body map and its key.
#include <algorithm>
#include <array>
#include <cmath>

#include "draw/body_map_figure.h"
#include "draw/hatch.h"

namespace unknot::draw {
namespace {

constexpr std::array<Color, 5> kScale{rgb(0xDFE9E5), rgb(0xF6D37F), rgb(0xEEA44F), rgb(0xC6502B),
                                      rgb(0x931E34)};
constexpr Color kDarkInk = rgb(0x1F2A33);
constexpr Color kLightInk = rgb(0xFFFFFF);

// A row of the key, measured for one size of text.
struct KeyLayout {
  double swatchWidth = 0;
  double swatchHeight = 0;
  double gap = 0;      // between swatch and word
  double between = 0;  // between entries
  std::vector<TextLine> words;
  double width = 0;
};

KeyLayout layOutKey(Typesetter& typesetter, const std::vector<std::string>& words, const TextStyle& style) {
  KeyLayout layout{style.size * 2, style.size * 1.35, style.size * .45, style.size * 1.4, {}, 0};
  for (const auto& word : words) {
    layout.words.push_back(typesetter.line(word, style));
    layout.width += layout.swatchWidth + layout.gap + layout.words.back().width;
  }
  layout.width += layout.between * static_cast<double>(words.empty() ? 0 : words.size() - 1);
  return layout;
}

void drawUnseenSwatch(Canvas& canvas, const Rect& box, const BodyMapColors& colors) {
  const Path shape = Path::roundedRectangle(box, box.height * .15);
  canvas.fill(shape, colors.unseen);
  const CanvasState state(canvas);
  canvas.clip(shape);
  const double spacing = box.height * .42;
  canvas.stroke(hatchLines(box, spacing), {colors.hatch, spacing * kHatchShare, {}, false});
}

}  // namespace

Color tensionColor(domain::Tension tension) {
  return kScale.at(static_cast<std::size_t>(tension.value()));
}

Color tensionInk(domain::Tension tension) {
  const Color ground = tensionColor(tension);
  return contrast(ground, kDarkInk) >= contrast(ground, kLightInk) ? kDarkInk : kLightInk;
}

BodyMapColors BodyMapColors::paper() {
  return {rgb(0x55636E), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xCFD6DB),
          rgb(0xF3F5F6), rgb(0x55636E), rgb(0x0B4F55), rgb(0xFFFFFF)};
}

BodyMapColors BodyMapColors::light() {
  return paper();
}

BodyMapColors BodyMapColors::dark() {
  return {rgb(0x93A2AD), rgb(0x1D252B), rgb(0x262F36), rgb(0x44515B),
          rgb(0x2B353C), rgb(0xB4C0C8), rgb(0x7BE3DC), rgb(0x0E1519)};
}

void drawTensionKey(Canvas& canvas, Typesetter& typesetter, const std::vector<std::string>& levelWords,
                    const std::string& notLookedAt, const TextStyle& style, const Rect& where) {
  std::vector<std::string> words{notLookedAt};
  words.insert(words.end(), levelWords.begin(), levelWords.end());
  TextStyle fitted = style;
  KeyLayout layout = layOutKey(typesetter, words, fitted);
  if (layout.width > where.width && layout.width > 0) {
    fitted.size *= where.width / layout.width;
    layout = layOutKey(typesetter, words, fitted);
  }
  const BodyMapColors colors = BodyMapColors::paper();
  const double middle = where.y + where.height / 2;
  double x = where.x;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Rect box{x, middle - layout.swatchHeight / 2, layout.swatchWidth, layout.swatchHeight};
    const double baseline = middle + fitted.size * .36;
    const Path shape = Path::roundedRectangle(box, box.height * .15);
    if (i == 0) {
      drawUnseenSwatch(canvas, box, colors);
    } else {
      const domain::Tension tension(static_cast<int>(std::min<std::size_t>(i - 1, kScale.size() - 1)));
      canvas.fill(shape, tensionColor(tension));
      const TextStyle number{fitted.size, Weight::semibold, false, tensionInk(tension)};
      drawLine(canvas, typesetter, std::to_string(tension.value()), number, {box.centre().x, baseline},
               Anchor::middle);
    }
    canvas.stroke(shape,
                  {mixed(colors.outline, colors.unseen, .35), std::max(.4, fitted.size * .05), {}, true});
    x += layout.swatchWidth + layout.gap;
    layout.words[i].draw(canvas, {x, baseline});
    x += layout.words[i].width + layout.between;
  }
}

}  // namespace unknot::draw
