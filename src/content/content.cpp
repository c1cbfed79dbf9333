#include "content/content.h"

#include <algorithm>

#include "content/atlas_loader.h"
#include "content/built_in_templates.h"
#include "content/exercise_loader.h"
#include "content/overlay.h"
#include "content/pose_loader.h"
#include "content/questionnaire_loader.h"
#include "content/session_lists_loader.h"
#include "content/toml_file.h"
#include "content/words_loader.h"
#include "core/error.h"

namespace unknot::content {
namespace {

DocumentTemplate loadTemplate(const Folders& folders, const std::string& name,
                              std::vector<Problem>& problems) {
  for (const auto& file : versionsOf(folders, "templates/" + name + ".en.md")) {
    try {
      return parseTemplate(name, file.shown, readFile(file));
    } catch (const core::InputError& error) {
      problems.push_back(problemOf(error, file.shown));
    }
  }
  return builtInTemplate(name);
}

}  // namespace

Content Content::load(const Folders& folders) {
  Content content;
  content.m_folders = folders;
  auto& problems = content.m_problems;
  content.m_words = loadWords(folders, problems);
  content.m_atlases = loadAtlases(folders, problems);
  content.m_exercises = loadExercises(folders, content.atlas(), problems);
  auto poses = loadPoses(folders, problems);
  for (auto& exercise : content.m_exercises)
    if (auto frames = poses.find(exercise.slug); frames != poses.end())
      exercise.frames = std::move(frames->second);
  content.m_questionnaire = loadQuestionnaire(folders, problems);
  content.m_sessionLists = loadSessionLists(folders, problems);
  for (const char* name : {"handout", "report", "session"})
    content.m_templates.emplace(name, loadTemplate(folders, name, problems));
  return content;
}

const core::Words& Content::words(std::string_view language) const {
  static const core::Words kNone;
  // "de-AT" is served by "de".
  for (std::string_view tag = language; !tag.empty();) {
    if (const auto found = m_words.find(tag); found != m_words.end()) return found->second;
    const std::size_t hyphen = tag.rfind('-');
    tag = hyphen == std::string_view::npos ? std::string_view() : tag.substr(0, hyphen);
  }
  const auto english = m_words.find("en");
  return english == m_words.end() ? kNone : english->second;
}

const domain::Exercise* Content::exercise(std::string_view slug) const {
  const auto found = std::find_if(m_exercises.begin(), m_exercises.end(),
                                  [&](const domain::Exercise& e) { return e.slug == slug; });
  return found == m_exercises.end() ? nullptr : &*found;
}

const DocumentTemplate& Content::documentTemplate(std::string_view name) const {
  const auto found = m_templates.find(name);
  if (found == m_templates.end()) throw core::BugError("template " + std::string(name));
  return found->second;
}

}  // namespace unknot::content
