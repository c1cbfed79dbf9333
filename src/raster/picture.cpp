#include <algorithm>
#include <cmath>
#include <cstring>

#include "raster/cairo_canvas.h"
#include "raster/raster.h"

namespace unknot::raster {
namespace {

// Whole device pixels, right and bottom exclusive.
struct PixelBox {
  int left = 0, top = 0, right = 0, bottom = 0;
  int width() const { return std::max(0, right - left); }
  int height() const { return std::max(0, bottom - top); }
};

}  // namespace

struct Picture::Impl {
  Impl(int widthPx, int heightPx, double unitScale, bool isOpaque,
       std::shared_ptr<const text::FontLibrary> fonts)
      : surface(cairo_image_surface_create(isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                           std::max(1, widthPx), std::max(1, heightPx))),
        scale(unitScale),
        opaque(isOpaque),
        outlines(std::move(fonts)) {
    checkCairo(cairo_surface_status(surface.get()));
    box = {0, 0, cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get())};
  }

  // All pixels that `dirty` touches; everything where it is empty.
  PixelBox touched(const draw::Rect& dirty) const {
    if (dirty.isEmpty()) return box;
    const auto clamped = [](double value, int high) {
      return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(high)));
    };
    return {clamped(std::floor(dirty.x * scale), box.right), clamped(std::floor(dirty.y * scale), box.bottom),
            clamped(std::ceil(dirty.right() * scale), box.right),
            clamped(std::ceil(dirty.bottom() * scale), box.bottom)};
  }

  // In device pixels, limited to `dirty`.
  Context begin(const draw::Rect& dirty) const {
    Context context(cairo_create(surface.get()));
    checkCairo(cairo_status(context.get()));
    const PixelBox limit = touched(dirty);
    cairo_rectangle(context.get(), limit.left, limit.top, limit.width(), limit.height());
    cairo_clip(context.get());
    return context;
  }

  Surface surface;
  double scale;
  bool opaque;
  PixelBox box;
  GlyphOutlines outlines;
};

Picture::Picture(int widthPx, int heightPx, double scale, bool opaque,
                 std::shared_ptr<const text::FontLibrary> fonts)
    : m_impl(std::make_unique<Impl>(widthPx, heightPx, scale, opaque, std::move(fonts))) {
  if (opaque) clear({1, 1, 1, 1});
}

Picture::~Picture() = default;

int Picture::widthPx() const {
  return m_impl->box.right;
}

int Picture::heightPx() const {
  return m_impl->box.bottom;
}

double Picture::scale() const {
  return m_impl->scale;
}

void Picture::paint(const std::function<void(draw::Canvas&)>& drawing, const draw::Rect& dirty) {
  const Context context = m_impl->begin(dirty);
  cairo_scale(context.get(), m_impl->scale, m_impl->scale);
  CairoCanvas canvas(context.get(), m_impl->outlines);
  drawing(canvas);
  checkCairo(cairo_status(context.get()));
}

Context CairoPainting::begin(Picture& picture) {
  Context context = picture.m_impl->begin({});
  cairo_scale(context.get(), picture.m_impl->scale, picture.m_impl->scale);
  return context;
}

void Picture::clear(draw::Color color, const draw::Rect& dirty) {
  const Context context = m_impl->begin(dirty);
  cairo_set_operator(context.get(), CAIRO_OPERATOR_SOURCE);
  cairo_set_source_rgba(context.get(), color.r, color.g, color.b, color.a);
  cairo_paint(context.get());
  checkCairo(cairo_status(context.get()));
}

void Picture::copyFrom(const Picture& source, const draw::Rect& dirty) {
  const PixelBox area = m_impl->touched(dirty);
  const int right = std::min(area.right, source.widthPx());
  const int bottom = std::min(area.bottom, source.heightPx());
  if (right <= area.left) return;
  cairo_surface_flush(m_impl->surface.get());
  unsigned char* to = cairo_image_surface_get_data(m_impl->surface.get());
  const auto bytes = static_cast<std::size_t>(right - area.left) * 4;
  for (int y = area.top; y < bottom; ++y)
    std::memcpy(to + static_cast<std::ptrdiff_t>(y) * strideBytes() + area.left * 4,
                source.pixels() + static_cast<std::ptrdiff_t>(y) * source.strideBytes() + area.left * 4,
                bytes);
  cairo_surface_mark_dirty(m_impl->surface.get());
}

const std::uint8_t* Picture::pixels() const {
  cairo_surface_flush(m_impl->surface.get());
  return cairo_image_surface_get_data(m_impl->surface.get());
}

int Picture::strideBytes() const {
  return cairo_image_surface_get_stride(m_impl->surface.get());
}

draw::Image Picture::toImage() const {
  draw::Image image{widthPx(), heightPx(), {}};
  image.rgba.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
  const std::uint8_t* rows = pixels();
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      std::uint32_t word = 0;
      std::memcpy(&word, rows + static_cast<std::ptrdiff_t>(y) * strideBytes() + x * 4, 4);
      // An opaque surface leaves the high byte undefined.
      const std::uint32_t alpha = m_impl->opaque ? 255 : word >> 24;
      const auto straight = [&](std::uint32_t channel) {
        return static_cast<std::uint8_t>(alpha == 0 ? 0
                                                    : std::min(255U, (channel * 255 + alpha / 2) / alpha));
      };
      image.rgba.insert(image.rgba.end(), {straight(word >> 16 & 255), straight(word >> 8 & 255),
                                           straight(word & 255), static_cast<std::uint8_t>(alpha)});
    }
  return image;
}

std::string Picture::toPng() const {
  return pngOf(m_impl->surface.get());
}

}  // namespace unknot::raster
