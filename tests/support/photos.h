// Pictures as people have them, and such as nobody should have, made here byte by byte. The upper left
// quarter of each photo is red, the rest is blue.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "raster/photos.h"

namespace unknot::test {

using namespace std::string_literals;

inline std::string bigEndian(std::uint32_t value, int count = 4) {
  std::string bytes;
  for (int i = count - 1; i >= 0; --i) bytes += static_cast<char>(value >> 8 * i & 255);
  return bytes;
}

inline std::string littleEndian(std::uint32_t value, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> 8 * i & 255);
  return bytes;
}

inline std::string pngChunk(const std::string& kind, const std::string& data) {
  const std::string said = kind + data;
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : said) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return bigEndian(static_cast<std::uint32_t>(data.size())) + said + bigEndian(~sum);
}

inline std::string pngHeader(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1A\n" +
         pngChunk("IHDR", bigEndian(width) + bigEndian(height) + std::string("\x08\x06\x00\x00\x00", 5));
}

// Not packed at all: blocks that stand in the stream as they are.
inline std::string zlibStored(const std::string& data) {
  std::string packed = "\x78\x01";
  for (std::size_t at = 0; at < data.size(); at += 65535) {
    const auto part = data.substr(at, 65535);
    const auto length = static_cast<std::uint32_t>(part.size());
    packed += static_cast<char>(at + part.size() == data.size());
    packed += littleEndian(length, 2) + littleEndian(~length, 2) + part;
  }
  std::uint32_t a = 1, b = 0;
  for (const char c : data) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return packed + bigEndian(b << 16 | a);
}

// A little noise, as every camera makes it.
inline std::string photoPng(int width, int height, int alpha = 255, const std::string& extra = {}) {
  std::string rows;
  rows.reserve(static_cast<std::size_t>(height) * (static_cast<std::size_t>(width) * 4 + 1));
  std::uint32_t noise = 12345;
  const auto level = [&](int around) {
    noise = noise * 1664525 + 1013904223;
    return static_cast<char>(around + static_cast<int>(noise >> 28) - 8);
  };
  for (int y = 0; y < height; ++y) {
    rows += '\0';
    for (int x = 0; x < width; ++x) {
      const bool red = x < width / 2 && y < height / 2;
      const std::array<int, 3> colour = red ? std::array{220, 30, 30} : std::array{40, 90, 200};
      for (const int channel : colour) rows += level(channel);
      rows += static_cast<char>(alpha);
    }
  }
  return pngHeader(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)) + extra +
         pngChunk("IDAT", zlibStored(rows)) + pngChunk("IEND", "");
}

inline std::string photoPngWithText(int width, int height, const std::string& text) {
  return photoPng(width, height, 255, pngChunk("tEXt", "Author" + std::string(1, '\0') + text));
}

// A header that promises much, and nothing behind it.
inline std::string pngClaiming(std::uint32_t width, std::uint32_t height) {
  return pngHeader(width, height) + pngChunk("IDAT", zlibStored("no")) + pngChunk("IEND", "");
}

inline std::string photoJpeg(int width, int height) {
  return raster::makePhotoReader()
      ->pack(photoPng(width, height), std::max(width, height), core::Packing::smallest)
      .bytes;
}

inline std::string jpegClaiming(std::uint32_t width, std::uint32_t height) {
  std::string bytes = photoJpeg(64, 64);
  const std::size_t frame = bytes.find("\xFF\xC0");
  bytes.replace(frame + 5, 4, bigEndian(height, 2) + bigEndian(width, 2));
  return bytes;
}

// Held upright: its first row is the right edge of what was seen. It says where it was taken.
inline std::string photoJpegFromACamera(int width, int height) {
  const std::string place = "48.2082 N\0"s;
  std::string exif = "Exif\0\0II*\0\x08\0\0\0"s + littleEndian(2, 2);
  exif += littleEndian(0x010E, 2) + littleEndian(2, 2) + littleEndian(10, 4) + littleEndian(38, 4);
  exif += littleEndian(0x0112, 2) + littleEndian(3, 2) + littleEndian(1, 4) + littleEndian(6, 4);
  exif += littleEndian(0, 4) + place;
  std::string bytes = photoJpeg(width, height);
  bytes.insert(2, "\xFF\xE1" + bigEndian(static_cast<std::uint32_t>(exif.size() + 2), 2) + exif);
  return bytes;
}

inline std::string tinyBmp() {
  const std::string row = std::string("\x1E\x1E\xDC\xC8\x5A\x28", 6) + std::string(2, '\0');
  const std::string pixels = row + row;
  return "BM" + littleEndian(static_cast<std::uint32_t>(54 + pixels.size()), 4) + std::string(4, '\0') +
         littleEndian(54, 4) + littleEndian(40, 4) + littleEndian(2, 4) + littleEndian(2, 4) +
         littleEndian(1, 2) + littleEndian(24, 2) + std::string(24, '\0') + pixels;
}

// Two by two dots, two colours.
inline std::string tinyGif() {
  return "GIF89a" + littleEndian(2, 2) + littleEndian(2, 2) +
         std::string("\x80\0\0\xDC\x1E\x1E\x28\x5A\xC8", 9) + "," + std::string(4, '\0') +
         littleEndian(2, 2) + littleEndian(2, 2) + std::string(1, '\0') +
         std::string("\x02\x03\x44\x02\x05\0", 6) + ";";
}

}  // namespace unknot::test
