#include "app/filing_presenter.h"

#include <system_error>
#include <utility>

#include "app/form_edit.h"
#include "core/utf8.h"
#include "platform/files.h"
#include "unicode/dates.h"

namespace unknot::app {
namespace {

namespace fs = std::filesystem;

// A little more than is taken, so that it is the use case that says no.
constexpr std::uint64_t kReadLimit = kDocumentLimit + 1;

std::string readFrom(const fs::path& file) {
  // A link to a file is followed.
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  const fs::path& chosen = error ? file : real;
  const auto size = fs::file_size(chosen, error);
  if (!error) checkDocumentSize(size);
  return platform::readFile(chosen, kReadLimit);
}

}  // namespace

FilingPresenter::FilingPresenter(Desk& desk, core::Tasks& drawing)
    : Presenter(desk.tasks), m_desk(desk), m_drawing(drawing) {}

void FilingPresenter::open(domain::ClientId client, const fs::path& file) {
  m_path = file;
  m_bytes.reset();
  m_id = std::make_shared<domain::DocumentId>();
  update([&](FilingState& state) {
    state = {};
    state.client = client;
    state.fileName = file.filename().string();
  });
  struct Opened {
    std::shared_ptr<const std::string> bytes;
    std::shared_ptr<const raster::Sheets> sheets;
  };
  const int asked = ++m_asked;
  m_drawing.run(
      m_alive,
      [file] {
        auto bytes = std::make_shared<const std::string>(readFrom(file));
        auto sheets = sheetsOf(*bytes);
        return Opened{std::move(bytes), std::move(sheets)};
      },
      [this, asked](Opened opened) {
        if (asked != m_asked) return;
        m_bytes = std::move(opened.bytes);
        update([&](FilingState& state) {
          state.ready = true;
          state.sheets = std::move(opened.sheets);
        });
      },
      [this, asked](std::exception_ptr error) {
        if (asked == m_asked) failed(std::move(error));
      });
}

void FilingPresenter::edit(const char* field, const std::function<void(FilingState&)>& change) {
  update([&](FilingState& state) { editField(state, field, change); });
}

void FilingPresenter::setSender(const std::string& sender) {
  edit("sender", [&](FilingState& state) { state.sender = sender; });
}

void FilingPresenter::setDated(const std::string& dated) {
  edit("dated", [&](FilingState& state) {
    state.dated = dated;
    const auto read = unicode::parseDate(dated, m_desk.practice.language, m_desk.today());
    state.datedRead = read ? unicode::formatDate(*read, m_desk.practice.language) : std::string();
  });
}

void FilingPresenter::setTitle(const std::string& title) {
  edit("title", [&](FilingState& state) { state.title = title; });
}

void FilingPresenter::dropChanges() {
  update([](FilingState& state) { state.changed = false; });
}

std::optional<core::Date> FilingPresenter::day() const {
  return unicode::parseDate(state().dated, m_desk.practice.language, m_desk.today());
}

void FilingPresenter::file(std::function<void()> done) {
  if (!state().ready || state().busy || !m_bytes) return;
  std::map<std::string, core::Message> issues;
  if (core::trimmed(state().sender).empty())
    issues["sender"] = core::Message{"filing.sender.missing", {}, {}};
  if (!core::trimmed(state().dated).empty() && !day())
    issues["dated"] = core::Message{"filing.dated.unreadable", {}, {}};
  update([&](FilingState& state) {
    state.issues = issues;
    state.problem.reset();
    state.busy = issues.empty();
  });
  if (!issues.empty()) return;
  run(
      [&work = m_desk.work, bytes = m_bytes, id = m_id, client = state().client, sender = state().sender,
       dated = day(), title = state().title] {
        if (id->isNil()) *id = work.ids.make<domain::DocumentId>();
        fileDocument(work, {*id, client, *bytes, sender, dated, title});
      },
      [this, done = std::move(done)] {
        update([](FilingState& state) {
          state.busy = false;
          state.changed = false;
        });
        done();
      });
}

void FilingPresenter::failed(std::exception_ptr error) {
  const auto message = core::describe(std::move(error));
  update([&](FilingState& state) {
    state.busy = false;
    for (const auto& arg : message.args)
      if (arg.name == "field" && (arg.value == "sender" || arg.value == "dated" || arg.value == "title")) {
        state.issues[arg.value] = message;
        return;
      }
    state.problem = message;
  });
}

}  // namespace unknot::app
