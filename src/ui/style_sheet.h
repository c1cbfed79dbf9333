// The GTK style sheet of one appearance, made from the tones.
#pragma once

#include <string>

#include "ui/theme.h"

namespace unknot::ui {

std::string styleSheet(Appearance appearance);
// The style class of a look, "unknot-card".
const char* styleClass(Look look);

}  // namespace unknot::ui
