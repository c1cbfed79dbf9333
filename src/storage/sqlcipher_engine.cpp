#include "storage/sqlcipher_engine.h"

#include <sodium.h>
#include <sqlcipher/sqlite3.h>

#include <array>
#include <map>
#include <new>
#include <string>
#include <utility>

#include "core/error.h"
#include "platform/files.h"

namespace unknot::storage {
namespace {

namespace fs = std::filesystem;

// Extended result codes carry the plain one in their low byte.
constexpr int plainCode(int code) {
  return code & 0xFF;
}

core::StorageError failure(const char* id) {
  return core::StorageError({std::string("error.database.") + id, {}, {}});
}

[[noreturn]] void raise(sqlite3* db, int code) {
  switch (plainCode(code)) {
    case SQLITE_FULL:
      throw failure("full");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw failure("readOnly");
    case SQLITE_CANTOPEN:
      throw failure("cantOpen");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw failure("busy");
    case SQLITE_IOERR:
      // SQLite itself takes only the whole disk for full, not a quota.
      throw failure(platform::meansNoRoom(sqlite3_system_errno(db)) ? "full" : "io");
    case SQLITE_TOOBIG:
      throw failure("tooBig");
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_NOTADB:
      throw core::DamageError({"error.database.notOurs", {}, {}});
    case SQLITE_CORRUPT:
      throw core::DamageError({"error.database.damaged", {}, {}});
    default:
      // Names of tables and columns, never values.
      throw core::BugError(std::string("database ") + std::to_string(code) + ": " + sqlite3_errmsg(db));
  }
}

void check(sqlite3* db, int code) {
  if (code != SQLITE_OK) raise(db, sqlite3_extended_errcode(db));
}

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

// Prepared statements that are at rest, by their text: preparing costs more than running most of them.
using StatementCache = std::multimap<std::string, sqlite3_stmt*, std::less<>>;

class SqlCipherStatement final : public Statement {
 public:
  SqlCipherStatement(sqlite3* db, StatementCache& cache, const int& depth, std::string_view sql)
      : m_db(db), m_cache(cache), m_depth(depth), m_sql(sql) {
    if (const auto resting = cache.find(sql); resting != cache.end()) {
      m_statement = resting->second;
      cache.erase(resting);
      return;
    }
    check(db, sqlite3_prepare_v3(db, m_sql.c_str(), static_cast<int>(m_sql.size()), SQLITE_PREPARE_PERSISTENT,
                                 &m_statement, nullptr));
  }
  SqlCipherStatement(const SqlCipherStatement&) = delete;
  SqlCipherStatement& operator=(const SqlCipherStatement&) = delete;
  ~SqlCipherStatement() override {
    SqlCipherStatement::rewind();
    m_cache.emplace(std::move(m_sql), m_statement);
  }

  Statement& bindInteger(std::string_view name, std::int64_t value) override {
    check(m_db, sqlite3_bind_int64(m_statement, place(name), value));
    return *this;
  }
  Statement& bindReal(std::string_view name, double value) override {
    check(m_db, sqlite3_bind_double(m_statement, place(name), value));
    return *this;
  }
  Statement& bindText(std::string_view name, std::string_view value) override {
    // Nothing to copy in the many empty texts of a row; each copy is a piece of memory that is locked and
    // wiped.
    const auto kept = value.empty() ? SQLITE_STATIC : SQLITE_TRANSIENT;
    check(m_db, sqlite3_bind_text64(m_statement, place(name), value.empty() ? "" : value.data(), value.size(),
                                    kept, SQLITE_UTF8));
    return *this;
  }
  Statement& bindBlob(std::string_view name, std::string_view bytes) override {
    check(m_db,
          sqlite3_bind_blob64(m_statement, place(name), bytesOf(bytes), bytes.size(), SQLITE_TRANSIENT));
    return *this;
  }
  Statement& bindNull(std::string_view name) override {
    check(m_db, sqlite3_bind_null(m_statement, place(name)));
    return *this;
  }

