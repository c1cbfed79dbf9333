#include "storage/stored_intakes.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>

#include "storage/columns.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, client, version, questionnaire, taken_on, author, entered_at, definition, language FROM "
    "intake ";

domain::Intake readIntake(const Statement& row) {
  domain::Intake intake;
  intake.id = readId<domain::IntakeId>(row, 0);
  intake.client = readId<domain::ClientId>(row, 1);
  intake.version = readInt(row, 2);
  intake.questionnaire = row.text(3);
  intake.takenOn = readDay(row, 4);
  intake.author = readId<domain::UserId>(row, 5);
  intake.enteredAt = readInstant(row, 6);
  intake.definition = row.text(7);
  intake.language = row.text(8);
  return intake;
}

void bindIntake(Statement& statement, const domain::Intake& intake) {
  bindId(statement, "id", intake.id);
  bindId(statement, "client", intake.client);
  statement.bindInteger("version", intake.version)
      .bindText("questionnaire", intake.questionnaire)
      .bindText("definition", intake.definition)
      .bindText("language", intake.language);
  bindDay(statement, "taken_on", intake.takenOn);
  bindId(statement, "author", intake.author);
  bindInstant(statement, "entered_at", intake.enteredAt);
}

// A JSON column; DamageError when it is not of the form that was written.
template <class Value>
Value readJson(const std::string& text) {
  try {
    return nlohmann::json::parse(text).get<Value>();
  } catch (const nlohmann::json::exception&) {
    throw core::DamageError({"error.database.row", {}, {}});
  }
}

domain::IntakeAnswer readAnswer(const Statement& row) {
  domain::IntakeAnswer answer{row.text(0), domain::answerStateFrom(row.text(1)),
                              readJson<std::vector<std::string>>(row.text(2))};
  answer.detail = row.text(3);
  for (auto& fields : readJson<std::vector<std::map<std::string, std::string>>>(row.text(4)))
    answer.rows.emplace_back(fields.begin(), fields.end());
  return answer;
}

nlohmann::json jsonOf(const std::vector<domain::AnswerRow>& rows) {
  auto out = nlohmann::json::array();
  for (const auto& row : rows) {
    auto fields = nlohmann::json::object();
    for (const auto& [field, text] : row) fields[field] = text;
    out.push_back(std::move(fields));
  }
  return out;
}

}  // namespace

void StoredIntakes::add(const domain::Intake& intake) {
  m_context.atomically([&] {
    if (const auto there = find(intake.id)) {
      if (*there == intake) return;
      throw refusal("sameId");
    }
    m_context.requireClient(intake.client);
    for (const auto& other : ofOne(intake.client))
      if (other.version == intake.version) throw refusal("sameId");
    const auto row = m_context.connection.prepare(
        "INSERT INTO intake (id, client, version, questionnaire, taken_on, author, entered_at, definition, "
        "language) VALUES (:id, :client, :version, :questionnaire, :taken_on, :author, :entered_at, "
        ":definition, :language)");
    bindIntake(*row, intake);
    row->run();
    for (std::size_t i = 0; i < intake.answers.size(); ++i) {
      const auto& answer = intake.answers[i];
      const auto line = m_context.connection.prepare(
          "INSERT INTO intake_answer (intake, position, question, state, given, detail, rows) "
          "VALUES (:intake, :position, :question, :state, :given, :detail, :rows)");
      bindId(*line, "intake", intake.id);
      line->bindInteger("position", static_cast<std::int64_t>(i))
          .bindText("question", answer.question)
          .bindText("state", domain::toString(answer.state))
          .bindText("given", nlohmann::json(answer.values).dump())
          .bindText("detail", answer.detail)
          .bindText("rows", jsonOf(answer.rows).dump())
          .run();
    }
    m_context.audit.append(domain::AuditAction::created, "intake " + intake.id.toString());
  });
}

std::vector<domain::Intake> StoredIntakes::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::Intake& a, const domain::Intake& b) {
        return std::tie(a.enteredAt, a.id) < std::tie(b.enteredAt, b.id);
      });
}

std::vector<domain::Intake> StoredIntakes::ofOne(domain::ClientId client) {
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
      "SELECT question, state, given, detail, rows FROM intake_answer WHERE intake = :intake ORDER BY "
      "position");
  bindId(*rows, "intake", id);
  std::vector<domain::IntakeAnswer> answers;
  while (rows->step()) answers.push_back(readAnswer(*rows));
  return answers;
}

std::string StoredIntakes::keepDefinition(std::string_view language, std::string_view text) {
  const std::string hash = sha256Hex(text);
  m_context.atomically([&] {
    const auto row = m_context.connection.prepare(
        "INSERT INTO definition (hash, kind, language, text, kept_at) VALUES (:hash, 'intake', :language, "
        ":text, :kept_at) ON CONFLICT (hash) DO NOTHING");
    row->bindText("hash", hash).bindText("language", language).bindText("text", text);
    bindInstant(*row, "kept_at", m_context.clock.now());
    row->run();
  });
  return hash;
}

std::optional<std::string> StoredIntakes::definition(std::string_view hash) {
  const auto row = m_context.connection.prepare("SELECT text FROM definition WHERE hash = :hash");
  row->bindText("hash", hash);
  if (!row->step()) return {};
  const std::string text = row->text(0);
  if (sha256Hex(text) != hash) throw core::DamageError({"error.database.row", {}, {}});
  return text;
}

std::optional<std::string> StoredIntakes::newestDefinition(std::string_view language) {
  const auto row = m_context.connection.prepare(
      "SELECT text FROM definition WHERE kind = 'intake' AND language = :language ORDER BY kept_at DESC, "
      "hash "
      "LIMIT 1");
  row->bindText("language", language);
  if (!row->step()) return {};
  return row->text(0);
}

}  // namespace unknot::storage
