// What speaks for and against a movement, in words for the practitioner.
#pragma once

#include <string>
#include <vector>

#include "core/words.h"
#include "domain/body_atlas.h"
#include "domain/suggestion.h"

namespace unknot::app {

// "Left quadratus lumborum 3, left at 2 · Green Light"; "Keep it small: turning far (osteoporosis)." One line
// each.
std::vector<std::string> reasonsFor(const core::Words& words, const domain::BodyAtlas& atlas,
                                    const domain::Suggestion& suggestion);
// "Keep it small: Dizziness: balance", one line each.
std::vector<std::string> careFor(const core::Words& words, const std::vector<domain::SafetyHit>& hits);
// "Thin bones (osteoporosis): turning far. Bending ... load thin bones."
std::vector<std::string> reasonsAgainst(const core::Words& words, const domain::LeftOut& leftOut);

}  // namespace unknot::app