  void rewind() override {
    // Its result is that of the last step, which was told then.
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
  }

  bool step() override {
    // After some failures SQLite ends a transaction by itself; what follows would then be committed piece by
    // piece.
    if (m_depth > 0 && sqlite3_get_autocommit(m_db)) throw failure("undone");
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) raise(m_db, sqlite3_extended_errcode(m_db));
    return false;
  }

  bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
  double real(int column) const override { return sqlite3_column_double(m_statement, column); }
  std::string text(int column) const override { return blob(column); }
  std::string blob(int column) const override {
    // A text's blob is its UTF-8 bytes.
    const void* const bytes = sqlite3_column_blob(m_statement, column);
    const int count = sqlite3_column_bytes(m_statement, column);
    return bytes ? std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))
                 : std::string();
  }

 private:
  // A null pointer would bind null, not the empty text.
  static const char* bytesOf(std::string_view value) { return value.data() ? value.data() : ""; }

  int place(std::string_view name) const {
    const std::string parameter = ":" + std::string(name);
    const int index = sqlite3_bind_parameter_index(m_statement, parameter.c_str());
    if (index == 0) throw core::BugError("no parameter " + parameter);
    return index;
  }

  sqlite3* m_db;
  StatementCache& m_cache;
  const int& m_depth;
  std::string m_sql;
  sqlite3_stmt* m_statement = nullptr;
};

class SqlCipherConnection final : public Connection {
 public:
  explicit SqlCipherConnection(Database db) : m_db(std::move(db)) {}
  SqlCipherConnection(const SqlCipherConnection&) = delete;
  SqlCipherConnection& operator=(const SqlCipherConnection&) = delete;
  ~SqlCipherConnection() override {
    for (const auto& [sql, statement] : m_cache) sqlite3_finalize(statement);
  }

  std::unique_ptr<Statement> prepare(std::string_view sql) override {
    return std::make_unique<SqlCipherStatement>(m_db.get(), m_cache, m_depth, sql);
  }

