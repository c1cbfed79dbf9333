#include "pdf/form_fields.h"

#include <cmath>

#include "core/error.h"
#include "pdf/encode.h"

namespace unknot::pdf {
namespace {

using draw::FieldKind;

// Bits of a field's flags.
constexpr int kReadOnly = 1;
constexpr int kMultiline = 1 << 12;
constexpr int kRadio = 1 << 15;
// Of an annotation's.
constexpr int kHidden = 2;
constexpr int kPrinted = 4;

constexpr const char* kTicked = "Yes";
constexpr const char* kFontName = "Fill";

bool isButton(FieldKind kind) {
  return kind == FieldKind::tick || kind == FieldKind::choice;
}

int flagsOf(FieldKind kind) {
  switch (kind) {
    case FieldKind::area:
      return kMultiline;
    case FieldKind::choice:
      return kRadio;
    case FieldKind::note:
      return kReadOnly;
    case FieldKind::line:
    case FieldKind::tick:
      break;
  }
  return 0;
}

// A tick as the hand makes it, or the dot of a choice, in a square of that side.
std::string markIn(double side, FieldKind kind) {
  std::string content = "q 0.13 0.19 0.23 ";
  const auto at = [&](double x, double y, const char* op) {
    appendNumber(content, x * side);
    appendNumber(content, y * side);
    content += op;
  };
  if (kind == FieldKind::tick) {
    content += "RG 1 J 1 j ";
    appendNumber(content, side * 0.15);
    content += "w ";
    at(0.2, 0.5, "m ");
    at(0.42, 0.26, "l ");
    at(0.82, 0.8, "l S Q");
    return content;
  }
  content += "rg ";
  constexpr double kRadius = 0.27;
  constexpr double kRound = 0.5523 * kRadius;
  at(0.5 + kRadius, 0.5, "m ");
  const auto curve = [&](double ax, double ay, double bx, double by, double x, double y) {
    at(0.5 + ax, 0.5 + ay, "");
    at(0.5 + bx, 0.5 + by, "");
    at(0.5 + x, 0.5 + y, "c ");
  };
  curve(kRadius, kRound, kRound, kRadius, 0, kRadius);
  curve(-kRound, kRadius, -kRadius, kRound, -kRadius, 0);
  curve(-kRadius, -kRound, -kRound, -kRadius, 0, -kRadius);
  curve(kRound, -kRadius, kRadius, -kRound, kRadius, 0);
  return content + "f Q";
}

}  // namespace

FormFields::Node& FormFields::child(Node& parent, const std::string& part) {
  auto& node = parent.below[part];
  if (node) return *node;
  if (parent.isField || part.empty()) throw core::BugError("pdf: a form field below another one");
  node = std::make_unique<Node>();
  node->dict = m_haru.indirect();
  m_haru.addBytes(node->dict, "T", part);
  if (!parent.kids) {
    parent.kids = m_haru.indirectArray();
    if (parent.dict) m_haru.add(parent.dict, "Kids", parent.kids);
  }
  if (parent.dict) m_haru.add(node->dict, "Parent", parent.dict);
  m_haru.add(parent.kids, node->dict);
  return *node;
}

FormFields::Node& FormFields::nodeAt(std::string_view name, const draw::FormField& field) {
  Node* node = &m_root;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('.'), name.size());
    node = &child(*node, std::string(name.substr(0, end)));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  const bool another = node->isField && field.kind != FieldKind::choice;
  if (node == &m_root || another || !node->below.empty())
    throw core::BugError("pdf: a form field that is there already: " + field.name);
  return *node;
}

void FormFields::describe(HPDF_Dict dict, const draw::FormField& field, double unit) {
  m_haru.addName(dict, "FT", isButton(field.kind) ? "Btn" : "Tx");
  if (const int flags = flagsOf(field.kind)) m_haru.addNumber(dict, "Ff", flags);
  if (!field.description.empty()) m_haru.addText(dict, "TU", field.description);
  if (isButton(field.kind)) return;
  std::string appearance = std::string("/") + kFontName + " ";
  appendNumber(appearance, field.size * unit, 1);
  m_haru.addBytes(dict, "DA", appearance + "Tf 0.13 0.19 0.23 rg");
  if (field.kind == FieldKind::note) m_haru.addText(dict, "V", field.text);
}

HPDF_Dict FormFields::mark(const draw::Rect& where, FieldKind kind, bool ticked) {
  HPDF_Dict& known = m_marks[{std::lround(where.width * 100), kind, ticked}];
  if (known) return known;
  known = m_haru.stream(ticked ? markIn(where.width, kind) : std::string());
  m_haru.addName(known, "Type", "XObject");
  m_haru.addName(known, "Subtype", "Form");
  m_haru.addBox(known, "BBox", {0, 0, where.width, where.height});
  m_haru.add(known, "Resources", m_haru.direct());
  return known;
}

void FormFields::addStates(HPDF_Dict widget, const draw::Rect& where, FieldKind kind, const char* state) {
  HPDF_Dict appearance = m_haru.direct();
  m_haru.add(widget, "AP", appearance);
  HPDF_Dict normal = m_haru.direct();
  m_haru.add(appearance, "N", normal);
  m_haru.add(normal, state, mark(where, kind, true));
  m_haru.add(normal, "Off", mark(where, kind, false));
  m_haru.addName(widget, "AS", "Off");
}

HPDF_Dict FormFields::add(HPDF_Page page, const draw::Rect& where, const draw::FormField& field,
                          double unit) {
  Node& node = nodeAt(field.name, field);
  const bool first = !node.isField;
  node.isField = true;
  if (first) describe(node.dict, field, unit);
  if (first && isButton(field.kind)) m_haru.addName(node.dict, "V", "Off");
  HPDF_Dict widget = node.dict;
  if (field.kind == FieldKind::choice) {
    if (!node.kids) {
      node.kids = m_haru.indirectArray();
      m_haru.add(node.dict, "Kids", node.kids);
    }
    widget = m_haru.indirect();
    m_haru.add(widget, "Parent", node.dict);
    m_haru.add(node.kids, widget);
  }
  m_haru.addName(widget, "Type", "Annot");
  m_haru.addName(widget, "Subtype", "Widget");
  m_haru.addBox(widget, "Rect", where);
  m_haru.addNumber(widget, "F", field.kind == FieldKind::note ? kHidden : kPrinted);
  m_haru.add(widget, "P", page);
  if (isButton(field.kind))
    addStates(widget, where, field.kind, field.kind == FieldKind::tick ? kTicked : field.option.c_str());
  return widget;
}

void FormFields::finish() {
  if (!m_root.kids) return;
  HPDF_Dict form = m_haru.indirect();
  m_haru.add(m_haru.catalog(), "AcroForm", form);
  m_haru.add(form, "Fields", m_root.kids);
  HPDF_Dict resources = m_haru.direct();
  m_haru.add(form, "DR", resources);
  HPDF_Dict fonts = m_haru.direct();
  m_haru.add(resources, "Font", fonts);
  m_haru.add(fonts, kFontName, m_resources.formFont());
  m_haru.addBytes(form, "DA", std::string("/") + kFontName + " 11 Tf 0.13 0.19 0.23 rg");
}

}  // namespace unknot::pdf
