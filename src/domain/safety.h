// What speaks for caution before a client works alone: flags raised by intake answers (data/safety.toml), and
// the movements that each leaves out or keeps small. Exercises inherit the cautions of the movements they
// hold. A single sign has weak accuracy (doi 10.2519/jospt.2020.9971): a flag asks the practitioner, it
// decides nothing.
#pragma once

#include <optional>
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
  // The choice, or "yes"; empty: any text but "no", "none" and the like.
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
  std::string source;
  core::Date checkedOn{1970, 1, 1};
};

// In the order of `flags`; nothing without an intake.
std::vector<const SafetyFlag*> raisedFlags(const std::vector<SafetyFlag>& flags,
                                           const std::optional<Intake>& intake);

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
