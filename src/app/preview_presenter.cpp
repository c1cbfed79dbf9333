#include "app/preview_presenter.h"

#include <utility>

#include "app/filled_forms.h"
#include "app/require_client.h"
#include "core/error.h"
#include "platform/files.h"

namespace unknot::app {

PreviewPresenter::PreviewPresenter(core::Tasks& tasks, Workspace& work, const content::Content& content,
                                   std::string language, Listener listener)
    : m_tasks(tasks),
      m_work(work),
      m_content(content),
      m_language(std::move(language)),
      m_listener(std::move(listener)) {}

void PreviewPresenter::open(domain::ClientId client, domain::DocumentKind kind, PreviewOf which) {
  m_client = client;
  m_which = std::move(which);
  m_choice = {};
  m_state = {};
  m_state.kind = kind;
  compose();
}

void PreviewPresenter::setPaper(domain::Paper paper) {
  m_choice.paper = paper;
  compose();
}

void PreviewPresenter::setLargePrint(bool large) {
  m_choice.largePrint = large;
  compose();
}

void PreviewPresenter::setLanguage(const std::string& language) {
  m_choice.language = language;
  compose();
}

document::Document PreviewPresenter::composed(Workspace& work, domain::ClientId client,
                                              domain::DocumentKind kind, const PreviewOf& which,
                                              const PaperChoice& choice) {
  switch (kind) {
    case domain::DocumentKind::handout:
      return composeHandout(work, client, choice);
    case domain::DocumentKind::report:
      return composeReport(work, client, {}, choice);
    case domain::DocumentKind::map:
      return composeMap(work, client, {}, document::MapSubject::after, choice);
    case domain::DocumentKind::session:
      return composeSessionSummary(work, which.session, choice);
    case domain::DocumentKind::referral:
      return composeReferral(work, client, which.flag, choice);
    case domain::DocumentKind::intake:
      return which.blank ? composeBlankIntake(work, client, choice)
                         : composeFilledIntake(work, client, choice);
    case domain::DocumentKind::consent:
    case domain::DocumentKind::incoming:
      break;
  }
  throw core::BugError("document kind");
}

void PreviewPresenter::compose() {
  struct Composed {
    std::shared_ptr<const document::Document> document;
    domain::Paper paper;
    bool largePrint;
    std::string language;
    core::Date today;
  };
  const int asked = ++m_asked;
  m_state.busy = true;
  publish();
  m_tasks.run(
      m_alive,
      [&work = m_work, client = m_client, kind = m_state.kind, which = m_which, choice = m_choice] {
        auto document = composed(work, client, kind, which, choice);
        std::string language = document.language;
        const auto person = findHolder(work, client);
        return Composed{std::make_shared<const document::Document>(std::move(document)),
                        choice.paper.value_or(work.store.practice().paper),
                        person && isLargePrint(*person, kind, choice), std::move(language), work.today()};
      },
      [this, asked](Composed composed) {
        if (asked != m_asked) return;
        m_state.ready = true;
        m_state.busy = false;
        m_state.problem.reset();
        m_state.done.reset();
        m_state.document = std::move(composed.document);
        m_state.paper = composed.paper;
        m_state.largePrint = composed.largePrint;
        m_state.language = composed.language;
        m_state.suggestedName = m_content.words(m_language)
                                    .say("preview.fileName." + std::string(domain::toString(m_state.kind)),
                                         {{"date", composed.today.toIso()}});
        publish();
      },
      [this, asked](std::exception_ptr error) {
        if (asked != m_asked) return;
        m_state.busy = false;
        m_state.document.reset();
        m_state.problem = core::describe(std::move(error));
        publish();
      });
}

// `withCommit` runs on the storage thread; what it throws takes the copy in the chart back.
void PreviewPresenter::handOver(domain::AuditAction how,
                                std::function<void(const std::string& pdf)> withCommit,
                                std::function<void(const std::string& pdf)> afterCommit) {
  m_state.busy = true;
  m_state.problem.reset();
  m_state.done.reset();
  publish();
  m_tasks.run(
      m_alive,
      [&work = m_work, client = m_client, kind = m_state.kind, document = m_state.document, choice = m_choice,
       blank = m_which.blank, how, withCommit = std::move(withCommit)] {
        std::string pdf;
        work.store.atomically([&] {
          // A blank form says nothing of anybody.
          pdf = blank ? work.pdf.write(*document) : handOut(work, client, kind, *document, choice, how).pdf;
          withCommit(pdf);
        });
        return pdf;
      },
      [this, afterCommit = std::move(afterCommit)](const std::string& pdf) {
        m_state.busy = false;
        afterCommit(pdf);
        publish();
      },
      [this](std::exception_ptr error) {
        m_state.busy = false;
        m_state.problem = core::describe(std::move(error));
        publish();
      });
}

void PreviewPresenter::save(const std::filesystem::path& file) {
  if (!m_state.document || m_state.busy) return;
  handOver(
      domain::AuditAction::exported,
      [file](const std::string& pdf) { platform::writeFileCarefully(file, pdf); },
      [this](const std::string&) {
        m_state.done = core::Message{m_which.blank ? "preview.blankSaved" : "preview.saved", {}, {}};
      });
}

void PreviewPresenter::print(const std::function<Send()>& choosePrinter) {
  if (!m_state.document || m_state.busy) return;
  const Send send = choosePrinter();
  if (!send) return;
  handOver(
      domain::AuditAction::printed, [](const std::string&) {},
      [this, send](const std::string& pdf) {
        if (send(pdf))
          m_state.done = core::Message{m_which.blank ? "preview.blankPrinted" : "preview.printed", {}, {}};
        else
          m_state.problem =
              core::Message{m_which.blank ? "preview.blankPrintFailed" : "preview.printFailed", {}, {}};
      });
}

void PreviewPresenter::publish() {
  if (m_listener) m_listener(m_state);
}

}  // namespace unknot::app
