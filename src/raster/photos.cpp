#include "raster/photos.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <utility>

#include "core/error.h"
#include "raster/photo_file.h"

namespace unknot::raster {
namespace {

constexpr long long kMostPixels = 40'000'000;
// Sizes in which a picture is unpacked: few, so that two nearly alike drawings of it share their pixels.
constexpr int kSizeStep = 128;
// A whole look at a picture, at little cost.
constexpr int kLookSize = 256;
// What content reads of a file, with room to spare.
constexpr std::size_t kMostPacked = 3'000'000;
constexpr const char* kQuality = "88";

struct Unreference {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Pixbuf = std::unique_ptr<GdkPixbuf, Unreference>;

[[noreturn]] void refuse(const char* why) {
  throw core::InputError({"error.picture." + std::string(why), {}, {}});
}

void checkSize(long long width, long long height) {
  if (width < 1 || height < 1) refuse("broken");
  if (width > kMostPixels || height > kMostPixels || width * height > kMostPixels)
    throw core::InputError({"error.picture.large",
                            {{"width", std::to_string(width)},
                             {"height", std::to_string(height)},
                             {"limit", std::to_string(kMostPixels / 1'000'000)}},
                            {}});
}

// What is asked of a loader, and what it said before it unpacked anything.
struct Request {
  int longSide;  // at most; 0: as it is
  int width = 0;
  int height = 0;
  bool turned = false;  // its rows are columns once it stands upright
};

bool fits(const Request& request) {
  return static_cast<long long>(request.width) * request.height <= kMostPixels;
}

void sizePrepared(GdkPixbufLoader* loader, int width, int height, gpointer asked) {
  auto& request = *static_cast<Request*>(asked);
  request.width = width;
  request.height = height;
  // A loader that is asked for nothing stops here.
  if (!fits(request)) return gdk_pixbuf_loader_set_size(loader, 0, 0);
  const int longest = std::max(width, height);
  if (request.longSide == 0 || longest <= request.longSide) return;
  const auto scaled = [&](int side) {
    const long long exact = static_cast<long long>(side) * request.longSide;
    return std::max(1, static_cast<int>((exact + longest / 2) / longest));
  };
  gdk_pixbuf_loader_set_size(loader, scaled(width), scaled(height));
}

// Upright. Throws InputError.
Pixbuf unpacked(const PhotoFile& file, Request& request) {
  GError* error = nullptr;
  const std::unique_ptr<GdkPixbufLoader, Unreference> loader(
      gdk_pixbuf_loader_new_with_type(file.loader, &error));
  if (!loader) {
    g_clear_error(&error);
    refuse("kind");
  }
  g_signal_connect(loader.get(), "size-prepared", G_CALLBACK(sizePrepared), &request);
  const bool written =
      gdk_pixbuf_loader_write(loader.get(), reinterpret_cast<const guchar*>(file.bytes.data()),
                              file.bytes.size(), &error) != FALSE;
  g_clear_error(&error);
  // A loader has to be closed, also one that failed.
  const bool closed = gdk_pixbuf_loader_close(loader.get(), &error) != FALSE;
  g_clear_error(&error);
  if (!fits(request)) checkSize(request.width, request.height);
  GdkPixbuf* const pixbuf = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (!written || !closed || pixbuf == nullptr) refuse("broken");
  const gchar* const orientation = gdk_pixbuf_get_option(pixbuf, "orientation");
  request.turned = orientation != nullptr && orientation[0] >= '5' && orientation[0] <= '8';
  Pixbuf upright(gdk_pixbuf_apply_embedded_orientation(pixbuf));
  if (!upright) refuse("broken");
  return upright;
}

core::Image imageOf(const GdkPixbuf* pixbuf) {
  const int channels = gdk_pixbuf_get_n_channels(pixbuf);
  const auto stride = static_cast<std::size_t>(gdk_pixbuf_get_rowstride(pixbuf));
  const guchar* const rows = gdk_pixbuf_read_pixels(pixbuf);
  core::Image image{gdk_pixbuf_get_width(pixbuf), gdk_pixbuf_get_height(pixbuf), {}};
  const auto width = static_cast<std::size_t>(image.width);
  const auto height = static_cast<std::size_t>(image.height);
  image.rgba.resize(width * height * 4);
  auto to = image.rgba.begin();
  for (std::size_t y = 0; y < height; ++y) {
    const guchar* from = rows + y * stride;
    for (std::size_t x = 0; x < width; ++x, from += channels) {
      to = std::copy(from, from + 3, to);
      *to++ = channels == 4 ? from[3] : 255;
    }
  }
  return image;
}

bool isOpaque(const core::Image& image) {
  for (std::size_t i = 3; i < image.rgba.size(); i += 4)
    if (image.rgba[i] != 255) return false;
  return true;
}

template <class... Options>
std::string savedAs(GdkPixbuf* pixbuf, const char* kind, Options... options) {
  gchar* buffer = nullptr;
  gsize size = 0;
  GError* error = nullptr;
  const bool saved =
      gdk_pixbuf_save_to_buffer(pixbuf, &buffer, &size, kind, &error, options..., nullptr) != FALSE;
  g_clear_error(&error);
  if (!saved) throw core::BugError("raster: a picture could not be packed");
  std::string bytes(buffer, size);
  g_free(buffer);
  return bytes;
}

core::PackedPhoto packed(GdkPixbuf* pixbuf, core::Packing packing) {
  core::PackedPhoto kept{savedAs(pixbuf, "png"), ".png"};
  if (packing == core::Packing::png || !isOpaque(imageOf(pixbuf))) return kept;
  std::string jpeg = savedAs(pixbuf, "jpeg", "quality", kQuality);
  if (jpeg.size() < kept.bytes.size()) kept = {std::move(jpeg), ".jpg"};
  return kept;
}

class PixbufPhoto final : public core::Photo {
 public:
  explicit PixbufPhoto(PhotoFile file) : m_file(std::move(file)) {
    Request look{kLookSize};
    unpacked(m_file, look);
    m_size = {static_cast<double>(look.width), static_cast<double>(look.height)};
    if (look.turned) std::swap(m_size.width, m_size.height);
  }

