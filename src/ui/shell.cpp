#include "ui/shell.h"

#include <wx/sizer.h>

#include <array>

#include "ui/chart_place.h"
#include "ui/client_form_place.h"
#include "ui/clients_place.h"
#include "ui/document_place.h"
#include "ui/filing_place.h"
#include "ui/flag_dialog.h"
#include "ui/home_practice_place.h"
#include "ui/import_place.h"
#include "ui/intake_place.h"
#include "ui/merge_place.h"
#include "ui/own_exercise_place.h"
#include "ui/place_host.h"
#include "ui/practice_details_place.h"
#include "ui/practice_log_place.h"
#include "ui/preview_place.h"
#include "ui/rail.h"
#include "ui/session_place.h"
#include "ui/today_place.h"
#include "ui/top_bar.h"

namespace unknot::ui {

Shell::Shell(wxWindow* parent, const Services& services, const Surroundings& around, app::RoomPtr room)
    : wxPanel(parent),
      m_services(services),
      m_around(around),
      m_room(std::move(room)),
      m_desk{m_room->work(), around.tasks, m_room->content(),  services.words,
             services.clock, *m_changes,   m_room->practice(), m_room->user()} {
  setLook(this, Look::page);
  m_rail = new Rail(this, around, m_desk.practice.name);
  m_rail->onCommand = [this](Command command) { onCommand(command); };
  m_topBar = new TopBar(this, around, m_desk.user.name);
  m_topBar->onBack = [this] { m_host->back(); };
  m_topBar->onFind = [this](const std::string& words) {
    openClients();
    m_clients->find(words);
  };
  m_topBar->onOpenFirst = [this] {
    if (m_clients != nullptr && m_host->current() == m_clients) m_clients->openFirst();
  };
  m_topBar->onDown = [this] {
    openClients();
    m_clients->focusList();
  };
  m_topBar->onEscape = [this] {
    if (m_clients != nullptr) m_clients->find("");
  };
  m_host = new PlaceHost(this);
  m_host->onChanged = [this] { placeChanged(); };
  auto* right = new wxBoxSizer(wxVERTICAL);
  right->Add(m_topBar, 0, wxEXPAND);
  right->Add(m_host, 1, wxEXPAND);
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(m_rail, 0, wxEXPAND);
  sizer->Add(right, 1, wxEXPAND);
  SetSizer(sizer);
  listenToChanges();
}

Shell::~Shell() {
  // The places first: their presenters work at the desk, which is gone with this object.
  DestroyChildren();
}

void Shell::listenToChanges() {
  // What is committed on the storage thread is told again here, on the window's.
  m_around.tasks.run(
      std::weak_ptr<const void>(m_changes),
      [room = m_room, changes = std::weak_ptr(m_changes), &tasks = m_around.tasks] {
        room->listen([changes, &tasks](const app::Change& change) {
          tasks.tell(changes, [changes, change] {
            if (const auto here = changes.lock()) here->publish(change);
          });
        });
      },
      [] {}, [](std::exception_ptr error) { std::rethrow_exception(error); });
}

template <class P, class... Args>
P& Shell::ensure(P*& place, Args&&... args) {
  if (place != nullptr) return *place;
  place = new P(m_host, m_around, std::forward<Args>(args)...);
  place->Hide();
  Place* const made = place;
  made->onSaveStatus = [this, made] {
    if (m_host->current() == made) showSaveStatus();
  };
  made->onTitle = [this, made] {
    if (m_host->current() == made) onTitle(made->title() + toWx(" · Unknot"));
  };
  return *place;
}

void Shell::flush(Place::Done done, Asking asking) {
  Place* const place = m_host->current();
  if (place == nullptr) return done(true);
  place->setMayAsk(asking == Asking::allowed);
  place->flush([place, done = std::move(done)](bool kept) {
    place->setMayAsk(true);
    done(kept);
  });
}

std::function<void(Navigation&)> Shell::reopen() const {
  if (m_host->current() != nullptr)
    if (auto again = m_host->current()->reopen()) return again;
  return [](Navigation& navigation) { navigation.openToday(); };
}

std::vector<KeyHelp> Shell::keys() const {
  return m_host->current() == nullptr ? std::vector<KeyHelp>() : m_host->current()->keys();
}

bool Shell::canPerform(Command command) const {
  switch (command) {
    case Command::find:
    case Command::newClient:
    case Command::bringClientsIn:
    case Command::practiceDetails:
    case Command::goToday:
    case Command::goClients:
    case Command::nextPane:
      return true;
    case Command::back:
      return m_host->canGoBack();
    default:
      return m_host->current() != nullptr && m_host->current()->canPerform(command);
  }
}

void Shell::perform(Command command) {
  switch (command) {
    case Command::find:
      m_topBar->focusFind();
      return;
    case Command::newClient:
      newClient();
      return;
    case Command::bringClientsIn:
      bringClientsIn();
      return;
    case Command::practiceDetails:
      openPracticeDetails();
      return;
    case Command::goToday:
      openToday();
      return;
    case Command::goClients:
      m_topBar->clearFind();
      openClients();
      m_clients->find("");
      m_clients->focusList();
      return;
    case Command::nextPane:
      nextPane();
      return;
    case Command::back:
      goBack();
      return;
    default:
      if (m_host->current() != nullptr) m_host->current()->perform(command);
  }
}

void Shell::openToday() {
  m_host->show(&ensure(m_today, m_desk, *this), [this] { startTrail(); });
}

void Shell::openClients() {
  ClientsPlace& place = ensure(m_clients, m_desk, *this);
  if (m_host->current() == &place) return;
  m_host->show(&place, [this] { startTrail(); });
}

// Nothing lies behind the first places.
void Shell::startTrail() {
  m_host->forgetTrail();
  m_topBar->setCanGoBack(false);
}

void Shell::openChart(domain::ClientId client) {
  ChartPlace& place = ensure(m_chart, m_desk, *this);
  place.open(client);
  m_host->show(&place);
}

void Shell::newClient() {
  ClientFormPlace& place = ensure(m_clientForm, m_desk, *this);
  m_host->leaveFor(&place, [&place] { place.startNew(); });
}

void Shell::bringClientsIn() {
  ImportPlace& place = ensure(m_import, m_desk, *this);
  m_host->leaveFor(&place, [&place] { place.open(); });
}

void Shell::editClient(domain::ClientId client) {
  ClientFormPlace& place = ensure(m_clientForm, m_desk, *this);
  m_host->leaveFor(&place, [&place, client] { place.open(client); });
}

void Shell::mergeChart(domain::ClientId client) {
  MergePlace& place = ensure(m_merge, m_desk, *this);
  m_host->leaveFor(&place, [&place, client] { place.open(client); });
}

void Shell::editIntake(domain::ClientId client) {
  IntakePlace& place = ensure(m_intake, m_desk, *this);
  m_host->leaveFor(&place, [&place, client] { place.open(client); });
}

void Shell::startSession(domain::ClientId client, domain::SessionKind kind) {
  SessionPlace& place = ensure(m_session, m_desk.work, m_desk.content, m_desk.clock, *this);
  m_host->leaveFor(&place, [&place, client, kind] { place.start(client, kind); });
}

void Shell::openSession(domain::SessionId session) {
  SessionPlace& place = ensure(m_session, m_desk.work, m_desk.content, m_desk.clock, *this);
  m_host->leaveFor(&place, [&place, session] { place.open(session); });
}

void Shell::resumeSession(domain::SessionId session, app::SessionText text) {
  SessionPlace& place = ensure(m_session, m_desk.work, m_desk.content, m_desk.clock, *this);
  m_host->leaveFor(&place, [&place, session, text] { place.resume(session, text); });
}

void Shell::showFlag(domain::ClientId client, const std::string& flag, std::function<void()> said) {
  const FlagEnd end = askFlag(this, m_around, m_desk, client, flag);
  if (end == FlagEnd::said) said();
  if (end == FlagEnd::letter) openReferral(client, flag);
}

void Shell::openHomePractice(domain::ClientId client) {
  HomePracticePlace& place = ensure(m_homePractice, m_desk.work, m_desk.content, m_desk.clock, *this);
  m_host->leaveFor(&place, [&place, client] { place.open(client); });
}

void Shell::openPracticeLog(domain::ClientId client) {
  PracticeLogPlace& place = ensure(m_practiceLog, m_desk, *this);
  m_host->leaveFor(&place, [&place, client] { place.open(client); });
}

void Shell::openOwnExercise(std::string base) {
  OwnExercisePlace& place = ensure(m_ownExercise, m_desk);
  m_host->leaveFor(&place, [&place, base = std::move(base)] { place.open(base); });
}

void Shell::openPracticeDetails() {
  PracticeDetailsPlace& place = ensure(m_practiceDetails, m_desk);
  m_host->leaveFor(&place, [&place] { place.open(); });
}

void Shell::openPreview(domain::ClientId client, domain::DocumentKind kind) {
  openPages(client, kind, {});
}

void Shell::openSessionSummary(domain::ClientId client, domain::SessionId session) {
  openPages(client, domain::DocumentKind::session, {.session = session});
}

void Shell::openIntakeForm(domain::ClientId client, bool blank) {
  openPages(client, domain::DocumentKind::intake, {.blank = blank});
}

void Shell::openReferral(domain::ClientId client, std::string flag) {
  openPages(client, domain::DocumentKind::referral, {.flag = std::move(flag)});
}

void Shell::openPages(domain::ClientId client, domain::DocumentKind kind, app::PreviewOf which) {
  PreviewPlace& place = ensure(m_preview, m_desk.work, m_desk.content, *this);
  m_host->leaveFor(&place,
                   [&place, client, kind, which = std::move(which)] { place.open(client, kind, which); });
}

void Shell::openDocument(domain::DocumentId document) {
  DocumentPlace& place = ensure(m_document, m_desk);
  m_host->leaveFor(&place, [&place, document] { place.open(document); });
}

void Shell::fileDocument(domain::ClientId client, const std::filesystem::path& file) {
  FilingPlace& place = ensure(m_filing, m_desk, *this);
  m_host->leaveFor(&place, [&place, client, file] { place.open(client, file); });
}

void Shell::goBack() {
  m_host->back();
}

void Shell::placeChanged() {
  Place* const place = m_host->current();
  std::optional<Command> selected;
  if (place == m_today) selected = Command::goToday;
  if (place == m_clients || place == m_chart) selected = Command::goClients;
  m_rail->select(selected);
  if (place != m_clients) m_topBar->clearFind();
  m_topBar->setCanGoBack(m_host->canGoBack());
  onTitle(place->title() + toWx(" · Unknot"));
  showSaveStatus();
}

void Shell::showSaveStatus() {
  const core::Message status = m_host->current()->saveStatus();
  m_topBar->setSaveStatus(status.id.empty() ? wxString() : m_around.say(status));
}

void Shell::nextPane() {
  std::vector<wxWindow*> panes{m_topBar->find()};
  if (m_host->current() != nullptr)
    for (wxWindow* pane : m_host->current()->panes()) panes.push_back(pane);
  panes.push_back(m_rail);
  const wxWindow* const focus = FindFocus();
  std::size_t at = panes.size() - 1;
  for (std::size_t i = 0; i < panes.size(); ++i)
    if (focus != nullptr && (panes[i] == focus || panes[i]->IsDescendant(const_cast<wxWindow*>(focus))))
      at = i;
  panes[(at + 1) % panes.size()]->SetFocus();
}

}  // namespace unknot::ui
