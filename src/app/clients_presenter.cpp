#include "app/clients_presenter.h"

#include <algorithm>

namespace unknot::app {

ClientsPresenter::ClientsPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {
  m_subscription = desk.changes.subscribe([this](const Change&) { refresh(); });
}

void ClientsPresenter::find(const std::string& words) {
  update([&](ClientsState& state) { state.words = words; });
  refresh();
}

void ClientsPresenter::refresh() {
  // Typing on makes the answer to the letters before worthless.
  const int asked = ++m_asked;
  run([&work = m_desk.work, words = state().words] { return findClients(work, words); },
      [this, asked](const std::vector<domain::ClientSummary>& found) {
        if (asked != m_asked) return;
        update([&](ClientsState& state) {
          state.ready = true;
          state.problem.reset();
          state.rows.clear();
          for (const auto& client : found) state.rows.push_back(rowOf(client));
          const bool stays = std::any_of(state.rows.begin(), state.rows.end(),
                                         [&](const ClientRow& row) { return row.id == state.selected; });
          if (!stays) state.selected.reset();
          state.note.reset();
          if (state.rows.empty())
            state.note = core::Message{state.words.empty() ? "clients.none" : "clients.noneFound", {}, {}};
        });
      });
}

void ClientsPresenter::select(std::optional<domain::ClientId> client) {
  update([&](ClientsState& state) { state.selected = client; });
}

std::optional<domain::ClientId> ClientsPresenter::toOpen() const {
  if (state().selected) return state().selected;
  if (state().rows.empty()) return {};
  return state().rows.front().id;
}

void ClientsPresenter::failed(std::exception_ptr error) {
  update([&](ClientsState& state) {
    state.ready = true;
    state.problem = core::describe(error);
  });
}

ClientRow ClientsPresenter::rowOf(const domain::ClientSummary& client) const {
  ClientRow row;
  row.id = client.id;
  row.name = client.name;
  if (client.birthDate) row.age = std::to_string(client.birthDate->yearsUntil(m_desk.today()));
  if (client.lastSeen) row.lastSeen = m_desk.dateText(*client.lastSeen);
  if (client.sessionCount > 0) row.sessions = std::to_string(client.sessionCount);
  row.status = statusOf(client);
  return row;
}

std::string ClientsPresenter::statusOf(const domain::ClientSummary& client) const {
  if (client.unsignedCount > 0) return m_desk.words.sayCount("clients.toSign", client.unsignedCount);
  if (client.status == domain::ClientStatus::active && client.reviewOn && *client.reviewOn <= m_desk.today())
    return m_desk.words.say("clients.reviewDue");
  if (client.status == domain::ClientStatus::paused) return m_desk.words.say("clientStatus.paused");
  if (client.status == domain::ClientStatus::ended) return m_desk.words.say("clientStatus.ended");
  return {};
}

}  // namespace unknot::app
