// Reads the exercise library, data/exercises/<slug>.toml: one file an exercise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "domain/exercise.h"

namespace unknot::content {

// An exercise and its place in the library; equal ranks follow the slug.
struct RankedExercise {
  long rank = 0;
  domain::Exercise exercise;
};

// One file, without its pictures. `slug` is the file's name; `regions` are the region bases that may be
// named, none: any. The text is that of `language`, English where it has none. Throws core::InputError
// ("error.file.*").
RankedExercise readExercise(std::string_view slug, std::string_view shown, std::string_view text,
                            const std::vector<std::string>& regions, std::string_view language = "en");

// The library in its order, texts in English. A custom exercise replaces the shipped one of the same name; a
// broken one is told in `problems`, and the shipped one stays.
std::vector<domain::Exercise> loadExercises(const Folders& folders, const domain::BodyAtlas& atlas,
                                            std::vector<Problem>& problems);

}  // namespace unknot::content
