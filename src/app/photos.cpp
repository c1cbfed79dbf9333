#include "app/photos.h"

#include <cstdint>
#include <system_error>
#include <utility>

#include "app/permission.h"
#include "core/error.h"
#include "platform/files.h"

namespace unknot::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMegabyte = 1U << 20U;
constexpr std::uint64_t kFileLimit = 64 * kMegabyte;
// Pixels along the longer side: enough for a picture over the whole width of a page, and for a logo.
constexpr int kPhotoSide = 1600;
constexpr int kLogoSide = 600;

core::PackedPhoto packedFrom(Workspace& work, const fs::path& file, int longSide, core::Packing packing) {
  requireRight(work.store, Right::writeChart);
  const auto* reader = work.content.photos();
  if (reader == nullptr) throw core::BugError("nothing to read photos with");
  // A link among the practitioner's own pictures is followed.
  std::error_code error;
  fs::path real = fs::canonical(file, error);
  if (error) real = file;
  const auto size = fs::file_size(real, error);
  if (!error && size > kFileLimit)
    throw core::InputError({"error.picture.file", {{"limit", std::to_string(kFileLimit / kMegabyte)}}, {}});
  return reader->pack(platform::readFile(real, kFileLimit), longSide, packing);
}

}  // namespace

ImportedPhoto importPhoto(Workspace& work, const fs::path& file) {
  auto packed = packedFrom(work, file, kPhotoSide, core::Packing::smallest);
  ImportedPhoto photo{"photo-" + work.ids.next().toString() + packed.extension, std::move(packed.bytes), {}};
  photo.photo = work.content.photos()->read(photo.bytes);
  return photo;
}

ImportedPhoto importLogo(Workspace& work, const fs::path& file) {
  ImportedPhoto logo{{}, packedFrom(work, file, kLogoSide, core::Packing::png).bytes, {}};
  logo.photo = work.content.photos()->read(logo.bytes);
  return logo;
}

}  // namespace unknot::app
