// Use cases: a session from its first tap to its signature.
#pragma once

#include "app/workspace.h"

namespace unknot::app {

// An open session as the screen edits it. `session` is made before the first save.
struct OpenSession {
  domain::SessionId session;
  domain::ClientId client;
  int number = 1;  // which session of the client this is, by service date
  domain::SessionContent content;
  std::optional<domain::SessionContent> lastTime;  // newest earlier hands-on session, for the ghost
  std::optional<core::Instant> createdAt;          // when it was first entered
  std::optional<core::Instant> savedAt;
  std::vector<domain::Signature> signatures;
  std::optional<domain::Draft> draft;  // newer than what is saved: offered beside it, never applied by itself
  std::optional<domain::SessionContent> draftContent;
};

// A session and which of its client's it is, by service date.
struct NumberedSession {
  domain::Session session;
  int number = 1;
};
// Throws InputError with the field, after `prefix`, of a finding or point whose region (or view of it) the
// atlas has not.
void checkRegions(const domain::BodyAtlas& atlas, const domain::SessionContent& content,
                  const std::string& prefix);

// For showing it: asks the right to read charts and notes the reading in the audit trail. Without a number:
// the newest hands-on one that is not in error. Throws InputError ("error.session.none").
NumberedSession readSession(Workspace& work, domain::ClientId client, std::optional<int> number);
// Without that, for use cases that asked already.
NumberedSession numberedSession(Workspace& work, domain::ClientId client, std::optional<int> number);
NumberedSession numberedSession(Workspace& work, domain::SessionId session);

OpenSession startSession(Workspace& work, domain::ClientId client, domain::SessionKind kind);
OpenSession openSession(Workspace& work, domain::SessionId session);
// Appends a version when the content differs from the saved one; then the draft is removed. Regions are
// checked against the atlas. Throws InputError naming field and place; RefusedError when the session is
// signed.
domain::SessionVersion saveSession(Workspace& work, domain::SessionId session, domain::ClientId client,
                                   const domain::SessionContent& content);
void keepDraft(Workspace& work, domain::SessionId session, domain::ClientId client,
               const domain::SessionContent& content);

// What is empty or open, as a list to read before signing; empty when nothing is.
std::vector<core::Message> signingHints(const domain::SessionContent& content);
// Over an open "stop now" flag a hands-on session is signed only with a written reason, which stands with the
// signature: InputError ("error.session.openFlag": flags).
void signSession(Workspace& work, domain::SessionId session, const std::string& reason = {});
void addLaterNote(Workspace& work, domain::SessionId session, const std::string& text);
void markEnteredInError(Workspace& work, domain::SessionId session, const std::string& reason);

}  // namespace unknot::app
