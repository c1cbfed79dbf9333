#include "document/text_memory.h"

namespace unknot::document {
namespace {

std::size_t hashOf(const std::vector<draw::TextSpan>& spans) {
  std::size_t hash = spans.size();
  for (const auto& span : spans) hash = hash * 31 + std::hash<std::string>{}(span.text);
  return hash;
}

}  // namespace

draw::TextLine TextMemory::line(std::string_view text, const draw::TextStyle& style) {
  return m_typesetter.line(text, style);
}

draw::TextBlock TextMemory::paragraph(const std::vector<draw::TextSpan>& spans,
                                      const draw::ParagraphStyle& style) {
  const std::size_t hash = hashOf(spans);
  const auto [begin, end] = m_known.equal_range(hash);
  for (auto known = begin; known != end; ++known)
    if (known->second.spans == spans && known->second.language == style.language)
      return known->second.shaped->paragraph(style.width, style.lineHeight, style.align);
  auto shaped = m_typesetter.shaped(spans, style.language);
  const auto made = m_known.emplace(hash, Known{spans, style.language, std::move(shaped)});
  return made->second.shaped->paragraph(style.width, style.lineHeight, style.align);
}

}  // namespace unknot::document
