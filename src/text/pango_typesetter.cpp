#include "text/pango_typesetter.h"

#include <hb.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/error.h"
#include "text/line_setting.h"
#include "text/shaped_line.h"

namespace unknot::text {
namespace {

using draw::Glyph;
using draw::GlyphRun;
using draw::TextBlock;
using draw::TextLine;
using draw::TextSpan;
using draw::TextStyle;

struct Deleter {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(PangoFontMap* map) const { g_object_unref(map); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFont* font) const { g_object_unref(font); }
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
  void operator()(char* text) const { g_free(text); }
};
template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

constexpr double kPangoUnit = 1.0 / PANGO_SCALE;
// Lines of labels that are drawn again and again (numbers on the map, words of a chart).
constexpr std::size_t kRememberedLines = 2000;

Owned<FcConfig> makeConfig(const FontLibrary& fonts) {
  Owned<FcConfig> config(FcConfigCreate());
  for (draw::FaceId id = 0; id < static_cast<draw::FaceId>(fonts.size()); ++id) {
    const std::string file = fonts.face(id).file.string();
    if (!FcConfigAppFontAddFile(config.get(), reinterpret_cast<const FcChar8*>(file.c_str())))
      throw core::StorageError(
          {"error.font",
           {{"file", fonts.face(id).file.filename().string()}, {"package", fonts.face(id).package}},
           {}});
  }
  return config;
}

// Shapes as the file has them: hinting would make widths depend on the size in pixels.
void wantUnhintedOutlines(FcPattern* pattern, gpointer) {
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  FcPatternAddBool(pattern, FC_AUTOHINT, FcFalse);
  FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
  FcPatternAddBool(pattern, FC_EMBEDDED_BITMAP, FcFalse);
}

// All families in the list's order, so that what stands in for a missing letter is our choice.
std::string familyList(const FontLibrary& fonts) {
  std::string list;
  std::set<std::string> seen;
  for (draw::FaceId id = 0; id < static_cast<draw::FaceId>(fonts.size()); ++id) {
    const std::string& family = fonts.face(id).family;
    if (!seen.insert(family).second) continue;
    if (!list.empty()) list += ',';
    list += family;
  }
  return list;
}

// Valid UTF-8 without zero bytes; what is not becomes U+FFFD.
std::string sound(std::string_view text) {
  if (text.find('\0') == std::string_view::npos &&
      g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    return std::string(text);
  const Owned<char> made(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  return made.get();
}

// What would begin a new line or jump to a tab is a space in a text of one line.
std::string flattened(std::string_view text) {
  std::string flat;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view separator = text.substr(at, 3);
    if (separator == "\u2028" || separator == "\u2029") {
      flat += ' ';
      at += 2;
    } else {
      const bool control = text[at] == '\n' || text[at] == '\r' || text[at] == '\t';
      flat += control ? ' ' : text[at];
    }
  }
  return flat;
}

// The spans as one text, and which of them a byte belongs to.
struct Joined {
  explicit Joined(const std::vector<TextSpan>& from) : spans(from) {
    for (const auto& span : spans) {
      text += sound(span.text);
      ends.push_back(text.size());
    }
  }
  std::size_t spanAt(std::size_t byte) const {
    const auto end = std::upper_bound(ends.begin(), ends.end(), byte);
    return std::min(static_cast<std::size_t>(end - ends.begin()), spans.size() - 1);
  }

  const std::vector<TextSpan>& spans;
  std::string text;
  std::vector<std::size_t> ends;
};

// What a run needs to know about the font that Pango chose.
struct FontUse {
  Owned<PangoFont> font;  // held, so that the address stays its own
  draw::FaceId face = 0;
  std::uint32_t space = 0;
  double notdefAdvance = 0;  // of a font size of 1
};

class PangoTypesetter final : public draw::Typesetter {
 public:
  explicit PangoTypesetter(std::shared_ptr<const FontLibrary> fonts);

  TextLine line(std::string_view text, const TextStyle& style) override;
  TextBlock paragraph(const std::vector<TextSpan>& spans, const draw::ParagraphStyle& style) override;
  std::unique_ptr<draw::ShapedText> shaped(std::vector<TextSpan> spans, std::string language) override;

  const Extents& mainExtents() const { return m_main; }
  // Nothing for a text that can't be cut without a look at its letters.
  std::optional<ShapedLine> shapedLine(const std::vector<TextSpan>& spans, const std::string& language);

 private:
  using LineKey = std::tuple<std::string, double, int, bool, double, double, double, double>;

  Owned<PangoFontDescription> description(const TextStyle& style) const;
  Owned<PangoAttrList> attributes(const Joined& joined) const;
  const FontUse& use(PangoFont* font);
  Extents measureMainFace();
  // Gives the layout its text; `width` 0 never breaks.
  void fill(const Joined& joined, const std::string& language, double width);
  TextBlock layOut(const std::vector<TextSpan>& spans, const draw::ParagraphStyle& style);
  TextLine readLine(PangoLayoutLine* line, const Joined& joined);
  void readItem(const PangoGlyphItem& item, const Joined& joined, TextLine& into);
  std::vector<ShapedLine::End> endsOf(const TextLine& line) const;

  std::shared_ptr<const FontLibrary> m_fonts;
  std::map<std::string, draw::FaceId, std::less<>> m_faceOfFile;
  std::string m_families;
  Owned<FcConfig> m_config;
  Owned<PangoFontMap> m_map;
  Owned<PangoContext> m_context;
  Owned<PangoLayout> m_layout;
  std::unordered_map<PangoFont*, FontUse> m_uses;
  Extents m_main;
  std::map<LineKey, TextLine> m_lines;
};

// A text whose paragraphs are cut from one line. Where that is not possible Pango lays out each of them.
class PangoText final : public draw::ShapedText {
 public:
  PangoText(PangoTypesetter& typesetter, std::vector<TextSpan> spans, std::string language)
      : m_typesetter(typesetter),
        m_spans(std::move(spans)),
        m_language(std::move(language)),
        m_line(typesetter.shapedLine(m_spans, m_language)) {}

  TextBlock paragraph(double width, double lineHeight, draw::Align align) override {
    if (m_line && width > 0)
      if (auto block = m_line->paragraph(width, lineHeight, align, m_typesetter.mainExtents()))
        return std::move(*block);
    return m_typesetter.paragraph(m_spans, {width, lineHeight, align, m_language});
  }

 private:
  PangoTypesetter& m_typesetter;
  std::vector<TextSpan> m_spans;
  std::string m_language;
  std::optional<ShapedLine> m_line;
};

// Neither breaks of its own (controls, U+0085, U+2028, U+2029) nor hyphens that only show at a line's end.
bool isPlain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20) return false;
    if (byte != 0xC2 && byte != 0xE2) continue;
    for (const std::string_view special : {"\u0085", "\u00AD", "\u2028", "\u2029"})
      if (text.substr(i, special.size()) == special) return false;
  }
  return true;
}

