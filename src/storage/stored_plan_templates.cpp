#include "storage/stored_plan_templates.h"

#include <string>

#include "storage/columns.h"
#include "storage/plan_items.h"

namespace unknot::storage {
namespace {

domain::PlanTemplate readTemplate(const Statement& row) {
  domain::PlanTemplate kept;
  kept.id = readId<domain::PlanTemplateId>(row, 0);
  kept.name = row.text(1);
  kept.weeks = readInt(row, 2);
  kept.grouped = readFlag(row, 3);
  kept.author = readId<domain::UserId>(row, 4);
  kept.savedAt = readInstant(row, 5);
  return kept;
}

void bindTemplate(Statement& statement, const domain::PlanTemplate& wanted) {
  bindId(statement, "id", wanted.id);
  statement.bindText("name", wanted.name).bindInteger("weeks", wanted.weeks);
  bindFlag(statement, "grouped", wanted.grouped);
  bindId(statement, "author", wanted.author);
  bindInstant(statement, "saved_at", wanted.savedAt);
}

std::string subjectOf(domain::PlanTemplateId id) {
  return "plan-template " + id.toString();
}

}  // namespace

void StoredPlanTemplates::save(const domain::PlanTemplate& wanted) {
  m_context.atomically([&] {
    const bool before = isThere(wanted.id);
    if (before) deleteItems(wanted.id);
    const auto row = m_context.connection.prepare(
        before
            ? "UPDATE plan_template SET name = :name, weeks = :weeks, grouped = :grouped, author = :author, "
              "saved_at = :saved_at WHERE id = :id"
            : "INSERT INTO plan_template (id, name, weeks, grouped, author, saved_at) "
              "VALUES (:id, :name, :weeks, :grouped, :author, :saved_at)");
    bindTemplate(*row, wanted);
    row->run();
    insertItems(wanted);
    m_context.audit.append(before ? domain::AuditAction::changed : domain::AuditAction::created,
                           subjectOf(wanted.id));
  });
}

void StoredPlanTemplates::remove(domain::PlanTemplateId id) {
  m_context.atomically([&] {
    if (!isThere(id)) return;
    deleteItems(id);
    const auto row = m_context.connection.prepare("DELETE FROM plan_template WHERE id = :id");
    bindId(*row, "id", id);
    row->run();
    m_context.audit.append(domain::AuditAction::removed, subjectOf(id));
  });
}

std::vector<domain::PlanTemplate> StoredPlanTemplates::all() {
  const auto rows = m_context.connection.prepare(
      "SELECT id, name, weeks, grouped, author, saved_at FROM plan_template ORDER BY id");
  std::vector<domain::PlanTemplate> kept;
  while (rows->step()) kept.push_back(readTemplate(*rows));
  for (auto& one : kept) one.items = itemsOf(one.id);
  return kept;
}

bool StoredPlanTemplates::isThere(domain::PlanTemplateId id) {
  const auto row = m_context.connection.prepare("SELECT 1 FROM plan_template WHERE id = :id");
  bindId(*row, "id", id);
  return row->step();
}

void StoredPlanTemplates::insertItems(const domain::PlanTemplate& wanted) {
  for (std::size_t i = 0; i < wanted.items.size(); ++i) {
    const auto row = m_context.connection.prepare(joinSql(
        {"INSERT INTO plan_template_item (plan_template, position, ", kPlanItemColumns,
         ") VALUES (:plan_template, :position, :exercise, :side, :repetitions, :rounds, :times_a_day, "
         ":minutes, :cue)"}));
    bindId(*row, "plan_template", wanted.id);
    row->bindInteger("position", static_cast<std::int64_t>(i));
    bindPlanItem(*row, wanted.items[i]);
    row->run();
  }
}

void StoredPlanTemplates::deleteItems(domain::PlanTemplateId id) {
  const auto row = m_context.connection.prepare("DELETE FROM plan_template_item WHERE plan_template = :id");
  bindId(*row, "id", id);
  row->run();
}

std::vector<domain::PlanItem> StoredPlanTemplates::itemsOf(domain::PlanTemplateId id) {
  const auto rows = m_context.connection.prepare(joinSql(
      {"SELECT ", kPlanItemColumns, " FROM plan_template_item WHERE plan_template = :id ORDER BY position"}));
  bindId(*rows, "id", id);
  std::vector<domain::PlanItem> items;
  while (rows->step()) items.push_back(readPlanItem(*rows));
  return items;
}

}  // namespace unknot::storage
