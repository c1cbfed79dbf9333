#include "storage/stored_plans.h"

#include <string>
#include <tuple>

#include "storage/columns.h"
#include "storage/plan_items.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, client, version, from_day, review_on, note, author, saved_at, weeks, grouped FROM plan ";

// Behind kPlanItemColumns.
constexpr int kReason = 7;

domain::ExercisePlan readPlan(const Statement& row) {
  domain::ExercisePlan plan;
  plan.id = readId<domain::PlanId>(row, 0);
  plan.client = readId<domain::ClientId>(row, 1);
  plan.version = readInt(row, 2);
  plan.from = readDay(row, 3);
  plan.reviewOn = readOptionalDay(row, 4);
  plan.note = row.text(5);
  plan.author = readId<domain::UserId>(row, 6);
  plan.savedAt = readInstant(row, 7);
  plan.weeks = readInt(row, 8);
  plan.grouped = readFlag(row, 9);
  return plan;
}

void bindPlan(Statement& statement, const domain::ExercisePlan& plan) {
  bindId(statement, "id", plan.id);
  bindId(statement, "client", plan.client);
  statement.bindInteger("version", plan.version);
  bindDay(statement, "from_day", plan.from);
  bindDay(statement, "review_on", plan.reviewOn);
  statement.bindText("note", plan.note);
  bindId(statement, "author", plan.author);
  bindInstant(statement, "saved_at", plan.savedAt);
  statement.bindInteger("weeks", plan.weeks);
  bindFlag(statement, "grouped", plan.grouped);
}

}  // namespace

domain::ExercisePlan StoredPlans::append(const domain::ExercisePlan& plan) {
  domain::ExercisePlan stored = plan;
  m_context.atomically([&] {
    const auto earlier = ofOne(plan.client);
    for (const auto& other : earlier) {
      if (other.id != plan.id) continue;
      stored.version = other.version;
      if (stored == other) return;
      throw refusal("sameId");
    }
    m_context.requireClient(plan.client);
    stored.version = earlier.empty() ? 1 : earlier.back().version + 1;
    const auto row = m_context.connection.prepare(
        "INSERT INTO plan (id, client, version, from_day, review_on, note, author, saved_at, weeks, grouped) "
        "VALUES (:id, :client, :version, :from_day, :review_on, :note, :author, :saved_at, :weeks, "
        ":grouped)");
    bindPlan(*row, stored);
    row->run();
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
      const auto line = m_context.connection.prepare(joinSql(
          {"INSERT INTO plan_item (plan, position, reason, ", kPlanItemColumns,
           ") VALUES (:plan, :position, :reason, :exercise, :side, :repetitions, :rounds, :times_a_day, "
           ":minutes, :cue)"}));
      bindId(*line, "plan", plan.id);
      line->bindInteger("position", static_cast<std::int64_t>(i)).bindText("reason", plan.items[i].reason);
      bindPlanItem(*line, plan.items[i]);
      line->run();
    }
    m_context.index.touch(plan.client);
    m_context.audit.append(domain::AuditAction::created, "plan " + plan.id.toString());
  });
  return stored;
}

std::optional<domain::ExercisePlan> StoredPlans::current(domain::ClientId client) {
  std::optional<domain::ExercisePlan> newest;
  for (const auto part : m_context.parts.of(client)) {
    const auto row = m_context.connection.prepare(
        joinSql({kColumns, "WHERE client = :client ORDER BY version DESC LIMIT 1"}));
    bindId(*row, "client", part);
    if (!row->step()) continue;
    auto plan = readPlan(*row);
    if (!newest || newest->savedAt < plan.savedAt) newest = std::move(plan);
  }
  if (newest) newest->items = itemsOf(newest->id);
  return newest;
}

std::vector<domain::ExercisePlan> StoredPlans::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::ExercisePlan& a, const domain::ExercisePlan& b) {
        return std::tie(a.savedAt, a.id) < std::tie(b.savedAt, b.id);
      });
}

std::vector<domain::ExercisePlan> StoredPlans::ofOne(domain::ClientId client) {
  const auto rows =
      m_context.connection.prepare(joinSql({kColumns, "WHERE client = :client ORDER BY version"}));
  bindId(*rows, "client", client);
  std::vector<domain::ExercisePlan> plans;
  while (rows->step()) plans.push_back(readPlan(*rows));
  for (auto& plan : plans) plan.items = itemsOf(plan.id);
  return plans;
}

long StoredPlans::clientsNaming(const domain::ExerciseSlug& exercise) {
  const auto row = m_context.connection.prepare(
      "SELECT count(*) FROM (SELECT p.client FROM plan AS p JOIN plan_item AS i ON i.plan = p.id WHERE "
      "i.exercise = :exercise UNION SELECT l.client FROM practice_log AS l JOIN practice_log_row AS r ON "
      "r.log "
      "= l.id WHERE r.exercise = :exercise)");
  row->bindText("exercise", exercise);
  row->step();
  return static_cast<long>(row->integer(0));
}

std::vector<domain::PlanItem> StoredPlans::itemsOf(domain::PlanId id) {
  const auto rows = m_context.connection.prepare(
      joinSql({"SELECT ", kPlanItemColumns, ", reason FROM plan_item WHERE plan = :plan ORDER BY position"}));
  bindId(*rows, "plan", id);
  std::vector<domain::PlanItem> items;
  while (rows->step()) {
    items.push_back(readPlanItem(*rows));
    items.back().reason = rows->text(kReason);
  }
  return items;
}

}  // namespace unknot::storage
