#include "app/practice_details.h"

#include "app/own_files.h"
#include "app/permission.h"
#include "platform/files.h"

namespace unknot::app {

void changePractice(Workspace& work, const PracticeDetails& wanted) {
  requireRight(work.store, Right::writeChart);
  auto practice = work.store.practice();
  practice.practitionerName = wanted.practitioner;
  practice.phone = wanted.phone;
  practice.accent = wanted.accent;
  for (char& c : practice.accent)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  practice.paper = wanted.paper;
  practice.emergencyNumber = wanted.emergencyNumber;
  practice.adultAge = wanted.adultAge;
  check(practice);
  if (wanted.logo && wanted.logo->empty())
    platform::removeFile(ownFile(work, "logo.png"));
  else if (wanted.logo)
    writeOwnFile(work, "logo.png", *wanted.logo);
  work.store.savePractice(practice);
  publishAfterCommit(work, {Change::Kind::practice, {}, practice.id.value});
}

}  // namespace unknot::app
