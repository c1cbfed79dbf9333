// What was said of safety flags, and consents.
#include "exchange/json.h"
#include "exchange/parts.h"

namespace unknot::exchange {

using nlohmann::json;

namespace {

constexpr int kManyVersions = 9999;
constexpr int kThousand = 1000;
constexpr std::string_view kIntakeDraftSchema = "unknot/intake-draft/1";
constexpr std::size_t kDraftLimit = 64U << 20U;

// {"height": 300, "strokes": [[[x, y], ...], ...]}
OutJson signatureJson(const domain::DrawnSignature& signature) {
  OutJson strokes = OutJson::array();
  for (const auto& stroke : signature.strokes) {
    OutJson points = OutJson::array();
    for (const auto& point : stroke) points.push_back(OutJson::array({point.x, point.y}));
    strokes.push_back(std::move(points));
  }
  return {{"height", signature.height}, {"strokes", std::move(strokes)}};
}

core::InputError notAPoint(const std::string& place) {
  return core::InputError({"error.json.list", {{"field", place}}, {}});
}

domain::StrokePoint pointFrom(const json& value, const std::string& place) {
  if (!value.is_array() || value.size() != 2 || !value[0].is_number_integer() ||
      !value[1].is_number_integer())
    throw notAPoint(place);
  return {value[0].get<int>(), value[1].get<int>()};
}

domain::DrawnSignature signatureFrom(const json& value, const std::string& place) {
  const Fields fields(value, place, {"height", "strokes"});
  domain::DrawnSignature signature;
  signature.height = fields.whole("height", 1, kThousand);
  fields.each("strokes", [&](const json& item, const std::string& at) {
    if (!item.is_array()) throw notAPoint(at);
    auto& stroke = signature.strokes.emplace_back();
    for (const auto& point : item) stroke.push_back(pointFrom(point, at));
  });
  return signature;
}

}  // namespace

OutJson flagClosingJson(const domain::FlagClosing& closing) {
  OutJson out = OutJson::object();
  putId(out, "id", closing.id);
  out["flag"] = closing.flag;
  putId(out, "intake", closing.intake);
  out["kind"] = domain::toString(closing.kind);
  out["who"] = closing.who;
  out["on"] = closing.on.toIso();
  out["reason"] = closing.reason;
  if (closing.evidence) putId(out, "evidence", *closing.evidence);
  putId(out, "author", closing.author);
  out["authorName"] = closing.authorName;
  putInstant(out, "enteredAt", closing.enteredAt);
  return out;
}

domain::FlagClosing flagClosingFrom(const json& value, const std::string& place) {
  const Fields fields(value, place,
                      {"id", "flag", "intake", "kind", "who", "on", "reason", "evidence", "author",
                       "authorName", "enteredAt"});
  domain::FlagClosing closing;
  closing.id = fields.id<domain::FlagClosingId>("id");
  closing.flag = fields.text("flag");
  closing.intake = fields.id<domain::IntakeId>("intake");
  closing.kind = fields.choice("kind", domain::closingKindFrom);
  closing.who = fields.text("who", "");
  closing.on = fields.date("on");
  closing.reason = fields.text("reason", "");
  if (fields.has("evidence")) closing.evidence = fields.id<domain::DocumentId>("evidence");
  closing.author = fields.optionalId<domain::UserId>("author");
  closing.authorName = fields.text("authorName");
  closing.enteredAt = fields.optionalInstant("enteredAt").value_or(core::Instant{});
  return closing;
}

OutJson consentJson(const domain::Consent& consent) {
  OutJson out = OutJson::object();
  putId(out, "id", consent.id);
  out["slug"] = consent.text.slug;
  out["version"] = consent.text.version;
  out["title"] = consent.text.title;
  out["text"] = consent.text.text;
  out["language"] = consent.language;
  out["decision"] = domain::toString(consent.decision);
  out["on"] = consent.on.toIso();
  out["signer"] = consent.signer;
  if (!consent.guardianAs.empty()) out["guardianAs"] = consent.guardianAs;
  if (!consent.signature.isEmpty()) out["signature"] = signatureJson(consent.signature);
  if (!consent.reason.empty()) out["reason"] = consent.reason;
  putId(out, "author", consent.author);
  putInstant(out, "enteredAt", consent.enteredAt);
  return out;
}

domain::Consent consentFrom(const json& value, const std::string& place) {
  const Fields fields(value, place,
                      {"id", "slug", "version", "title", "text", "language", "decision", "on", "signer",
                       "guardianAs", "signature", "reason", "author", "enteredAt"});
  domain::Consent consent;
  consent.id = fields.optionalId<domain::ConsentId>("id");
  consent.text = {fields.text("slug"), fields.whole("version", 1, kManyVersions), fields.text("title"),
                  fields.text("text")};
  consent.language = fields.text("language", "en");
  consent.decision = fields.choice("decision", domain::consentDecisionFrom);
  consent.on = fields.date("on");
  consent.signer = fields.text("signer");
  consent.guardianAs = fields.text("guardianAs", "");
  if (fields.has("signature"))
    consent.signature = signatureFrom(fields.required("signature"), fields.placeOf("signature"));
  consent.reason = fields.text("reason", "");
  consent.author = fields.optionalId<domain::UserId>("author");
  consent.enteredAt = fields.optionalInstant("enteredAt").value_or(core::Instant{});
  return consent;
}

std::string writeIntakeDraft(const IntakeDraftFile& draft) {
  OutJson out{{"intake", intakeJson(draft.intake)}, {"consents", OutJson::array()}};
  for (const auto& consent : draft.consents) out["consents"].push_back(consentJson(consent));
  if (draft.group) out["group"] = *draft.group;
  return withSchema(kIntakeDraftSchema, out);
}

IntakeDraftFile readIntakeDraft(std::string_view text) {
  const json file = fileOf(text, kIntakeDraftSchema, kDraftLimit);
  const Fields fields(file, "", {"intake", "consents", "group"});
  IntakeDraftFile draft;
  draft.intake = intakeFrom(fields.required("intake"), "intake");
  fields.each("consents", [&](const json& item, const std::string& place) {
    draft.consents.push_back(consentFrom(item, place));
  });
  if (fields.has("group")) draft.group = fields.whole("group", 0, kThousand);
  return draft;
}

}  // namespace unknot::exchange
