#include "domain/consent.h"

#include <algorithm>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<ConsentDecision, 3> kDecisions{{{ConsentDecision::accepted, "accepted"},
                                                  {ConsentDecision::declined, "declined"},
                                                  {ConsentDecision::withdrawn, "withdrawn"}}};

constexpr long kWidest = 1000;
// A field taller than it is wide would be a slip.
constexpr long kTallest = 1000;

void check(const DrawnSignature& signature) {
  checkRange("signature.height", signature.height, 1, kTallest);
  std::size_t points = 0;
  for (const auto& stroke : signature.strokes) {
    points += stroke.size();
    for (const auto& point : stroke) {
      checkRange("signature.x", point.x, 0, kWidest);
      checkRange("signature.y", point.y, 0, signature.height);
    }
  }
  checkRange("signature", static_cast<long>(points), 0, static_cast<long>(kMostStrokePoints));
}

}  // namespace

std::string_view toString(ConsentDecision decision) {
  return choiceText(kDecisions, decision);
}
ConsentDecision consentDecisionFrom(std::string_view text) {
  return choiceFrom(kDecisions, "decision", text);
}

void check(const Consent& consent, const core::Date& today) {
  checkRequired("slug", consent.text.slug, core::kNameLimit);
  checkRequired("title", consent.text.title, core::kLineLimit);
  checkRequired("text", consent.text.text, core::kTextLimit);
  checkRequired("language", consent.language, core::kNameLimit);
  checkRequired("signer", consent.signer, core::kNameLimit);
  core::checkText("guardianAs", consent.guardianAs, core::kNameLimit);
  core::checkText("reason", consent.reason, core::kTextLimit);
  if (consent.on > today)
    throw core::InputError({"error.use.takenOn", {{"field", "on"}, {"value", consent.on.toIso()}}, {}});
  check(consent.signature);
}

std::vector<Consent> standingConsents(const std::vector<Consent>& all) {
  std::vector<Consent> standing;
  for (const auto& consent : all) {
    const auto same = std::find_if(standing.begin(), standing.end(),
                                   [&](const Consent& each) { return each.text.slug == consent.text.slug; });
    if (same == standing.end())
      standing.push_back(consent);
    else
      *same = consent;
  }
  return standing;
}

SignerNeeded signerNeeded(const std::optional<core::Date>& birthDate, const core::Date& today, int adultAge) {
  if (!birthDate) return SignerNeeded::askAge;
  return birthDate->yearsUntil(today) < adultAge ? SignerNeeded::guardian : SignerNeeded::client;
}

}  // namespace unknot::domain
