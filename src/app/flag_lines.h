// Safety flags in words: as the chart and the session show them, and as they are closed.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/workspace.h"
#include "domain/safety.h"

namespace unknot::app {

struct FlagLine {
  std::string slug;
  domain::SafetyLevel level = domain::SafetyLevel::adapt;
  std::string chip;  // "Adapt: Osteoporosis", for a chip
  std::string title;
  std::string reason;
  std::vector<std::pair<std::string, std::string>> said;  // question and answer that raise it
  std::vector<std::string> effects;                       // what it does in the program, one sentence each
  std::string source;                                     // "doi ..., checked on 28 Nov 2026"
  std::string closing;  // "Cleared by Dr Example, 2 Nov 2026. May move freely. (Robin)"; empty: open
  bool open = true;
  bool counts = true;  // speaks against movements still
  friend bool operator==(const FlagLine&, const FlagLine&) = default;
};

// The words are the reader's; days are written in their language.
std::vector<FlagLine> flagLines(const core::Words& words, const domain::BodyAtlas& atlas,
                                const std::vector<domain::StandingFlag>& standing,
                                const domain::Questionnaire& questions, const domain::Intake* newest);

// Of a client, read from the practice. What a session shows beside its map.
struct ClientFlags {
  std::vector<FlagLine> lines;
  std::set<domain::RegionSlug, std::less<>> touched;  // by those that count
  friend bool operator==(const ClientFlags&, const ClientFlags&) = default;
};
ClientFlags clientFlags(Workspace& work, const core::Words& words, domain::ClientId client);

}  // namespace unknot::app
