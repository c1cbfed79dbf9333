// What main wires for the window. All of it outlives the window, and the last jobs of the other threads.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/first_start_presenter.h"
#include "app/practice_room.h"
#include "core/executor.h"
#include "raster/raster.h"
#include "ui/ui_executor.h"

namespace unknot::ui {

struct Services {
  app::FrontDoor& door;
  UiExecutor& executor;  // the window's thread
  core::Tasks& tasks;    // storage thread and back
  core::Tasks& drawing;  // the thread that draws pictures ahead, and back
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
