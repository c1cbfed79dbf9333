#include "cli/paper_options.h"

#include <algorithm>

namespace unknot::cli {

namespace fs = std::filesystem;

namespace {

void printWritten(Call& call, const fs::path& file, const domain::DocumentRecord& record) {
  if (call.json())
    return call.printSaved("document", record.id.toString(),
                           {{"file", file.string()}, {"pages", record.pages}});
  call.say(call.words().say({"cli.written", {{"file", file.string()}}, record.pages}));
}

}  // namespace

std::string extensionOf(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

fs::path outFile(const Call& call, const std::vector<std::string>& extensions) {
  const fs::path file = call.arguments().option("-o").value_or("");
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

std::string languageOption(Call& call) {
  const auto language = call.arguments().option("--language").value_or("en");
  const auto& known = call.assembly().content().languages();
  if (std::find(known.begin(), known.end(), language) != known.end()) return language;
  std::string allowed;
  for (const auto& one : known) allowed.append(allowed.empty() ? "" : ", ").append(one);
  throw UsageError({"error.cli.language", {{"value", language}, {"allowed", allowed}}, {}});
}

app::PaperChoice paperChoice(Call& call) {
  app::PaperChoice choice;
  if (const auto paper = call.arguments().option("--paper")) {
    try {
      choice.paper = domain::paperFrom(*paper);
    } catch (const core::InputError&) {
      throw UsageError({"error.cli.paper", {{"value", *paper}}, {}});
    }
  }
  if (call.arguments().has("--large-print")) choice.largePrint = true;
  choice.weeks = call.numberOption("--weeks");
  if (call.arguments().has("--language")) choice.language = languageOption(call);
  return choice;
}

void giveOut(Call& call, OpenPractice& practice, domain::ClientId client, domain::DocumentKind kind,
             const document::Document& document, const app::PaperChoice& choice, const fs::path& file,
             const std::string& picture) {
  app::HandedOut handed;
  practice.store->atomically([&] {
    handed = app::handOut(practice.work, client, kind, document, choice, domain::AuditAction::exported);
    call.surroundings().writeFile(file, picture.empty() ? handed.pdf : picture);
  });
  printWritten(call, file, handed.record);
}

}  // namespace unknot::cli
