#include "app/charting.h"

#include <algorithm>

#include "app/intakes.h"
#include "app/permission.h"
#include "app/require_client.h"
#include "app/session_draft.h"
#include "app/subject.h"
#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"

namespace unknot::app {

using domain::Session;
using domain::SessionContent;
using domain::SessionKind;
using domain::Signature;
using domain::SignatureKind;

namespace {

core::RefusedError refused(const char* id) {
  return core::RefusedError({id, {}, {}});
}

Session requireSession(Workspace& work, domain::SessionId id) {
  if (auto session = work.store.sessions().find(id)) return *session;
  throw core::InputError({"error.session.none", {}, {}});
}

std::optional<domain::Draft> draftOf(Workspace& work, domain::SessionId session) {
  for (auto& draft : work.store.drafts().list())
    if (draft.kind == kSessionDraft && draft.subject == session.value) return std::move(draft);
  return {};
}

void removeDraftAfterCommit(Workspace& work, domain::SessionId session) {
  work.store.afterCommit(
      [&drafts = work.store.drafts(), session] { drafts.remove(kSessionDraft, session.value); });
}

bool hasMap(const Session& session) {
  return session.current.content.kind == SessionKind::handsOn && !session.isInError();
}

// Where the session stands among all of the client, and what is shown pale behind it.
void placeAmong(OpenSession& open, const std::vector<Session>& all) {
  const auto self =
      std::find_if(all.begin(), all.end(), [&](const Session& s) { return s.id == open.session; });
  open.number = static_cast<int>(self - all.begin()) + 1;
  for (auto earlier = all.begin(); earlier != self; ++earlier)
    if (hasMap(*earlier)) open.lastTime = earlier->current.content;
}

void offerDraft(Workspace& work, OpenSession& open) {
  auto draft = draftOf(work, open.session);
  if (!draft || (open.savedAt && draft->keptAt < *open.savedAt)) return;
  const auto read = readSessionDraft(draft->content);
  if (read && open.savedAt && read->content == open.content) return;
  if (read) open.draftContent = read->content;
  open.draft = std::move(draft);
}

// A session that was never saved lives in its draft only.
OpenSession openFromDraft(Workspace& work, domain::SessionId session) {
  const auto draft = draftOf(work, session);
  const auto read = draft ? readSessionDraft(draft->content) : std::nullopt;
  if (!read) throw core::InputError({"error.session.none", {}, {}});
  OpenSession open = startSession(work, read->client, read->content.kind);
  open.session = session;
  offerDraft(work, open);
  return open;
}

// What was seen and saved stays, even where a practice has taken its item off the list since.
void checkObservations(const domain::ObservationList& list, const SessionContent& content,
                       const SessionContent* saved) {
  for (std::size_t i = 0; i < content.observations.size(); ++i) {
    const auto& seen = content.observations[i];
    const auto* before = saved == nullptr ? nullptr : domain::observationOf(*saved, seen.item);
    if (before == nullptr || *before != seen)
      domain::checkKnown(list, seen, "observations[" + std::to_string(i) + "]");
  }
}

bool saysNothing(const SessionContent& content) {
  const auto blank = [](const std::string& text) { return core::trimmed(text).empty(); };
  return content.findings.empty() && content.measures.empty() && blank(content.theirWords) &&
         blank(content.postureAndGait) && blank(content.work) && blank(content.response) &&
         blank(content.nextTime) && content.points.empty() && content.observations.empty() &&
         content.measuresAfter.empty();
}

// That somebody did not come, or was referred, says enough by itself.
bool needsContent(SessionKind kind) {
  return kind == SessionKind::handsOn || kind == SessionKind::call || kind == SessionKind::message;
}

void appendSignature(Workspace& work, const Session& session, SignatureKind kind, const std::string& text) {
  const auto user = work.store.user();
  Signature signature;
  signature.id = work.ids.make<domain::SignatureId>();
  signature.session = session.id;
  signature.version = session.current.id;
  signature.kind = kind;
  signature.text = text;
  signature.author = user.id;
  signature.authorName = user.name;
  signature.signedAt = work.clock.now();
  work.store.sessions().addSignature(signature);
  publishAfterCommit(work, {Change::Kind::session, session.client.value, session.id.value});
}

}  // namespace

void checkRegions(const domain::BodyAtlas& atlas, const SessionContent& content, const std::string& prefix) {
  for (std::size_t i = 0; i < content.findings.size(); ++i)
    atlas.require(prefix + "findings[" + std::to_string(i) + "].region", content.findings[i].region);
  for (std::size_t i = 0; i < content.points.size(); ++i) {
    const std::string place = prefix + "points[" + std::to_string(i) + "]";
    const auto& mark = content.points[i];
    if (!atlas.require(place + ".region", mark.region).shapes.contains(mark.view))
      throw core::InputError({"error.point.view",
                              {{"field", place + ".view"},
                               {"value", std::string(domain::toString(mark.view))},
                               {"region", mark.region}},
                              {}});
  }
}

NumberedSession readSession(Workspace& work, domain::ClientId client, std::optional<int> number) {
  requireRight(work.store, Right::readChart);
  auto read = numberedSession(work, client, number);
  work.store.audit(domain::AuditAction::read, subjectOf("session", read.session.id));
  return read;
}

NumberedSession numberedSession(Workspace& work, domain::ClientId client, std::optional<int> number) {
  auto sessions = work.store.sessions().ofClient(client);
  if (!number)
    for (std::size_t i = sessions.size(); i > 0 && !number; --i)
      if (hasMap(sessions[i - 1])) number = static_cast<int>(i);
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > sessions.size())
    throw core::InputError({"error.session.none", {}, {}});
  return {std::move(sessions[static_cast<std::size_t>(*number) - 1]), *number};
}

