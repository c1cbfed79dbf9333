#include "document/exercise_block.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "document/block_layout.h"
#include "document/exercise_pictures.h"

namespace unknot::document {
namespace {

using domain::Exercise;
using domain::PlanItem;
using domain::PlanSide;

// Two variants of nearly the same pictures are one.
constexpr double kNoticeablyLarger = 1.03;
// Points: a lying figure of 110 and the panel around it.
constexpr double kNarrowestPictures = 126.5;
// Heights tried in large print, points.
constexpr double kLowestAbove = 95;
constexpr double kHighestAbove = 245;
constexpr double kStepAbove = 15;

// As it is given in this plan: for one side, or for both. Nothing when the library has it no more.
std::optional<Exercise> exerciseOf(const BuildContext& context, const PlanItem& item) {
  const auto* exercise = context.content.exercise(item.exercise);
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

class Builder {
 public:
  Builder(const BuildContext& context, const Parts& parts, const PlanItem& item,
          const std::optional<Exercise>& exercise)
      : m_context(context),
        m_parts(parts),
        m_look(parts.look()),
        m_words(wordsOf(context)),
        m_item(item),
        m_exercise(exercise) {
    if (m_exercise) m_frames = std::make_shared<const std::vector<domain::PoseFrame>>(m_exercise->frames);
  }

  std::vector<ExerciseVariant> variants() {
    if (!m_exercise || m_exercise->frames.empty()) {
      add(joined({instructions(), cue(), caution(), easier()}), 0);
      return std::move(m_candidates);
    }
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

  Blocks laid(const Blocks& blocks, double width) const {
    return {Laid{layOut(blocks, width, m_parts.layout())}};
  }
  double heightOf(const Blocks& blocks, double width) const {
    return stacked(layOut(blocks, width, m_parts.layout())).height;
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

  void add(const Blocks& blocks, double pictureSize) {
    ExerciseVariant variant;
    variant.pictureSize = pictureSize;
    variant.pieces = layOut(blocks, width(), m_parts.layout());
    variant.height = stacked(variant.pieces).height;
    m_candidates.push_back(std::move(variant));
  }

  std::optional<ExercisePictures> pictures(double width, double height, bool onlyReadable) {
    auto [known, isNew] = m_pictures.try_emplace({width, height});
    auto& made = known->second;
    if (isNew) made = exercisePictures(m_context, m_parts, m_exercise->text.title, m_frames, width, height);
    return made && onlyReadable && !made->readable() ? std::nullopt : made;
  }

  void picturesBeside(bool onlyReadable) {
    const auto wideCue = laid(cue(), width());
    const auto care = laid(caution(), width());
    const auto wideEasier = laid(easier(), width());
    const double gap = m_look.space(14);
    for (const double left :
         {kNarrowestPictures, width() * 0.28, width() * 0.32, width() * 0.37, width() * 0.42}) {
      const double right = width() - left - gap;
      const auto steps = laid(instructions(), right);
      const auto leftCue = laid(cue(), left);
      const auto rightCue = laid(cue(), right);
      const auto rightEasier = laid(easier(), right);
      // What is short stands where there is room for it: beside the pictures, under them, or across.
      for (const Place cueAt : {Place::below, Place::left, Place::right}) {
        for (const Place easierAt : {Place::below, Place::right}) {
          // What is not there stands nowhere else.
          if ((m_item.cue.empty() && cueAt != Place::below) || (easier().empty() && easierAt != Place::below))
            continue;
          std::set<double> tried;
          const Blocks text = joined({steps, cueAt == Place::right ? rightCue : Blocks{},
                                      easierAt == Place::right ? rightEasier : Blocks{}});
          const Blocks under = cueAt == Place::left ? leftCue : Blocks{};
          const Blocks below = joined({cueAt == Place::below ? wideCue : Blocks{}, care,
                                       easierAt == Place::below ? wideEasier : Blocks{}});
          const double room = heightOf(text, right) - heightOf(under, left);
          for (const double height : {room, 120.0, 150.0, 190.0, 240.0})
            if (const auto shown = pictures(left, height, onlyReadable);
                shown && tried.insert(shown->size.height).second)
              add(joined({{Columns{joined({{shown->figure}, under}), left, gap, text}}, below}),
                  shown->frameSize());
        }
      }
    }
  }

  void picturesAbove(bool onlyReadable) {
    const auto rest = laid(instructions(), width());
    const auto wideCue = laid(cue(), width());
    const auto care = laid(joined({caution(), easier()}), width());
    for (double height = kLowestAbove; height <= kHighestAbove; height += kStepAbove)
      if (const auto shown = pictures(width(), height, onlyReadable))
        add(joined({{shown->figure}, rest, wideCue, care}), shown->frameSize());
    if (m_item.cue.empty()) return;
    // What is said to this client beside the pictures.
    const double gap = m_look.space(12);
    for (const double share : {0.4, 0.48, 0.56}) {
      const double left = width() * share;
      const auto beside = laid(cue(), width() - left - gap);
      for (double height = kLowestAbove; height <= kHighestAbove; height += kStepAbove)
        if (const auto shown = pictures(left, height, onlyReadable))
          add(joined({{Columns{{shown->figure}, left, gap, beside}}, rest, care}), shown->frameSize());
    }
  }

  // Those that pay for their height with larger pictures.
  std::vector<ExerciseVariant> chosen() {
    std::sort(m_candidates.begin(), m_candidates.end(),
              [](const ExerciseVariant& a, const ExerciseVariant& b) {
                return a.height != b.height ? a.height < b.height : a.pictureSize > b.pictureSize;
              });
    std::vector<ExerciseVariant> result;
    for (auto& candidate : m_candidates)
      if (result.empty() || candidate.pictureSize >= result.back().pictureSize * kNoticeablyLarger)
        result.push_back(std::move(candidate));
    return result;
  }

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const PlanItem& m_item;
  const std::optional<Exercise>& m_exercise;
  Frames m_frames;
  std::map<std::pair<double, double>, std::optional<ExercisePictures>> m_pictures;  // by width and height
  std::vector<ExerciseVariant> m_candidates;
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
  if (withPurpose) blocks.insert(blocks.begin() + 1, purpose.begin(), purpose.end());
  blocks.push_back(Laid{variants[variant].pieces});
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
  if (exercise && !exercise->text.purpose.empty())
    block.purpose = {Group{{Paragraph{plainSpans(exercise->text.purpose), Tone::text, true}}, 0, true}};
  block.variants = Builder(context, parts, item, exercise).variants();
  return block;
}

}  // namespace unknot::document
