// What stands on the shelves of the library, and how the plan's rows read.
#include <algorithm>

#include "app/home_practice_presenter.h"
#include "app/suggestion_words.h"
#include "unicode/dates.h"
#include "unicode/folding.h"

namespace unknot::app {
namespace {

// Every word typed begins a word of the text.
bool matches(const std::string& typed, const std::string& text) {
  const auto words = unicode::searchWords(text);
  const auto wanted = unicode::searchWords(typed);
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& want) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return word.starts_with(want); });
  });
}

}  // namespace

std::string HomePracticePresenter::doseInWords(const domain::PlanItem& item) const {
  const auto& words = m_content.words(m_language);
  std::string text = words.sayCount("plan.dose.times", item.repetitions);
  if (item.side != domain::PlanSide::none)
    text += " · " + words.say("plan.dose.side." + std::string(domain::toString(item.side)));
  text += " · " + words.sayCount("plan.dose.aDay", item.timesADay);
  text += " · " + words.sayCount("plan.dose.minutes", item.minutes);
  return text;
}

LibraryCard HomePracticePresenter::cardOf(const domain::Exercise& exercise,
                                          std::vector<std::string> lines) const {
  LibraryCard card;
  card.slug = card.picture = exercise.slug;
  card.title = exercise.text.title;
  card.place =
      m_content.words(m_language).say("position." + std::string(domain::toString(exercise.position)));
  card.own = exercise.own;
  if (card.own) card.place += " · " + m_content.words(m_language).say("plan.yourOwn");
  card.lines = std::move(lines);
  card.inPlan = std::any_of(m_plan.items.begin(), m_plan.items.end(),
                            [&](const domain::PlanItem& item) { return item.exercise == exercise.slug; });
  card.leftOut = !domain::judge(exercise, m_grounds.raised).leavesOut.empty();
  const auto* translated = m_content.exercise(exercise.slug, m_clientLanguage);
  card.untranslated = translated == nullptr || !m_clientLanguage.starts_with(translated->language);
  return card;
}

std::vector<LibraryCard> HomePracticePresenter::movementCards(bool putAway) const {
  std::vector<LibraryCard> cards;
  for (const auto& exercise : m_content.exercises())
    if (exercise.putAway == putAway) cards.push_back(cardOf(exercise, {exercise.text.purpose}));
  return cards;
}

// Templates of the practice first, then series.
std::vector<LibraryCard> HomePracticePresenter::seriesCards() const {
  const auto& words = m_content.words(m_language);
  const auto cardOfAll = [&](const std::vector<domain::PlanItem>& items, const char* whose) {
    LibraryCard card;
    card.picture = items.front().exercise;
    card.place = words.sayCount("plan.seriesCount", static_cast<long>(items.size()));
    if (whose != nullptr) card.place += " · " + words.say(whose);
    std::string titles;
    for (const auto& item : items) titles += (titles.empty() ? "" : ", ") + titleOf(item);
    card.lines.push_back(std::move(titles));
    return card;
  };
  std::vector<LibraryCard> cards;
  for (const auto& kept : m_templates) {
    auto card = cardOfAll(kept.items, "plan.template.own");
    card.slug = kept.id.toString();
    card.title = kept.name;
    card.planTemplate = kept.id;
    card.own = true;
    cards.push_back(std::move(card));
  }
  for (const auto& series : m_content.library().series()) {
    auto card = cardOfAll(series.items, series.own ? "plan.yourOwn" : nullptr);
    card.own = series.own;
    card.slug = series.slug;
    card.title = series.title;
    if (!series.about.empty()) card.lines.insert(card.lines.begin(), series.about);
    cards.push_back(std::move(card));
  }
  return cards;
}

// A movement that has left the library keeps its slug as its name.
std::string HomePracticePresenter::titleOf(const domain::PlanItem& item) const {
  const auto* exercise = m_content.exercise(item.exercise);
  return exercise == nullptr ? item.exercise : exercise->text.title;
}

void HomePracticePresenter::sayWhatWasNotAdded() {
  const auto say = [&](const char* id, const std::vector<domain::PlanItem>& items) {
    std::string titles;
    long count = 0;
    for (const auto& item : items) {
      const auto* exercise = m_content.exercise(item.exercise);
      const bool planned = std::any_of(m_plan.items.begin(), m_plan.items.end(),
                                       [&](const auto& each) { return each.exercise == item.exercise; });
      if (planned || (exercise != nullptr && domain::judge(*exercise, m_grounds.raised).leavesOut.empty()))
        continue;
      titles += (titles.empty() ? "“" : ", “") + titleOf(item) + "”";
      ++count;
    }
    if (count > 0) m_state.grounds.push_back({id, {{"movements", titles}}, count});
  };
  say("plan.notAdded", m_heldBack);
  say("plan.notInLibrary", m_unknown);
}

