// A small log for whoever helps: what happened and when, by ids. Never a name, never clinical text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string_view>

#include "core/clock.h"
#include "core/message.h"

namespace unknot::platform {

class Log {
 public:
  // Writes unknot.log in `folder`; at `limit` bytes that becomes unknot.1.log and a new one is begun.
  // Keeps `clock` for as long as it lives. May be used from any thread.
  Log(std::filesystem::path folder, const core::Clock& clock, std::uint64_t limit = 256 * 1024);

  // `event` is a word of the program ("opened", "draft kept"), `id` what it was about, or empty. Whether it
  // could be written: the work never stops for its log.
  bool note(std::string_view event, std::string_view id = {});
  // The message's id only: arguments may be what somebody typed.
  bool error(const core::Message& message) { return note("error", message.id); }

 private:
  std::filesystem::path m_folder;
  const core::Clock& m_clock;
  std::uint64_t m_limit;
  std::mutex m_mutex;
};

}  // namespace unknot::platform
