#include "storage/stored_chart_merges.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "storage/columns.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, kept, other, author, author_name, merged_at, separated_at, separated_by FROM chart_merge ";

domain::ChartMerge readMerge(const Statement& row) {
  domain::ChartMerge merge;
  merge.id = readId<domain::ChartMergeId>(row, 0);
  merge.kept = readId<domain::ClientId>(row, 1);
  merge.other = readId<domain::ClientId>(row, 2);
  merge.author = readId<domain::UserId>(row, 3);
  merge.authorName = row.text(4);
  merge.mergedAt = readInstant(row, 5);
  if (!row.isNull(6)) {
    merge.separatedAt = readInstant(row, 6);
    merge.separatedBy = readId<domain::UserId>(row, 7);
  }
  return merge;
}

void bindMerge(Statement& statement, const domain::ChartMerge& merge) {
  bindId(statement, "id", merge.id);
  bindId(statement, "kept", merge.kept);
  bindId(statement, "other", merge.other);
  bindId(statement, "author", merge.author);
  statement.bindText("author_name", merge.authorName);
  bindInstant(statement, "merged_at", merge.mergedAt);
  if (!merge.separatedAt) return;
  bindInstant(statement, "separated_at", *merge.separatedAt);
  bindId(statement, "separated_by", merge.separatedBy);
}

}  // namespace

void StoredChartMerges::add(const domain::ChartMerge& merge) {
  m_context.atomically([&] {
    if (const auto there = find(merge.id)) {
      if (*there == merge) return;
      throw refusal("sameId");
    }
    m_context.requireClient(merge.kept);
    m_context.requireClient(merge.other);
    // What is part of a chart stays with it; and nothing becomes part of itself.
    if (holderOf(merge.other) != merge.other || holderOf(merge.kept) == merge.other)
      throw refusal("chartMerged");
    const auto row = m_context.connection.prepare(
        "INSERT INTO chart_merge (id, kept, other, author, author_name, merged_at, separated_at, "
        "separated_by) VALUES (:id, :kept, :other, :author, :author_name, :merged_at, :separated_at, "
        ":separated_by)");
    bindMerge(*row, merge);
    row->run();
    m_context.parts.forget();
    m_context.index.forget();
    m_context.audit.append(domain::AuditAction::created, "chart-merge " + merge.id.toString());
  });
}

void StoredChartMerges::separate(domain::ChartMergeId id, domain::UserId by, core::Instant at) {
  m_context.atomically([&] {
    const auto merge = find(id);
    if (!merge) throw refusal("noChartMerge");
    if (merge->separatedAt) return;
    const auto row = m_context.connection.prepare(
        "UPDATE chart_merge SET separated_at = :at, separated_by = :by WHERE id = :id");
    bindInstant(*row, "at", at);
    bindId(*row, "by", by);
    bindId(*row, "id", id);
    row->run();
    m_context.parts.forget();
    m_context.index.forget();
    m_context.audit.append(domain::AuditAction::undone, "chart-merge " + id.toString());
  });
}

std::vector<domain::ChartMerge> StoredChartMerges::standing(domain::ClientId client) {
  std::vector<domain::ChartMerge> merges;
  for (const auto part : m_context.parts.of(client)) {
    const auto row =
        m_context.connection.prepare(joinSql({kColumns, "WHERE other = :other AND separated_at IS NULL"}));
    bindId(*row, "other", part);
    if (row->step()) merges.push_back(readMerge(*row));
  }
  std::sort(merges.begin(), merges.end(), [](const auto& a, const auto& b) {
    return std::tie(a.mergedAt, a.id) < std::tie(b.mergedAt, b.id);
  });
  return merges;
}

std::optional<domain::ChartMerge> StoredChartMerges::find(domain::ChartMergeId id) {
  const auto row = m_context.connection.prepare(joinSql({kColumns, "WHERE id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  return readMerge(*row);
}

}  // namespace unknot::storage
