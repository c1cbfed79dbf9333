// SQLite's own calls of the system, failing or ending the process at the one that a test names.
#pragma once

#include <cstdint>

namespace unknot::test {

enum class Fault {
  noRoomOnce,    // the call says ENOSPC, those after it work
  noRoomAlways,  // that call and all after it, until they are let go
  quota,         // as noRoomAlways, with EDQUOT
  readOnly,      // as noRoomAlways, with EROFS
  killed         // half of it is written, then SIGKILL
};

// While it lives, the `at`th write or cut of a file (from 1) meets `fault`. One at a time.
class FailingWrites {
 public:
  FailingWrites(Fault fault, int at);
  FailingWrites(const FailingWrites&) = delete;
  FailingWrites& operator=(const FailingWrites&) = delete;
  ~FailingWrites();
  // Whether the fault was met.
  bool met() const;
};

}  // namespace unknot::test
