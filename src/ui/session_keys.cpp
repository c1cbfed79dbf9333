#include "ui/session_keys.h"

#include <string>

namespace unknot::ui {

using app::Finding;
using app::MapShow;
using app::Technique;
using domain::Direction;

std::vector<KeyHelp> SessionKeys::help() {
  std::vector<KeyHelp> keys;
  for (const char* id : {"arrows", "levels", "empty", "moment", "sideBySide", "difference", "views", "zoom",
                         "marks", "same", "ghost", "shorthand", "undo", "escape"})
    keys.push_back(
        {"session.keys." + std::string(id) + ".keys", "session.keys." + std::string(id) + ".text"});
  return keys;
}

bool SessionKeys::handle(const wxKeyEvent& event, bool handsOn, bool onMap) {
  const int key = event.GetKeyCode();
  if (event.ControlDown()) return undoOrRedo(event);
  if (event.AltDown() || !handsOn) return false;
  // A digit that needs Shift for another sign is that sign.
  if (!event.ShiftDown() && setLevel(key)) return true;
  if (mark(key) || show(key)) return true;
  switch (key) {
    case WXK_DELETE:
    case WXK_BACK:
      if (const auto& point = m_presenter.state().selectedPoint)
        m_presenter.removePoint(*point);
      else
        m_presenter.setLevel(std::nullopt);
      return true;
    // A side begins a line of shorthand.
    case 'L':
    case 'R':
      m_screen.beginShorthand(toWx(key == 'L' ? "l" : "r"));
      return true;
    case WXK_ESCAPE:
      return escape();
    default:
      break;
  }
  // Shift makes it the plus of most keyboards, which is the map's; on others it takes Shift to write it.
  if (event.GetUnicodeKey() == '=' && (key != '=' || !event.ShiftDown())) {
    m_presenter.sameAsBefore();
    return true;
  }
  return onMap && onMapKey(key, event.ShiftDown());
}

bool SessionKeys::undoOrRedo(const wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (key == 'Z' && !event.ShiftDown())
    m_presenter.undo();
  else if (key == 'Y' || key == 'Z')
    m_presenter.redo();
  else
    return false;
  return true;
}

bool SessionKeys::setLevel(int key) {
  if (key >= '0' && key <= '4')
    m_presenter.setLevel(key - '0');
  else if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD4)
    m_presenter.setLevel(key - WXK_NUMPAD0);
  else
    return false;
  return true;
}

bool SessionKeys::mark(int key) {
  switch (key) {
    case 'C':
      m_presenter.toggle(Finding::contracted);
      return true;
    case 'M':
      m_presenter.toggle(Finding::limited);
      return true;
    case 'N':
      m_presenter.toggle(Finding::noControl);
      return true;
    case 'W':
      m_presenter.toggle(Technique::meansWhereby);
      return true;
    case 'K':
      m_presenter.toggle(Technique::kineticMirroring);
      return true;
    case 'A':
      m_presenter.toggle(Technique::assistedPandiculation);
      return true;
    default:
      return false;
  }
}

bool SessionKeys::show(int key) {
  switch (key) {
    case 'X':
      m_presenter.switchMoment();
      return true;
    case 'B':
      m_presenter.setShow(MapShow::sideBySide);
      return true;
    case 'D':
      m_presenter.setShow(MapShow::difference);
      return true;
    case 'S':
      m_screen.nextViews();
      return true;
    default:
      return false;
  }
}

bool SessionKeys::onMapKey(int key, bool extend) {
  switch (key) {
    case WXK_SPACE:
      m_presenter.confirmGhost();
      return true;
    case WXK_LEFT:
      move(Direction::left, extend);
      return true;
    case WXK_RIGHT:
      move(Direction::right, extend);
      return true;
    case WXK_UP:
      move(Direction::up, extend);
      return true;
    case WXK_DOWN:
      move(Direction::down, extend);
      return true;
    default:
      return false;
  }
}

void SessionKeys::move(Direction direction, bool extend) {
  const auto& chosen = m_presenter.state().selected;
  const auto* next = chosen.empty() ? m_screen.first() : m_screen.neighbour(chosen.back(), direction);
  if (next == nullptr) return;
  std::vector<domain::RegionSlug> selected;
  if (extend) selected = chosen;
  std::erase(selected, next->slug);
  selected.push_back(next->slug);
  m_presenter.select(std::move(selected));
}

bool SessionKeys::escape() {
  const auto& state = m_presenter.state();
  if (!state.brush && !state.tool && state.selected.empty()) return false;
  m_presenter.setBrush(std::nullopt);
  m_presenter.setTool(std::nullopt);
  m_presenter.select({});
  return true;
}

}  // namespace unknot::ui
