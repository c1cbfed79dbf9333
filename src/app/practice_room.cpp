#include "app/practice_room.h"

#include "app/demo.h"

namespace unknot::app {

PracticeRoom::PracticeRoom(const RoomTools& tools, std::filesystem::path folder,
                           std::unique_ptr<domain::PracticeStore> store)
    : m_folder(std::move(folder)),
      m_assembly(tools.programData, m_folder, tools.clock, tools.random, tools.pdf),
      m_store(std::move(store)),
      m_practice(m_store->practice()),
      m_user(m_store->user()),
      m_work(m_assembly.workspace(*m_store)) {}

domain::PracticeLabel FrontDoor::label(const std::filesystem::path& folder) {
  return m_tools.vault.label(folder);
}

RoomPtr FrontDoor::open(const std::filesystem::path& folder, const std::string& user,
                        const std::string& password) {
  return roomFor(folder, m_tools.vault.open(folder, user, password));
}

NewRoom FrontDoor::create(const std::filesystem::path& folder, const domain::NewPractice& wanted) {
  domain::CreatedPractice created = m_tools.vault.create(folder, wanted);
  return {roomFor(folder, std::move(created.store)), std::move(created.recoveryKey)};
}

RoomPtr FrontDoor::openDemo(const std::filesystem::path& folder, const std::string& timeZone) {
  if (std::filesystem::exists(folder / "keys.json")) return open(folder, "", std::string(kDemoPassword));
  Assembly assembly(m_tools.programData, {}, m_tools.clock, m_tools.random, m_tools.pdf);
  return roomFor(folder, makeDemoPractice(m_tools.vault, folder, assembly.content(), m_tools.clock,
                                          assembly.ids(), timeZone));
}

void FrontDoor::recover(const std::filesystem::path& folder, const std::string& user,
                        const std::string& recoveryKey, const std::string& newPassword) {
  m_tools.vault.recover(folder, user, recoveryKey, newPassword);
}

RoomPtr FrontDoor::roomFor(const std::filesystem::path& folder,
                           std::unique_ptr<domain::PracticeStore> store) {
  auto room = std::make_unique<PracticeRoom>(m_tools, folder, std::move(store));
  return {room.release(),
          [&storage = m_storage](PracticeRoom* last) { storage.post([last] { delete last; }); }};
}

}  // namespace unknot::app
