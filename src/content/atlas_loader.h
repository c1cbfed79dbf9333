// The body atlas from data/body/regions.toml, figure.toml and builds.toml.
#pragma once

#include <vector>

#include "content/atlases.h"
#include "content/content.h"

namespace unknot::content {

// The atlas in every build, all with the same regions; the medium one is always there, and is figure.toml as
// it stands. Only the client's left half stands in the files; the right one is its mirror image. A practice's
// own file wins over the shipped one; a broken one is reported in `problems` and the next one used. A single
// region or shape that can't be used is reported and left out on both sides. Without usable builds only the
// medium figure is there; without usable regions or a figure it is empty.
Atlases loadAtlases(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content
