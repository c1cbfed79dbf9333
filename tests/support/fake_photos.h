// Photos without a library: "photo 60x40" is one of that size, everything else is damaged.
#pragma once

#include <charconv>
#include <memory>
#include <string>

#include "core/error.h"
#include "core/photo.h"

namespace unknot::test {

class FakePhoto final : public core::Photo {
 public:
  explicit FakePhoto(core::Size size) : m_size(size) {}
  core::Size size() const override { return m_size; }
  std::shared_ptr<const core::Image> pixels(int) const override {
    return std::make_shared<const core::Image>(core::Image{1, 1, {220, 30, 30, 255}});
  }

 private:
  core::Size m_size;
};

class FakePhotos final : public core::PhotoReader {
 public:
  std::shared_ptr<const core::Photo> read(std::string bytes) const override {
    const std::size_t cross = bytes.find('x');
    if (!bytes.starts_with("photo ") || cross == std::string::npos)
      throw core::InputError({"error.picture.broken", {}, {}});
    const auto number = [&](std::size_t from) {
      int value = 0;
      std::from_chars(bytes.data() + from, bytes.data() + bytes.size(), value);
      return static_cast<double>(value);
    };
    return std::make_shared<FakePhoto>(core::Size{number(6), number(cross + 1)});
  }
  core::PackedPhoto pack(const std::string& bytes, int, core::Packing) const override {
    read(bytes);
    return {bytes, ".png"};
  }
};

}  // namespace unknot::test
