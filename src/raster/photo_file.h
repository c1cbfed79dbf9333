// What the first bytes of a picture say, read by ourselves before a library sees it. Private to `raster`.
#pragma once

#include <string>

namespace unknot::raster {

struct PhotoFile {
  const char* loader = nullptr;  // as gdk-pixbuf calls the kind
  // Where the file says it; 0 for WebP, whose loader asks again before it unpacks.
  long long width = 0;
  long long height = 0;
  // The one picture from its beginning to its end mark: without what was hung on behind, and without the
  // further pictures of a moving one.
  std::string bytes;
};

// Throws core::InputError: "error.picture.kind" for what is none of PNG, JPEG, GIF, BMP and WebP,
// "error.picture.broken" for one that ends too early.
PhotoFile photoFile(const std::string& bytes);

}  // namespace unknot::raster
