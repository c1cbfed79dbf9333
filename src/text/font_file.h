// A font file opened with HarfBuzz, for the back ends that draw or embed its glyphs.
#pragma once

#include <hb.h>

#include <memory>

#include "text/pango_typesetter.h"

namespace unknot::text {

// Lets std::unique_ptr own the objects of a C library.
template <auto destroy>
struct Destroyer {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;

struct FontFile {
  HbFace face;
  HbFont font;  // in the file's own units
  double unitsPerEm = 1000;
};

// Throws core::StorageError ("error.font") when the file can't be read any more.
FontFile openFont(const FontFace& face);

}  // namespace unknot::text
