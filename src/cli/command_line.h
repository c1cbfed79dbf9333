// What was typed after "unknot-cli", held to a table of commands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace unknot::cli {

// The command line can't be meant: exit code 2.
class UsageError : public core::InputError {
 public:
  using core::InputError::InputError;
};

struct Option {
  std::string_view name;   // "--from"
  std::string_view value;  // "DATE"; empty: a switch
  bool required = false;
};

struct Command {
  std::string_view name;                   // "session add"
  std::vector<std::string_view> operands;  // all of them must be there: "PRACTICE", "CLIENT"
  std::string_view more;                   // any number of further ones, "WORDS"; empty: none
  std::vector<Option> options;             // beside those of every command

  // "unknot-cli handout PRACTICE CLIENT -o OUT.pdf [--large-print]"
  std::string usage() const;
};

// In the order in which --help shows them.
const std::vector<Command>& commands();
// Of every command: --json, --user, --password-file, --help.
const std::vector<Option>& commonOptions();

struct Arguments {
  const Command* command = nullptr;  // none: only --help or --version was asked for
  std::map<std::string, std::string, std::less<>>
      operands;  // by their name in the table; `more` joined by spaces
  std::map<std::string, std::string, std::less<>> options;  // "--from"; a switch has an empty value

  bool has(std::string_view option) const { return options.contains(option); }
  std::optional<std::string> option(std::string_view name) const;
  const std::string& operand(std::string_view name) const;
};

// `words` are those behind the program's own name. Throws UsageError ("error.cli.*"). With --help nothing
// else need be there.
Arguments parseCommandLine(const std::vector<std::string>& words);

}  // namespace unknot::cli
