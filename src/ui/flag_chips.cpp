#include "ui/flag_chips.h"

#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

Look lookOf(const app::FlagLine& flag) {
  if (!flag.counts) return Look::chip;
  return flag.level == domain::SafetyLevel::stopNow || flag.level == domain::SafetyLevel::clearanceFirst
             ? Look::chipDanger
             : Look::chipWarning;
}

}  // namespace

FlagChips::FlagChips(wxWindow* parent, const Surroundings& around,
                     std::function<void(const std::string&)> open)
    : wxPanel(parent), m_around(around), m_open(std::move(open)) {
  SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
  setAccessibleName(this, around.words.say("flag.chips"));
  Hide();
}

void FlagChips::show(const std::vector<app::FlagLine>& flags) {
  if (flags == m_flags) return;
  m_flags = flags;
  std::stable_partition(m_flags.begin(), m_flags.end(), [](const auto& flag) { return flag.counts; });
  // Not while the press of one of its own chips is under way.
  CallAfter([this] { fill(); });
}

void FlagChips::fill() {
  DestroyChildren();
  GetSizer()->Clear();
  for (const auto& flag : m_flags) {
    const std::string words =
        flag.open ? flag.chip : m_around.words.say("flag.chipClosed", {{"flag", flag.title}});
    auto* chip = new wxButton(this, wxID_ANY, literalLabel(words));
    setLook(chip, lookOf(flag));
    setAccessibleName(chip, words);
    chip->SetToolTip(toWx(flag.closing.empty() ? flag.reason : flag.closing));
    chip->Bind(wxEVT_BUTTON, [this, slug = flag.slug](wxCommandEvent&) { m_open(slug); });
    GetSizer()->Add(chip, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(space::kTight)));
  }
  Show(!m_flags.empty());
  relayout(this);
}

}  // namespace unknot::ui
