// What main wires for the window. All of it outlives the window.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/first_start_presenter.h"
#include "app/practice_room.h"
#include "raster/raster.h"

namespace unknot::ui {

struct Services {
  app::FrontDoor& door;
  core::Executor& storage;  // the storage thread
  const content::Content& content;
  const core::Words& words;
  const core::Clock& clock;
  draw::Typesetter& typesetter;  // the window's own
  std::shared_ptr<const text::FontLibrary> fonts;
  std::filesystem::path configFolder;
  app::FirstStartPlaces places;
  std::optional<std::filesystem::path> practice;  // from the command line
  std::string version;
};

}  // namespace unknot::ui
