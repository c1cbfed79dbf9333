// Photos, drawings and logos by gdk-pixbuf, which GTK brings along. Of its loaders only those of PNG, JPEG,
// GIF, BMP and WebP are ever asked; a loader that is not installed makes its kind unreadable, nothing else.
#pragma once

#include <memory>

#include "core/photo.h"

namespace unknot::raster {

std::shared_ptr<const core::PhotoReader> makePhotoReader();

}  // namespace unknot::raster
