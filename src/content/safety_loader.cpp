#include "content/safety_loader.h"

#include <set>
#include <string>

#include "content/exercise_loader.h"
#include "content/toml_file.h"

namespace unknot::content {
namespace {

domain::SafetySign readSign(TomlTable& table) {
  domain::SafetySign sign;
  sign.question = table.slug("question");
  if (table.has("answer")) sign.answer = table.slug("answer");
  for (auto& other : table.tables("together")) sign.together.push_back(readSign(other));
  table.finish();
  return sign;
}

domain::SafetyFlag readFlag(TomlTable& table, std::set<std::string>& seen) {
  domain::SafetyFlag flag;
  flag.slug = table.slug("slug", seen);
  flag.level =
      domain::safetyLevelFrom(table.oneOf("level", {"stop-now", "clearance-first", "ask-more", "adapt"}));
  flag.title = table.text("title");
  flag.reason = table.text("reason");
  for (auto& sign : table.tables("raised_by")) flag.raisedBy.push_back(readSign(sign));
  if (flag.raisedBy.empty())
    throw table.fault("error.file.missing", "raised_by",
                      {{"allowed", "{ question = \"...\", answer = \"...\" }"}});
  flag.leavesOut = table.someOf("leaves_out", movementNames());
  flag.keepsSmall = table.someOf("keeps_small", movementNames());
  flag.regions = table.textsOrNone("regions");
  flag.source = table.text("source");
  const std::string day = table.text("checked");
  const auto checkedOn = core::Date::parseIso(day);
  if (!checkedOn) throw table.fault("error.file.type", "checked", {{"allowed", "a day, \"2026-11-24\""}});
  flag.checkedOn = *checkedOn;
  table.finish();
  return flag;
}

}  // namespace

std::vector<domain::SafetyFlag> readSafety(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  std::vector<domain::SafetyFlag> flags;
  std::set<std::string> seen;
  for (auto& table : root.tables("flag")) flags.push_back(readFlag(table, seen));
  root.finish();
  return flags;
}

std::vector<domain::SafetyFlag> loadSafety(const Folders& folders, std::vector<Problem>& problems) {
  return firstUsable(folders, "data/safety.toml", problems,
                     [](const FoundFile& file) { return readSafety(file.shown, readFile(file)); })
      .value_or(std::vector<domain::SafetyFlag>());
}

}  // namespace unknot::content
