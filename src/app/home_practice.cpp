#include "app/home_practice.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "content/exercise_loader.h"
#include "content/overlay.h"
#include "content/series_loader.h"
#include "content/videos_file.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "platform/files.h"

namespace unknot::app {

using domain::ExercisePlan;

namespace {

constexpr long kMostSteps = 12;
constexpr std::uint64_t kOwnFileLimit = 4U << 20U;
// Own movements stand behind those of the library.
constexpr long kOwnRank = 5000;

// What the practitioner wrote; version, author and time are the program's.
bool sameWords(ExercisePlan a, const ExercisePlan& b) {
  a.version = b.version;
  a.author = b.author;
  a.savedAt = b.savedAt;
  return a == b;
}

void checkExercises(const Workspace& work, const ExercisePlan& plan) {
  for (std::size_t i = 0; i < plan.items.size(); ++i)
    if (work.content.exercise(plan.items[i].exercise) == nullptr)
      throw core::InputError(
          {"error.use.exercise",
           {{"field", "items[" + std::to_string(i) + "].exercise"}, {"value", plan.items[i].exercise}},
           {}});
}

void checkReasons(Workspace& work, const ExercisePlan& plan) {
  const auto raised = groundsOf(work, plan.client).raised;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (!core::trimmed(plan.items[i].reason).empty()) continue;
    const auto& exercise = *work.content.exercise(plan.items[i].exercise);
    const auto against = domain::judge(exercise, raised).leavesOut;
    if (!against.empty())
      throw core::InputError({"error.plan.reason",
                              {{"field", "items[" + std::to_string(i) + "].reason"},
                               {"exercise", exercise.text.title},
                               {"flag", against.front().flag->title}},
                              {}});
  }
}

// "Evening, chair" makes "evening-chair"; nothing is left of a title without letters or digits of ours.
std::string slugOf(std::string_view title) {
  std::string slug;
  for (const char c : title) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (kept)
      slug += small;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::filesystem::path customFolder(const Workspace& work) {
  const auto& custom = work.content.folders().custom;
  if (!custom) throw core::BugError("no folder for the practice's own files");
  return *custom;
}

// Into custom/data/ of the practice; the library is read again.
void writeOwnFile(const Workspace& work, const std::filesystem::path& name, const std::string& text) {
  const auto file = customFolder(work) / "data" / name;
  platform::makeFolder(file.parent_path());
  platform::writeFileCarefully(file, text);
  work.content.library().reload();
}

}  // namespace

ExercisePlan savePlan(Workspace& work, ExercisePlan plan) {
  requireRight(work.store, Right::writeChart);
  requireClient(work, plan.client);
  check(plan);
  checkExercises(work, plan);
  if (plan.id.isNil()) plan.id = work.ids.make<domain::PlanId>();
  for (const auto& earlier : work.store.plans().ofClient(plan.client)) {
    if (earlier.id != plan.id) continue;
    if (sameWords(plan, earlier)) return earlier;
    throw core::RefusedError({"error.plan.exists", {}, {}});
  }
  checkReasons(work, plan);
  plan.author = work.store.user().id;
  plan.savedAt = work.clock.now();
  auto stored = work.store.plans().append(plan);
  publishAfterCommit(work, {Change::Kind::plan, stored.client.value, stored.id.value});
  return stored;
}

HomePracticeGrounds groundsOf(Workspace& work, domain::ClientId client) {
  requireRight(work.store, Right::readChart);
  HomePracticeGrounds grounds;
  const auto sessions = work.store.sessions().ofClient(client);
  const auto newest = std::find_if(sessions.rbegin(), sessions.rend(), [](const domain::Session& session) {
    const auto& content = session.current.content;
    return content.kind == domain::SessionKind::handsOn && !session.isInError() && !content.findings.empty();
  });
  if (newest != sessions.rend()) {
    grounds.mapOf = newest->current.content.serviceDate;
    grounds.map = newest->current.content.findings;
  }
  const auto intakes = work.store.intakes().ofClient(client);
  grounds.intake = !intakes.empty();
  if (grounds.intake) {
    grounds.raised = domain::raisedFlags(work.content.safetyFlags(), intakes.back());
    grounds.open = domain::openQuestions(work.content.safetyFlags(), intakes.back());
  }
  return grounds;
}

domain::PracticeLog addPracticeLog(Workspace& work, domain::PracticeLog log) {
  requireRight(work.store, Right::writeChart);
  requireClient(work, log.client);
  check(log, work.today());
  // A movement that has left the library was still practised by somebody whose plan had it.
  std::set<domain::ExerciseSlug> planned;
  for (const auto& plan : work.store.plans().ofClient(log.client))
    for (const auto& item : plan.items) planned.insert(item.exercise);
  for (std::size_t i = 0; i < log.grid.size(); ++i)
    if (work.content.exercise(log.grid[i].exercise) == nullptr && !planned.contains(log.grid[i].exercise))
      throw core::InputError(
          {"error.use.exercise",
           {{"field", "grid[" + std::to_string(i) + "].exercise"}, {"value", log.grid[i].exercise}},
           {}});
  if (log.id.isNil()) log.id = work.ids.make<domain::PracticeLogId>();
  log.author = work.store.user().id;
  log.enteredAt = work.clock.now();
  work.store.practiceLogs().add(log);
  publishAfterCommit(work, {Change::Kind::practiceLog, log.client.value, log.id.value});
  return log;
}

void setVideo(Workspace& work, const domain::ExerciseSlug& exercise, const std::string& address) {
  requireRight(work.store, Right::writeChart);
  const std::string wanted = core::trimmed(address);
  if (!wanted.empty() && !content::isWebAddress(wanted))
    throw core::InputError({"error.video", {{"field", "video"}, {"value", wanted}}, {}});
  // The practice's own file as it is: one that can't be read is told and not written over.
  content::Videos videos;
  const auto file = customFolder(work) / "data" / "videos.toml";
  if (std::filesystem::exists(file))
    videos = content::readVideos("custom/data/videos.toml", platform::readFile(file, kOwnFileLimit));
  videos[exercise] = wanted;
  std::erase_if(videos, [](const auto& each) { return each.second.empty(); });
  writeOwnFile(work, "videos.toml", content::writeVideos(videos));
}

domain::Exercise saveOwnExercise(Workspace& work, domain::Exercise exercise) {
  requireRight(work.store, Right::writeChart);
  auto& text = exercise.text;
  text.title = core::trimmed(text.title);
  domain::checkRequired("title", text.title, core::kNameLimit);
  domain::checkRequired("purpose", text.purpose, core::kLineLimit);
  domain::checkRequired("sense", text.sense, core::kLineLimit);
  domain::checkRange("steps", static_cast<long>(text.steps.size()), 1, kMostSteps);
  for (const auto& step : text.steps) domain::checkRequired("steps", step, core::kLineLimit);
  core::checkText("caution", text.caution, core::kLineLimit);
  core::checkText("easier", text.easier, core::kLineLimit);
  const auto& library = work.content.exercises();
  const auto known = [&](const std::string& slug) {
    return std::any_of(library.begin(), library.end(), [&](const auto& each) { return each.slug == slug; });
  };
  if (exercise.slug.empty()) {
    const std::string wanted = "own-" + slugOf(text.title);
    exercise.slug = wanted;
    for (int number = 2; known(exercise.slug); ++number)
      exercise.slug = wanted + "-" + std::to_string(number);
  }
  const auto* there = work.content.exercise(exercise.slug);
  if (there != nullptr && !there->own) throw core::RefusedError({"error.ownExercise.shipped", {}, {}});
  exercise.side.reset();
  text.sideSteps.clear();
  exercise.own = true;
  writeOwnFile(work, std::filesystem::path("exercises") / (exercise.slug + ".toml"),
               content::writeExercise(exercise, kOwnRank));
  // Read as the next start will read it.
  const auto* read = work.content.exercise(exercise.slug);
  if (read == nullptr)
    throw core::InputError(
        {"error.ownExercise.unreadable", {{"field", "pictures"}, {"title", text.title}}, {}});
  return *read;
}

domain::Series keepSeries(Workspace& work, const std::string& title, std::vector<domain::PlanItem> items) {
  requireRight(work.store, Right::writeChart);
  domain::Series series;
  series.title = core::trimmed(title);
  domain::checkRequired("series.title", series.title, core::kNameLimit);
  series.slug = slugOf(series.title);
  if (series.slug.empty()) series.slug = "series-" + work.ids.make<domain::PlanId>().toString().substr(0, 13);
  domain::checkRange("items", static_cast<long>(items.size()), 1, static_cast<long>(domain::kMostPlanItems));
  for (const auto& item : items)
    if (work.content.exercise(item.exercise) == nullptr)
      throw core::InputError({"error.use.exercise", {{"field", "items"}, {"value", item.exercise}}, {}});
  // Also one that can't be read at present.
  if (!content::versionsOf(work.content.folders(), "data/series/" + series.slug + ".toml").empty())
    throw core::RefusedError({"error.series.exists", {{"title", series.title}}, {}});
  for (auto& item : items) {
    item.cue.clear();
    item.reason.clear();
  }
  series.items = std::move(items);
  series.own = true;
  writeOwnFile(work, std::filesystem::path("series") / (series.slug + ".toml"), content::writeSeries(series));
  return series;
}

}  // namespace unknot::app
