#include "storage/stored_documents.h"

#include <string>
#include <tuple>
#include <utility>

#include "platform/files.h"
#include "storage/columns.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

constexpr std::uint64_t kFileLimit = 256 * 1024 * 1024;
constexpr std::string_view kColumns =
    "SELECT id, client, kind, title, language, paper, large_print, pages, bytes, sha256, author, created_at, "
    "file, format, sender, dated FROM document ";

domain::DocumentRecord readDocument(const Statement& row) {
  domain::DocumentRecord record;
  record.id = readId<domain::DocumentId>(row, 0);
  record.client = readId<domain::ClientId>(row, 1);
  record.kind = domain::documentKindFrom(row.text(2));
  record.title = row.text(3);
  record.language = row.text(4);
  record.paper = domain::paperFrom(row.text(5));
  record.largePrint = readFlag(row, 6);
  record.pages = readInt(row, 7);
  record.bytes = row.integer(8);
  record.sha256 = row.text(9);
  record.author = readId<domain::UserId>(row, 10);
  record.createdAt = readInstant(row, 11);
  record.format = domain::documentFormatFrom(row.text(13));
  record.sender = row.text(14);
  record.dated = readOptionalDay(row, 15);
  return record;
}

void bindDocument(Statement& statement, const domain::DocumentRecord& record) {
  bindId(statement, "id", record.id);
  bindId(statement, "client", record.client);
  statement.bindText("kind", domain::toString(record.kind))
      .bindText("title", record.title)
      .bindText("language", record.language)
      .bindText("paper", domain::toString(record.paper));
  bindFlag(statement, "large_print", record.largePrint);
  statement.bindInteger("pages", record.pages)
      .bindInteger("bytes", record.bytes)
      .bindText("sha256", record.sha256)
      .bindText("format", domain::toString(record.format))
      .bindText("sender", record.sender);
  bindDay(statement, "dated", record.dated);
  bindId(statement, "author", record.author);
  bindInstant(statement, "created_at", record.createdAt);
}

core::DamageError damage(const char* id) {
  return core::DamageError({std::string("error.practice.") + id, {}, {}});
}

}  // namespace

StoredDocuments::StoredDocuments(const PracticeContext& context, std::filesystem::path folder,
                                 const Secret& databaseKey)
    : m_context(context),
      m_folder(std::move(folder)),
      m_contentKey(derivedKey(databaseKey, "unknot document content 1")),
      m_nameKey(derivedKey(databaseKey, "unknot document name 1")) {}

domain::DocumentRecord StoredDocuments::add(const domain::DocumentRecord& record, std::string_view content) {
  domain::DocumentRecord stored = record;
  stored.bytes = static_cast<std::int64_t>(content.size());
  stored.sha256 = sha256Hex(content);
  const std::string name = keyedHashHex(m_nameKey, content);
  // Before the row that names it: a row never points at nothing. A file without a row is only unused.
  keepFile(name, content);
  m_context.atomically([&] {
    if (const auto there = find(record.id)) {
      if (*there == stored) return;
      throw refusal("sameId");
    }
    m_context.requireClient(record.client);
    const auto row = m_context.connection.prepare(
        "INSERT INTO document (id, client, kind, title, language, paper, large_print, pages, bytes, sha256, "
        "file, author, created_at, format, sender, dated) VALUES (:id, :client, :kind, :title, :language, "
        ":paper, :large_print, :pages, :bytes, :sha256, :file, :author, :created_at, :format, :sender, "
        ":dated)");
    bindDocument(*row, stored);
    row->bindText("file", name).run();
    m_context.audit.append(domain::AuditAction::created, "document " + record.id.toString(), stored.sha256);
  });
  return stored;
}

std::optional<domain::DocumentRecord> StoredDocuments::find(domain::DocumentId id) {
  const auto row = m_context.connection.prepare(joinSql({kColumns, "WHERE id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  return readDocument(*row);
}

std::vector<domain::DocumentRecord> StoredDocuments::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::DocumentRecord& a, const domain::DocumentRecord& b) {
        return std::tie(b.createdAt, b.id) < std::tie(a.createdAt, a.id);
      });
}

std::vector<domain::DocumentRecord> StoredDocuments::ofOne(domain::ClientId client) {
  const auto rows = m_context.connection.prepare(
      joinSql({kColumns, "WHERE client = :client ORDER BY created_at DESC, id DESC"}));
  bindId(*rows, "client", client);
  std::vector<domain::DocumentRecord> records;
  while (rows->step()) records.push_back(readDocument(*rows));
  return records;
}

std::string StoredDocuments::content(domain::DocumentId id) {
  const auto row = m_context.connection.prepare(joinSql({kColumns, "WHERE id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) throw damage("documentMissing");
  const auto record = readDocument(*row);
  const std::string name = row->text(12);
  if (!std::filesystem::exists(m_folder / (name + ".bin"))) throw damage("documentMissing");
  auto content = openFile(name);
  if (!content || sha256Hex(*content) != record.sha256) throw damage("documentDamaged");
  return std::move(*content);
}

void StoredDocuments::keepFile(const std::string& name, std::string_view content) {
  if (openFile(name) == content) return;
  platform::makeFolder(m_folder);
  platform::writeFileCarefully(m_folder / (name + ".bin"),
                               seal(m_context.random, m_contentKey, content, name));
}

std::optional<std::string> StoredDocuments::openFile(const std::string& name) {
  const auto file = m_folder / (name + ".bin");
  if (!std::filesystem::exists(file)) return {};
  return unseal(m_contentKey, platform::readFile(file, kFileLimit), name);
}

}  // namespace unknot::storage
