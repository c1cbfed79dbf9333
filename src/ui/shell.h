// An opened practice: rail, top bar and its places. It owns the desk that the presenters work at.
#pragma once

#include <wx/panel.h>

#include <functional>
#include <memory>

#include "app/desk.h"
#include "app/practice_room.h"
#include "app/preview_presenter.h"
#include "ui/commands.h"
#include "ui/navigation.h"
#include "ui/place.h"
#include "ui/services.h"

namespace unknot::ui {

class ChartPlace;
class ClientFormPlace;
class ImportPlace;
class ClientsPlace;
class DocumentPlace;
class FilingPlace;
class HomePracticePlace;
class PracticeDetailsPlace;
class PracticeLogPlace;
class IntakePlace;
class MergePlace;
class OwnExercisePlace;
class PlaceHost;
class PreviewPlace;
class Rail;
class SessionPlace;
class TodayPlace;
class TopBar;

class Shell final : public wxPanel, public Navigation {
 public:
  Shell(wxWindow* parent, const Services& services, const Surroundings& around, app::RoomPtr room);
  ~Shell() override;

  const std::filesystem::path& folder() const { return m_room->folder(); }
  const app::RoomPtr& room() const { return m_room; }
  // Saves what the place that is seen holds. Without asking, what can't be saved is just not kept.
  enum class Asking { allowed, forbidden };
  void flush(Place::Done done, Asking asking);
  // Opens the place that is seen again, in another shell.
  std::function<void(Navigation&)> reopen() const;

  // Those of the place that is seen, beside the commands.
  std::vector<KeyHelp> keys() const;
  bool canPerform(Command command) const;
  void perform(Command command);

  void openToday() override;
  void openClients() override;
  void openChart(domain::ClientId client) override;
  void newClient() override;
  void bringClientsIn() override;
  void editClient(domain::ClientId client) override;
  void mergeChart(domain::ClientId client) override;
  void editIntake(domain::ClientId client) override;
  void handToClient(domain::ClientId client, bool consentsOnly) override {
    onHandToClient(client, consentsOnly);
  }
  void startSession(domain::ClientId client, domain::SessionKind kind) override;
  void openSession(domain::SessionId session) override;
  void resumeSession(domain::SessionId session, app::SessionText text) override;
  void showFlag(domain::ClientId client, const std::string& flag, std::function<void()> said) override;
  void openHomePractice(domain::ClientId client) override;
  void openPracticeLog(domain::ClientId client) override;
  void openOwnExercise(std::string base) override;
  void openPreview(domain::ClientId client, domain::DocumentKind kind) override;
  void openSessionSummary(domain::ClientId client, domain::SessionId session) override;
  void openIntakeForm(domain::ClientId client, bool blank) override;
  void openReferral(domain::ClientId client, std::string flag) override;
  void openDocument(domain::DocumentId document) override;
  void fileDocument(domain::ClientId client, const std::filesystem::path& file) override;
  void goBack() override;
  void openPracticeDetails();

  // Commands that are the window's: lock.
  std::function<void(Command)> onCommand;
  std::function<void(const wxString&)> onTitle;

  // The whole screen goes to a client.
  std::function<void(domain::ClientId, bool consentsOnly)> onHandToClient;

  app::Desk& desk() { return m_desk; }
  PlaceHost& host() { return *m_host; }
  // For the storage thread only.
  app::Workspace& workspace() { return m_desk.work; }
  TopBar& topBar() { return *m_topBar; }

 private:
  void listenToChanges();
  void startTrail();
  void placeChanged();
  void showSaveStatus();
  void nextPane();
  void openPages(domain::ClientId client, domain::DocumentKind kind, app::PreviewOf which);
  // Made when it is first needed, kept until the practice is closed.
  template <class P, class... Args>
  P& ensure(P*& place, Args&&... args);

  const Services& m_services;
  const Surroundings& m_around;
  app::RoomPtr m_room;
  std::shared_ptr<app::Changes> m_changes = std::make_shared<app::Changes>();
  app::Desk m_desk;
  Rail* m_rail = nullptr;
  TopBar* m_topBar = nullptr;
  PlaceHost* m_host = nullptr;
  TodayPlace* m_today = nullptr;
  ClientsPlace* m_clients = nullptr;
  ChartPlace* m_chart = nullptr;
  ClientFormPlace* m_clientForm = nullptr;
  ImportPlace* m_import = nullptr;
  IntakePlace* m_intake = nullptr;
  SessionPlace* m_session = nullptr;
  HomePracticePlace* m_homePractice = nullptr;
  PracticeDetailsPlace* m_practiceDetails = nullptr;
  PracticeLogPlace* m_practiceLog = nullptr;
  OwnExercisePlace* m_ownExercise = nullptr;
  PreviewPlace* m_preview = nullptr;
  DocumentPlace* m_document = nullptr;
  FilingPlace* m_filing = nullptr;
  MergePlace* m_merge = nullptr;
};

}  // namespace unknot::ui
