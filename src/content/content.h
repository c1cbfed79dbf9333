// What the field knows and how documents speak: data/ and templates/ read into domain values. A broken file
// is reported with its line and left out; the program starts with the rest.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "content/atlases.h"
#include "content/document_template.h"
#include "content/exercise_library.h"
#include "content/folders.h"
#include "content/intake_forms.h"
#include "content/photo_files.h"
#include "core/words.h"
#include "domain/body_atlas.h"
#include "domain/body_build.h"
#include "domain/exercise.h"
#include "domain/plain_area.h"
#include "domain/safety.h"
#include "domain/session_lists.h"

namespace unknot::content {

// Read once at the start; afterwards only read, from any thread.
class Content {
 public:
  // Never throws for a broken file: see problems(). Without `photos` none of the practice's own can be read.
  static Content load(const Folders& folders, std::shared_ptr<const core::PhotoReader> photos = {});

  // The catalogue of `language`, English for one that is not there.
  const core::Words& words(std::string_view language) const;
  // The figure of that build, and the medium one for a build that has no usable drawing. Slugs, names and
  // codes are the same in each.
  const domain::BodyAtlas& atlas(domain::BodyBuild build) const { return m_atlases.of(build); }
  const domain::BodyAtlas& atlas() const { return atlas(domain::BodyBuild::medium); }
  // The library of movements, in its order. A movement that isn't translated into `language` has the texts of
  // its author: Exercise::language says so.
  const std::vector<domain::Exercise>& exercises(std::string_view language = "en") const {
    return m_library.all(language);
  }
  const domain::Exercise* exercise(std::string_view slug, std::string_view language = "en") const {
    return m_library.find(slug, language);
  }
  const ExerciseLibrary& library() const { return m_library; }
  // What clients can be written to in, by tag.
  const std::vector<std::string>& languages() const { return m_library.languages(); }
  const std::vector<domain::SafetyFlag>& safetyFlags() const { return m_safety; }
  // Where a client says that it hurts, from head to foot.
  const std::vector<domain::PlainArea>& areas() const { return m_areas; }
  // What is asked and agreed to before work begins.
  const IntakeForms& intake() const { return m_intake; }
  const domain::SessionLists& sessionLists() const { return m_sessionLists; }
  // "handout", "report", "session", "referral", in a language or else in English. A broken custom or shipped
  // one is a problem() and the built-in English one is given instead.
  const DocumentTemplate& documentTemplate(std::string_view name, std::string_view language = "en") const;
  // How pictures from outside are read; nullptr where none can be.
  const core::PhotoReader* photos() const { return m_photos->reader(); }
  // custom/data/logo.png as it is now; nullptr where there is none. Throws InputError ("error.logo") for one
  // that can't be used: what is printed is printed without it.
  std::shared_ptr<const core::Photo> logo() const;
  // Reads the library of movements and the questionnaire where nothing has yet.
  const std::vector<Problem>& problems() const;
  const Folders& folders() const { return m_folders; }

 private:
  Folders m_folders;
  std::shared_ptr<const PhotoFiles> m_photos = std::make_shared<PhotoFiles>(nullptr);
  std::map<std::string, core::Words, std::less<>> m_words;
  Atlases m_atlases;
  ExerciseLibrary m_library;
  std::vector<domain::SafetyFlag> m_safety;
  std::vector<domain::PlainArea> m_areas;
  IntakeForms m_intake;
  domain::SessionLists m_sessionLists;
  std::map<std::string, std::map<std::string, DocumentTemplate, std::less<>>, std::less<>>
      m_templates;  // by name, then by language
  struct Problems {
    std::once_flag withLibrary;
    std::vector<Problem> list;
  };
  std::shared_ptr<Problems> m_problems = std::make_shared<Problems>();
};

}  // namespace unknot::content
