// The seam between the repositories and a database engine. tests/storage/engine_test.cpp is its contract:
// whoever puts another engine behind it makes that pass. Failures are core::StorageError
// ("error.database.*"), damage is core::DamageError, a broken rule of the schema is core::BugError: the
// domain's own checks come first.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::storage {

// Of one command.
inline constexpr int kMostParameters = 500;

// One prepared command. Columns are read by index, from 0, while step() is true.
class Statement {
 public:
  virtual ~Statement() = default;

  // `name` without its colon. What is not bound is null.
  virtual Statement& bindInteger(std::string_view name, std::int64_t value) = 0;
  virtual Statement& bindReal(std::string_view name, double value) = 0;
  virtual Statement& bindText(std::string_view name, std::string_view value) = 0;
  virtual Statement& bindBlob(std::string_view name, std::string_view bytes) = 0;
  virtual Statement& bindNull(std::string_view name) = 0;

  // Back to the beginning with nothing bound, to be run again.
  virtual void rewind() = 0;
  // Whether there is a row.
  virtual bool step() = 0;
  // To the end, for a command that gives no rows.
  void run();

  virtual bool isNull(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string text(int column) const = 0;
  virtual std::string blob(int column) const = 0;
};

// One connection, used on one thread. Statements end before their connection.
class Connection {
 public:
  virtual ~Connection() = default;

  virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
  // Several commands at once: migrations.
  virtual void runScript(std::string_view sql) = 0;

  // Used through Transaction. The outermost takes the right to write at once; inner ones can be undone alone.
  virtual void begin() = 0;
  // Throws core::StorageError ("error.database.commit") when it is not certain that it was saved: try again
  // with the same ids. Whatever was not saved is then undone.
  virtual void commit() = 0;
  virtual void rollBack() noexcept = 0;
  // How many are open.
  virtual int transactionDepth() const = 0;

  virtual int applicationId() = 0;
  virtual void setApplicationId(int id) = 0;
  virtual int schemaVersion() = 0;
  virtual void setSchemaVersion(int version) = 0;
  // The text of every table, index and anything else, in a fixed order.
  virtual std::vector<std::string> schemaTexts() = 0;
  // Every column of every table that refers to a row of `table`.
  struct Reference {
    std::string table;
    std::string column;
  };
  virtual std::vector<Reference> referencesTo(std::string_view table) = 0;
  // Nothing when all is well, else what the engine found, for people who help.
  virtual std::string findDamage() = 0;
};

// One command out of constant parts; never out of anything a person typed.
std::string joinSql(std::initializer_list<std::string_view> parts);

// All or nothing: rolled back at the end of the scope unless it was committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : m_connection(connection) { m_connection.begin(); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!m_done) m_connection.rollBack();
  }
  void commit() {
    m_done = true;
    m_connection.commit();
  }

 private:
  Connection& m_connection;
  bool m_done = false;
};

}  // namespace unknot::storage
