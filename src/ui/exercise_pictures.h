// Small pictures of the library's movements, drawn once away from the window's thread and kept: by movement,
// size and density of the screen, for the figure that is shown.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "domain/body_build.h"
#include "domain/exercise.h"
#include "domain/figure_look.h"
#include "ui/picture.h"

namespace unknot::ui {

// Used on the window's thread.
class ExercisePictures {
 public:
  // Keeps `around` for as long as it lives. `onDrawn`: a picture of the movement that was not there yet has
  // come.
  ExercisePictures(const Surroundings& around, std::function<void(const domain::ExerciseSlug&)> onDrawn);

  // Whom the pictures show from now on; those of somebody else are given up.
  void setFigure(const domain::FigureLook& look, domain::BodyBuild build);

  // The first and the last frame beside each other on a quiet ground. At once; while it is being drawn, the
  // ground alone, or what the movement looked like before it was changed.
  std::shared_ptr<const raster::Picture> picture(const wxWindow* window, const domain::Exercise& exercise,
                                                 wxSize size);

 private:
  struct Measure {
    int width, height;
    double scale;
    friend auto operator<=>(const Measure&, const Measure&) = default;
  };
  struct Key {
    domain::ExerciseSlug slug;
    Measure measure;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Kept {
    // Of the reading of the library that it was drawn from. Readings stay where they are: another address is
    // another reading.
    const domain::Exercise* exercise = nullptr;
    std::shared_ptr<const raster::Picture> picture;
  };

  void ask(const Key& key, const domain::Exercise& exercise, std::shared_ptr<raster::Picture> picture,
           const draw::Rect& area);

  const Surroundings& m_around;
  std::function<void(const domain::ExerciseSlug&)> m_onDrawn;
  domain::FigureLook m_look;
  domain::BodyBuild m_build = domain::BodyBuild::medium;
  std::map<Key, Kept> m_kept;
  std::map<Measure, std::shared_ptr<const raster::Picture>> m_grounds;
  // Ends with this object, and anew with each figure: what was asked for before is not drawn any more.
  std::shared_ptr<const int> m_alive = std::make_shared<const int>(0);
};

}  // namespace unknot::ui
