// A typesetter for the time in which a document is built: what is laid out at several widths is shaped once.
// Nothing of it stays behind when the document is done.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "draw/typesetter.h"

namespace unknot::document {

class TextMemory final : public draw::Typesetter {
 public:
  // Lives no longer than `typesetter`.
  explicit TextMemory(draw::Typesetter& typesetter) : m_typesetter(typesetter) {}

  draw::TextLine line(std::string_view text, const draw::TextStyle& style) override;
  draw::TextBlock paragraph(const std::vector<draw::TextSpan>& spans,
                            const draw::ParagraphStyle& style) override;

 private:
  struct Known {
    std::vector<draw::TextSpan> spans;
    std::string language;
    std::unique_ptr<draw::ShapedText> shaped;
  };

  draw::Typesetter& m_typesetter;
  std::unordered_multimap<std::size_t, Known> m_known;  // by a hash of the words alone
};

}  // namespace unknot::document
