#include <algorithm>
#include <optional>

#include "document/exercise_pictures.h"
#include "document/parts.h"

namespace unknot::document {
namespace {

using domain::ExercisePlan;
using domain::PlanItem;
using domain::PlanSide;

constexpr int kDaysOfWeek = 7;
constexpr int kWeeks = 2;
// Points; of pictures above their text.
constexpr double kLargePicturesHeight = 230;

class Handout {
 public:
  // `pictureWorth`: how much height a point of a picture's size may cost.
  Handout(const BuildContext& context, const Parts& parts, const ExercisePlan& plan, double pictureWorth)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_plan(plan),
        m_pictureWorth(pictureWorth) {}

  Blocks block(std::string_view name) const {
    if (name == "exercises") return exercises();
    if (name == "week-grid") return weekGrid();
    return note();
  }

 private:
  // As it is given in this plan: for one side, or for both. Nothing when the library has it no more.
  std::optional<domain::Exercise> exerciseOf(const PlanItem& item) const {
    const auto* exercise = m_context.content.exercise(item.exercise);
    if (exercise == nullptr) return {};
    if (item.side == PlanSide::left) return domain::forSide(*exercise, domain::Side::left);
    if (item.side == PlanSide::right) return domain::forSide(*exercise, domain::Side::right);
    return *exercise;
  }

  // With the side, where only one is meant.
  std::string titleOf(const PlanItem& item) const {
    const auto exercise = exerciseOf(item);
    const std::string title = exercise ? exercise->text.title : item.exercise;
    if (item.side == PlanSide::left) return m_words.say("paper.handout.titleLeft", {{"title", title}});
    if (item.side == PlanSide::right) return m_words.say("paper.handout.titleRight", {{"title", title}});
    return title;
  }

  std::string numbered(std::size_t index) const {
    return std::to_string(index + 1) + ".  " + titleOf(m_plan.items[index]);
  }

  // The dose in sentences: "Do it 5 times, slowly, on each side. Once a day. About 5 minutes."
  std::string dose(const PlanItem& item) const {
    static constexpr std::string_view kTimes[] = {"times", "timesLeft", "timesRight", "timesBoth"};
    const auto count = [&](std::string_view id, int value) {
      return m_words.sayCount("paper.handout." + std::string(id), value);
    };
    std::string text = count(kTimes[static_cast<std::size_t>(item.side)], item.repetitions);
    if (item.rounds > 1) text += " " + count("rounds", item.rounds);
    return text + " " + count("timesADay", item.timesADay) + " " + count("minutes", item.minutes);
  }

  Blocks exercises() const {
    Blocks blocks;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) blocks.push_back(exercise(i));
    return blocks;
  }

  Block exercise(std::size_t index) const {
    const PlanItem& item = m_plan.items[index];
    const auto exercise = exerciseOf(item);
    Group group;
    group.spaceAfter = m_look.space(10);
    group.blocks.push_back(Heading{2, numbered(index)});
    if (!exercise) {
      group.blocks.push_back(plainParagraph(m_words.say("paper.handout.missing")));
      group.blocks.push_back(doseStrip(item));
    } else {
      movement(group.blocks, *exercise, item);
    }
    if (!item.cue.empty())
      group.blocks.push_back(strip("paper.handout.cue", item.cue, m_look.panel, m_look.accent));
    if (exercise && !exercise->text.caution.empty())
      group.blocks.push_back(
          strip("paper.handout.caution", exercise->text.caution, m_look.cautionPale, m_look.caution));
    return group;
  }

  // Pictures at the left and steps at the right; one below the other in large print, where lines would get
  // too short.
  void movement(Blocks& blocks, const domain::Exercise& exercise, const PlanItem& item) const {
    if (!m_context.largePrint) {
      blocks.push_back(besidePictures(exercise, item));
      return;
    }
    if (const auto pictures =
            exercisePictures(m_context, m_parts, exercise, m_parts.width(), kLargePicturesHeight))
      blocks.push_back(pictures->figure);
    for (auto& block : instructions(exercise)) blocks.push_back(std::move(block));
    blocks.push_back(doseStrip(item));
  }

  Blocks instructions(const domain::Exercise& exercise) const {
    List steps{true, 1, {}};
    for (const auto& step : exercise.text.steps) steps.items.push_back({plainSpans(step)});
    Blocks text{std::move(steps)};
    if (!exercise.text.sense.empty())
      text.push_back(Paragraph{{{m_words.say("paper.handout.sense") + " ", true, false, {}},
                                {exercise.text.sense, false, false, {}}}});
    return text;
  }

