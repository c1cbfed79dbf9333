// What every panel of the window needs; made once by the application and alive until it ends.
#pragma once

#include <memory>

#include "core/executor.h"
#include "core/words.h"
#include "draw/typesetter.h"
#include "raster/raster.h"
#include "ui/icons.h"
#include "ui/text.h"
#include "ui/theme.h"

namespace unknot::ui {

struct Surroundings {
  const core::Words& words;
  Theme& theme;
  const Icons& icons;
  core::Tasks& tasks;            // storage thread and back
  core::Tasks& drawing;          // the thread that draws pictures ahead, and back
  draw::Typesetter& typesetter;  // the window's own; the use cases have another
  std::shared_ptr<const text::FontLibrary> fonts;

  wxString say(std::string_view id) const { return toWx(words.say(id)); }
  wxString say(const core::Message& message) const { return toWx(words.say(message)); }
};

}  // namespace unknot::ui
