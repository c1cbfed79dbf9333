// JSON in and out ("schema": "unknot/<kind>/1"). Unknown fields are refused; a fault names the field, the
// value's place
// ("findings[3].before") and what is allowed, as InputError. Documented in src/cli/README.md and
// data/schema/.
#pragma once

#include <optional>
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
  bool sign = false;  // the file may ask to be signed at once
};
// Also refuses what a file can't mean: a region twice, an empty finding, a measure outside its instrument's
// range.
SessionFile readSession(std::string_view json);
// What readSession() takes.
std::string writeSession(const SessionFile& file);
// For drafts and for `show`: any content goes out and comes back, finished or not.
std::string writeSessionContent(const domain::SessionContent& content);
domain::SessionContent readSessionContent(std::string_view json);

domain::ExercisePlan readPlan(std::string_view json);
std::string writePlan(const domain::ExercisePlan& plan);
domain::PlanTemplate readPlanTemplate(std::string_view json);
// An array of what readPlanTemplate() takes.
std::string writePlanTemplates(const std::vector<domain::PlanTemplate>& all);
domain::PracticeLog readPracticeLog(std::string_view json);
std::string writePracticeLog(const domain::PracticeLog& log);
domain::Intake readIntake(std::string_view json);
std::string writeIntake(const domain::Intake& intake);

// An intake that is being filled: anything goes out and comes back, finished or not. `client` of what is read
// stays nil.
struct IntakeDraftFile {
  domain::Intake intake;
  std::vector<domain::Consent> consents;
  std::optional<int> group;
};
std::string writeIntakeDraft(const IntakeDraftFile& draft);
IntakeDraftFile readIntakeDraft(std::string_view json);

struct ExportedDocument {
  domain::DocumentRecord record;
  std::optional<std::string> content;  // the bytes that were handed out
};

// One client with everything, lossless: session versions with salts and hashes, documents with their content
// (base64).
struct ClientExport {
  domain::Client client;
  // Questionnaires that the intakes name, by hash: language and text.
  struct Definition {
    std::string language;
    std::string text;
    friend auto operator<=>(const Definition&, const Definition&) = default;
  };
  std::vector<Definition> definitions;
  std::vector<domain::Intake> intakes;
  std::vector<domain::FlagClosing> flagClosings;
  std::vector<domain::Consent> consents;
  std::vector<domain::SessionHistory> sessions;
  std::vector<domain::ExercisePlan> plans;
  std::vector<domain::PracticeLog> practiceLogs;
  std::vector<domain::Measure> measures;  // those outside sessions
  std::vector<ExportedDocument> documents;
  // Charts that are part of this one, or of one that is: each whole, and none with others inside.
  struct Held;
  std::vector<Held> held;
};
struct ClientExport::Held {
  domain::ChartMerge merge;
  ClientExport record;
};
// The same record gives the same bytes, whatever order its parts came in.
std::string writeExport(ClientExport everything);
// Also refuses a record that can't be whole: no id, an id twice, version numbers with gaps, a signature of a
// version that is not there, a document of another length than it says, a chart that is part of one that is
// not in the file.
ClientExport readExport(std::string_view json);

}  // namespace unknot::exchange
