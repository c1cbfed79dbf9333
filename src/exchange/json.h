// JSON in and out ("schema": "unknot/<kind>/1"). Unknown fields are refused; a fault names the field, the value's place
// ("findings[3].before") and what is allowed, as InputError. Documented in src/cli/README.md and data/schema/.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/practice_store.h"

namespace unknot::exchange {

// Ids missing from a file stay nil; the use case gives them.
domain::Client readClient(std::string_view json);
std::string writeClient(const domain::Client& client);

struct SessionFile {
  domain::SessionId id;  // nil: new
  domain::SessionContent content;
  bool sign = false;     // the file may ask to be signed at once
};
SessionFile readSession(std::string_view json);
// For drafts and for `show`.
std::string writeSessionContent(const domain::SessionContent& content);
domain::SessionContent readSessionContent(std::string_view json);

domain::ExercisePlan readPlan(std::string_view json);
std::string writePlan(const domain::ExercisePlan& plan);
domain::Intake readIntake(std::string_view json);
std::string writeIntake(const domain::Intake& intake);

// One client with everything, lossless; documents by their record and, where given, content (base64).
struct ClientExport {
  domain::Client client;
  std::vector<domain::Intake> intakes;
  std::vector<domain::SessionHistory> sessions;
  std::vector<domain::ExercisePlan> plans;
  std::vector<domain::Measure> measures;  // those outside sessions
  std::vector<domain::DocumentRecord> documents;
};
std::string writeExport(const ClientExport& everything);
ClientExport readExport(std::string_view json);

}  // namespace unknot::exchange
