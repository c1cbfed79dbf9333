#include <algorithm>

#include "document/handout_fit.h"
#include "document/parts.h"
#include "domain/practice_log.h"

namespace unknot::document {
namespace {

using domain::ExercisePlan;

class Handout {
 public:
  Handout(const BuildContext& context, const Parts& parts, const ExercisePlan& plan)
      : m_context(context), m_look(parts.look()), m_words(wordsOf(context)), m_plan(plan) {}

  // The exercises are not among them: choosing their pictures needs the whole document.
  Blocks block(std::string_view name) const {
    if (name == "week-grid") return weekGrid();
    if (name == "contact") return contact();
    if (name == "getting-up") return gettingUp();
    return note();
  }

 private:
  // A box for each day, two weeks beside each other; in large print a table a week.
  Blocks weekGrid() const {
    if (m_plan.items.empty()) return {};
    Blocks blocks;
    const int mostInTable = m_context.largePrint ? 1 : 2;
    for (int week = 1; week <= m_plan.weeks; week += mostInTable)
      blocks.push_back(grid(week, std::min(mostInTable, m_plan.weeks - week + 1)));
    return blocks;
  }

  Block grid(int firstWeek, int weeks) const {
    // Boxes to tick are as large on a page where all else stands close.
    const auto wide = [&](double points) { return points * m_look.scale; };
    const double box = wide(13);
    const Cell tick{
        {},
        [box, color = m_look.muted](draw::Canvas& canvas, const draw::Rect& where) {
          const draw::Rect square{where.centre().x - box / 2, where.centre().y - box / 2, box, box};
          canvas.fill(draw::Path::roundedRectangle(square, box * 0.2), draw::rgb(0xFFFFFF));
          canvas.stroke(draw::Path::roundedRectangle(square, box * 0.2), {color, 0.9, {}, true});
        },
        box + wide(2),
        {}};
    Table table;
    table.padX = m_look.space(2);
    table.columns.push_back(
        {m_words.say(weeks == 1 ? "paper.handout.week" : "paper.handout.weeks",
                     {{"week", std::to_string(firstWeek)}, {"last", std::to_string(firstWeek + weeks - 1)}}),
         1, 0, draw::Align::left});
    for (int week = 0; week < weeks; ++week) {
      if (week > 0) table.columns.push_back({"", 0, wide(8), draw::Align::left});
      for (const auto day : domain::kWeekdays)
        table.columns.push_back(
            {m_words.say("paper.handout.day." + std::string(day)), 0, wide(21), draw::Align::centre});
    }
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
      std::vector<Cell> row{{plainSpans(numberedTitle(m_context, m_plan, i)), {}, 0, {}}};
      for (int week = 0; week < weeks; ++week) {
        if (week > 0) row.push_back({});
        row.insert(row.end(), domain::kWeekdays.size(), tick);
      }
      table.rows.push_back(std::move(row));
    }
    return Group{{std::move(table)}, 0, false};
  }

  Blocks contact() const {
    const auto& practice = m_context.practice;
    if (practice.phone.empty()) return {};
    return {Paragraph{plainSpans(m_words.say("paper.handout.contact",
                                             {{"practice", practice.name}, {"phone", practice.phone}}),
                                 true),
                      Tone::text, false}};
  }

  // Only where a movement leads to the floor.
  Blocks gettingUp() const {
    const auto onFloor = [&](const domain::PlanItem& item) {
      const auto* exercise = m_context.content.exercise(item.exercise);
      return exercise != nullptr && domain::isOnFloor(exercise->position);
    };
    if (std::none_of(m_plan.items.begin(), m_plan.items.end(), onFloor)) return {};
    const auto say = [&](const char* id) {
      return m_words.say(std::string("paper.handout.gettingUp.") + id);
    };
    List steps{true, 1, {}};
    for (const char* id : {"roll", "push", "kneel", "stand"}) steps.items.push_back({plainSpans(say(id))});
    return {Group{{Heading{2, say("title")}, std::move(steps), plainParagraph(say("chair"))}, 0, false}};
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
  const Look& m_look;
  const core::Words& m_words;
  const ExercisePlan& m_plan;
};

Document composed(const BuildContext& context, const domain::Client& client, const ExercisePlan& plan,
                  Density density) {
  const auto& source = context.content.documentTemplate("handout", context.language);
  const Placeholders placeholders{
      {"client", client.name},
      {"date", longDate(context, context.today)},
      {"practice", context.practice.name},
      {"practitioner", practitionerOf(context)},
      {"review", plan.reviewOn ? longDate(context, *plan.reviewOn) : std::string()}};
  const std::string details = wordsOf(context).say(
      "paper.handout.details", {{"client", client.name}, {"date", longDate(context, context.today)}});
  const Parts parts(
      context,
      {filled(source.title, placeholders), details, filled(source.footer, placeholders), recordOf(context)},
      density);
  const Handout handout(context, parts, plan);
  HandoutFit fit(parts);
  for (std::size_t i = 0; i < plan.items.size(); ++i) fit.addExercise(exerciseBlock(context, parts, plan, i));
  const auto blocks = templateBlocks(parts.look(), source, placeholders, [&](std::string_view name) {
    return name == "exercises" ? HandoutFit::placeOfExercises() : handout.block(name);
  });
  return parts.finish(fit.fitted(blocks));
}

}  // namespace

Document buildHandout(const BuildContext& context, const domain::Client& client, const ExercisePlan& wanted) {
  const auto plan = domain::inOrderOfPrint(wanted, context.content.exercises());
  auto document = composed(context, client, plan, Density::normal);
  // Two movements on a page, and one page beside them, are as few as can be hoped for.
  if (document.pages.size() <= plan.items.size() / 2 + 1) return document;
  auto tight = composed(context, client, plan, Density::tight);
  return tight.pages.size() < document.pages.size() ? tight : document;
}

}  // namespace unknot::document
