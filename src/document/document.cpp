#include "document/document.h"

namespace unknot::document {

draw::Size pageSize(domain::Paper paper) {
  return paper == domain::Paper::a4 ? draw::Size{595.28, 841.89} : draw::Size{612, 792};
}

void Page::draw(draw::Canvas& canvas) const {
  for (const auto& piece : pieces) piece(canvas);
}

}  // namespace unknot::document
