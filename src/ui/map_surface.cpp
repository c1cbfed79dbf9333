#include "ui/map_surface.h"

#include <gtk/gtk.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "ui/picture.h"

namespace unknot::ui {
namespace {

constexpr double kTitleSize = 13;
constexpr double kSmallestTitle = 9;
bool overlap(const draw::Rect& a, const draw::Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

draw::Rect intersection(const draw::Rect& a, const draw::Rect& b) {
  const double x = std::max(a.x, b.x);
  const double y = std::max(a.y, b.y);
  return {x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
}

void showStretched(cairo_t* target, const raster::Picture& picture, const draw::Affine& from,
                   const draw::Affine& to, const draw::Rect& limit) {
  const double stretch = to.a / from.a;
  // Cairo only reads from it here, but its signature has no const.
  cairo_surface_t* const source =
      cairo_image_surface_create_for_data(const_cast<unsigned char*>(picture.pixels()), CAIRO_FORMAT_ARGB32,
                                          picture.widthPx(), picture.heightPx(), picture.strideBytes());
  cairo_surface_set_device_scale(source, picture.scale(), picture.scale());
  cairo_save(target);
  cairo_rectangle(target, limit.x, limit.y, limit.width, limit.height);
  cairo_clip(target);
  draw::Point away{to.e - stretch * from.e, to.f - stretch * from.f};
  // Moved without growing: pixel by pixel, which is sharp and several times as fast.
  const bool onlyMoved = std::abs(stretch - 1) < 1e-9;
  if (onlyMoved)
    away = {std::round(away.x * picture.scale()) / picture.scale(),
            std::round(away.y * picture.scale()) / picture.scale()};
  cairo_translate(target, away.x, away.y);
  if (!onlyMoved) cairo_scale(target, stretch, stretch);
  cairo_set_source_surface(target, source, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(target),
                           onlyMoved ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint(target);
  cairo_restore(target);
  cairo_surface_destroy(source);
}

// Where the part of the figure that `from` shows in `area` lies with `to`.
draw::Rect stretched(const draw::Rect& area, const draw::Affine& from, const draw::Affine& to) {
  const double stretch = to.a / from.a;
  return {to.e + stretch * (area.x - from.e), to.f + stretch * (area.y - from.f), stretch * area.width,
          stretch * area.height};
}

}  // namespace

MapSurface::MapSurface(wxWindow* window, const Surroundings& around, const domain::BodyAtlas& atlas,
                       const draw::MapViewport& viewport)
    : m_window(window), m_around(around), m_atlas(atlas), m_viewport(viewport) {}

void MapSurface::setPanes(std::vector<MapPane> panes) {
  m_panes = std::move(panes);
  for (auto& pane : m_panes) pane.marks.hovered = m_hovered;
  forget();
}

void MapSurface::forget() {
  m_picture.reset();
  m_overview.reset();
  m_titles.clear();
  m_letters.clear();
  m_still = true;
  m_window->Refresh();
}

void MapSurface::moved() {
  m_still = false;
  m_window->Refresh();
}

void MapSurface::settled() {
  m_still = true;
  m_overview.reset();
  if (m_picture && m_painted != placements()) paintAnew();
  m_window->Refresh();
}

MapSurface::Placements MapSurface::placements() const {
  Placements result;
  for (std::size_t i = 0; i < m_viewport.panes().size(); ++i) result.push_back(m_viewport.placement(i));
  return result;
}

std::set<domain::RegionSlug, std::less<>> MapSurface::showMarks(std::size_t pane, draw::BodyMapMarks marks) {
  marks.hovered = m_hovered;
  const auto before = std::exchange(m_panes[pane].marks, std::move(marks));
  repaint(pane, before);
  return draw::changedRegions(m_atlas, before, m_panes[pane].marks);
}

void MapSurface::hover(const std::optional<domain::RegionSlug>& region) {
  if (region == m_hovered) return;
  m_hovered = region;
  for (std::size_t i = 0; i < m_panes.size(); ++i) {
    const auto before = m_panes[i].marks;
    m_panes[i].marks.hovered = region;
    repaint(i, before);
  }
}

void MapSurface::paintAnew() {
  m_painted = placements();
  m_picture->clear(m_around.theme.color(Tone::surface));
  paintFigures(*m_picture, m_painted, {});
}

void MapSurface::paintFigures(raster::Picture& picture, const Placements& placements,
                              const draw::Rect& dirty) const {
  draw::BodyMapOptions options;
  options.colors = m_around.theme.appearance() == Appearance::dark ? draw::BodyMapColors::dark()
                                                                   : draw::BodyMapColors::light();
  // They stay in sight while the figure moves, so they are no part of its picture.
  options.sideLabels = false;
  if (!dirty.isEmpty()) options.only = dirty;
  picture.paint(
      [&](draw::Canvas& canvas) {
        for (std::size_t i = 0; i < placements.size(); ++i) {
          const auto& pane = m_viewport.panes()[i];
          if (!dirty.isEmpty() && !overlap(dirty, pane.area)) continue;
          const draw::CanvasState state(canvas);
          canvas.clip(draw::Path::rectangle(pane.area));
          draw::drawBodyMap(canvas, m_around.typesetter, m_atlas, pane.view, m_panes[i].marks, options,
                            sheetOf(pane.view, placements[i]));
        }
      },
      dirty);
}

// The rectangle of a view's whole figure space.
draw::Rect MapSurface::sheetOf(domain::BodyView view, const draw::Affine& placement) const {
  const draw::Size size = m_atlas.view(view)->size;
  return {placement.e, placement.f, placement.a * size.width, placement.d * size.height};
}

void MapSurface::repaint(std::size_t pane, const draw::BodyMapMarks& before) {
  if (!m_picture || pane >= m_painted.size()) return;
  const auto& shown = m_viewport.panes()[pane];
  std::vector<draw::Rect> places;
  for (const auto& changed : draw::bodyMapChanges(m_atlas, shown.view, before, m_panes[pane].marks,
                                                  sheetOf(shown.view, m_painted[pane])))
    if (const auto seen = intersection(changed, shown.area); !seen.isEmpty()) places.push_back(seen);
  if (places.empty()) return;
  m_overview.reset();
  for (const auto& place : places) {
    m_picture->clear(m_around.theme.color(Tone::surface), place);
    paintFigures(*m_picture, m_painted, place);
    m_window->RefreshRect(wxRect(static_cast<int>(place.x), static_cast<int>(place.y),
                                 static_cast<int>(place.width), static_cast<int>(place.height)),
                          false);
  }
  if (!m_still) m_window->Refresh();
}

void MapSurface::paint(wxDC& dc) {
  if (!m_picture) {
    m_picture = makePicture(m_window, m_around, m_window->GetClientSize());
    paintAnew();
  }
  if (m_still)
    showPicture(dc, *m_picture, {0, 0});
  else
    paintStretched(dc);
  paintSeams(dc);
  paintTitles(dc);
  paintSideLabels(dc);
}

void MapSurface::paintStretched(wxDC& dc) {
  auto* const target = static_cast<cairo_t*>(dc.GetHandle());
  const draw::Color ground = m_around.theme.color(Tone::surface);
  cairo_set_source_rgb(target, ground.r, ground.g, ground.b);
  cairo_paint(target);
  for (std::size_t i = 0; i < m_painted.size(); ++i) {
    const draw::Rect& area = m_viewport.panes()[i].area;
    const draw::Affine now = m_viewport.placement(i);
    const draw::Rect sharp = intersection(stretched(area, m_painted[i], now), area);
    const bool covered = sharp == area;
    if (!covered) {
      Placements whole;
      for (std::size_t pane = 0; pane < m_painted.size(); ++pane)
        whole.push_back(m_viewport.wholePlacement(pane));
      if (!m_overview) {
        const wxSize size = m_window->GetClientSize();
        m_overview = std::make_shared<raster::Picture>(size.x, size.y, 1, false, m_around.fonts);
        m_overview->clear(ground);
        paintFigures(*m_overview, whole, {});
      }
      showStretched(target, *m_overview, whole[i], now, area);
    }
    if (!sharp.isEmpty()) showStretched(target, *m_picture, m_painted[i], now, sharp);
  }
}

void MapSurface::paintSeams(wxDC& dc) const {
  const bool close = m_viewport.zoom() > draw::MapViewport::kWhole;
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(m_around.theme.toolkitColor(Tone::page)));
  const auto half = static_cast<int>(draw::MapViewport::kGutter / 2);
  for (std::size_t i = 1; i < m_viewport.panes().size(); ++i) {
    // Whole figures of one kind stand apart by themselves.
    if (!close && m_panes[i].title == m_panes[i - 1].title) continue;
    const auto& cell = m_viewport.panes()[i].cell;
    const wxPoint corner(static_cast<int>(cell.x), static_cast<int>(cell.y));
    if (corner.x == 0)
      dc.DrawRectangle(0, corner.y - half, m_window->GetClientSize().x, half);
    else
      dc.DrawRectangle(corner.x - half, corner.y, 2 * half, static_cast<int>(cell.height));
  }
}

std::shared_ptr<raster::Picture> MapSurface::makeTitle(std::size_t pane) const {
  const auto& area = m_viewport.panes()[pane].area;
  const std::string name =
      m_around.words.say("view." + std::string(domain::toString(m_viewport.panes()[pane].view)));
  const std::string& title = m_panes[pane].title;
  draw::TextStyle quiet{kTitleSize, draw::Weight::semibold, false, m_around.theme.color(Tone::muted)};
  draw::TextStyle strong = quiet;
  strong.color = m_around.theme.color(Tone::text);
  const auto shaped = [&] {
    return std::pair(m_around.typesetter.line(title, strong),
                     m_around.typesetter.line(title.empty() ? name : " · " + name, quiet));
  };
  auto [first, second] = shaped();
  while (first.width + second.width > area.width - 8 && quiet.size > kSmallestTitle) {
    quiet.size = strong.size = quiet.size - 1;
    std::tie(first, second) = shaped();
  }
  // As wide as the figure under it: inside the seams.
  const double width = area.width;
  const double height = draw::MapViewport::kTitleHeight;
  auto picture = makePicture(m_window, m_around, wxSize(static_cast<int>(width), static_cast<int>(height)));
  picture->clear(m_around.theme.color(Tone::surface));
  picture->paint([&](draw::Canvas& canvas) {
    const double left = (width - first.width - second.width) / 2;
    const double baseline = height - 6;
    first.draw(canvas, {left, baseline});
    second.draw(canvas, {left + first.width, baseline});
  });
  return picture;
}

void MapSurface::paintTitles(wxDC& dc) {
  const auto& panes = m_viewport.panes();
  if (m_titles.size() != panes.size()) {
    m_titles.clear();
    for (std::size_t i = 0; i < panes.size(); ++i) m_titles.push_back(makeTitle(i));
  }
  for (std::size_t i = 0; i < panes.size(); ++i)
    showPicture(dc, *m_titles[i],
                wxPoint(static_cast<int>(panes[i].area.x), static_cast<int>(panes[i].cell.y)));
}

std::shared_ptr<raster::Picture> MapSurface::makeLetter(domain::Side side, double size) const {
  const auto colors = m_around.theme.appearance() == Appearance::dark ? draw::BodyMapColors::dark()
                                                                      : draw::BodyMapColors::light();
  const std::string letter =
      m_around.words.say(side == domain::Side::left ? "bodyview.leftShort" : "bodyview.rightShort");
  const double edge = std::ceil(size * 1.8);
  auto picture = makePicture(m_window, m_around, wxSize(static_cast<int>(edge), static_cast<int>(edge)));
  picture->paint([&](draw::Canvas& canvas) {
    // Readable over the figure too, where that fills the pane.
    draw::Color ground = m_around.theme.color(Tone::surface);
    ground.a = .92;
    canvas.fill(draw::Path::roundedRectangle({0, 0, edge, edge}, edge * .3), ground);
    const draw::TextStyle style{size, draw::Weight::semibold, false, colors.label};
    draw::drawLine(canvas, m_around.typesetter, letter, style, {edge / 2, edge / 2 + size * .36},
                   draw::Anchor::middle);
  });
  return picture;
}

void MapSurface::paintSideLabels(wxDC& dc) {
  for (std::size_t i = 0; i < m_viewport.panes().size(); ++i)
    for (const auto& label : m_viewport.sideLabels(i)) {
      auto& letter = m_letters[{label.side, label.size}];
      if (!letter) letter = makeLetter(label.side, label.size);
      const double half = letter->widthPx() / letter->scale() / 2;
      showPicture(dc, *letter,
                  wxPoint(static_cast<int>(std::lround(label.centre.x - half)),
                          static_cast<int>(std::lround(label.centre.y - half))));
    }
}

}  // namespace unknot::ui
