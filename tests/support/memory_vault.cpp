#include <string>
#include <utility>

#include "core/error.h"
#include "support/memory_practice.h"

namespace unknot::test {

using namespace unknot::domain;

namespace {

core::RefusedError refused(const std::string& why) {
  return core::RefusedError({"error.fake." + why, {}, {}});
}

}  // namespace

struct MemoryVault::Kept {
  std::shared_ptr<MemoryData> data;
  std::string password;
  std::string recoveryKey;
};

MemoryVault::MemoryVault(const core::Clock& clock, core::Random& random)
    : m_clock(clock), m_ids(clock, random) {}
MemoryVault::~MemoryVault() = default;

CreatedPractice MemoryVault::create(const std::filesystem::path& folder, const NewPractice& wanted) {
  if (m_practices.contains(folder)) throw refused("folder");
  if (wanted.password.size() < 8 && !wanted.practice.demo)
    throw core::InputError({"error.fake.password", {}, {}});
  auto data = std::make_shared<MemoryData>();
  data->practice = wanted.practice;
  if (data->practice.id.isNil()) data->practice.id = m_ids.make<PracticeId>();
  data->practice.createdAt = m_clock.now();
  const User owner{m_ids.make<UserId>(), wanted.userName, Role::owner, m_clock.now()};
  data->users.push_back(owner);
  const std::string key = "FAKE-" + owner.id.toString().substr(24);
  m_practices.insert_or_assign(folder, Kept{data, wanted.password, key});
  return {std::make_unique<MemoryPractice>(m_clock, data, owner.id), key};
}

MemoryVault::Kept& MemoryVault::find(const std::filesystem::path& folder) {
  const auto found = m_practices.find(folder);
  if (found == m_practices.end()) throw refused("missing");
  return found->second;
}

PracticeLabel MemoryVault::label(const std::filesystem::path& folder) {
  const auto& data = *find(folder).data;
  PracticeLabel label{data.practice.name, data.practice.demo, {}};
  for (const auto& user : data.users) label.users.push_back({user.id, user.name});
  return label;
}

std::unique_ptr<PracticeStore> MemoryVault::open(const std::filesystem::path& folder, std::string_view user,
                                                 std::string_view password) {
  auto& kept = find(folder);
  if (password != kept.password) throw refused("password");
  for (const auto& one : kept.data->users)
    if (user.empty() || user == one.name || user == one.id.toString())
      return std::make_unique<MemoryPractice>(m_clock, kept.data, one.id);
  throw refused("user");
}

void MemoryVault::confirmPassword(const std::filesystem::path& folder, std::string_view /*user*/,
                                  std::string_view password) {
  if (password != find(folder).password) throw refused("password");
}

void MemoryVault::recover(const std::filesystem::path& folder, std::string_view /*user*/,
                          std::string_view recoveryKey, std::string_view newPassword) {
  auto& kept = find(folder);
  if (recoveryKey != kept.recoveryKey) throw refused("recovery");
  kept.password = newPassword;
}

}  // namespace unknot::test
