#include "app/home_practice.h"

#include <algorithm>

#include "app/permission.h"
#include "app/require_client.h"
#include "app/subject.h"
#include "content/exercise_loader.h"
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

// Into custom/data/ of the practice; the library is read again.
void writeOwnFile(const Workspace& work, const std::filesystem::path& name, const std::string& text) {
  const auto& custom = work.content.folders().custom;
  if (!custom) throw core::BugError("no folder for the practice's own files");
  const auto file = *custom / "data" / name;
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
  if (grounds.intake) grounds.raised = domain::raisedFlags(work.content.safetyFlags(), intakes.back());
  return grounds;
}

domain::Suggestions suggestionsFor(Workspace& work, domain::ClientId client,
                                   const std::vector<domain::ExerciseSlug>& planned) {
  requireRight(work.store, Right::readChart);
  requireClient(work, client);
  const auto grounds = groundsOf(work, client);
  return domain::suggest(work.content.exercises(), work.content.atlas(), grounds.map, grounds.raised,
                         planned);
}

domain::PracticeLog addPracticeLog(Workspace& work, domain::PracticeLog log) {
  requireRight(work.store, Right::writeChart);
  requireClient(work, log.client);
  check(log, work.today());
  for (std::size_t i = 0; i < log.grid.size(); ++i)
    if (work.content.exercise(log.grid[i].exercise) == nullptr)
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
  content::Videos videos;
  for (const auto& each : work.content.exercises())
    if (!each.video.empty()) videos[each.slug] = each.video;
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
    for (int number = 2; known(exercise.slug); ++number) exercise.slug = wanted + "-" + std::to_string(number);
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
    throw core::InputError({"error.ownExercise.unreadable", {{"field", "pictures"}, {"title", text.title}}, {}});
  return *read;
}

domain::Series keepSeries(Workspace& work, const std::string& title, std::vector<domain::PlanItem> items) {
  requireRight(work.store, Right::writeChart);
  domain::Series series;
  series.title = core::trimmed(title);
  domain::checkRequired("series.title", series.title, core::kNameLimit);
  series.slug = slugOf(series.title);
  if (series.slug.empty()) series.slug = "series-" + work.ids.make<domain::PlanId>().toString().substr(0, 13);
  const auto& known = work.content.library().series();
  if (std::any_of(known.begin(), known.end(), [&](const auto& each) { return each.slug == series.slug; }))
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
