// What the pages of one document share: fonts, degrees of transparency, images. Private to `pdf`.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pdf/embedded_font.h"
#include "text/pango_typesetter.h"

namespace unknot::pdf {

class Resources {
 public:
  Resources(Haru& haru, std::shared_ptr<const text::FontLibrary> fonts);

  // Each makes the thing known to `page` and gives its name there, "F3".
  std::string font(HPDF_Page page, draw::FaceId face);
  std::string opacity(HPDF_Page page, double alpha);
  std::string image(HPDF_Page page, const draw::Image& image);

  EmbeddedFont& embedded(draw::FaceId face);
  // The one that people type in: the first upright face of ordinary weight. Embeds it.
  HPDF_Dict formFont();
  // Embeds the fonts; when all pages are drawn.
  void finish();

 private:
  struct Font {
    text::FontFile file;
    std::unique_ptr<EmbeddedFont> embedded;
  };
  struct PlacedImage {
    draw::Image image;
    HPDF_Dict dict = nullptr;
  };

  void place(HPDF_Page page, const char* kind, const std::string& name, HPDF_Dict dict);
  HPDF_Dict writeImage(const draw::Image& image);

  Haru& m_haru;
  std::shared_ptr<const text::FontLibrary> m_fonts;
  std::map<draw::FaceId, Font> m_embedded;
  std::map<long, HPDF_Dict> m_opacities;  // by thousandths
  std::vector<PlacedImage> m_images;
};

}  // namespace unknot::pdf
