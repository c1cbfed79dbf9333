// What the field knows and how documents speak: data/ and templates/ read into domain values. A broken file
// is reported with its line and left out; the program starts with the rest.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/atlases.h"
#include "content/document_template.h"
#include "core/words.h"
#include "domain/body_atlas.h"
#include "domain/body_build.h"
#include "domain/exercise.h"
#include "domain/intake.h"
#include "domain/session_lists.h"

namespace unknot::content {

// A fault in a file: where it is and what is wrong, as a person who edits the file needs it.
struct Problem {
  std::string file;  // below its root: "data/exercises/flower.toml"
  int line = 0;      // 1 is the first; 0: the file as a whole
  core::Message message;
};

// Where the files are. `custom` (a practice's own folder) overlays both: the same relative path wins.
struct Folders {
  std::filesystem::path data;
  std::filesystem::path templates;
  std::optional<std::filesystem::path> custom;
};

// Read once at the start; afterwards only read, from any thread.
class Content {
 public:
  // Never throws for a broken file: see problems().
  static Content load(const Folders& folders);

  // The catalogue of `language`, English for one that is not there.
  const core::Words& words(std::string_view language) const;
  // The figure of that build, and the medium one for a build that has no usable drawing. Slugs, names and
  // codes are the same in each.
  const domain::BodyAtlas& atlas(domain::BodyBuild build) const { return m_atlases.of(build); }
  const domain::BodyAtlas& atlas() const { return atlas(domain::BodyBuild::medium); }
  // In the library's order; texts in English.
  const std::vector<domain::Exercise>& exercises() const { return m_exercises; }
  const domain::Exercise* exercise(std::string_view slug) const;
  const domain::Questionnaire& questionnaire() const { return m_questionnaire; }
  const domain::SessionLists& sessionLists() const { return m_sessionLists; }
  // "handout", "report", "session". A broken custom or shipped one is a problem() and the built-in one is
  // given instead.
  const DocumentTemplate& documentTemplate(std::string_view name) const;
  const std::vector<Problem>& problems() const { return m_problems; }
  const Folders& folders() const { return m_folders; }

 private:
  Folders m_folders;
  std::map<std::string, core::Words, std::less<>> m_words;
  Atlases m_atlases;
  std::vector<domain::Exercise> m_exercises;
  domain::Questionnaire m_questionnaire;
  domain::SessionLists m_sessionLists;
  std::map<std::string, DocumentTemplate, std::less<>> m_templates;
  std::vector<Problem> m_problems;
};

}  // namespace unknot::content
