#include "storage/stored_consents.h"

#include <nlohmann/json.hpp>
#include <string>
#include <tuple>

#include "core/error.h"
#include "storage/columns.h"

namespace unknot::storage {
namespace {

using Json = nlohmann::json;

// {"height": 300, "strokes": [[[x, y], ...], ...]}; "" for none.
std::string textOf(const domain::DrawnSignature& signature) {
  if (signature.isEmpty()) return {};
  Json strokes = Json::array();
  for (const auto& stroke : signature.strokes) {
    Json points = Json::array();
    for (const auto& point : stroke) points.push_back({point.x, point.y});
    strokes.push_back(std::move(points));
  }
  return Json{{"height", signature.height}, {"strokes", std::move(strokes)}}.dump();
}

domain::DrawnSignature signatureFrom(const std::string& text) {
  domain::DrawnSignature signature;
  if (text.empty()) return signature;
  try {
    const Json drawn = Json::parse(text);
    signature.height = drawn.at("height").get<int>();
    for (const auto& points : drawn.at("strokes")) {
      auto& stroke = signature.strokes.emplace_back();
      for (const auto& point : points) stroke.push_back({point.at(0).get<int>(), point.at(1).get<int>()});
    }
  } catch (const Json::exception&) {
    throw core::DamageError({"error.database.row", {}, {}});
  }
  return signature;
}

domain::Consent readConsent(const Statement& row) {
  domain::Consent consent;
  consent.id = readId<domain::ConsentId>(row, 0);
  consent.client = readId<domain::ClientId>(row, 1);
  consent.text = {row.text(2), readInt(row, 3), row.text(4), row.text(5)};
  consent.language = row.text(6);
  consent.decision = domain::consentDecisionFrom(row.text(7));
  consent.on = readDay(row, 8);
  consent.signer = row.text(9);
  consent.guardianAs = row.text(10);
  consent.signature = signatureFrom(row.text(11));
  consent.reason = row.text(12);
  consent.author = readId<domain::UserId>(row, 13);
  consent.enteredAt = readInstant(row, 14);
  return consent;
}

void bindConsent(Statement& statement, const domain::Consent& consent) {
  bindId(statement, "id", consent.id);
  bindId(statement, "client", consent.client);
  statement.bindText("slug", consent.text.slug)
      .bindInteger("version", consent.text.version)
      .bindText("title", consent.text.title)
      .bindText("text", consent.text.text)
      .bindText("language", consent.language)
      .bindText("decision", domain::toString(consent.decision));
  bindDay(statement, "decided_on", consent.on);
  statement.bindText("signer", consent.signer)
      .bindText("guardian_as", consent.guardianAs)
      .bindText("signature", textOf(consent.signature))
      .bindText("reason", consent.reason);
  bindId(statement, "author", consent.author);
  bindInstant(statement, "entered_at", consent.enteredAt);
}

}  // namespace

void StoredConsents::add(const domain::Consent& wanted) {
  m_context.atomically([&] {
    if (isThere(ofClient(wanted.client), wanted)) return;
    m_context.requireClient(wanted.client);
    const auto row = m_context.connection.prepare(
        "INSERT INTO consent (id, client, slug, version, title, text, language, decision, decided_on, "
        "signer, "
        "guardian_as, signature, reason, author, entered_at) VALUES (:id, :client, :slug, :version, :title, "
        ":text, :language, :decision, :decided_on, :signer, :guardian_as, :signature, :reason, :author, "
        ":entered_at)");
    bindConsent(*row, wanted);
    row->run();
    m_context.audit.append(domain::AuditAction::created, "consent " + wanted.id.toString());
  });
}

std::vector<domain::Consent> StoredConsents::ofClient(domain::ClientId client) {
  return ofChart(
      m_context, client, [this](domain::ClientId part) { return ofOne(part); },
      [](const domain::Consent& a, const domain::Consent& b) {
        return std::tie(a.enteredAt, a.id) < std::tie(b.enteredAt, b.id);
      });
}

std::vector<domain::Consent> StoredConsents::ofOne(domain::ClientId client) {
  const auto rows = m_context.connection.prepare(
      "SELECT id, client, slug, version, title, text, language, decision, decided_on, signer, guardian_as, "
      "signature, reason, author, entered_at FROM consent WHERE client = :client ORDER BY entered_at, id");
  bindId(*rows, "client", client);
  std::vector<domain::Consent> consents;
  while (rows->step()) consents.push_back(readConsent(*rows));
  return consents;
}

}  // namespace unknot::storage
