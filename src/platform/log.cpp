#include "platform/log.h"

#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace unknot::platform {

namespace fs = std::filesystem;

Log::Log(fs::path folder, const core::Clock& clock, std::uint64_t limit)
    : m_folder(std::move(folder)), m_clock(clock), m_limit(limit) {}

bool Log::note(std::string_view event, std::string_view id) {
  const std::scoped_lock guard(m_mutex);
  std::error_code problem;
  fs::create_directories(m_folder, problem);
  const fs::path file = m_folder / "unknot.log";
  if (fs::file_size(file, problem) >= m_limit && !problem)
    fs::rename(file, m_folder / "unknot.1.log", problem);
  const bool isNew = !fs::exists(file, problem);
  std::ofstream out(file, std::ios::app);
  if (isNew) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, problem);
  out << m_clock.now().toIso() << ' ' << event;
  if (!id.empty()) out << ' ' << id;
  out << '\n';
  out.close();
  return out.good();
}

}  // namespace unknot::platform
