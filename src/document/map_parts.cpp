// The body map as a part of documents.
#include <algorithm>

#include "document/block_layout.h"
#include "document/parts.h"

namespace unknot::document {
namespace {

draw::BodyMapMarks marksFor(const MapPanel& panel) {
  auto marks =
      panel.subject == MapSubject::difference
          ? draw::differenceOf(*panel.content)
          : draw::marksOf(*panel.content, panel.subject == MapSubject::before ? draw::MapMoment::before
                                                                              : draw::MapMoment::after);
  if (panel.withPoints) marks.points = panel.content->points;
  return marks;
}

// "Low back, left 3; Neck, right 2. Scar, knee, left": what the picture shows, for those who can't see it.
std::string inWords(const BuildContext& context, const draw::BodyMapMarks& marks) {
  std::string text;
  const auto add = [&](const std::string& words) { text += (text.empty() ? "" : "; ") + words; };
  for (const auto& region : context.content.atlas().regions()) {
    const std::string name = regionName(context, region.slug);
    if (const auto level = marks.tension.find(region.slug); level != marks.tension.end())
      add(name + " " + std::to_string(level->second.value()));
    if (const auto change = marks.change.find(region.slug); change != marks.change.end())
      add(name + " " + signedChange(context, change->second));
  }
  for (const auto& mark : marks.points) add(pointName(context, mark));
  return text.empty() ? wordsOf(context).say("paper.map.nothing") : text;
}

struct Titles {
  draw::TextBlock title;
  draw::TextBlock detail;
};

Titles titlesOf(const Parts& parts, const MapPanel& panel) {
  const auto& look = parts.look();
  const double inner = panel.width - 2 * mapPanelPadding(parts);
  auto titleStyle = look.strong();
  titleStyle.size *= 1.1;
  return {setSpans(plainSpans(panel.title), titleStyle, inner, draw::Align::left, parts.layout()),
          setSpans(plainSpans(panel.detail), look.small(), inner, draw::Align::left, parts.layout())};
}

}  // namespace

Figure tensionKey(const BuildContext& context, const Parts& parts) {
  const auto& words = wordsOf(context);
  std::vector<std::string> levels;
  std::string alternative;
  for (int level = domain::Tension::kLowest; level <= domain::Tension::kHighest; ++level) {
    const std::string number = std::to_string(level);
    levels.push_back(words.say("tension." + number));
    alternative += (alternative.empty() ? "" : ", ") + number + " " + levels.back();
  }
  const draw::Size size{parts.width(), parts.look().space(18)};
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    draw::drawTensionKey(canvas, context.typesetter, levels, words.say("tension.notLookedAt"),
                         parts.look().small(), {0, 0, size.width, size.height});
  });
  return {size, words.say("paper.map.key", {{"levels", alternative}}), drawing, draw::Align::left};
}

Figure differenceKey(const BuildContext& context, const Parts& parts) {
  const auto& words = wordsOf(context);
  const draw::DifferenceWords said{words.say("tension.notLookedAt"), words.say("difference.notCompared"),
                                   words.say("difference.softer"), words.say("difference.same"),
                                   words.say("difference.firmer")};
  const draw::Size size{parts.width(), parts.look().space(18)};
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    draw::drawDifferenceKey(canvas, context.typesetter, said, parts.look().small(),
                            {0, 0, size.width, size.height});
  });
  return {size, words.say("paper.map.differenceKey"), drawing, draw::Align::left};
}

Figure pointKey(const BuildContext& context, const Parts& parts,
                const std::vector<domain::PointMark>& points) {
  draw::PointWords kinds;
  std::string alternative;
  for (const auto kind : domain::pointKinds()) {
    if (std::none_of(points.begin(), points.end(), [&](const auto& mark) { return mark.kind == kind; }))
      continue;
    kinds.emplace_back(kind, wordsOf(context).say("point.kind." + std::string(toString(kind))));
    alternative += (alternative.empty() ? "" : ", ") + kinds.back().second;
  }
  const auto style = parts.look().small();
  const draw::Size size{parts.width(), draw::pointKeyHeight(context.typesetter, kinds, style, parts.width())};
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    draw::drawPointKey(canvas, context.typesetter, kinds, style, {0, 0, size.width, size.height});
  });
  return {size, wordsOf(context).say("paper.map.pointKey", {{"kinds", alternative}}), drawing,
          draw::Align::left};
}

std::string pointName(const BuildContext& context, const domain::PointMark& mark) {
  const auto& words = wordsOf(context);
  return words.say("point.at", {{"kind", words.say("point.kind." + std::string(toString(mark.kind)))},
                                {"region", regionName(context, mark.region)}});
}

double mapPanelPadding(const Parts& parts) {
  return parts.look().space(9);
}

double mapTitlesHeight(const Parts& parts, const MapPanel& panel) {
  const auto titles = titlesOf(parts, panel);
  return std::max(titles.title.height + titles.detail.height, panel.leastTitles);
}

Figure mapPanel(const BuildContext& context, const Parts& parts, const MapPanel& panel) {
  const auto& look = parts.look();
  const auto& words = wordsOf(context);
  const double padding = mapPanelPadding(parts);
  const double inner = panel.width - 2 * padding;
  const Titles titles = titlesOf(parts, panel);
  const double top = padding + mapTitlesHeight(parts, panel) + look.space(4);
  const std::size_t inRow = std::max<std::size_t>(panel.viewsInRow, 1);
  const std::size_t rows = (panel.views.size() + inRow - 1) / inRow;
  const double label = panel.views.size() > 2 ? look.smallSize() * look.lineHeight : 0;
  const double rowHeight = panel.viewHeight + label + look.space(4);
  const draw::Size size{panel.width, top + rowHeight * static_cast<double>(rows) + padding};

  draw::BodyMapOptions options;
  options.leftLabel = words.say("paper.map.left");
  options.rightLabel = words.say("paper.map.right");
  const auto marks = marksFor(panel);
  const auto drawing = Recording::of([&](draw::Canvas& canvas) {
    canvas.fill(draw::Path::roundedRectangle({0, 0, size.width, size.height}, look.space(8)), look.panel);
    titles.title.draw(canvas, {padding, padding});
    titles.detail.draw(canvas, {padding, padding + titles.title.height});
    const double cell = inner / static_cast<double>(inRow);
    for (std::size_t i = 0; i < panel.views.size(); ++i) {
      const double x = padding + static_cast<double>(i % inRow) * cell;
      const double y = top + static_cast<double>(i / inRow) * rowHeight;
      draw::drawBodyMap(canvas, context.typesetter, context.content.atlas(context.build), panel.views[i],
                        marks, options, {x, y, cell, panel.viewHeight});
      if (label > 0)
        draw::drawLine(canvas, context.typesetter,
                       words.say("view." + std::string(domain::toString(panel.views[i]))), look.small(),
                       {x + cell / 2, y + panel.viewHeight + look.smallSize()}, draw::Anchor::middle);
    }
  });
  const auto alternative =
      words.say("paper.map.alternative",
                {{"title", panel.title}, {"detail", panel.detail}, {"regions", inWords(context, marks)}});
  return {size, alternative, drawing, draw::Align::left};
}

}  // namespace unknot::document
