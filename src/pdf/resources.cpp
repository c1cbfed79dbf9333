#include "pdf/resources.h"

#include <algorithm>
#include <cmath>

#include "core/error.h"
#include "pdf/form_font.h"

namespace unknot::pdf {

Resources::Resources(Haru& haru, std::shared_ptr<const text::FontLibrary> fonts)
    : m_haru(haru), m_fonts(std::move(fonts)) {}

void Resources::place(HPDF_Page page, const char* kind, const std::string& name, HPDF_Dict dict) {
  HPDF_Dict known = m_haru.resources(page, kind);
  if (!HPDF_Dict_GetItem(known, name.c_str(), HPDF_OCLASS_DICT)) m_haru.add(known, name.c_str(), dict);
}

EmbeddedFont& Resources::embedded(draw::FaceId face) {
  if (face < 0 || static_cast<std::size_t>(face) >= m_fonts->size())
    throw core::BugError("pdf: a face that no typesetter gave out");
  Font& font = m_embedded[face];
  if (!font.embedded) {
    font.file = text::openFont(m_fonts->face(face));
    font.embedded = std::make_unique<EmbeddedFont>(m_haru, font.file, m_fonts->face(face).italic);
  }
  return *font.embedded;
}

HPDF_Dict Resources::formFont() {
  constexpr int kRegular = 400;
  for (std::size_t i = 0; i < m_fonts->size(); ++i) {
    const auto& face = m_fonts->face(static_cast<draw::FaceId>(i));
    if (face.weight == kRegular && !face.italic) return embedFormFont(m_haru, text::openFont(face));
  }
  throw core::BugError("pdf: no face to type in");
}

std::string Resources::font(HPDF_Page page, draw::FaceId face) {
  std::string name = "F" + std::to_string(face);
  place(page, "Font", name, embedded(face).dict());
  return name;
}

std::string Resources::opacity(HPDF_Page page, double alpha) {
  const long thousandths = std::lround(std::clamp(alpha, 0.0, 1.0) * 1000);
  HPDF_Dict& dict = m_opacities[thousandths];
  if (!dict) {
    dict = m_haru.indirect();
    m_haru.addName(dict, "Type", "ExtGState");
    m_haru.addReal(dict, "ca", static_cast<double>(thousandths) / 1000);
    m_haru.addReal(dict, "CA", static_cast<double>(thousandths) / 1000);
  }
  std::string name = "G" + std::to_string(thousandths);
  place(page, "ExtGState", name, dict);
  return name;
}

HPDF_Dict Resources::writeImage(const draw::Image& image) {
  const auto pixels = static_cast<std::size_t>(std::max(0, image.width)) *
                      static_cast<std::size_t>(std::max(0, image.height));
  if (pixels == 0 || image.rgba.size() != pixels * 4)
    throw core::BugError("pdf: an image whose size and data disagree");
  std::string colours;
  std::string alphas;
  colours.reserve(pixels * 3);
  alphas.reserve(pixels);
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
    for (std::size_t k = 0; k < 3; ++k) colours += static_cast<char>(image.rgba[i + k]);
    alphas += static_cast<char>(image.rgba[i + 3]);
  }
  const auto write = [&](const std::string& samples, const char* colourSpace) {
    HPDF_Dict dict = m_haru.stream(samples);
    m_haru.addName(dict, "Type", "XObject");
    m_haru.addName(dict, "Subtype", "Image");
    m_haru.addNumber(dict, "Width", image.width);
    m_haru.addNumber(dict, "Height", image.height);
    m_haru.addName(dict, "ColorSpace", colourSpace);
    m_haru.addNumber(dict, "BitsPerComponent", 8);
    return dict;
  };
  HPDF_Dict dict = write(colours, "DeviceRGB");
  if (std::any_of(alphas.begin(), alphas.end(), [](char alpha) { return alpha != '\xFF'; }))
    m_haru.add(dict, "SMask", write(alphas, "DeviceGray"));
  return dict;
}

std::string Resources::image(HPDF_Page page, const draw::Image& image) {
  auto known = std::find_if(m_images.begin(), m_images.end(), [&](const PlacedImage& placed) {
    return placed.image.width == image.width && placed.image.height == image.height &&
           placed.image.rgba == image.rgba;
  });
  if (known == m_images.end()) known = m_images.insert(known, {image, writeImage(image)});
  std::string name = "I" + std::to_string(known - m_images.begin());
  place(page, "XObject", name, known->dict);
  return name;
}

void Resources::finish() {
  for (auto& [face, font] : m_embedded) font.embedded->finish();
}

}  // namespace unknot::pdf
