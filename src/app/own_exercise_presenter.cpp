#include "app/own_exercise_presenter.h"

#include <algorithm>
#include <utility>

#include "app/own_library.h"
#include "content/exercise_loader.h"
#include "core/error.h"
#include "core/utf8.h"

namespace unknot::app {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (auto line = core::trimmed(text.substr(at, end - at)); !line.empty()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines, const char* between) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : between) + line;
  return text;
}

}  // namespace

OwnExercisePresenter::OwnExercisePresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

const std::vector<std::string>& OwnExercisePresenter::movementNames() {
  return content::movementNames();
}

void OwnExercisePresenter::fillChoices(OwnExerciseState& state) const {
  state.bases.clear();
  state.baseTitles.clear();
  state.pictures.clear();
  for (const auto& exercise : m_desk.content.exercises()) {
    if (exercise.putAway) continue;
    state.bases.push_back(exercise.slug);
    state.baseTitles.push_back(exercise.text.title);
    if (!exercise.pictures.empty() || exercise.slug == state.slug) continue;
    for (std::size_t i = 1; i <= exercise.frames.size(); ++i)
      state.pictures.push_back(
          {exercise.slug + ":" + std::to_string(i), exercise.text.title + " " + std::to_string(i)});
  }
  for (std::size_t i = 0; i < m_photos.size(); ++i)
    state.pictures.push_back(
        {m_photos[i].name, m_desk.words.say(m_photos[i].photo ? "ownExercise.photo" : "ownExercise.photoGone",
                                            {{"number", std::to_string(i + 1)}})});
}

void OwnExercisePresenter::takePhotosOf(const domain::Exercise& exercise) {
  for (const auto& name : exercise.pictures) {
    if (!domain::isPhotoName(name)) continue;
    m_photos.push_back({name, {}, {}});
    for (const auto& frame : exercise.frames)
      if (const auto* photo = std::get_if<domain::PosePhoto>(&frame.figure);
          photo != nullptr && photo->file == name)
        m_photos.back().photo = photo->photo;
  }
}

void OwnExercisePresenter::startNew() {
  m_patterns.clear();
  m_regions.clear();
  m_dose = {};
  m_photos.clear();
  ++m_opened;
  update([&](OwnExerciseState& state) {
    state = {};
    fillChoices(state);
  });
}

void OwnExercisePresenter::beginWith(const domain::ExerciseSlug& base) {
  const auto* exercise = m_desk.content.exercise(base);
  if (exercise == nullptr) return;
  m_patterns = exercise->patterns;
  m_regions = exercise->regions;
  m_dose = exercise->dose;
  m_photos.clear();
  ++m_opened;
  takePhotosOf(*exercise);
  update([&](OwnExerciseState& state) {
    state = {};
    if (exercise->own) state.slug = exercise->slug;
    fillChoices(state);
    const auto& text = exercise->text;
    state.position = exercise->position;
    state.texts = {{"title", text.title}, {"purpose", text.purpose}, {"steps", joined(text.steps, "\n")},
                   {"sense", text.sense}, {"caution", text.caution}, {"easier", text.easier}};
    if (!exercise->own) state.texts["title"] = m_desk.words.say("ownExercise.copy", {{"title", text.title}});
    state.movements = exercise->movements;
    state.repetitions = exercise->dose.repetitions;
    state.minutes = exercise->dose.minutes;
    state.eachSide = exercise->dose.eachSide;
    state.chosen = exercise->pictures;
    // Pictures of its own can't be borrowed by itself; they stay where they are.
    if (state.chosen.empty() && !exercise->own)
      for (std::size_t i = 1; i <= exercise->frames.size(); ++i)
        state.chosen.push_back(exercise->slug + ":" + std::to_string(i));
    state.captions = text.captions;
    state.captions.resize(state.chosen.size());
  });
}

void OwnExercisePresenter::edit(const std::function<void(OwnExerciseState&)>& change) {
  update([&](OwnExerciseState& state) {
    const auto before = state;
    change(state);
    if (state == before) return;
    ++m_edits;
    state.changed = true;
    state.savedTitle.clear();
    state.problem.reset();
  });
}

void OwnExercisePresenter::setText(const std::string& field, const std::string& text) {
  edit([&](OwnExerciseState& state) {
    const auto before = state.texts.find(field);
    if (text == (before == state.texts.end() ? std::string() : before->second)) return;
    state.texts[field] = text;
    state.issues.erase(field);
  });
}

void OwnExercisePresenter::setPosition(domain::Position position) {
  edit([&](OwnExerciseState& state) { state.position = position; });
}

void OwnExercisePresenter::setMovement(const std::string& movement, bool holds) {
  edit([&](OwnExerciseState& state) {
    std::erase(state.movements, movement);
    if (holds) state.movements.push_back(movement);
    std::sort(state.movements.begin(), state.movements.end());
  });
}

void OwnExercisePresenter::setRepetitions(int count) {
  edit([&](OwnExerciseState& state) { state.repetitions = count; });
}

void OwnExercisePresenter::setMinutes(int minutes) {
  edit([&](OwnExerciseState& state) { state.minutes = minutes; });
}

void OwnExercisePresenter::setEachSide(bool each) {
  edit([&](OwnExerciseState& state) { state.eachSide = each; });
}

void OwnExercisePresenter::setPicture(std::size_t place, const std::string& name) {
  edit([&](OwnExerciseState& state) {
    auto& chosen = state.chosen;
    auto& captions = state.captions;
    const auto before = chosen;
    if (name.empty()) {
      if (place >= chosen.size()) return;
      chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(place));
      captions.erase(captions.begin() + static_cast<std::ptrdiff_t>(place));
    } else if (place < chosen.size()) {
      if (chosen[place] != name) captions[place].clear();
      chosen[place] = name;
    } else if (chosen.size() < kOwnPictures) {
      chosen.push_back(name);
      captions.emplace_back();
    }
    if (chosen != before) state.issues.erase("pictures");
  });
}

