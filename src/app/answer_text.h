// What was answered, in words.
#pragma once

#include <string>

#include "core/words.h"
#include "domain/intake.h"

namespace unknot::app {

// An answer in words: chosen labels, "Not sure", "I'd rather tell you"; "" for none.
std::string answerText(const core::Words& words, const domain::Question& question,
                       const domain::IntakeAnswer& answer);

}  // namespace unknot::app
