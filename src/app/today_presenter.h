// The first screen of the day: what waits, and who was here last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/presenter.h"

namespace unknot::app {

struct TodayState {
  struct UnsignedSession {
    domain::SessionId session;
    std::string client;
    std::string day;
    friend bool operator==(const UnsignedSession&, const UnsignedSession&) = default;
  };
  struct ClientLine {
    domain::ClientId client;
    std::string name;
    std::string day;  // last seen, or review due
    friend bool operator==(const ClientLine&, const ClientLine&) = default;
  };

  bool ready = false;
  std::string greetingName;
  std::string day;  // "22 November 2026"
  std::vector<core::Message>
      brokenFiles;  // of data/, templates/ and the practice's own: what can't be used, and where
  std::vector<UnsignedSession> unsignedSessions;
  std::vector<ClientLine> recent;
  std::vector<ClientLine> reviewsDue;
  std::optional<core::Message> problem;
  friend bool operator==(const TodayState&, const TodayState&) = default;
};

class TodayPresenter final : public Presenter<TodayState> {
 public:
  explicit TodayPresenter(Desk& desk);
  void refresh();

 private:
  void failed(std::exception_ptr error) override;

  Desk& m_desk;
  std::shared_ptr<void> m_subscription;
};

}  // namespace unknot::app
