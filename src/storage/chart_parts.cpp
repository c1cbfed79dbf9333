#include "storage/chart_parts.h"

#include "storage/columns.h"

namespace unknot::storage {

void ChartParts::refresh() {
  if (m_read) return;
  m_kept.clear();
  m_parts.clear();
  const auto rows = m_connection.prepare(
      "SELECT other, kept FROM chart_merge WHERE separated_at IS NULL ORDER BY merged_at, id");
  while (rows->step()) {
    const auto other = readId<domain::ClientId>(*rows, 0);
    const auto kept = readId<domain::ClientId>(*rows, 1);
    m_kept.insert_or_assign(other, kept);
    m_parts[kept].push_back(other);
  }
  m_read = true;
}

domain::ClientId ChartParts::holderOf(domain::ClientId client) {
  refresh();
  // As many steps as there are parts: a damaged file may hold a ring.
  for (std::size_t i = 0; i < m_kept.size(); ++i) {
    const auto found = m_kept.find(client);
    if (found == m_kept.end()) break;
    client = found->second;
  }
  return client;
}

std::vector<domain::ClientId> ChartParts::of(domain::ClientId client) {
  std::vector<domain::ClientId> all{holderOf(client)};
  for (std::size_t i = 0; i < all.size() && all.size() <= m_kept.size(); ++i)
    if (const auto found = m_parts.find(all[i]); found != m_parts.end())
      all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

}  // namespace unknot::storage
