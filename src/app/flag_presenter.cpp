#include "app/flag_presenter.h"

#include <algorithm>
#include <utility>

#include "app/clients.h"
#include "app/form_edit.h"
#include "app/intakes.h"
#include "unicode/dates.h"

namespace unknot::app {
namespace {

struct Read {
  std::string clientName;
  FlagLine flag;
  std::vector<domain::DocumentRecord> documents;
};

Read readFlag(Workspace& work, const core::Words& words, domain::ClientId client, const std::string& slug) {
  Read read;
  read.clientName = resolveClient(work, client.toString()).name;
  auto flags = clientFlags(work, words, client).lines;
  const auto found =
      std::find_if(flags.begin(), flags.end(), [&](const auto& one) { return one.slug == slug; });
  if (found == flags.end())
    throw core::InputError({"error.flag.notRaised", {{"field", "flag"}, {"value", slug}}, {}});
  read.flag = std::move(*found);
  read.documents = work.store.documents().ofClient(client);
  return read;
}

}  // namespace

FlagPresenter::FlagPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void FlagPresenter::open(domain::ClientId client, const std::string& flag) {
  m_id = std::make_shared<domain::FlagClosingId>();
  update([&](FlagState& state) {
    state = {};
    state.client = client;
    state.on = m_desk.dateText(m_desk.today());
  });
  run([&work = m_desk.work, &words = m_desk.words, client,
       flag] { return readFlag(work, words, client, flag); },
      [this](Read read) {
        update([&](FlagState& state) {
          state.ready = true;
          state.clientName = std::move(read.clientName);
          state.flag = std::move(read.flag);
          // Handed out by the practice, or come in from outside: both can say it, the newest first.
          for (const auto& record : read.documents)
            state.documents.emplace_back(
                record.id, m_desk.dateText(record.dated.value_or(m_desk.dayOf(record.createdAt))) + "  " +
                               (record.sender.empty() ? "" : record.sender + ": ") + record.title);
        });
      });
}

void FlagPresenter::setKind(domain::ClosingKind kind) {
  update([kind](FlagState& state) {
    state.kind = kind;
    state.issues.clear();
    state.problem.reset();
  });
}

void FlagPresenter::typed(std::string FlagState::*field, const char* name, const std::string& text) {
  update([&](FlagState& state) {
    editField<FlagState>(state, name, [&](FlagState& next) { next.*field = text; });
  });
}

void FlagPresenter::setWho(const std::string& text) {
  typed(&FlagState::who, "who", text);
}

void FlagPresenter::setOn(const std::string& text) {
  typed(&FlagState::on, "on", text);
}

void FlagPresenter::setReason(const std::string& text) {
  typed(&FlagState::reason, "reason", text);
}

void FlagPresenter::setEvidence(std::optional<domain::DocumentId> document) {
  update([&](FlagState& state) { state.evidence = document; });
}

void FlagPresenter::save(std::function<void()> done) {
  if (state().busy || !state().ready) return;
  const auto on = unicode::parseDate(state().on, m_desk.practice.language, m_desk.today());
  if (!on) {
    update([&](FlagState& state) {
      state.issues["on"] = core::Message{"session.dateUnknown", {{"value", state.on}}, {}};
    });
    return;
  }
  domain::FlagClosing closing;
  closing.client = state().client;
  closing.flag = state().flag.slug;
  closing.kind = state().kind;
  if (state().asksWho()) closing.who = state().who;
  closing.on = *on;
  closing.reason = state().reason;
  closing.evidence = state().evidence;
  update([](FlagState& state) {
    state.busy = true;
    state.problem.reset();
  });
  run(
      [&work = m_desk.work, closing, id = m_id]() mutable {
        if (id->isNil()) *id = work.ids.make<domain::FlagClosingId>();
        closing.id = *id;
        closeFlag(work, closing);
        return 0;
      },
      [this, done = std::move(done)](int) {
        update([](FlagState& state) {
          state.busy = false;
          state.changed = false;
        });
        done();
      });
}

void FlagPresenter::failed(std::exception_ptr error) {
  const core::Message problem = core::describe(error);
  update([&](FlagState& state) {
    state.busy = false;
    const std::string field = namedField(problem);
    if (field == "who" || field == "on" || field == "reason")
      state.issues[field] = problem;
    else
      state.problem = problem;
  });
}

}  // namespace unknot::app
