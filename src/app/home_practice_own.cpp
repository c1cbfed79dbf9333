// What the practice has made itself: templates, series and movements on the shelves, kept, renamed and taken
// away.
#include <algorithm>
#include <utility>

#include "app/home_practice_presenter.h"
#include "app/own_library.h"
#include "app/plan_templates.h"
#include "core/error.h"
#include "core/utf8.h"
#include "unicode/folding.h"

namespace unknot::app {
namespace {

core::Message about(const Removal& removal, const std::string& table) {
  const bool byClients = removal.clients > 0;
  const char* const kind = removal.kind == Removal::Kind::forGood          ? "forGood"
                           : removal.kind == Removal::Kind::shippedReturns ? "shippedReturns"
                           : byClients                                     ? "putAway"
                                                                           : "putAwayNeeded";
  core::Message message{table + kind, {{"title", removal.title}}, {}};
  if (removal.kind == Removal::Kind::putAway && byClients) message.count = removal.clients;
  return message;
}

}  // namespace

const domain::PlanTemplate* HomePracticePresenter::templateOf(const std::string& card) const {
  const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                  [&](const auto& each) { return each.id.toString() == card; });
  return found == m_templates.end() ? nullptr : &*found;
}

bool HomePracticePresenter::hasTemplate(const std::string& name) const {
  return std::any_of(m_templates.begin(), m_templates.end(),
                     [&](const auto& each) { return isSameName(each.name, name); });
}

std::vector<std::string> HomePracticePresenter::cuesNamingClient() const {
  std::vector<std::string> titles;
  for (const auto& item : m_plan.items) {
    const auto words = unicode::searchWords(item.cue);
    const auto isName = [&](const auto& word) {
      return std::find(m_clientWords.begin(), m_clientWords.end(), word) != m_clientWords.end();
    };
    if (std::any_of(words.begin(), words.end(), isName)) titles.push_back(rowOf(item).title);
  }
  return titles;
}

void HomePracticePresenter::keepAsTemplate(const std::string& name) {
  changeTemplates({"plan.template.kept", {{"name", core::trimmed(name)}}, {}},
                  [plan = m_plan, name](Workspace& work) {
                    auto wanted = domain::templateOf(plan, name);
                    for (const auto& one : planTemplates(work))
                      if (isSameName(one.name, name)) wanted.id = one.id;
                    keepTemplate(work, wanted);
                  });
}

void HomePracticePresenter::renameTemplate(domain::PlanTemplateId id, const std::string& name) {
  changeTemplates({"plan.template.renamed", {{"name", core::trimmed(name)}}, {}},
                  [id, name](Workspace& work) { app::renameTemplate(work, id, name); });
}

void HomePracticePresenter::changeTemplates(const core::Message& told, std::function<void(Workspace&)> job) {
  m_state.told.reset();
  m_tasks.run(
      m_alive,
      [&work = m_work, job = std::move(job)] {
        job(work);
        return planTemplates(work);
      },
      [this, told](std::vector<domain::PlanTemplate> templates) {
        m_templates = std::move(templates);
        m_state.problem.reset();
        m_state.told = told;
        m_state.shelf = Shelf::series;
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void HomePracticePresenter::askRemoval(const std::string& card,
                                       std::function<void(const core::Message&)> ask) {
  if (const auto* kept = templateOf(card))
    return ask({"plan.template.removeQuestion", {{"name", kept->name}}, {}});
  const bool series = m_state.shelf == Shelf::series;
  m_tasks.run(
      m_alive,
      [&work = m_work, card, series] {
        return series ? removalOfSeries(work, card) : removalOfExercise(work, card);
      },
      [series, ask = std::move(ask)](const Removal& removal) {
        ask(about(removal, series ? "plan.removeSeries." : "plan.removeExercise."));
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void HomePracticePresenter::remove(const std::string& card) {
  if (const auto* kept = templateOf(card))
    return changeTemplates({"plan.template.removed", {}, {}},
                           [id = kept->id](Workspace& work) { removeTemplate(work, id); });
  const bool series = m_state.shelf == Shelf::series;
  m_tasks.run(
      m_alive,
      [&work = m_work, card, series] {
        return series ? removeOwnSeries(work, card) : removeOwnExercise(work, card);
      },
      [this](const Removal& removal) {
        m_state.problem.reset();
        m_state.told = about(removal, "plan.removed.");
        m_state.told->count.reset();
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

void HomePracticePresenter::putBack(const domain::ExerciseSlug& exercise) {
  m_tasks.run(
      m_alive, [&work = m_work, exercise] { putBackExercise(work, exercise); },
      [this, exercise] {
        const auto* back = m_content.exercise(exercise);
        m_state.problem.reset();
        m_state.shelf = Shelf::library;
        m_state.told =
            core::Message{"plan.putBackDone", {{"title", back == nullptr ? exercise : back->text.title}}, {}};
        publish();
      },
      [this](std::exception_ptr error) { failed(std::move(error)); });
}

}  // namespace unknot::app
