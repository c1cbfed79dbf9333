// What the commands that write papers have in common: the file, its form, and the copy in the chart.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/papers.h"
#include "cli/call.h"

namespace unknot::cli {

// --language: one that the library is written in, else UsageError; English without the option.
std::string languageOption(Call& call);
// --paper, --large-print, --weeks and --language.
app::PaperChoice paperChoice(Call& call);
// Keeps the PDF in the chart and writes the file: `picture`, or the PDF where that is empty. A file that
// can't be written leaves nothing in the chart either.
void giveOut(Call& call, OpenPractice& practice, domain::ClientId client, domain::DocumentKind kind,
             const document::Document& document, const app::PaperChoice& choice,
             const std::filesystem::path& file, const std::string& picture = {});

}  // namespace unknot::cli
