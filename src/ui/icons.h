// Our own line icons (data/icons/*.svg, drawn on 24 x 24 with "currentColor"), in any tone and size.
#pragma once

#include <wx/bmpbndl.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "draw/color.h"
#include "ui/theme.h"

class wxAnyButton;

namespace unknot::ui {

class Icons {
 public:
  explicit Icons(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  // An icon without a file is an empty bundle, and the button keeps its words. `sizeDip` is its edge.
  wxBitmapBundle bundle(std::string_view name, draw::Color color, int sizeDip) const;

 private:
  const std::string& source(std::string_view name) const;

  std::filesystem::path m_folder;
  mutable std::map<std::string, std::string, std::less<>> m_sources;
};

// Keeps the button's icon in the tone of the theme in force.
void setIcon(Theme& theme, const Icons& icons, wxAnyButton* button, std::string name, Tone tone,
             int sizeDip = 18);

}  // namespace unknot::ui
