#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "platform/file_lock.h"
#include "platform/files.h"

namespace unknot::platform {

std::optional<FileLock> FileLock::tryTake(const std::filesystem::path& file) {
  constexpr int kFlags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
  for (;;) {
    bool made = false;
    int descriptor = ::open(file.c_str(), kFlags);
    if (descriptor < 0 && errno == ENOENT) {
      descriptor = ::open(file.c_str(), kFlags | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
      made = descriptor >= 0;
      if (descriptor < 0 && errno == EEXIST) continue;
    }
    if (descriptor < 0) {
      if (errno == EINTR) continue;
      throw fileError(errno, file);
    }
    FileLock lock(descriptor, made);
    struct stat mine {};
    if (::fstat(descriptor, &mine) != 0) throw fileError(errno, file);
    if (!S_ISREG(mine.st_mode)) throw fileError(EISDIR, file);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) return {};
      if (errno == EINTR) continue;
      throw fileError(errno, file);
    }
    // The holder before may have removed the file between our open and our lock: then this lock guards
    // nothing.
    struct stat there {};
    if (::lstat(file.c_str(), &there) == 0 && there.st_ino == mine.st_ino && there.st_dev == mine.st_dev)
      return lock;
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_made(other.m_made) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  if (this == &other) return *this;
  release();
  m_descriptor = std::exchange(other.m_descriptor, -1);
  m_made = other.m_made;
  return *this;
}

FileLock::~FileLock() {
  release();
}

void FileLock::release() {
  if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

}  // namespace unknot::platform
