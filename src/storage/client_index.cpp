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

ClientIndex::Entry ClientIndex::entryOf(const Statement& row) {
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
  for (const std::string& text : {summary.name, calledAs, sortName, summary.email})
    addWords(entry.words, text);
  entry.phoneDigits = unicode::digitsOf(summary.phone);
  return entry;
}

void ClientIndex::addPart(Entry& whole, const Entry& part) {
  whole.words.insert(whole.words.end(), part.words.begin(), part.words.end());
  // What no number holds stands between two.
  whole.phoneDigits += '/' + part.phoneDigits;
}

void ClientIndex::put(Entry entry, const Sums& sums) {
  auto& summary = entry.summary;
  summary.lastSeen = sums.lastSeen;
  summary.sessionCount = sums.sessions;
  summary.unsignedCount = sums.unsignedOnes;
  summary.reviewOn = sums.reviewOn;
  const std::string key = m_order.key(summary.sortName);
  const auto id = summary.id;
  m_keys.insert_or_assign(id, key);
  m_entries.insert_or_assign(Place(key, id), std::move(entry));
}

void ClientIndex::takeOut(domain::ClientId client) {
  const auto key = m_keys.find(client);
  if (key == m_keys.end()) return;
  m_entries.erase(Place(key->second, client));
  m_keys.erase(key);
}

// Each table is read once in the order it lies in: looking up every session's signatures from SQL took 25
// times as long.
void ClientIndex::addSums(AllSums& sums, const std::optional<domain::ClientId>& only) {
  const auto marks = readMarks(m_connection, only);
  const auto sessions = m_connection.prepare(
      joinSql({"SELECT client, id, kind, service_date FROM session", only ? " WHERE client = :client" : ""}));
  if (only) bindId(*sessions, "client", *only);
  while (sessions->step()) {
    auto& sum = sums[m_parts.holderOf(readId<domain::ClientId>(*sessions, 0))];
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
      m_connection.prepare(joinSql({"SELECT client, review_on, saved_at FROM plan",
                                    only ? " WHERE client = :client" : "", " ORDER BY client, version"}));
  if (only) bindId(*plans, "client", *only);
  while (plans->step()) {
    const auto client = readId<domain::ClientId>(*plans, 0);
    const auto at = readInstant(*plans, 2);
    auto& sum = sums[m_parts.holderOf(client)];
    // The newest of a client comes last; of several, the one that was saved last counts.
    if (sum.planOf != client && at < sum.planAt) continue;
    sum.planOf = client;
    sum.planAt = at;
    sum.reviewOn = readOptionalDay(*plans, 1);
  }
}

void ClientIndex::readAll() {
  m_entries.clear();
  m_keys.clear();
  AllSums sums;
  addSums(sums, {});
  std::map<domain::ClientId, std::vector<Entry>> parts;
  const auto rows = m_connection.prepare(kClients);
  while (rows->step()) {
    auto entry = entryOf(*rows);
    const auto id = entry.summary.id;
    const auto holder = m_parts.holderOf(id);
    if (holder != id)
      parts[holder].push_back(std::move(entry));
    else if (const auto found = sums.find(id); found != sums.end())
      put(std::move(entry), found->second);
    else
      put(std::move(entry), {});
  }
  for (const auto& [holder, entries] : parts)
    if (const auto key = m_keys.find(holder); key != m_keys.end())
      for (const auto& part : entries) addPart(m_entries.at(Place(key->second, holder)), part);
}

void ClientIndex::reread(domain::ClientId client) {
  std::optional<Entry> whole;
  AllSums sums;
  const auto parts = m_parts.of(client);
  for (const auto part : parts) {
    takeOut(part);
    const auto row = m_connection.prepare(joinSql({kClients, " WHERE id = :id"}));
    bindId(*row, "id", part);
    if (!row->step()) continue;
    auto entry = entryOf(*row);
    if (part == parts.front())
      whole = std::move(entry);
    else if (whole)
      addPart(*whole, entry);
    addSums(sums, part);
  }
  if (whole) put(std::move(*whole), sums[parts.front()]);
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
