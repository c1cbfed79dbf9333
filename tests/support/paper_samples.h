// A fictional practice, client, plan and sessions to make paper of, over the shipped data and templates.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"
#include "document/builders.h"

namespace unknot::test {

inline const content::Content& shippedContent() {
  static const auto content = content::Content::load({std::filesystem::path(UNKNOT_SOURCE_DIR) / "data",
                                                      std::filesystem::path(UNKNOT_SOURCE_DIR) / "templates",
                                                      {}});
  return content;
}

inline domain::Practice samplePractice() {
  domain::Practice practice;
  practice.name = "Studio Willow";
  practice.practitionerName = "Robin Sample";
  return practice;
}

inline domain::Client sampleClient(std::string name = "Alex Example") {
  domain::Client client;
  client.name = std::move(name);
  return client;
}

// `practice` must live while documents are built.
inline document::BuildContext paperContext(draw::Typesetter& typesetter, const domain::Practice& practice) {
  return {shippedContent(),
          typesetter,
          practice,
          "en",
          domain::Paper::a4,
          false,
          core::Date(2026, 11, 22),
          "3f2a91c04b7de8125566aabbccddeeff00112233445566778899aabbccddeeff"};
}

inline domain::PlanItem planItem(std::string exercise, domain::PlanSide side = domain::PlanSide::none,
                                 std::string cue = {}) {
  domain::PlanItem item;
  item.exercise = std::move(exercise);
  item.side = side;
  item.cue = std::move(cue);
  return item;
}

inline domain::ExercisePlan samplePlan() {
  domain::ExercisePlan plan;
  plan.from = core::Date(2026, 11, 22);
  plan.reviewOn = core::Date(2026, 12, 6);
  plan.items = {
      planItem("arch-and-flatten", domain::PlanSide::none, "Let your jaw be soft while your back rests."),
      planItem("back-lift", domain::PlanSide::both), planItem("washrag", domain::PlanSide::both),
      planItem("side-curl", domain::PlanSide::left), planItem("top-shelf-reach", domain::PlanSide::both)};
  plan.items[0].minutes = 5;
  plan.items[1].repetitions = 2;
  plan.items[2].rounds = 2;
  plan.items[3].timesADay = 2;
  plan.note =
      "You told me that mornings are calm at home: that is a good time. Two movements on a busy day are "
      "plenty.";
  return plan;
}

struct Level {
  std::string_view region;
  int before;  // -1: not looked at
  int after;
};

// A hands-on session, signed or not does not matter on paper. `n` makes its id.
inline domain::Session sampleSession(int n, core::Date date, const std::vector<Level>& levels) {
  domain::Session session;
  session.id.value.bytes[15] = static_cast<std::byte>(n);
  session.current.session = session.id;
  auto& content = session.current.content;
  content.serviceDate = date;
  for (const auto& level : levels) {
    domain::RegionFinding finding;
    finding.region = level.region;
    if (level.before >= 0) finding.before = domain::Tension(level.before);
    if (level.after >= 0) finding.after = domain::Tension(level.after);
    content.findings.push_back(finding);
  }
  return session;
}

// Eight sessions over two months in which tension and pain go down, and a little up once.
inline std::vector<domain::Session> sampleSessions() {
  const std::vector<std::string_view> regions{"para-l-l", "para-l-r", "ql-l",    "ql-r",
                                              "trap-u-l", "trap-u-r", "glmed-l", "ham-r",
                                              "jaw-l",    "subocc-l", "pec-r",   "hipflex-l"};
  std::vector<domain::Session> sessions;
  for (int n = 0; n < 8; ++n) {
    std::vector<Level> levels;
    for (std::size_t i = 0; i < regions.size(); ++i) {
      const int base = 4 - static_cast<int>(i % 4) / 2 - n / 3 + (n == 4 ? 1 : 0);
      const int before = std::clamp(base, 0, 4);
      if (n > 0 && i == 9) continue;  // looked at in the first session only
      levels.push_back({regions[i], before, std::max(before - 1 - static_cast<int>(i % 2), 0)});
    }
    auto session = sampleSession(n + 1, core::Date(2026, 9, 7).plusDays(n * 9 + (n > 4 ? 5 : 0)), levels);
    session.current.content.measures = {{"nprs-now", "", std::max(7.0 - n * 0.75, 1.0)}};
    session.current.content.measures[0].value = static_cast<int>(session.current.content.measures[0].value);
    if (n % 3 == 0)
      session.current.content.measures.push_back({"psfs", "Lifting my grandchild", 3.0 + n / 3 * 2});
    if (n == 0) session.current.content.measures.push_back({"psfs", "Sitting through a concert", 4});
    sessions.push_back(session);
  }
  return sessions;
}

}  // namespace unknot::test
