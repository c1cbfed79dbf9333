// Reads the intake questionnaire, templates/intake.<lang>.toml.
#pragma once

#include <string_view>

#include "domain/intake.h"

namespace unknot::content {

// Throws core::InputError ("error.file.*"): slugs stand once, a question to choose from has at least two
// choices and no other has any, one choice at most asks for a detail, and a condition names a question that
// stands before it.
domain::Questionnaire readQuestionnaire(std::string_view shown, std::string_view text);

}  // namespace unknot::content
