#include "content/content.h"

#include <set>
#include <utility>

#include "content/areas_loader.h"
#include "content/atlas_loader.h"
#include "content/built_in_templates.h"
#include "content/language_tag.h"
#include "content/overlay.h"
#include "content/safety_loader.h"
#include "content/session_lists_loader.h"
#include "content/toml_file.h"
#include "content/words_loader.h"
#include "core/error.h"

namespace unknot::content {
namespace {

constexpr std::string_view kLogo = "data/logo.png";

using Templates = std::map<std::string, DocumentTemplate, std::less<>>;

// By language. A file that is broken leaves its language out; English is always there.
Templates loadTemplates(const Folders& folders, const std::string& name, std::vector<Problem>& problems) {
  Templates templates;
  for (const auto& fileName : namesIn(folders, "templates", ".md")) {
    if (!fileName.starts_with(name + ".")) continue;
    const std::string language =
        fileName.substr(name.size() + 1, fileName.size() - name.size() - 1 - std::string(".md").size());
    for (const auto& file : versionsOf(folders, "templates/" + fileName)) {
      try {
        templates.emplace(language, parseTemplate(name, file.shown, readFile(file)));
        break;
      } catch (const core::InputError& error) {
        problems.push_back(problemOf(error, file.shown));
      }
    }
  }
  if (!templates.contains("en")) templates.emplace("en", builtInTemplate(name));
  return templates;
}

std::vector<std::string> regionBases(const domain::BodyAtlas& atlas) {
  std::set<std::string> bases;
  for (const auto& region : atlas.regions()) bases.insert(region.base);
  return {bases.begin(), bases.end()};
}

}  // namespace

Content Content::load(const Folders& folders, std::shared_ptr<const core::PhotoReader> photos) {
  Content content;
  content.m_folders = folders;
  content.m_photos = std::make_shared<PhotoFiles>(std::move(photos));
  auto& problems = content.m_problems->list;
  content.m_words = loadWords(folders, problems);
  content.m_atlases = loadAtlases(folders, problems);
  content.m_library = ExerciseLibrary(folders, regionBases(content.atlas()), content.m_photos);
  content.m_safety = loadSafety(folders, problems);
  content.m_areas = loadAreas(folders, problems);
  content.m_intake = IntakeForms(folders);
  content.m_sessionLists = loadSessionLists(folders, problems);
  for (const char* name : {"handout", "report", "session", "referral"})
    content.m_templates.emplace(name, loadTemplates(folders, name, problems));
  return content;
}

const std::vector<Problem>& Content::problems() const {
  std::call_once(m_problems->withLibrary, [&] {
    for (const auto* more : {&m_library.problems("en"), &m_intake.problems("en")})
      m_problems->list.insert(m_problems->list.end(), more->begin(), more->end());
    try {
      logo();
    } catch (const core::InputError& error) {
      m_problems->list.push_back({std::string(kLogo), 0, error.message()});
    }
  });
  return m_problems->list;
}

std::shared_ptr<const core::Photo> Content::logo() const {
  const auto files = versionsOf(m_folders, kLogo);
  if (files.empty()) return {};
  try {
    return m_photos->read(files.front());
  } catch (const core::InputError&) {
    throw core::InputError({"error.logo", {{"file", files.front().shown}}, {}});
  }
}

const core::Words& Content::words(std::string_view language) const {
  static const core::Words kNone;
  const auto* words = inLanguage(m_words, language);
  return words == nullptr ? kNone : *words;
}

const DocumentTemplate& Content::documentTemplate(std::string_view name, std::string_view language) const {
  const auto found = m_templates.find(name);
  if (found == m_templates.end()) throw core::BugError("template " + std::string(name));
  return *inLanguage(found->second, language);
}

}  // namespace unknot::content
