#include "storage/attempts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/error.h"
#include "platform/files.h"

namespace unknot::storage {
namespace {

constexpr std::int64_t kFree = 4;
constexpr std::int64_t kFirstWaitMs = 5'000;
constexpr std::int64_t kLongestWaitMs = 300'000;
constexpr std::uint64_t kFileLimit = 4096;

// 5 s after the fifth, doubled with each further one, up to 5 minutes.
std::int64_t waitAfter(std::int64_t failures) {
  if (failures <= kFree) return 0;
  constexpr std::int64_t kMostDoublings = 10;
  const std::int64_t doublings = std::min(failures - kFree - 1, kMostDoublings);
  return std::min(kFirstWaitMs << doublings, kLongestWaitMs);
}

}  // namespace

PasswordAttempts::PasswordAttempts(const std::filesystem::path& stateFolder, const core::Clock& clock,
                                   domain::PracticeId practice)
    : m_file(stateFolder / "attempts" / (practice.toString() + ".json")), m_clock(clock) {}

PasswordAttempts::State PasswordAttempts::load() const {
  if (!std::filesystem::exists(m_file)) return {};
  const auto json = nlohmann::json::parse(platform::readFile(m_file, kFileLimit), nullptr, false);
  // A count that can't be read is no reason to keep anybody out: the password still does.
  if (!json.is_object() || !json.contains("failures") || !json.contains("lastMs") ||
      !json["failures"].is_number_integer() || !json["lastMs"].is_number_integer())
    return {};
  return {json["failures"].get<std::int64_t>(), json["lastMs"].get<std::int64_t>()};
}

void PasswordAttempts::requireNoWait() const {
  const State state = load();
  const std::int64_t now = m_clock.monotonicMs();
  // A scale that began anew, since the machine was restarted, says only how long ago that was.
  const std::int64_t passed = now >= state.lastMs ? now - state.lastMs : now;
  const std::int64_t left = waitAfter(state.failures) - passed;
  if (left > 0) throw core::RefusedError({"error.password.wait", {}, static_cast<long>((left + 999) / 1000)});
}

void PasswordAttempts::noteWrong() {
  const nlohmann::json json = {{"failures", load().failures + 1}, {"lastMs", m_clock.monotonicMs()}};
  platform::makeFolder(m_file.parent_path());
  platform::writeFileCarefully(m_file, json.dump());
}

void PasswordAttempts::noteRight() {
  if (std::filesystem::exists(m_file)) platform::removeFile(m_file);
}

}  // namespace unknot::storage
