#include "document/look.h"

#include "document/document.h"

namespace unknot::document {

Look Look::of(domain::Paper paper, double bodyPt, std::string language, Density density) {
  Look look;
  look.page = pageSize(paper);
  look.scale = bodyPt / 12;
  look.language = std::move(language);
  const bool tight = density == Density::tight;
  if (tight) {
    look.lineHeight = 1.2;
    look.spacing = 0.7;
  }
  const double side = tight ? 38 : 44;
  const double top = tight ? 26 : 32;
  const double bottom = tight ? 24 : 30;
  look.body = {side, top, look.page.width - 2 * side, look.page.height - top - bottom};
  return look;
}

draw::TextStyle Look::heading(int level) const {
  // Large print grows headings less than text: they are big already.
  const double grown = 1 + (scale - 1) * 0.7;
  const double size = level == 1 ? 19 : level == 2 ? 15.5 : 12.5;
  return {size * grown, draw::Weight::semibold, false, level == 1 ? accent : ink};
}

}  // namespace unknot::document