// From left to right, with a glyph for everything.
bool isPlain(const PangoGlyphItem& item) {
  if (item.item->analysis.level != 0) return false;
  for (int i = 0; i < item.glyphs->num_glyphs; ++i)
    if (item.glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) return false;
  return true;
}

PangoTypesetter::PangoTypesetter(std::shared_ptr<const FontLibrary> fonts)
    : m_fonts(std::move(fonts)),
      m_families(familyList(*m_fonts)),
      m_config(makeConfig(*m_fonts)),
      m_map(pango_ft2_font_map_new()) {
  for (draw::FaceId id = 0; id < static_cast<draw::FaceId>(m_fonts->size()); ++id)
    m_faceOfFile.emplace(m_fonts->face(id).file.string(), id);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(m_map.get()), m_config.get());
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(m_map.get()), wantUnhintedOutlines, nullptr,
                                           nullptr);
  // One pixel is one point.
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(m_map.get()), 72, 72);
  m_context.reset(pango_font_map_create_context(m_map.get()));
  pango_context_set_round_glyph_positions(m_context.get(), FALSE);
  m_layout.reset(pango_layout_new(m_context.get()));
  pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir(m_layout.get(), TRUE);
  m_main = measureMainFace();
}

Extents PangoTypesetter::measureMainFace() {
  constexpr double kSize = 100;
  const auto wanted = description({kSize, draw::Weight::regular, false, {}});
  const Owned<PangoFont> font(pango_context_load_font(m_context.get(), wanted.get()));
  hb_font_extents_t extents{};
  if (!font || !hb_font_get_h_extents(pango_font_get_hb_font(font.get()), &extents)) return {};
  return {extents.ascender * kPangoUnit / kSize, -extents.descender * kPangoUnit / kSize};
}

