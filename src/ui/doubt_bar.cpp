#include "ui/doubt_bar.h"

#include <wx/sizer.h>

namespace unknot::ui {
namespace {

// More at once would push the map away; the others come as these are answered.
constexpr std::size_t kMostAtOnce = 2;

}  // namespace

DoubtBar::DoubtBar(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  SetSizer(new wxBoxSizer(wxVERTICAL));
  Hide();
}

void DoubtBar::show(const std::vector<app::SideDoubt>& doubts) {
  if (doubts == m_shown) return;
  m_shown = doubts;
  // Not while the press of one of its own buttons is under way.
  CallAfter([this] { fill(); });
}

void DoubtBar::fill() {
  // A button that goes hands the focus on: without one the keys would go nowhere.
  wxWindow* const focus = FindFocus();
  const bool focused = focus != nullptr && IsDescendant(focus);
  wxWindow* const beside = GetNextSibling();
  if (focused && beside != nullptr) beside->SetFocus();
  DestroyChildren();
  GetSizer()->Clear();
  for (std::size_t i = 0; i < m_shown.size() && i < kMostAtOnce; ++i) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new FlowText(this, m_around.words.say(m_shown[i].question), Look::hint),
             wxSizerFlags(1).CentreVertical());
    row->Add(makeButton(this, m_around, "session.guard.keep",
                        [this, key = m_shown[i].key] { m_presenter.dismissDoubt(key); }),
             wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(space::kSmall)));
    GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight)));
  }
  Show(!m_shown.empty());
  relayout(this);
  if (focused && !m_shown.empty()) SetFocus();
}

}  // namespace unknot::ui
