// Who may do what in a practice. Held to here, in the use cases, not in the window.
#pragma once

#include "domain/practice.h"
#include "domain/practice_store.h"

namespace unknot::app {

enum class Right {
  seeClients,    // the list and how to reach people
  readChart,     // what was charted, planned and handed out
  writeClient,   // people and their intake
  writeChart,    // sessions, plans, measures, signatures
  handOut,       // print and export what a chart holds
  takeInRecord,  // import a whole client
};

// Owner and practitioner: everything. Assistant: people and intake. Auditor: reading.
bool may(domain::Role role, Right right);

// Throws RefusedError ("error.use.permission") when the user who opened the practice may not.
void requireRight(domain::PracticeStore& store, Right right);

}  // namespace unknot::app
