#include "support/page_reader.h"

#include <algorithm>
#include <cmath>

namespace unknot::test {

void PageReader::glyphs(const draw::GlyphRun& run, draw::Point origin, draw::Color) {
  ReadText read;
  for (const auto& glyph : run.glyphs) read.text += glyph.text;
  read.at = m_map.apply(origin);
  read.size = run.size * m_map.lengthScale();
  read.width = run.width * m_map.lengthScale();
  read.role = m_open.empty() ? draw::Role::artifact : m_open.back();
  drawn = drawn.united({read.at.x, read.at.y - read.size * 0.8, read.width, read.size});
  texts.push_back(std::move(read));
}

void PageReader::beginElement(draw::Role role, std::string_view alternative) {
  elements.push_back({role, std::string(alternative), m_open.size()});
  m_open.push_back(role);
}

void PageReader::endElement() {
  if (m_open.empty())
    m_broken = true;
  else
    m_open.pop_back();
}

void PageReader::note(const draw::Path& path) {
  drawn = drawn.united(path.transformed(m_map).bounds());
}

std::vector<std::string> PageReader::lines() const {
  std::vector<const ReadText*> sorted;
  for (const auto& text : texts) sorted.push_back(&text);
  std::stable_sort(sorted.begin(), sorted.end(), [](const ReadText* a, const ReadText* b) {
    return std::abs(a->at.y - b->at.y) > 0.5 ? a->at.y < b->at.y : a->at.x < b->at.x;
  });
  std::vector<std::string> result;
  const ReadText* before = nullptr;
  for (const auto* text : sorted) {
    if (before == nullptr || std::abs(text->at.y - before->at.y) > 0.5)
      result.push_back(text->text);
    else
      result.back() += (text->at.x > before->at.x + before->width + 1 ? " " : "") + text->text;
    before = text;
  }
  return result;
}

std::string PageReader::text() const {
  std::string all;
  for (const auto& line : lines()) all += line + "\n";
  return all;
}

std::vector<PageReader> read(const document::Document& document) {
  std::vector<PageReader> readers(document.pages.size());
  for (std::size_t i = 0; i < readers.size(); ++i) document.pages[i].draw(readers[i]);
  return readers;
}

std::string allText(const document::Document& document) {
  std::string all;
  for (const auto& reader : read(document))
    for (const auto& text : reader.texts) all += text.text + " ";
  return all;
}

}  // namespace unknot::test