void HomePracticePresenter::keepWanted(std::vector<LibraryCard>& cards) const {
  std::erase_if(cards, [&](const LibraryCard& card) {
    const auto* exercise = m_content.exercise(card.picture);
    if (m_state.position && (exercise == nullptr || exercise->position != *m_state.position)) return true;
    std::string text = card.title + " " + card.place;
    for (const auto& line : card.lines) text += " " + line;
    return !matches(m_state.search, text);
  });
}

void HomePracticePresenter::fillShelf() {
  const auto& words = m_content.words(m_language);
  std::vector<domain::ExerciseSlug> planned;
  for (const auto& item : m_plan.items) planned.push_back(item.exercise);
  // One reading of the library for all of it: another may follow at any time.
  const auto& exercises = m_content.exercises();
  const auto exerciseOf = [&](const domain::ExerciseSlug& slug) -> const domain::Exercise& {
    return *std::find_if(exercises.begin(), exercises.end(),
                         [&](const auto& each) { return each.slug == slug; });
  };
  const auto all = domain::suggest(exercises, m_content.atlas(), m_grounds.map, m_grounds.raised, planned);
  m_state.suggested = all.suggested.size();
  m_state.leftOut = all.leftOut.size();
  m_state.grounds.clear();
  m_state.library.clear();
  m_state.putAway = static_cast<std::size_t>(
      std::count_if(exercises.begin(), exercises.end(), [](const auto& each) { return each.putAway; }));
  if (m_state.shelf == Shelf::library) m_state.library = movementCards(false);
  if (m_state.shelf == Shelf::putAway) m_state.library = movementCards(true);
  if (m_state.shelf == Shelf::series) m_state.library = seriesCards();
  if (m_state.shelf == Shelf::suggested) {
    m_state.grounds.push_back(m_grounds.mapOf
                                  ? core::Message{"plan.fromMap",
                                                  {{"date", unicode::formatDate(*m_grounds.mapOf, m_language,
                                                                                unicode::DateForm::medium)}},
                                                  {}}
                                  : core::Message{"plan.noMap", {}, {}});
    for (const auto& one : all.suggested)
      m_state.library.push_back(cardOf(exerciseOf(one.exercise), reasonsFor(words, m_content.atlas(), one)));
  }
  if (m_state.shelf == Shelf::series || m_state.shelf == Shelf::leftOut) sayWhatWasNotAdded();
  if (m_state.shelf == Shelf::leftOut)
    for (const auto& one : all.leftOut)
      m_state.library.push_back(cardOf(exerciseOf(one.exercise), reasonsAgainst(words, one)));
  const bool safety = m_state.shelf == Shelf::suggested || m_state.shelf == Shelf::leftOut;
  if (safety && !m_grounds.intake) m_state.grounds.push_back({"plan.noIntake", {}, {}});
  if (safety && !m_grounds.open.empty()) {
    std::string questions;
    for (const auto& slug : m_grounds.open)
      if (const auto* question = m_grounds.questions.find(slug))
        questions += (questions.empty() ? "“" : " “") + question->label + "”";
    m_state.grounds.push_back({"plan.notAnswered", {{"questions", questions}}, {}});
  }
  if (m_state.shelf == Shelf::suggested && m_grounds.mapOf && all.suggested.empty())
    m_state.grounds.push_back({"plan.nothingSpeaks", {}, {}});
  keepWanted(m_state.library);
}

PlanRow HomePracticePresenter::rowOf(const domain::PlanItem& item) const {
  const auto& words = m_content.words(m_language);
  const auto* exercise = m_content.exercise(item.exercise);
  PlanRow row{item, titleOf(item), doseInWords(item), {}, {}};
  if (exercise == nullptr) return row;
  auto judgement = domain::judge(*exercise, m_grounds.raised);
  const auto append = [](std::string& text, const std::string& line) {
    text += (text.empty() ? "" : " ") + line;
  };
  for (const auto& line : reasonsAgainst(words, {item.exercise, {}, std::move(judgement.leavesOut)}))
    append(row.against, line);
  for (const auto& line : careFor(words, judgement.keepsSmall)) append(row.care, line);
  return row;
}

}  // namespace unknot::app
