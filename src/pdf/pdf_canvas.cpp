#include "pdf/pdf_canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/error.h"
#include "pdf/encode.h"
#include "pdf/shown_text.h"

namespace unknot::pdf {
namespace {

// A role's tag, and what content is put under that stands where the format wants an element.
struct Tag {
  const char* name;
  const char* body;
};

Tag tagOf(draw::Role role) {
  switch (role) {
    case draw::Role::artifact:
      return {"", nullptr};
    case draw::Role::heading1:
      return {"H1", nullptr};
    case draw::Role::heading2:
      return {"H2", nullptr};
    case draw::Role::heading3:
      return {"H3", nullptr};
    case draw::Role::paragraph:
      return {"P", nullptr};
    case draw::Role::list:
      return {"L", "Caption"};
    case draw::Role::listItem:
      return {"LI", "LBody"};
    case draw::Role::label:
      return {"Lbl", nullptr};
    case draw::Role::table:
      return {"Table", "Caption"};
    case draw::Role::row:
      return {"TR", "TD"};
    case draw::Role::headerCell:
      return {"TH", nullptr};
    case draw::Role::cell:
      return {"TD", nullptr};
    case draw::Role::figure:
      return {"Figure", nullptr};
  }
  throw core::BugError("pdf: an unknown role");
}

// Points: 1/2880 inch, which no printer shows. In a drawing that is scaled this is the file's unit, so that
// its coordinates are short whole numbers.
constexpr double kGrid = 0.025;
constexpr int kPointDecimals = 2;

// One upright rectangle has an operator of its own.
std::optional<draw::Rect> rectangleOf(const draw::Path& path) {
  using Verb = draw::Path::Verb;
  static constexpr std::array kRectangle{Verb::move, Verb::line, Verb::line, Verb::line, Verb::close};
  if (!std::equal(path.verbs().begin(), path.verbs().end(), kRectangle.begin(), kRectangle.end())) return {};
  const auto& at = path.points();
  const bool upright = at[0].y == at[1].y && at[1].x == at[2].x && at[2].y == at[3].y && at[3].x == at[0].x;
  if (!upright) return {};
  return draw::Rect{at[0].x, at[0].y, at[2].x - at[0].x, at[2].y - at[0].y};
}

// By how much the longer of two unit vectors grows.
double growth(const draw::Affine& map) {
  return std::max(std::hypot(map.a, map.b), std::hypot(map.c, map.d));
}

}  // namespace

PdfCanvas::PdfCanvas(Haru& haru, Resources& resources, StructureTree& structure, FormFields& form,
                     HPDF_Page page, std::size_t pageIndex, draw::Size size)
    : m_haru(haru),
      m_resources(resources),
      m_structure(structure),
      m_form(form),
      m_page(page),
      m_pageIndex(pageIndex),
      m_height(size.height) {
  m_frames.push_back({StructureTree::kRoot, false, "P", {}});
  m_out = "1 0 0 -1 0 ";
  number(m_height);
  m_out += "cm\n";
}

void PdfCanvas::number(double length, int decimals) {
  if (m_state.unit == 1)
    appendNumber(m_out, length, decimals);
  else
    appendNumber(m_out, length * m_state.unit, std::max(decimals - kPointDecimals, 0));
}

void PdfCanvas::plainNumber(double value, int decimals) {
  appendNumber(m_out, value, decimals);
}

void PdfCanvas::save() {
  m_saved.push_back(m_state);
  m_out += "q\n";
}

void PdfCanvas::restore() {
  if (m_saved.empty()) throw core::BugError("pdf: restore without save");
  m_state = std::move(m_saved.back());
  m_saved.pop_back();
  m_out += "Q\n";
}

void PdfCanvas::transform(const draw::Affine& map) {
  m_state.map = m_state.map.after(map);
  const double scale = growth(m_state.map);
  const double unit = std::abs(scale - 1) < 1e-6 || scale == 0 ? 1 : scale / kGrid;
  // Factors stand for many points: few decimals would move far ones visibly.
  for (const double factor : {map.a, map.b, map.c, map.d}) plainNumber(factor * m_state.unit / unit, 6);
  number(map.e, 4);
  number(map.f, 4);
  m_out += "cm\n";
  m_state.unit = unit;
}

void PdfCanvas::addPath(const draw::Path& path) {
  if (const auto rectangle = rectangleOf(path)) {
    number(rectangle->x);
    number(rectangle->y);
    number(rectangle->width);
    number(rectangle->height);
    m_out += "re\n";
    return;
  }
  // Most of a page is curves: a step is written at a stroke.
  const int decimals = m_state.unit == 1 ? kPointDecimals : 0;
  const draw::Point* at = path.points().data();
  const auto points = [&](int count, char op) {
    std::array<char, 6 * kNumberRoom + 2> step;  // NOLINT: only what is written is read
    char* end = step.data();
    for (int i = 0; i < count; ++i, ++at)
      end = writeNumber(writeNumber(end, at->x * m_state.unit, decimals), at->y * m_state.unit, decimals);
    *end++ = op;
    *end++ = '\n';
    m_out.append(step.data(), end);
  };
  for (const auto verb : path.verbs()) {
    switch (verb) {
      case draw::Path::Verb::move:
        points(1, 'm');
        break;
      case draw::Path::Verb::line:
        points(1, 'l');
        break;
      case draw::Path::Verb::curve:
        points(3, 'c');
        break;
      case draw::Path::Verb::close:
        m_out += "h\n";
        break;
    }
  }
}

void PdfCanvas::clip(const draw::Path& path) {
  // Nothing is inside an empty path, but the file needs one.
  addPath(path.isEmpty() ? draw::Path::rectangle({}) : path);
  m_out += "W n\n";
}

void PdfCanvas::setColor(draw::Color color, draw::Color& known, const char* op) {
  color.a = 1;
  if (color == known) return;
  known = color;
  for (const double channel : {color.r, color.g, color.b}) plainNumber(std::clamp(channel, 0.0, 1.0), 3);
  m_out += op;
}

void PdfCanvas::setOpacity(double alpha) {
  if (alpha == m_state.opacity) return;
  m_state.opacity = alpha;
  m_out += '/' + m_resources.opacity(m_page, alpha) + " gs\n";
}

void PdfCanvas::setFill(draw::Color color) {
  setColor(color, m_state.fill, "rg\n");
  setOpacity(color.a);
}

void PdfCanvas::setStroke(const draw::Stroke& stroke) {
  setColor(stroke.color, m_state.stroke, "RG\n");
  setOpacity(stroke.color.a);
  if (const double width = stroke.width * m_state.unit; width != m_state.lineWidth) {
    number(stroke.width, 4);
    m_out += "w\n";
    m_state.lineWidth = width;
  }
  std::vector<double> dash = stroke.dash;
  for (double& length : dash) length *= m_state.unit;
  if (dash != m_state.dash) {
    m_out += '[';
    for (const double length : stroke.dash) number(length);
    m_out += "] 0 d\n";
    m_state.dash = std::move(dash);
  }
  if (stroke.roundEnds != m_state.roundEnds) {
    m_out += stroke.roundEnds ? "1 J 1 j\n" : "0 J 0 j\n";
    m_state.roundEnds = stroke.roundEnds;
  }
}

void PdfCanvas::fill(const draw::Path& path, draw::Color color) {
  if (path.isEmpty()) return;
  mark(Content::decoration);
  setFill(color);
  addPath(path);
  m_out += "f\n";
}

void PdfCanvas::stroke(const draw::Path& path, const draw::Stroke& stroke) {
  if (path.isEmpty()) return;
  mark(Content::decoration);
  setStroke(stroke);
  addPath(path);
  m_out += "S\n";
}

void PdfCanvas::glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color color) {
  if (run.glyphs.empty() || run.size <= 0) return;
  mark(Content::meaning);
  setFill(color);
  m_out += "BT /" + m_resources.font(m_page, run.face) + ' ';
  number(run.size, 4);
  // Letters stand upright on a page whose y grows downwards.
  m_out += "Tf 1 0 0 -1 ";
  number(origin.x);
  number(origin.y);
  m_out += "Tm ";
  showRun(run, m_resources.embedded(run.face), m_state.unit, m_out);
  m_out += "ET\n";
}

