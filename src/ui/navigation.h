// Where a place can lead. The shell implements it; a place is given it and knows no other place.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "app/session_state.h"
#include "domain/document_record.h"
#include "domain/ids.h"
#include "domain/session.h"

namespace unknot::ui {

class Navigation {
 public:
  virtual ~Navigation() = default;

  virtual void openToday() = 0;
  virtual void openClients() = 0;
  virtual void openChart(domain::ClientId client) = 0;
  virtual void newClient() = 0;
  // From a file of another program.
  virtual void bringClientsIn() = 0;
  virtual void editClient(domain::ClientId client) = 0;
  // Whose chart may belong together with this one.
  virtual void mergeChart(domain::ClientId client) = 0;
  virtual void editIntake(domain::ClientId client) = 0;
  // The whole screen, in large type, until the password is given. `consentsOnly`: nothing is asked but what
  // to agree to.
  virtual void handToClient(domain::ClientId client, bool consentsOnly) = 0;
  virtual void startSession(domain::ClientId client, domain::SessionKind kind) = 0;
  virtual void openSession(domain::SessionId session) = 0;
  // As it was left for a lock: the caret stands in that text again, and what is typed on goes into it.
  virtual void resumeSession(domain::SessionId session, app::SessionText text) = 0;
  // Why a safety flag stands, and a word on it; `said` is called when one was.
  virtual void showFlag(domain::ClientId client, const std::string& flag, std::function<void()> said) = 0;
  virtual void openHomePractice(domain::ClientId client) = 0;
  // What came back of it, week by week.
  virtual void openPracticeLog(domain::ClientId client) = 0;
  // A movement of the practice's own: that one to change or copy, or with "" a new one.
  virtual void openOwnExercise(std::string base) = 0;
  // A new document of this kind, on its pages, ready to print or save.
  virtual void openPreview(domain::ClientId client, domain::DocumentKind kind) = 0;
  virtual void openSessionSummary(domain::ClientId client, domain::SessionId session) = 0;
  // The questions before work begins, on paper: blank, or as the client answered them last.
  virtual void openIntakeForm(domain::ClientId client, bool blank) = 0;
  // A letter to a physician about a flag that is raised, by its slug.
  virtual void openReferral(domain::ClientId client, std::string flag) = 0;
  // One that lies in a chart, on its own pages.
  virtual void openDocument(domain::DocumentId document) = 0;
  // A file that came in, to be filed in the chart.
  virtual void fileDocument(domain::ClientId client, const std::filesystem::path& file) = 0;
  virtual void goBack() = 0;
};

}  // namespace unknot::ui
