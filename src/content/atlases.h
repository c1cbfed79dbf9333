// The body atlas in each build. A figure other than the medium one is drawn when it is first asked for: most
// runs of the program never show it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/body_build.h"

namespace unknot::content {

// A value; copies share what they have drawn. Safe from any thread.
class Atlases {
 public:
  using Draw = std::function<domain::BodyAtlas(const domain::BodyAtlas& medium, domain::BodyBuild)>;

  // With an empty medium figure alone.
  Atlases() : Atlases({}, {}, {}) {}
  // `draw` makes the figure of each of `others`; it is called once for each at most, and mustn't throw.
  Atlases(domain::BodyAtlas medium, const std::vector<domain::BodyBuild>& others, Draw draw);

  // The medium figure for a build that isn't among them.
  const domain::BodyAtlas& of(domain::BodyBuild build) const;
  // Those with a figure of their own; the medium one is always among them.
  std::vector<domain::BodyBuild> builds() const;

 private:
  struct Figure {
    std::once_flag drawn;
    domain::BodyAtlas atlas;
  };
  struct Shared {
    domain::BodyAtlas medium;
    Draw draw;
    std::map<domain::BodyBuild, Figure> others;
  };
  std::shared_ptr<Shared> m_shared;
};

}  // namespace unknot::content
