// Pictures that come from outside: a photo, a drawing, a logo. Kept packed, as a file holds them, and
// unpacked in the size in which they are drawn.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/geometry.h"

namespace unknot::core {

// Straight RGBA, 8 bits a channel, rows from the top.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

// A picture that was found to be whole. Safe from any thread.
class Photo {
 public:
  virtual ~Photo() = default;
  // Pixels, as it stands upright.
  virtual Size size() const = 0;
  // At least `longSide` pixels along its longer side where it has so many, and not many more.
  virtual std::shared_ptr<const Image> pixels(int longSide) const = 0;
};

// A picture ready to be kept in a file.
struct PackedPhoto {
  std::string bytes;
  std::string extension;  // ".png" or ".jpg"
};

enum class Packing {
  smallest,  // PNG or JPEG, whichever is shorter; PNG where something shows through
  png
};

// The size is read before anything is unpacked: at most 40 million pixels. Both throw InputError
// ("error.picture.*") for what is no picture, is damaged or cut off, or too large. Safe from any thread.
class PhotoReader {
 public:
  virtual ~PhotoReader() = default;
  virtual std::shared_ptr<const Photo> read(std::string bytes) const = 0;
  // Upright, at most `longSide` pixels long, and of all else that the file said (where and when it was taken,
  // by whom) nothing.
  virtual PackedPhoto pack(const std::string& bytes, int longSide, Packing packing) const = 0;
};

}  // namespace unknot::core
