#include "text/font_file.h"

#include "core/error.h"

namespace unknot::text {

FontFile openFont(const FontFace& face) {
  const HbBlob blob(hb_blob_create_from_file_or_fail(face.file.string().c_str()));
  if (!blob)
    throw core::StorageError(
        {"error.font", {{"file", face.file.filename().string()}, {"package", face.package}}, {}});
  FontFile opened;
  opened.face.reset(hb_face_create(blob.get(), static_cast<unsigned>(face.index)));
  opened.font.reset(hb_font_create(opened.face.get()));
  opened.unitsPerEm = hb_face_get_upem(opened.face.get());
  return opened;
}

}  // namespace unknot::text
