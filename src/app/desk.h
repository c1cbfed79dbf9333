// What the presenters of an opened practice share. It lives on the window's thread; only jobs touch `work`.
#pragma once

#include <string>

#include "app/workspace.h"
#include "core/executor.h"
#include "core/words.h"

namespace unknot::app {

struct Desk {
  Workspace& work;  // inside jobs only: it belongs to the storage thread
  core::Tasks& tasks;
  const content::Content& content;
  const core::Words& words;  // in the practitioner's language
  const core::Clock& clock;
  Changes& changes;  // what was committed, told on the window's thread
  domain::Practice practice;
  domain::User user;

  core::Date today() const;
  core::Date dayOf(core::Instant at) const;
  // "22 Nov 2026"
  std::string dateText(const core::Date& day) const;
};

}  // namespace unknot::app
