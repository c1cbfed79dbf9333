// A desk over a practice in memory; everything runs in place, so that an answer is there when a call comes
// back.
#pragma once

#include "app/desk.h"
#include "app/work_support.h"
#include "core/executor.h"

namespace unknot::test {

struct PresenterDesk : Desk {
  core::InPlaceExecutor here;
  core::Tasks tasks{here, here};
  app::Desk desk{work,  tasks,   shippedContent(), shippedContent().words("en"),
                 clock, changes, store.practice(), store.user()};
};

}  // namespace unknot::test
