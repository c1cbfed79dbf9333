// Files of other programs, in the encodings in which people have them.
#include <boost/test/unit_test.hpp>

#include <unicode/ucnv.h>

#include <string>

#include "support/throws.h"
#include "unicode/encoding.h"

using namespace unknot::unicode;

namespace {

// Written with ICU, which is also what reads: what is proved here is the guess, and the pieces.
std::string encoded(const std::string& text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes(text.size() * 4 + 8, '\0');
  const int32_t count = ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                     text.data(), static_cast<int32_t>(text.size()), &status);
  BOOST_REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(count));
  return bytes;
}

std::string decoded(const std::string& bytes, std::string_view encoding) {
  TextDecoder decoder(bytes, encoding);
  std::string all, piece;
  while (decoder.next(piece)) all += piece;
  return all;
}

const std::string kGerman = "Vorname;Nachname;Ort\nZoë;Müller;Köln\nJürgen;Groß;München\n";
const std::string kPolish = "Imię;Nazwisko;Miasto\nŁukasz;Wiśniewski;Łódź\nGrażyna;Wójcik;Kraków\n";
const std::string kRussian = "Имя;Фамилия;Город\nАнна;Иванова;Москва\nСергей;Петров;Омск\n";
const std::string kTurkish = "Ad;Soyad\nİbrahim;Yılmaz\nAyşe;Çağlar\nGül;Şahin\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(EncodingTest)

BOOST_AUTO_TEST_CASE(TheGuessReadsWhatWasWritten) {
  struct Case {
    const std::string& text;
    const char* written;
    const char* guessed;
  };
  for (const auto& [text, written, guessed] :
       {Case{kGerman, "UTF-8", "UTF-8"}, Case{kGerman, "windows-1252", "windows-1252"},
        Case{kGerman, "ISO-8859-1", "windows-1252"}, Case{kGerman, "UTF-16LE", "UTF-16LE"},
        Case{kGerman, "UTF-16BE", "UTF-16BE"}, Case{kPolish, "windows-1250", "windows-1250"},
        Case{kPolish, "ISO-8859-2", "ISO-8859-2"}, Case{kRussian, "windows-1251", "windows-1251"},
        Case{kTurkish, "ISO-8859-9", "windows-1254"}}) {
    const std::string bytes = encoded(text, written);
    BOOST_TEST(guessEncoding(bytes) == guessed, written);
    BOOST_TEST(decoded(bytes, guessEncoding(bytes)) == text, written);
  }
}

BOOST_AUTO_TEST_CASE(AByteOrderMarkSettlesItAndIsNoPartOfTheText) {
  const std::string eight = "\xEF\xBB\xBF" + kGerman;
  BOOST_TEST(guessEncoding(eight) == "UTF-8");
  BOOST_TEST(decoded(eight, "UTF-8") == kGerman);
  const std::string little = "\xFF\xFE" + encoded(kRussian, "UTF-16LE");
  BOOST_TEST(guessEncoding(little) == "UTF-16LE");
  BOOST_TEST(decoded(little, "UTF-16LE") == kRussian);
  const std::string big = "\xFE\xFF" + encoded(kRussian, "UTF-16BE");
  BOOST_TEST(guessEncoding(big) == "UTF-16BE");
  BOOST_TEST(decoded(big, "UTF-16BE") == kRussian);
}

BOOST_AUTO_TEST_CASE(ALetterAcrossTwoPiecesIsWhole) {
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += i % 3 == 0 ? "ö" : "€";
  for (const char* encoding : {"UTF-8", "UTF-16LE", "windows-1252", "GB18030"})
    BOOST_TEST(decoded(encoded(text, encoding), encoding).size() == text.size(), encoding);
}

BOOST_AUTO_TEST_CASE(WhatCantBeReadIsMarkedAndTheRestIsThere) {
  BOOST_TEST(decoded("a\xFFz", "UTF-8") == "a\xEF\xBF\xBDz");
  BOOST_TEST(decoded("a\xC3", "UTF-8") == "a\xEF\xBF\xBD");
  BOOST_TEST(decoded("", "UTF-8").empty());
  BOOST_TEST(decoded("\xEF\xBB\xBF", "UTF-8").empty());
}

BOOST_AUTO_TEST_CASE(AnEncodingNobodyKnowsIsRefusedForAFileAndReadForAWord) {
  BOOST_TEST(unknot::test::thrownBy([] {
               TextDecoder("a", "EBCDIC");
             }).starts_with("error.import.encoding value=EBCDIC"));
  BOOST_TEST(toUtf8("M\xFCller", "X-unheard-of") == "Müller");
  BOOST_TEST(toUtf8("Müller", "utf8") == "Müller");
}

BOOST_AUTO_TEST_CASE(AFewZeroBytesDoNotMakeItUtf16) {
  BOOST_TEST(guessEncoding(std::string("Name;Ort\nAnn\0a;Bonn\n", 20)) == "UTF-8");
}

BOOST_AUTO_TEST_SUITE_END()
