// SQLite through SQLCipher: one encrypted file, settings that were measured to survive a power cut.
#pragma once

#include <filesystem>
#include <memory>

#include "storage/engine.h"
#include "storage/secret.h"

namespace unknot::storage {

enum class OpenMode { existing, createNew };

// `key`: 32 bytes, used raw. `existing` never makes a file, `createNew` never opens one. The folder must be a
// real path without links (std::filesystem::canonical). A file that can't be read with this key is
// core::DamageError
// ("error.database.notOurs"). Every setting is read back; one that did not take is core::BugError.
std::unique_ptr<Connection> openSqlCipher(const std::filesystem::path& file, const Secret& key,
                                          OpenMode mode);

// In memory, without a key, with the same settings otherwise: for the expected schema and for tests.
std::unique_ptr<Connection> openInMemory();

// A verified copy of the whole database as it is now, under the same key, in a file that must not exist yet.
// Throws, and removes what it began, when the copy does not prove whole.
void copyDatabase(Connection& from, const std::filesystem::path& to, const Secret& key);

// The first 16 bytes of an unencrypted SQLite file.
bool isPlainSqlite(std::string_view firstBytes);

inline constexpr std::uint64_t kPageBytes = 4096;

}  // namespace unknot::storage
