#include "app/intake_presenter.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"

namespace unknot::app {

namespace {

struct Read {
  std::string clientName;
  std::vector<domain::Intake> intakes;
};

bool isBlank(const domain::IntakeAnswer& answer) {
  return answer.state == domain::AnswerState::answered &&
         std::all_of(answer.values.begin(), answer.values.end(),
                     [](const std::string& value) { return core::trimmed(value).empty(); });
}

}  // namespace

IntakePresenter::IntakePresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void IntakePresenter::open(domain::ClientId client) {
  m_tried.reset();
  update([client](IntakeState& state) {
    state = {};
    state.client = client;
  });
  run(
      [&work = m_desk.work, client] {
        return Read{resolveClient(work, client.toString()).name, work.store.intakes().ofClient(client)};
      },
      [this](const Read& read) {
        update([&](IntakeState& state) {
          state.ready = true;
          state.clientName = read.clientName;
          state.isFirst = read.intakes.empty();
          if (state.isFirst) return;
          for (const auto& answer : read.intakes.back().answers) state.answers[answer.question] = answer;
        });
      });
}

void IntakePresenter::answer(const std::string& question, std::vector<std::string> values) {
  update([&](IntakeState& state) {
    const domain::IntakeAnswer next{question, domain::AnswerState::answered, std::move(values)};
    const bool blank = isBlank(next);
    if (blank && state.answers.find(question) == state.answers.end()) return;
    if (blank)
      state.answers.erase(question);
    else
      state.answers[question] = next;
    state.issues.erase(question);
    state.changed = true;
  });
}

void IntakePresenter::setAnswerState(const std::string& question, domain::AnswerState answerState) {
  update([&](IntakeState& state) {
    if (answerState == domain::AnswerState::answered)
      state.answers.erase(question);
    else
      state.answers[question] = {question, answerState, {}};
    state.issues.erase(question);
    state.changed = true;
  });
}

void IntakePresenter::dropChanges() {
  update([](IntakeState& state) {
    state.changed = false;
    state.problem.reset();
  });
}

void IntakePresenter::save(std::function<void()> done, std::function<void()> notSaved) {
  if (state().busy || !state().ready) {
    if (notSaved) notSaved();
    return;
  }
  m_notSaved = std::move(notSaved);
  domain::Intake intake;
  intake.client = state().client;
  intake.questionnaire = questionnaire().slug + "/" + std::to_string(questionnaire().version);
  intake.takenOn = m_desk.today();
  // In the order of the questions, whatever the order of answering was.
  for (const auto& section : questionnaire().sections)
    for (const auto& question : section.questions)
      if (const auto found = state().answers.find(question.slug); found != state().answers.end())
        intake.answers.push_back(found->second);
  update([](IntakeState& state) {
    state.busy = true;
    state.problem.reset();
  });
  if (!m_tried || m_tried->intake != intake) m_tried = Tried{intake, std::make_shared<domain::IntakeId>()};
  run(
      [&work = m_desk.work, intake, id = m_tried->id]() mutable {
        if (id->isNil()) *id = work.ids.make<domain::IntakeId>();
        intake.id = *id;
        return addIntake(work, intake);
      },
      [this, done = std::move(done)](const domain::Intake&) {
        m_tried.reset();
        update([](IntakeState& state) {
          state.busy = false;
          state.changed = false;
          state.isFirst = false;
        });
        done();
      });
}

void IntakePresenter::failed(std::exception_ptr error) {
  update([&](IntakeState& state) {
    state.busy = false;
    state.problem = core::describe(error);
  });
  if (const auto notSaved = std::exchange(m_notSaved, {})) notSaved();
}

}  // namespace unknot::app
