// An answer of the intake in words, as a chart, a letter or a terminal shows it.
#pragma once

#include <string>

#include "core/words.h"
#include "domain/intake.h"

namespace unknot::domain {

// "Neck, left: dull; Jaw, right", "Yes (twice a year)", "Not sure". What is no choice of the question any
// more is shown as it was kept.
std::string answerText(const core::Words& words, const Question& question, const IntakeAnswer& answer);

}  // namespace unknot::domain
