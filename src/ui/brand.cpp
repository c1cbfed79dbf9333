#include "ui/brand.h"

#include <wx/sizer.h>
#include <wx/statbmp.h>

#include "ui/accessible.h"
#include "ui/controls.h"

namespace unknot::ui {

namespace {

constexpr int kMarkSize = 30;

}  // namespace

wxWindow* makeBrand(wxWindow* parent, const Surroundings& around, bool onRail) {
  auto* panel = new wxPanel(parent);
  const Tone tone = onRail ? Tone::onRail : Tone::accent;
  auto* mark =
      new wxStaticBitmap(panel, wxID_ANY, around.icons.bundle("unknot", around.theme.color(tone), kMarkSize));
  setAccessibleName(mark, "Unknot");
  around.theme.follow(mark, [&around, mark, tone] {
    mark->SetBitmap(around.icons.bundle("unknot", around.theme.color(tone), kMarkSize));
  });
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(mark, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, panel->FromDIP(space::kSmall));
  sizer->Add(makeText(panel, "Unknot", onRail ? Look::railText : Look::title), 0, wxALIGN_CENTRE_VERTICAL);
  panel->SetSizer(sizer);
  return panel;
}

}  // namespace unknot::ui
