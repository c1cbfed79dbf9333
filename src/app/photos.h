// Use cases: a photo, a drawing or a logo is taken over from a file of the practitioner's. What is kept is
// packed anew: small, upright, and without place, time and names that a camera wrote into it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/workspace.h"

namespace unknot::app {

struct ImportedPhoto {
  std::string name;   // under which it is kept beside the movements
  std::string bytes;  // to be kept; empty: it is there already
  std::shared_ptr<const core::Photo> photo;
};

// Reads only; saveOwnExercise() and changePractice() keep it. Ask the right to change charts. Throw
// InputError
// ("error.picture.*") for what can't be used, StorageError for a file that can't be read.
ImportedPhoto importPhoto(Workspace& work, const std::filesystem::path& file);
// Without a name.
ImportedPhoto importLogo(Workspace& work, const std::filesystem::path& file);

}  // namespace unknot::app
