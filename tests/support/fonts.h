// The fonts of data/fonts.toml, found the way the program finds them.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "content/font_list.h"
#include "text/pango_typesetter.h"

namespace unknot::test {

inline std::vector<text::FontRequest> testFontRequests() {
  std::vector<text::FontRequest> requests;
  for (const auto& font :
       content::loadFontList(std::filesystem::path(UNKNOT_SOURCE_DIR) / "data" / "fonts.toml"))
    requests.push_back({font.file, font.package, font.family, font.weight, font.italic, font.required});
  return requests;
}

// Shared by a whole test program.
inline std::shared_ptr<const text::FontLibrary> testFonts() {
  static const auto fonts = text::FontLibrary::load(testFontRequests(), text::systemFontFolders());
  return fonts;
}

// One a test program; tests run one after the other.
inline draw::Typesetter& testTypesetter() {
  static const auto typesetter = text::makeTypesetter(testFonts());
  return *typesetter;
}

}  // namespace unknot::test
