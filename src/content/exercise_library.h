// The library of movements in every language it is written in: data/exercises/<slug>.toml with the texts of
// its author's language, data/exercises/<language>/<slug>.toml with translations, data/poses/<slug>.toml with
// pictures, data/videos.toml with the practice's own films, data/series/<slug>.toml with movements given
// together.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "content/photo_files.h"
#include "domain/exercise.h"
#include "domain/series.h"

namespace unknot::content {

// Safe from any thread. What it gave out stays valid for as long as it lives, also after reload().
class ExerciseLibrary {
 public:
  // Nothing.
  ExerciseLibrary();
  // What every language shares and the texts of their authors are read when something is first asked for, and
  // each translation likewise. `regions`: the region bases that may be named.
  ExerciseLibrary(Folders folders, std::vector<std::string> regions,
                  std::shared_ptr<const PhotoFiles> photos = std::make_shared<PhotoFiles>(nullptr));
  ~ExerciseLibrary();
  ExerciseLibrary(ExerciseLibrary&&) noexcept;
  ExerciseLibrary& operator=(ExerciseLibrary&&) noexcept;

  // In the library's order. A movement that isn't translated has the texts of its author: its `language` says
  // so.
  const std::vector<domain::Exercise>& all(std::string_view language) const;
  // nullptr when the library hasn't got it.
  const domain::Exercise* find(std::string_view slug, std::string_view language) const;
  // Movements that are given together, by slug.
  const std::vector<domain::Series>& series() const;
  // Tags, sorted; "en" is always among them.
  const std::vector<std::string>& languages() const;
  // Of what all languages share, and of the translations into `language`.
  const std::vector<Problem>& problems(std::string_view language) const;

  // Reads the files again: a practitioner changed one of their own.
  void reload() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace unknot::content
