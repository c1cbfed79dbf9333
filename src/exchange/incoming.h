// People who come from a file of another program, one after the other.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "domain/client.h"
#include "exchange/column_meaning.h"
#include "exchange/written_date.h"
#include "unicode/encoding.h"

namespace unknot::exchange {

inline constexpr std::size_t kImportLimit = 100'000'000;  // bytes of a file that people are read from

enum class FileForm { csv, vcard };
std::string_view toString(FileForm form);

// By what stands at the beginning. Throws InputError for what holds no text: "error.import.empty",
// "error.import.spreadsheet", "error.import.notText", "error.import.large" (limit).
FileForm formOf(std::string_view bytes);

// Somebody as the file tells of them. Id and time are not given yet.
struct Incoming {
  std::size_t line = 0;  // where it begins in the file, from 1
  domain::Client client;
  std::vector<core::Message>
      remarks;  // what was put among the notes because it fits nowhere: "importRemark.*"
  std::optional<core::Message> refusal;  // why it can't come in: "importRefusal.*"
};

class IncomingClients {
 public:
  virtual ~IncomingClients() = default;
  // False at the end. Throws InputError ("error.import.*") where the file itself is broken.
  virtual bool next(Incoming& person) = 0;
};

// How a table is to be read.
struct TableReading {
  std::string encoding = "UTF-8";  // one of unicode::encodings()
  char separator = ',';
  bool headings = true;                 // the first row holds them
  std::vector<std::string> names;       // of the columns; where there are no headings, their numbers
  std::vector<ColumnMeaning> meanings;  // one each
  std::optional<DateOrder> order;       // of birth dates; without it only those that can be read in one way
  friend bool operator==(const TableReading&, const TableReading&) = default;
};

// What a table looks like, with a guess of everything that isn't given.
struct TableSurvey {
  TableReading reading;
  std::vector<std::vector<std::string>> examples;  // the first rows as they are
};
struct TableWishes {
  std::optional<std::string> encoding;
  std::optional<char> separator;
  std::optional<bool> headings;
};
TableSurvey surveyTable(std::string_view bytes, const TableWishes& wishes = {});
// Reads every row. What its birth dates tell of their order.
DateEvidence datesOf(std::string_view bytes, const TableReading& reading);

// What every reader needs: `today` for the sense of a date.
struct IncomingContext {
  core::Date today;
  std::string language;  // of what is printed for them
  // A heading for a property of a card ("ORG"); what nobody knows comes back as it is.
  std::function<std::string(std::string_view)> cardHeading;
};

// Both keep the bytes for as long as they live, and hold one person at a time.
std::unique_ptr<IncomingClients> readTable(std::string_view bytes, TableReading reading,
                                           IncomingContext context);
// Cards of version 2.1, 3.0 and 4.0. Pictures, sounds and keys are left out.
std::unique_ptr<IncomingClients> readCards(std::string_view bytes, const std::string& encoding,
                                           IncomingContext context);

}  // namespace unknot::exchange
