// Files as this program writes them: whole or not at all, for the owner only, through no link.
// Everything here throws core::StorageError ("error.storage.*"); the message names the file's last part, no
// folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/error.h"

namespace unknot::platform {

// A temporary file beside `file` is written, synced, renamed over it, and the folder synced: whoever looks
// finds the old content or the new one. Mode 0600. A link or anything else that is no plain file in that
// place is refused.
void writeFileCarefully(const std::filesystem::path& file, std::string_view bytes);

// The whole of a plain file; a link, a pipe or a folder is refused, as is more than `limit` bytes.
std::string readFile(const std::filesystem::path& file, std::uint64_t limit);

// The first `count` bytes, fewer where the file is shorter.
std::string readStart(const std::filesystem::path& file, std::size_t count);

// Whether it was there. The folder is synced, so that it stays gone.
bool removeFile(const std::filesystem::path& file);

// With its parents, mode 0700 for those that are made here. One that is there is left as it is.
void makeFolder(const std::filesystem::path& folder);

// So that names just made or removed in it survive a power cut.
void syncFolder(const std::filesystem::path& folder);

// Whether an errno of the system says that there is no room: the disk, a quota or a limit on a file's size.
bool meansNoRoom(int systemError);

// The sentence for an errno of the system, e.g. "error.storage.full".
core::StorageError fileError(int systemError, const std::filesystem::path& file);

}  // namespace unknot::platform
