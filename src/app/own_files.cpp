#include "app/own_files.h"

#include "core/error.h"
#include "platform/files.h"

namespace unknot::app {

std::filesystem::path ownFile(const Workspace& work, const std::filesystem::path& name) {
  const auto& custom = work.content.folders().custom;
  if (!custom) throw core::BugError("no folder for the practice's own files");
  return *custom / "data" / name;
}

void writeOwnFile(const Workspace& work, const std::filesystem::path& name, std::string_view bytes) {
  const auto file = ownFile(work, name);
  platform::makeFolder(file.parent_path());
  platform::writeFileCarefully(file, bytes);
}

}  // namespace unknot::app
