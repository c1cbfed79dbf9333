// A document on screen before it is printed or saved: the same pages that will be on paper.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/papers.h"
#include "core/executor.h"

namespace unknot::app {

struct PreviewState {
  bool ready = false;
  domain::DocumentKind kind = domain::DocumentKind::handout;
  std::shared_ptr<const document::Document> document;  // nullptr until it is composed
  domain::Paper paper = domain::Paper::a4;
  bool largePrint = false;
  std::string language = "en";
  std::string suggestedName;  // "Home practice 2026-11-22", without the client's name
  bool busy = false;
  std::optional<core::Message> done;  // what was just printed or saved
  std::optional<core::Message> problem;
};

// Which of a client's things is shown.
struct PreviewOf {
  domain::SessionId session = {};  // of a session summary
  std::string flag = {};           // of a letter to a physician: its slug
  bool blank = false;              // of an intake form: without answers; no copy of it is kept in the chart
};

class PreviewPresenter {
 public:
  using Listener = std::function<void(const PreviewState&)>;

  // Keeps the references for as long as it lives. `work` is only touched on the storage thread.
  PreviewPresenter(core::Tasks& tasks, Workspace& work, const content::Content& content, std::string language,
                   Listener listener);

  void open(domain::ClientId client, domain::DocumentKind kind, PreviewOf which = {});
  const PreviewOf& which() const { return m_which; }
  domain::ClientId client() const { return m_client; }
  const PreviewState& state() const { return m_state; }
  void setPaper(domain::Paper paper);
  void setLargePrint(bool large);
  // Of a handout, an intake form and a letter; the others are written in the practitioner's.
  void setLanguage(const std::string& language);
  // Writes the PDF, puts it where the user wants it and keeps the exact copy in the chart: both, or neither.
  void save(const std::filesystem::path& file);
  // Sends the PDF to a printer that was chosen; false when it does not take it.
  using Send = std::function<bool(const std::string& pdf)>;
  // `choosePrinter` gives nothing when the person changed their mind: then nothing is kept or noted. Else the
  // exact copy is kept in the chart, and only then sent.
  void print(const std::function<Send()>& choosePrinter);

 private:
  static document::Document composed(Workspace& work, domain::ClientId client, domain::DocumentKind kind,
                                     const PreviewOf& which, const PaperChoice& choice);
  void compose();
  void handOver(domain::AuditAction how, std::function<void(const std::string& pdf)> withCommit,
                std::function<void(const std::string& pdf)> afterCommit);
  void publish();

  core::Tasks& m_tasks;
  Workspace& m_work;
  const content::Content& m_content;
  std::string m_language;
  Listener m_listener;
  std::shared_ptr<int> m_alive = std::make_shared<int>(0);
  domain::ClientId m_client;
  PreviewOf m_which;
  PaperChoice m_choice;
  int m_asked = 0;  // the newest wish counts; answers to older ones are dropped
  PreviewState m_state;
};

}  // namespace unknot::app
