// Wrong passwords are counted, also across restarts, and more than a few cost a wait. That slows a colleague
// at the keyboard; whoever takes the files away is slowed by Argon2id alone.
#pragma once

#include <filesystem>

#include "core/clock.h"
#include "domain/ids.h"

namespace unknot::storage {

class PasswordAttempts {
 public:
  // The count stands in `stateFolder`/attempts, on the clock's monotonic scale: setting the date does not
  // help.
  PasswordAttempts(const std::filesystem::path& stateFolder, const core::Clock& clock,
                   domain::PracticeId practice);

  // Throws core::RefusedError ("error.password.wait", the count is the seconds left).
  void requireNoWait() const;
  void noteWrong();
  void noteRight();

 private:
  struct State {
    std::int64_t failures = 0;
    std::int64_t lastMs = 0;
  };
  State load() const;

  std::filesystem::path m_file;
  const core::Clock& m_clock;
};

}  // namespace unknot::storage
