#include "content/atlases.h"

#include <utility>

namespace unknot::content {

Atlases::Atlases(domain::BodyAtlas medium, const std::vector<domain::BodyBuild>& others, Draw draw)
    : m_shared(std::make_shared<Shared>()) {
  m_shared->medium = std::move(medium);
  m_shared->draw = std::move(draw);
  for (const auto build : others) m_shared->others.try_emplace(build);
}

const domain::BodyAtlas& Atlases::of(domain::BodyBuild build) const {
  const auto found = m_shared->others.find(build);
  if (found == m_shared->others.end()) return m_shared->medium;
  auto& figure = found->second;
  std::call_once(figure.drawn, [&] { figure.atlas = m_shared->draw(m_shared->medium, build); });
  return figure.atlas;
}

std::vector<domain::BodyBuild> Atlases::builds() const {
  std::vector<domain::BodyBuild> builds{domain::BodyBuild::medium};
  for (const auto& other : m_shared->others) builds.push_back(other.first);
  return builds;
}

}  // namespace unknot::content
