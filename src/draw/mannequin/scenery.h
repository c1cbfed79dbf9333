// Mats, chairs, shelves and the arrows of a movement. Internal to `draw`.
#pragma once

#include <vector>

#include "domain/pose.h"
#include "draw/mannequin/ink.h"

namespace unknot::draw::mannequin {

// Seen from the side a mat is drawn over the figure: that makes the contact flat.
bool liesOverFigure(const domain::PoseProp& prop);
// Stands as it is when the figure is turned.
bool staysUpright(const domain::PoseProp& prop);
void paintProp(const Ink& ink, const domain::PoseProp& prop);
void paintArrow(const Ink& ink, const domain::PoseArrow& arrow);

}  // namespace unknot::draw::mannequin