Owned<PangoFontDescription> PangoTypesetter::description(const TextStyle& style) const {
  Owned<PangoFontDescription> made(pango_font_description_new());
  pango_font_description_set_family_static(made.get(), m_families.c_str());
  // Pango takes no size of 0; what is drawn at it is not seen.
  pango_font_description_set_absolute_size(made.get(), std::max(style.size, 0.1) * PANGO_SCALE);
  pango_font_description_set_weight(
      made.get(), style.weight == draw::Weight::semibold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(made.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return made;
}

Owned<PangoAttrList> PangoTypesetter::attributes(const Joined& joined) const {
  Owned<PangoAttrList> list(pango_attr_list_new());
  std::size_t start = 0;
  for (std::size_t i = 0; i < joined.spans.size(); ++i) {
    PangoAttribute* font = pango_attr_font_desc_new(description(joined.spans[i].style).get());
    font->start_index = static_cast<guint>(start);
    font->end_index = static_cast<guint>(joined.ends[i]);
    pango_attr_list_insert(list.get(), font);
    start = joined.ends[i];
  }
  // Pango would also put hyphens where a word is only broken because it is longer than the line: into
  // addresses, say.
  if (joined.text.find("\u00AD") == std::string::npos)
    pango_attr_list_insert(list.get(), pango_attr_insert_hyphens_new(FALSE));
  return list;
}

const FontUse& PangoTypesetter::use(PangoFont* font) {
  const auto known = m_uses.find(font);
  if (known != m_uses.end()) return known->second;
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* file = nullptr;
  FcPatternGetString(pattern, FC_FILE, 0, &file);
  const auto face = m_faceOfFile.find(std::string_view(file ? reinterpret_cast<const char*>(file) : ""));
  if (face == m_faceOfFile.end()) throw core::BugError("text: a font that is not in the library");
  hb_font_t* hb = pango_font_get_hb_font(font);
  FontUse made;
  made.font.reset(PANGO_FONT(g_object_ref(font)));
  made.face = face->second;
  hb_font_get_nominal_glyph(hb, ' ', &made.space);
  int xScale = 0;
  int yScale = 0;
  hb_font_get_scale(hb, &xScale, &yScale);
  if (xScale > 0) made.notdefAdvance = static_cast<double>(hb_font_get_glyph_h_advance(hb, 0)) / xScale;
  return m_uses.emplace(font, std::move(made)).first->second;
}

TextLine PangoTypesetter::line(std::string_view text, const TextStyle& style) {
  const draw::Color& color = style.color;
  LineKey key{std::string(text), style.size, static_cast<int>(style.weight), style.italic, color.r, color.g,
              color.b,           color.a};
  const auto known = m_lines.find(key);
  if (known != m_lines.end()) return known->second;
  TextLine made = std::move(layOut({{flattened(text), style, ""}}, {}).lines.front());
  if (m_lines.size() >= kRememberedLines) m_lines.clear();
  return m_lines.emplace(std::move(key), std::move(made)).first->second;
}

TextBlock PangoTypesetter::paragraph(const std::vector<TextSpan>& spans, const draw::ParagraphStyle& style) {
  return layOut(spans.empty() ? std::vector<TextSpan>{TextSpan{}} : spans, style);
}

void PangoTypesetter::fill(const Joined& joined, const std::string& language, double width) {
  pango_context_set_language(m_context.get(), pango_language_from_string(language.c_str()));
  pango_layout_context_changed(m_layout.get());
  pango_layout_set_width(m_layout.get(), width > 0 ? static_cast<int>(width * PANGO_SCALE) : -1);
  pango_layout_set_font_description(m_layout.get(), description(joined.spans.front().style).get());
  pango_layout_set_text(m_layout.get(), joined.text.c_str(), static_cast<int>(joined.text.size()));
  pango_layout_set_attributes(m_layout.get(), attributes(joined).get());
}

TextBlock PangoTypesetter::layOut(const std::vector<TextSpan>& spans, const draw::ParagraphStyle& style) {
  const Joined joined(spans);
  fill(joined, style.language, style.width);

  ParagraphSetter setter(m_main, style.lineHeight);
  for (GSList* at = pango_layout_get_lines_readonly(m_layout.get()); at; at = at->next) {
    auto* from = static_cast<PangoLayoutLine*>(at->data);
    const bool rightToLeft = from->resolved_dir == PANGO_DIRECTION_RTL;
    TextLine line = readLine(from, joined);
    const std::size_t span = joined.spanAt(static_cast<std::size_t>(from->start_index));
    setLine(line, rightToLeft, joined.spans[span].style.size, m_main);
    setter.add(std::move(line), rightToLeft);
  }
  return setter.finish(style.width, style.align);
}

std::unique_ptr<draw::ShapedText> PangoTypesetter::shaped(std::vector<TextSpan> spans, std::string language) {
  return std::make_unique<PangoText>(*this, std::move(spans), std::move(language));
}

std::optional<ShapedLine> PangoTypesetter::shapedLine(const std::vector<TextSpan>& spans,
                                                      const std::string& language) {
  const Joined joined(spans);
  if (joined.text.empty() || !isPlain(joined.text)) return {};
  fill(joined, language, 0);
  auto* const from = pango_layout_get_line_readonly(m_layout.get(), 0);
  if (pango_layout_get_line_count(m_layout.get()) != 1) return {};
  for (GSList* at = from->runs; at; at = at->next)
    if (!isPlain(*static_cast<const PangoGlyphItem*>(at->data))) return {};
  TextLine line = readLine(from, joined);
  auto ends = endsOf(line);
  return ShapedLine(std::move(line), std::move(ends));
}

// Where Pango would let a line end, of the text that is in the layout.
std::vector<ShapedLine::End> PangoTypesetter::endsOf(const TextLine& line) const {
  int count = 0;
  const PangoLogAttr* characters = pango_layout_get_log_attrs_readonly(m_layout.get(), &count);
  std::vector<ShapedLine::End> ends;
  glong character = 0;
  bool space = false;
  // The end of a cluster is known where the next one begins.
  const auto endCluster = [&] {
    if (ends.empty()) return;
    if (character + 1 >= count || characters[character].is_line_break)
      ends.back() = space ? ShapedLine::End::space : ShapedLine::End::other;
  };
  for (const auto& placed : line.runs) {
    for (const auto& glyph : placed.run.glyphs) {
      if (!glyph.text.empty()) {
        endCluster();
        character += g_utf8_strlen(glyph.text.data(), static_cast<gssize>(glyph.text.size()));
        space = glyph.text == " ";
      }
      ends.push_back(ShapedLine::End::no);
    }
  }
  endCluster();
  return ends;
}

TextLine PangoTypesetter::readLine(PangoLayoutLine* from, const Joined& joined) {
  TextLine line;
  for (GSList* at = from->runs; at; at = at->next)
    readItem(*static_cast<const PangoGlyphItem*>(at->data), joined, line);
  return line;
}

void PangoTypesetter::readItem(const PangoGlyphItem& item, const Joined& joined, TextLine& into) {
  const FontUse& font = use(item.item->analysis.font);
  const bool rightToLeft = item.item->analysis.level % 2 == 1;
  const PangoGlyphString& glyphs = *item.glyphs;
  const int step = rightToLeft ? -1 : 1;
  std::size_t openSpan = joined.spans.size();
  for (int i = 0; i < glyphs.num_glyphs; ++i) {
    const PangoGlyphInfo& info = glyphs.glyphs[i];
    const int cluster = glyphs.log_clusters[i];
    const auto start = static_cast<std::size_t>(item.item->offset) + static_cast<std::size_t>(cluster);
    const std::size_t span = joined.spanAt(start);
    if (span != openSpan) {
      const TextSpan& style = joined.spans[span];
      into.runs.push_back(
          {{font.face, style.style.size, rightToLeft, {}, 0}, 0, style.style.color, style.link});
      openSpan = span;
    }
    GlyphRun& run = into.runs.back().run;
    Glyph glyph;
    glyph.id = info.glyph;
    glyph.offset = {info.geometry.x_offset * kPangoUnit, info.geometry.y_offset * kPangoUnit};
    glyph.advance = info.geometry.width * kPangoUnit;
    if (info.glyph == PANGO_GLYPH_EMPTY) {
      glyph.id = font.space;
    } else if (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
      glyph.id = 0;
      glyph.offset = {};
      glyph.advance = font.notdefAdvance * run.size;
    }
    if (i == 0 || glyphs.log_clusters[i - 1] != cluster) {
      int end = item.item->length;
      for (int next = i + step; next >= 0 && next < glyphs.num_glyphs; next += step)
        if (glyphs.log_clusters[next] != cluster) {
          end = glyphs.log_clusters[next];
          break;
        }
      glyph.text = joined.text.substr(start, static_cast<std::size_t>(end - cluster));
    }
    run.glyphs.push_back(std::move(glyph));
  }
}

}  // namespace

std::unique_ptr<draw::Typesetter> makeTypesetter(std::shared_ptr<const FontLibrary> fonts) {
  return std::make_unique<PangoTypesetter>(std::move(fonts));
}

}  // namespace unknot::text
