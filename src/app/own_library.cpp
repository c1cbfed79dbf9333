#include "app/own_library.h"

#include <algorithm>
#include <filesystem>

#include "app/own_files.h"
#include "app/permission.h"
#include "content/exercise_loader.h"
#include "content/overlay.h"
#include "content/videos_file.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"
#include "platform/files.h"

namespace unknot::app {
namespace {

constexpr long kMostSteps = 12;
constexpr std::uint64_t kOwnFileLimit = 4U << 20U;
// Own movements stand behind those of the library.
constexpr long kOwnRank = 5000;
constexpr const char* kVideos = "videos.toml";

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
void writeIntoLibrary(const Workspace& work, const std::filesystem::path& name, const std::string& text) {
  writeOwnFile(work, name, text);
  work.content.library().reload();
}

std::filesystem::path exerciseFile(const std::string& slug) {
  return std::filesystem::path("exercises") / (slug + ".toml");
}

std::filesystem::path seriesFile(const std::string& slug) {
  return std::filesystem::path("series") / (slug + ".toml");
}

bool isShipped(const Workspace& work, const std::filesystem::path& name) {
  const auto versions = content::versionsOf(work.content.folders(), "data/" + name.generic_string());
  return std::any_of(versions.begin(), versions.end(),
                     [](const auto& file) { return file.shown.starts_with("data/"); });
}

bool names(const std::vector<domain::PlanItem>& items, const domain::ExerciseSlug& exercise) {
  return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.exercise == exercise; });
}

bool isNeeded(Workspace& work, const domain::ExerciseSlug& exercise) {
  const auto isNaming = [&](const auto& several) { return names(several.items, exercise); };
  const auto isBorrowing = [&](const domain::Exercise& other) {
    return std::any_of(other.pictures.begin(), other.pictures.end(),
                       [&](const auto& picture) { return picture.starts_with(exercise + ":"); });
  };
  const auto templates = work.store.planTemplates().all();
  const auto& series = work.content.library().series();
  const auto& exercises = work.content.exercises();
  return std::any_of(templates.begin(), templates.end(), isNaming) ||
         std::any_of(series.begin(), series.end(), isNaming) ||
         std::any_of(exercises.begin(), exercises.end(), isBorrowing);
}

bool shows(const domain::Exercise& exercise, const std::string& picture) {
  return std::find(exercise.pictures.begin(), exercise.pictures.end(), picture) != exercise.pictures.end();
}

// Somebody may be seen on a photo: it does not stay behind when nothing shows it any more.
void removeUnusedPhotos(const Workspace& work, const std::vector<std::string>& before) {
  const auto& library = work.content.exercises();
  for (const auto& name : before)
    if (domain::isPhotoName(name) &&
        std::none_of(library.begin(), library.end(), [&](const auto& each) { return shows(each, name); }))
      platform::removeFile(ownFile(work, std::filesystem::path("exercises") / name));
}

const domain::Exercise& requireOwn(const Workspace& work, const domain::ExerciseSlug& slug) {
  const auto* exercise = work.content.exercise(slug);
  if (exercise == nullptr || !exercise->own) throw core::RefusedError({"error.ownExercise.notOwn", {}, {}});
  return *exercise;
}

void markPutAway(const Workspace& work, const domain::ExerciseSlug& slug, bool putAway) {
  const auto name = exerciseFile(slug);
  const auto text = platform::readFile(ownFile(work, name), kOwnFileLimit);
  writeIntoLibrary(work, name, content::markPutAway(text, putAway));
}

}  // namespace

void setVideo(Workspace& work, const domain::ExerciseSlug& exercise, const std::string& address) {
  requireRight(work.store, Right::writeChart);
  const std::string wanted = core::trimmed(address);
  if (!wanted.empty() && !content::isWebAddress(wanted))
    throw core::InputError({"error.video", {{"field", "video"}, {"value", wanted}}, {}});
  // The practice's own file as it is: one that can't be read is told and not written over.
  content::Videos videos;
  const auto file = ownFile(work, kVideos);
  if (std::filesystem::exists(file))
    videos = content::readVideos("custom/data/videos.toml", platform::readFile(file, kOwnFileLimit));
  videos[exercise] = wanted;
  std::erase_if(videos, [](const auto& each) { return each.second.empty(); });
  writeIntoLibrary(work, kVideos, content::writeVideos(videos));
}

domain::Exercise saveOwnExercise(Workspace& work, domain::Exercise exercise,
                                 const std::vector<ImportedPhoto>& photos) {
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
  for (const auto& caption : text.captions) core::checkText("captions", caption, core::kNameLimit);
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
  for (const auto& photo : photos)
    if (!photo.bytes.empty() && shows(exercise, photo.name))
      writeOwnFile(work, std::filesystem::path("exercises") / photo.name, photo.bytes);
  const auto before = there == nullptr ? std::vector<std::string>() : there->pictures;
  writeIntoLibrary(work, exerciseFile(exercise.slug), content::writeExercise(exercise, kOwnRank));
  removeUnusedPhotos(work, before);
  // Read as the next start will read it.
  const auto* read = work.content.exercise(exercise.slug);
  if (read == nullptr)
    throw core::InputError(
        {"error.ownExercise.unreadable", {{"field", "pictures"}, {"title", text.title}}, {}});
  return *read;
}

Removal removalOfExercise(Workspace& work, const domain::ExerciseSlug& slug) {
  requireRight(work.store, Right::writeChart);
  Removal removal;
  removal.title = requireOwn(work, slug).text.title;
  removal.clients = work.store.plans().clientsNaming(slug);
  removal.needed = isNeeded(work, slug);
  if (isShipped(work, exerciseFile(slug)))
    removal.kind = Removal::Kind::shippedReturns;
  else if (removal.clients > 0 || removal.needed)
    removal.kind = Removal::Kind::putAway;
  return removal;
}

Removal removeOwnExercise(Workspace& work, const domain::ExerciseSlug& slug) {
  const auto removal = removalOfExercise(work, slug);
  if (removal.kind == Removal::Kind::putAway) {
    markPutAway(work, slug, true);
    return removal;
  }
  const auto pictures = requireOwn(work, slug).pictures;
  if (removal.kind == Removal::Kind::forGood) {
    if (!requireOwn(work, slug).video.empty()) setVideo(work, slug, "");
    for (const auto& language : work.content.languages())
      platform::removeFile(ownFile(work, std::filesystem::path("exercises") / language / (slug + ".toml")));
  }
  platform::removeFile(ownFile(work, exerciseFile(slug)));
  work.content.library().reload();
  removeUnusedPhotos(work, pictures);
  return removal;
}

void putBackExercise(Workspace& work, const domain::ExerciseSlug& slug) {
  requireRight(work.store, Right::writeChart);
  requireOwn(work, slug);
  markPutAway(work, slug, false);
}

Removal removalOfSeries(Workspace& work, const std::string& slug) {
  requireRight(work.store, Right::writeChart);
  const auto& all = work.content.library().series();
  const auto series =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.slug == slug && each.own; });
  if (series == all.end()) throw core::RefusedError({"error.series.notOwn", {}, {}});
  Removal removal;
  removal.title = series->title;
  if (isShipped(work, seriesFile(slug))) removal.kind = Removal::Kind::shippedReturns;
  return removal;
}

Removal removeOwnSeries(Workspace& work, const std::string& slug) {
  const auto removal = removalOfSeries(work, slug);
  platform::removeFile(ownFile(work, seriesFile(slug)));
  work.content.library().reload();
  return removal;
}

}  // namespace unknot::app
