// The builds in which the figure of the body map is drawn. All show the same regions under the same names.
#pragma once

#include <string_view>

namespace unknot::domain {

enum class BodyBuild { slender, medium, broad };

// "slender", "medium", "broad". Parsing throws InputError ("error.choice").
std::string_view toString(BodyBuild build);
BodyBuild bodyBuildFrom(std::string_view text);

}  // namespace unknot::domain
