// Clients from files of other programs: in, and out again.
#include <algorithm>
#include <array>
#include <utility>

#include "app/client_import.h"
#include "cli/commands.h"

namespace unknot::cli {
namespace {

using exchange::FileForm;

// "Kasse=leave-out,Tel=phone", or a meaning for each column in order; nothing between two commas leaves the
// guess.
void applyColumns(const std::string& text, exchange::TableReading& reading) {
  std::size_t column = 0;
  for (std::size_t at = 0; at <= text.size(); ++column) {
    const auto end = std::min(text.find(',', at), text.size());
    const std::string item = text.substr(at, end - at);
    at = end + 1;
    const auto equals = item.rfind('=');
    if (equals == std::string::npos) {
      if (item.empty()) continue;
      if (column >= reading.meanings.size()) throw UsageError({"error.cli.column", {{"value", item}}, {}});
      reading.meanings[column] = exchange::columnMeaningFrom(item);
      continue;
    }
    bool found = false;
    for (std::size_t i = 0; i < reading.names.size(); ++i)
      if (reading.names[i] == item.substr(0, equals)) {
        reading.meanings[i] = exchange::columnMeaningFrom(item.substr(equals + 1));
        found = true;
      }
    if (!found) throw UsageError({"error.cli.column", {{"value", item.substr(0, equals)}}, {}});
  }
}

char separatorFrom(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, char>, 4> kWords{
      {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}}};
  for (const auto& [word, separator] : kWords)
    if (text == word) return separator;
  throw UsageError({"error.choice",
                    {{"field", "--separator"}, {"value", text}, {"allowed", "comma, semicolon, tab, bar"}},
                    {}});
}

void chooseOrder(const Arguments& arguments, app::ImportFile& file) {
  const bool open = app::settleDates(file);
  const auto wanted = arguments.option("--dates");
  if (!wanted) {
    if (open) throw UsageError({"error.cli.dates", {}, {}});
    return;
  }
  if (*wanted != "day-first" && *wanted != "month-first")
    throw UsageError({"error.choice",
                      {{"field", "--dates"}, {"value", *wanted}, {"allowed", "day-first, month-first"}},
                      {}});
  file.table.order = *wanted == "day-first" ? exchange::DateOrder::dayFirst : exchange::DateOrder::monthFirst;
}

// A word that a person typed wrongly is wrong usage here, though elsewhere it is a fault of a file.
template <class Read>
auto typed(Read read) {
  try {
    return read();
  } catch (const UsageError&) {
    throw;
  } catch (const core::InputError& error) {
    throw UsageError(error.message());
  }
}

app::ImportFile readFile(Call& call, FileForm form) {
  const auto& arguments = call.arguments();
  exchange::TableWishes wishes;
  wishes.encoding = arguments.option("--encoding");
  if (const auto separator = arguments.option("--separator")) wishes.separator = separatorFrom(*separator);
  if (arguments.has("--no-headings")) wishes.headings = false;
  auto bytes = std::make_shared<const std::string>(call.inputFile(exchange::kImportLimit + 1, "FILE"));
  const FileForm found = exchange::formOf(*bytes);
  if (found != form)
    throw core::InputError({form == FileForm::csv ? "error.import.isCards" : "error.import.noCards", {}, {}});
  auto file = app::surveyImport(std::move(bytes), wishes).file;
  if (form == FileForm::vcard) return file;
  if (const auto columns = arguments.option("--columns"))
    typed([&] {
      applyColumns(*columns, file.table);
      return 0;
    });
  chooseOrder(arguments, file);
  return file;
}

app::DoubleChoices chosen(const Arguments& arguments, const app::ImportCheck& check) {
  const auto wanted = arguments.option("--doubles");
  const auto all =
      wanted ? std::optional(typed([&] { return app::doubleChoiceFrom(*wanted); })) : std::nullopt;
  app::DoubleChoices choices;
  for (const auto& one : check.doubles) choices[one.line] = all.value_or(one.proposed());
  return choices;
}

Json remarksJson(const core::Words& words, const std::vector<app::RowRemark>& remarks) {
  Json list = Json::array();
  for (const auto& one : remarks) list.push_back({{"line", one.line}, {"what", words.say(one.message)}});
  return list;
}

Json doublesJson(const app::ImportCheck& check, const app::DoubleChoices& choices) {
  Json list = Json::array();
  for (const auto& one : check.doubles) {
    Json entry{{"line", one.line}, {"name", one.name}};
    if (one.of.client)
      entry["client"] = one.of.client->toString();
    else
      entry["ofLine"] = one.of.line;
    entry["of"] = one.of.name;
    entry["because"] = one.of.likeness.signs();
    entry["choice"] = app::toString(choices.at(one.line));
    list.push_back(std::move(entry));
  }
  return list;
}

void sayCheck(Call& call, const app::ImportCheck& check, const app::DoubleChoices& choices) {
  const auto& words = call.words();
  for (const auto& one : check.doubles)
    call.say(words.say(
        "cli.import.double",
        {{"line", std::to_string(one.line)},
         {"name", one.name},
         {"of", one.of.client ? one.of.client->toString()
                              : words.say("cli.import.ofLine", {{"line", std::to_string(one.of.line)}})},
         {"choice", std::string(app::toString(choices.at(one.line)))}}));
  for (const auto& one : check.refusals)
    call.say(words.say("importClients.refusedLine",
                       {{"line", std::to_string(one.line)}, {"why", words.say(one.message)}}));
  for (const auto& one : check.remarks)
    call.say(words.say("importClients.line",
                       {{"line", std::to_string(one.line)}, {"what", words.say(one.message)}}));
}

// What would come in with these choices.
app::ImportResult expected(const app::ImportCheck& check, const app::DoubleChoices& choices) {
  app::ImportResult result;
  result.refused = static_cast<int>(check.refusals.size());
  for (const auto& [line, choice] : choices) {
    if (choice == app::DoubleChoice::leaveOut) ++result.leftOut;
    if (choice == app::DoubleChoice::fillEmpty) ++result.filled;
  }
  result.added = static_cast<int>(check.rows) - result.refused - result.leftOut - result.filled;
  return result;
}

void bringIn(Call& call, FileForm form) {
  const auto file = readFile(call, form);
  auto practice = call.open();
  const auto& words = call.words();
  const auto check = app::checkImport(practice.work, words, file, {}).value();
  const auto choices = chosen(call.arguments(), check);
  const bool dry = call.arguments().has("--dry-run");
  const auto result = dry ? expected(check, choices)
                          : app::bringIn(practice.work, words, practice.work.ids.make<domain::ImportId>(),
                                         file, check, choices, {})
                                .value();
  if (call.json()) {
    Json out{{"schema", "unknot/import/1"}};
    if (!dry) out["id"] = result.id.toString();
    out["kind"] = exchange::toString(form);
    out["dryRun"] = dry;
    out["rows"] = check.rows;
    out["added"] = result.added;
    out["filled"] = result.filled;
    out["leftOut"] = result.leftOut;
    if (form == FileForm::csv) {
      out["columns"] = Json::array();
      for (std::size_t i = 0; i < file.table.names.size(); ++i)
        out["columns"].push_back(
            {{"heading", file.table.names[i]}, {"meaning", exchange::toString(file.table.meanings[i])}});
    }
    out["doubles"] = doublesJson(check, choices);
    out["refused"] = remarksJson(words, check.refusals);
    out["remarks"] = remarksJson(words, check.remarks);
    return call.print(out);
  }
  sayCheck(call, check, choices);
  call.say(
      words.say(dry ? "cli.import.would" : "cli.import.done", {{"added", std::to_string(result.added)},
                                                               {"filled", std::to_string(result.filled)},
                                                               {"leftOut", std::to_string(result.leftOut)},
                                                               {"refused", std::to_string(result.refused)}}));
  if (!dry) call.say(result.id.toString());
}

Json keptJson(const std::vector<app::KeptClient>& kept) {
  Json list = Json::array();
  for (const auto& one : kept) list.push_back({{"client", one.client.toString()}, {"name", one.name}});
  return list;
}

}  // namespace

