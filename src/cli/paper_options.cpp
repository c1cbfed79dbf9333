#include "cli/paper_options.h"

#include <algorithm>

namespace unknot::cli {

namespace fs = std::filesystem;

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
  call.printWritten(file, handed.record);
}

}  // namespace unknot::cli
