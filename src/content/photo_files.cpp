#include "content/photo_files.h"

#include <system_error>
#include <utility>

#include "core/error.h"

namespace unknot::content {

PhotoFiles::PhotoFiles(std::shared_ptr<const core::PhotoReader> reader) : m_reader(std::move(reader)) {}

std::shared_ptr<const core::Photo> PhotoFiles::read(const FoundFile& file) const {
  if (!m_reader) throw core::InputError({"error.file.unreadable", {{"file", file.shown}}, {}});
  std::error_code none;
  Kept now{
      std::filesystem::last_write_time(file.path, none), std::filesystem::file_size(file.path, none), {}};
  const std::lock_guard lock(m_mutex);
  auto& kept = m_kept[file.path];
  if (kept.photo && kept.written == now.written && kept.size == now.size) return kept.photo;
  kept.photo.reset();
  now.photo = m_reader->read(readFile(file));
  kept = std::move(now);
  return kept.photo;
}

}  // namespace unknot::content
