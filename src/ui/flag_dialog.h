// Why a safety flag stands, and a named person's word on it: cleared, referred, not relevant, or open again.
#pragma once

#include <string>

#include "app/desk.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// How it was left: without a word, with one that is kept, or for a letter to a physician about it.
enum class FlagEnd { left, said, letter };
FlagEnd askFlag(wxWindow* parent, const Surroundings& around, app::Desk& desk, domain::ClientId client,
                const std::string& flag);

}  // namespace unknot::ui
