// Pictures for looking at: saved as <name>.png into the folder $UNKNOT_TEST_PICTURES where that is set.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "raster/raster.h"

namespace unknot::test {

inline void savePng(const raster::Picture& picture, const std::string& name) {
  const char* folder = std::getenv("UNKNOT_TEST_PICTURES");
  if (!folder || !*folder) return;
  std::filesystem::create_directories(folder);
  std::ofstream file(std::filesystem::path(folder) / (name + ".png"), std::ios::binary);
  const std::string png = picture.toPng();
  file.write(png.data(), static_cast<std::streamsize>(png.size()));
}

}  // namespace unknot::test
