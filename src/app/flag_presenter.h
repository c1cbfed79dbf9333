// One safety flag of a client: why it stands, and a named person's word on it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk.h"
#include "app/flag_lines.h"
#include "app/presenter.h"

namespace unknot::app {

struct FlagState {
  bool ready = false;
  domain::ClientId client;
  std::string clientName;
  FlagLine flag;
  domain::ClosingKind kind = domain::ClosingKind::cleared;
  std::string who;
  std::string on;  // as typed, in any form the language uses
  std::string reason;
  // Documents of the chart that can be named as what says so, and which one is.
  std::vector<std::pair<domain::DocumentId, std::string>> documents;
  std::optional<domain::DocumentId> evidence;
  std::map<std::string, core::Message> issues;  // by field: who, on, reason
  bool changed = false;
  bool busy = false;
  std::optional<core::Message> problem;
  bool asksWho() const {
    return kind == domain::ClosingKind::cleared || kind == domain::ClosingKind::referred;
  }
  friend bool operator==(const FlagState&, const FlagState&) = default;
};

class FlagPresenter final : public Presenter<FlagState> {
 public:
  explicit FlagPresenter(Desk& desk);

  // A flag that is raised; "error.flag.notRaised" stands in the State for any other.
  void open(domain::ClientId client, const std::string& flag);
  void setKind(domain::ClosingKind kind);
  void setWho(const std::string& text);
  void setOn(const std::string& text);
  void setReason(const std::string& text);
  void setEvidence(std::optional<domain::DocumentId> document);
  // `done` is called when it is kept; what is wrong stands in the State.
  void save(std::function<void()> done);

 private:
  void failed(std::exception_ptr error) override;
  void typed(std::string FlagState::*field, const char* name, const std::string& text);

  Desk& m_desk;
  std::shared_ptr<domain::FlagClosingId> m_id;  // made by the first try: a further one must not double
};

}  // namespace unknot::app
