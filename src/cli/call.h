// One run of one command: its arguments, its surroundings, and what most commands do with them.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "app/assembly.h"
#include "cli/command_line.h"
#include "cli/program.h"
#include "core/words.h"

namespace unknot::cli {

using Json = nlohmann::ordered_json;

// An opened practice and the workspace over it.
struct OpenPractice {
  std::unique_ptr<domain::PracticeStore> store;
  app::Workspace work;
};

// In small letters, with its dot.
std::string extensionOf(const std::filesystem::path& file);

class Call {
 public:
  // Keeps all three for as long as it lives.
  Call(const Arguments& arguments, Surroundings& surroundings, app::Assembly& assembly)
      : m_arguments(arguments), m_surroundings(surroundings), m_assembly(assembly) {}

  const Arguments& arguments() const { return m_arguments; }
  Surroundings& surroundings() { return m_surroundings; }
  app::Assembly& assembly() { return m_assembly; }
  const core::Words& words() const { return m_assembly.content().words("en"); }
  bool json() const { return m_arguments.has("--json"); }

  std::filesystem::path practiceFolder() const { return m_arguments.operand("PRACTICE"); }
  // From --password-file or UNKNOT_PASSWORD. Throws UsageError ("error.cli.noPassword").
  std::string password();
  // With the user of --user or UNKNOT_USER, else the only one.
  OpenPractice open();
  // A whole number from 1; none when the option was not given. Throws UsageError ("error.cli.number").
  std::optional<int> numberOption(std::string_view name) const;
  // A day; none when the option was not given. Throws UsageError ("error.cli.date").
  std::optional<core::Date> dateOption(std::string_view name) const;
  // What -o names, which must end in one of these. What can be known to fail is refused before anything is
  // kept or noted: UsageError ("error.cli.extension"), InputError ("error.cli.outIsFolder",
  // "error.cli.outNowhere").
  std::filesystem::path outFile(const std::vector<std::string>& extensions) const;
  // The file of an operand, of at most `limit` bytes.
  std::string inputFile(std::size_t limit, std::string_view operand = "FILE.json");

  // A line of text.
  void say(std::string_view line);
  void print(const Json& value);
  // "unknot/saved/1" with --json, else only the id.
  void printSaved(std::string_view kind, const std::string& id, const Json& more = Json::object());
  // That a document was written into that file.
  void printWritten(const std::filesystem::path& file, const domain::DocumentRecord& record);

 private:
  const Arguments& m_arguments;
  Surroundings& m_surroundings;
  app::Assembly& m_assembly;
};

}  // namespace unknot::cli
