#include "app/intake_presenter.h"

#include <algorithm>
#include <utility>

#include "domain/answer_text.h"
#include "platform/files.h"
#include "unicode/dates.h"

namespace unknot::app {

struct IntakePresenter::Read {
  domain::Client client;
  std::optional<domain::Intake> last;
  content::IntakeForm form;
  std::optional<IntakeDraft> draft;
};

IntakePresenter::IntakePresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void IntakePresenter::open(domain::ClientId client) {
  m_tried.reset();
  m_draft.reset();
  m_form.reset();
  m_drafts.clear();
  update([client](IntakeState& state) {
    const int asked = state.asked;
    state = {};
    state.asked = asked;
    state.client = client;
  });
  run(
      [&work = m_desk.work, client] {
        Read read;
        read.client = resolveClient(work, client.toString());
        auto intakes = work.store.intakes().ofClient(client);
        if (!intakes.empty()) read.last = std::move(intakes.back());
        read.form = intakeForm(work, read.last ? read.last->language : read.client.language);
        read.draft = intakeDraft(work, client);
        return read;
      },
      [this](Read read) {
        if (read.client.id == state().client) show(std::move(read));
      });
}

void IntakePresenter::show(Read read) {
  m_draft = std::move(read.draft);
  update([&](IntakeState& state) {
    state.ready = true;
    ++state.asked;
    state.clientName = read.client.name;
    state.isFirst = !read.last;
    state.language = read.form.questionnaire.language;
    if (read.last)
      state.before =
          m_desk.words.say("chart.intake.heading",
                           {{"version", std::to_string(read.last->version)},
                            {"date", unicode::formatDate(read.last->takenOn, m_desk.practice.language)}});
    state.sheet = IntakeSheet(std::move(read.form.questionnaire),
                              read.last ? read.last->answers : std::vector<domain::IntakeAnswer>{});
    state.draftOffered.reset();
    if (m_draft)
      state.draftOffered =
          m_desk.dateText(m_desk.dayOf(m_draft->intake.enteredAt)) + " " +
          unicode::formatTime(m_draft->intake.enteredAt, m_desk.practice.timeZone, m_desk.practice.language);
  });
}

void IntakePresenter::setLanguage(const std::string& language) {
  run([&work = m_desk.work, language] { return intakeForm(work, language); },
      [this](content::IntakeForm form) {
        update([&](IntakeState& state) {
          // What was there at the beginning is what the change is measured by.
          IntakeSheet sheet(std::move(form.questionnaire), state.sheet.startingAnswers());
          sheet.setAnswers(state.sheet.answers());
          state.language = sheet.questionnaire().language;
          state.sheet = std::move(sheet);
          ++state.asked;
        });
      });
}

void IntakePresenter::edit(const std::function<void(IntakeSheet&)>& change) {
  update([&](IntakeState& state) {
    change(state.sheet);
    state.changed = state.sheet.isChanged();
    state.problem.reset();
  });
  m_drafts.changed(m_desk.clock.monotonicMs());
}

void IntakePresenter::readForm(const std::filesystem::path& file) {
  if (!state().ready || state().busy) return;
  if (state().changed)
    return update([](IntakeState& state) { state.problem = core::Message{"intake.form.saveFirst", {}, {}}; });
  update([](IntakeState& state) { state.problem.reset(); });
  run(
      [&work = m_desk.work, client = state().client, file] {
        // One byte more than is taken, so that it is the reader that refuses.
        Form form{
            {}, platform::readFile(file, document::kLargestForm + 1), work.ids.make<domain::IntakeId>()};
        form.reading = readFilledForm(work, client, form.pdf);
        return std::make_shared<const Form>(std::move(form));
      },
      [this](std::shared_ptr<const Form> form) {
        if (form->reading.intake.client != state().client) return;
        m_form = std::move(form);
        update([&](IntakeState& state) { state.form = offerOf(m_form->reading); });
      });
}

FormOffer IntakePresenter::offerOf(const FormReading& reading) const {
  const auto& words = m_desk.words;
  FormOffer offer;
  core::Message heading{"intake.form.heading", {}, static_cast<long>(reading.changes.size())};
  heading.args.push_back({"date", m_desk.dateText(reading.intake.takenOn)});
  offer.heading = words.say(heading);
  for (const auto& change : reading.changes) {
    const auto* question = reading.questionnaire.find(change.question);
    const domain::Question unknown{change.question, domain::QuestionKind::text, change.question};
    const auto& asked = question == nullptr ? unknown : *question;
    const auto said = [&](const std::optional<domain::IntakeAnswer>& answer) {
      return answer ? domain::answerText(words, asked, *answer) : std::string();
    };
    offer.changes.push_back({asked.label, said(change.before), said(change.after)});
  }
  offer.remarks = reading.remarks;
  if (reading.otherWording) offer.notes.push_back(words.say("intake.form.otherWording"));
  if (reading.consentsTicked) offer.notes.push_back(words.say("intake.form.consents"));
  return offer;
}

void IntakePresenter::takeForm(std::function<void()> done) {
  if (!m_form || state().busy) return;
  update([](IntakeState& state) {
    state.busy = true;
    state.problem.reset();
  });
  run(
      [&work = m_desk.work, form = m_form] {
        saveFilledForm(work, form->reading, form->id, form->pdf);
        return 0;
      },
      [this, done = std::move(done)](int) {
        dropForm();
        update([](IntakeState& state) { state.busy = false; });
        done();
      });
}

void IntakePresenter::dropForm() {
  m_form.reset();
  update([](IntakeState& state) { state.form.reset(); });
}

void IntakePresenter::takeDraft() {
  if (!m_draft) return;
  update([&](IntakeState& state) {
    state.sheet.setAnswers(m_draft->intake.answers);
    state.changed = state.sheet.isChanged();
    state.draftOffered.reset();
    ++state.asked;
  });
  m_draft.reset();
}

void IntakePresenter::dropDraft() {
  m_draft.reset();
  m_drafts.clear();
  // What was typed while it was offered is in no draft yet.
  if (state().changed) m_drafts.changed(m_desk.clock.monotonicMs());
  update([](IntakeState& state) { state.draftOffered.reset(); });
  run(
      [&work = m_desk.work, client = state().client] {
        dropIntakeDraft(work, client);
        return 0;
      },
      [](int) {});
}

void IntakePresenter::tick() {
  if (m_drafts.isDue(m_desk.clock.monotonicMs())) keepDraftNow();
}

void IntakePresenter::keepDraftNow() {
  // A draft that is offered still is not written over.
  if (!m_drafts.hasChanges() || m_draft || !state().ready) return;
  m_drafts.clear();
  run(
      [&work = m_desk.work, intake = intake()]() mutable {
        intake.enteredAt = work.clock.now();
        keepIntakeDraft(work, {intake, {}, {}});
        return intake.enteredAt;
      },
      [this](core::Instant at) {
        if (m_drafts.hasChanges() || !state().changed) return;
        update([&](IntakeState& state) {
          state.saving = {
              "session.save.draftKept",
              {{"time", unicode::formatTime(at, m_desk.practice.timeZone, m_desk.practice.language,
                                            unicode::TimeForm::seconds)}},
              {}};
        });
      });
}

void IntakePresenter::dropChanges() {
  update([](IntakeState& state) {
    state.changed = false;
    state.problem.reset();
    state.saving = {};
  });
  dropDraft();
}

domain::Intake IntakePresenter::intake() const {
  return state().sheet.intake(state().client, m_desk.today());
}

void IntakePresenter::save(std::function<void()> done, std::function<void()> notSaved) {
  if (state().busy || !state().ready) {
    if (notSaved) notSaved();
    return;
  }
  m_notSaved = std::move(notSaved);
  const domain::Intake wanted = intake();
  update([](IntakeState& state) {
    state.busy = true;
    state.problem.reset();
  });
  if (!m_tried || m_tried->intake != wanted) m_tried = Tried{wanted, std::make_shared<domain::IntakeId>()};
  run(
      [&work = m_desk.work, wanted, id = m_tried->id] {
        if (id->isNil()) *id = work.ids.make<domain::IntakeId>();
        domain::Intake named = wanted;
        named.id = *id;
        work.store.atomically([&] {
          addIntake(work, named);
          fillCard(work, named);
        });
        dropIntakeDraft(work, named.client);
        return 0;
      },
      [this, wanted, done = std::move(done)](int) {
        m_tried.reset();
        m_drafts.clear();
        update([&](IntakeState& state) {
          state.busy = false;
          state.isFirst = false;
          state.saving = {};
          // What was typed meanwhile is not saved yet.
          state.changed = state.sheet.answers() != wanted.answers;
        });
        done();
      });
}

void IntakePresenter::failed(std::exception_ptr error) {
  update([&](IntakeState& state) {
    state.busy = false;
    state.problem = core::describe(error);
  });
  // Typed text that is in no draft is tried again.
  if (state().changed) m_drafts.changed(m_desk.clock.monotonicMs());
  if (const auto notSaved = std::exchange(m_notSaved, {})) notSaved();
}

}  // namespace unknot::app
