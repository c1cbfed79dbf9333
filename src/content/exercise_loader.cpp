#include "content/exercise_loader.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "content/toml_file.h"
#include "content/toml_text.h"

namespace unknot::content {
namespace {

constexpr std::string_view kFolder = "data/exercises";
constexpr std::string_view kExtension = ".toml";
constexpr std::string_view kPutAway = "put_away";

const std::vector<std::string> kPatterns = {"green", "red", "trauma", "twist", "awareness"};

std::vector<std::string> positionNames() {
  std::vector<std::string> names;
  for (const auto position : domain::kPositions) names.emplace_back(domain::toString(position));
  return names;
}

domain::Dose readDose(TomlTable table) {
  domain::Dose dose;
  dose.repetitions = static_cast<int>(table.whole("repetitions", 1, 100));
  dose.rounds = static_cast<int>(table.wholeOr("rounds", 1, 1, 20));
  dose.timesADay = static_cast<int>(table.wholeOr("times_a_day", 1, 1, 10));
  dose.minutes = static_cast<int>(table.whole("minutes", 1, 60));
  dose.eachSide = table.flagOr("each_side", false);
  table.finish();
  return dose;
}

// "{right|left}" says the first word for the side that is drawn and the second for the other one.
std::optional<std::string> resolved(std::string_view text, bool drawnSide) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find_first_of("{|}", at);
    plain += text.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t bar = text.find_first_of("{|}", open + 1);
    const std::size_t close = bar == std::string_view::npos ? bar : text.find_first_of("{|}", bar + 1);
    if (close == std::string_view::npos || text[open] != '{' || text[bar] != '|' || text[close] != '}')
      return {};
    plain += drawnSide ? text.substr(open + 1, bar - open - 1) : text.substr(bar + 1, close - bar - 1);
    at = close + 1;
  }
  return plain;
}

std::vector<std::string> resolved(const TomlTable& table, const std::vector<std::string>& steps,
                                  bool drawnSide) {
  std::vector<std::string> plain;
  for (const auto& step : steps) {
    auto text = resolved(step, drawnSide);
    if (!text) throw table.fault("error.file.sides", "steps", {{"example", "{right|left}"}});
    plain.push_back(std::move(*text));
  }
  return plain;
}

void readSteps(TomlTable& table, std::optional<domain::Side> side, domain::ExerciseText& text) {
  auto steps = table.texts("steps");
  if (side) {
    const auto other = *side == domain::Side::left ? domain::Side::right : domain::Side::left;
    text.sideSteps[*side] = resolved(table, steps, true);
    text.sideSteps[other] = resolved(table, steps, false);
    steps.push_back(table.text("other_side"));
  }
  text.steps = resolved(table, steps, true);
  if (!side && text.steps != steps)
    throw table.fault("error.file.sides", "steps", {{"example", "{right|left}"}});
}

domain::ExerciseText readText(TomlTable& table, std::optional<domain::Side> side) {
  domain::ExerciseText text;
  text.title = table.text("title");
  text.purpose = table.text("purpose");
  readSteps(table, side, text);
  text.sense = table.text("sense");
  text.caution = table.textOr("caution");
  text.easier = table.textOr("easier");
  return text;
}

// The texts stand in a table named by their language, [en], [pt-BR]; every other table has a longer name.
bool isLanguage(std::string_view key) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::string_view tag = key.substr(0, key.find('-'));
  return (tag.size() == 2 || tag.size() == 3) && std::all_of(tag.begin(), tag.end(), letter);
}

std::string languageOf(const TomlTable& root) {
  for (const auto& key : root.keys())
    if (isLanguage(key)) return key;
  return "en";
}

}  // namespace

const std::vector<std::string>& movementNames() {
  static const std::vector<std::string> kMovements = {
      "end-range-flexion", "end-range-rotation", "lying-on-front",
      "hip-rotation",      "hip-flexion",        "getting-to-the-floor",
      "balance",           "overhead",           "neck-extension"};
  return kMovements;
}

