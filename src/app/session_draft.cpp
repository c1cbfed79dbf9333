#include "app/session_draft.h"

#include "core/error.h"
#include "exchange/json.h"

namespace unknot::app {

// First line: the client's id. Then the session's file.
std::string writeSessionDraft(const SessionDraft& draft) {
  return draft.client.toString() + "\n" + exchange::writeSessionContent(draft.content);
}

std::optional<SessionDraft> readSessionDraft(std::string_view text) {
  const auto end = text.find('\n');
  if (end == text.npos) return {};
  const auto client = domain::ClientId::parse(text.substr(0, end));
  if (!client) return {};
  try {
    return SessionDraft{*client, exchange::readSessionContent(text.substr(end + 1))};
  } catch (const core::InputError&) {
    return {};
  }
}

}  // namespace unknot::app
