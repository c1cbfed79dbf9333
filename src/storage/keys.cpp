#include "storage/keys.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/error.h"
#include "core/utf8.h"
#include "platform/files.h"
#include "storage/encoding.h"
#include "unicode/folding.h"

namespace unknot::storage {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "unknot/keys/1";
constexpr std::uint64_t kFileLimit = 1024 * 1024;
constexpr std::size_t kDatabaseKeyBytes = 32;
// libsodium's "interactive", checked against OWASP's minimum for Argon2id (19 MiB, 2 passes): about 0.1 s.
constexpr std::uint64_t kOps = 2;
constexpr std::uint64_t kMemBytes = 64 * 1024 * 1024;
// What a foreign key file may make this machine do.
constexpr std::uint64_t kMostOps = 16;
constexpr std::uint64_t kMostMemBytes = 1024 * 1024 * 1024;

core::DamageError damaged() {
  return core::DamageError({"error.practice.keysDamaged", {}, {}});
}
core::RefusedError refused(const char* id) {
  return core::RefusedError({std::string("error.") + id, {}, {}});
}

std::string hexField(const Json& object, const char* name) {
  const auto bytes = fromHex(object.at(name).get<std::string>());
  if (!bytes) throw damaged();
  return *bytes;
}

void requireFields(const Json& object, std::size_t count) {
  if (!object.is_object() || object.size() != count) throw damaged();
}

KeySlot slotFrom(const Json& object) {
  requireFields(object, 4);
  KeySlot slot{hexField(object, "salt"), object.at("ops").get<std::uint64_t>(),
               object.at("mem").get<std::uint64_t>(), hexField(object, "key")};
  if (slot.salt.size() != crypto_pwhash_SALTBYTES || slot.ops < 1 || slot.ops > kMostOps ||
      slot.memBytes < crypto_pwhash_MEMLIMIT_MIN || slot.memBytes > kMostMemBytes)
    throw damaged();
  return slot;
}

Json toObject(const KeySlot& slot) {
  return {
      {"salt", toHex(slot.salt)}, {"ops", slot.ops}, {"mem", slot.memBytes}, {"key", toHex(slot.wrapped)}};
}

template <class TypedId>
TypedId idFrom(const Json& value) {
  const auto id = TypedId::parse(value.get<std::string>());
  if (!id) throw damaged();
  return *id;
}

Secret stretched(const KeySlot& slot, std::string_view password) {
  Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  if (crypto_pwhash(key.data(), key.size(), password.data(), password.size(),
                    reinterpret_cast<const unsigned char*>(slot.salt.data()), slot.ops, slot.memBytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return key;
}

// A slot moved to another practice or user opens nothing.
std::string labelOf(const KeyFile& keys, const std::string& whose) {
  return std::string(kSchema) + " " + keys.practice.toString() + " " + whose;
}

KeySlot wrap(core::Random& random, const Secret& databaseKey, std::string_view password,
             const std::string& label) {
  KeySlot slot;
  slot.salt.resize(crypto_pwhash_SALTBYTES);
  random.fill(std::as_writable_bytes(std::span(slot.salt)));
  slot.ops = kOps;
  slot.memBytes = kMemBytes;
  slot.wrapped = seal(random, stretched(slot, password),
                      {reinterpret_cast<const char*>(databaseKey.data()), databaseKey.size()}, label);
  return slot;
}

std::optional<Secret> unwrap(const KeySlot& slot, std::string_view password, const std::string& label) {
  auto plain = unseal(stretched(slot, password), slot.wrapped, label);
  if (!plain || plain->size() != kDatabaseKeyBytes) return {};
  Secret key = Secret::copyOf(*plain);
  sodium_memzero(plain->data(), plain->size());
  return key;
}

// One spelling whatever the keyboard gave, in memory that is wiped.
Secret normalized(std::string_view password) {
  std::string spelled = unicode::nfkc(password);
  Secret secret = Secret::copyOf(spelled);
  sodium_memzero(spelled.data(), spelled.size());
  return secret;
}

std::string_view viewOf(const Secret& secret) {
  return {reinterpret_cast<const char*>(secret.data()), secret.size()};
}

std::optional<KeyFile> tryLoad(const std::filesystem::path& file, bool& there) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) return {};
  there = true;
  try {
    return parseKeyFile(platform::readFile(file, kFileLimit));
  } catch (const core::DamageError&) {
    // The copy beside it may be whole; when none is, that is what is said.
    return {};
  }
}

}  // namespace

