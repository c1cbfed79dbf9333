#include "cli/command_line.h"

#include <algorithm>

namespace unknot::cli {
namespace {

UsageError fault(const std::string& id, std::vector<core::Message::Arg> args) {
  return UsageError({"error.cli." + id, std::move(args), {}});
}

std::string shown(const Option& option) {
  std::string text(option.name);
  if (!option.value.empty()) text.append(" ").append(option.value);
  return option.required ? text : "[" + text + "]";
}

const Option* findOption(const Command* command, std::string_view name) {
  const auto in = [&](const std::vector<Option>& options) -> const Option* {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
  };
  if (const Option* common = in(commonOptions())) return common;
  return command == nullptr ? nullptr : in(command->options);
}

const Command* findCommand(std::string_view name) {
  const auto& all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command& c) { return c.name == name; });
  return found == all.end() ? nullptr : &*found;
}

// Reads the words one after the other.
class Reader {
 public:
  explicit Reader(const std::vector<std::string>& words) : m_words(words) {}

  Arguments read() {
    readCommand();
    while (m_at < m_words.size()) readWord();
    if (!m_arguments.has("--help") && !m_arguments.has("--version")) finish();
    return std::move(m_arguments);
  }

 private:
  const std::vector<std::string>& m_words;
  std::size_t m_at = 0;
  bool m_onlyOperands = false;
  std::vector<std::string> m_plain;
  Arguments m_arguments;

  void readCommand() {
    if (m_words.empty()) throw fault("none", {});
    if (m_words[0].starts_with("-")) return;
    const bool two = m_words.size() > 1;
    m_arguments.command = two ? findCommand(m_words[0] + " " + m_words[1]) : nullptr;
    m_at = 2;
    if (m_arguments.command != nullptr) return;
    m_arguments.command = findCommand(m_words[0]);
    m_at = 1;
    if (m_arguments.command == nullptr) throw fault("command", {{"value", m_words[0]}});
  }

  void readWord() {
    const std::string& word = m_words[m_at++];
    if (m_onlyOperands || word.size() < 2 || word[0] != '-') {
      m_plain.push_back(word);
    } else if (word == "--") {
      m_onlyOperands = true;
    } else {
      readOption(word);
    }
  }

  void readOption(const std::string& word) {
    const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    // A password among the arguments stands in the list of processes and in the shell's history.
    if (name == "--password") throw fault("password", {});
    if (m_arguments.command == nullptr && name == "--version") {
      m_arguments.options.emplace(name, "");
      return;
    }
    const Option* option = findOption(m_arguments.command, name);
    if (option == nullptr) throw fault("option", {{"option", name}});
    if (m_arguments.has(name)) throw fault("twice", {{"option", name}});
    std::string value;
    if (option->value.empty()) {
      if (equals != std::string::npos) throw fault("switch", {{"option", name}});
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else {
      if (m_at >= m_words.size())
        throw fault("value", {{"option", name}, {"value", std::string(option->value)}});
      value = m_words[m_at++];
    }
    m_arguments.options.emplace(name, std::move(value));
  }

  void finish() {
    if (m_arguments.command == nullptr) throw fault("none", {});
    const Command& command = *m_arguments.command;
    for (std::size_t i = 0; i < command.operands.size(); ++i) {
      if (i >= m_plain.size() || m_plain[i].empty())
        throw fault("operand", {{"operand", std::string(command.operands[i])}, {"usage", command.usage()}});
      m_arguments.operands.emplace(command.operands[i], m_plain[i]);
    }
    std::string rest;
    for (std::size_t i = command.operands.size(); i < m_plain.size(); ++i) {
      if (command.more.empty()) throw fault("much", {{"value", m_plain[i]}, {"usage", command.usage()}});
      rest.append(rest.empty() ? "" : " ").append(m_plain[i]);
    }
    if (!command.more.empty()) m_arguments.operands.emplace(command.more, rest);
    for (const auto& option : command.options)
      if (option.required && !m_arguments.has(option.name))
        throw fault("missing", {{"option", std::string(option.name)}, {"usage", command.usage()}});
  }
};

}  // namespace

