#include "storage/stored_practice.h"

#include <utility>

#include "core/error.h"
#include "storage/columns.h"
#include "storage/verify.h"

namespace unknot::storage {
namespace {

domain::Practice readPractice(const Statement& row) {
  domain::Practice practice;
  practice.id = readId<domain::PracticeId>(row, 0);
  practice.name = row.text(1);
  practice.practitionerName = row.text(2);
  practice.paper = domain::paperFrom(row.text(3));
  practice.timeZone = row.text(4);
  practice.language = row.text(5);
  practice.demo = readFlag(row, 6);
  practice.createdAt = readInstant(row, 7);
  practice.phone = row.text(8);
  practice.accent = row.text(9);
  practice.emergencyNumber = row.text(10);
  practice.adultAge = readInt(row, 11);
  return practice;
}

void bindPractice(Statement& statement, const domain::Practice& practice) {
  bindId(statement, "id", practice.id);
  statement.bindText("name", practice.name)
      .bindText("practitioner_name", practice.practitionerName)
      .bindText("paper", domain::toString(practice.paper))
      .bindText("time_zone", practice.timeZone)
      .bindText("language", practice.language)
      .bindText("phone", practice.phone)
      .bindText("accent", practice.accent)
      .bindText("emergency_number", practice.emergencyNumber)
      .bindInteger("adult_age", practice.adultAge);
  bindFlag(statement, "demo", practice.demo);
  bindInstant(statement, "created_at", practice.createdAt);
}

domain::User readUser(const Statement& row) {
  return {readId<domain::UserId>(row, 0), row.text(1), domain::roleFrom(row.text(2)), readInstant(row, 3)};
}

}  // namespace

void insertPractice(Connection& connection, const domain::Practice& practice) {
  const auto statement = connection.prepare(
      "INSERT INTO practice (one, id, name, practitioner_name, paper, time_zone, language, demo, created_at, "
      "phone, accent, emergency_number, adult_age) VALUES (1, :id, :name, :practitioner_name, :paper, "
      ":time_zone, :language, :demo, :created_at, :phone, :accent, :emergency_number, :adult_age)");
  bindPractice(*statement, practice);
  statement->run();
}

void insertUser(Connection& connection, const domain::User& user) {
  const auto statement = connection.prepare(
      "INSERT INTO user (id, name, role, created_at) VALUES (:id, :name, :role, :created_at)");
  bindId(*statement, "id", user.id);
  statement->bindText("name", user.name).bindText("role", domain::toString(user.role));
  bindInstant(*statement, "created_at", user.createdAt);
  statement->run();
}

StoredPractice::StoredPractice(core::Clock& clock, core::Random& random, Opened opened)
    : m_opened(std::move(opened)),
      m_audit(*m_opened.connection, clock, m_opened.user, m_opened.workstation),
      m_parts(*m_opened.connection),
      m_index(*m_opened.connection, m_parts),
      m_context{*m_opened.connection, random, clock, m_opened.user, m_audit, m_index, m_parts},
      m_clients(m_context),
      m_clientImports(m_context),
      m_chartMerges(m_context),
      m_intakes(m_context),
      m_flagClosings(m_context),
      m_consents(m_context),
      m_sessions(m_context),
      m_plans(m_context),
      m_planTemplates(m_context),
      m_practiceLogs(m_context),
      m_measures(m_context),
      m_documents(m_context, m_opened.folder.documents(), m_opened.key),
      m_drafts(random, m_opened.stateFolder, m_opened.keys.practice, m_opened.user, m_opened.key) {}

domain::Practice StoredPractice::practice() {
  const auto row = m_opened.connection->prepare(
      "SELECT id, name, practitioner_name, paper, time_zone, language, demo, created_at, phone, accent, "
      "emergency_number, adult_age FROM practice");
  if (!row->step()) throw core::DamageError({"error.database.row", {}, {}});
  return readPractice(*row);
}

void StoredPractice::savePractice(const domain::Practice& wanted) {
  atomically([&] {
    afterCommit([this] { writeLabel(); });
    const auto before = practice();
    if (before == wanted) return;
    // Who a practice is and whether its clients are fictional was settled when it was made.
    if (before.id != wanted.id || before.demo != wanted.demo)
      throw core::BugError("practice made into another");
    const auto statement = m_opened.connection->prepare(
        "UPDATE practice SET name = :name, practitioner_name = :practitioner_name, paper = :paper, "
        "time_zone = :time_zone, language = :language, demo = :demo, created_at = :created_at, phone = "
        ":phone, accent = :accent, emergency_number = :emergency_number, adult_age = :adult_age "
        "WHERE id = :id");
    bindPractice(*statement, wanted);
    statement->run();
    m_audit.append(domain::AuditAction::changed, "practice " + wanted.id.toString());
  });
}

domain::User StoredPractice::user() {
  for (const auto& one : users())
    if (one.id == m_opened.user) return one;
  throw core::DamageError({"error.database.row", {}, {}});
}

std::vector<domain::User> StoredPractice::users() {
  const auto rows =
      m_opened.connection->prepare("SELECT id, name, role, created_at FROM user ORDER BY created_at, id");
  std::vector<domain::User> all;
  while (rows->step()) all.push_back(readUser(*rows));
  return all;
}

void StoredPractice::writeLabel() {
  KeyFile keys = m_opened.keys;
  keys.name = practice().name;
  if (keys.name == m_opened.keys.name) return;
  saveKeyFile(m_opened.folder.root, keys);
  // Only now: where the file could not be written, the next change tries again.
  m_opened.keys = std::move(keys);
}

std::string StoredPractice::auditHead() {
  constexpr std::size_t kShown = 8;
  const std::string head = m_audit.head();
  return head.empty() ? std::string(kShown, '0') : head.substr(0, kShown);
}

domain::Verification StoredPractice::verify(const OnFault& fault) {
  return verifyPractice(*this, *m_opened.connection, m_audit, fault);
}

}  // namespace unknot::storage
