// The pictures of the exercises from data/poses/<exercise slug>.toml.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/folders.h"
#include "domain/exercise.h"

namespace unknot::content {

using PoseFrames = std::map<domain::ExerciseSlug, std::vector<domain::PoseFrame>, std::less<>>;

// Frames by exercise slug. A practice's own file wins over the shipped one; a broken one is reported in
// `problems` and the next version of it used, all others load.
PoseFrames loadPoses(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content