NumberedSession numberedSession(Workspace& work, domain::SessionId id) {
  const auto client = requireSession(work, id).client;
  auto sessions = work.store.sessions().ofClient(client);
  const auto self =
      std::find_if(sessions.begin(), sessions.end(), [&](const Session& s) { return s.id == id; });
  const int number = static_cast<int>(self - sessions.begin()) + 1;
  return {std::move(*self), number};
}

OpenSession startSession(Workspace& work, domain::ClientId client, SessionKind kind) {
  requireRight(work.store, Right::writeChart);
  OpenSession open;
  open.session = work.ids.make<domain::SessionId>();
  open.client = requireClient(work, client).id;
  open.content.kind = kind;
  open.content.serviceDate = work.today();
  placeAmong(open, work.store.sessions().ofClient(client));
  work.store.audit(domain::AuditAction::read, subjectOf("client", client));
  return open;
}

OpenSession openSession(Workspace& work, domain::SessionId session) {
  requireRight(work.store, Right::readChart);
  const auto saved = work.store.sessions().find(session);
  if (!saved) return openFromDraft(work, session);
  OpenSession open;
  open.session = session;
  open.client = work.store.chartMerges().holderOf(saved->client);
  open.content = saved->current.content;
  open.createdAt = saved->createdAt;
  open.savedAt = saved->current.savedAt;
  open.signatures = saved->signatures;
  placeAmong(open, work.store.sessions().ofClient(saved->client));
  if (!saved->isSigned()) offerDraft(work, open);
  work.store.audit(domain::AuditAction::read, subjectOf("session", session));
  return open;
}