void PdfCanvas::image(const draw::Image& image, const draw::Rect& where) {
  if (where.isEmpty()) return;
  mark(Content::meaning);
  setOpacity(1);
  m_out += "q ";
  number(where.width);
  m_out += "0 0 ";
  number(-where.height);
  number(where.x);
  number(where.bottom());
  m_out += "cm /" + m_resources.image(m_page, image) + " Do Q\n";
}

StructureTree::Node PdfCanvas::bodyOf(Frame& frame) {
  if (!frame.bodyTag) return frame.node;
  if (!frame.body) frame.body = m_structure.add(frame.node, frame.bodyTag);
  return *frame.body;
}

void PdfCanvas::mark(Content content) {
  Frame& frame = m_frames.back();
  std::optional<StructureTree::Node> target;
  // Lines and surfaces beside the elements (rules of a table, a page's frame) mean nothing to a listener.
  if (!frame.artifact && (content == Content::meaning || !frame.bodyTag)) target = bodyOf(frame);
  if (m_marked && m_markedNode == target) return;
  closeMark();
  if (target)
    m_out += '/' + std::string(m_structure.tag(*target)) + " <</MCID " +
             std::to_string(m_structure.addContent(*target, m_pageIndex)) + ">> BDC\n";
  else
    m_out += "/Artifact BMC\n";
  m_marked = true;
  m_markedNode = target;
}

