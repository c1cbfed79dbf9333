#include "app/document_presenter.h"

#include <utility>

#include "platform/files.h"

namespace unknot::app {

std::string titleOf(const core::Words& words, const domain::DocumentRecord& record) {
  return record.title.empty() ? words.say("documentKind." + std::string(domain::toString(record.kind)))
                              : record.title;
}

DocumentPresenter::DocumentPresenter(Desk& desk, core::Tasks& drawing)
    : Presenter(desk.tasks), m_desk(desk), m_drawing(drawing) {}

void DocumentPresenter::open(domain::DocumentId id) {
  const int asked = ++m_asked;
  update([&](DocumentState& state) {
    state = {};
    state.record.id = id;
  });
  run([&work = m_desk.work, id] { return openDocument(work, id); },
      [this, asked](ChartPaper paper) {
        if (asked != m_asked) return;
        update([&](DocumentState& state) {
          const auto& record = state.record = paper.record;
          state.ready = true;
          state.title = titleOf(m_desk.words, record);
          state.facts = factsOf(record);
          state.suggestedName =
              m_desk.words.say("documentKind." + std::string(domain::toString(record.kind))) + " " +
              record.dated.value_or(m_desk.dayOf(record.createdAt)).toIso() + extensionOf(record.format);
        });
        show(std::move(paper.content));
      });
}

// Away from the storage thread: a file from outside may take long to open.
void DocumentPresenter::show(std::string bytes) {
  m_drawing.run(
      m_alive, [bytes = std::move(bytes)] { return sheetsOf(bytes); },
      [this, asked = m_asked](std::shared_ptr<const raster::Sheets> sheets) {
        if (asked != m_asked) return;
        update([&](DocumentState& state) {
          if (sheets->count() < sheets->pagesInAll())
            state.remark = core::Message{"document.firstPages", {}, static_cast<long>(sheets->count())};
          state.sheets = std::move(sheets);
        });
      },
      [this, asked = m_asked](std::exception_ptr error) {
        if (asked == m_asked) failed(std::move(error));
      });
}

std::string DocumentPresenter::factsOf(const domain::DocumentRecord& record) const {
  const auto& words = m_desk.words;
  std::string facts;
  const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : "  ·  ") + fact; };
  if (!record.sender.empty()) add(words.say("chart.documents.from", {{"who", record.sender}}));
  if (record.dated) add(words.say("chart.documents.dated", {{"date", m_desk.dateText(*record.dated)}}));
  const bool cameIn = record.kind == domain::DocumentKind::incoming;
  add(words.say(cameIn ? "chart.documents.filedOn" : "chart.documents.handedOutOn",
                {{"date", m_desk.dateText(m_desk.dayOf(record.createdAt))}}));
  add(words.sayCount("preview.pageCount", record.pages));
  return facts;
}

void DocumentPresenter::begin() {
  update([](DocumentState& state) {
    state.busy = true;
    state.remark.reset();
    state.problem.reset();
  });
}

void DocumentPresenter::save(const std::filesystem::path& file) {
  if (!state().ready || state().busy) return;
  begin();
  run(
      [&work = m_desk.work, id = state().record.id, file] {
        platform::writeFileCarefully(file, giveOutDocument(work, id, domain::AuditAction::exported).content);
      },
      [this] {
        update([](DocumentState& state) {
          state.busy = false;
          state.remark = core::Message{"document.saved", {}, {}};
        });
      });
}

void DocumentPresenter::print(const std::function<Send()>& choosePrinter) {
  if (!state().ready || state().busy) return;
  const Send send = choosePrinter();
  if (!send) return;
  begin();
  run(
      [&work = m_desk.work, id = state().record.id] {
        std::string pdf;
        work.store.atomically(
            [&] { pdf = printablePdf(work, giveOutDocument(work, id, domain::AuditAction::printed)); });
        return pdf;
      },
      [this, send](const std::string& pdf) {
        const bool sent = send(pdf);
        update([&](DocumentState& state) {
          state.busy = false;
          (sent ? state.remark : state.problem) =
              core::Message{sent ? "document.printed" : "preview.printFailed", {}, {}};
        });
      });
}

void DocumentPresenter::failed(std::exception_ptr error) {
  update([&](DocumentState& state) {
    state.busy = false;
    state.problem = core::describe(std::move(error));
  });
}

}  // namespace unknot::app
