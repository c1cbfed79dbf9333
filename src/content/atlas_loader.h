// The body atlas from data/body/regions.toml and data/body/figure.toml.
#pragma once

#include <vector>

#include "content/content.h"

namespace unknot::content {

// Only the client's left half stands in the files; the right one is its mirror image. A practice's own file
// wins over the shipped one; a broken one is reported in `problems` and the next one used. A single region or
// shape that can't be used is reported and left out on both sides. Without any usable file the atlas is
// empty.
domain::BodyAtlas loadAtlas(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content