void importTable(Call& call) {
  bringIn(call, FileForm::csv);
}

void importCards(Call& call) {
  bringIn(call, FileForm::vcard);
}

void listImports(Call& call) {
  auto practice = call.open();
  const auto all = app::listImports(practice.work);
  if (call.json()) {
    Json list = Json::array();
    for (const auto& one : all) {
      Json entry{{"schema", "unknot/import-summary/1"}, {"id", one.id.toString()}, {"kind", one.source},
                 {"takenAt", one.takenAt.toIso()},      {"added", one.added},      {"filled", one.filled}};
      if (one.undoneAt) entry["undoneAt"] = one.undoneAt->toIso();
      list.push_back(std::move(entry));
    }
    return call.print(list);
  }
  for (const auto& one : all)
    call.say(one.id.toString() + "  " + one.takenAt.toIso() + "  " + one.source + "  " +
             call.words().sayCount("importClients.added", one.added) + ", " +
             call.words().sayCount("importClients.filled", one.filled) +
             (one.undoneAt ? "  " + call.words().say("importClients.wasUndone") : ""));
}

void undoImport(Call& call) {
  const auto id = domain::ImportId::parse(call.arguments().operand("IMPORT"));
  if (!id) throw core::InputError({"error.import.none", {}, {}});
  auto practice = call.open();
  const auto undone = app::undoImport(practice.work, *id);
  const auto& words = call.words();
  if (call.json())
    return call.print({{"schema", "unknot/import-undone/1"},
                       {"id", id->toString()},
                       {"takenAway", undone.takenAway},
                       {"emptied", undone.emptied},
                       {"recorded", keptJson(undone.recorded)},
                       {"changed", keptJson(undone.changed)}});
  call.say(words.sayCount("importClients.undone.takenAway", undone.takenAway));
  if (undone.emptied > 0) call.say(words.sayCount("importClients.undone.emptied", undone.emptied));
  const auto sayKept = [&](const char* sentence, const std::vector<app::KeptClient>& kept) {
    for (const auto& one : kept)
      call.say(words.say(sentence, {{"names", one.name + " (" + one.client.toString() + ")"}}));
  };
  sayKept("importClients.undone.recorded", undone.recorded);
  sayKept("importClients.undone.changed", undone.changed);
}

}  // namespace unknot::cli
