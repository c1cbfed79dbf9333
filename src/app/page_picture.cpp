#include "app/page_picture.h"

#include <algorithm>
#include <cmath>

#include "raster/raster.h"

namespace unknot::app {

std::string pageAsPng(const document::Page& page, double dotsPerInch,
                      const std::shared_ptr<const text::FontLibrary>& fonts) {
  constexpr double kPointsPerInch = 72;
  const double scale = std::clamp(dotsPerInch, 36.0, 600.0) / kPointsPerInch;
  raster::Picture picture(static_cast<int>(std::ceil(page.size.width * scale)),
                          static_cast<int>(std::ceil(page.size.height * scale)), scale, true, fonts);
  picture.paint([&](draw::Canvas& canvas) { page.draw(canvas); });
  return picture.toPng();
}

std::string pageAsSvg(const document::Page& page, const std::shared_ptr<const text::FontLibrary>& fonts) {
  return raster::toSvg(page.size, fonts, [&](draw::Canvas& canvas) { page.draw(canvas); });
}

}  // namespace unknot::app
