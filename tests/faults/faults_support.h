// What the tests of faults share: a practice with a client, sessions of 30 regions, and what must hold after
// a fault.
#pragma once

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "core/error.h"
#include "storage/keys.h"
#include "storage/practice_fixture.h"
#include "storage/session_hash.h"
#include "storage/sqlcipher_engine.h"

namespace unknot::test {

// `test_faults -- all` takes every point of failure, the plain run every few.
inline bool everyPoint() {
  const auto& suite = boost::unit_test::framework::master_test_suite();
  return suite.argc > 1 && std::string_view(suite.argv[1]) == "all";
}

inline void requireSentence(const core::Error& error) {
  static const auto kContent = content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                                                       std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                                                       {}});
  const std::string said = kContent.words("en").say(error.message());
  BOOST_TEST((said.size() > 30 && said.find(' ') != std::string::npos && said.ends_with('.')),
             error.message().id << ": " << said);
}

// The id of what was thrown, "" for nothing. Whatever it is, people are told in a sentence.
template <class Call>
std::string faultOf(Call call) {
  try {
    call();
  } catch (const core::StorageError& error) {
    requireSentence(error);
    return error.message().id;
  }
  return {};
}

struct FaultFixture : PracticeFixture {
  domain::ClientId of;

  void begin() {
    open();
    const auto one = client("Ann Example");
    store->clients().save(one);
    of = one.id;
  }

  // Large enough that many pages are written.
  domain::SessionVersion largeVersion() {
    auto made = version(of);
    for (int i = 0; i < 30; ++i) {
      domain::RegionFinding finding;
      finding.region = "region-" + std::to_string(i);
      finding.before = domain::Tension(i % 5);
      finding.note = std::string(60, 'n');
      made.content.findings.push_back(finding);
    }
    return made;
  }

  // Everything that was acknowledged is there once, in order, and nothing else but what `maybe` names.
  void requireAcknowledged(const std::vector<domain::SessionVersionId>& acknowledged) {
    std::vector<domain::SessionVersionId> there;
    for (const auto& session : store->sessions().ofClient(of)) {
      const auto versions = store->sessions().versions(session.id);
      storage::requireWhole({versions, session.signatures});
      for (const auto& one : versions) there.push_back(one.id);
    }
    BOOST_TEST((there == acknowledged), there.size() << " there, " << acknowledged.size() << " acknowledged");
  }

  // Opened anew, with every check of the engine over the file.
  void requireWholeFile() {
    store.reset();
    {
      auto keys = storage::loadKeyFile(place);
      const auto key = storage::unwrapWithPassword(keys, keys.users.front(), kPassword);
      const auto db = storage::openSqlCipher(std::filesystem::canonical(place) / "practice.db", key,
                                             storage::OpenMode::existing);
      BOOST_TEST(db->findDamage() == "");
    }
    open();
  }
};

}  // namespace unknot::test
