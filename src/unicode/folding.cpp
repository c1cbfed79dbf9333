#include "unicode/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "unicode/icu.h"

namespace unknot::unicode {
namespace {

// Letters that Unicode does not take apart, after case folding (which makes ss of ß).
constexpr std::array<std::pair<UChar32, const char*>, 17> kSpecialLetters{{{0xE6, "ae"},
                                                                           {0xF0, "d"},
                                                                           {0xF8, "o"},
                                                                           {0xFE, "th"},
                                                                           {0x111, "d"},
                                                                           {0x127, "h"},
                                                                           {0x131, "i"},
                                                                           {0x138, "k"},
                                                                           {0x142, "l"},
                                                                           {0x14B, "n"},
                                                                           {0x153, "oe"},
                                                                           {0x167, "t"},
                                                                           {0x180, "b"},
                                                                           {0x19A, "l"},
                                                                           {0x1DD, "e"},
                                                                           {0x259, "e"},
                                                                           {0x25F, "j"}}};

// Classes 8 and 9 are the kana voicing marks and viramas: without them it would be another word. Vowel signs
// of Indic scripts have class 0 and stay too.
bool isAccent(UChar32 c) {
  const auto combiningClass = u_getCombiningClass(c);
  const auto category = u_charType(c);
  return (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) && combiningClass != 0 &&
         combiningClass != 8 && combiningClass != 9;
}

using NormalForm = const icu::Normalizer2* (*)(UErrorCode&);

icu::UnicodeString normalized(NormalForm form, const icu::UnicodeString& text) {
  IcuStatus status("normalize");
  const icu::Normalizer2* const normalizer = form(status.code());
  status.check();
  icu::UnicodeString result = normalizer->normalize(text, status.code());
  status.check();
  return result;
}

icu::UnicodeString folded(std::string_view text) {
  icu::UnicodeString source = fromUtf8(text);
  source.foldCase();
  const icu::UnicodeString decomposed = normalized(&icu::Normalizer2::getNFKDInstance, source);
  icu::UnicodeString plain;
  for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (isAccent(c)) continue;
    const auto special = std::find_if(kSpecialLetters.begin(), kSpecialLetters.end(),
                                      [c](const auto& letter) { return letter.first == c; });
    if (special == kSpecialLetters.end())
      plain.append(c);
    else
      plain.append(icu::UnicodeString(special->second, -1, US_INV));
  }
  // Compatibility forms may have come apart into capitals ("№" is "No").
  plain.foldCase();
  return normalized(&icu::Normalizer2::getNFCInstance, plain);
}

bool belongsToWord(UChar32 c) {
  return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

}  // namespace

std::string foldForSearch(std::string_view text) {
  return toUtf8(folded(text));
}

std::vector<std::string> searchWords(std::string_view text) {
  const icu::UnicodeString source = folded(text);
  std::vector<std::string> words;
  icu::UnicodeString word;
  for (int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const UChar32 c = source.char32At(at);
    if (belongsToWord(c)) {
      word.append(c);
    } else if (!word.isEmpty()) {
      words.push_back(toUtf8(word));
      word.remove();
    }
  }
  if (!word.isEmpty()) words.push_back(toUtf8(word));
  return words;
}

std::string digitsOf(std::string_view text) {
  const icu::UnicodeString source = fromUtf8(text);
  std::string digits;
  for (int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const int32_t value = u_charDigitValue(source.char32At(at));
    if (value >= 0) digits += static_cast<char>('0' + value);
  }
  return digits;
}

std::string nfkc(std::string_view text) {
  return toUtf8(normalized(&icu::Normalizer2::getNFKCInstance, fromUtf8(text)));
}

}  // namespace unknot::unicode
