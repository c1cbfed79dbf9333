#include "content/exercise_library.h"

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "content/exercise_loader.h"
#include "content/language_tag.h"
#include "content/overlay.h"
#include "content/pose_loader.h"
#include "content/series_loader.h"
#include "content/toml_file.h"
#include "content/videos_file.h"
#include "core/error.h"

namespace unknot::content {
namespace {

constexpr std::string_view kExercises = "data/exercises";
constexpr std::size_t kMostPictures = 4;

struct Edition {
  std::vector<domain::Exercise> exercises;
  std::vector<Problem> problems;
};

// The folders of translations.
std::vector<std::string> languagesIn(const Folders& folders) {
  std::set<std::string> tags{"en"};
  for (const auto& name : foldersIn(folders, kExercises)) tags.insert(name);
  return {tags.begin(), tags.end()};
}

// Where the library is read from.
struct Source {
  const Folders& folders;
  const std::vector<std::string>& regions;
  const PhotoFiles& photos;
};

// A photo of the practice's own; one that can't be used is told, and the movement is shown without it.
std::optional<domain::PoseFrame> photoNamed(const std::string& name, const Source& source, Edition& edition) {
  const std::string relative = std::string(kExercises) + "/" + name;
  const auto files = versionsOf(source.folders, relative);
  const std::string shown = files.empty() ? "custom/" + relative : files.front().shown;
  try {
    if (!files.empty()) return domain::frameOf({name, source.photos.read(files.front())});
    edition.problems.push_back({shown, 0, {"error.file.photoGone", {{"file", shown}}, {}}});
  } catch (const core::InputError&) {
    edition.problems.push_back({shown, 0, {"error.file.photo", {{"file", shown}}, {}}});
  }
  return {};
}

// Gives movements that take their pictures from elsewhere theirs; one that borrows what isn't there is told
// and left out.
void takePictures(Edition& edition, const Source& source) {
  std::set<std::string> broken;
  for (auto& exercise : edition.exercises) {
    const auto& names = exercise.pictures;
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::optional<domain::PoseFrame> picture;
      const bool isPhoto = domain::isPhotoName(names[i]);
      if (isPhoto)
        picture = photoNamed(names[i], source, edition);
      else if (const auto* lent = domain::pictureNamed(edition.exercises, names[i]))
        picture = *lent;
      if (picture && i < kMostPictures) {
        const auto& captions = exercise.text.captions;
        if (i < captions.size() && !captions[i].empty()) picture->caption = captions[i];
        exercise.frames.push_back(std::move(*picture));
      } else if (!isPhoto || i >= kMostPictures) {
        const std::string file = std::string(kExercises) + "/" + exercise.slug + ".toml";
        if (broken.insert(exercise.slug).second)
          edition.problems.push_back(
              {file, 0, {"error.file.picture", {{"file", file}, {"value", names[i]}}, {}}});
      }
    }
  }
  std::erase_if(edition.exercises, [&](const auto& each) { return broken.contains(each.slug); });
}

Edition authorsEdition(const Source& source) {
  const Folders& folders = source.folders;
  Edition edition;
  edition.exercises = loadExercises(folders, source.regions, edition.problems);
  auto poses = loadPoses(folders, edition.problems);
  for (auto& exercise : edition.exercises)
    if (auto frames = poses.find(exercise.slug); frames != poses.end())
      exercise.frames = std::move(frames->second);
  takePictures(edition, source);
  const auto videos = loadVideos(folders, edition.problems);
  for (auto& exercise : edition.exercises)
    if (const auto video = videos.find(exercise.slug); video != videos.end()) exercise.video = video->second;
  return edition;
}

void translateEach(Edition& edition, const Folders& folders, const std::string& language) {
  for (auto& exercise : edition.exercises) {
    if (exercise.language == language) continue;
    const std::string relative = std::string(kExercises) + "/" + language + "/" + exercise.slug + ".toml";
    for (const auto& file : versionsOf(folders, relative)) {
      try {
        translate(exercise, language, file.shown, readFile(file));
        break;
      } catch (const core::InputError& error) {
        edition.problems.push_back(problemOf(error, file.shown));
      }
    }
  }
}

}  // namespace

// One reading of all files; kept after the next one, since others may still use what it gave out.
struct ExerciseLibrary::State {
  struct Reading {
    Edition authors;
    std::vector<domain::Series> series;
    std::map<std::string, Edition, std::less<>> translated;
  };

  Reading read() const {
    if (folders.data.empty()) return {};
    Reading reading{authorsEdition({folders, regions, *photos}), {}, {}};
    reading.series = loadSeries(folders, reading.authors.exercises, reading.authors.problems);
    return reading;
  }

  Folders folders;
  std::vector<std::string> regions;
  std::shared_ptr<const PhotoFiles> photos;
  std::vector<std::string> languages{"en"};
  std::mutex mutex;
  std::deque<Reading> readings;

  // The newest one, made when it is first asked for: the way to the login needs no exercise. Under the lock.
  Reading& newest() {
    if (readings.empty()) readings.push_back(read());
    return readings.back();
  }

  const Edition& edition(std::string_view language) {
    const std::lock_guard lock(mutex);
    auto& reading = newest();
    std::string tag(language);
    while (!tag.empty() && !std::binary_search(languages.begin(), languages.end(), tag))
      tag = shorterTag(tag);
    // English is what nearly everything was written in; a file of another author may still have a
    // translation.
    if (tag.empty()) tag = "en";
    auto found = reading.translated.find(tag);
    if (found == reading.translated.end()) {
      found = reading.translated.emplace(tag, reading.authors).first;
      translateEach(found->second, folders, tag);
    }
    return found->second;
  }
};

ExerciseLibrary::ExerciseLibrary() : m_state(std::make_unique<State>()) {}

ExerciseLibrary::ExerciseLibrary(Folders folders, std::vector<std::string> regions,
                                 std::shared_ptr<const PhotoFiles> photos)
    : ExerciseLibrary() {
  m_state->languages = languagesIn(folders);
  m_state->folders = std::move(folders);
  m_state->regions = std::move(regions);
  m_state->photos = std::move(photos);
}

ExerciseLibrary::~ExerciseLibrary() = default;
ExerciseLibrary::ExerciseLibrary(ExerciseLibrary&&) noexcept = default;
ExerciseLibrary& ExerciseLibrary::operator=(ExerciseLibrary&&) noexcept = default;

const std::vector<domain::Exercise>& ExerciseLibrary::all(std::string_view language) const {
  return m_state->edition(language).exercises;
}

const domain::Exercise* ExerciseLibrary::find(std::string_view slug, std::string_view language) const {
  const auto& exercises = all(language);
  const auto found =
      std::find_if(exercises.begin(), exercises.end(), [&](const auto& each) { return each.slug == slug; });
  return found == exercises.end() ? nullptr : &*found;
}

const std::vector<domain::Series>& ExerciseLibrary::series() const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->newest().series;
}

const std::vector<std::string>& ExerciseLibrary::languages() const {
  return m_state->languages;
}

const std::vector<Problem>& ExerciseLibrary::problems(std::string_view language) const {
  return m_state->edition(language).problems;
}

void ExerciseLibrary::reload() const {
  auto reading = m_state->read();
  const std::lock_guard lock(m_state->mutex);
  m_state->readings.push_back(std::move(reading));
}

}  // namespace unknot::content