  void runScript(std::string_view sql) override {
    const int code = sqlite3_exec(m_db.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(m_db.get(), sqlite3_extended_errcode(m_db.get()));
  }

  void begin() override {
    runScript(m_depth == 0 ? std::string("BEGIN IMMEDIATE") : "SAVEPOINT " + savepoint(m_depth));
    ++m_depth;
  }

  void commit() override {
    if (m_depth == 0) throw core::BugError("commit without a transaction");
    if (sqlite3_get_autocommit(m_db.get())) {
      m_depth = 0;
      throw failure("undone");
    }
    const std::string sql = m_depth == 1 ? "COMMIT" : "RELEASE " + savepoint(m_depth - 1);
    const int code = sqlite3_exec(m_db.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) {
      --m_depth;
      return;
    }
    const bool full =
        plainCode(code) == SQLITE_FULL ||
        (plainCode(code) == SQLITE_IOERR && platform::meansNoRoom(sqlite3_system_errno(m_db.get())));
    const bool outermost = m_depth == 1;
    const int extended = sqlite3_extended_errcode(m_db.get());
    const std::string said = sqlite3_errmsg(m_db.get());
    rollBack();
    if (plainCode(code) == SQLITE_CONSTRAINT)
      throw core::BugError("database " + std::to_string(extended) + ": " + said);
    throw failure(full ? "full" : outermost ? "commit" : "undone");
  }

  void rollBack() noexcept override {
    if (m_depth == 0) return;
    --m_depth;
    // Already undone by SQLite itself.
    if (sqlite3_get_autocommit(m_db.get())) return;
    if (m_depth == 0) {
      sqlite3_exec(m_db.get(), "ROLLBACK", nullptr, nullptr, nullptr);
      return;
    }
    const std::array<char, 40> sql = undoOf(m_depth);
    sqlite3_exec(m_db.get(), sql.data(), nullptr, nullptr, nullptr);
  }

  int transactionDepth() const override { return m_depth; }

  int applicationId() override { return static_cast<int>(std::stoll(setting("application_id"))); }
  void setApplicationId(int id) override { runScript("PRAGMA application_id = " + std::to_string(id)); }
  int schemaVersion() override { return static_cast<int>(std::stoll(setting("user_version"))); }
  void setSchemaVersion(int version) override {
    runScript("PRAGMA user_version = " + std::to_string(version));
  }

  std::vector<std::string> schemaTexts() override {
    std::vector<std::string> texts;
    const auto rows =
        prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
    while (rows->step())
      texts.push_back(rows->text(0) + " " + rows->text(1) + " " + rows->text(2) + " " + rows->text(3));
    return texts;
  }

  std::vector<Reference> referencesTo(std::string_view table) override {
    const auto rows = prepare(
        "SELECT m.name, f.\"from\" FROM sqlite_schema AS m JOIN pragma_foreign_key_list(m.name) AS f "
        "WHERE m.type = 'table' AND f.\"table\" = :table ORDER BY m.name, f.\"from\"");
    rows->bindText("table", table);
    std::vector<Reference> found;
    while (rows->step()) found.push_back({rows->text(0), rows->text(1)});
    return found;
  }

  std::string findDamage() override {
    std::string found;
    for (const char* pragma :
         {"PRAGMA cipher_integrity_check", "PRAGMA integrity_check(10)", "PRAGMA foreign_key_check"}) {
      const auto rows = prepare(pragma);
      while (rows->step())
        if (const std::string line = rows->text(0); line != "ok") found += line + "\n";
      // On damaged pages the further checks fail instead of answering.
      if (!found.empty()) break;
    }
    return found;
  }

  sqlite3* handle() { return m_db.get(); }

  std::string setting(const std::string& name) {
    const auto row = prepare("PRAGMA " + name);
    return row->step() ? row->text(0) : std::string();
  }

  // Sets and reads back.
  void set(const std::string& name, const std::string& value, const std::string& expected) {
    prepare("PRAGMA " + name + " = " + value)->run();
    if (const std::string got = setting(name); got != expected)
      throw core::BugError("database setting " + name + " is " + got);
  }

 private:
  static std::string savepoint(int depth) { return "s" + std::to_string(depth); }

  // Without memory from the heap, which may be what ran out.
  static std::array<char, 40> undoOf(int depth) noexcept {
    std::array<char, 40> sql{};
    sqlite3_snprintf(static_cast<int>(sql.size()), sql.data(), "ROLLBACK TO s%d; RELEASE s%d", depth, depth);
    return sql;
  }

  Database m_db;
  StatementCache m_cache;
  int m_depth = 0;
};

void configure(sqlite3* db, int option, int value) {
  int now = -1;
  check(db, sqlite3_db_config(db, option, value, &now));
  if (now != value) throw core::BugError("database option " + std::to_string(option));
}

// A file is data, never program: nothing in it is run, and nothing in it may be out of proportion.
void distrust(sqlite3* db) {
  configure(db, SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
  configure(db, SQLITE_DBCONFIG_DQS_DML, 0);
  configure(db, SQLITE_DBCONFIG_DQS_DDL, 0);
  constexpr std::array<std::pair<int, int>, 11> kLimits{{{SQLITE_LIMIT_LENGTH, 32 * 1024 * 1024},
                                                         {SQLITE_LIMIT_SQL_LENGTH, 256 * 1024},
                                                         {SQLITE_LIMIT_COLUMN, 100},
                                                         {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                                         {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                                         {SQLITE_LIMIT_VDBE_OP, 100'000},
                                                         {SQLITE_LIMIT_FUNCTION_ARG, 16},
                                                         {SQLITE_LIMIT_ATTACHED, 0},
                                                         {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
                                                         {SQLITE_LIMIT_VARIABLE_NUMBER, kMostParameters},
                                                         {SQLITE_LIMIT_TRIGGER_DEPTH, 1}}};
  for (const auto& [limit, value] : kLimits) {
    sqlite3_limit(db, limit, value);
    if (sqlite3_limit(db, limit, -1) != value)
      throw core::BugError("database limit " + std::to_string(limit));
  }
}

Database openRaw(const fs::path& file, int flags) {
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Database db(raw);
  if (!raw) throw std::bad_alloc();
  if (code != SQLITE_OK) raise(raw, code);
  return db;
}

void giveKey(SqlCipherConnection& connection, const Secret& key) {
  // Before the key, so that memory for it is already locked.
  connection.set("cipher_memory_security", "ON", "1");
  constexpr std::size_t kHexDigits = 64;
  if (key.size() * 2 != kHexDigits) throw core::BugError("length of the database key");
  // "x'…'" is a raw key; bytes alone would be taken for a password.
  Secret hex(kHexDigits + 1);
  sodium_bin2hex(reinterpret_cast<char*>(hex.data()), hex.size(), key.data(), key.size());
  Secret literal(kHexDigits + 3);
  literal.data()[0] = 'x';
  literal.data()[1] = '\'';
  std::copy(hex.data(), hex.data() + kHexDigits, literal.data() + 2);
  literal.data()[kHexDigits + 2] = '\'';
  check(connection.handle(),
        sqlite3_key_v2(connection.handle(), "main", literal.data(), static_cast<int>(literal.size())));
  // After the key, which puts it back. The library would write to the terminal otherwise.
  connection.set("cipher_log_level", "NONE", "NONE");
}

void set(SqlCipherConnection& connection, bool inMemory) {
  constexpr int kBusyMs = 2000;
  check(connection.handle(), sqlite3_busy_timeout(connection.handle(), kBusyMs));
  connection.set("journal_mode", inMemory ? "MEMORY" : "TRUNCATE", inMemory ? "memory" : "truncate");
  connection.set("synchronous", "EXTRA", "3");
  connection.set("foreign_keys", "ON", "1");
  connection.set("temp_store", "MEMORY", "2");
  connection.set("trusted_schema", "OFF", "0");
  // Negative: KiB.
  connection.set("cache_size", "-16384", "-16384");
}

}  // namespace

bool isPlainSqlite(std::string_view firstBytes) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  return firstBytes.substr(0, kMagic.size()) == kMagic;
}

std::unique_ptr<Connection> openSqlCipher(const fs::path& file, const Secret& key, OpenMode mode) {
  if (mode == OpenMode::createNew && fs::exists(fs::symlink_status(file)))
    throw core::BugError("a new database where a file is");
  const int create = mode == OpenMode::createNew ? SQLITE_OPEN_CREATE : 0;
  auto connection = std::make_unique<SqlCipherConnection>(
      openRaw(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | create));
  giveKey(*connection, key);
  distrust(connection->handle());
  // A wrong key shows here, not when it is given.
  connection->prepare("SELECT count(*) FROM sqlite_schema")->run();
  set(*connection, false);
  return connection;
}

std::unique_ptr<Connection> openInMemory() {
  auto connection = std::make_unique<SqlCipherConnection>(
      openRaw(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY));
  distrust(connection->handle());
  set(*connection, true);
  return connection;
}

void copyDatabase(Connection& from, const fs::path& to, const Secret& key) {
  auto& source = dynamic_cast<SqlCipherConnection&>(from);
  // Outside of what cleans up: a file that was there before is not ours to remove.
  auto copy = openSqlCipher(to, key, OpenMode::createNew);
  try {
    auto& target = dynamic_cast<SqlCipherConnection&>(*copy);
    sqlite3_backup* const backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!backup) raise(target.handle(), sqlite3_extended_errcode(target.handle()));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
      raise(target.handle(), stepped == SQLITE_DONE ? finished : stepped);
    if (!target.findDamage().empty() || target.schemaTexts() != source.schemaTexts() ||
        target.schemaVersion() != source.schemaVersion())
      throw core::DamageError({"error.database.copy", {}, {}});
  } catch (...) {
    copy.reset();
    std::error_code problem;
    fs::remove(to, problem);
    throw;
  }
  copy.reset();
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write);
  platform::syncFolder(to.parent_path());
}

}  // namespace unknot::storage