domain::SessionVersion saveSession(Workspace& work, domain::SessionId session, domain::ClientId client,
                                   const SessionContent& wanted) {
  requireRight(work.store, Right::writeChart);
  const auto holder = requireClient(work, client).id;
  SessionContent content = wanted;
  std::erase_if(content.findings, [](const domain::RegionFinding& finding) { return finding.isEmpty(); });
  check(content, work.today());
  checkRegions(work.content.atlas(), content, "");

  const auto existing = work.store.sessions().find(session);
  checkObservations(work.content.sessionLists().observations, content,
                    existing ? &existing->current.content : nullptr);
  if (existing && work.store.chartMerges().holderOf(existing->client) != holder)
    throw refused("error.session.client");
  if (existing && existing->current.content == content) {
    removeDraftAfterCommit(work, session);
    return existing->current;
  }
  if (existing && existing->isSigned()) throw refused("error.session.signed");

  domain::SessionVersion version;
  version.id = work.ids.make<domain::SessionVersionId>();
  version.session = session;
  // A session stays whose it was when its chart became part of another one.
  version.client = existing ? existing->client : holder;
  version.content = std::move(content);
  version.author = work.store.user().id;
  version.savedAt = work.clock.now();
  auto stored = work.store.sessions().append(version);
  removeDraftAfterCommit(work, session);
  publishAfterCommit(work, {Change::Kind::session, holder.value, session.value});
  return stored;
}

void keepDraft(Workspace& work, domain::SessionId session, domain::ClientId client,
               const SessionContent& content) {
  requireRight(work.store, Right::writeChart);
  work.store.drafts().keep(
      {std::string(kSessionDraft), session.value, work.clock.now(), writeSessionDraft({client, content})});
}

std::vector<core::Message> signingHints(const SessionContent& content) {
  std::vector<core::Message> hints;
  const auto hint = [&](const char* id) { hints.push_back({id, {}, {}}); };
  if (!needsContent(content.kind)) return hints;
  if (content.kind == SessionKind::handsOn) {
    if (content.minutes == 0) hint("signing.minutes");
    if (core::trimmed(content.theirWords).empty()) hint("signing.theirWords");
    if (content.findings.empty()) hint("signing.map");
    const auto open = std::count_if(content.findings.begin(), content.findings.end(),
                                    [](const domain::RegionFinding& f) { return f.before && !f.after; });
    if (open > 0) hints.push_back({"signing.after", {}, static_cast<long>(open)});
  }
  if (core::trimmed(content.work).empty()) hint("signing.work");
  if (content.kind == SessionKind::handsOn && core::trimmed(content.response).empty())
    hint("signing.response");
  return hints;
}

namespace {

void requireReason(Workspace& work, const Session& session, const std::string& reason) {
  if (session.current.content.kind != SessionKind::handsOn || !core::trimmed(reason).empty()) return;
  std::string flags;
  for (const auto* flag : domain::openStopFlags(flagsOf(work, session.client)))
    flags += (flags.empty() ? "" : ", ") + flag->title;
  if (!flags.empty()) throw core::InputError({"error.session.openFlag", {{"flags", flags}}, {}});
}

}  // namespace

void signSession(Workspace& work, domain::SessionId id, const std::string& reason) {
  requireRight(work.store, Right::writeChart);
  const Session session = requireSession(work, id);
  if (session.isSigned()) throw refused("error.session.signed");
  const auto& content = session.current.content;
  if (needsContent(content.kind) && saysNothing(content))
    throw core::InputError({"error.session.empty", {}, {}});
  requireReason(work, session, reason);
  core::checkText("reason", reason, core::kTextLimit);
  appendSignature(work, session, SignatureKind::signedAsIs, core::trimmed(reason));
}

void addLaterNote(Workspace& work, domain::SessionId id, const std::string& text) {
  requireRight(work.store, Right::writeChart);
  domain::checkRequired("text", text, core::kTextLimit);
  const Session session = requireSession(work, id);
  if (!session.isSigned()) throw refused("error.session.unsigned");
  appendSignature(work, session, SignatureKind::laterNote, text);
}

void markEnteredInError(Workspace& work, domain::SessionId id, const std::string& reason) {
  requireRight(work.store, Right::writeChart);
  domain::checkRequired("reason", reason, core::kTextLimit);
  const Session session = requireSession(work, id);
  if (!session.isSigned()) throw refused("error.session.unsigned");
  if (session.isInError()) throw refused("error.session.inError");
  appendSignature(work, session, SignatureKind::enteredInError, reason);
}

}  // namespace unknot::app
