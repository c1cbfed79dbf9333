// Reads data/words.<lang>.toml into a word catalogue.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "core/words.h"

namespace unknot::content {

using WordEntries = std::map<std::string, core::Words::Entry, std::less<>>;

// The entries of one file. Tables join into ids ("error.text.long"); a table with only `one` and `other`
// is an entry that counts. An entry that can't be used is left out and told in `problems`; the others
// are kept. Throws core::InputError ("error.file.*") when the file is no TOML or its `language` is not
// `language`.
WordEntries readWords(std::string_view language, std::string_view shown, std::string_view text,
                      std::vector<Problem>& problems);

// The catalogues of all languages there are, by tag. What a custom file does not say is said by the shipped
// one, and what another language does not say by English.
std::map<std::string, core::Words, std::less<>> loadWords(const Folders& folders,
                                                          std::vector<Problem>& problems);

}  // namespace unknot::content
