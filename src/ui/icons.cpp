#include "ui/icons.h"

#include <wx/anybutton.h>

#include <fstream>
#include <iterator>

namespace unknot::ui {

namespace {

std::string replaced(std::string text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

wxBitmapBundle Icons::bundle(std::string_view name, draw::Color color, int sizeDip) const {
  const std::string& svg = source(name);
  if (svg.empty()) return {};
  const std::string coloured = replaced(svg, "currentColor", toHex(color));
  return wxBitmapBundle::FromSVG(coloured.c_str(), wxSize(sizeDip, sizeDip));
}

const std::string& Icons::source(std::string_view name) const {
  const auto known = m_sources.find(name);
  if (known != m_sources.end()) return known->second;
  std::ifstream file(m_folder / (std::string(name) + ".svg"), std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return m_sources.emplace(name, std::move(text)).first->second;
}

void setIcon(Theme& theme, const Icons& icons, wxAnyButton* button, std::string name, Tone tone,
             int sizeDip) {
  theme.follow(button, [&theme, &icons, button, name = std::move(name), tone, sizeDip] {
    const wxBitmapBundle bundle = icons.bundle(name, theme.color(tone), sizeDip);
    if (bundle.IsOk()) button->SetBitmap(bundle);
  });
}

}  // namespace unknot::ui
