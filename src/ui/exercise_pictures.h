// Small pictures of the library's movements, drawn once a size and kept.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "domain/exercise.h"
#include "ui/picture.h"

namespace unknot::ui {

class ExercisePictures {
 public:
  explicit ExercisePictures(const Surroundings& around) : m_around(around) {}

  // The frames beside each other on a quiet ground; a movement without frames gives the ground alone.
  std::shared_ptr<const raster::Picture> picture(const wxWindow* window, const domain::Exercise& exercise,
                                                 wxSize size);

 private:
  struct Key {
    std::string slug;
    int width, height;
    double scale;
    friend auto operator<=>(const Key&, const Key&) = default;
  };

  const Surroundings& m_around;
  std::map<Key, std::shared_ptr<const raster::Picture>> m_pictures;
};

}  // namespace unknot::ui
