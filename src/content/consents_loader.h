// Reads what a client is asked to agree to, templates/consents.<language>.toml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/consent.h"

namespace unknot::content {

// Throws core::InputError ("error.file.*"): each slug once, a version, title and text.
std::vector<domain::ConsentText> readConsents(std::string_view shown, std::string_view text);

// None when there is no file that can be read.
std::vector<domain::ConsentText> loadConsents(const Folders& folders, std::string_view language,
                                              std::vector<Problem>& problems);

}  // namespace unknot::content
