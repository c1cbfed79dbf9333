#include "exchange/incoming.h"

#include <algorithm>
#include <array>

#include "core/error.h"
#include "domain/choice.h"

namespace unknot::exchange {
namespace {

constexpr domain::Choices<FileForm, 2> kForms{{{FileForm::csv, "csv"}, {FileForm::vcard, "vcard"}}};

core::InputError fault(const char* id) {
  return core::InputError({std::string("error.import.") + id, {}, {}});
}

bool beginsCard(std::string_view text) {
  constexpr std::string_view kBegin = "BEGIN:VCARD";
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == text.npos || text.size() - start < kBegin.size()) return false;
  return std::equal(kBegin.begin(), kBegin.end(), text.begin() + static_cast<std::ptrdiff_t>(start),
                    [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b); });
}

}  // namespace

std::string_view toString(FileForm form) {
  return domain::choiceText(kForms, form);
}

FileForm formOf(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  constexpr std::array<std::string_view, 2> kSpreadsheets{"PK\x03\x04", "\xD0\xCF\x11\xE0"};
  constexpr std::array<std::string_view, 4> kOthers{"%PDF", "\x89PNG", "\xFF\xD8\xFF", "{\\rtf"};
  if (bytes.size() > kImportLimit)
    throw core::InputError({"error.import.large", {{"limit", std::to_string(kImportLimit / 1'000'000)}}, {}});
  for (const auto start : kSpreadsheets)
    if (bytes.starts_with(start)) throw fault("spreadsheet");
  for (const auto start : kOthers)
    if (bytes.starts_with(start)) throw fault("notText");
  unicode::TextDecoder decoder(bytes, unicode::guessEncoding(bytes));
  std::string start;
  decoder.next(start);
  if (start.find_first_not_of(" \t\r\n") == std::string::npos) throw fault("empty");
  start.resize(std::min(start.size(), kSample));
  const auto zeros = std::count(start.begin(), start.end(), '\0');
  if (static_cast<std::size_t>(zeros) * 10 > start.size()) throw fault("notText");
  return beginsCard(start) ? FileForm::vcard : FileForm::csv;
}

}  // namespace unknot::exchange
