// The pictures of an exercise on their panel.
#pragma once

#include <optional>

#include "document/parts.h"

namespace unknot::document {

// All frames in a grid that makes them as large as `width` and `maxHeight` (points at normal print) allow,
// numbered and with their captions. Nothing for an exercise without frames.
std::optional<Figure> exercisePictures(const BuildContext& context, const Parts& parts,
                                       const domain::Exercise& exercise, double width, double maxHeight);

}  // namespace unknot::document
