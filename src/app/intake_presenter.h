// The intake form: the questionnaire with the last answers, of which only what changed is changed; both
// versions stay.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/presenter.h"

namespace unknot::app {

struct IntakeState {
  bool ready = false;
  domain::ClientId client;
  std::string clientName;
  bool isFirst = true;                                  // no version before
  std::map<std::string, domain::IntakeAnswer> answers;  // by question
  std::map<std::string, core::Message> issues;          // by question
  bool changed = false;
  bool busy = false;
  std::optional<core::Message> problem;
  friend bool operator==(const IntakeState&, const IntakeState&) = default;
};

class IntakePresenter final : public Presenter<IntakeState> {
 public:
  explicit IntakePresenter(Desk& desk);

  void open(domain::ClientId client);
  const domain::Questionnaire& questionnaire() const { return m_desk.content.questionnaire(); }
  // Typed text, or slugs of the choices; nothing takes the answer away.
  void answer(const std::string& question, std::vector<std::string> values);
  // "Not sure", "I'd rather tell you"; answered goes back to the values.
  void setAnswerState(const std::string& question, domain::AnswerState state);
  // What was changed is given up.
  void dropChanges();
  // Adds a version. One of the two is called; the problem is in the State when it could not be saved.
  void save(std::function<void()> done, std::function<void()> notSaved = {});

 private:
  void failed(std::exception_ptr error) override;

  // What was tried to be saved, and its id, made by the first try and used by further ones of the same: a try
  // of which it is not certain that it was saved must not become two versions. Only jobs touch what `id`
  // points to.
  struct Tried {
    domain::Intake intake;
    std::shared_ptr<domain::IntakeId> id;
  };

  Desk& m_desk;
  std::optional<Tried> m_tried;
  std::function<void()> m_notSaved;
};

}  // namespace unknot::app
