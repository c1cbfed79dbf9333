// Sheets to be looked at (see support/pictures.h), and pixels that must be there.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "draw/charts.h"
#include "draw/mannequin.h"
#include "draw/mannequin/skeleton.h"
#include "drawn.h"
#include "support/fonts.h"
#include "support/pictures.h"

using namespace unknot;
using domain::BodyView;

namespace {

constexpr std::array<BodyView, 4> kViews{BodyView::front, BodyView::back, BodyView::left, BodyView::right};

void drawFourViews(draw::Canvas& canvas, const draw::BodyMapMarks& marks, const draw::BodyMapOptions& options,
                   const draw::Rect& where) {
  const auto& atlas = test::shippedAtlas();
  double x = where.x;
  for (const auto view : kViews) {
    const double width = where.height * atlas.view(view)->size.width / 1000;
    draw::drawBodyMap(canvas, test::testTypesetter(), atlas, view, marks, options,
                      {x, where.y, width, where.height});
    x += width + where.height * .03;
  }
}

draw::BodyMapMarks markedForSession() {
  auto marks = test::inventedMarks();
  for (const auto* slug : {"scalene-r", "scalene-l", "delt-l", "delt-r", "knee-l"})
    marks.ghost.emplace(slug, domain::Tension(2));
  marks.ghost.emplace("itb-r", domain::Tension(3));
  marks.ghost.emplace("rotators-r", domain::Tension(4));
  marks.selected = {"ql-l", "pec-r"};
  marks.hovered = "lat-r";
  return marks;
}

void drawPoseSheet(draw::Canvas& canvas, const std::vector<std::string>& slugs, const draw::Size& cell,
                   std::size_t columns) {
  const draw::TextStyle title{12, draw::Weight::semibold};
  const draw::TextStyle caption{10};
  for (std::size_t i = 0; i < slugs.size(); ++i) {
    const auto& frames = test::shippedPoses().at(slugs[i]);
    const draw::Point at{static_cast<double>(i % columns) * cell.width,
                         static_cast<double>(i / columns) * cell.height};
    draw::drawLine(canvas, test::testTypesetter(), slugs[i], title, {at.x + 10, at.y + 18});
    const double width = (cell.width - 20) / static_cast<double>(frames.size());
    for (std::size_t f = 0; f < frames.size(); ++f) {
      const draw::Rect where{at.x + 10 + static_cast<double>(f) * width, at.y + 40, width - 10,
                             cell.height - 50};
      draw::drawLine(canvas, test::testTypesetter(), std::to_string(f + 1) + "  " + frames[f].caption,
                     caption, {where.x, at.y + 34});
      draw::drawPoseFrame(canvas, frames[f], {}, where);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Pictures)

BOOST_AUTO_TEST_CASE(BodyMapsLightAndSmall) {
  raster::Picture picture(1500, 1080, 1, true, test::testFonts());
  picture.paint([](draw::Canvas& canvas) {
    draw::BodyMapOptions options;
    drawFourViews(canvas, markedForSession(), options, {20, 20, 1400, 800});
    draw::drawTensionKey(canvas, test::testTypesetter(), {"soft", "slight", "moderate", "strong", "rigid"},
                         "not looked at", {12}, {20, 840, 700, 30});
    options.detail = draw::FigureDetail::small;
    drawFourViews(canvas, test::inventedMarks(), options, {20, 900, 300, 120});
    options.sideLabels = false;
    drawFourViews(canvas, test::inventedMarks(), options, {320, 900, 300, 120});
    drawFourViews(canvas, {}, options, {600, 900, 300, 120});
    options.detail = draw::FigureDetail::full;
    options.sideLabels = true;
    drawFourViews(canvas, test::inventedMarks(), options, {840, 850, 300, 220});
  });
  test::savePng(picture, "body-map-light");
}

BOOST_AUTO_TEST_CASE(BodyMapsDark) {
  raster::Picture picture(1500, 840, 1, true, test::testFonts());
  picture.clear(draw::rgb(0x1E2529));
  picture.paint([](draw::Canvas& canvas) {
    draw::BodyMapOptions options;
    options.colors = draw::BodyMapColors::dark();
    drawFourViews(canvas, markedForSession(), options, {20, 20, 1400, 800});
  });
  test::savePng(picture, "body-map-dark");
}

BOOST_AUTO_TEST_CASE(ExercisePictures) {
  std::vector<std::string> slugs;
  for (const auto& [slug, frames] : test::shippedPoses()) slugs.push_back(slug);
  constexpr std::size_t perSheet = 8;
  for (std::size_t from = 0; from < slugs.size(); from += perSheet) {
    const std::vector<std::string> part(
        slugs.begin() + static_cast<std::ptrdiff_t>(from),
        slugs.begin() + static_cast<std::ptrdiff_t>(std::min(from + perSheet, slugs.size())));
    raster::Picture picture(1500, 1400, 1.5, true, test::testFonts());
    picture.paint([&](draw::Canvas& canvas) { drawPoseSheet(canvas, part, {500, 230}, 2); });
    test::savePng(picture, "poses-" + std::to_string(from / perSheet));
  }
}

// Rows of poses, columns of people, as high as on a handout.
BOOST_AUTO_TEST_CASE(PeopleLikeTheClients) {
  using domain::BodyBuild;
  using domain::FigureLook;
  using domain::HairColor;
  using domain::HairStyle;
  using domain::SkinTone;
  struct Shown {
    const char* slug;
    std::size_t frame;
  };
  const std::vector<Shown> poses{{"top-shelf-reach", 0},
                                 {"neck-nod", 0},
                                 {"look-behind", 1},
                                 {"neck-side-with-shoulder", 1},
                                 {"seated-arch-and-round", 0},
                                 {"seated-arch-and-round", 1},
                                 {"arch-and-flatten", 0},
                                 {"arch-and-curl", 1},
                                 {"back-lift", 1},
                                 {"side-curl", 0},
                                 {"washrag", 0},
                                 {"washrag", 1},
                                 {"soma-scan", 1},
                                 {"bow-and-gaze-up", 0},
                                 {"bow-and-gaze-up", 1},
                                 {"palm-slides", 0},
                                 {"side-curl", 1},
                                 {"neck-nod", 1},
                                 {"seated-twist", 1},
                                 {"walking", 0}};
  const auto sheet = [&](const std::string& name, const std::vector<draw::MannequinStyle>& people,
                         double cell, std::size_t from, std::size_t to) {
    const int width = static_cast<int>(cell * 1.45 * static_cast<double>(people.size()));
    const int height = static_cast<int>(cell * static_cast<double>(to - from));
    raster::Picture picture(width, height, 1, true, test::testFonts());
    picture.paint([&](draw::Canvas& canvas) {
      for (std::size_t row = from; row < to; ++row)
        for (std::size_t column = 0; column < people.size(); ++column)
          draw::drawPoseFrame(canvas, test::shippedPoses().at(poses[row].slug)[poses[row].frame],
                              people[column],
                              {static_cast<double>(column) * cell * 1.45 + 4,
                               static_cast<double>(row - from) * cell + 4, cell * 1.45 - 8, cell - 8});
    });
    test::savePng(picture, name);
  };
  std::vector<draw::MannequinStyle> hair, builds, skins;
  const std::array styles{HairStyle::cropped, HairStyle::curly, HairStyle::tied, HairStyle::longHair,
                          HairStyle::none};
  const std::array colors{HairColor::black, HairColor::brown, HairColor::blond, HairColor::red,
                          HairColor::grey};
  const std::array tones{SkinTone::pale, SkinTone::light, SkinTone::tan, SkinTone::brown, SkinTone::dark};
  const std::array bodies{BodyBuild::slender, BodyBuild::medium, BodyBuild::broad};
  for (std::size_t i = 0; i < 5; ++i) {
    hair.push_back(draw::mannequinStyle({SkinTone::light, styles[i], HairColor::brown}, BodyBuild::medium));
    skins.push_back(
        draw::mannequinStyle({tones[i], styles[(i + 1) % 5], colors[(i * 2 + 3) % 5]}, bodies[i % 3]));
  }
  for (const auto body : bodies) builds.push_back(draw::mannequinStyle({}, body));
  for (const double cell : {160.0, 300.0}) {
    const std::string size = std::to_string(static_cast<int>(cell));
    for (std::size_t from = 0; from < poses.size(); from += 5) {
      const std::string part = size + "-" + std::to_string(from / 5);
      sheet("people-hair-" + part, hair, cell, from, from + 5);
      sheet("people-build-" + part, builds, cell, from, from + 5);
      sheet("people-skin-" + part, skins, cell, from, from + 5);
    }
  }
}

// The same, but only the heads.
BOOST_AUTO_TEST_CASE(HeadsLikeTheClients) {
  using domain::BodyBuild;
  using domain::HairColor;
  using domain::HairStyle;
  using domain::SkinTone;
  const std::array styles{HairStyle::cropped, HairStyle::curly, HairStyle::tied, HairStyle::longHair,
                          HairStyle::none};
  const std::array colors{HairColor::black, HairColor::brown, HairColor::blond, HairColor::red,
                          HairColor::grey};
  const std::array tones{SkinTone::pale, SkinTone::light, SkinTone::tan, SkinTone::brown, SkinTone::dark};
  constexpr double cell = 250;
  const auto headOnly = [](domain::PoseFrame frame) {
    const auto at = std::visit(
        [](const auto& pose) {
          if constexpr (std::is_same_v<std::decay_t<decltype(pose)>, domain::PosePhoto>)
            return core::Point{};
          else
            return draw::mannequin::solve(pose).head + draw::mannequin::polar(pose.head, .4);
        },
        frame.figure);
    const auto middle = core::Affine::rotation(frame.turn).apply(at);
    frame.view = {middle.x - 1.1, middle.y - 1.1, 2.2, 2.2};
    return frame;
  };
  const auto sheet = [&](const std::string& name,
                         const std::vector<std::pair<const char*, std::size_t>>& poses, bool skins) {
    raster::Picture picture(static_cast<int>(cell) * 5,
                            static_cast<int>(cell * static_cast<double>(poses.size())), 1, true,
                            test::testFonts());
    picture.paint([&](draw::Canvas& canvas) {
      for (std::size_t row = 0; row < poses.size(); ++row)
        for (std::size_t i = 0; i < 5; ++i) {
          const auto style =
              skins ? draw::mannequinStyle({tones[i], styles[(i + row) % 5], colors[(i + row * 3) % 5]},
                                           BodyBuild::medium)
                    : draw::mannequinStyle({SkinTone::light, styles[i], HairColor::brown}, BodyBuild::medium);
          draw::drawPoseFrame(
              canvas, headOnly(test::shippedPoses().at(poses[row].first)[poses[row].second]), style,
              {static_cast<double>(i) * cell + 4, static_cast<double>(row) * cell + 4, cell - 8, cell - 8});
        }
    });
    test::savePng(picture, name);
  };
  for (const bool skins : {false, true}) {
    const std::string name = skins ? "heads-skin-" : "heads-hair-";
    sheet(name + "0",
          {{"top-shelf-reach", 0},
           {"neck-nod", 0},
           {"neck-nod", 1},
           {"neck-nod", 2},
           {"neck-side-with-shoulder", 1}},
          skins);
    sheet(name + "1",
          {{"seated-arch-and-round", 0},
           {"seated-arch-and-round", 1},
           {"arch-and-flatten", 0},
           {"arch-and-curl", 0},
           {"arch-and-curl", 1}},
          skins);
    sheet(name + "2",
          {{"back-lift", 0}, {"back-lift", 1}, {"side-curl", 0}, {"side-curl", 1}, {"washrag", 0}}, skins);
    sheet(name + "3",
          {{"washrag", 1},
           {"bow-and-gaze-up", 0},
           {"bow-and-gaze-up", 1},
           {"palm-slides", 0},
           {"look-behind", 1}},
          skins);
  }
}

BOOST_AUTO_TEST_CASE(LineCharts) {
  raster::Picture picture(1400, 620, 2, true, test::testFonts());
  const draw::Color teal = draw::rgb(0x1F7A7D);
  const draw::Color orange = draw::rgb(0xC8632D);
  using Marker = draw::ChartSeries::Marker;
  draw::LineChart tension{0, 4, 1, {"3 Sep", "17 Sep", "1 Oct", "15 Oct", "29 Oct", "12 Nov"}, {}, {}};
  tension.series = {{"Tension before", orange, Marker::square, false, {3.1, 2.8, 2.9, 2.2, 1.9, 1.4}},
                    {"Tension after", teal, Marker::circle, true, {2.6, 2.2, {}, 1.7, 1.5, 1.3}}};
  draw::LineChart single{0, 10, 2, {"12 Nov"}, {}, {{"Pain now", orange, Marker::triangle, false, {6}}}};
  draw::LineChart crowded{0, 10, 5, {}, {}, {{"Sleep", teal, Marker::circle, false, {}}}};
  for (int i = 0; i < 60; ++i) {
    crowded.ticks.push_back("2026-" + std::to_string(i % 12 + 1) + "-10");
    crowded.series[0].values.push_back(5 + (i * 7 % 5) - 2);
  }
  picture.paint([&](draw::Canvas& canvas) {
    const draw::TextStyle label{9};
    drawLineChart(canvas, test::testTypesetter(), tension, label, {10, 10, 420, 140});
    drawLineChart(canvas, test::testTypesetter(), single, label, {450, 10, 240, 140});
    drawLineChart(canvas, test::testTypesetter(), crowded, label, {10, 160, 420, 140});
    draw::LineChart equal = tension;
    for (auto& series : equal.series) series.values = {0, 0, 0, 0, 0, 0};
    drawLineChart(canvas, test::testTypesetter(), equal, label, {450, 160, 240, 140});
  });
  test::savePng(picture, "charts");
}

BOOST_AUTO_TEST_SUITE_END()
