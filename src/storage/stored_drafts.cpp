#include "storage/stored_drafts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/error.h"
#include "platform/files.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

constexpr std::uint64_t kFileLimit = 64 * 1024 * 1024;

std::string toJson(const domain::Draft& draft) {
  return nlohmann::json{{"kind", draft.kind},
                        {"subject", draft.subject.toString()},
                        {"keptAt", draft.keptAt.ms},
                        {"content", draft.content}}
      .dump();
}

std::optional<domain::Draft> fromJson(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return {};
  const auto subject = core::Uuid::parse(json.value("subject", std::string()));
  if (!subject) return {};
  return domain::Draft{json.value("kind", std::string()),
                       *subject,
                       {json.value("keptAt", std::int64_t{0})},
                       json.value("content", std::string())};
}

// Nothing when the file can't be read, is out of proportion, or is not what was sealed.
std::optional<domain::Draft> readDraft(const std::filesystem::path& file, const Secret& key) {
  try {
    const auto plain = unseal(key, platform::readFile(file, kFileLimit), file.filename().string());
    return plain ? fromJson(*plain) : std::nullopt;
  } catch (const core::StorageError&) {
    return {};
  }
}

}  // namespace

StoredDrafts::StoredDrafts(core::Random& random, const std::filesystem::path& stateFolder,
                           domain::PracticeId practice, domain::UserId user, const Secret& databaseKey)
    : m_random(random),
      m_folder(stateFolder / "drafts" / practice.toString() / user.toString()),
      m_key(derivedKey(databaseKey, "unknot draft 1 " + user.toString())) {}

std::string StoredDrafts::nameOf(std::string_view kind, const core::Uuid& subject) const {
  return keyedHashHex(m_key, std::string(kind) + " " + subject.toString()) + ".draft";
}

void StoredDrafts::keep(const domain::Draft& draft) {
  const std::string name = nameOf(draft.kind, draft.subject);
  platform::makeFolder(m_folder);
  platform::writeFileCarefully(m_folder / name, seal(m_random, m_key, toJson(draft), name));
}

std::vector<domain::Draft> StoredDrafts::list() {
  m_damaged = 0;
  std::vector<domain::Draft> drafts;
  if (!std::filesystem::is_directory(m_folder)) return drafts;
  for (const auto& entry : std::filesystem::directory_iterator(m_folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".draft") || !entry.is_regular_file() || entry.is_symlink()) continue;
    if (auto draft = readDraft(entry.path(), m_key))
      drafts.push_back(std::move(*draft));
    else
      ++m_damaged;
  }
  std::sort(drafts.begin(), drafts.end(),
            [](const domain::Draft& a, const domain::Draft& b) { return a.keptAt > b.keptAt; });
  return drafts;
}

void StoredDrafts::remove(std::string_view kind, const core::Uuid& subject) {
  platform::removeFile(m_folder / nameOf(kind, subject));
}

}  // namespace unknot::storage
