// What a change by the person, and an error of the rules, mean for the State of a form.
#pragma once

#include <functional>
#include <string>

#include "core/message.h"

namespace unknot::app {

// Applies `change`; where something is other than before, the form has changed, and what was wrong with the
// field, or with saving, is not known any more.
template <class State>
void editField(State& state, const char* field, const std::function<void(State&)>& change) {
  const State before = state;
  change(state);
  if (state == before) return;
  state.changed = true;
  state.issues.erase(field);
  state.problem.reset();
}

// The field an error speaks of; "" when it names none.
inline std::string namedField(const core::Message& message) {
  for (const auto& arg : message.args)
    if (arg.name == "field") return arg.value;
  return {};
}

}  // namespace unknot::app
