#include "storage/session_hash.h"

#include <algorithm>

#include "core/error.h"
#include "storage/encoding.h"

namespace unknot::storage {
namespace {

void add(CanonicalText& text, const domain::RegionFinding& finding) {
  const auto tension = [](const std::optional<domain::Tension>& t) {
    return t ? std::to_string(t->value()) : "";
  };
  text.add("region", finding.region)
      .add("before", tension(finding.before))
      .add("after", tension(finding.after));
  text.add("contracted", std::int64_t{finding.findings.contracted})
      .add("limited", std::int64_t{finding.findings.limited})
      .add("noControl", std::int64_t{finding.findings.noControl})
      .add("meansWhereby", std::int64_t{finding.techniques.meansWhereby})
      .add("kineticMirroring", std::int64_t{finding.techniques.kineticMirroring})
      .add("assistedPandiculation", std::int64_t{finding.techniques.assistedPandiculation})
      .add("note", finding.note);
}

void add(CanonicalText& text, const std::vector<domain::MeasureValue>& measures) {
  // SQLite keeps no sign for zero: added to 0, -0 is the 0 that will be read.
  for (const auto& measure : measures)
    text.add("instrument", measure.instrument).add("item", measure.item).add("value", measure.value + 0.0);
}

void add(CanonicalText& text, const domain::PointMark& mark) {
  text.add("region", mark.region)
      .add("view", domain::toString(mark.view))
      .add("kind", domain::toString(mark.kind))
      .add("across", std::int64_t{mark.across})
      .add("down", std::int64_t{mark.down})
      .add("reachX", std::int64_t{mark.reachX})
      .add("reachY", std::int64_t{mark.reachY})
      .add("note", mark.note);
}

// What the first form has no place for.
bool needsSecondForm(const domain::SessionContent& content) {
  return !content.privateMemo.empty() || !content.points.empty() || !content.observations.empty() ||
         !content.measuresAfter.empty();
}

void addSecondForm(CanonicalText& text, const domain::SessionContent& content) {
  text.add("privateMemo", content.privateMemo)
      .add("points", static_cast<std::int64_t>(content.points.size()));
  for (const auto& mark : content.points) add(text, mark);
  text.add("observations", static_cast<std::int64_t>(content.observations.size()));
  for (const auto& seen : content.observations)
    text.add("item", seen.item).add("before", seen.before).add("after", seen.after);
  text.add("measuresAfter", static_cast<std::int64_t>(content.measuresAfter.size()));
  add(text, content.measuresAfter);
}

void add(CanonicalText& text, const domain::SessionContent& content) {
  text.add("kind", domain::toString(content.kind))
      .add("serviceDate", content.serviceDate.toIso())
      .add("minutes", std::int64_t{content.minutes})
      .add("lesson", content.lesson)
      .add("theirWords", content.theirWords)
      .add("postureAndGait", content.postureAndGait)
      .add("work", content.work)
      .add("response", content.response)
      .add("nextTime", content.nextTime)
      .add("findings", static_cast<std::int64_t>(content.findings.size()));
  for (const auto& finding : content.findings) add(text, finding);
  text.add("measures", static_cast<std::int64_t>(content.measures.size()));
  add(text, content.measures);
}

bool signaturesFit(const domain::SessionHistory& history) {
  const auto& signatures = history.signatures;
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    const auto& signature = signatures[i];
    const bool signing = signature.kind == domain::SignatureKind::signedAsIs;
    // The first signs, and only the first; what follows is a later note or "entered in error".
    if (signing != (i == 0) || signature.session != history.versions.front().session) return false;
    if (signing && signature.version != history.versions.back().id) return false;
    if (std::none_of(history.versions.begin(), history.versions.end(),
                     [&](const domain::SessionVersion& v) { return v.id == signature.version; }))
      return false;
  }
  return true;
}

}  // namespace

std::string hashOf(const domain::SessionVersion& version) {
  CanonicalText text;
  const bool second = needsSecondForm(version.content);
  text.add("session-version", std::int64_t{second ? 2 : 1})
      .add("salt", version.salt)
      .add("id", version.id.toString())
      .add("session", version.session.toString())
      .add("client", version.client.toString())
      .add("number", std::int64_t{version.number})
      .add("author", version.author.toString())
      .add("savedAt", version.savedAt.ms)
      .add("previous", version.previousHash);
  add(text, version.content);
  if (second) addSecondForm(text, version.content);
  return sha256Hex(text.text());
}

std::string hashOf(const domain::Signature& signature) {
  return sha256Hex(CanonicalText()
                       .add("signature", std::int64_t{1})
                       .add("id", signature.id.toString())
                       .add("session", signature.session.toString())
                       .add("version", signature.version.toString())
                       .add("kind", domain::toString(signature.kind))
                       .add("text", signature.text)
                       .add("author", signature.author.toString())
                       .add("authorName", signature.authorName)
                       .add("signedAt", signature.signedAt.ms)
                       .text());
}

void requireWhole(const domain::SessionHistory& history) {
  bool whole = !history.versions.empty();
  std::string previous;
  int number = 1;
  for (const auto& version : history.versions) {
    const auto& first = history.versions.front();
    whole = whole && version.number == number && version.session == first.session &&
            version.client == first.client && version.previousHash == previous && version.salt.size() == 32 &&
            version.hash == hashOf(version);
    previous = version.hash;
    ++number;
  }
  if (!whole || !signaturesFit(history)) throw core::RefusedError({"error.practice.brokenChain", {}, {}});
}

}  // namespace unknot::storage
