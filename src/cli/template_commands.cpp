// Home plans that the practice keeps to give them again.
#include "app/clients.h"
#include "app/home_practice.h"
#include "app/plan_templates.h"
#include "cli/commands.h"
#include "core/error.h"
#include "exchange/json.h"

namespace unknot::cli {
namespace {

constexpr std::size_t kFileLimit =
    10'000'001;  // one more than exchange reads, so that it is exchange that refuses

std::string listOf(const std::vector<domain::PlanItem>& items) {
  std::string slugs;
  for (const auto& item : items) slugs += (slugs.empty() ? "" : ", ") + item.exercise;
  return slugs;
}

Json slugsOf(const std::vector<domain::PlanItem>& items) {
  Json slugs = Json::array();
  for (const auto& item : items) slugs.push_back(item.exercise);
  return slugs;
}

void printKept(Call& call, const domain::PlanTemplate& kept) {
  call.printSaved("plan-template", kept.id.toString());
}

}  // namespace

void listTemplates(Call& call) {
  auto practice = call.open();
  const auto all = app::planTemplates(practice.work);
  if (call.json()) {
    call.surroundings().out << exchange::writePlanTemplates(all);
    return;
  }
  for (const auto& one : all) call.say(one.id.toString() + "  " + one.name + "  (" + listOf(one.items) + ")");
}

void addTemplate(Call& call) {
  auto wanted = exchange::readPlanTemplate(call.inputFile(kFileLimit));
  auto practice = call.open();
  printKept(call, app::keepTemplate(practice.work, std::move(wanted)));
}

void keepPlan(Call& call) {
  auto practice = call.open();
  auto& work = practice.work;
  const auto client = app::resolveClient(work, call.arguments().operand("CLIENT")).id;
  const auto plan = work.store.plans().current(client);
  if (!plan) throw core::InputError({"error.plan.none", {}, {}});
  printKept(call,
            app::keepTemplate(work, domain::templateOf(*plan, call.arguments().option("--name").value())));
}

void applyTemplate(Call& call) {
  auto practice = call.open();
  auto& work = practice.work;
  const auto client = app::resolveClient(work, call.arguments().operand("CLIENT")).id;
  const auto wanted = app::resolveTemplate(work, call.arguments().operand("TEMPLATE"));
  const auto applied = app::applyTemplate(work, client, wanted);
  const auto tell = [&](const char* id, const std::vector<domain::PlanItem>& items) {
    if (!items.empty())
      call.surroundings().err << call.words().say(id, {{"exercises", listOf(items)}}) << '\n';
  };
  tell("cli.apply.leftOut", applied.given.leftOut);
  tell("cli.apply.unknown", applied.given.unknown);
  call.printSaved("plan", applied.plan.id.toString(),
                  {{"version", applied.plan.version},
                   {"leftOut", slugsOf(applied.given.leftOut)},
                   {"unknown", slugsOf(applied.given.unknown)}});
}

}  // namespace unknot::cli
