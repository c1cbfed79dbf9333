#include "storage/client_index.h"

#include <algorithm>

#include "storage/columns.h"
#include "unicode/folding.h"

namespace unknot::storage {
namespace {

// What was entered in error was not done: it counts nowhere here.
constexpr std::string_view kSummaries = R"(
SELECT c.id, c.name, c.called_as, c.sort_name, c.birth_date, c.phone, c.email, c.status,
  (SELECT max(s.service_date) FROM session AS s WHERE s.client = c.id AND s.kind = 'hands-on' AND NOT EXISTS
    (SELECT 1 FROM signature AS g WHERE g.session = s.id AND g.kind = 'entered-in-error')),
  (SELECT count(*) FROM session AS s WHERE s.client = c.id AND NOT EXISTS
    (SELECT 1 FROM signature AS g WHERE g.session = s.id AND g.kind = 'entered-in-error')),
  (SELECT count(*) FROM session AS s WHERE s.client = c.id AND NOT EXISTS
    (SELECT 1 FROM signature AS g WHERE g.session = s.id AND g.kind = 'signed')),
  (SELECT p.review_on FROM plan AS p WHERE p.client = c.id ORDER BY p.version DESC LIMIT 1)
FROM client AS c)";

void addWords(std::vector<std::string>& words, const std::string& text) {
  for (auto& word : unicode::searchWords(text)) words.push_back(std::move(word));
  // "O'Brien" is looked for as o, brien and obrien.
  std::string joined;
  for (std::size_t i = 0; i < text.size(); ++i) {
    constexpr std::string_view kCurly = "\xE2\x80\x99";
    if (text[i] == '\'') continue;
    if (std::string_view(text).substr(i, kCurly.size()) == kCurly) {
      i += kCurly.size() - 1;
      continue;
    }
    joined += text[i];
  }
  if (joined != text)
    for (auto& word : unicode::searchWords(joined)) words.push_back(std::move(word));
}

bool isDigits(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void ClientIndex::forget() {
  m_read = false;
  m_touched.clear();
}

void ClientIndex::put(const Statement& row) {
  Entry entry;
  auto& summary = entry.summary;
  summary.id = readId<domain::ClientId>(row, 0);
  summary.name = row.text(1);
  const std::string calledAs = row.text(2);
  const std::string sortName = row.text(3);
  summary.sortName = sortName.empty() ? summary.name : sortName;
  summary.birthDate = readOptionalDay(row, 4);
  summary.phone = row.text(5);
  summary.email = row.text(6);
  summary.status = domain::clientStatusFrom(row.text(7));
  summary.lastSeen = readOptionalDay(row, 8);
  summary.sessionCount = readInt(row, 9);
  summary.unsignedCount = readInt(row, 10);
  summary.reviewOn = readOptionalDay(row, 11);
  for (const std::string& text : {summary.name, calledAs, sortName, summary.email})
    addWords(entry.words, text);
  entry.phoneDigits = unicode::digitsOf(summary.phone);
  const std::string key = m_order.key(summary.sortName);
  const auto id = summary.id;
  m_keys.insert_or_assign(id, key);
  m_entries.insert_or_assign(Place(key, id), std::move(entry));
}

void ClientIndex::readAll() {
  m_entries.clear();
  m_keys.clear();
  const auto rows = m_connection.prepare(kSummaries);
  while (rows->step()) put(*rows);
}

void ClientIndex::reread(domain::ClientId client) {
  if (const auto key = m_keys.find(client); key != m_keys.end()) {
    m_entries.erase(Place(key->second, client));
    m_keys.erase(key);
  }
  const auto row = m_connection.prepare(joinSql({kSummaries, " WHERE c.id = :id"}));
  bindId(*row, "id", client);
  if (row->step()) put(*row);
}

void ClientIndex::refresh() {
  if (!m_read)
    readAll();
  else
    for (const auto client : m_touched) reread(client);
  m_touched.clear();
  m_read = true;
}

std::vector<domain::ClientSummary> ClientIndex::search(std::string_view words) {
  refresh();
  const auto wanted = unicode::searchWords(words);
  std::vector<domain::ClientSummary> found;
  if (wanted.empty()) found.reserve(m_entries.size());
  for (const auto& [place, entry] : m_entries) {
    const bool all = std::all_of(wanted.begin(), wanted.end(), [&entry = entry](const std::string& word) {
      return std::any_of(entry.words.begin(), entry.words.end(),
                         [&](const std::string& own) { return own.starts_with(word); }) ||
             (isDigits(word) && entry.phoneDigits.find(word) != std::string::npos);
    });
    if (all) found.push_back(entry.summary);
  }
  return found;
}

}  // namespace unknot::storage
