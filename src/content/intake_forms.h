// What a client is asked and asked to agree to, in every language it is written in:
// templates/intake.<language>.toml, templates/consents.<language>.toml, and the earlier questionnaires that
// old answers were given to, templates/earlier/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/folders.h"
#include "domain/consent.h"
#include "domain/intake.h"

namespace unknot::content {

struct IntakeForm {
  domain::Questionnaire questionnaire;
  std::string text;           // of the file, as it was read: what is kept beside the answers
  bool custom = false;        // the practice's own file
  bool customBroken = false;  // it has one that can't be used; this is the shipped one
};

// Safe from any thread. Files are read when first asked for; what was given out stays valid for as long as it
// lives.
class IntakeForms {
 public:
  // Nothing.
  IntakeForms();
  explicit IntakeForms(Folders folders);
  ~IntakeForms();
  IntakeForms(IntakeForms&&) noexcept;
  IntakeForms& operator=(IntakeForms&&) noexcept;

  // In `language`, else in English; one without sections when there is none that can be read.
  const IntakeForm& form(std::string_view language) const;
  // "general/1": a questionnaire that is no longer asked. nullptr when none of that name is kept.
  const domain::Questionnaire* earlier(std::string_view name) const;
  // In the order they are asked.
  const std::vector<domain::ConsentText>& consents(std::string_view language) const;
  // Tags of the questionnaires there are, sorted.
  const std::vector<std::string>& languages() const;
  // Of what was read in `language`; reads it.
  const std::vector<Problem>& problems(std::string_view language) const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace unknot::content
