// keys.json: what of a practice can be known before its password, and the database key wrapped once for each
// user and once for the recovery key. It holds no secret in the clear and is part of every backup.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "domain/practice_store.h"
#include "storage/secret.h"

namespace unknot::storage {

// A password's or recovery key's wrapping of the database key: Argon2id makes a key of it, XChaCha20-Poly1305
// wraps.
struct KeySlot {
  std::string salt;
  std::uint64_t ops = 0;
  std::uint64_t memBytes = 0;
  std::string wrapped;  // nonce, then the sealed key
};

struct UserSlot {
  domain::UserId id;
  std::string name;
  KeySlot slot;
};

struct KeyFile {
  domain::PracticeId practice;
  std::string name;
  bool demo = false;
  std::vector<UserSlot> users;
  KeySlot recovery;

  domain::PracticeLabel label() const;
  // By name or id; empty takes the only one. Throws core::RefusedError ("error.practice.noUser",
  // ".whichUser").
  UserSlot& find(std::string_view user);
};

// Throws core::DamageError ("error.practice.keysDamaged") when it can't be read; unknown fields and costs out
// of proportion count as that.
KeyFile parseKeyFile(std::string_view json);
std::string toJson(const KeyFile& keys);

// keys.json, or keys.json.bak where that can't be read. Throws core::RefusedError ("error.practice.missing")
// when neither is there.
KeyFile loadKeyFile(const std::filesystem::path& folder);
// Both are written, one after the other, each carefully: an older password must not open the copy.
void saveKeyFile(const std::filesystem::path& folder, const KeyFile& keys);

// 8 characters or more after NFKC, at most 1024; any at all for the demo, but some. Throws core::InputError.
void checkPassword(std::string_view password, bool demo);

KeySlot wrapForPassword(core::Random& random, const Secret& databaseKey, const KeyFile& keys,
                        domain::UserId user, std::string_view password);
KeySlot wrapForRecovery(core::Random& random, const Secret& databaseKey, const KeyFile& keys,
                        std::string_view recoveryKey);

// `recoveryKey` as readRecoveryKey() gives it. Throw core::RefusedError: "error.password.wrong",
// "error.password.recovery".
Secret unwrapWithPassword(const KeyFile& keys, const UserSlot& user, std::string_view password);
Secret unwrapWithRecovery(const KeyFile& keys, std::string_view recoveryKey);

}  // namespace unknot::storage
