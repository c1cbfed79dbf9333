#include "cli/call.h"

#include <charconv>

#include <utility>

namespace unknot::cli {

std::string extensionOf(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

std::string Call::password() {
  constexpr std::size_t kLongest = 4096;
  if (const auto file = m_arguments.option("--password-file")) {
    std::string text = m_surroundings.readFile(*file, kLongest);
    // The newline that an editor puts at the end is none of the password.
    if (text.ends_with('\n')) text.pop_back();
    if (text.ends_with('\r')) text.pop_back();
    if (!text.empty()) return text;
  } else if (auto text = m_surroundings.environment("UNKNOT_PASSWORD"); text && !text->empty()) {
    return std::move(*text);
  }
  throw UsageError({"error.cli.noPassword", {}, {}});
}

OpenPractice Call::open() {
  const std::string secret = password();
  const auto user =
      m_arguments.option("--user").value_or(m_surroundings.environment("UNKNOT_USER").value_or(""));
  auto store = m_surroundings.openVault()->open(practiceFolder(), user, secret);
  auto work = m_assembly.workspace(*store);
  return {std::move(store), work};
}

std::optional<int> Call::numberOption(std::string_view name) const {
  const auto text = m_arguments.option(name);
  if (!text) return {};
  int value = 0;
  const auto* const end = text->data() + text->size();
  const auto result = std::from_chars(text->data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || value < 1)
    throw UsageError({"error.cli.number", {{"option", std::string(name)}, {"value", *text}}, {}});
  return value;
}

std::optional<core::Date> Call::dateOption(std::string_view name) const {
  const auto text = m_arguments.option(name);
  if (!text) return {};
  const auto date = core::Date::parseIso(*text);
  if (!date) throw UsageError({"error.cli.date", {{"option", std::string(name)}, {"value", *text}}, {}});
  return date;
}

std::filesystem::path Call::outFile(const std::vector<std::string>& extensions) const {
  namespace fs = std::filesystem;
  const fs::path file = m_arguments.option("-o").value_or("");
  const std::string extension = extensionOf(file);
  std::string allowed;
  bool known = false;
  for (const auto& one : extensions) {
    known = known || one == extension;
    allowed.append(allowed.empty() ? "" : ", ").append(one);
  }
  if (!known) throw UsageError({"error.cli.extension", {{"allowed", allowed}}, {}});
  std::error_code problem;
  if (fs::is_directory(file, problem))
    throw core::InputError({"error.cli.outIsFolder", {{"file", file.filename().string()}}, {}});
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, problem))
    throw core::InputError({"error.cli.outNowhere", {{"folder", folder.string()}}, {}});
  return file;
}

std::string Call::inputFile(std::size_t limit, std::string_view operand) {
  return m_surroundings.readFile(m_arguments.operand(operand), limit);
}

void Call::say(std::string_view line) {
  m_surroundings.out << line << '\n';
}

void Call::print(const Json& value) {
  m_surroundings.out << value.dump(2) << '\n';
}

void Call::printSaved(std::string_view kind, const std::string& id, const Json& more) {
  if (!json()) return say(id);
  Json saved{{"schema", "unknot/saved/1"}, {"kind", kind}, {"id", id}};
  saved.update(more);
  print(saved);
}

void Call::printWritten(const std::filesystem::path& file, const domain::DocumentRecord& record) {
  if (json())
    return printSaved("document", record.id.toString(), {{"file", file.string()}, {"pages", record.pages}});
  say(words().say({"cli.written", {{"file", file.string()}}, record.pages}));
}

}  // namespace unknot::cli