  // Of a few divisions of the page the one that takes least height for pictures that are large enough.
  Block besidePictures(const domain::Exercise& exercise, const PlanItem& item) const {
    std::optional<Columns> best;
    double bestCost = 0;
    for (const double share : {0.31, 0.36, 0.42}) {
      for (const double height : {150.0, 260.0}) {
        Columns columns{{}, m_parts.width() * share, m_look.space(16), instructions(exercise)};
        const auto pictures = exercisePictures(m_context, m_parts, exercise, columns.leftWidth, height);
        if (pictures) columns.left.push_back(pictures->figure);
        columns.left.push_back(doseStrip(item));
        const double taken = stacked(layOut({columns}, m_parts.width(), m_parts.layout())).height;
        const double cost = taken - m_pictureWorth * (pictures ? pictures->frameSize : 0);
        if (best && cost >= bestCost) continue;
        best = std::move(columns);
        bestCost = cost;
      }
    }
    return std::move(*best);
  }

  Block doseStrip(const PlanItem& item) const {
    return Callout{{Paragraph{plainSpans(dose(item), true), Tone::text, true}}, m_look.accentPale, false, {}};
  }

  Block strip(std::string_view label, const std::string& text, draw::Color fill, draw::Color bar) const {
    Spans spans{{m_words.say(label) + " ", true, false, {}}, {text, false, false, {}}};
    return Callout{{Paragraph{std::move(spans), Tone::text, true}}, fill, true, bar};
  }

  // A box for each day of two weeks; in large print a table a week.
  Blocks weekGrid() const {
    if (m_plan.items.empty()) return {};
    Blocks blocks;
    const int weeksInTable = m_context.largePrint ? 1 : kWeeks;
    for (int week = 1; week <= kWeeks; week += weeksInTable) blocks.push_back(grid(week, weeksInTable));
    return blocks;
  }

  Block grid(int firstWeek, int weeks) const {
    static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                 "friday", "saturday", "sunday"};
    const double box = m_look.space(13);
    const Cell tick{
        {},
        [box, color = m_look.muted](draw::Canvas& canvas, const draw::Rect& where) {
          const draw::Rect square{where.centre().x - box / 2, where.centre().y - box / 2, box, box};
          canvas.fill(draw::Path::roundedRectangle(square, box * 0.2), draw::rgb(0xFFFFFF));
          canvas.stroke(draw::Path::roundedRectangle(square, box * 0.2), {color, 0.9, {}, true});
        },
        box + m_look.space(2),
        {}};
    Table table;
    table.padX = m_look.space(2);
    table.columns.push_back(
        {m_words.say(weeks == 1 ? "paper.handout.week" : "paper.handout.weeks",
                     {{"week", std::to_string(firstWeek)}, {"last", std::to_string(firstWeek + weeks - 1)}}),
         1, 0, draw::Align::left});
    for (int week = 0; week < weeks; ++week) {
      if (week > 0) table.columns.push_back({"", 0, m_look.space(8), draw::Align::left});
      for (const auto& day : kDays)
        table.columns.push_back(
            {m_words.say("paper.handout.day." + std::string(day)), 0, m_look.space(21), draw::Align::centre});
    }
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
      std::vector<Cell> row{{plainSpans(numbered(i)), {}, 0, {}}};
      for (int week = 0; week < weeks; ++week) {
        if (week > 0) row.push_back({});
        for (int day = 0; day < kDaysOfWeek; ++day) row.push_back(tick);
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  Blocks note() const {
    Blocks blocks;
    if (!m_plan.note.empty()) {
      blocks.push_back(
          Heading{2, m_words.say("paper.handout.note", {{"practitioner", practitionerOf(m_context)}})});
      blocks.push_back(Callout{{plainParagraph(m_plan.note)}, m_look.panel, true, m_look.accent});
    }
    if (m_plan.reviewOn)
      blocks.push_back(plainParagraph(
          m_words.say("paper.handout.review", {{"date", longDate(m_context, *m_plan.reviewOn)}})));
    return blocks;
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const ExercisePlan& m_plan;
  double m_pictureWorth;
};

}  // namespace

Document buildHandout(const BuildContext& context, const domain::Client& client, const ExercisePlan& plan) {
  const auto& source = context.content.documentTemplate("handout");
  const Placeholders placeholders{
      {"client", client.name},
      {"date", longDate(context, context.today)},
      {"practice", context.practice.name},
      {"practitioner", practitionerOf(context)},
      {"review", plan.reviewOn ? longDate(context, *plan.reviewOn) : std::string()}};
  const Parts parts(
      context, {filled(source.title, placeholders),
                wordsOf(context).say("paper.handout.details",
                                     {{"client", client.name}, {"date", longDate(context, context.today)}}),
                filled(source.footer, placeholders), recordOf(context)});
  // Larger pictures are better as long as they cost no page.
  std::optional<Document> best;
  for (const double pictureWorth : {2.5, 1.2, 0.4}) {
    const Handout handout(context, parts, plan, pictureWorth);
    auto document = parts.finish(
        templateBlocks(source, placeholders, [&](std::string_view name) { return handout.block(name); }));
    if (!best || document.pages.size() < best->pages.size()) best = std::move(document);
    if (context.largePrint) break;
  }
  return std::move(*best);
}

}  // namespace unknot::document
