// A lock the kernel keeps: it ends with the process, however that ends, and no child inherits it.
#pragma once

#include <filesystem>
#include <optional>

namespace unknot::platform {

class FileLock {
 public:
  // Nothing when somebody else holds it, in this process or another. Makes the file when it is missing (mode
  // 0600). Throws core::StorageError when the place can't be written to or isn't a plain file.
  static std::optional<FileLock> tryTake(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  // Whether the file was not there before.
  bool madeTheFile() const { return m_made; }

 private:
  FileLock(int descriptor, bool made) : m_descriptor(descriptor), m_made(made) {}
  void release();

  int m_descriptor = -1;
  bool m_made = false;
};

}  // namespace unknot::platform
