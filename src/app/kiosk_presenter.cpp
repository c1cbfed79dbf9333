#include "app/kiosk_presenter.h"

#include <algorithm>
#include <utility>

#include "app/clients.h"
#include "core/utf8.h"
#include "domain/safety.h"
#include "unicode/dates.h"

namespace unknot::app {

struct KioskPresenter::Read {
  domain::Client client;
  std::optional<domain::Intake> last;
  content::IntakeForm form;
  std::vector<domain::ConsentText> consents;
  std::optional<IntakeDraft> draft;
};

namespace {

// Texts whose present version stands as accepted are not asked again.
std::vector<domain::ConsentText> openConsents(Workspace& work, domain::ClientId client,
                                              std::string_view language, bool all) {
  std::vector<domain::ConsentText> texts = work.content.intake().consents(language);
  if (all) return texts;
  const auto standing = domain::standingConsents(work.store.consents().ofClient(client));
  std::erase_if(texts, [&](const domain::ConsentText& text) {
    return std::any_of(standing.begin(), standing.end(), [&](const domain::Consent& each) {
      return each.text.slug == text.slug && each.text.version == text.version &&
             each.decision == domain::ConsentDecision::accepted;
    });
  });
  return texts;
}

std::vector<std::string> stopsIn(const std::vector<domain::SafetyFlag>& flags, const domain::Intake& intake) {
  std::vector<std::string> stops;
  for (const auto* flag : domain::raisedFlags(flags, intake))
    if (flag->level == domain::SafetyLevel::stopNow) stops.push_back(flag->slug);
  return stops;
}

}  // namespace

KioskPresenter::KioskPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void KioskPresenter::open(domain::ClientId client, bool consentsOnly) {
  m_drafts.clear();
  m_stopsShown.clear();
  m_afterStop.reset();
  m_ids = std::make_shared<Ids>();
  update([&](KioskState& state) {
    const int laid = state.laid;
    state = {};
    state.laid = laid;
    state.client = client;
    state.consentsOnly = consentsOnly;
  });
  run(
      [&work = m_desk.work, client, consentsOnly] {
        Read read;
        read.client = resolveClient(work, client.toString());
        auto intakes = work.store.intakes().ofClient(client);
        if (!intakes.empty()) read.last = std::move(intakes.back());
        if (!consentsOnly) read.draft = intakeDraft(work, client);
        const std::string language = read.draft ? read.draft->intake.language : read.client.language;
        read.form = intakeForm(work, language);
        read.consents = openConsents(work, client, language, consentsOnly);
        return read;
      },
      [this](Read read) {
        if (read.client.id == state().client) show(std::move(read));
      });
}

void KioskPresenter::show(Read read) {
  m_clientName = read.client.name;
  m_birthDate = read.client.birthDate;
  m_lastTime = read.last ? std::optional(read.last->takenOn) : std::nullopt;
  update([&](KioskState& state) {
    state.ready = true;
    ++state.laid;
    state.language = read.form.questionnaire.language;
    state.emergencyNumber = m_desk.practice.emergencyNumber;
    state.adultAge = m_desk.practice.adultAge;
    state.today = unicode::formatDate(m_desk.today(), state.language);
    if (read.last) state.lastTime = unicode::formatDate(read.last->takenOn, state.language);
    state.sheet = IntakeSheet(std::move(read.form.questionnaire),
                              read.last ? read.last->answers : std::vector<domain::IntakeAnswer>{});
    for (auto& text : read.consents) state.consents.push_back({std::move(text), {}});
    if (!read.draft) return;
    state.sheet.setAnswers(read.draft->intake.answers);
    for (const auto& said : read.draft->consents)
      for (auto& consent : state.consents)
        if (consent.text.slug == said.text.slug && consent.text.version == said.text.version)
          consent.accepted = said.decision == domain::ConsentDecision::accepted;
  });
  // Of what was there before the practitioner has heard: nobody is sent back for it.
  m_stopsShown = stopsIn(m_desk.content.safetyFlags(), intake());
  settleSigner();
  if (!read.draft || !read.draft->group) return;
  const auto all = steps();
  const auto sections = state().sheet.questionnaire().sections.size();
  const auto at = static_cast<std::size_t>(std::max(0, *read.draft->group));
  const Step wanted = at < sections ? Step{KioskPage::group, at} : Step{KioskPage::consent, at - sections};
  const auto found = std::find_if(all.begin(), all.end(), [&](const Step& step) {
    return step.page == wanted.page && step.index == wanted.index;
  });
  if (found != all.end()) go(*found);
}

void KioskPresenter::setLanguage(const std::string& language) {
  run(
      [&work = m_desk.work, client = state().client, language, all = state().consentsOnly] {
        return std::pair(intakeForm(work, language), openConsents(work, client, language, all));
      },
      [this](std::pair<content::IntakeForm, std::vector<domain::ConsentText>> read) {
        update([&](KioskState& state) {
          IntakeSheet sheet(std::move(read.first.questionnaire), state.sheet.startingAnswers());
          sheet.setAnswers(state.sheet.answers());
          state.language = sheet.questionnaire().language;
          state.today = unicode::formatDate(m_desk.today(), state.language);
          if (m_lastTime) state.lastTime = unicode::formatDate(*m_lastTime, state.language);
          state.sheet = std::move(sheet);
          std::vector<KioskConsent> consents;
          for (auto& text : read.second) consents.push_back({std::move(text), {}});
          state.consents = std::move(consents);
          ++state.laid;
        });
      });
}

void KioskPresenter::change(const std::function<void(KioskState&)>& edit) {
  update([&](KioskState& state) {
    edit(state);
    state.issue.reset();
    state.problem.reset();
  });
  m_drafts.changed(m_desk.clock.monotonicMs());
}

void KioskPresenter::edit(const std::function<void(IntakeSheet&)>& edit) {
  change([&](KioskState& state) { edit(state.sheet); });
}

void KioskPresenter::decide(bool accepted) {
  change([&](KioskState& state) { state.consents.at(state.consent).accepted = accepted; });
}

void KioskPresenter::setSigner(const std::string& name) {
  change([&](KioskState& state) { state.signer = name; });
}

void KioskPresenter::setOfAge(bool ofAge) {
  change([&](KioskState& state) {
    state.ofAge = ofAge;
    ++state.laid;
  });
}

void KioskPresenter::setGuardianAs(const std::string& relation) {
  change([&](KioskState& state) { state.guardianAs = relation; });
}

void KioskPresenter::setSignature(domain::DrawnSignature signature) {
  change([&](KioskState& state) { state.signature = std::move(signature); });
}

std::vector<KioskPresenter::Step> KioskPresenter::steps() const {
  std::vector<Step> steps{{KioskPage::welcome, 0}};
  if (!state().consentsOnly)
    for (const auto section : state().sheet.askedSections()) steps.push_back({KioskPage::group, section});
  bool signs = false;
  for (std::size_t i = 0; i < state().consents.size(); ++i) {
    steps.push_back({KioskPage::consent, i});
    signs = signs || state().consents[i].accepted.value_or(false);
  }
  if (signs) steps.push_back({KioskPage::sign, 0});
  return steps;
}

std::size_t KioskPresenter::current(const std::vector<Step>& steps) const {
  const std::size_t index = state().page == KioskPage::group     ? state().group
                            : state().page == KioskPage::consent ? state().consent
                                                                 : 0;
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
    return step.page == state().page && step.index == index;
  });
  return found == steps.end() ? 0 : static_cast<std::size_t>(found - steps.begin());
}

