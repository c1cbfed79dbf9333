// The list of clients in memory, sorted and folded for search, so that each key typed is answered at once. It
// is read from the database when first asked, and again for the clients that changed.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/practice_store.h"
#include "storage/chart_parts.h"
#include "storage/engine.h"
#include "unicode/collation.h"

namespace unknot::storage {

class ClientIndex {
 public:
  // Keeps both for as long as it lives.
  ClientIndex(Connection& connection, ChartParts& parts) : m_connection(connection), m_parts(parts) {}

  // Something of this client, or of its sessions or plans, was written.
  void touch(domain::ClientId client) { m_touched.insert(client); }
  // A transaction was undone, or charts were put together or taken apart: nothing remembered is sure.
  void forget();

  // As domain::ClientRepository::list and search.
  std::vector<domain::ClientSummary> search(std::string_view words);

 private:
  struct Entry {
    domain::ClientSummary summary;
    std::vector<std::string> words;
    std::string phoneDigits;
  };
  // What sessions and plans say of a client.
  struct Sums {
    std::optional<core::Date> lastSeen;
    int sessions = 0;
    int unsignedOnes = 0;
    std::optional<core::Date> reviewOn;
    // Of which plan that is.
    domain::ClientId planOf;
    core::Instant planAt;
  };
  using Place = std::pair<std::string, domain::ClientId>;

  void refresh();
  void readAll();
  void reread(domain::ClientId client);
  static Entry entryOf(const Statement& row);
  void put(Entry entry, const Sums& sums);
  void takeOut(domain::ClientId client);
  // By whose chart holds theirs.
  using AllSums = std::map<domain::ClientId, Sums>;
  void addSums(AllSums& sums, const std::optional<domain::ClientId>& only);
  // Whoever is part of another chart is found by their own name too.
  static void addPart(Entry& whole, const Entry& part);

  Connection& m_connection;
  ChartParts& m_parts;
  unicode::NameOrder m_order;
  bool m_read = false;
  std::set<domain::ClientId> m_touched;
  std::map<Place, Entry> m_entries;
  std::map<domain::ClientId, std::string> m_keys;
};

}  // namespace unknot::storage
