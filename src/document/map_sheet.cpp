#include <cmath>

#include "document/parts.h"

namespace unknot::document {

namespace {

// Whether there is anything on the map at all.
bool isBlank(const domain::SessionContent& content, MapSubject subject) {
  if (subject == MapSubject::difference) return draw::differenceOf(content).change.empty();
  const auto moment = subject == MapSubject::before ? draw::MapMoment::before : draw::MapMoment::after;
  return draw::marksOf(content, moment).tension.empty();
}

}  // namespace

Document buildMapSheet(const BuildContext& context, const domain::Client& client,
                       const domain::Session& session, int sessionNumber, MapSubject subject) {
  const auto& words = wordsOf(context);
  const auto& content = session.current.content;
  const std::string when = words.say(subject == MapSubject::before  ? "paper.map.before"
                                     : subject == MapSubject::after ? "paper.map.after"
                                                                    : "paper.map.difference");
  const std::string number = std::to_string(sessionNumber);
  const std::string date = longDate(context, content.serviceDate);
  const Parts parts(
      context, {words.say("paper.map.title"),
                words.say("paper.map.details", {{"client", client.name}, {"number", number}, {"date", date}}),
                words.say("paper.map.footer", {{"practice", context.practice.name}}), recordOf(context)});
  MapPanel panel{
      when,
      words.say("paper.map.session", {{"number", number}, {"date", date}}),
      &content,
      subject,
      {domain::BodyView::front, domain::BodyView::back, domain::BodyView::left, domain::BodyView::right},
      2,
      parts.width(),
      0,
      0,
      true};
  const auto blocks = [&] {
    Blocks all{mapPanel(context, parts, panel), subject == MapSubject::difference
                                                    ? differenceKey(context, parts)
                                                    : tensionKey(context, parts)};
    if (!content.points.empty()) all.push_back(pointKey(context, parts, content.points));
    if (isBlank(content, subject)) all.push_back(plainParagraph(words.say("paper.map.nothing")));
    return all;
  };
  // Two rows of figures share what titles and key leave of the page.
  const double taken = Extent::of(layOut(blocks(), parts.width(), parts.layout())).height;
  panel.viewHeight = std::floor((parts.look().body.height - taken) / 2);
  return parts.finish(blocks());
}

}  // namespace unknot::document
