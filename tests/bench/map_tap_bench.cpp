// A tap on the body map panel at 1600 x 1000, without the window: finding the region under the hand, and
// painting its change into the kept picture at the zoom it is seen with.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "app/map_hand.h"
#include "content/content.h"
#include "draw/body_map_figure.h"
#include "draw/map_viewport.h"
#include "raster/raster.h"
#include "support/fonts.h"

namespace unknot::bench {
namespace {

constexpr draw::Size kPanel{1600, 1000};
constexpr const char* kLarge = "quad-l";  // one of the largest regions, so that none costs more

const domain::BodyAtlas& atlas() {
  static const content::Content kContent =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                              {}});
  return kContent.atlas();
}

// Arguments: device pixels a unit, zoom.
void tap(benchmark::State& state) {
  const auto scale = static_cast<double>(state.range(0));
  draw::MapViewport viewport(atlas());
  viewport.layOut({domain::BodyView::front, domain::BodyView::back}, kPanel);
  const auto& shape = atlas().require("region", kLarge).shapes.at(domain::BodyView::front);
  viewport.zoomBy(static_cast<double>(state.range(1)), viewport.placement(0).apply(shape.label));
  const auto place = viewport.placement(0);
  const draw::Rect area = viewport.panes()[0].area;

  draw::BodyMapMarks marks;
  int i = 0;
  for (const auto& region : atlas().regions())
    if (++i % 4 != 0) marks.tension.emplace(region.slug, domain::Tension(i % 5));
  draw::BodyMapOptions options;
  options.colors = draw::BodyMapColors::light();
  options.sideLabels = false;
  raster::Picture picture(static_cast<int>(kPanel.width * scale), static_cast<int>(kPanel.height * scale),
                          scale, false, test::testFonts());
  const auto paint = [&](const draw::Rect& dirty) {
    picture.clear(draw::rgb(0xFFFFFF), dirty);
    picture.paint(
        [&](draw::Canvas& canvas) {
          const draw::CanvasState kept(canvas);
          canvas.clip(draw::Path::rectangle(area));
          const auto& figure = *atlas().view(domain::BodyView::front);
          draw::drawBodyMap(canvas, test::testTypesetter(), atlas(), domain::BodyView::front, marks, options,
                            {place.e, place.f, place.a * figure.size.width, place.d * figure.size.height});
        },
        dirty);
  };
  paint({});
  const auto bounds = shape.path.transformed(place).bounds().inflated(9);
  const double left = std::max(bounds.x, area.x);
  const double top = std::max(bounds.y, area.y);
  const draw::Rect dirty{left, top, std::min(bounds.right(), area.right()) - left,
                         std::min(bounds.bottom(), area.bottom()) - top};

  int level = 0;
  std::int64_t time = 0;
  app::MapHandlers handlers;
  handlers.tap = [&](const app::MapRegion& hit, bool) {
    marks.tension.insert_or_assign(hit.region, domain::Tension(level++ % 5));
    marks.selected = {hit.region};
    paint(dirty);
  };
  app::MapHand hand(atlas(), viewport, handlers, {});
  hand.setTool(app::MapTool::paint);
  const draw::Point at = place.apply(shape.label);
  for (auto _ : state) {
    time += 1000;
    hand.press(at, app::MapPointer::mouse, false, time, 4);
    hand.release(at, time + 80);
  }
}
BENCHMARK(tap)
    ->Name("body map, a tap with zoom/unknot")
    ->Args({1, 1})
    ->Args({2, 1})
    ->Args({2, 3})
    ->Args({2, 6})
    ->Unit(benchmark::kMillisecond);

void fingerReach(benchmark::State& state) {
  draw::MapViewport viewport(atlas());
  viewport.layOut({domain::BodyView::front, domain::BodyView::back}, kPanel);
  const app::MapHandlers handlers;
  app::MapHand hand(atlas(), viewport, handlers, {});
  std::int64_t time = 0;
  for (auto _ : state) {
    viewport.showWhole();
    time += 1000;
    hand.press({410, 150}, app::MapPointer::finger, false, time, 4);
    hand.release({410, 150}, time + 80);
  }
}
BENCHMARK(fingerReach)->Name("body map, what a finger means/unknot")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace unknot::bench
