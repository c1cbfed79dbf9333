#include "document/exercise_block.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>
#include <set>
#include <utility>

#include "document/block_layout.h"
#include "document/exercise_pictures.h"
#include "document/qr_code.h"

namespace unknot::document {
namespace {

using domain::Exercise;
using domain::PlanItem;
using domain::PlanSide;

// Two variants of nearly the same pictures are one.
constexpr double kNoticeablyLarger = 1.03;
// Points: a lying figure of 110 and the panel around it.
constexpr double kNarrowestPictures = 126.5;
// Wide enough for a camera at arm's length.
constexpr double kCode = 60;
// Heights tried in large print, points.
constexpr double kLowestAbove = 95;
constexpr double kHighestAbove = 245;
constexpr double kStepAbove = 15;

// As it is given in this plan: for one side, or for both. Nothing when the library has it no more.
std::optional<Exercise> exerciseOf(const BuildContext& context, const PlanItem& item) {
  const auto* exercise = context.content.exercise(item.exercise, context.language);
  if (exercise == nullptr) return {};
  if (item.side == PlanSide::left) return domain::forSide(*exercise, domain::Side::left);
  if (item.side == PlanSide::right) return domain::forSide(*exercise, domain::Side::right);
  return *exercise;
}

Blocks joined(std::initializer_list<Blocks> parts) {
  Blocks all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// Laid out once, to stand in many layouts.
struct Text {
  std::vector<Piece> pieces;
  Extent extent;
};
// One below the other; where there are fewer, null.
using Texts = std::array<const Text*, 4>;

Extent extentOf(const Texts& texts) {
  Extent all;
  for (const Text* text : texts)
    if (text != nullptr) all = all.above(text->extent);
  return all;
}

void append(Blocks& blocks, const Texts& texts) {
  for (const Text* text : texts)
    if (text != nullptr && !text->pieces.empty()) blocks.push_back(Laid{text->pieces});
}

// A layout that is thought of, and only made when it is chosen.
struct Candidate {
  PictureGrid pictures;
  double column = 0;  // width of the pictures' column; 0: they stand above all text
  double gap = 0;     // between the columns
  Texts under;        // in the pictures' column
  Texts beside;       // in the other one
  Texts below;        // over the whole width
  double height = 0;
};

// Differences that only come from rounding decide nothing.
long long thousandths(double points) {
  return std::llround(points * 1000);
}

class Builder {
 public:
  Builder(const BuildContext& context, const Parts& parts, const PlanItem& item,
          const std::optional<Exercise>& exercise)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_item(item),
        m_exercise(exercise) {}

  std::vector<ExerciseVariant> variants() {
    if (!m_exercise || m_exercise->frames.empty())
      return {{0, joined({instructions(), cue(), caution(), easier(), film()})}};
    m_pictures.emplace(m_context, m_parts, m_exercise->text.title, m_exercise->frames);
    // Pictures too small to see what is meant only where there is no room for others.
    for (const bool onlyReadable : {true, false}) {
      if (!m_candidates.empty()) continue;
      if (m_context.largePrint)
        picturesAbove(onlyReadable);
      else
        picturesBeside(onlyReadable);
    }
    return chosen();
  }

 private:
  enum class Place { below, left, right };

  double width() const { return m_parts.width(); }

  const Text* laid(const Blocks& blocks, double width) {
    auto pieces = layOut(blocks, width, m_parts.layout());
    const Extent extent = Extent::of(pieces);
    return &m_texts.emplace_back(Text{std::move(pieces), extent});
  }

  // Steps and what to notice.
  Blocks instructions() const {
    if (!m_exercise) return {plainParagraph(m_words.say("paper.handout.missing"))};
    List steps{true, 1, {}};
    for (const auto& step : m_exercise->text.steps) steps.items.push_back({plainSpans(step)});
    Blocks text{std::move(steps)};
    if (!m_exercise->text.sense.empty()) text.push_back(said("paper.handout.sense", m_exercise->text.sense));
    return text;
  }

  Paragraph said(std::string_view label, const std::string& text) const {
    return {{{m_words.say(label) + " ", true, false, {}}, {text, false, false, {}}}, Tone::text, true};
  }

  Blocks cue() const {
    if (m_item.cue.empty()) return {};
    return {Callout{{said("paper.handout.cue", m_item.cue)}, m_look.panel, true, m_look.accent}};
  }

  Blocks caution() const {
    if (!m_exercise || m_exercise->text.caution.empty()) return {};
    return {Callout{
        {said("paper.handout.caution", m_exercise->text.caution)}, m_look.cautionPale, true, m_look.caution}};
  }

  Blocks easier() const {
    if (!m_exercise || m_exercise->text.easier.empty()) return {};
    return {said("paper.handout.easier", m_exercise->text.easier)};
  }

  // The practitioner's own film: a code for a phone, and the address for those who read it elsewhere.
  Blocks film() const {
    if (!m_exercise || m_exercise->video.empty()) return {};
    const auto& address = m_exercise->video;
    const double side = m_look.space(kCode);
    const std::string code = m_words.say("paper.handout.videoCode", {{"address", address}});
    Columns columns{{qrCode(address, side, code)}, side, m_look.space(8), {}};
    columns.right = {Paragraph{
        {{m_words.say("paper.handout.video") + " ", true, false, {}}, {address, false, false, address}},
        Tone::text,
        false}};
    return {std::move(columns)};
  }

  void add(Candidate candidate) {
    const Extent pictures = extentOfFigure(candidate.pictures.panel.height, m_look);
    const Extent top = candidate.column > 0 ? extentOfColumns(pictures.above(extentOf(candidate.under)),
                                                              extentOf(candidate.beside), m_look)
                                            : pictures;
    candidate.height = top.above(extentOf(candidate.below)).height;
    m_candidates.push_back(std::move(candidate));
  }

  std::optional<PictureGrid> pictures(double width, double height, bool onlyReadable) {
    auto grid = m_pictures->grid(width, height);
    if (onlyReadable && !grid.readable()) return {};
    return grid;
  }

  void picturesBeside(bool onlyReadable) {
    const Text* const wideCue = laid(cue(), width());
    const Text* const care = laid(caution(), width());
    const Text* const wideEasier = laid(easier(), width());
    const Text* const wideFilm = laid(film(), width());
    const double gap = m_look.space(14);
    for (const double left :
         {kNarrowestPictures, width() * 0.28, width() * 0.32, width() * 0.37, width() * 0.42}) {
      const double right = width() - left - gap;
      const Text* const steps = laid(instructions(), right);
      const Text* const leftCue = laid(cue(), left);
      const Text* const rightCue = laid(cue(), right);
      const Text* const rightEasier = laid(easier(), right);
      // What is short stands where there is room for it: beside the pictures, under them, or across.
      for (const Place cueAt : {Place::below, Place::left, Place::right}) {
        for (const Place easierAt : {Place::below, Place::right}) {
          // What is not there stands nowhere else.
          if ((m_item.cue.empty() && cueAt != Place::below) ||
              (wideEasier->pieces.empty() && easierAt != Place::below))
            continue;
          const auto only = [](bool here, const Text* text) { return here ? text : nullptr; };
          const Texts under{only(cueAt == Place::left, leftCue)};
          const Texts beside{steps, only(cueAt == Place::right, rightCue),
                             only(easierAt == Place::right, rightEasier)};
          const Texts below{only(cueAt == Place::below, wideCue), care,
                            only(easierAt == Place::below, wideEasier), wideFilm};
          const double room = extentOf(beside).height - extentOf(under).height;
          std::set<double> tried;
          for (const double height : {room, 120.0, 150.0, 190.0, 240.0})
            if (auto grid = pictures(left, height, onlyReadable);
                grid && tried.insert(grid->panel.height).second)
              add({std::move(*grid), left, gap, under, beside, below});
        }
      }
    }
  }

  void picturesAbove(bool onlyReadable) {
    const Text* const rest = laid(instructions(), width());
    const Text* const wideCue = laid(cue(), width());
    const Text* const care = laid(joined({caution(), easier(), film()}), width());
    for (double height = kLowestAbove; height <= kHighestAbove; height += kStepAbove)
      if (auto grid = pictures(width(), height, onlyReadable))
        add({std::move(*grid), 0, 0, {}, {}, {rest, wideCue, care}});
    if (m_item.cue.empty()) return;
    // What is said to this client beside the pictures.
    const double gap = m_look.space(12);
    for (const double share : {0.4, 0.48, 0.56}) {
      const double left = width() * share;
      const Text* const cueBeside = laid(cue(), width() - left - gap);
      for (double height = kLowestAbove; height <= kHighestAbove; height += kStepAbove)
        if (auto grid = pictures(left, height, onlyReadable))
          add({std::move(*grid), left, gap, {}, {cueBeside}, {rest, care}});
    }
  }

  ExerciseVariant made(const Candidate& candidate) {
    Blocks blocks{m_pictures->figure(candidate.pictures)};
    if (candidate.column > 0) {
      append(blocks, candidate.under);
      Columns columns{std::move(blocks), candidate.column, candidate.gap, {}};
      append(columns.right, candidate.beside);
      blocks = {std::move(columns)};
    }
    append(blocks, candidate.below);
    return {candidate.pictures.frameSize(), std::move(blocks)};
  }

  // Those that pay for their height with larger pictures. Of two that are alike the first one: its panel lies
  // closer around the pictures.
  std::vector<ExerciseVariant> chosen() {
    std::stable_sort(m_candidates.begin(), m_candidates.end(), [](const Candidate& a, const Candidate& b) {
      const long long lower = thousandths(a.height);
      const long long higher = thousandths(b.height);
      return lower != higher ? lower < higher : a.pictures.frameSize() > b.pictures.frameSize();
    });
    std::vector<ExerciseVariant> result;
    for (const auto& candidate : m_candidates)
      if (result.empty() || candidate.pictures.frameSize() >= result.back().pictureSize * kNoticeablyLarger)
        result.push_back(made(candidate));
    return result;
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const PlanItem& m_item;
  const std::optional<Exercise>& m_exercise;
  std::optional<ExercisePictures> m_pictures;
  std::deque<Text> m_texts;  // candidates point to them
  std::vector<Candidate> m_candidates;
};

// The dose in sentences: "Do it 5 times, slowly, on each side. Once a day. About 5 minutes."
std::string doseText(const core::Words& words, const PlanItem& item) {
  static constexpr std::string_view kTimes[] = {"times", "timesLeft", "timesRight", "timesBoth"};
  const auto count = [&](std::string_view id, int value) {
    return words.sayCount("paper.handout." + std::string(id), value);
  };
  std::string text = count(kTimes[static_cast<std::size_t>(item.side)], item.repetitions);
  if (item.rounds > 1) text += " " + count("rounds", item.rounds);
  return text + " " + count("timesADay", item.timesADay) + " " + count("minutes", item.minutes);
}

// Where movements are grouped by position: the first of its group.
bool beginsGroup(const BuildContext& context, const domain::ExercisePlan& plan, std::size_t index) {
  if (!plan.grouped) return false;
  const auto positionOf = [&](std::size_t i) -> std::optional<domain::Position> {
    const auto* exercise = context.content.exercise(plan.items[i].exercise);
    return exercise == nullptr ? std::nullopt : std::optional(exercise->position);
  };
  return index == 0 || positionOf(index - 1) != positionOf(index);
}

}  // namespace

std::string numberedTitle(const BuildContext& context, const domain::ExercisePlan& plan, std::size_t index) {
  const auto& words = wordsOf(context);
  const PlanItem& item = plan.items[index];
  const auto exercise = exerciseOf(context, item);
  std::string title = exercise ? exercise->text.title : item.exercise;
  if (item.side == PlanSide::left) title = words.say("paper.handout.titleLeft", {{"title", title}});
  if (item.side == PlanSide::right) title = words.say("paper.handout.titleRight", {{"title", title}});
  return std::to_string(index + 1) + ".  " + title;
}

std::vector<Piece> ExerciseBlock::pieces(const Parts& parts, std::size_t variant, bool withPurpose) const {
  Blocks blocks = title;
  if (withPurpose) blocks.insert(blocks.end() - 1, purpose.begin(), purpose.end());
  const Blocks& rest = variants[variant].blocks;
  blocks.insert(blocks.end(), rest.begin(), rest.end());
  return layOut({Group{std::move(blocks), parts.look().space(10), false}}, parts.width(), parts.layout());
}

ExerciseBlock exerciseBlock(const BuildContext& context, const Parts& parts, const domain::ExercisePlan& plan,
                            std::size_t index) {
  const PlanItem& item = plan.items[index];
  const auto exercise = exerciseOf(context, item);
  ExerciseBlock block;
  block.title = {
      Heading{2, numberedTitle(context, plan, index)},
      Group{{Paragraph{plainSpans(doseText(wordsOf(context), item), true), Tone::text, true}}, 0, true}};
  if (exercise && beginsGroup(context, plan, index)) {
    const auto label =
        wordsOf(context).say("paper.handout.position." + std::string(domain::toString(exercise->position)));
    block.title.insert(block.title.begin(),
                       Group{{Paragraph{plainSpans(label, true), Tone::small, true}}, 0, true});
  }
  if (exercise && !exercise->text.purpose.empty())
    block.purpose = {Group{{Paragraph{plainSpans(exercise->text.purpose), Tone::text, true}}, 0, true}};
  block.variants = Builder(context, parts, item, exercise).variants();
  return block;
}

}  // namespace unknot::document
