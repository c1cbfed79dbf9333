// What a client agreed to, or did not: the exact text, who signed it and when. Only ever added; the newest
// word on a consent counts, and a withdrawal is one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"
#include "domain/practice.h"

namespace unknot::domain {

// As templates/consents.<language>.toml has it.
struct ConsentText {
  std::string slug;  // permanent
  int version = 1;   // raised when the meaning changes
  std::string title;
  std::string text;  // paragraphs, a blank line between them
  friend bool operator==(const ConsentText&, const ConsentText&) = default;
};

enum class ConsentDecision { accepted, declined, withdrawn };

// A drawn signature: strokes of points in thousandths of the width of the field; down from its upper edge.
struct StrokePoint {
  int x = 0;
  int y = 0;
  friend bool operator==(const StrokePoint&, const StrokePoint&) = default;
};
using Stroke = std::vector<StrokePoint>;
struct DrawnSignature {
  std::vector<Stroke> strokes;
  // Of the field it was drawn into, in thousandths of its width.
  int height = 300;
  bool isEmpty() const { return strokes.empty(); }
  friend bool operator==(const DrawnSignature&, const DrawnSignature&) = default;
};

inline constexpr std::size_t kMostStrokePoints = 20'000;

struct Consent {
  ConsentId id;
  ClientId client;
  ConsentText text;  // as it was read and signed
  std::string language = "en";
  ConsentDecision decision = ConsentDecision::declined;
  core::Date on{1970, 1, 1};
  std::string signer;        // the name as signed
  std::string guardianAs;    // "mother"; empty: the client signed
  DrawnSignature signature;  // empty: signed on paper, or a withdrawal by word
  std::string reason;        // of a withdrawal; may be empty: none has to be given
  UserId author;             // who was signed in
  core::Instant enteredAt;
  friend bool operator==(const Consent&, const Consent&) = default;
};

std::string_view toString(ConsentDecision decision);
ConsentDecision consentDecisionFrom(std::string_view text);

// Throws InputError naming the field: a text and its slug, a signer, no day after `today`, points in range.
void check(const Consent& consent, const core::Date& today);

// The newest word on each slug, in the order of their first; `all` in the order of entry.
std::vector<Consent> standingConsents(const std::vector<Consent>& all);

// Who has to sign: below the practice's age a guardian does, and where the birth date is unknown it has to be
// asked.
enum class SignerNeeded { client, guardian, askAge };
SignerNeeded signerNeeded(const std::optional<core::Date>& birthDate, const core::Date& today, int adultAge);

}  // namespace unknot::domain
