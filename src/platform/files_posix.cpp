#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "platform/files.h"
#include "platform/system_random.h"

namespace unknot::platform {
namespace {

namespace fs = std::filesystem;

core::StorageError plainError(std::string id, const fs::path& file) {
  return core::StorageError({std::move(id), {{"file", file.filename().string()}}, {}});
}

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_number >= 0) ::close(m_number);
  }
  int number() const { return m_number; }
  // Some systems tell of a failed write only here.
  bool close() { return ::close(std::exchange(m_number, -1)) == 0; }

 private:
  int m_number;
};

int openFile(const fs::path& file, int flags, mode_t mode = 0) {
  int number = -1;
  do number = ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode);
  while (number < 0 && errno == EINTR);
  return number;
}

void writeAll(int number, std::string_view bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(number, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      throw fileError(errno, file);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string readUpTo(const fs::path& file, std::uint64_t limit, bool refuseMore) {
  // Without O_NONBLOCK opening a pipe would wait for its writer.
  const Descriptor descriptor(openFile(file, O_RDONLY | O_NONBLOCK));
  if (descriptor.number() < 0) throw fileError(errno, file);
  struct stat state {};
  if (::fstat(descriptor.number(), &state) != 0) throw fileError(errno, file);
  if (!S_ISREG(state.st_mode)) throw plainError("error.storage.notAFile", file);
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t count = ::read(descriptor.number(), buffer.data(), buffer.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      throw fileError(errno, file);
    }
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() <= limit) continue;
    if (refuseMore) throw plainError("error.storage.tooLarge", file);
    bytes.resize(limit);
    return bytes;
  }
}

// Removes the temporary file unless it was renamed.
class Leftover {
 public:
  explicit Leftover(fs::path file) : m_file(std::move(file)) {}
  Leftover(const Leftover&) = delete;
  Leftover& operator=(const Leftover&) = delete;
  ~Leftover() {
    if (!m_file.empty()) ::unlink(m_file.c_str());
  }
  void keep() { m_file.clear(); }

 private:
  fs::path m_file;
};

fs::path temporaryBeside(const fs::path& file) {
  SystemRandom random;
  std::array<std::byte, 8> bytes{};
  random.fill(bytes);
  fs::path name = ".";
  name += file.filename();
  name += ".";
  for (const std::byte b : bytes) name += static_cast<char>('a' + (std::to_integer<int>(b) & 15));
  name += ".tmp";
  return file.parent_path() / name;
}

}  // namespace

bool meansNoRoom(int systemError) {
  return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

core::StorageError fileError(int systemError, const fs::path& file) {
  if (meansNoRoom(systemError)) return plainError("error.storage.full", file);
  switch (systemError) {
    case EROFS:
    case EACCES:
    case EPERM:
      return plainError("error.storage.readOnly", file);
    case ENOENT:
    case ENOTDIR:
      return plainError("error.storage.missing", file);
    case ELOOP:
      return plainError("error.storage.link", file);
    case EISDIR:
    case ENXIO:
      return plainError("error.storage.notAFile", file);
    default:
      return core::StorageError({"error.storage.failed",
                                 {{"file", file.filename().string()}, {"code", std::to_string(systemError)}},
                                 {}});
  }
}

void syncFolder(const fs::path& folder) {
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  const Descriptor descriptor(::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() < 0) throw fileError(errno, place);
  // A file system that can't sync a folder says EINVAL; there is nothing more to be done on it.
  if (::fsync(descriptor.number()) != 0 && errno != EINVAL) throw fileError(errno, place);
}

void writeFileCarefully(const fs::path& file, std::string_view bytes) {
  struct stat there {};
  if (::lstat(file.c_str(), &there) == 0) {
    if (S_ISLNK(there.st_mode)) throw plainError("error.storage.link", file);
    if (!S_ISREG(there.st_mode)) throw plainError("error.storage.notAFile", file);
  }
  const fs::path temporary = temporaryBeside(file);
  Descriptor descriptor(openFile(temporary, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR));
  if (descriptor.number() < 0) throw fileError(errno, file);
  Leftover leftover(temporary);
  writeAll(descriptor.number(), bytes, file);
  if (::fsync(descriptor.number()) != 0) throw fileError(errno, file);
  if (!descriptor.close()) throw fileError(errno, file);
  if (std::rename(temporary.c_str(), file.c_str()) != 0) throw fileError(errno, file);
  leftover.keep();
  syncFolder(file.parent_path());
}

std::string readFile(const fs::path& file, std::uint64_t limit) {
  return readUpTo(file, limit, true);
}

std::string readStart(const fs::path& file, std::size_t count) {
  return readUpTo(file, count, false);
}

bool removeFile(const fs::path& file) {
  if (::unlink(file.c_str()) != 0) {
    if (errno == ENOENT) return false;
    throw fileError(errno, file);
  }
  syncFolder(file.parent_path());
  return true;
}

void makeFolder(const fs::path& folder) {
  struct stat there {};
  if (::stat(folder.c_str(), &there) == 0) {
    if (!S_ISDIR(there.st_mode)) throw plainError("error.storage.notAFolder", folder);
    return;
  }
  const fs::path parent = folder.parent_path();
  if (!parent.empty() && parent != folder) makeFolder(parent);
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) throw fileError(errno, folder);
  syncFolder(parent);
}

}  // namespace unknot::platform