void PdfCanvas::closeMark() {
  if (m_marked) m_out += "EMC\n";
  m_marked = false;
}

void PdfCanvas::beginElement(draw::Role role, std::string_view alternative) {
  Frame& outer = m_frames.back();
  if (outer.artifact || role == draw::Role::artifact) {
    m_frames.push_back({outer.node, true, nullptr, {}});
    return;
  }
  const bool intoBody = m_structure.tag(outer.node) == std::string_view("LI") && role != draw::Role::label;
  const StructureTree::Node parent = intoBody ? bodyOf(outer) : outer.node;
  // What follows the new element is a new paragraph, but still the same list item.
  if (!intoBody) outer.body.reset();
  const Tag tag = tagOf(role);
  m_frames.push_back({m_structure.add(parent, tag.name, std::string(alternative)), false, tag.body, {}});
}

void PdfCanvas::endElement() {
  if (m_frames.size() == 1) throw core::BugError("pdf: the end of an element that did not begin");
  m_frames.pop_back();
}

draw::Rect PdfCanvas::onPage(const draw::Rect& area) const {
  const draw::Rect box = draw::Path::rectangle(area).transformed(m_state.map).bounds();
  return {box.x, m_height - box.bottom(), box.width, box.height};
}

void PdfCanvas::link(const draw::Rect& area, std::string_view address) {
  const std::string target = linkTarget(address);
  if (target.empty()) return;
  HPDF_Dict annotation = m_haru.indirect();
  m_haru.addName(annotation, "Type", "Annot");
  m_haru.addName(annotation, "Subtype", "Link");
  m_haru.addBox(annotation, "Rect", onPage(area));
  m_haru.addBox(annotation, "Border", {});
  m_haru.addNumber(annotation, "F", 4);  // printed with the page
  m_haru.addText(annotation, "Contents", address);
  HPDF_Dict action = m_haru.direct();
  m_haru.add(annotation, "A", action);
  m_haru.addName(action, "S", "URI");
  m_haru.addBytes(action, "URI", target);
  annotate(annotation, "Link");
}

void PdfCanvas::field(const draw::Rect& area, const draw::FormField& field) {
  HPDF_Dict widget = m_form.add(m_page, onPage(area), field, m_state.map.lengthScale());
  // What nobody sees is not read either.
  if (field.kind == draw::FieldKind::note)
    annotate(widget);
  else
    annotate(widget, "Form", field.words.empty() ? field.description : field.description + " " + field.words);
}

void PdfCanvas::annotate(HPDF_Dict annotation) {
  auto* annotations = static_cast<HPDF_Array>(HPDF_Dict_GetItem(m_page, "Annots", HPDF_OCLASS_ARRAY));
  if (!annotations) {
    annotations = m_haru.array();
    m_haru.add(m_page, "Annots", annotations);
  }
  m_haru.add(annotations, annotation);
}

void PdfCanvas::annotate(HPDF_Dict annotation, const char* tag, std::string alternative) {
  annotate(annotation);
  Frame& frame = m_frames.back();
  const StructureTree::Node parent = frame.artifact ? StructureTree::kRoot : bodyOf(frame);
  m_structure.addAnnotation(m_structure.add(parent, tag, std::move(alternative)), m_pageIndex, annotation);
  // What is drawn next is read after it.
  closeMark();
}

void PdfCanvas::finish() {
  if (!m_saved.empty() || m_frames.size() != 1) throw core::BugError("pdf: a page with something left open");
  closeMark();
  // Keyboard readers visit links in the order of the tags.
  m_haru.addName(m_page, "Tabs", "S");
  m_haru.write(m_page, m_out);
}

}  // namespace unknot::pdf
