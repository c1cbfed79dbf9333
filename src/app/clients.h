// Use cases: the people.
#pragma once

#include <set>

#include "app/chart_merges.h"
#include "app/workspace.h"

namespace unknot::app {

// Find as you type; empty words give everybody, sorted.
std::vector<domain::ClientSummary> findClients(Workspace& work, std::string_view words);
// Checks, gives an id where there is none, saves. Throws InputError naming the field.
domain::Client addClient(Workspace& work, domain::Client client);
domain::Client changeClient(Workspace& work, const domain::Client& client);
// An id, or words that match exactly one client. InputError: "error.client.none", "error.client.several"
// (count).
domain::Client resolveClient(Workspace& work, std::string_view idOrWords);

// Everything a chart shows; for a chart that is part of another one, that of the one which holds it. Reading
// it is in the audit chain.
struct Chart {
  domain::Client client;
  std::vector<domain::Session> sessions;  // by service date, oldest first
  std::optional<domain::ExercisePlan> plan;
  std::optional<core::Date> planned;  // day of the first plan
  std::vector<domain::PracticeLog> practiceLogs;
  std::vector<domain::Measure> measures;
  std::vector<domain::Intake> intakes;
  domain::Questionnaire questions;  // that the newest intake answered
  std::vector<domain::StandingFlag> flags;
  std::vector<domain::Consent> consents;  // the newest word on each
  std::vector<domain::DocumentRecord> documents;
  // When answers were typed that wait to be saved; for those who may take in an intake.
  std::optional<core::Instant> intakeDraftAt;
  std::vector<HeldChart> held;  // charts that are part of this one
};
Chart readChart(Workspace& work, domain::ClientId client);

// The first screen of the day.
struct Today {
  std::vector<domain::Session> unsignedSessions;
  // Those of them that stand in a draft only: the program ended before they were first saved.
  std::set<domain::SessionId> neverSaved;
  std::vector<domain::ClientSummary> recent;      // seen last, newest first, at most 8
  std::vector<domain::ClientSummary> reviewsDue;  // plan review date reached
};
Today readToday(Workspace& work);

}  // namespace unknot::app
