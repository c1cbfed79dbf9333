// The form in which an open session is kept as a draft: whose it is, and the session as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/session.h"

namespace unknot::app {

struct SessionDraft {
  domain::ClientId client;
  domain::SessionContent content;
};

std::string writeSessionDraft(const SessionDraft& draft);
// Nothing when it is none, or a damaged one.
std::optional<SessionDraft> readSessionDraft(std::string_view text);

}  // namespace unknot::app
