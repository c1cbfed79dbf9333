// The list of clients, found as you type.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/presenter.h"

namespace unknot::app {

struct ClientRow {
  domain::ClientId id;
  std::string name;
  std::string age;
  std::string lastSeen;
  std::string sessions;
  std::string status;  // what waits ("2 to sign", "review due"), else paused or ended
  friend bool operator==(const ClientRow&, const ClientRow&) = default;
};

struct ClientsState {
  bool ready = false;
  std::string words;
  std::vector<ClientRow> rows;
  std::optional<domain::ClientId> selected;  // always one of the rows
  std::optional<core::Message> note;         // in place of the list when it is empty
  std::optional<core::Message> problem;
  friend bool operator==(const ClientsState&, const ClientsState&) = default;
};

class ClientsPresenter final : public Presenter<ClientsState> {
 public:
  explicit ClientsPresenter(Desk& desk);
  void refresh();
  void find(const std::string& words);
  void select(std::optional<domain::ClientId> client);
  // The selected one, else the first: what Enter opens.
  std::optional<domain::ClientId> toOpen() const;

 private:
  void failed(std::exception_ptr error) override;
  ClientRow rowOf(const domain::ClientSummary& client) const;
  std::string statusOf(const domain::ClientSummary& client) const;

  Desk& m_desk;
  std::shared_ptr<void> m_subscription;
  int m_asked = 0;
};

}  // namespace unknot::app