void KioskPresenter::go(const Step& step) {
  update([&](KioskState& state) {
    state.page = step.page;
    if (step.page == KioskPage::group) state.group = step.index;
    if (step.page == KioskPage::consent) state.consent = step.index;
    state.issue.reset();
    state.problem.reset();
    ++state.laid;
  });
  if (step.page == KioskPage::consent || step.page == KioskPage::sign) settleSigner();
  const auto all = steps();
  const bool counted =
      step.page != KioskPage::welcome && step.page != KioskPage::stop && step.page != KioskPage::thanks;
  update([&](KioskState& state) {
    // Consents that wait to be chosen may ask for a signature: it is counted from the beginning.
    const bool signsLater = !state.consents.empty() && all.back().page == KioskPage::consent &&
                            std::any_of(state.consents.begin(), state.consents.end(),
                                        [](const auto& each) { return !each.accepted; });
    state.part = counted ? static_cast<int>(current(all)) : 0;
    state.parts = counted ? static_cast<int>(all.size()) - 1 + (signsLater ? 1 : 0) : 0;
  });
}

bool KioskPresenter::raisesNewStop() {
  bool isNew = false;
  for (auto& stop : stopsIn(m_desk.content.safetyFlags(), intake())) {
    if (std::find(m_stopsShown.begin(), m_stopsShown.end(), stop) != m_stopsShown.end()) continue;
    m_stopsShown.push_back(std::move(stop));
    isNew = true;
  }
  return isNew;
}

std::optional<core::Message> KioskPresenter::missing() const {
  const auto& now = state();
  const auto needs = [](const char* id) { return core::Message{id, {}, {}}; };
  if (now.page == KioskPage::consent && !now.consents.at(now.consent).accepted)
    return needs("kiosk.consent.choose");
  if (now.page != KioskPage::sign) return {};
  if (now.needed == domain::SignerNeeded::askAge && !now.ofAge) return needs("kiosk.consent.sayAge");
  if (core::trimmed(now.signer).empty()) return needs("kiosk.consent.nameFirst");
  if (now.guardianSigns() && core::trimmed(now.guardianAs).empty())
    return needs("kiosk.consent.relationFirst");
  if (now.signature.isEmpty()) return needs("kiosk.consent.signFirst");
  return {};
}

