#include "storage/stored_plans.h"

#include <string>

#include "storage/columns.h"

namespace unknot::storage {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, client, version, from_day, review_on, note, author, saved_at, weeks, grouped FROM plan ";

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

domain::PlanItem readItem(const Statement& row) {
  return {row.text(0),     domain::planSideFrom(row.text(1)),
          readInt(row, 2), readInt(row, 3),
          readInt(row, 4), readInt(row, 5),
          row.text(6),     row.text(7)};
}

void bindItem(Statement& statement, const domain::PlanItem& item) {
  statement.bindText("exercise", item.exercise)
      .bindText("side", domain::toString(item.side))
      .bindInteger("repetitions", item.repetitions)
      .bindInteger("rounds", item.rounds)
      .bindInteger("times_a_day", item.timesADay)
      .bindInteger("minutes", item.minutes)
      .bindText("cue", item.cue)
      .bindText("reason", item.reason);
}

}  // namespace

domain::ExercisePlan StoredPlans::append(const domain::ExercisePlan& plan) {
  domain::ExercisePlan stored = plan;
  m_context.atomically([&] {
    const auto earlier = ofClient(plan.client);
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
      const auto line = m_context.connection.prepare(
          "INSERT INTO plan_item (plan, position, exercise, side, repetitions, rounds, times_a_day, minutes, "
          "cue, reason) VALUES (:plan, :position, :exercise, :side, :repetitions, :rounds, :times_a_day, "
          ":minutes, "
          ":cue, :reason)");
      bindId(*line, "plan", plan.id);
      line->bindInteger("position", static_cast<std::int64_t>(i));
      bindItem(*line, plan.items[i]);
      line->run();
    }
    m_context.index.touch(plan.client);
    m_context.audit.append(domain::AuditAction::created, "plan " + plan.id.toString());
  });
  return stored;
}

std::optional<domain::ExercisePlan> StoredPlans::current(domain::ClientId client) {
  const auto row = m_context.connection.prepare(
      joinSql({kColumns, "WHERE client = :client ORDER BY version DESC LIMIT 1"}));
  bindId(*row, "client", client);
  if (!row->step()) return {};
  auto plan = readPlan(*row);
  plan.items = itemsOf(plan.id);
  return plan;
}

std::vector<domain::ExercisePlan> StoredPlans::ofClient(domain::ClientId client) {
  const auto rows =
      m_context.connection.prepare(joinSql({kColumns, "WHERE client = :client ORDER BY version"}));
  bindId(*rows, "client", client);
  std::vector<domain::ExercisePlan> plans;
  while (rows->step()) plans.push_back(readPlan(*rows));
  for (auto& plan : plans) plan.items = itemsOf(plan.id);
  return plans;
}

std::vector<domain::PlanItem> StoredPlans::itemsOf(domain::PlanId id) {
  const auto rows = m_context.connection.prepare(
      "SELECT exercise, side, repetitions, rounds, times_a_day, minutes, cue, reason FROM plan_item WHERE "
      "plan = "
      ":plan "
      "ORDER BY position");
  bindId(*rows, "plan", id);
  std::vector<domain::PlanItem> items;
  while (rows->step()) items.push_back(readItem(*rows));
  return items;
}

}  // namespace unknot::storage
