// What speaks for caution before a client works alone: flags raised by intake answers (data/safety.toml), and
// the movements that each leaves out or keeps small. Exercises inherit the cautions of the movements they
// hold. A single sign has weak accuracy (doi 10.2519/jospt.2020.9971): a flag asks the practitioner, it
// decides nothing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/exercise.h"
#include "domain/intake.h"

namespace unknot::domain {

// From the gravest. Stop now and clearance first leave every movement out.
enum class SafetyLevel { stopNow, clearanceFirst, askMore, adapt };

std::string_view toString(SafetyLevel level);
SafetyLevel safetyLevelFrom(std::string_view text);

// One answer that raises a flag.
struct SafetySign {
  std::string question;
  // The choice, or "yes"; empty: anything but "no", "none" and the like.
  std::string answer;
  // Only with all of these beside it: "ask more" rises in stated combinations alone.
  std::vector<SafetySign> together;
};

struct SafetyFlag {
  std::string slug;
  SafetyLevel level = SafetyLevel::adapt;
  std::string title;                   // "Osteoporosis"
  std::string reason;                  // a plain sentence for the practitioner
  std::vector<SafetySign> raisedBy;    // any one of them
  std::vector<std::string> leavesOut;  // movements: "end-range-flexion"
  std::vector<std::string> keepsSmall;
  std::vector<RegionSlug> regions = {};  // that it touches: hatched on the map
  std::string source;
  core::Date checkedOn{1970, 1, 1};
};

// In the order of `flags`; nothing without an intake.
std::vector<const SafetyFlag*> raisedFlags(const std::vector<SafetyFlag>& flags,
                                           const std::optional<Intake>& intake);

// How a flag was closed; or, in error, opened again.
enum class ClosingKind {
  cleared,      // somebody competent said so: who, and when
  referred,     // to whom; movements stay left out until it is cleared
  notRelevant,  // because
  reopened,
};

std::string_view toString(ClosingKind kind);
ClosingKind closingKindFrom(std::string_view text);

// A named person's word on a flag. Only ever added; the newest one of a flag counts.
struct FlagClosing {
  FlagClosingId id;
  ClientId client;
  std::string flag;  // slug
  IntakeId intake;   // whose answers it speaks of
  ClosingKind kind = ClosingKind::cleared;
  std::string who;                     // cleared by, referred to; may be empty for the two others
  core::Date on{1970, 1, 1};           // when that was
  std::string reason;                  // in the practitioner's words
  std::optional<DocumentId> evidence;  // a document of the chart that says so
  UserId author;
  std::string authorName;  // as it was then
  core::Instant enteredAt;
  friend bool operator==(const FlagClosing&, const FlagClosing&) = default;
};

// Throws InputError naming the field: who for cleared and referred, a reason for the others, no day after
// `today`.
void check(const FlagClosing& closing, const core::Date& today);

// A raised flag and what was said of it. A closing speaks of the answers it was made for: when one of those
// that can raise the flag is another now, the flag is open again.
struct StandingFlag {
  const SafetyFlag* flag = nullptr;
  std::optional<FlagClosing> closing = {};
  bool isOpen() const { return !closing; }
  // Speaks against movements still: open, or only referred.
  bool counts() const { return !closing || closing->kind == ClosingKind::referred; }
};

// In the order of `flags`, for the newest of `intakes` (oldest first).
std::vector<StandingFlag> standingFlags(const std::vector<SafetyFlag>& flags,
                                        const std::vector<Intake>& intakes,
                                        const std::vector<FlagClosing>& closings);
// Of several sheets of one person: whatever one of them raises, as the gravest has it: open, then referred,
// then the others. In the order of `flags`.
std::vector<StandingFlag> together(const std::vector<SafetyFlag>& flags,
                                   const std::vector<std::vector<StandingFlag>>& each);
// Those that count.
std::vector<const SafetyFlag*> countingFlags(const std::vector<StandingFlag>& standing);
// What those touch, to be seen on the body map.
std::set<RegionSlug, std::less<>> touchedRegions(const std::vector<StandingFlag>& standing);
// Open ones over which nothing is signed without a written reason.
std::vector<const SafetyFlag*> openStopFlags(const std::vector<StandingFlag>& standing);
// What was answered that can raise the flag, in the order of its signs; each question once.
std::vector<IntakeAnswer> answersBehind(const SafetyFlag& flag, const Intake& intake);

// Questions with choices that could raise a flag and were not answered: "not sure", "I'd rather tell you", or
// left empty. Each once, in the order of `flags`.
std::vector<std::string> openQuestions(const std::vector<SafetyFlag>& flags, const Intake& intake);

// One thing that speaks against an exercise.
struct SafetyHit {
  const SafetyFlag* flag = nullptr;
  std::string movement;  // of the exercise; empty: the flag leaves everything out
};

// What leaves the exercise out, and what asks for care.
struct SafetyJudgement {
  std::vector<SafetyHit> leavesOut;
  std::vector<SafetyHit> keepsSmall;
};
SafetyJudgement judge(const Exercise& exercise, const std::vector<const SafetyFlag*>& raised);

}  // namespace unknot::domain
