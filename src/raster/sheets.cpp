#include "raster/sheets.h"

#include <poppler.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>
#include <vector>

#include "core/error.h"
#include "draw/photo.h"
#include "raster/cairo_canvas.h"

namespace unknot::raster {
namespace {

// What a PDF may say at most, and at least; 200 inches are Adobe's own limit.
constexpr double kLongestSide = 14'400;
constexpr double kShortestSide = 1;
// 48 MB of memory for a page.
constexpr double kMostDots = 12'000'000;
// Of a picture, along its longer side: A4.
constexpr double kPictureSide = 842;
constexpr double kPointsADot = 72.0 / 96.0;
constexpr draw::Size kUnknownPage{595, 842};

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
};

[[noreturn]] void refuse(const char* why) {
  throw core::InputError({"error.paper." + std::string(why), {}, {}});
}

// White, for a page of that size.
std::shared_ptr<Picture> paperFor(draw::Size size, double unitsAPoint, double density) {
  const double width = size.width * unitsAPoint, height = size.height * unitsAPoint;
  const double dots = std::min(density, std::sqrt(kMostDots / std::max(1.0, width * height)));
  const auto whole = [dots](double length) {
    return static_cast<int>(std::clamp(std::ceil(length * dots), 1.0, kMostDots));
  };
  return std::make_shared<Picture>(whole(width), whole(height), dots, true, nullptr);
}

class PdfSheets final : public Sheets {
 public:
  explicit PdfSheets(std::string bytes) : m_bytes(std::move(bytes)) {
    const std::unique_ptr<GBytes, Unreference> shared(g_bytes_new_static(m_bytes.data(), m_bytes.size()));
    GError* error = nullptr;
    m_document.reset(poppler_document_new_from_bytes(shared.get(), nullptr, &error));
    const bool locked = error != nullptr && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED);
    g_clear_error(&error);
    if (!m_document) refuse(locked ? "locked" : "broken");
    m_pagesInAll = poppler_document_get_n_pages(m_document.get());
    if (m_pagesInAll < 1) refuse("broken");
    for (int i = 0; i < std::min(m_pagesInAll, kMostSheets); ++i) m_sizes.push_back(readSize(i));
  }

  int pagesInAll() const override { return m_pagesInAll; }
  int count() const override { return static_cast<int>(m_sizes.size()); }
  draw::Size size(int sheet) const override { return m_sizes.at(static_cast<std::size_t>(sheet)); }

  std::shared_ptr<const Picture> drawn(int sheet, double unitsAPoint, double density) const override {
    auto picture = paperFor(size(sheet), unitsAPoint, density);
    const std::lock_guard lock(m_mutex);
    const Page page = pageAt(sheet);
    if (!page) return picture;
    const Context context = CairoPainting::begin(*picture);
    cairo_scale(context.get(), unitsAPoint, unitsAPoint);
    // What can't be drawn of a page stays white.
    poppler_page_render(page.get(), context.get());
    return picture;
  }

 private:
  using Page = std::unique_ptr<PopplerPage, Unreference>;

  // Nothing for one that is broken.
  Page pageAt(int sheet) const { return Page(poppler_document_get_page(m_document.get(), sheet)); }

  draw::Size readSize(int sheet) const {
    const Page page = pageAt(sheet);
    if (!page) return kUnknownPage;
    draw::Size said;
    poppler_page_get_size(page.get(), &said.width, &said.height);
    const auto isSide = [](double side) { return side >= kShortestSide && side <= kLongestSide; };
    return isSide(said.width) && isSide(said.height) ? said : kUnknownPage;
  }

  std::string m_bytes;
  std::unique_ptr<PopplerDocument, Unreference> m_document;
  int m_pagesInAll = 0;
  std::vector<draw::Size> m_sizes;
  mutable std::mutex m_mutex;
};

class PictureSheet final : public Sheets {
 public:
  explicit PictureSheet(std::shared_ptr<const core::Photo> picture) : m_picture(std::move(picture)) {
    const auto dots = m_picture->size();
    const double k = std::min(kPointsADot, kPictureSide / std::max(1.0, std::max(dots.width, dots.height)));
    m_size = {std::max(kShortestSide, dots.width * k), std::max(kShortestSide, dots.height * k)};
  }

  int pagesInAll() const override { return 1; }
  int count() const override { return 1; }
  draw::Size size(int) const override { return m_size; }

  std::shared_ptr<const Picture> drawn(int, double unitsAPoint, double density) const override {
    auto sheet = paperFor(m_size, unitsAPoint, density);
    const draw::Rect all{0, 0, m_size.width * unitsAPoint, m_size.height * unitsAPoint};
    const double dots = std::max(all.width, all.height) * sheet->scale();
    sheet->paint([&](draw::Canvas& canvas) {
      canvas.image(*m_picture->pixels(static_cast<int>(std::ceil(dots))), draw::photoPlace(*m_picture, all));
    });
    return sheet;
  }

 private:
  std::shared_ptr<const core::Photo> m_picture;
  draw::Size m_size;
};

}  // namespace

std::shared_ptr<const Sheets> openPdf(std::string bytes) {
  return std::make_shared<PdfSheets>(std::move(bytes));
}

std::shared_ptr<const Sheets> sheetOf(std::shared_ptr<const core::Photo> picture) {
  return std::make_shared<PictureSheet>(std::move(picture));
}

}  // namespace unknot::raster
