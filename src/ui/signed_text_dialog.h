// Asks for a text that will be signed: a later note, or why a session was entered in error.
#pragma once

#include <optional>
#include <string>

#include "ui/surroundings.h"

namespace unknot::ui {

// Ids of the word catalogue: of the title, with "<title>Help" under it, and of the verb that signs. Nothing
// when the person changed their mind; what was typed is not thrown away by a slip of the finger.
struct SignedTextWords {
  const char* titleId;
  const char* verbId;
};
std::optional<std::string> askSignedText(wxWindow* parent, const Surroundings& around,
                                         const SignedTextWords& words, const std::string& before);

}  // namespace unknot::ui
