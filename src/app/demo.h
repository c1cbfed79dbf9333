// The demo practice: eight people who do not exist, so that anyone can look around before a real client is
// entered. Its files (data/demo/) hold days counted from the day the demo is made, so that it never grows
// old.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "core/clock.h"
#include "core/id.h"
#include "domain/practice_store.h"
#include "exchange/json.h"

namespace unknot::app {

// Shown at the login of the demo.
inline constexpr std::string_view kDemoPassword = "demo";

struct DemoSession {
  exchange::SessionFile file;
  std::vector<std::string> laterNotes;  // only behind a signed session
};

struct DemoClient {
  domain::Client client;
  std::vector<domain::Intake> intakes;
  std::vector<DemoSession> sessions;
  std::vector<domain::ExercisePlan> plans;
  std::vector<domain::PracticeLog> practiceLogs;
  std::vector<domain::Measure> measures;  // taken outside a session
};

struct DemoPractice {
  domain::Practice practice;
  std::vector<DemoClient> clients;
};

// One file, "unknot/demo-client/1": the forms of exchange/json.h, where a day is {"daysAgo": 120} or
// {"inDays": 14}, counted from `today`. Ids stay nil. Throws InputError ("error.demo") naming `fileName` and
// the place in it.
DemoClient readDemoClient(std::string_view json, const std::string& fileName, const core::Date& today);

// practice.json of `folder` and the client files it names, each piece checked by the rules of domain and
// content. Throws InputError ("error.demo").
DemoPractice readDemoPractice(const std::filesystem::path& folder, const content::Content& content,
                              const core::Date& today);

// Makes an encrypted practice in `folder` (absent or empty) from the demo files of `content`, each client in
// one commit, and gives it back opened. Everything is read and checked before the folder is touched. Service
// dates lie in the past; the time of entry is the clock's and stays honest. `timeZone` is an IANA name.
// Throws InputError for the files, RefusedError for the folder, StorageError: then the clients before it are
// there.
std::unique_ptr<domain::PracticeStore> makeDemoPractice(domain::PracticeVault& vault,
                                                        const std::filesystem::path& folder,
                                                        const content::Content& content,
                                                        const core::Clock& clock, core::IdSource& ids,
                                                        const std::string& timeZone);

}  // namespace unknot::app
