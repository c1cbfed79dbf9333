// A Canvas that reads what is drawn on it, as tests and screen readers do: texts with their places, and
// structure.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "draw/canvas.h"

namespace unknot::test {

struct ReadText {
  std::string text;
  draw::Point at;  // left end of the baseline, on the page
  double width = 0;
  double size = 0;
  draw::Role role = draw::Role::artifact;  // of the innermost element around it
};

struct ReadElement {
  draw::Role role;
  std::string alternative;
  std::size_t depth = 0;
};

struct ReadField {
  draw::FormField field;
  draw::Rect where;  // on the page
};

class PageReader : public draw::Canvas {
 public:
  void save() override { m_stack.push_back(m_map); }
  void restore() override {
    m_map = m_stack.back();
    m_stack.pop_back();
  }
  void transform(const draw::Affine& map) override { m_map = m_map.after(map); }
  void clip(const draw::Path&) override {}
  void fill(const draw::Path& path, draw::Color) override { note(path); }
  void stroke(const draw::Path& path, const draw::Stroke&) override { note(path); }
  void glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color) override;
  void image(const draw::Image&, const draw::Rect&) override {}
  void beginElement(draw::Role role, std::string_view alternative) override;
  void endElement() override;
  void link(const draw::Rect&, std::string_view address) override { links.emplace_back(address); }
  void field(const draw::Rect& where, const draw::FormField& field) override {
    fields.push_back({field, draw::Path::rectangle(where).transformed(m_map).bounds()});
  }

  // Lines of text from the top; runs of one baseline are joined, far ones by a space.
  std::vector<std::string> lines() const;
  // All of lines(), joined by newlines.
  std::string text() const;
  bool isBalanced() const { return m_stack.empty() && m_open.empty() && !m_broken; }

  std::vector<ReadText> texts;
  std::vector<ReadElement> elements;  // in the order of their beginnings
  std::vector<std::string> links;
  std::vector<ReadField> fields;
  draw::Rect drawn;  // around everything

 private:
  void note(const draw::Path& path);

  draw::Affine m_map;
  std::vector<draw::Affine> m_stack;
  std::vector<draw::Role> m_open;
  bool m_broken = false;
};

// One reader a page, each having read it.
std::vector<PageReader> read(const document::Document& document);
// Of all pages, with spaces for line ends: for asking whether a sentence stands there.
std::string allText(const document::Document& document);

}  // namespace unknot::test