void KioskPresenter::next() {
  if (!state().ready || state().busy || state().page == KioskPage::thanks || state().page == KioskPage::stop)
    return;
  if (auto needed = missing()) {
    update([&](KioskState& state) { state.issue = std::move(needed); });
    return;
  }
  if (state().page == KioskPage::group && raisesNewStop()) {
    m_afterStop = Step{KioskPage::group, state().group};
    go({KioskPage::stop, 0});
  } else {
    const auto all = steps();
    const std::size_t at = current(all);
    if (at + 1 == all.size()) return finish();
    go(all[at + 1]);
  }
  keepNow({});
}

bool KioskPresenter::canGoBack() const {
  return state().page != KioskPage::welcome && state().page != KioskPage::thanks && !state().busy;
}

void KioskPresenter::back() {
  if (!canGoBack()) return;
  if (state().page == KioskPage::stop) {
    go(m_afterStop.value_or(Step{KioskPage::welcome, 0}));
  } else {
    const auto all = steps();
    go(all[std::max<std::size_t>(current(all), 1) - 1]);
  }
}

// Who signs follows from the day of birth, which may have been given on these pages.
void KioskPresenter::settleSigner() {
  auto born = m_birthDate;
  domain::Client asCard;
  for (const auto& proposal : cardProposals(asCard, state().sheet.questionnaire(), state().sheet.answers(),
                                            state().language, m_desk.today()))
    if (!born && proposal.field == domain::CardField::birthDate) born = core::Date::parseIso(proposal.given);
  update([&](KioskState& state) {
    state.needed = domain::signerNeeded(born, m_desk.today(), state.adultAge);
    if (state.signer.empty() && state.needed == domain::SignerNeeded::client) state.signer = m_clientName;
  });
}

domain::Intake KioskPresenter::intake() const {
  return state().sheet.intake(state().client, m_desk.today());
}

std::vector<domain::Consent> KioskPresenter::decided() const {
  std::vector<domain::Consent> consents;
  for (const auto& each : state().consents) {
    if (!each.accepted) continue;
    domain::Consent consent;
    consent.client = state().client;
    consent.text = each.text;
    consent.language = state().language;
    consent.decision = *each.accepted ? domain::ConsentDecision::accepted : domain::ConsentDecision::declined;
    consent.on = m_desk.today();
    consent.signer = core::trimmed(state().signer).empty() ? m_clientName : state().signer;
    if (state().guardianSigns()) consent.guardianAs = state().guardianAs;
    if (*each.accepted) consent.signature = state().signature;
    consents.push_back(std::move(consent));
  }
  return consents;
}

std::optional<int> KioskPresenter::place() const {
  const auto sections = state().sheet.questionnaire().sections.size();
  if (state().page == KioskPage::group || state().page == KioskPage::stop)
    return static_cast<int>(state().group);
  if (state().page == KioskPage::consent) return static_cast<int>(sections + state().consent);
  if (state().page == KioskPage::sign && !state().consents.empty())
    return static_cast<int>(sections + state().consents.size() - 1);
  return 0;
}

void KioskPresenter::tick() {
  if (m_drafts.isDue(m_desk.clock.monotonicMs())) keepNow({});
}

void KioskPresenter::keepNow(std::function<void(bool)> done) {
  const bool nothing = !state().ready || state().consentsOnly || state().page == KioskPage::thanks ||
                       (!m_drafts.hasChanges() && !done);
  if (nothing) {
    if (done) done(true);
    return;
  }
  m_drafts.clear();
  if (done) m_onKept = std::move(done);
  run(
      [&work = m_desk.work, draft = IntakeDraft{intake(), decided(), place()}]() mutable {
        draft.intake.enteredAt = work.clock.now();
        keepIntakeDraft(work, draft);
        return 0;
      },
      [this](int) {
        if (const auto told = std::exchange(m_onKept, {})) told(true);
      });
}

void KioskPresenter::finish() {
  update([](KioskState& state) {
    state.busy = true;
    state.problem.reset();
    state.issue.reset();
  });
  run(
      [&work = m_desk.work, intake = intake(), consents = decided(), ids = m_ids,
       consentsOnly = state().consentsOnly]() mutable {
        if (ids->intake.isNil()) ids->intake = work.ids.make<domain::IntakeId>();
        while (ids->consents.size() < consents.size())
          ids->consents.push_back(work.ids.make<domain::ConsentId>());
        intake.id = ids->intake;
        work.store.atomically([&] {
          if (!consentsOnly) {
            addIntake(work, intake);
            fillCard(work, intake);
          }
          for (std::size_t i = 0; i < consents.size(); ++i) {
            consents[i].id = ids->consents[i];
            addConsent(work, consents[i]);
          }
        });
        if (!consentsOnly) dropIntakeDraft(work, intake.client);
        return 0;
      },
      [this](int) {
        m_drafts.clear();
        update([](KioskState& state) { state.busy = false; });
        go({KioskPage::thanks, 0});
      });
}

void KioskPresenter::failed(std::exception_ptr error) {
  update([&](KioskState& state) {
    state.busy = false;
    state.problem = core::describe(error);
  });
  // What is in no draft is tried again.
  if (state().ready && state().page != KioskPage::thanks) m_drafts.changed(m_desk.clock.monotonicMs());
  if (const auto told = std::exchange(m_onKept, {})) told(false);
}

}  // namespace unknot::app
