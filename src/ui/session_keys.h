// What the keys mean on the session screen where no text is being typed.
#pragma once

#include <wx/event.h>

#include <functional>
#include <vector>

#include "app/session_presenter.h"
#include "ui/place.h"

namespace unknot::ui {

class SessionKeys {
 public:
  // What keys do beside the presenter.
  struct Screen {
    std::function<void()> nextViews;
    std::function<void(const wxString& side)> beginShorthand;
    // Where an arrow key leads from a region on the map; nullptr for nowhere.
    std::function<const domain::BodyRegion*(const domain::RegionSlug&, domain::Direction)> neighbour;
    // Where the first one leads; nullptr for nowhere.
    std::function<const domain::BodyRegion*()> first;
  };
  // Keeps `presenter` for as long as it lives.
  SessionKeys(app::SessionPresenter& presenter, Screen screen)
      : m_presenter(presenter), m_screen(std::move(screen)) {}

  // For the sheet of keys.
  static std::vector<KeyHelp> help();

  // True when the key meant something. `onMap`: the map has the focus.
  bool handle(const wxKeyEvent& event, bool handsOn, bool onMap);

 private:
  bool undoOrRedo(const wxKeyEvent& event);
  bool setLevel(int key);
  bool mark(int key);
  bool show(int key);
  bool onMapKey(int key, bool extend);
  void move(domain::Direction direction, bool extend);
  bool escape();

  app::SessionPresenter& m_presenter;
  Screen m_screen;
};

}  // namespace unknot::ui
