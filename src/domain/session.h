// A hands-on session and what was charted in it: append-only versions, frozen by a signature.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "domain/ids.h"
#include "domain/measure.h"
#include "domain/observation.h"
#include "domain/point_mark.h"
#include "domain/tension.h"

namespace unknot::domain {

// Before hands-on, and after it.
enum class Moment { before, after };

// What the hand found (words of Hanna Somatic Education).
struct Findings {
  bool contracted = false;  // C: chronic contraction; hard, sore or ticklish under the hand
  bool limited = false;     // M: free movement stops early (not R: that is the right side)
  bool noControl =
      false;  // N: jerky, substitutes other muscles, or can't be felt by the client; may sit at tension 0
  bool any() const { return contracted || limited || noControl; }
  friend bool operator==(Findings, Findings) = default;
};

// What was used.
struct Techniques {
  bool meansWhereby = false;           // MW: slow passive movement through the range
  bool kineticMirroring = false;       // KM: the ends of a muscle are brought together until its tone drops
  bool assistedPandiculation = false;  // AP: the client contracts into the hand, then lets go slowly
  bool any() const { return meansWhereby || kineticMirroring || assistedPandiculation; }
  friend bool operator==(Techniques, Techniques) = default;
};

// The letters of the field, in the order they are charted.
struct FindingLetter {
  std::string_view letter;
  bool Findings::*flag;
};
struct TechniqueLetter {
  std::string_view letter;
  bool Techniques::*flag;
};
inline constexpr FindingLetter kFindingLetters[] = {
    {"C", &Findings::contracted}, {"M", &Findings::limited}, {"N", &Findings::noControl}};
inline constexpr TechniqueLetter kTechniqueLetters[] = {{"MW", &Techniques::meansWhereby},
                                                        {"KM", &Techniques::kineticMirroring},
                                                        {"AP", &Techniques::assistedPandiculation}};
// "C M", "AP"; "" for none.
std::string lettersOf(const Findings& findings);
std::string lettersOf(const Techniques& techniques);

// One region of one session. Its key is (session version, region): it has no id of its own.
struct RegionFinding {
  RegionSlug region;
  std::optional<Tension> before;  // empty: not looked at
  std::optional<Tension> after;
  Findings findings;
  Techniques techniques;
  std::string note;
  bool isEmpty() const { return !before && !after && !findings.any() && !techniques.any() && note.empty(); }
  friend bool operator==(const RegionFinding&, const RegionFinding&) = default;
};

enum class SessionKind { handsOn, call, message, noShow, endedBeforeHandsOn, referred };

// Longer is a slip of the fingers.
inline constexpr long kLongestMinutes = 600;

// Everything a practitioner can change while a session is open.
struct SessionContent {
  SessionKind kind = SessionKind::handsOn;
  core::Date serviceDate{1970, 1, 1};  // the day of the work, not of the typing
  int minutes = 0;                     // 0: not noted; up to 600
  std::string lesson;                  // slug or own words, "Lesson 2: Red Light"
  std::string theirWords;              // what the client said, before
  std::string postureAndGait;
  std::string work;      // what was done
  std::string response;  // the client's words after
  std::string nextTime;
  std::string privateMemo;                  // the practitioner's own: on no paper
  std::vector<RegionFinding> findings;      // each region once; no empty ones
  std::vector<PointMark> points;            // in the order they were put
  std::vector<Observation> observations;    // each item once
  std::vector<MeasureValue> measures;       // taken in this session, before hands-on
  std::vector<MeasureValue> measuresAfter;  // and after it
  friend bool operator==(const SessionContent&, const SessionContent&) = default;
};

// One saved state of a session. Versions are only ever added.
struct SessionVersion {
  SessionVersionId id;
  SessionId session;
  ClientId client;
  int number = 1;  // 1, 2, 3 ... within the session
  SessionContent content;
  UserId author;
  core::Instant savedAt;
  std::string salt;          // hex; the version's own, so that a hash tells nothing of a short text
  std::string hash;          // hex; over a canonical form with the record's own salt and the hash before
  std::string previousHash;  // hex; empty for the first version
  friend bool operator==(const SessionVersion&, const SessionVersion&) = default;
};

enum class SignatureKind { signedAsIs, laterNote, enteredInError };

// Signing freezes the version it names. Afterwards only later notes and "entered in error" follow, signed as
// well.
struct Signature {
  SignatureId id;
  SessionId session;
  SessionVersionId version;
  SignatureKind kind = SignatureKind::signedAsIs;
  // Of the later note, why it was entered in error, or why it was signed over an open "stop now" flag.
  std::string text;
  UserId author;
  std::string authorName;  // as it was when signing
  core::Instant signedAt;
  friend bool operator==(const Signature&, const Signature&) = default;
};

// A session as it is read: its newest version and what was signed. The state is computed, never stored.
struct Session {
  SessionId id;
  ClientId client;
  core::Instant createdAt;
  SessionVersion current;
  std::vector<Signature> signatures;
  bool isSigned() const;
  bool isInError() const;
  friend bool operator==(const Session&, const Session&) = default;
};

// Everything ever said of one session, as it leaves and comes back whole.
struct SessionHistory {
  std::vector<SessionVersion> versions;  // oldest first
  std::vector<Signature> signatures;
  friend bool operator==(const SessionHistory&, const SessionHistory&) = default;
};

// What a signature says, as a stable word: its kind, or "signed-over" for one with a reason.
std::string_view formOf(const Signature& signature);

std::string_view toString(SessionKind kind);
SessionKind sessionKindFrom(std::string_view text);
std::string_view toString(SignatureKind kind);
SignatureKind signatureKindFrom(std::string_view text);

// Throws InputError naming field and place. Region slugs are checked against the atlas elsewhere
// (BodyAtlas::require). The service date is not after `today`.
void check(const SessionContent& content, const core::Date& today);

const RegionFinding* findingOf(const SessionContent& content, std::string_view region);
// Puts, replaces, or (when it is empty) removes the finding of its region; keeps the order of first entry.
void setFinding(SessionContent& content, const RegionFinding& finding);
const Observation* observationOf(const SessionContent& content, std::string_view item);
// The same for what was seen of its item; one with nothing seen is removed.
void setObservation(SessionContent& content, const Observation& observation);

}  // namespace unknot::domain
