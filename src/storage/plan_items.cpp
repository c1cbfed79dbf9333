#include "storage/plan_items.h"

#include "storage/columns.h"

namespace unknot::storage {

domain::PlanItem readPlanItem(const Statement& row) {
  return {row.text(0),     domain::planSideFrom(row.text(1)),
          readInt(row, 2), readInt(row, 3),
          readInt(row, 4), readInt(row, 5),
          row.text(6),     {}};
}

void bindPlanItem(Statement& statement, const domain::PlanItem& item) {
  statement.bindText("exercise", item.exercise)
      .bindText("side", domain::toString(item.side))
      .bindInteger("repetitions", item.repetitions)
      .bindInteger("rounds", item.rounds)
      .bindInteger("times_a_day", item.timesADay)
      .bindInteger("minutes", item.minutes)
      .bindText("cue", item.cue);
}

}  // namespace unknot::storage
