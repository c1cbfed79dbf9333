// data/body/builds.toml: how the slender and the broad figure differ from the drawn, medium one.
#pragma once

#include <map>

#include "content/overlay.h"
#include "domain/body_build.h"
#include "domain/figure_warp.h"

namespace unknot::content {

struct BuildStrips {
  domain::FigureStrips upright;  // front and back: the right half of the drawing, from a middle at x = 0
  domain::FigureStrips side;     // the left side view
};

// Throws InputError ("error.file.*": file, line) for a file that can't be used.
std::map<domain::BodyBuild, BuildStrips> readBuilds(const FoundFile& found);

// Both halves of a half, about its real middle.
domain::FigureStrips mirroredStrips(const domain::FigureStrips& half, double middle);

}  // namespace unknot::content
