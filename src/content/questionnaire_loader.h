// Reads the intake questionnaire, templates/intake.<lang>.toml.
#pragma once

#include <string_view>
#include <vector>

#include "content/content.h"
#include "domain/intake.h"

namespace unknot::content {

// Throws core::InputError ("error.file.*"): slugs stand once, a question to choose from has at least two
// choices and no other has any.
domain::Questionnaire readQuestionnaire(std::string_view shown, std::string_view text);

// The English one, or one without sections when there is none that can be read.
domain::Questionnaire loadQuestionnaire(const Folders& folders, std::vector<Problem>& problems);

}  // namespace unknot::content
