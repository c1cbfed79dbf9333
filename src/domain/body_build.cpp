#include "domain/body_build.h"

#include "domain/choice.h"

namespace unknot::domain {
namespace {

constexpr Choices<BodyBuild, 3> kBuilds{
    {{BodyBuild::slender, "slender"}, {BodyBuild::medium, "medium"}, {BodyBuild::broad, "broad"}}};

}  // namespace

std::string_view toString(BodyBuild build) {
  return choiceText(kBuilds, build);
}
BodyBuild bodyBuildFrom(std::string_view text) {
  return choiceFrom(kBuilds, "build", text);
}

}  // namespace unknot::domain
