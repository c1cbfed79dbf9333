// The practice's own films, data/videos.toml: an address a movement.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/exercise.h"

namespace unknot::content {

using Videos = std::map<domain::ExerciseSlug, std::string, std::less<>>;

// Throws core::InputError ("error.file.*"), also for what is no web address of at most 300 characters.
Videos readVideos(std::string_view shown, std::string_view text);
// What readVideos() takes.
std::string writeVideos(const Videos& videos);
Videos loadVideos(const Folders& folders, std::vector<Problem>& problems);

// "https://..." or "http://...", printable ASCII without spaces, at most 300 characters.
bool isWebAddress(std::string_view text);

}  // namespace unknot::content
