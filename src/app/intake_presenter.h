// The intake form of the practitioner: the questionnaire with the last answers, of which only what changed is
// changed; both versions stay. What is typed is kept in a draft until it is saved.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/draft_clock.h"
#include "app/filled_forms.h"
#include "app/intake_sheet.h"
#include "app/intakes.h"
#include "app/presenter.h"

namespace unknot::app {

// A filled form that was read and is not saved yet, in words.
struct FormOffer {
  struct Line {
    std::string question;
    std::string before;  // empty: not answered before
    std::string after;   // empty: of a remark
    friend bool operator==(const Line&, const Line&) = default;
  };
  std::string heading;  // "A form of 2 March 2026: 3 answers are new or other than before."
  std::vector<Line> changes;
  std::vector<FormRemark> remarks;
  std::vector<std::string> notes;  // what else is to be known before it is taken over
  friend bool operator==(const FormOffer&, const FormOffer&) = default;
};

struct IntakeState {
  bool ready = false;
  domain::ClientId client;
  std::string clientName;
  bool isFirst = true;   // no version before
  std::string before;    // "Version 2, taken on 2 March 2026"; empty for the first
  std::string language;  // of the questions
  int asked = 0;         // grows with each sheet that is laid out anew: client, language, draft
  IntakeSheet sheet;
  bool changed = false;
  bool busy = false;
  // When the draft was kept that is offered beside the saved answers.
  std::optional<std::string> draftOffered;
  std::optional<FormOffer> form;
  std::optional<core::Message> problem;
  core::Message saving;  // for the top bar: "draft kept 14:03:22"
  friend bool operator==(const IntakeState&, const IntakeState&) = default;
};

class IntakePresenter final : public Presenter<IntakeState> {
 public:
  explicit IntakePresenter(Desk& desk);

  void open(domain::ClientId client);
  // The same answers under the questions of another language.
  void setLanguage(const std::string& language);
  // Each edit of the sheet; the presenter keeps a draft of it.
  void edit(const std::function<void(IntakeSheet&)>& change);
  // Reads a form that came back, and offers what it says. Nothing is saved by it; while something typed is
  // not saved it is refused, since both can't be the newest answers.
  void readForm(const std::filesystem::path& file);
  // Adds what is offered as a version, and keeps the file in the chart.
  void takeForm(std::function<void()> done);
  void dropForm();
  void takeDraft();
  void dropDraft();
  // Called by the window a few times a second, and at once when the focus moves or the program locks.
  void tick();
  void keepDraftNow();
  // What was changed is given up, its draft too.
  void dropChanges();
  // Adds a version, and takes over what it says for the client's card where the card said nothing yet. One of
  // the two is called; the problem is in the State when it could not be saved.
  void save(std::function<void()> done, std::function<void()> notSaved = {});

 private:
  struct Read;
  void failed(std::exception_ptr error) override;
  void show(Read read);
  FormOffer offerOf(const FormReading& reading) const;
  domain::Intake intake() const;

  // What was tried to be saved, and its id, made by the first try and used by further ones of the same: a try
  // of which it is not certain that it was saved must not become two versions. Only jobs touch what `id`
  // points to.
  struct Tried {
    domain::Intake intake;
    std::shared_ptr<domain::IntakeId> id;
  };

  // A form as it came, and the id that its answers will have, however often saving them is tried.
  struct Form {
    FormReading reading;
    std::string pdf;
    domain::IntakeId id;
  };

  Desk& m_desk;
  DraftClock m_drafts;
  std::shared_ptr<const Form> m_form;
  std::optional<IntakeDraft> m_draft;
  std::optional<Tried> m_tried;
  std::function<void()> m_notSaved;
};

}  // namespace unknot::app
