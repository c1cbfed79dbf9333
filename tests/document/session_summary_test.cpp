#include <boost/test/unit_test.hpp>

#include "document/builders.h"
#include "support/fixed_typesetter.h"
#include "support/page_reader.h"
#include "support/paper_samples.h"
#include "support/samples.h"

using namespace unknot;

namespace {

struct Builder {
  test::FixedTypesetter typesetter;
  domain::Practice practice = test::samplePractice();
  document::BuildContext context = test::paperContext(typesetter, practice);
  domain::Session session;

  Builder() {
    practice.timeZone = "Europe/Berlin";
    session.current.content = test::fullContent();
    session.createdAt = {1'772'442'000'000};
  }
  std::string said() {
    return test::allText(document::buildSessionSummary(context, test::sampleClient(), session, 4));
  }
  void sign(domain::SignatureKind kind, std::string text = {}) {
    domain::Signature signature;
    signature.kind = kind;
    signature.text = std::move(text);
    signature.authorName = "Robin Sample";
    signature.signedAt = {1'772'446'000'000};
    session.signatures.push_back(signature);
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(SessionSummary, Builder)

BOOST_AUTO_TEST_CASE(EverythingChartedIsOnPaper) {
  const auto text = said();
  for (const std::string part : {"Session summary",
                                 "Alex Example · session 4 · 2 March 2026",
                                 "60 minutes",
                                 "Lesson 1: Green Light",
                                 "Entered",
                                 "Low back, side, left",
                                 "ticklish",
                                 "C M N",
                                 "MW KM AP",
                                 "Scar, Low back, side, left: “1994”",
                                 "Radiating",
                                 "Shoulder heights",
                                 "Left higher",
                                 "Level",
                                 "Limp",
                                 "On the right leg",
                                 "Pain now",
                                 "Ease of breath",
                                 "What you want to do again: carry my child",
                                 "Their words",
                                 "Tight on the left since Tuesday.",
                                 "Left hip hiked.",
                                 "Side curl, left.",
                                 "“Lighter.”",
                                 "Look at the waist again.",
                                 "not a diagnosis",
                                 "\u22123"})
    BOOST_TEST(contains(text, part), part);
}

BOOST_AUTO_TEST_CASE(ThePrivateMemoIsOnNoPaper) {
  session.current.content.privateMemo = "SECRET";
  BOOST_TEST(!contains(said(), "SECRET"));
}

BOOST_AUTO_TEST_CASE(WhetherItIsSignedIsSaidFirst) {
  BOOST_TEST(contains(said(), "Not signed yet"));
  sign(domain::SignatureKind::signedAsIs);
  BOOST_TEST(!contains(said(), "Not signed yet"));
  BOOST_TEST(contains(said(), "Signed by Robin Sample"));
  sign(domain::SignatureKind::laterNote, "The right side too.");
  BOOST_TEST(contains(said(), "The right side too."));
  sign(domain::SignatureKind::enteredInError, "Another client.");
  BOOST_TEST(contains(said(), "does not count"));
  BOOST_TEST(contains(said(), "Another client."));
}

BOOST_AUTO_TEST_CASE(WhyItWasSignedOverAStopStandsWithTheSignature) {
  sign(domain::SignatureKind::signedAsIs, "Seen by her doctor this morning.");
  BOOST_TEST(contains(said(), "Seen by her doctor this morning."));
}

BOOST_AUTO_TEST_CASE(NotLookedAtIsADashAndNeverZero) {
  session.current.content.findings = {};
  domain::RegionFinding finding;
  finding.region = "jaw-l";
  finding.after = domain::Tension(0);
  session.current.content.findings.push_back(finding);
  const auto text = said();
  BOOST_TEST(contains(text, "Jaw, left"));
  BOOST_TEST(contains(text, "–"));
  BOOST_TEST(!contains(text, "Before the session"), "a map of nothing");
  BOOST_TEST(contains(text, "After the session"));
}

BOOST_AUTO_TEST_CASE(ACallIsAPageOfWords) {
  domain::SessionContent call;
  call.kind = domain::SessionKind::call;
  call.serviceDate = core::Date(2026, 3, 2);
  call.theirWords = "First line.\n\nSecond line.";
  session.current.content = call;
  const auto text = said();
  BOOST_TEST(contains(text, "First line."));
  BOOST_TEST(contains(text, "Second line."));
  BOOST_TEST(!contains(text, "Region by region"));
  BOOST_TEST(!contains(text, "The tension scale"));
}

BOOST_AUTO_TEST_CASE(WhatTheListsNoLongerKnowIsStillThere) {
  domain::RegionFinding finding;
  finding.region = "elbow-l";
  finding.before = domain::Tension(2);
  session.current.content.findings = {finding};
  session.current.content.observations = {{"eyebrows", "raised", ""}};
  const auto text = said();
  BOOST_TEST(contains(text, "elbow-l"));
  BOOST_TEST(contains(text, "eyebrows"));
  BOOST_TEST(contains(text, "raised"));
}

BOOST_AUTO_TEST_SUITE_END()