  core::Size size() const override { return m_size; }

  std::shared_ptr<const core::Image> pixels(int longSide) const override {
    const int whole = static_cast<int>(std::max(m_size.width, m_size.height));
    const long long stepped = (std::max(longSide, 1) + (kSizeStep - 1LL)) / kSizeStep * kSizeStep;
    const int wanted = static_cast<int>(std::min<long long>(stepped, whole));
    const std::lock_guard lock(m_mutex);
    if (!m_newest || m_newestSide != wanted) {
      Request request{wanted};
      m_newest = std::make_shared<const core::Image>(imageOf(unpacked(m_file, request).get()));
      m_newestSide = wanted;
    }
    return m_newest;
  }

 private:
  PhotoFile m_file;
  core::Size m_size;
  mutable std::mutex m_mutex;
  mutable std::shared_ptr<const core::Image> m_newest;
  mutable int m_newestSide = 0;
};

PhotoFile checkedFile(const std::string& bytes) {
  PhotoFile file = photoFile(bytes);
  if (std::string_view(file.loader) != "webp") checkSize(file.width, file.height);
  return file;
}

class PixbufReader final : public core::PhotoReader {
 public:
  std::shared_ptr<const core::Photo> read(std::string bytes) const override {
    return std::make_shared<PixbufPhoto>(checkedFile(bytes));
  }

  core::PackedPhoto pack(const std::string& bytes, int longSide, core::Packing packing) const override {
    const PhotoFile file = checkedFile(bytes);
    for (;; longSide = longSide * 3 / 4) {
      Request request{longSide};
      auto kept = packed(unpacked(file, request).get(), packing);
      if (kept.bytes.size() <= kMostPacked) return kept;
    }
  }
};

}  // namespace

std::shared_ptr<const core::PhotoReader> makePhotoReader() {
  return std::make_shared<PixbufReader>();
}

}  // namespace unknot::raster
