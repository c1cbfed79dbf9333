#include "storage/client_index.h"

#include <algorithm>

#include "storage/columns.h"
#include "unicode/folding.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kClients =
    "SELECT id, name, called_as, sort_name, birth_date, phone, email, status FROM client";

// Of the sessions that carry a signature: whether they are signed, and whether entered in error.
struct Marks {
  bool isSigned = false;
  bool inError = false;
};

std::map<domain::SessionId, Marks> readMarks(Connection& connection,
                                             const std::optional<domain::ClientId>& only) {
  const auto rows = connection.prepare(only ? "SELECT g.session, g.kind FROM session AS s JOIN signature AS "
                                              "g ON g.session = s.id WHERE s.client = :client"
                                            : "SELECT session, kind FROM signature");
  if (only) bindId(*rows, "client", *only);
  std::map<domain::SessionId, Marks> marks;
  while (rows->step()) {
    auto& mark = marks[readId<domain::SessionId>(*rows, 0)];
    const auto kind = domain::signatureKindFrom(rows->text(1));
    mark.isSigned = mark.isSigned || kind == domain::SignatureKind::signedAsIs;
    mark.inError = mark.inError || kind == domain::SignatureKind::enteredInError;
  }
  return marks;
}

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

void ClientIndex::put(const Statement& row, const Sums& sums) {
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
  summary.lastSeen = sums.lastSeen;
  summary.sessionCount = sums.sessions;
  summary.unsignedCount = sums.unsignedOnes;
  summary.reviewOn = sums.reviewOn;
  for (const std::string& text : {summary.name, calledAs, sortName, summary.email})
    addWords(entry.words, text);
  entry.phoneDigits = unicode::digitsOf(summary.phone);
  const std::string key = m_order.key(summary.sortName);
  const auto id = summary.id;
  m_keys.insert_or_assign(id, key);
  m_entries.insert_or_assign(Place(key, id), std::move(entry));
}

// Each table is read once in the order it lies in: looking up every session's signatures from SQL took 25
// times as long.
std::map<domain::ClientId, ClientIndex::Sums> ClientIndex::readSums(
    const std::optional<domain::ClientId>& only) {
  const auto marks = readMarks(m_connection, only);
  std::map<domain::ClientId, Sums> sums;
  const auto sessions = m_connection.prepare(
      joinSql({"SELECT client, id, kind, service_date FROM session", only ? " WHERE client = :client" : ""}));
  if (only) bindId(*sessions, "client", *only);
  while (sessions->step()) {
    auto& sum = sums[readId<domain::ClientId>(*sessions, 0)];
    const auto found = marks.find(readId<domain::SessionId>(*sessions, 1));
    const Marks mark = found == marks.end() ? Marks{} : found->second;
    if (!mark.isSigned) ++sum.unsignedOnes;
    // What was entered in error was not done.
    if (mark.inError) continue;
    ++sum.sessions;
    if (domain::sessionKindFrom(sessions->text(2)) != domain::SessionKind::handsOn) continue;
    const auto day = readDay(*sessions, 3);
    if (!sum.lastSeen || *sum.lastSeen < day) sum.lastSeen = day;
  }
  const auto plans =
      m_connection.prepare(joinSql({"SELECT client, review_on FROM plan",
                                    only ? " WHERE client = :client" : "", " ORDER BY client, version"}));
  if (only) bindId(*plans, "client", *only);
  // The newest comes last.
  while (plans->step()) sums[readId<domain::ClientId>(*plans, 0)].reviewOn = readOptionalDay(*plans, 1);
  return sums;
}

void ClientIndex::readAll() {
  m_entries.clear();
  m_keys.clear();
  const auto sums = readSums({});
  const auto rows = m_connection.prepare(kClients);
  while (rows->step()) {
    const auto found = sums.find(readId<domain::ClientId>(*rows, 0));
    put(*rows, found == sums.end() ? Sums{} : found->second);
  }
}

void ClientIndex::reread(domain::ClientId client) {
  if (const auto key = m_keys.find(client); key != m_keys.end()) {
    m_entries.erase(Place(key->second, client));
    m_keys.erase(key);
  }
  const auto row = m_connection.prepare(joinSql({kClients, " WHERE id = :id"}));
  bindId(*row, "id", client);
  if (row->step()) put(*row, readSums(client)[client]);
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