domain::PracticeLabel KeyFile::label() const {
  domain::PracticeLabel label{name, demo, {}};
  for (const auto& user : users) label.users.push_back({user.id, user.name});
  return label;
}

UserSlot& KeyFile::find(std::string_view user) {
  if (user.empty() && users.size() == 1) return users.front();
  const auto found = std::find_if(users.begin(), users.end(), [&](const UserSlot& slot) {
    return slot.name == user || slot.id.toString() == user;
  });
  if (found != users.end()) return *found;
  std::string names;
  for (const auto& slot : users) names += (names.empty() ? "" : ", ") + slot.name;
  const char* id = user.empty() ? "error.practice.whichUser" : "error.practice.noUser";
  throw core::RefusedError({id, {{"users", names}}, {}});
}

KeyFile parseKeyFile(std::string_view json) {
  try {
    const Json root = Json::parse(json);
    requireFields(root, 6);
    if (root.at("schema").get<std::string>() != kSchema) throw damaged();
    KeyFile keys;
    keys.practice = idFrom<domain::PracticeId>(root.at("practice"));
    keys.name = root.at("name").get<std::string>();
    keys.demo = root.at("demo").get<bool>();
    for (const auto& entry : root.at("users")) {
      requireFields(entry, 3);
      keys.users.push_back({idFrom<domain::UserId>(entry.at("id")), entry.at("name").get<std::string>(),
                            slotFrom(entry.at("slot"))});
    }
    keys.recovery = slotFrom(root.at("recovery"));
    if (keys.users.empty()) throw damaged();
    return keys;
  } catch (const Json::exception&) {
    throw damaged();
  }
}

std::string toJson(const KeyFile& keys) {
  Json users = Json::array();
  for (const auto& user : keys.users)
    users.push_back({{"id", user.id.toString()}, {"name", user.name}, {"slot", toObject(user.slot)}});
  const Json root = {{"schema", kSchema},         {"practice", keys.practice.toString()},
                     {"name", keys.name},         {"demo", keys.demo},
                     {"users", std::move(users)}, {"recovery", toObject(keys.recovery)}};
  return root.dump(2) + "\n";
}

KeyFile loadKeyFile(const std::filesystem::path& folder) {
  bool there = false;
  for (const char* name : {"keys.json", "keys.json.bak"})
    if (auto keys = tryLoad(folder / name, there)) return *keys;
  if (there) throw damaged();
  throw core::RefusedError({"error.practice.missing", {{"file", "keys.json"}}, {}});
}

void saveKeyFile(const std::filesystem::path& folder, const KeyFile& keys) {
  const std::string json = toJson(keys);
  platform::writeFileCarefully(folder / "keys.json", json);
  platform::writeFileCarefully(folder / "keys.json.bak", json);
}

void checkPassword(std::string_view password, bool demo) {
  constexpr std::size_t kLeast = 8;
  constexpr std::size_t kMost = 1024;
  core::checkText("password", password, kMost * 4);
  const Secret spelled = normalized(password);
  const std::size_t length = core::codePointCount(viewOf(spelled));
  if (length < (demo ? 1 : kLeast)) throw core::InputError({"error.password.short", {}, {}});
  if (length > kMost) throw core::InputError({"error.password.long", {}, {}});
}

KeySlot wrapForPassword(core::Random& random, const Secret& databaseKey, const KeyFile& keys,
                        domain::UserId user, std::string_view password) {
  return wrap(random, databaseKey, viewOf(normalized(password)), labelOf(keys, user.toString()));
}

KeySlot wrapForRecovery(core::Random& random, const Secret& databaseKey, const KeyFile& keys,
                        std::string_view recoveryKey) {
  return wrap(random, databaseKey, recoveryKey, labelOf(keys, "recovery"));
}

Secret unwrapWithPassword(const KeyFile& keys, const UserSlot& user, std::string_view password) {
  auto key = unwrap(user.slot, viewOf(normalized(password)), labelOf(keys, user.id.toString()));
  if (!key) throw refused("password.wrong");
  return std::move(*key);
}

Secret unwrapWithRecovery(const KeyFile& keys, std::string_view recoveryKey) {
  auto key = unwrap(keys.recovery, recoveryKey, labelOf(keys, "recovery"));
  if (!key) throw refused("password.recovery");
  return std::move(*key);
}

}  // namespace unknot::storage
