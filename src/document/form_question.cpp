#include "document/form_question.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "document/block_layout.h"
#include "document/form_names.h"
#include "domain/answer_text.h"

namespace unknot::document {
namespace {

using domain::AnswerState;
using domain::IntakeAnswer;
using domain::Question;
using domain::QuestionKind;
using draw::FieldKind;

// Points of ordinary print.
constexpr double kGap = 12;            // between things beside each other
constexpr double kAfter = 8;           // below a question
constexpr double kFigureHeight = 226;  // of the body to be marked by hand
constexpr double kNumberLine = 90;
constexpr double kScaleStep = 40;
constexpr double kSideColumn = 150;
constexpr double kScoreColumn = 96;
// Of the width: more of it for the small boxes, and they stand one below the other.
constexpr double kStatesShare = 0.36;
// Boxes in columns: as many as fit, of long words two.
constexpr std::size_t kMostColumns = 4;
constexpr std::size_t kManyOptions = 6;

constexpr int kTextLines = 3;
constexpr int kHistoryRows = 3;
constexpr int kMedicineRows = 4;
constexpr int kActivityRows = 5;

std::string valueOf(const IntakeAnswer* answer) {
  if (answer == nullptr || answer->state != AnswerState::answered) return {};
  std::string text;
  for (const auto& value : answer->values) text.append(text.empty() ? "" : ", ").append(value);
  return text;
}

std::string cellOf(const IntakeAnswer* answer, std::size_t row, const std::string& field) {
  if (answer == nullptr || row >= answer->rows.size()) return {};
  const auto found = answer->rows[row].find(field);
  return found == answer->rows[row].end() ? std::string() : found->second;
}

}  // namespace

FormQuestions::FormQuestions(const BuildContext& context, const Parts& parts,
                             const domain::Questionnaire& questionnaire, const domain::Intake* intake)
    : m_context(context),
      m_parts(parts),
      m_look(parts.look()),
      m_words(wordsOf(context)),
      m_questionnaire(questionnaire),
      m_intake(intake),
      m_layout(parts.layout()),
      m_ink{intake == nullptr} {}

std::string FormQuestions::say(std::string_view id, std::vector<core::Message::Arg> args) const {
  return m_words.say("paper.intakeForm." + std::string(id), std::move(args));
}

draw::FormField FormQuestions::field(FieldKind kind, std::string name, const Question& question) const {
  return {kind, std::move(name), question.label};
}

FormQuestions::Option FormQuestions::option(FieldKind kind, const Question& question, const std::string& slug,
                                            const std::string& label, const IntakeAnswer* answer) const {
  Option made{field(kind,
                    kind == FieldKind::choice ? formField(question.slug, kFormOne)
                                              : formTick(question.slug, kFormChoice, slug),
                    question),
              answer != nullptr && domain::says(*answer, slug)};
  made.field.option = slug;
  made.field.words = label;
  return made;
}

std::vector<Piece> FormQuestions::pieces(const Question& question) const {
  Draft draft{question, m_intake == nullptr ? nullptr : domain::answerTo(m_intake->answers, question.slug),
              scene()};
  addHead(draft);
  addBody(draft);
  std::vector<Piece> pieces{draft.scene.piece(draft.y)};
  if (question.kind == QuestionKind::bodyMap) {
    pieces.back().gapAfter = m_look.space(2);
    pieces.push_back(areas(question, draft.answer));
  }
  pieces.back().gapAfter = m_look.space(kAfter);
  return pieces;
}

// "If you ticked “By e-mail”:", in words that stand by themselves on paper.
std::string FormQuestions::condition(const Question& question) const {
  const auto quoted = [&](const std::string& text) { return say("quote", {{"text", text}}); };
  const auto add = [&](std::string& list, const std::string& text) {
    list.append(list.empty() ? "" : say("or")).append(quoted(text));
  };
  std::string ticked;
  std::string answered;
  bool yes = false;
  for (const auto& each : question.askIf) {
    const auto* asked = m_questionnaire.find(each.question);
    if (asked == nullptr) continue;
    const auto choice = std::find_if(asked->choices.begin(), asked->choices.end(),
                                     [&](const auto& one) { return one.slug == each.answer; });
    if (choice != asked->choices.end())
      add(ticked, choice->label);
    else if (each.answer == "yes")
      yes = true;
    else
      add(answered, asked->label);
  }
  std::string text;
  const auto sentence = [&](const std::string& one) { text.append(text.empty() ? "" : " ").append(one); };
  if (yes) sentence(say("ifYes"));
  if (!ticked.empty()) sentence(say("ifTicked", {{"choices", ticked}}));
  if (!answered.empty()) sentence(say("ifAnswered", {{"questions", answered}}));
  return text;
}

void FormQuestions::addHead(Draft& draft) const {
  const double width = m_parts.width();
  if (const auto words = condition(draft.question); !words.empty()) {
    auto style = m_look.small();
    style.italic = true;
    auto text = draft.scene.set(words, style, width);
    const double height = text.height;
    draft.scene.text(std::move(text), {0, draft.y});
    draft.y += height;
  }
  auto tiny = m_look.small();
  tiny.size *= 0.92;
  const auto wide = [&](const char* words) {
    return m_context.typesetter.line(say(words), tiny).width + boxSize(m_look) + m_look.space(kGap);
  };
  const double notSure = wide("notSure");
  const double rather = wide("ratherTell");
  const bool beside = notSure + rather <= width * kStatesShare;
  const double states = beside ? notSure + rather : std::max(notSure, rather);
  const double words = width - states - m_look.space(kGap);
  std::vector<draw::TextSpan> spans{{draft.question.label, m_look.strong(), {}}};
  if (!draft.question.help.empty()) spans.push_back({"  " + draft.question.help, m_look.small(), {}});
  auto label = m_context.typesetter.paragraph(spans, m_look.paragraph(words));
  const double top = draft.y;
  const double height = label.height;
  draft.scene.text(std::move(label), {0, top});
  addStates(draft, width - states, states, beside);
  draft.y = std::max(draft.y, top + height) + m_look.space(2);
}

// Leaves draft.y below them.
void FormQuestions::addStates(Draft& draft, double x, double width, bool beside) const {
  auto tiny = m_look.small();
  tiny.size *= 0.92;
  double height = 0;
  for (const auto& [state, words] :
       {std::pair{AnswerState::notSure, "notSure"}, {AnswerState::ratherTell, "ratherTell"}}) {
    auto box = field(FieldKind::choice, formField(draft.question.slug, kFormState), draft.question);
    box.option = domain::toString(state);
    box.words = say(words);
    const double own =
        m_context.typesetter.line(box.words, tiny).width + boxSize(m_look) + m_look.space(kGap);
    const bool ticked = draft.answer != nullptr && draft.answer->state == state;
    const double step = draft.scene.box(box, {x, draft.y}, beside ? own : width, tiny, ticked);
    if (beside) {
      x += own;
      height = std::max(height, step);
    } else {
      draft.y += step;
    }
  }
  draft.y += height;
}

void FormQuestions::addBody(Draft& draft) const {
  const auto& question = draft.question;
  const double width = m_parts.width();
  auto& scene = draft.scene;
  const auto write = [&](FieldKind kind, double wide, int lines) {
    draft.y += scene.writing(field(kind, formField(question.slug, kFormText), question), {0, draft.y}, wide,
                             lines, valueOf(draft.answer));
  };
  switch (question.kind) {
    case QuestionKind::text:
    case QuestionKind::date:
      return write(FieldKind::line, width, 1);
    case QuestionKind::longText:
      // Words of help ask for more of them.
      return write(FieldKind::area, width, question.help.empty() ? kTextLines - 1 : kTextLines);
    case QuestionKind::number: {
      const double line = kNumberLine * m_look.scale;
      const double top = draft.y;
      write(FieldKind::line, line, 1);
      auto unit = scene.set(question.unit, m_look.text(), width - line);
      scene.text(std::move(unit),
                 {line + m_look.space(5), top + writingLine(m_look) - m_look.bodySize() * 1.35});
      return;
    }
    case QuestionKind::yesNo: {
      std::vector<Option> options;
      for (const std::string slug : {"yes", "no"})
        options.push_back(
            option(FieldKind::choice, question, slug, m_words.say("answer." + slug), draft.answer));
      addOptions(scene, draft.y, options, m_look.text());
      if (!question.detail.empty()) addDetail(draft, say("ifYes") + " " + question.detail);
      return;
    }
    case QuestionKind::oneOf:
    case QuestionKind::severalOf: {
      const auto kind = question.kind == QuestionKind::oneOf ? FieldKind::choice : FieldKind::tick;
      std::vector<Option> options;
      std::string detail;
      for (const auto& choice : question.choices) {
        options.push_back(option(kind, question, choice.slug, choice.label, draft.answer));
        if (!choice.detail.empty())
          detail =
              say("ifTicked", {{"choices", say("quote", {{"text", choice.label}})}}) + " " + choice.detail;
      }
      addOptions(scene, draft.y, options, m_look.text());
      if (!detail.empty()) addDetail(draft, detail);
      return;
    }
    case QuestionKind::scale:
      return addScale(draft);
    case QuestionKind::medicines:
      return addRows(draft, kMedicineRows, {{"name", 4, 0}, {"dose", 2.4, 0}, {"for", 3.6, 0}});
    case QuestionKind::history:
      return addRows(draft, kHistoryRows, {{"what", 3, 0}, {"side", 0, kSideColumn}, {"when", 1.5, 0}});
    case QuestionKind::activities:
      return addRows(draft, kActivityRows, {{"activity", 1, 0}, {"score", 0, kScoreColumn}});
    case QuestionKind::bodyMap:
      return addFigures(draft);
  }
}

void FormQuestions::addOptions(FormScene& scene, double& y, const std::vector<Option>& options,
                               const draw::TextStyle& style, std::size_t leastColumns) const {
  const double width = m_parts.width();
  const double gap = m_look.space(kGap);
  std::vector<double> widths;
  for (const auto& each : options)
    widths.push_back(m_context.typesetter.line(each.field.words, style).width + boxSize(m_look) +
                     m_look.space(6));
  const double widest = options.empty() ? 0 : *std::max_element(widths.begin(), widths.end());
  std::size_t columns = std::min(options.size(), kMostColumns);
  const auto columnWidth = [&] {
    return (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  };
  while (columns > std::max<std::size_t>(leastColumns, 1) && columnWidth() < widest) --columns;
  if (columns == 1 && options.size() >= kManyOptions) columns = 2;
  const std::size_t rows =
      (options.size() + std::max<std::size_t>(columns, 1) - 1) / std::max<std::size_t>(columns, 1);
  if (options.size() < kManyOptions && rowsInFlow(widths) < rows)
    return addFlow(scene, y, options, style, widths);
  double bottom = y;
  for (std::size_t column = 0; column < columns; ++column) {
    double at = y;
    for (std::size_t i = column * rows; i < std::min((column + 1) * rows, options.size()); ++i)
      at += scene.box(options[i].field, {static_cast<double>(column) * (columnWidth() + gap), at},
                      columnWidth(), style, options[i].ticked);
    bottom = std::max(bottom, at);
  }
  y = bottom;
}

std::size_t FormQuestions::rowsInFlow(const std::vector<double>& widths) const {
  std::size_t rows = 1;
  double x = 0;
  for (const double width : widths) {
    if (x > 0 && x + width > m_parts.width()) {
      ++rows;
      x = 0;
    }
    x += width + 2 * m_look.space(kGap);
  }
  return rows;
}

void FormQuestions::addFlow(FormScene& scene, double& y, const std::vector<Option>& options,
                            const draw::TextStyle& style, const std::vector<double>& widths) const {
  double x = 0;
  double height = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (x > 0 && x + widths[i] > m_parts.width()) {
      y += height;
      x = height = 0;
    }
    const double own = std::min(widths[i] + 1, m_parts.width() - x);
    height = std::max(height, scene.box(options[i].field, {x, y}, own, style, options[i].ticked));
    x += widths[i] + 2 * m_look.space(kGap);
  }
  y += height;
}

void FormQuestions::addDetail(Draft& draft, const std::string& words) const {
  const double width = m_parts.width();
  auto text = draft.scene.set(words, m_look.small(), width);
  // Behind the words where there is room to write, else below them.
  const double behind = text.lines.size() == 1 ? text.lines.front().width + m_look.space(6) : width;
  const bool fits = behind < width * 0.55;
  const double height = text.height;
  const std::string answer = draft.answer == nullptr ? std::string() : draft.answer->detail;
  const auto line = field(FieldKind::line, formField(draft.question.slug, kFormDetail), draft.question);
  const double textTop = fits ? draft.y + writingLine(m_look) - height : draft.y;
  draft.scene.text(std::move(text), {0, textTop});
  if (!fits) draft.y += height;
  const double x = fits ? behind : 0;
  draft.y += draft.scene.writing(line, {x, draft.y}, width - x, 1, answer);
}

void FormQuestions::addScale(Draft& draft) const {
  constexpr int kHighest = 10;
  const auto style = m_look.text();
  const double step = std::min(kScaleStep * m_look.scale, m_parts.width() / (kHighest + 1));
  double height = 0;
  for (int i = 0; i <= kHighest; ++i) {
    const std::string number = std::to_string(i);
    const auto each = option(FieldKind::choice, draft.question, number, number, draft.answer);
    height = std::max(height, draft.scene.box(each.field, {step * i, draft.y}, step, style, each.ticked));
  }
  draft.y += height;
  const double width = step * (kHighest + 1);
  const auto end = [&](const std::string& words, int number, draw::Align align) {
    if (words.empty()) return;
    auto text = setSpans({{std::to_string(number) + " = " + words, false, false, {}}}, m_look.small(),
                         width * 0.48, align, m_layout);
    height = std::max(height, text.height);
    draft.scene.text(std::move(text), {number == 0 ? 0 : width * 0.52, draft.y});
  };
  height = 0;
  end(draft.question.low, 0, draw::Align::left);
  end(draft.question.high, kHighest, draw::Align::right);
  draft.y += height;
}

void FormQuestions::addRows(Draft& draft, int atLeast, const std::vector<Column>& columns) const {
  const auto& question = draft.question;
  const double gap = m_look.space(kGap);
  double left = m_parts.width() - gap * static_cast<double>(columns.size() - 1);
  double weights = 0;
  for (const auto& column : columns) {
    left -= column.fixed * m_look.scale;
    if (column.fixed <= 0) weights += column.weight;
  }
  const auto widthOf = [&](const Column& column) {
    return column.fixed > 0 ? column.fixed * m_look.scale : left * column.weight / weights;
  };
  double height = 0;
  double x = 0;
  for (const auto& column : columns) {
    auto title = draft.scene.set(m_words.say("kiosk.row." + column.field), m_look.small(), widthOf(column));
    height = std::max(height, title.height);
    draft.scene.text(std::move(title), {x, draft.y});
    x += widthOf(column) + gap;
  }
  draft.y += height;
  const auto answered = draft.answer == nullptr ? 0 : draft.answer->rows.size();
  for (std::size_t row = 0; row < std::max(static_cast<std::size_t>(atLeast), answered); ++row) {
    double tallest = writingLine(m_look);
    for (const auto& column : columns)
      if (column.field != "side")
        tallest = std::max(
            tallest, draft.scene.writingHeight(widthOf(column), 1, cellOf(draft.answer, row, column.field)));
    x = 0;
    for (const auto& column : columns) {
      const auto answer = cellOf(draft.answer, row, column.field);
      const double width = widthOf(column);
      if (column.field == "side") {
        addSide(draft, row, x, width, answer);
      } else {
        auto cell = field(FieldKind::line, formRow(question.slug, row + 1, column.field), question);
        cell.description += " " + std::to_string(row + 1) + ", " + m_words.say("kiosk.row." + column.field);
        const double top = draft.y + tallest - draft.scene.writingHeight(width, 1, answer);
        draft.scene.writing(cell, {x, top}, width, 1, answer);
      }
      x += width + gap;
    }
    draft.y += tallest;
  }
}

void FormQuestions::addSide(Draft& draft, std::size_t row, double x, double width,
                            const std::string& answer) const {
  static const std::array<std::string, 3> kSides{"left", "right", "both"};
  const bool known = std::find(kSides.begin(), kSides.end(), answer) != kSides.end();
  const double step = width / static_cast<double>(kSides.size());
  const auto style = m_look.small();
  const double y = draft.y + writingLine(m_look) - boxSize(m_look) * 1.5;
  if (!known && !answer.empty()) {
    // As somebody put it who was not asked with boxes.
    draft.scene.text(draft.scene.set(answer, m_look.text(), width), {x, y});
    return;
  }
  for (std::size_t i = 0; i < kSides.size(); ++i) {
    auto box = field(FieldKind::choice, formRow(draft.question.slug, row + 1, "side"), draft.question);
    box.description += " " + std::to_string(row + 1) + ", " + m_words.say("kiosk.row.side");
    box.option = kSides[i];
    box.words = m_words.say("kiosk.side." + kSides[i]);
    draft.scene.box(box, {x + step * static_cast<double>(i), y}, step, style, answer == kSides[i]);
  }
}

void FormQuestions::addFigures(Draft& draft) const {
  auto& scene = draft.scene;
  auto help = scene.set(say("mapHelp"), m_look.small(), m_parts.width());
  const double helpHeight = help.height;
  scene.text(std::move(help), {0, draft.y});
  draft.y += helpHeight + m_look.space(3);
  draw::BodyMapMarks marks;
  marks.picture = draw::MapPicture::places;
  if (draft.answer != nullptr)
    for (const auto& row : draft.answer->rows)
      for (const auto& area : m_context.content.areas())
        if (const auto found = row.find("area"); found != row.end() && found->second == area.slug)
          marks.places.insert(area.regions.begin(), area.regions.end());
  draw::BodyMapOptions options;
  // Two words are too long for the place that the figure has for a letter.
  options.sideLabels = false;
  // Large print grows the words; the figures are large enough.
  const double height = kFigureHeight;
  const double cell = m_parts.width() / 2;
  const double label = m_look.smallSize() * m_look.lineHeight;
  const double top = draft.y;
  scene.drawing(say("mapAlternative"), [this, marks, options, height, cell, top](draw::Canvas& canvas) {
    const auto& atlas = m_context.content.atlas(m_context.build);
    const std::pair<domain::BodyView, const char*> views[] = {{domain::BodyView::front, "kiosk.map.front"},
                                                              {domain::BodyView::back, "kiosk.map.back"}};
    double x = 0;
    for (const auto& [view, words] : views) {
      draw::drawBodyMap(canvas, m_context.typesetter, atlas, view, marks, options, {x, top, cell, height});
      draw::drawLine(canvas, m_context.typesetter, m_words.say(words), m_look.small(),
                     {x + cell / 2, top + height + m_look.smallSize()}, draw::Anchor::middle);
      if (const auto* figure = atlas.view(view)) drawSides(canvas, *figure, {x, top, cell, height});
      x += cell;
    }
  });
  draft.y += height + label;
}

// Beside the figure, in the client's own left and right.
void FormQuestions::drawSides(draw::Canvas& canvas, const domain::FigureView& figure,
                              const draw::Rect& where) const {
  const double gap = m_look.space(5);
  const double half = where.height * figure.size.width / figure.size.height / 2 + gap;
  const double room = where.width / 2 - half - gap;
  const bool leftFirst = figure.viewerLeft == domain::Side::left;
  const double y = where.y + where.height * 0.27;
  const auto write = [&](const char* words, double x, draw::Align align) {
    setSpans({{m_words.say(words), false, false, {}}}, m_look.small(), room, align, m_layout)
        .draw(canvas, {x, y});
  };
  write(leftFirst ? "kiosk.map.left" : "kiosk.map.right", where.x + gap, draw::Align::right);
  write(leftFirst ? "kiosk.map.right" : "kiosk.map.left", where.centre().x + half, draw::Align::left);
}

Piece FormQuestions::areas(const Question& question, const IntakeAnswer* answer) const {
  FormScene made = scene();
  double y = 0;
  std::vector<Option> options;
  for (const auto& area : m_context.content.areas()) {
    Option each{field(FieldKind::tick, formTick(question.slug, kFormArea, area.slug), question), false};
    each.field.words = m_words.say("area." + area.slug);
    if (answer != nullptr)
      each.ticked = std::any_of(answer->rows.begin(), answer->rows.end(), [&](const auto& row) {
        const auto found = row.find("area");
        return found != row.end() && found->second == area.slug;
      });
    options.push_back(std::move(each));
  }
  addOptions(made, y, options, m_look.small(), m_context.largePrint ? 2 : 3);
  auto words = made.set(m_words.say("kiosk.map.words"), m_look.small(), m_parts.width());
  const double height = words.height;
  made.text(std::move(words), {0, y + m_look.space(4)});
  y += height + m_look.space(4);
  const std::string told = answer == nullptr ? std::string() : domain::answerText(m_words, question, *answer);
  const bool hasRows = answer != nullptr && !answer->rows.empty();
  y += made.writing(field(FieldKind::line, formField(question.slug, kFormWords), question), {0, y},
                    m_parts.width(), 1, hasRows ? told : std::string());
  return made.piece(y);
}

Piece FormQuestions::labelled(const std::vector<Labelled>& lines) const {
  FormScene made = scene();
  const double gap = m_look.space(kGap);
  const auto count = static_cast<double>(lines.size());
  const double each = (m_parts.width() - gap * (count - 1)) / count;
  double height = 0;
  std::vector<draw::TextBlock> words;
  const auto lineStart = [&](const draw::TextBlock& text) {
    return text.lines.empty() ? 0 : text.lines.back().width + m_look.space(6);
  };
  for (const auto& line : lines) {
    words.push_back(made.set(line.words, m_look.text(), each * 0.7));
    height = std::max({height, words.back().height + m_look.space(3),
                       made.writingHeight(each - lineStart(words.back()), 1, line.answer)});
  }
  double x = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double start = lineStart(words[i]);
    const double width = each - start;
    const double textTop = height - words[i].height - m_look.space(1);
    made.text(std::move(words[i]), {x, textTop});
    made.writing({FieldKind::line, lines[i].field, lines[i].words},
                 {x + start, height - made.writingHeight(width, 1, lines[i].answer)}, width, 1,
                 lines[i].answer);
    x += each + gap;
  }
  Piece piece = made.piece(height);
  piece.gapAfter = m_look.space(4);
  return piece;
}

Piece FormQuestions::decision(const std::string& name, const std::string& about,
                              const std::vector<std::pair<std::string, std::string>>& options,
                              const std::string& chosen) const {
  FormScene made = scene();
  std::vector<Option> boxes;
  for (const auto& [slug, words] : options)
    boxes.push_back({{FieldKind::choice, name, about, slug, words}, slug == chosen});
  double y = 0;
  addOptions(made, y, boxes, m_look.strong());
  Piece piece = made.piece(y);
  piece.gapAfter = m_look.space(2 * kAfter);
  return piece;
}

}  // namespace unknot::document
