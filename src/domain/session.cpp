#include "domain/session.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr Choices<SessionKind, 6> kKinds{{{SessionKind::handsOn, "hands-on"},
                                          {SessionKind::call, "call"},
                                          {SessionKind::message, "message"},
                                          {SessionKind::noShow, "no-show"},
                                          {SessionKind::endedBeforeHandsOn, "ended-before-hands-on"},
                                          {SessionKind::referred, "referred"}}};
constexpr Choices<SignatureKind, 3> kSignatures{{{SignatureKind::signedAsIs, "signed"},
                                                 {SignatureKind::laterNote, "later-note"},
                                                 {SignatureKind::enteredInError, "entered-in-error"}}};

std::string placeIn(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

template <class Letters, class Flags>
std::string joinedLetters(const Letters& letters, const Flags& flags) {
  std::string text;
  for (const auto& [letter, flag] : letters)
    if (flags.*flag) text.append(text.empty() ? "" : " ").append(letter);
  return text;
}

}  // namespace

std::string lettersOf(const Findings& findings) {
  return joinedLetters(kFindingLetters, findings);
}

std::string lettersOf(const Techniques& techniques) {
  return joinedLetters(kTechniqueLetters, techniques);
}

std::string_view toString(SessionKind kind) {
  return choiceText(kKinds, kind);
}
SessionKind sessionKindFrom(std::string_view text) {
  return choiceFrom(kKinds, "kind", text);
}
std::string_view formOf(const Signature& signature) {
  if (signature.kind == SignatureKind::signedAsIs && !signature.text.empty()) return "signed-over";
  return toString(signature.kind);
}

std::string_view toString(SignatureKind kind) {
  return choiceText(kSignatures, kind);
}
SignatureKind signatureKindFrom(std::string_view text) {
  return choiceFrom(kSignatures, "kind", text);
}

bool Session::isSigned() const {
  return std::any_of(signatures.begin(), signatures.end(),
                     [](const Signature& s) { return s.kind == SignatureKind::signedAsIs; });
}

bool Session::isInError() const {
  return std::any_of(signatures.begin(), signatures.end(),
                     [](const Signature& s) { return s.kind == SignatureKind::enteredInError; });
}

void check(const SessionContent& content, const core::Date& today) {
  if (content.serviceDate > today)
    throw core::InputError({"error.serviceDate", {{"value", content.serviceDate.toIso()}}, {}});
  checkRange("minutes", content.minutes, 0, kLongestMinutes);
  core::checkText("lesson", content.lesson, core::kLineLimit);
  core::checkText("theirWords", content.theirWords, core::kTextLimit);
  core::checkText("postureAndGait", content.postureAndGait, core::kTextLimit);
  core::checkText("work", content.work, core::kTextLimit);
  core::checkText("response", content.response, core::kTextLimit);
  core::checkText("nextTime", content.nextTime, core::kTextLimit);
  core::checkText("privateMemo", content.privateMemo, core::kTextLimit);
  std::set<std::string> seen;
  for (const auto& finding : content.findings) {
    checkRequired("findings.region", finding.region, core::kNameLimit);
    if (!seen.insert(finding.region).second)
      throw core::InputError({"error.twice", {{"field", "findings.region"}, {"value", finding.region}}, {}});
    core::checkText("findings." + finding.region + ".note", finding.note, core::kTextLimit);
  }
  checkRange("points", static_cast<long>(content.points.size()), 0, static_cast<long>(kMostPoints));
  for (std::size_t i = 0; i < content.points.size(); ++i) check(content.points[i], placeIn("points", i));
  std::set<std::string> looked;
  for (std::size_t i = 0; i < content.observations.size(); ++i) {
    const auto& observation = content.observations[i];
    check(observation, placeIn("observations", i));
    if (!looked.insert(observation.item).second)
      throw core::InputError(
          {"error.twice", {{"field", "observations.item"}, {"value", observation.item}}, {}});
  }
  for (const auto& measure : content.measures) check(measure);
  for (const auto& measure : content.measuresAfter) check(measure);
}

const RegionFinding* findingOf(const SessionContent& content, std::string_view region) {
  const auto found = std::find_if(content.findings.begin(), content.findings.end(),
                                  [&](const RegionFinding& f) { return f.region == region; });
  return found == content.findings.end() ? nullptr : &*found;
}

void setFinding(SessionContent& content, const RegionFinding& finding) {
  const auto found = std::find_if(content.findings.begin(), content.findings.end(),
                                  [&](const RegionFinding& f) { return f.region == finding.region; });
  if (found == content.findings.end()) {
    if (!finding.isEmpty()) content.findings.push_back(finding);
  } else if (finding.isEmpty()) {
    content.findings.erase(found);
  } else {
    *found = finding;
  }
}

const Observation* observationOf(const SessionContent& content, std::string_view item) {
  const auto found = std::find_if(content.observations.begin(), content.observations.end(),
                                  [&](const Observation& o) { return o.item == item; });
  return found == content.observations.end() ? nullptr : &*found;
}

void setObservation(SessionContent& content, const Observation& observation) {
  const auto found = std::find_if(content.observations.begin(), content.observations.end(),
                                  [&](const Observation& o) { return o.item == observation.item; });
  const bool nothing = observation.before.empty() && observation.after.empty();
  if (found == content.observations.end()) {
    if (!nothing) content.observations.push_back(observation);
  } else if (nothing) {
    content.observations.erase(found);
  } else {
    *found = observation;
  }
}

}  // namespace unknot::domain
