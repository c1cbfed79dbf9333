#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/error.h"
#include "raster/cairo_canvas.h"
#include "raster/raster.h"

namespace unknot::raster {
namespace {

// Rounded to a thousandth of a point, which no printer shows.
std::string number(double value) {
  if (!std::isfinite(value)) throw core::BugError("raster: a coordinate that is no number");
  std::array<char, 400> buffer{};
  // + 0.0 turns -0 into 0.
  const double rounded = std::round(value * 1000) / 1000 + 0.0;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed).ptr;
  return {buffer.data(), end};
}

std::string pathData(const draw::Path& path) {
  std::string data;
  const draw::Point* at = path.points().data();
  const auto points = [&](char verb, int count) {
    data += verb;
    for (int i = 0; i < count; ++i, ++at) {
      if (i > 0) data += ' ';
      data += number(at->x) + ' ' + number(at->y);
    }
  };
  for (const auto verb : path.verbs()) {
    switch (verb) {
      case draw::Path::Verb::move:
        points('M', 1);
        break;
      case draw::Path::Verb::line:
        points('L', 1);
        break;
      case draw::Path::Verb::curve:
        points('C', 3);
        break;
      case draw::Path::Verb::close:
        data += 'Z';
        break;
    }
  }
  return data;
}

std::string hex(draw::Color color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const double channel : {color.r, color.g, color.b}) {
    const auto value = static_cast<unsigned>(std::lround(std::clamp(channel, 0.0, 1.0) * 255));
    text += kDigits[value >> 4];
    text += kDigits[value & 15];
  }
  return text;
}

std::string paint(const char* what, draw::Color color) {
  std::string text = std::string(" ") + what + "=\"" + hex(color) + '"';
  if (color.a < 1) text += std::string(" ") + what + "-opacity=\"" + number(color.a) + '"';
  return text;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k <= bytes.size() ? kDigits[group >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

class SvgCanvas final : public draw::Canvas {
 public:
  explicit SvgCanvas(GlyphOutlines& outlines) : m_outlines(outlines) {}

  // The elements drawn so far, with every group closed.
  std::string finish() {
    while (!m_open.empty()) restore();
    closeGroups(m_openNow);
    return std::move(m_body);
  }

  void save() override {
    m_open.push_back(m_openNow);
    m_openNow = 0;
  }

  void restore() override {
    if (m_open.empty()) throw core::BugError("raster: restore without save");
    closeGroups(m_openNow);
    m_openNow = m_open.back();
    m_open.pop_back();
  }

  // SVG has no state to change: what follows goes into one more group until the next restore.
  void transform(const draw::Affine& map) override {
    m_body += "<g transform=\"matrix(" + number6(map.a) + ' ' + number6(map.b) + ' ' + number6(map.c) + ' ' +
              number6(map.d) + ' ' + number(map.e) + ' ' + number(map.f) + ")\">\n";
    ++m_openNow;
  }

  void clip(const draw::Path& path) override {
    const std::string id = "clip" + std::to_string(++m_clips);
    m_body += "<clipPath id=\"" + id + "\"><path d=\"" + pathData(path) +
              "\"/></clipPath>\n<g clip-path=\"url(#" + id + ")\">\n";
    ++m_openNow;
  }

  void fill(const draw::Path& path, draw::Color color) override {
    if (path.isEmpty()) return;
    m_body += "<path" + paint("fill", color) + " d=\"" + pathData(path) + "\"/>\n";
  }

  void stroke(const draw::Path& path, const draw::Stroke& stroke) override {
    if (path.isEmpty()) return;
    m_body += "<path fill=\"none\"" + paint("stroke", stroke.color) + " stroke-width=\"" +
              number(stroke.width) + '"';
    if (stroke.roundEnds)
      m_body += " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    else
      m_body += " stroke-miterlimit=\"10\"";
    if (!stroke.dash.empty()) {
      m_body += " stroke-dasharray=\"";
      for (const double length : stroke.dash) m_body += number(length) + ' ';
      m_body += '"';
    }
    m_body += " d=\"" + pathData(path) + "\"/>\n";
  }

  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) override {
    draw::Path all;
    for (const auto& glyph : run.glyphs) {
      const draw::Point at = origin + glyph.offset;
      all.append(m_outlines.outline(run.face, glyph.id).transformed({run.size, 0, 0, run.size, at.x, at.y}));
    }
    fill(all, color);
  }

  void image(const draw::Image& image, const draw::Rect& where) override {
    if (where.isEmpty()) return;
    m_body += "<image x=\"" + number(where.x) + "\" y=\"" + number(where.y) + "\" width=\"" +
              number(where.width) + "\" height=\"" + number(where.height) +
              "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64," +
              base64(pngOf(surfaceOf(image).get())) + "\"/>\n";
  }

 private:
  // A factor stands for many points: three decimals would move far ones visibly.
  static std::string number6(double value) {
    const double rounded = std::round(value * 1e6) / 1e6 + 0.0;
    std::array<char, 400> buffer{};
    return {
        buffer.data(),
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed).ptr};
  }

  void closeGroups(int count) {
    for (int i = 0; i < count; ++i) m_body += "</g>\n";
  }

  GlyphOutlines& m_outlines;
  std::string m_body;
  std::vector<int> m_open;  // groups to close, one entry a save outside the present one
  int m_openNow = 0;
  int m_clips = 0;
};

}  // namespace

std::string toSvg(draw::Size size, std::shared_ptr<const text::FontLibrary> fonts,
                  const std::function<void(draw::Canvas&)>& drawing) {
  GlyphOutlines outlines(std::move(fonts));
  SvgCanvas canvas(outlines);
  drawing(canvas);
  const std::string width = number(size.width);
  const std::string height = number(size.height);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
         width + "pt\" height=\"" + height + "pt\" viewBox=\"0 0 " + width + ' ' + height + "\">\n" +
         canvas.finish() + "</svg>\n";
}

}  // namespace unknot::raster
