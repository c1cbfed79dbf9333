#include "raster/photo_file.h"

#include <cstdint>
#include <string_view>

#include "core/error.h"

namespace unknot::raster {
namespace {

[[noreturn]] void broken() {
  throw core::InputError({"error.picture.broken", {}, {}});
}

// Reads on from a place; asking for more than there is says that the picture is cut off.
class Bytes {
 public:
  explicit Bytes(std::string_view all) : m_all(all) {}

  std::size_t at() const { return m_at; }
  void goTo(std::size_t at) {
    if (at > m_all.size()) broken();
    m_at = at;
  }
  void skip(std::size_t count) {
    if (count > m_all.size() - m_at) broken();
    m_at += count;
  }
  std::uint32_t big(int count) { return number(count, true); }
  std::uint32_t little(int count) { return number(count, false); }
  std::string_view text(std::size_t count) {
    const std::size_t from = m_at;
    skip(count);
    return m_all.substr(from, count);
  }

 private:
  std::uint32_t number(int count, bool bigFirst) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) {
      const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(text(1)[0]));
      value = bigFirst ? value << 8 | byte : value | byte << 8 * i;
    }
    return value;
  }

  std::string_view m_all;
  std::size_t m_at = 0;
};

PhotoFile png(const std::string& all) {
  Bytes bytes(all);
  bytes.goTo(8);
  PhotoFile file{"png", 0, 0, {}};
  for (bool first = true;; first = false) {
    const std::size_t length = bytes.big(4);
    const std::string_view kind = bytes.text(4);
    if (first) {
      if (kind != "IHDR" || length != 13) broken();
      Bytes header = bytes;
      file.width = header.big(4);
      file.height = header.big(4);
    }
    bytes.skip(length);
    bytes.skip(4);  // check sum
    if (kind == "IEND") break;
  }
  file.bytes = all.substr(0, bytes.at());
  return file;
}

// A marker that begins a segment with the picture's size: SOF0 to SOF15 but for three others.
bool saysSize(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

PhotoFile jpeg(const std::string& all) {
  Bytes bytes(all);
  bytes.goTo(2);
  PhotoFile file{"jpeg", 0, 0, {}};
  for (;;) {
    if (bytes.big(1) != 0xFF) broken();
    std::uint32_t marker = bytes.big(1);
    while (marker == 0xFF) marker = bytes.big(1);
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) continue;
    if (marker == 0xD9) broken();
    const std::size_t from = bytes.at();
    const std::size_t length = bytes.big(2);
    if (length < 2) broken();
    if (saysSize(marker)) {
      bytes.skip(1);  // precision
      file.height = bytes.big(2);
      file.width = bytes.big(2);
    }
    bytes.goTo(from + length);
    if (marker == 0xDA) break;
  }
  // Within the packed picture 0xFF never stands before 0xD9 but at its end; a small picture in the header may
  // have an end of its own.
  const std::size_t end = all.find("\xFF\xD9", bytes.at());
  if (end == std::string::npos) broken();
  file.bytes = all.substr(0, end + 2);
  return file;
}

void skipColours(Bytes& bytes, std::uint32_t flags) {
  if (flags & 0x80) bytes.skip(std::size_t{3} << ((flags & 7) + 1));
}

void skipBlocks(Bytes& bytes) {
  while (const std::uint32_t length = bytes.little(1)) bytes.skip(length);
}

PhotoFile gif(const std::string& all) {
  Bytes bytes(all);
  bytes.goTo(6);
  PhotoFile file{"gif", 0, 0, {}};
  file.width = bytes.little(2);
  file.height = bytes.little(2);
  const std::uint32_t flags = bytes.little(1);
  bytes.skip(2);
  skipColours(bytes, flags);
  for (;;) {
    const std::uint32_t block = bytes.little(1);
    if (block == 0x21) {
      bytes.skip(1);
      skipBlocks(bytes);
      continue;
    }
    if (block != 0x2C) broken();
    const long long x = bytes.little(2), y = bytes.little(2);
    const long long width = bytes.little(2), height = bytes.little(2);
    if (x + width > file.width || y + height > file.height) broken();
    skipColours(bytes, bytes.little(1));
    bytes.skip(1);  // code size
    skipBlocks(bytes);
    break;
  }
  file.bytes = all.substr(0, bytes.at()) + ';';
  return file;
}

PhotoFile bmp(const std::string& all) {
  Bytes bytes(all);
  bytes.goTo(2);
  const std::size_t length = bytes.little(4);
  if (length > all.size()) broken();
  bytes.goTo(14);
  const std::uint32_t header = bytes.little(4);
  PhotoFile file{"bmp", 0, 0, all};
  if (header == 12) {
    file.width = bytes.little(2);
    file.height = bytes.little(2);
  } else {
    file.width = static_cast<std::int32_t>(bytes.little(4));
    // Rows from the top have a negative height.
    const long long height = static_cast<std::int32_t>(bytes.little(4));
    file.height = height < 0 ? -height : height;
  }
  return file;
}

PhotoFile webp(const std::string& all) {
  Bytes bytes(all);
  bytes.goTo(4);
  const std::size_t length = bytes.little(4);
  bytes.skip(length);
  return {"webp", 0, 0, all.substr(0, bytes.at())};
}

}  // namespace

PhotoFile photoFile(const std::string& bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png(bytes);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return gif(bytes);
  if (bytes.starts_with("BM") && bytes.size() > 26) return bmp(bytes);
  if (bytes.starts_with("RIFF") && bytes.find("WEBP") == 8) return webp(bytes);
  throw core::InputError({"error.picture.kind", {}, {}});
}

}  // namespace unknot::raster
