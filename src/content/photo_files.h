// Photos, drawings and the logo out of a practice's own folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "content/overlay.h"
#include "core/photo.h"

namespace unknot::content {

// Safe from any thread.
class PhotoFiles {
 public:
  // Without a reader no photo can be read.
  explicit PhotoFiles(std::shared_ptr<const core::PhotoReader> reader);
  // The same one again for as long as the file has not been changed. Throws core::InputError
  // ("error.file.*", "error.picture.*").
  std::shared_ptr<const core::Photo> read(const FoundFile& file) const;
  const core::PhotoReader* reader() const { return m_reader.get(); }

 private:
  struct Kept {
    std::filesystem::file_time_type written;
    std::uintmax_t size = 0;
    std::shared_ptr<const core::Photo> photo;
  };

  std::shared_ptr<const core::PhotoReader> m_reader;
  mutable std::mutex m_mutex;
  mutable std::map<std::filesystem::path, Kept> m_kept;
};

}  // namespace unknot::content
