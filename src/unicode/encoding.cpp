#include "unicode/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "unicode/icu.h"

namespace unknot::unicode {
namespace {

constexpr std::size_t kSample = 64 * 1024;
constexpr std::size_t kPiece = 32 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Several bytes a letter leave few traces by chance: from here on the guess is believed.
constexpr int32_t kSureOfManyBytes = 50;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array<Mark, 3> kMarks{
    {{kByteOrderMark, "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}};

// What ICU may name, and what it is read as: the Windows page where it only adds letters to the ISO one.
struct Known {
  std::string_view named;
  const char* readAs;
};
constexpr std::array<Known, 14> kSingleByte{{{"ISO-8859-1", "windows-1252"},
                                             {"windows-1252", "windows-1252"},
                                             {"ISO-8859-2", "ISO-8859-2"},
                                             {"windows-1250", "windows-1250"},
                                             {"ISO-8859-5", "ISO-8859-5"},
                                             {"windows-1251", "windows-1251"},
                                             {"KOI8-R", "KOI8-R"},
                                             {"ISO-8859-7", "windows-1253"},
                                             {"windows-1253", "windows-1253"},
                                             {"ISO-8859-9", "windows-1254"},
                                             {"windows-1254", "windows-1254"},
                                             {"ISO-8859-8", "windows-1255"},
                                             {"windows-1255", "windows-1255"},
                                             {"windows-1256", "windows-1256"}}};
constexpr std::array<Known, 5> kManyBytes{{{"Shift_JIS", "Shift_JIS"},
                                           {"EUC-JP", "EUC-JP"},
                                           {"GB18030", "GB18030"},
                                           {"Big5", "Big5"},
                                           {"EUC-KR", "EUC-KR"}}};

// UTF-16 without a mark: half of the bytes of common letters are zero, all on one side.
const char* zerosOfUtf16(std::string_view sample) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++zeros[i % 2];
  const std::size_t pairs = sample.size() / 2;
  if (pairs == 0) return nullptr;
  if (zeros[1] * 3 > pairs && zeros[0] * 20 < pairs) return "UTF-16LE";
  if (zeros[0] * 3 > pairs && zeros[1] * 20 < pairs) return "UTF-16BE";
  return nullptr;
}

template <std::size_t N>
const char* readAs(const std::array<Known, N>& known, std::string_view named) {
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.named == named; });
  return found == known.end() ? nullptr : found->readAs;
}

// By how often letters stand beside each other.
const char* byLetters(std::string_view sample) {
  IcuStatus status("charset detection");
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status.code()),
                                                                            &ucsdet_close);
  status.check();
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status.code());
  status.check();
  int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status.code());
  status.check();
  for (int32_t i = 0; i < count; ++i) {
    const std::string_view named = ucsdet_getName(matches[i], &status.code());
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status.code());
    status.check();
    if (const char* single = readAs(kSingleByte, named)) return single;
    const char* many = readAs(kManyBytes, named);
    if (many != nullptr && confidence >= kSureOfManyBytes) return many;
  }
  return "windows-1252";
}

}  // namespace

const std::vector<std::string>& encodings() {
  static const std::vector<std::string> kAll = {
      "UTF-8",        "windows-1252", "ISO-8859-15",  "macintosh",    "UTF-16LE",     "UTF-16BE",
      "windows-1250", "ISO-8859-2",   "windows-1251", "ISO-8859-5",   "KOI8-R",       "windows-1253",
      "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "Shift_JIS",
      "EUC-JP",       "GB18030",      "Big5",         "EUC-KR"};
  return kAll;
}

std::string guessEncoding(std::string_view bytes) {
  for (const auto& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  if (const char* utf16 = zerosOfUtf16(bytes.substr(0, kSample))) return utf16;
  if (core::isValidUtf8(bytes)) return "UTF-8";
  // The plain letters at the front of a long file say little about the others.
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  const auto before = static_cast<std::size_t>(first - bytes.begin());
  return byLetters(bytes.substr(before > kSample / 2 ? before - kSample / 2 : 0, kSample));
}

struct TextDecoder::Converter {
  UConverter* handle = nullptr;
  const char* at = nullptr;
  ~Converter() { ucnv_close(handle); }
};

TextDecoder::TextDecoder(std::string_view bytes, std::string_view encoding)
    : m_bytes(bytes), m_converter(std::make_unique<Converter>()) {
  const auto& known = encodings();
  if (std::find(known.begin(), known.end(), encoding) == known.end()) {
    std::string allowed;
    for (const auto& one : known) allowed.append(allowed.empty() ? "" : ", ").append(one);
    throw core::InputError(
        {"error.import.encoding", {{"value", std::string(encoding)}, {"allowed", allowed}}, {}});
  }
  for (const auto& mark : kMarks)
    if (encoding == mark.encoding && m_bytes.starts_with(mark.bytes))
      m_bytes.remove_prefix(mark.bytes.size());
  IcuStatus status("converter");
  m_converter->handle = ucnv_open(std::string(encoding).c_str(), &status.code());
  status.check();
  m_converter->at = m_bytes.data();
}

TextDecoder::~TextDecoder() = default;

bool TextDecoder::next(std::string& piece) {
  piece.clear();
  const char* const end = m_bytes.data() + m_bytes.size();
  // No encoding makes more of a byte than two units.
  std::array<UChar, 2 * kPiece> letters{};
  while (piece.empty() && !m_done) {
    const char* const limit =
        static_cast<std::size_t>(end - m_converter->at) > kPiece ? m_converter->at + kPiece : end;
    m_done = limit == end;
    UChar* out = letters.data();
    IcuStatus status("convert");
    ucnv_toUnicode(m_converter->handle, &out, letters.data() + letters.size(), &m_converter->at, limit,
                   nullptr, static_cast<UBool>(m_done), &status.code());
    status.check();
    piece = toUtf8(icu::UnicodeString(letters.data(), static_cast<int32_t>(out - letters.data())));
  }
  return !piece.empty();
}

std::string toUtf8(std::string_view bytes, std::string_view encoding) {
  const auto& known = encodings();
  const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& one) {
    return ucnv_compareNames(one.c_str(), std::string(encoding).c_str()) == 0;
  });
  TextDecoder decoder(bytes, found == known.end() ? "windows-1252" : *found);
  std::string all, piece;
  while (decoder.next(piece)) all += piece;
  return all;
}

}  // namespace unknot::unicode
