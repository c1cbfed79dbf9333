// Which charts are read as one, in memory: asked with every reading of a chart, and there are few. Read from
// the database when first asked, and again after a change.
#pragma once

#include <map>
#include <vector>

#include "domain/ids.h"
#include "storage/engine.h"

namespace unknot::storage {

class ChartParts {
 public:
  // Keeps the connection for as long as it lives.
  explicit ChartParts(Connection& connection) : m_connection(connection) {}

  // Something of it was written, or a transaction was undone.
  void forget() { m_read = false; }

  // Whose chart holds this client's; the client for most.
  domain::ClientId holderOf(domain::ClientId client);
  // The holder, then everybody whose chart is part of it, in the order in which they came to it.
  std::vector<domain::ClientId> of(domain::ClientId client);

 private:
  void refresh();

  Connection& m_connection;
  bool m_read = false;
  std::map<domain::ClientId, domain::ClientId> m_kept;                // of each part, whose part it is
  std::map<domain::ClientId, std::vector<domain::ClientId>> m_parts;  // the other way round
};

}  // namespace unknot::storage
