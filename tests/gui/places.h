// Going to places of the window, and waiting until they are there.
#pragma once

#include "gui/stage.h"
#include "ui/clients_place.h"
#include "ui/place_host.h"
#include "ui/session_place.h"
#include "ui/shell.h"

namespace unknot::gui_test {

// The place that is seen, when it is one of this kind.
template <class P>
P* seen() {
  return frame().shell() == nullptr ? nullptr : dynamic_cast<P*>(frame().shell()->host().current());
}

// The first client of the list; nil when the list never came.
inline domain::ClientId firstClient() {
  frame().shell()->openClients();
  const bool there = waitFor([] {
    auto* place = seen<ui::ClientsPlace>();
    return place != nullptr && !place->presenter().state().rows.empty();
  });
  return there ? seen<ui::ClientsPlace>()->presenter().state().rows.front().id : domain::ClientId{};
}

inline bool openFreshSession(domain::ClientId client) {
  frame().shell()->startSession(client, domain::SessionKind::handsOn);
  return waitFor(
      [] { return seen<ui::SessionPlace>() && seen<ui::SessionPlace>()->presenter().state().ready; });
}

inline bool flushed() {
  bool answered = false, kept = false;
  frame().shell()->flush(
      [&](bool all) {
        answered = true;
        kept = all;
      },
      ui::Shell::Asking::forbidden);
  return waitFor([&] { return answered; }) && kept;
}

}  // namespace unknot::gui_test
