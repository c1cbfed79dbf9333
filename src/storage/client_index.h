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
#include "storage/engine.h"
#include "unicode/collation.h"

namespace unknot::storage {

class ClientIndex {
 public:
  // Keeps the connection for as long as it lives.
  explicit ClientIndex(Connection& connection) : m_connection(connection) {}

  // Something of this client, or of its sessions or plans, was written.
  void touch(domain::ClientId client) { m_touched.insert(client); }
  // A transaction was undone: nothing remembered is sure.
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
  };
  using Place = std::pair<std::string, domain::ClientId>;

  void refresh();
  void readAll();
  void reread(domain::ClientId client);
  void put(const Statement& row, const Sums& sums);
  std::map<domain::ClientId, Sums> readSums(const std::optional<domain::ClientId>& only);

  Connection& m_connection;
  unicode::NameOrder m_order;
  bool m_read = false;
  std::set<domain::ClientId> m_touched;
  std::map<Place, Entry> m_entries;
  std::map<domain::ClientId, std::string> m_keys;
};

}  // namespace unknot::storage
