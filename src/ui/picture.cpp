#include "ui/picture.h"

#include <gtk/gtk.h>
#include <wx/image.h>

#include <cmath>

namespace unknot::ui {

void showPicture(wxDC& dc, const raster::Picture& picture, wxPoint at) {
  auto* const target = static_cast<cairo_t*>(dc.GetHandle());
  // Cairo only reads from it here, but its signature has no const.
  cairo_surface_t* const source =
      cairo_image_surface_create_for_data(const_cast<unsigned char*>(picture.pixels()), CAIRO_FORMAT_ARGB32,
                                          picture.widthPx(), picture.heightPx(), picture.strideBytes());
  cairo_surface_set_device_scale(source, picture.scale(), picture.scale());
  cairo_save(target);
  cairo_set_source_surface(target, source, at.x, at.y);
  cairo_paint(target);
  cairo_restore(target);
  cairo_surface_destroy(source);
}

std::shared_ptr<raster::Picture> makePicture(const wxWindow* window, const Surroundings& around,
                                             wxSize size) {
  const double scale = window->GetContentScaleFactor();
  const auto pixels = [scale](int length) {
    return std::max(1, static_cast<int>(std::ceil(length * scale)));
  };
  return std::make_shared<raster::Picture>(pixels(size.x), pixels(size.y), scale, false, around.fonts);
}

wxBitmap toBitmap(const raster::Picture& picture) {
  const draw::Image pixels = picture.toImage();
  wxImage image(pixels.width, pixels.height, false);
  image.SetAlpha();
  unsigned char* rgb = image.GetData();
  unsigned char* alpha = image.GetAlpha();
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
    for (std::size_t channel = 0; channel < 3; ++channel) *rgb++ = pixels.rgba[i + channel];
    *alpha++ = pixels.rgba[i + 3];
  }
  return wxBitmap(image, -1, picture.scale());
}

}  // namespace unknot::ui
