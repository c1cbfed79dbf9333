// The body map at 1600 x 1000: whole, and one region changed over the kept picture. The floor fills and
// strokes the same paths with bare Cairo, without numbers, hatching, shading or text.
#include <benchmark/benchmark.h>
#include <cairo.h>

#include <filesystem>
#include <optional>

#include "content/atlas_loader.h"
#include "content/content.h"
#include "draw/body_map_figure.h"
#include "raster/raster.h"
#include "support/fonts.h"

namespace unknot::bench {
namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 1000;
constexpr domain::BodyView kViews[] = {domain::BodyView::front, domain::BodyView::back};

const domain::BodyAtlas& atlas() {
  static const content::Content kContent =
      content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                              std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                              {}});
  return kContent.atlas();
}

draw::Rect place(std::size_t view) {
  return {static_cast<double>(view) * kWidth / 2, 0, kWidth / 2.0, kHeight};
}

draw::BodyMapMarks marks() {
  draw::BodyMapMarks result;
  int i = 0;
  for (const auto& region : atlas().regions())
    if (++i % 4 != 0) result.tension.emplace(region.slug, domain::Tension(i % 5));
  return result;
}

void paintAll(raster::Picture& picture, const draw::BodyMapMarks& shown, const draw::Rect& dirty) {
  draw::BodyMapOptions options;
  options.colors = draw::BodyMapColors::light();
  if (!dirty.isEmpty()) options.only = dirty;
  picture.clear(draw::rgb(0xFFFFFF), dirty);
  picture.paint(
      [&](draw::Canvas& canvas) {
        for (std::size_t v = 0; v < 2; ++v)
          if (dirty.isEmpty() || (dirty.x < place(v).right() && dirty.right() > place(v).x))
            draw::drawBodyMap(canvas, test::testTypesetter(), atlas(), kViews[v], shown, options, place(v));
      },
      dirty);
}

// Argument: device pixels a unit.
void wholeMap(benchmark::State& state) {
  const auto scale = static_cast<double>(state.range(0));
  raster::Picture picture(static_cast<int>(kWidth * scale), static_cast<int>(kHeight * scale), scale, false,
                          test::testFonts());
  const auto shown = marks();
  for (auto _ : state) paintAll(picture, shown, {});
}
BENCHMARK(wholeMap)->Name("body map, whole/unknot")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void wholeMapFloor(benchmark::State& state) {
  const auto scale = static_cast<double>(state.range(0));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(kWidth * scale),
                                                        static_cast<int>(kHeight * scale));
  cairo_surface_set_device_scale(surface, scale, scale);
  const auto emit = [](cairo_t* cr, const core::Path& path) {
    std::size_t at = 0;
    const auto& p = path.points();
    for (const auto verb : path.verbs()) {
      if (verb == core::Path::Verb::move) cairo_move_to(cr, p[at].x, p[at].y);
      if (verb == core::Path::Verb::line) cairo_line_to(cr, p[at].x, p[at].y);
      if (verb == core::Path::Verb::curve)
        cairo_curve_to(cr, p[at].x, p[at].y, p[at + 1].x, p[at + 1].y, p[at + 2].x, p[at + 2].y);
      if (verb == core::Path::Verb::close)
        cairo_close_path(cr);
      else
        at += verb == core::Path::Verb::curve ? 3 : 1;
    }
  };
  for (auto _ : state) {
    cairo_t* cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (std::size_t v = 0; v < 2; ++v) {
      const auto* view = atlas().view(kViews[v]);
      const auto map = draw::figurePlacement(*view, place(v));
      cairo_save(cr);
      cairo_translate(cr, map.e, map.f);
      cairo_scale(cr, map.a, map.d);
      for (const auto& region : atlas().regions()) {
        const auto shape = region.shapes.find(kViews[v]);
        if (shape == region.shapes.end()) continue;
        emit(cr, shape->second.path);
        cairo_set_source_rgb(cr, .9, .6, .3);
        cairo_fill_preserve(cr);
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_set_line_width(cr, 2);
        cairo_stroke(cr);
      }
      emit(cr, view->outline);
      cairo_set_source_rgb(cr, .3, .4, .4);
      cairo_stroke(cr);
      cairo_restore(cr);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
  }
  cairo_surface_destroy(surface);
}
BENCHMARK(wholeMapFloor)->Name("body map, whole/floor")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void oneChange(benchmark::State& state) {
  const auto scale = static_cast<double>(state.range(0));
  raster::Picture picture(static_cast<int>(kWidth * scale), static_cast<int>(kHeight * scale), scale, false,
                          test::testFonts());
  auto shown = marks();
  paintAll(picture, shown, {});
  int level = 0;
  for (auto _ : state) {
    const auto before = shown;
    shown.tension.insert_or_assign("ql-l", domain::Tension(level++ % 5));
    paintAll(picture, shown, draw::bodyMapDirty(atlas(), domain::BodyView::back, before, shown, place(1)));
  }
}
BENCHMARK(oneChange)->Name("body map, one change/unknot")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

// A finger that wanders over the whole figure and beside it.
core::Point next(core::Point at) {
  at.x += 7;
  if (at.x > 430) at = {at.x - 430, at.y + 13};
  if (at.y > 1000) at.y -= 1000;
  return at;
}

void hitTest(benchmark::State& state) {
  core::Point at;
  for (auto _ : state) {
    at = next(at);
    benchmark::DoNotOptimize(atlas().hit(domain::BodyView::front, at));
  }
}
BENCHMARK(hitTest)->Name("body map, hit test/unknot")->Unit(benchmark::kMicrosecond);

// Argument: reach of the finger in figure units.
void nearest(benchmark::State& state) {
  core::Point at;
  for (auto _ : state) {
    at = next(at);
    benchmark::DoNotOptimize(
        atlas().nearest(domain::BodyView::front, at, static_cast<double>(state.range(0))));
  }
}
BENCHMARK(nearest)->Name("body map, nearest/unknot")->Arg(12)->Arg(40)->Unit(benchmark::kMicrosecond);

void within(benchmark::State& state) {
  core::Point at;
  for (auto _ : state) {
    at = next(at);
    benchmark::DoNotOptimize(
        atlas().within(domain::BodyView::front, at, static_cast<double>(state.range(0))));
  }
}
BENCHMARK(within)->Name("body map, within/unknot")->Arg(12)->Arg(40)->Unit(benchmark::kMicrosecond);

void arrowKey(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    at = (at + 1) % atlas().regions().size();
    benchmark::DoNotOptimize(
        atlas().neighbour(domain::BodyView::front, atlas().regions()[at], domain::Direction::down));
  }
}
BENCHMARK(arrowKey)->Name("body map, arrow key/unknot")->Unit(benchmark::kMicrosecond);

void loadBuilds(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<content::Problem> problems;
    const auto atlases = content::loadAtlases({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                                               std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                                               {}},
                                              problems);
    for (const auto build : atlases.builds()) benchmark::DoNotOptimize(atlases.of(build));
  }
}
BENCHMARK(loadBuilds)->Name("body map, loading every build/unknot")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace unknot::bench
