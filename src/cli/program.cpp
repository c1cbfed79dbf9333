#include "cli/program.h"

#include <map>

#include "cli/commands.h"

namespace unknot::cli {
namespace {

using Handler = void (*)(Call&);

Handler handlerOf(const Command& command) {
  static const std::map<std::string_view, Handler> kHandlers = {{"init", initPractice},
                                                                {"demo", makeDemo},
                                                                {"clients", listClients},
                                                                {"regions", listRegions},
                                                                {"exercises", listExercises},
                                                                {"client add", addClient},
                                                                {"client merge", mergeCharts},
                                                                {"client separate", separateCharts},
                                                                {"intake add", addIntake},
                                                                {"intake show", showIntake},
                                                                {"intake form", writeIntakeForm},
                                                                {"intake print", printIntake},
                                                                {"intake read", readIntakeForm},
                                                                {"flags", listFlags},
                                                                {"flag close", closeFlag},
                                                                {"session add", addSession},
                                                                {"session show", showSession},
                                                                {"summary", writeSessionSummary},
                                                                {"plan set", setPlan},
                                                                {"plan suggest", suggestPlan},
                                                                {"plan keep", keepPlan},
                                                                {"plan apply", applyTemplate},
                                                                {"templates", listTemplates},
                                                                {"template add", addTemplate},
                                                                {"log add", addLog},
                                                                {"show", showClient},
                                                                {"verify", verifyPractice},
                                                                {"import", importClient},
                                                                {"import csv", importTable},
                                                                {"import vcard", importCards},
                                                                {"import list", listImports},
                                                                {"import undo", undoImport},
                                                                {"document add", addDocument},
                                                                {"document list", listDocuments},
                                                                {"document get", getDocument},
                                                                {"handout", writeHandout},
                                                                {"report", writeReport},
                                                                {"map", writeMap},
                                                                {"referral", writeReferral},
                                                                {"exercise show", writeExercise}};
  const auto found = kHandlers.find(command.name);
  if (found == kHandlers.end()) throw core::BugError("command without a handler");
  return found->second;
}

// The program's words come with its data; without data there is still this one sentence.
const core::Words& lastWords() {
  static const core::Words kWords(
      "en", {{"error.storage.programData",
              {"",
               "Unknot's own data was not found. Looked in: {places}. Set UNKNOT_DATA_DIR to the folder that "
               "holds “data” and “templates”, or install Unknot again."}}});
  return kWords;
}

int exitCodeOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const UsageError&) {
    return kWrongUsage;
  } catch (const core::RefusedError&) {
    return kRefused;
  } catch (const core::DamageError&) {
    return kRefused;
  } catch (...) {
    return kFailed;
  }
}

std::string helpId(const Command& command) {
  std::string id = "cli.help.";
  bool upper = false;
  for (const char c : command.name) {
    if (c != ' ') id += upper ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == ' ';
  }
  return id;
}

void printHelp(const Command& command, const core::Words& words, std::ostream& out) {
  out << "  " << command.usage() << "\n      " << words.say(helpId(command)) << "\n";
}

void printHelp(const Command* only, const core::Words& words, std::ostream& out) {
  if (only != nullptr) {
    printHelp(*only, words, out);
  } else {
    out << words.say("cli.about") << "\n\n";
    for (const auto& command : commands()) printHelp(command, words, out);
  }
  out << "\n" << words.say("cli.common") << "\n";
  if (only == nullptr) out << "\n" << words.say("cli.exit") << "\n";
}

// A file of ours that could not be used: the rest works, and the person who edited it should know.
void reportProblems(const content::Content& content, std::ostream& err) {
  for (const auto& problem : content.problems()) {
    err << problem.file;
    if (problem.line > 0) err << ":" << problem.line;
    err << ": " << content.words("en").say(problem.message) << "\n";
  }
}

std::optional<std::filesystem::path> practiceOf(const Arguments& arguments) {
  const auto found = arguments.operands.find("PRACTICE");
  if (found != arguments.operands.end()) return found->second;
  if (const auto folder = arguments.option("--practice")) return *folder;
  return {};
}

void runParsed(const Arguments& arguments, Surroundings& surroundings, app::Assembly& assembly) {
  if (arguments.has("--help")) {
    printHelp(arguments.command, assembly.content().words("en"), surroundings.out);
  } else {
    reportProblems(assembly.content(), surroundings.err);
    Call call(arguments, surroundings, assembly);
    handlerOf (*arguments.command)(call);
  }
  surroundings.out.flush();
  if (!surroundings.out) throw core::StorageError({"error.cli.output", {}, {}});
}

}  // namespace

int run(const std::vector<std::string>& words, Surroundings& surroundings) {
  std::unique_ptr<app::Assembly> assembly;
  try {
    Arguments arguments;
    std::exception_ptr wrongUsage;
    try {
      arguments = parseCommandLine(words);
    } catch (const UsageError&) {
      wrongUsage = std::current_exception();
    }
    if (!wrongUsage && arguments.has("--version")) {
      surroundings.out << "unknot-cli " << surroundings.version << "\n";
      return kDone;
    }
    // The sentence about the wrong usage needs the words.
    assembly = surroundings.assemble(practiceOf(arguments));
    if (wrongUsage) std::rethrow_exception(wrongUsage);
    runParsed(arguments, surroundings, *assembly);
    return kDone;
  } catch (...) {
    const auto error = std::current_exception();
    const auto& catalogue = assembly ? assembly->content().words("en") : lastWords();
    surroundings.err << catalogue.say(core::describe(error)) << "\n";
    return exitCodeOf(error);
  }
}

}  // namespace unknot::cli
