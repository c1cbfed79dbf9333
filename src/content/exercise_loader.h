// Reads the exercise library, data/exercises/<slug>.toml: one file an exercise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/exercise.h"

namespace unknot::content {

// What cautions hang on: "end-range-flexion" ...
const std::vector<std::string>& movementNames();

// An exercise and its place in the library; equal ranks follow the slug.
struct RankedExercise {
  long rank = 0;
  domain::Exercise exercise;
};

// One file, without its pictures; the texts are in the language of its table, [en]. `slug` is the file's
// name; `regions` are the region bases that may be named, none: any. Throws core::InputError
// ("error.file.*").
RankedExercise readExercise(std::string_view slug, std::string_view shown, std::string_view text,
                            const std::vector<std::string>& regions);

// What readExercise() takes, of a movement without a side.
std::string writeExercise(const domain::Exercise& exercise, long rank);

// The text of such a file with the line that keeps the movement off the shelves, or without it; everything
// else as it was.
std::string markPutAway(std::string_view text, bool putAway);

// Puts the texts of data/exercises/<language>/<slug>.toml, and the captions of the pictures, in the place of
// those that are there. Throws core::InputError ("error.file.*"), and then nothing has changed.
void translate(domain::Exercise& exercise, const std::string& language, std::string_view shown,
               std::string_view text);

// The library in its order, without pictures. A custom exercise replaces the shipped one of the same name; a
// broken one is told in `problems`, and the shipped one stays.
std::vector<domain::Exercise> loadExercises(const Folders& folders, const std::vector<std::string>& regions,
                                            std::vector<Problem>& problems);

}  // namespace unknot::content