void OwnExercisePresenter::addPhoto(const std::filesystem::path& file) {
  update([](OwnExerciseState& state) { state.issues.erase("photo"); });
  m_tasks.run(
      m_alive, [&work = m_desk.work, file] { return importPhoto(work, file); },
      [this, opened = m_opened](ImportedPhoto photo) {
        if (opened != m_opened || state().chosen.size() >= kOwnPictures) return;
        const std::string name = photo.name;
        m_photos.push_back(std::move(photo));
        update([&](OwnExerciseState& state) { fillChoices(state); });
        setPicture(state().chosen.size(), name);
      },
      [this, opened = m_opened](std::exception_ptr error) {
        if (opened != m_opened) return;
        const auto why = core::describe(std::move(error));
        update([&](OwnExerciseState& state) { state.issues["photo"] = why; });
      });
}

void OwnExercisePresenter::setCaption(std::size_t place, const std::string& text) {
  edit([&](OwnExerciseState& state) {
    if (place >= state.captions.size()) return;
    state.captions[place] = text;
    state.issues.erase("captions");
  });
}

std::optional<domain::PoseFrame> OwnExercisePresenter::frameNamed(const std::string& name) const {
  for (const auto& photo : m_photos)
    if (photo.name == name && photo.photo) return domain::frameOf({name, photo.photo});
  if (const auto* picture = domain::pictureNamed(m_desk.content.exercises(), name)) return *picture;
  return {};
}

std::vector<domain::PoseFrame> OwnExercisePresenter::frames() const {
  std::vector<domain::PoseFrame> frames;
  for (const auto& name : state().chosen)
    if (auto picture = frameNamed(name)) frames.push_back(std::move(*picture));
  return frames;
}

void OwnExercisePresenter::dropChanges() {
  update([](OwnExerciseState& state) { state.changed = false; });
}

void OwnExercisePresenter::save(std::function<void(bool)> done) {
  // A second one waits for the first: a new movement has its slug only then.
  if (m_saving) return m_next.push_back(std::move(done));
  m_saving = true;
  m_done = std::move(done);
  update([](OwnExerciseState& state) { state.changed = true; });
  const auto exercise = written();
  run([&work = m_desk.work, exercise, photos = m_photos] { return saveOwnExercise(work, exercise, photos); },
      [this, edits = m_edits](const domain::Exercise& saved) {
        // A photo that it no longer names is gone from the folder.
        std::erase_if(m_photos, [&](const ImportedPhoto& photo) {
          return photo.bytes.empty() &&
                 std::find(saved.pictures.begin(), saved.pictures.end(), photo.name) == saved.pictures.end();
        });
        update([&](OwnExerciseState& state) {
          state.slug = saved.slug;
          state.changed = edits != m_edits;
          state.issues.clear();
          state.problem.reset();
          state.savedTitle = saved.text.title;
          fillChoices(state);
        });
        saidAndDone(true);
      });
}

void OwnExercisePresenter::saidAndDone(bool saved) {
  m_saving = false;
  const auto tell = std::exchange(m_done, {});
  if (const auto next = std::exchange(m_next, {}); !next.empty())
    save([next](bool all) {
      for (const auto& each : next)
        if (each) each(all);
    });
  if (tell) tell(saved);
}

std::string OwnExercisePresenter::labelOf(const std::string& field) const {
  const std::string id = "ownExercise.field." + field;
  if (!m_desk.words.has(id)) return field;
  std::string label = m_desk.words.say(id);
  std::erase(label, '&');
  return label;
}

domain::Exercise OwnExercisePresenter::written() const {
  domain::Exercise exercise;
  const auto textOf = [&](const char* field) {
    const auto found = state().texts.find(field);
    return found == state().texts.end() ? std::string() : core::trimmed(found->second);
  };
  exercise.slug = state().slug;
  exercise.language = m_desk.words.language();
  // Sentences that flow on paper, wherever their lines were broken here.
  const auto flowing = [&](const char* field) { return joined(linesOf(textOf(field)), " "); };
  exercise.text = {textOf("title"),  flowing("purpose"), linesOf(textOf("steps")), {},
                   flowing("sense"), flowing("caution"), flowing("easier"),        {}};
  for (const auto& caption : state().captions) exercise.text.captions.push_back(core::trimmed(caption));
  if (std::all_of(exercise.text.captions.begin(), exercise.text.captions.end(),
                  [](const auto& caption) { return caption.empty(); }))
    exercise.text.captions.clear();
  exercise.position = state().position;
  exercise.patterns = m_patterns;
  exercise.regions = m_regions;
  exercise.movements = state().movements;
  exercise.dose = m_dose;
  exercise.dose.repetitions = state().repetitions;
  exercise.dose.minutes = state().minutes;
  exercise.dose.eachSide = state().eachSide;
  exercise.pictures = state().chosen;
  return exercise;
}

void OwnExercisePresenter::failed(std::exception_ptr error) {
  auto message = core::describe(std::move(error));
  const auto named = std::find_if(message.args.begin(), message.args.end(),
                                  [](const auto& arg) { return arg.name == "field"; });
  std::string field;
  if (named != message.args.end()) {
    field = named->value;
    // In the words that stand before the field.
    if (message.id == "error.text.empty" || message.id == "error.range")
      message = {"ownExercise.empty." + field, {}, {}};
    else
      named->value = labelOf(field);
  }
  update([&](OwnExerciseState& state) {
    if (field.empty())
      state.problem = message;
    else
      state.issues[field] = message;
  });
  saidAndDone(false);
}

}  // namespace unknot::app
