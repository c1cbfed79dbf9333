// People out of a table, a row each.
#include <algorithm>
#include <utility>

#include "exchange/csv.h"
#include "exchange/incoming.h"
#include "exchange/person_builder.h"

namespace unknot::exchange {
namespace {

// The rows behind the headings.
class Rows {
 public:
  Rows(std::string_view bytes, const TableReading& reading)
      : m_text(bytes, reading.encoding), m_csv(m_text, reading.separator), m_skipHeadings(reading.headings) {}

  bool next(std::vector<std::string>& cells) {
    if (!m_csv.next(cells)) return false;
    if (std::exchange(m_first, false) && namesSeparator(cells) && !m_csv.next(cells)) return false;
    if (std::exchange(m_skipHeadings, false)) return m_csv.next(cells);
    return true;
  }
  std::size_t line() const { return m_csv.line(); }

 private:
  unicode::TextDecoder m_text;
  CsvReader m_csv;
  bool m_first = true;
  bool m_skipHeadings;
};

class TableClients final : public IncomingClients {
 public:
  TableClients(std::string_view bytes, TableReading reading, IncomingContext context)
      : m_reading(std::move(reading)),
        m_context(std::move(context)),
        m_rows(bytes, m_reading),
        m_builder(m_context, m_reading.order) {}

  bool next(Incoming& person) override {
    if (!m_rows.next(m_cells)) return false;
    for (std::size_t i = 0; i < m_cells.size(); ++i) addCell(i);
    person = m_builder.finish(m_rows.line());
    return true;
  }

 private:
  void addCell(std::size_t i) {
    if (i < m_reading.meanings.size())
      return m_builder.add(m_reading.meanings[i], m_reading.names[i], m_cells[i]);
    // A row that is longer than its headings: nothing says what this is.
    const std::string number = std::to_string(i + 1);
    if (cleaned(m_cells[i]).empty()) return;
    m_builder.add(ColumnMeaning::headedNote, number, m_cells[i]);
    m_builder.remark("extra", number);
  }

  TableReading m_reading;
  IncomingContext m_context;
  Rows m_rows;
  PersonBuilder m_builder;
  std::vector<std::string> m_cells;
};

std::string startOf(std::string_view bytes, const std::string& encoding) {
  unicode::TextDecoder decoder(bytes, encoding);
  std::string start;
  decoder.next(start);
  return start;
}

// A column has its heading, or where that is blank or not there its number.
std::vector<std::string> namesOf(const std::vector<std::string>& headings, std::size_t columns) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string heading = i < headings.size() ? cleaned(headings[i]) : std::string();
    names.push_back(heading.empty() ? std::to_string(i + 1) : heading);
  }
  return names;
}

}  // namespace

TableSurvey surveyTable(std::string_view bytes, const TableWishes& wishes) {
  constexpr std::size_t kExamples = 20;
  TableSurvey survey;
  auto& reading = survey.reading;
  reading.encoding = wishes.encoding.value_or(unicode::guessEncoding(bytes));
  const std::string start = startOf(bytes, reading.encoding);
  reading.separator = wishes.separator.value_or(guessSeparator(start));
  reading.headings = false;
  Rows rows(bytes, reading);
  std::vector<std::string> cells;
  std::size_t columns = 0;
  while (survey.examples.size() <= kExamples && rows.next(cells)) {
    columns = std::max(columns, cells.size());
    survey.examples.push_back(cells);
  }
  if (survey.examples.empty()) return survey;
  const auto first = survey.examples.front();
  reading.headings = wishes.headings.value_or(looksLikeHeadings(first));
  if (reading.headings) {
    // What a row has more than the headings stays without a name, and is kept among the notes.
    reading.names = namesOf(first, first.size());
    survey.examples.erase(survey.examples.begin());
  } else {
    reading.names = namesOf({}, columns);
  }
  reading.meanings = guessMeanings(reading.names);
  return survey;
}

DateEvidence datesOf(std::string_view bytes, const TableReading& reading) {
  Rows rows(bytes, reading);
  DateEvidence evidence;
  std::vector<std::string> cells;
  while (rows.next(cells))
    for (std::size_t i = 0; i < std::min(cells.size(), reading.meanings.size()); ++i)
      if (reading.meanings[i] == ColumnMeaning::birthDate) evidence.take(cells[i]);
  return evidence;
}

std::unique_ptr<IncomingClients> readTable(std::string_view bytes, TableReading reading,
                                           IncomingContext context) {
  return std::make_unique<TableClients>(bytes, std::move(reading), std::move(context));
}

}  // namespace unknot::exchange
