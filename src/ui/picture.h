// From raster's pixels to the screen.
#pragma once

#include <wx/bitmap.h>
#include <wx/dc.h>

#include <functional>
#include <memory>

#include "raster/raster.h"
#include "ui/surroundings.h"

namespace unknot::ui {

// Shows the picture's pixels with its upper left corner at `at` (device-independent), without a copy.
void showPicture(wxDC& dc, const raster::Picture& picture, wxPoint at);

// A clear picture as large as `size` on this window's screen, sharp on dense ones too; draw in
// device-independent pixels.
std::shared_ptr<raster::Picture> makePicture(const wxWindow* window, const Surroundings& around, wxSize size);

// A copy, for native controls that show pictures.
wxBitmap toBitmap(const raster::Picture& picture);

}  // namespace unknot::ui
