#include "storage/stored_intakes.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "storage/columns.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, client, version, questionnaire, taken_on, author, entered_at FROM intake ";

domain::Intake readIntake(const Statement& row) {
  domain::Intake intake;
  intake.id = readId<domain::IntakeId>(row, 0);
  intake.client = readId<domain::ClientId>(row, 1);
  intake.version = readInt(row, 2);
  intake.questionnaire = row.text(3);
  intake.takenOn = readDay(row, 4);
  intake.author = readId<domain::UserId>(row, 5);
  intake.enteredAt = readInstant(row, 6);
  return intake;
}

void bindIntake(Statement& statement, const domain::Intake& intake) {
  bindId(statement, "id", intake.id);
  bindId(statement, "client", intake.client);
  statement.bindInteger("version", intake.version).bindText("questionnaire", intake.questionnaire);
  bindDay(statement, "taken_on", intake.takenOn);
  bindId(statement, "author", intake.author);
  bindInstant(statement, "entered_at", intake.enteredAt);
}

domain::IntakeAnswer readAnswer(const Statement& row) {
  const auto given = nlohmann::json::parse(row.text(2), nullptr, false);
  if (!given.is_array() ||
      std::any_of(given.begin(), given.end(), [](const auto& v) { return !v.is_string(); }))
    throw core::DamageError({"error.database.row", {}, {}});
  return {row.text(0), domain::answerStateFrom(row.text(1)), given.get<std::vector<std::string>>()};
}

}  // namespace

void StoredIntakes::add(const domain::Intake& intake) {
  m_context.atomically([&] {
    if (const auto there = find(intake.id)) {
      if (*there == intake) return;
      throw refusal("sameId");
    }
    m_context.requireClient(intake.client);
    for (const auto& other : ofClient(intake.client))
      if (other.version == intake.version) throw refusal("sameId");
    const auto row = m_context.connection.prepare(
        "INSERT INTO intake (id, client, version, questionnaire, taken_on, author, entered_at) "
        "VALUES (:id, :client, :version, :questionnaire, :taken_on, :author, :entered_at)");
    bindIntake(*row, intake);
    row->run();
    for (std::size_t i = 0; i < intake.answers.size(); ++i) {
      const auto& answer = intake.answers[i];
      const auto line = m_context.connection.prepare(
          "INSERT INTO intake_answer (intake, position, question, state, given) "
          "VALUES (:intake, :position, :question, :state, :given)");
      bindId(*line, "intake", intake.id);
      line->bindInteger("position", static_cast<std::int64_t>(i))
          .bindText("question", answer.question)
          .bindText("state", domain::toString(answer.state))
          .bindText("given", nlohmann::json(answer.values).dump())
          .run();
    }
    m_context.audit.append(domain::AuditAction::created, "intake " + intake.id.toString());
  });
}

std::vector<domain::Intake> StoredIntakes::ofClient(domain::ClientId client) {
  const auto rows =
      m_context.connection.prepare(joinSql({kColumns, "WHERE client = :client ORDER BY version"}));
  bindId(*rows, "client", client);
  std::vector<domain::Intake> intakes;
  while (rows->step()) intakes.push_back(readIntake(*rows));
  for (auto& intake : intakes) intake.answers = answersOf(intake.id);
  return intakes;
}

std::optional<domain::Intake> StoredIntakes::find(domain::IntakeId id) {
  const auto row = m_context.connection.prepare(joinSql({kColumns, "WHERE id = :id"}));
  bindId(*row, "id", id);
  if (!row->step()) return {};
  auto intake = readIntake(*row);
  intake.answers = answersOf(id);
  return intake;
}

std::vector<domain::IntakeAnswer> StoredIntakes::answersOf(domain::IntakeId id) {
  const auto rows = m_context.connection.prepare(
      "SELECT question, state, given FROM intake_answer WHERE intake = :intake ORDER BY position");
  bindId(*rows, "intake", id);
  std::vector<domain::IntakeAnswer> answers;
  while (rows->step()) answers.push_back(readAnswer(*rows));
  return answers;
}

}  // namespace unknot::storage