const std::vector<Command>& commands() {
  static const Option kOutPdf{"-o", "OUT.pdf", true};
  static const Option kPaper{"--paper", "a4|letter", false};
  static const Option kLargePrint{"--large-print", "", false};
  static const Option kLanguage{"--language", "de|en|es|fr", false};
  static const Option kEncoding{"--encoding", "NAME", false};
  static const Option kDoubles{"--doubles", "new|leave-out|fill", false};
  static const Option kDryRun{"--dry-run", "", false};
  static const Option kSession{"--session", "N", false};
  // Whose own movements are meant too.
  static const Option kOwnOf{"--practice", "FOLDER", false};
  static const std::vector<Command> kCommands = {
      {"init", {"PRACTICE"}, "", {{"--name", "NAME", true}, {"--practitioner", "NAME", true}}},
      {"demo", {"PRACTICE"}, "", {}},
      {"verify", {"PRACTICE"}, "", {}},
      {"clients", {"PRACTICE"}, "WORDS", {}},
      {"client add", {"PRACTICE", "FILE.json"}, "", {}},
      {"client merge", {"PRACTICE", "KEEP", "OTHER"}, "", {}},
      {"client separate", {"PRACTICE", "CLIENT", "OTHER"}, "", {}},
      {"intake add", {"PRACTICE", "CLIENT", "FILE.json"}, "", {}},
      {"intake show", {"PRACTICE", "CLIENT"}, "", {}},
      {"intake form", {}, "", {kOutPdf, kOwnOf, kLanguage, kPaper, kLargePrint}},
      {"intake print", {"PRACTICE", "CLIENT"}, "", {kOutPdf, kLanguage, kPaper, kLargePrint}},
      {"intake read", {"PRACTICE", "CLIENT", "FILE.pdf"}, "", {kDryRun}},
      {"flags", {"PRACTICE", "CLIENT"}, "", {}},
      {"flag close",
       {"PRACTICE", "CLIENT", "FLAG"},
       "",
       {{"--as", "cleared|referred|not-relevant|reopened", true},
        {"--who", "NAME", false},
        {"--reason", "TEXT", false},
        {"--on", "DATE", false},
        {"--document", "ID", false}}},
      {"session add", {"PRACTICE", "CLIENT", "FILE.json"}, "", {{"--reason", "TEXT", false}}},
      {"session show", {"PRACTICE", "CLIENT"}, "", {kSession}},
      {"plan suggest", {"PRACTICE", "CLIENT"}, "", {}},
      {"plan set", {"PRACTICE", "CLIENT", "FILE.json"}, "", {}},
      {"plan keep", {"PRACTICE", "CLIENT"}, "", {{"--name", "NAME", true}}},
      {"plan apply", {"PRACTICE", "CLIENT", "TEMPLATE"}, "", {}},
      {"templates", {"PRACTICE"}, "", {}},
      {"template add", {"PRACTICE", "FILE.json"}, "", {}},
      {"log add", {"PRACTICE", "CLIENT", "FILE.json"}, "", {}},
      {"document add",
       {"PRACTICE", "CLIENT", "FILE"},
       "",
       {{"--from", "WHO", true}, {"--dated", "DATE", false}, {"--title", "TEXT", false}}},
      {"document list", {"PRACTICE", "CLIENT"}, "", {}},
      {"document get", {"PRACTICE", "DOCUMENT"}, "", {{"-o", "OUT.pdf|OUT.png|OUT.jpg", true}}},
      {"handout",
       {"PRACTICE", "CLIENT"},
       "",
       {kOutPdf, kPaper, kLargePrint, kLanguage, {"--weeks", "N", false}}},
      {"report",
       {"PRACTICE", "CLIENT"},
       "",
       {kOutPdf, {"--from", "DATE", false}, {"--to", "DATE", false}, kPaper, kLargePrint}},
      {"map",
       {"PRACTICE", "CLIENT"},
       "",
       {{"-o", "OUT.png|OUT.svg|OUT.pdf", true},
        kSession,
        {"--after", "", false},
        {"--difference", "", false},
        kPaper,
        kLargePrint}},
      {"summary", {"PRACTICE", "CLIENT"}, "", {kOutPdf, kSession, kPaper, kLargePrint}},
      {"referral", {"PRACTICE", "CLIENT", "FLAG"}, "", {kOutPdf, kLanguage, kPaper, kLargePrint}},
      {"show", {"PRACTICE", "CLIENT"}, "", {}},
      {"import", {"PRACTICE", "FILE.json"}, "", {}},
      {"import csv",
       {"PRACTICE", "FILE"},
       "",
       {{"--columns", "MEANINGS", false},
        {"--dates", "day-first|month-first", false},
        {"--separator", "comma|semicolon|tab|bar", false},
        {"--no-headings", "", false},
        kEncoding,
        kDoubles,
        kDryRun}},
      {"import vcard", {"PRACTICE", "FILE"}, "", {kEncoding, kDoubles, kDryRun}},
      {"import list", {"PRACTICE"}, "", {}},
      {"import undo", {"PRACTICE", "IMPORT"}, "", {}},
      {"regions", {}, "", {}},
      {"exercises", {}, "", {kOwnOf}},
      {"exercise show",
       {"EXERCISE"},
       "",
       {{"-o", "OUT.png|OUT.svg", true},
        kOwnOf,
        kLanguage,
        {"--skin", "pale|light|tan|brown|dark", false},
        {"--hair", "cropped|curly|tied|long|none", false},
        {"--hair-color", "black|brown|blond|red|grey", false},
        {"--build", "slender|medium|broad", false}}},
  };
  return kCommands;
}

const std::vector<Option>& commonOptions() {
  static const std::vector<Option> kOptions = {{"--json", "", false},
                                               {"--user", "NAME", false},
                                               {"--password-file", "FILE", false},
                                               {"--help", "", false}};
  return kOptions;
}

std::string Command::usage() const {
  std::string text = "unknot-cli ";
  text.append(name);
  for (const auto operand : operands) text.append(" ").append(operand);
  if (!more.empty()) text.append(" [").append(more).append("]");
  for (const auto& option : options) text.append(" ").append(shown(option));
  return text;
}

std::optional<std::string> Arguments::option(std::string_view name) const {
  const auto found = options.find(name);
  if (found == options.end()) return {};
  return found->second;
}

const std::string& Arguments::operand(std::string_view name) const {
  const auto found = operands.find(name);
  if (found == operands.end()) throw core::BugError("command line: operand not in the table");
  return found->second;
}

Arguments parseCommandLine(const std::vector<std::string>& words) {
  return Reader(words).read();
}

}  // namespace unknot::cli
