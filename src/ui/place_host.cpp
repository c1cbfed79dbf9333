#include "ui/place_host.h"

#include <wx/sizer.h>

namespace unknot::ui {

PlaceHost::PlaceHost(wxWindow* parent) : wxPanel(parent) {
  setLook(this, Look::page);
  SetSizer(new wxBoxSizer(wxVERTICAL));
}

void PlaceHost::show(Place* place, std::function<void()> then) {
  if (place == m_current) {
    place->entered();
    if (then) then();
    return;
  }
  // A second click while the first is still saving changes nothing.
  if (m_leaving) return;
  const auto go = [this, place, then = std::move(then)] {
    if (m_current != nullptr && m_current->isWayBack()) m_trail.push_back(m_current);
    swapTo(place);
    if (then) then();
  };
  if (m_current == nullptr) return go();
  m_leaving = true;
  m_current->flush([this, go](bool kept) {
    m_leaving = false;
    if (kept) go();
  });
}

void PlaceHost::leaveFor(Place* place, std::function<void()> prepare) {
  if (m_leaving) return;
  const auto go = [this, place, prepare = std::move(prepare)] {
    prepare();
    if (place == m_current) {
      place->entered();
      if (onChanged) onChanged();
      return;
    }
    if (m_current != nullptr && m_current->isWayBack()) m_trail.push_back(m_current);
    swapTo(place);
  };
  if (m_current == nullptr) return go();
  m_leaving = true;
  m_current->flush([this, go](bool kept) {
    m_leaving = false;
    if (kept) go();
  });
}

void PlaceHost::back() {
  if (m_trail.empty() || m_leaving) return;
  m_leaving = true;
  m_current->flush([this](bool kept) {
    m_leaving = false;
    if (!kept || m_trail.empty()) return;
    Place* const before = m_trail.back();
    m_trail.pop_back();
    swapTo(before);
  });
}

void PlaceHost::swapTo(Place* place) {
  Freeze();
  if (m_current != nullptr) m_current->Hide();
  if (GetSizer()->GetItem(place) == nullptr) GetSizer()->Add(place, 1, wxEXPAND);
  m_current = place;
  place->Show();
  Layout();
  Thaw();
  place->entered();
  if (onChanged) onChanged();
}

}  // namespace unknot::ui
