#include "ui/map_picture.h"

#include <wx/dcclient.h>

#include "ui/accessible.h"
#include "ui/picture.h"

namespace unknot::ui {

namespace {

// Under this height face, fingers and numbers would be specks.
constexpr int kSmallFigure = 220;

}  // namespace

std::shared_ptr<raster::Picture> drawMaps(const wxWindow* window, const Surroundings& around,
                                          const domain::BodyAtlas& atlas, const draw::BodyMapMarks& marks,
                                          const std::vector<domain::BodyView>& views, wxSize size) {
  auto picture = makePicture(window, around, size);
  draw::BodyMapOptions options;
  const bool small = size.y < kSmallFigure;
  options.detail = small ? draw::FigureDetail::small : draw::FigureDetail::full;
  options.numbers = !small;
  options.sideLabels = !small;
  options.leftLabel = around.words.say("bodyview.leftShort");
  options.rightLabel = around.words.say("bodyview.rightShort");
  options.colors = around.theme.appearance() == Appearance::dark ? draw::BodyMapColors::dark()
                                                                 : draw::BodyMapColors::light();
  const double width = static_cast<double>(size.x) / static_cast<double>(views.size());
  picture->paint([&](draw::Canvas& canvas) {
    for (std::size_t i = 0; i < views.size(); ++i)
      draw::drawBodyMap(canvas, around.typesetter, atlas, views[i], marks, options,
                        {width * static_cast<double>(i), 0, width, static_cast<double>(size.y)});
  });
  return picture;
}

MapPicture::MapPicture(wxWindow* parent, const Surroundings& around, std::vector<domain::BodyView> views,
                       wxSize sizeDip)
    : PaintedPanel(parent, sizeDip), m_around(around), m_views(std::move(views)) {
  around.theme.follow(this, [this] { redraw(); });
}

void MapPicture::show(const domain::BodyAtlas& atlas, const draw::BodyMapMarks& marks,
                      const std::string& name) {
  m_atlas = &atlas;
  m_marks = marks;
  setAccessibleName(this, name);
  redraw();
}

std::shared_ptr<const raster::Picture> MapPicture::painted(wxSize size) {
  return m_atlas == nullptr ? nullptr : drawMaps(this, m_around, *m_atlas, m_marks, m_views, size);
}

}  // namespace unknot::ui
