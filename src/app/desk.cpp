#include "app/desk.h"

#include "unicode/dates.h"
#include "unicode/time_zone.h"

namespace unknot::app {

core::Date Desk::today() const {
  return dayOf(clock.now());
}

core::Date Desk::dayOf(core::Instant at) const {
  return unicode::dateIn(at, practice.timeZone);
}

std::string Desk::dateText(const core::Date& day) const {
  return unicode::formatDate(day, practice.language, unicode::DateForm::medium);
}

}  // namespace unknot::app
