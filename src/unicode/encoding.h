// Texts that other programs wrote, in whatever encoding, as UTF-8.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::unicode {

// What a person can choose from when a guess was wrong: "UTF-8", "UTF-16LE", "windows-1252", "ISO-8859-2" ...
const std::vector<std::string>& encodings();

// The most likely of encodings(): a byte order mark settles it, then the zero bytes of UTF-16, then whether
// the bytes are UTF-8, then which letters are frequent in the languages of Europe and Asia; windows-1252
// where nothing speaks for another one.
std::string guessEncoding(std::string_view bytes);

// Piece by piece from the front, so that a long file is never held twice. Bytes that can't be read become
// U+FFFD; a byte order mark is passed over.
class TextDecoder {
 public:
  // Keeps the bytes for as long as it lives. Throws InputError ("error.import.encoding": value, allowed).
  TextDecoder(std::string_view bytes, std::string_view encoding);
  ~TextDecoder();
  TextDecoder(const TextDecoder&) = delete;
  TextDecoder& operator=(const TextDecoder&) = delete;

  // The next piece, some ten thousand letters; false at the end.
  bool next(std::string& piece);

 private:
  struct Converter;
  std::string_view m_bytes;
  bool m_done = false;
  std::unique_ptr<Converter> m_converter;
};

// A short text at once. An encoding nobody knows is read as windows-1252.
std::string toUtf8(std::string_view bytes, std::string_view encoding);

}  // namespace unknot::unicode