RankedExercise readExercise(std::string_view slug, std::string_view shown, std::string_view text,
                            const std::vector<std::string>& regions) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  RankedExercise ranked;
  auto& exercise = ranked.exercise;
  exercise.slug = root.oneOf("slug", {std::string(slug)});
  ranked.rank = root.whole("rank", 1, 9999);
  exercise.position = domain::positionFrom(root.oneOf("position", positionNames()));
  exercise.patterns = root.someOf("patterns", kPatterns);
  exercise.regions = regions.empty() ? root.textsOrNone("regions") : root.someOf("regions", regions);
  exercise.movements = root.someOf("movements", movementNames());
  exercise.dose = readDose(root.table("dose"));
  exercise.catStretch = root.flagOr("cat_stretch", false);
  exercise.sources = root.textsOrNone("sources");
  exercise.reviewed = root.flagOr("reviewed", false);
  exercise.pictures = root.textsOrNone("pictures");
  exercise.putAway = root.flagOr(kPutAway, false);
  if (root.has("side")) exercise.side = domain::sideFrom(root.oneOf("side", {"left", "right"}));
  exercise.language = languageOf(root);
  TomlTable texts = root.table(exercise.language);
  exercise.text = readText(texts, exercise.side);
  if (texts.has("captions")) exercise.text.captions = texts.textsEach("captions", exercise.pictures.size());
  texts.finish();
  root.finish();
  return ranked;
}

std::string markPutAway(std::string_view text, bool putAway) {
  std::string marked;
  if (putAway) marked.append(kPutAway).append(" = true\n");
  bool beforeTables = true;
  while (!text.empty()) {
    const auto line =
        text.substr(0, text.find('\n') == std::string_view::npos ? text.size() : text.find('\n') + 1);
    text.remove_prefix(line.size());
    const auto begin = line.find_first_not_of(" \t");
    const auto written = begin == std::string_view::npos ? std::string_view() : line.substr(begin);
    beforeTables = beforeTables && !written.starts_with('[');
    if (beforeTables && written.starts_with(kPutAway)) continue;
    marked += line;
  }
  return marked;
}

void translate(domain::Exercise& exercise, const std::string& language, std::string_view shown,
               std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  auto translated = readText(root, exercise.side);
  std::vector<std::string> captions;
  if (root.has("captions")) captions = root.textsEach("captions", exercise.frames.size());
  root.finish();
  exercise.language = language;
  exercise.text = std::move(translated);
  for (std::size_t i = 0; i < captions.size(); ++i) exercise.frames[i].caption = captions[i];
}

std::vector<domain::Exercise> loadExercises(const Folders& folders, const std::vector<std::string>& regions,
                                            std::vector<Problem>& problems) {
  std::vector<RankedExercise> library;
  for (const auto& name : namesIn(folders, kFolder, kExtension)) {
    for (const auto& file : versionsOf(folders, std::string(kFolder) + "/" + name)) {
      try {
        const std::string slug = name.substr(0, name.size() - kExtension.size());
        library.push_back(readExercise(slug, file.shown, readFile(file), regions));
        library.back().exercise.own = file.shown.starts_with("custom/");
        break;
      } catch (const core::InputError& error) {
        problems.push_back(problemOf(error, file.shown));
      }
    }
  }
  std::sort(library.begin(), library.end(), [](const RankedExercise& a, const RankedExercise& b) {
    return std::tie(a.rank, a.exercise.slug) < std::tie(b.rank, b.exercise.slug);
  });
  std::vector<domain::Exercise> exercises;
  for (auto& ranked : library) exercises.push_back(std::move(ranked.exercise));
  return exercises;
}

std::string writeExercise(const domain::Exercise& exercise, long rank) {
  const auto list = [](const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const auto& text : texts) out += (out.size() == 1 ? "" : ", ") + tomlText(text);
    return out + "]";
  };
  const auto& dose = exercise.dose;
  const auto& text = exercise.text;
  std::string out = "slug = " + tomlText(exercise.slug) + "\nrank = " + std::to_string(rank) +
                    "\nposition = " + tomlText(domain::toString(exercise.position)) +
                    "\npatterns = " + list(exercise.patterns) + "\nregions = " + list(exercise.regions) +
                    "\nmovements = " + list(exercise.movements) + "\npictures = " + list(exercise.pictures) +
                    "\n\n[dose]\nrepetitions = " + std::to_string(dose.repetitions) +
                    "\nrounds = " + std::to_string(dose.rounds) +
                    "\ntimes_a_day = " + std::to_string(dose.timesADay) +
                    "\nminutes = " + std::to_string(dose.minutes) +
                    "\neach_side = " + (dose.eachSide ? "true" : "false") + "\n\n[" + exercise.language +
                    "]\ntitle = " + tomlText(text.title) + "\npurpose = " + tomlText(text.purpose) +
                    "\nsteps = " + list(text.steps) + "\nsense = " + tomlText(text.sense);
  if (!text.caution.empty()) out += "\ncaution = " + tomlText(text.caution);
  if (!text.easier.empty()) out += "\neasier = " + tomlText(text.easier);
  if (!text.captions.empty()) out += "\ncaptions = " + list(text.captions);
  return out + "\n";
}

}  // namespace unknot::content
